"""Notes below the slide, for a speaker who has only this screen."""

from __future__ import annotations

from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.frame import MEASURE
from presenter.typeset.notes import SetNotes, set_note_sections
from presenter.typeset.page import space

_LEAST = 4
"""A screen with fewer rows shows the slide alone."""


class NotesBelow:
    """Whether notes are shown, and which of their rows."""

    def __init__(self) -> None:
        self.open = False
        self._top: int | None = None
        """The first row that is seen; None for where the notes of the step begin."""
        self._last = 0
        """The largest that this can be."""
        self._shown = 0
        self._place: tuple[int, int] = (0, 0)

    def toggle(self) -> None:
        """Show or hide them."""
        self.open = not self.open
        self._top = None

    def scroll(self, by: int) -> None:
        """Show rows further on or back, held at the ends, until the talk moves."""
        self._top = max(0, min(self._shown + by, self._last))

    def follow(self, place: tuple[int, int]) -> None:
        """The talk is at this slide and step: what was scrolled begins with the notes of that."""
        if place != self._place:
            self._place, self._top = place, None

    def rows(self, height: int) -> int:
        """How many of a screen's rows they take."""
        if not self.open or height < _LEAST:
            return 0
        return height // 3 if height < 16 else height * 2 // 5

    def below(self, page: Page, text: str, step: int, height: int, setting: PageOptions) -> Page:
        """`page` with the notes `text` below it, `height` rows in all, `step` from 0."""
        rows = height - page.height
        if not rows:
            return page
        width = min(page.width - 2 * _margin(page.width), MEASURE)
        left = space((page.width - width) // 2)
        notes = set_note_sections(text if width > 1 else "", step, width, setting)
        if not notes.lines:
            none = setting.ruler.cut(setting.words("notes.none"), width)
            notes = SetNotes([(Run(none, "notes.other", setting.ruler.width(none)),)], 0, 1)
        head = 1 if rows > 2 else 0
        seen = rows - head
        self._last = max(0, len(notes.lines) - seen)
        self._shown = min(notes.first if self._top is None else self._top, self._last)
        lines = notes.lines[self._shown : self._shown + seen]
        if head:
            left_out = len(notes.lines) - self._shown - seen
            more = setting.words("notes.more", rows=left_out) if left_out > 0 else ""
            lines.insert(0, _rule(setting.words("notes.label"), more, width, setting))
        lines += [()] * (rows - len(lines))
        below = tuple((left, *line) if line and left.width else line for line in lines)
        return page._replace(height=height, lines=(*page.lines, *below))


def _margin(width: int) -> int:
    return 0 if width < 16 else 1 if width < 32 else max(2, width // 24)


def _rule(label: str, more: str, width: int, setting: PageOptions) -> Line:
    """A light line with a label at its left and what is left out at its right."""
    ruler = setting.ruler
    name = ruler.cut(label, width - 1)
    tail = more if ruler.width(name) + ruler.width(more) + 6 <= width else ""
    free = width - ruler.width(name) - ruler.width(tail) - (2 if tail else 1)
    drawn = ruler.fill("─", max(0, free))
    gap = max(0, free - ruler.width(drawn))
    line: Line = (
        Run(name, "part.label", ruler.width(name)),
        space(1),
        Run(drawn, "progress.rest", ruler.width(drawn)),
    )
    return (*line, space(gap + 1), Run(tail, "foot.text", ruler.width(tail))) if tail else line
