"""Rows of a page kept in their columns, whatever the terminal makes of their text.

Terminals disagree about the cells of some graphemes. The cells that each of those is to take are
blanked first, and the cursor is set behind them afterwards (CHA, ``CSI n G``): then what is drawn
narrower leaves no cell unpainted, and what is drawn wider is painted over by what follows. A row
must be painted to its end, in blanks: terminals without "back color erase" (GNU screen) would erase
to their own background. Wrapping must be off.
"""

from __future__ import annotations

from collections.abc import Iterator

from presenter.typeset.page import Line, Run
from presenter.typeset.width import Ruler, is_simple, ruler

_OTHERS = (ruler("narrow"), ruler("wide"))


def pinned(line: Line, column: int, own: Ruler) -> Iterator[str]:
    """The texts of the runs of `line`, which begins in `column`, kept in the columns they have.

    own: measures as the terminal draws.
    """
    for run in line:
        yield _pinned(run, column, own)
        column += run.width


def _pinned(run: Run, column: int, own: Ruler) -> str:
    if is_simple(run.text):
        return run.text
    parts: list[str] = []
    for text, cells, doubtful in _ruler_of(run, own).stretches(run.text):
        after = column + cells
        if doubtful:
            text = f"{' ' * cells}{_to(column)}{text}"
        parts += (text, _to(after))
        column = after
    return "".join(parts)


def _to(column: int) -> str:
    """The cursor in this column, from 0."""
    return f"\x1b[{column + 1}G"


def _ruler_of(run: Run, own: Ruler) -> Ruler:
    """The one that the run was measured with: a page may be older than what the terminal told."""
    return next((each for each in (own, *_OTHERS) if each.width(run.text) == run.width), own)


def cells_of(line: Line, start: int, end: int, own: Ruler) -> Line:
    """The cells of `line` from `start` to before `end`; of what is cut through, blanks."""
    kept: list[Run] = []
    column = 0
    for run in line:
        if start < column + run.width and column < end:
            kept.append(_cut(run, start - column, end - column, _ruler_of(run, own)))
        column += run.width
    return tuple(kept)


def _cut(run: Run, start: int, end: int, ruled: Ruler) -> Run:
    """The cells of `run` from `start`, at least 0, to before `end`."""
    start, end = max(0, start), min(run.width, end)
    if (start, end) == (0, run.width):
        return run
    text, at = "", 0
    for grapheme in ruled.graphemes(run.text):
        after = at + ruled.width(grapheme)
        if start <= at and after <= end:
            text += grapheme
        else:
            text += " " * max(0, min(after, end) - max(at, start))
        at = after
    return run._replace(text=text, width=end - start)
