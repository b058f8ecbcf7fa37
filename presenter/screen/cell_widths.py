"""Asking a terminal how many cells it gives to a text, without waiting for what it says.

It is asked for the cursor's place behind each sample (CPR, ``CSI 6 n``), in a row whose own text is
then written over them. The answers come among the keys, late, in pieces, or never;
`screen.controls` hands each to `hear` as a whole, and none of them ever to the keys. Sources:
ECMA-48 (8.3.35 DSR), xterm's ctlseqs (CPR; F3 with shift or ctrl is ``CSI 1;2R``, so nothing is
asked in the first row).
"""

from __future__ import annotations

import re

from presenter.typeset.page import Ambiguous, AmbiguousMode
from presenter.typeset.width import SAMPLES, USUAL, Drawing, measured

_PLACE = "\x1b[6n"
_DONE = "\x1b[5n"
"""Whether all is well (DSR 5): every terminal says yes, and in order: that ends the answers."""

_QUESTION = "".join((*(f"\r{each}{_PLACE}" for each in SAMPLES), f"\r{_DONE}"))
_LEAST_COLUMNS, _LEAST_ROWS = 24, 2
"""Of a screen on which it can be asked: each sample has room, and there is a second row."""

_ANSWER = r"\x1b\[(?P<row>\d{1,5});(?P<column>\d{1,5})R|(?P<done>\x1b\[0n)"


class CellWidths:
    """How many cells the terminal gives to what, as far as is known."""

    def __init__(self, mode: AmbiguousMode = "auto") -> None:
        self._asks = mode == "auto"
        self.ambiguous: Ambiguous = "wide" if mode == "wide" else "narrow"
        self.drawing: Drawing = USUAL
        self.is_known = False
        """Whether the terminal has answered."""
        self._row = 0
        self._columns: list[int] = []

    def is_to_ask(self, columns: int, rows: int) -> bool:
        """Whether the terminal, of this size, is to be asked: once, unless the speaker has told."""
        return self._asks and not self._row and columns >= _LEAST_COLUMNS and rows >= _LEAST_ROWS

    def question(self, row: int) -> str:
        """What to send in this row, from 1; its answers are those that name the row.

        It leaves the cursor at the row's beginning, and the samples to be written over.
        """
        self._row = row
        self._columns = []
        return _QUESTION

    def lost(self) -> None:
        """The terminal was another's meanwhile: answers that have not come are not to come."""
        if not self.is_known:
            self._row = 0

    def hear(self, answer: str) -> bool:
        """Take in a whole sequence that the terminal sent; whether widths are others than before.

        Only answers that are all there count, one for each sample.
        """
        found = re.fullmatch(_ANSWER, answer)
        if found is None or not self._row:
            return False
        if found["done"]:
            return self._take()
        if int(found["row"]) == self._row:
            self._columns.append(int(found["column"]))
        return False

    def _take(self) -> bool:
        columns, self._columns = self._columns, []
        if len(columns) != len(SAMPLES):
            return False
        self.is_known = True
        before = self.ambiguous, self.drawing
        ambiguous, self.drawing = measured([column - 1 for column in columns])
        self.ambiguous = ambiguous or self.ambiguous
        return (self.ambiguous, self.drawing) != before
