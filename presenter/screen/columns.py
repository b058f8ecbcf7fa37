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
from presenter.typeset.width import Ruler, graphemes, is_simple, ruler

_OTHERS = (ruler("narrow"), ruler("wide"))


def pinned(line: Line, column: int, own: Ruler) -> Iterator[list[str]]:
    """What to send for each run of `line`, which begins in `column`, kept in the columns it has.

    A text is in pieces, behind each grapheme in doubt: there an `anchor` may stand. own: measures
    as the terminal draws.
    """
    for run in line:
        yield _pinned(run, column, own)
        column += run.width


def _pinned(run: Run, column: int, own: Ruler) -> list[str]:
    if is_simple(run.text):
        return [run.text]
    pieces = [""]
    for text, cells, doubtful in _ruler_of(run, own).stretches(run.text):
        after = column + cells
        if doubtful:
            pieces[-1] += f"{' ' * cells}{_to(column)}{text}"
            pieces.append(_to(after))
        else:
            pieces[-1] += text + _to(after)
        column = after
    return pieces


def anchor(line: Line) -> tuple[str, str] | None:
    """What to send behind each piece of `line` but the last of a run, and its style.

    For terminals within terminals: both may count otherwise, and the inner one (tmux, say) moves
    the outer one's cursor by as many columns as it believes to be right. Only to the first column
    it goes for certain; there, something must be written, or it does not go at all. None if the
    line begins with what is in doubt itself.
    """
    if not line or not line[0].text or not is_simple(line[0].text[0]):
        return None
    first = graphemes(line[0].text)[0]
    return (f"\r{first}", line[0].style) if len(first) == 1 else None


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
