"""The frame of a page: its margins, and the quiet lines that run through the whole talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from presenter.typeset.page import Line, PageOptions, Run, line_width, space

MEASURE = 80
"""The widest that text is set, in cells: forty Han characters."""

HANG = 2
"""The cells beside the text, at most, in which a line's last punctuation may stand."""

_BETWEEN = 3
"""Cells between what stands at the left and what stands at the right."""

_DOT = " · "
"""What parts the pieces of a text that may be shortened: the last ones go first."""

_SHORTEST = 6
"""A text that had to be cut to fewer cells is left out."""


class Frame(Struct, frozen=True):
    """Where things stand on a page, in cells and rows; a row of -1 is one that is not there."""

    left: int
    """The text's left edge."""
    width: int
    """Of the text."""
    margin: int
    """What is wider than text, as a table, may come as near to either edge of the page."""
    outer: int
    """The margin of head and foot, on either side."""
    top: int
    """The first row that text may use."""
    bottom: int
    """The row after the last that it may use."""
    heading: int
    """The row where headings stand if what follows leaves them there."""
    head: int
    progress: int
    foot: int

    @property
    def rows(self) -> int:
        """How many rows text may use."""
        return self.bottom - self.top

    @property
    def spare(self) -> int:
        """The rows of air below these that text may use if nothing else helps."""
        return int(self.progress > self.bottom)


@lru_cache
def frame_for(width: int, height: int) -> Frame:
    """The frame of a page of this size; head, foot and air go as it gets small, text never."""
    outer = 0 if width < 16 else 1 if width < 32 else max(2, width // 24)
    margin = outer if width < 32 else max(2, width // 10)
    measure = max(1, min(width - 2 * margin, MEASURE))
    left = (width - measure) // 2
    heading = height // 5
    if height >= 36:
        rows = (4, height - 5, heading, 1)
        return Frame(left, measure, margin, outer, *rows, progress=height - 3, foot=height - 2)
    if height >= 16:
        rows = (2, height - 3, heading, 0)
        return Frame(left, measure, margin, outer, *rows, progress=height - 2, foot=height - 1)
    if height >= 10:
        return Frame(left, measure, margin, outer, 1, height - 2, 1, -1, height - 2, height - 1)
    if height >= 3:
        return Frame(left, measure, margin, outer, 0, height - 1, 0, -1, -1, height - 1)
    return Frame(left, measure, margin, outer, 0, max(1, height), 0, -1, -1, -1)


def resting_row(row: int, used: int, height: int, step: int) -> int:
    """The row where a slide begins that takes `used` rows, on a page of `height` rows.

    It is `row` for a slide that takes half of the page. The centre of one that takes less is not
    above two fifths of the page; it goes down by steps of so many rows, so that the headings of
    slides that are about as full as each other stand on the same row.
    """
    while 2 * used < height and 5 * (2 * row + used) < 4 * height:
        row += step
    return row


def foot_room(frame: Frame, setting: PageOptions) -> int:
    """The cells at the left of the foot that are free beside any number; 0 on a page without."""
    return setting.width - 2 * frame.outer - len("10000/10000") - _BETWEEN if frame.head >= 0 else 0


def head_line(title: str, part: str, frame: Frame, setting: PageOptions) -> Line:
    """The talk's title at the left, the part at the right; either may be empty."""
    return _ends((title, "head.title"), [((part, "part.label"),)], frame, setting)


def foot_line(
    left: tuple[str, str], page: str, number: int, total: int, frame: Frame, setting: PageOptions
) -> Line:
    """`left` (text, style) at the left, the slide's number at the right, `page` before that.

    Where there is no room for all of it, the left goes first and `page` next, then the total.
    """
    count = (f"{number}/{total}", "foot.number")
    ways = [((f"({page})", "foot.page"), ("  ", ""), count)] if page else []
    ways += [((f"({page})", "foot.page"), (" ", ""), count)] if page else []
    return _ends(left, [*ways, (count,), ((str(number), "foot.number"),)], frame, setting)


def progress_line(done: float, frame: Frame, setting: PageOptions) -> Line:
    """A line between the margins, heavy as far as the talk has come (`done`, 0 to 1), then light.

    Heavy and light differ without colours, too.
    """
    ruler = setting.ruler
    cells = setting.width - 2 * frame.outer
    heavy = ruler.fill("━", round(cells * done))
    light = ruler.fill("─", cells - ruler.width(heavy))
    return (
        space(frame.outer),
        Run(heavy, "progress.done", ruler.width(heavy)),
        Run(light, "progress.rest", ruler.width(light)),
    )


def _ends(
    left: tuple[str, str],
    rights: Sequence[Sequence[tuple[str, str]]],
    frame: Frame,
    setting: PageOptions,
) -> Line:
    """The first of `rights` that fits on the right; `left`, cut if it must, on the left.

    They stand at the margins, and beyond them only if the right one needs that.
    """
    ruler = setting.ruler
    lines = (tuple(_runs(texts, setting)) for texts in rights)
    right: Line = next((line for line in lines if line_width(line) <= setting.width), ())
    beyond = line_width(right) + 2 * frame.outer - setting.width
    if beyond > 0:
        return (space(frame.outer - (beyond + 1) // 2), *right)
    text, style = left
    free = -beyond - (_BETWEEN if right else 0)
    while ruler.width(text) > free and _DOT in text:
        text = text.rpartition(_DOT)[0]
    shown = ruler.cut(text, free) if text and free > 0 else ""
    if shown != text and ruler.width(shown) < _SHORTEST:
        shown = ""
    start = (space(frame.outer), Run(shown, style, ruler.width(shown)))
    if not right:
        return start if shown else ()
    gap = setting.width - frame.outer - line_width(right) - line_width(start)
    return (*start, space(gap), *right) if shown else (space(gap + frame.outer), *right)


def _runs(texts: Sequence[tuple[str, str]], setting: PageOptions) -> Iterator[Run]:
    return (Run(text, style, setting.ruler.width(text)) for text, style in texts if text)
