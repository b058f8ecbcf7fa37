"""The console as one page: a pure function from a moment of the talk and a size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presenter.console.arrangement import Area, Arrangement, arrangement
from presenter.console.clock_line import clock_line
from presenter.console.lines import Texts, ends, fitted, run
from presenter.console.notes_area import Rolled, roll
from presenter.console.view import View
from presenter.content import part_label
from presenter.content.inline import plain_text
from presenter.talk.clock import clock_text
from presenter.typeset import Line, Page, PageOptions
from presenter.typeset.page import line_width, space

_LEAST_LATER = 3
"""Slides for which the list of those that follow is worth its caption."""


class Composed(NamedTuple):
    """The page, what is where on it, and which of the notes' rows are seen."""

    page: Page
    areas: Arrangement
    rolled: Rolled


def compose(view: View, setting: PageOptions) -> Composed:
    """The console's page of `setting`'s size, without notices."""
    areas = arrangement(setting.width, setting.height, view.share)
    painter = _Painter(view, setting, areas)
    painter.paint()
    lines = tuple(fitted(line, setting.width, setting) if line else () for line in painter.lines)
    return Composed(Page(setting.width, setting.height, lines), areas, painter.rolled)


def cover_page(view: View, setting: PageOptions) -> Page:
    """What an audience may see of a console: whose it is, and how to go on."""
    words, width, height = setting.words, setting.width, setting.height
    name = words("console.title", title=view.previews.deck.title)
    rows = [(name, "title"), ("", ""), (words("console.covered"), "text")]
    top = max(0, min(height // 3, height - len(rows)))
    lines: list[Line] = [()] * height
    for row, (text, style) in enumerate(rows[:height], top):
        shown = run(setting.ruler.cut(plain_text(text).replace("\n", " "), width), style, setting)
        lines[row] = (space((width - shown.width) // 2), shown) if text else ()
    return Page(width, height, tuple(lines))


class _Painter:
    def __init__(self, view: View, setting: PageOptions, areas: Arrangement) -> None:
        self.view, self.setting, self.areas = view, setting, areas
        self.lines: list[Line] = [()] * setting.height
        self.rolled = Rolled([], 0, 0, 0)
        self.room = max(1, setting.width - 2 * areas.margin)

    def paint(self) -> None:
        view, areas, setting = self.view, self.areas, self.setting
        self.put(areas.margin, areas.clock, clock_line(view, self.room, setting))
        if areas.now is not None:
            place = (view.slide, view.stop)
            used = self.put_slide(areas.now, place, self.now(), self.state())
            self.put_later(areas.now, used)
        after = view.previews.after(view.slide, view.stop)
        if areas.next is not None:
            self.put_slide(areas.next, after, [(self.coming(after), "part.label")], [])
        if areas.notes is not None:
            self.put_notes(areas.notes)
        if areas.coming >= 0:
            self.put(areas.margin, areas.coming, self.coming_line(after))
        if areas.foot >= 0:
            self.put(areas.margin, areas.foot, ends(self.link(), self.place(), self.room, setting))

    def put(self, x: int, y: int, line: Line) -> None:
        """Put `line` at `x` into row `y`, to the right of what stands there."""
        before = self.lines[y]
        gap = x - line_width(before)
        self.lines[y] = (*before, space(gap), *line) if gap > 0 else (*before, *line)

    def put_slide(
        self, area: Area, place: tuple[int, int] | None, left: Texts, right: Texts
    ) -> int:
        """A slide under its caption; how many rows it takes with it."""
        self.put(area.x, area.y, ends(left, right, area.width, self.setting, rule=True))
        lines: Sequence[Line] = ()
        if place is not None:
            lines = self.view.previews.lines(*place, area.width, area.height - 1)
            for row, line in enumerate(lines, area.y + 1):
                self.put(area.x, row, line)
        return 1 + len(lines)

    def put_later(self, area: Area, used: int) -> None:
        """The slides that follow, where this one leaves room below itself."""
        view, setting = self.view, self.setting
        slides = view.previews.deck.slides
        rows = area.height - used - 2
        if rows < _LEAST_LATER or view.slide + 1 == len(slides):
            return
        start = area.y + used + 1
        label = [(setting.words("console.later"), "part.label")]
        self.put(area.x, start, ends(label, [], area.width, setting, rule=True))
        following = range(view.slide + 1, min(view.slide + 1 + rows, len(slides)))
        places = len(str(following.stop))
        for row, slide in enumerate(following, start + 1):
            title = (f"{slide + 1:>{places}}  {self.title(slide)}", "text")
            time = slides[slide].time
            planned = [(clock_text(time), "part.label")] if time is not None else []
            self.put(area.x, row, ends([title], planned, area.width, setting))

    def put_notes(self, area: Area) -> None:
        view, setting, words = self.view, self.setting, self.setting.words
        step = view.previews.stops_of(view.slide)[view.stop].step
        text = view.previews.deck.slides[view.slide].notes
        size = (area.width, max(0, area.height - 1))
        self.rolled = roll(text, step, view.top, size, setting)
        above, below = self.rolled.top, self.rolled.below
        more = [
            (f"{sign} {words('console.more', rows=rows)}", "part.label")
            for sign, rows in (("↓", below), ("↑", above))
            if rows
        ]
        left: Texts = [(words("console.notes"), "part.label")]
        right: Texts = more
        if self.areas.now is None:
            left, right = self.now(), [*self.state(), *more]
        self.put(area.x, area.y, ends(left, right, area.width, setting, rule=True))
        lines = self.rolled.lines
        if not lines and size[1] > 0:
            lines = [(run(words("console.no-notes"), "notes.other", setting),)]
        for row, line in enumerate(lines, area.y + 1):
            self.put(area.x, row, line)

    def now(self) -> Texts:
        """What the audience sees now: said in a word over the slide, by its title without it."""
        title = self.title(self.view.slide)
        return [(self.setting.words("console.now") if self.areas.now else title, "title")]

    def state(self) -> Texts:
        """What the slide does not show by itself: a blank, steps and pages."""
        view, words = self.view, self.setting.words
        stops = view.previews.stops_of(view.slide)
        at, last = stops[view.stop], stops[-1]
        texts = []
        if view.blank:
            texts.append((f" {words(f'console.{view.blank}')} ", "notice"))
        if last.step:
            step = words("console.step", step=at.step + 1, steps=last.step + 1)
            texts.append((step, "part.label"))
        if last.page:
            page = words("console.page", page=at.page + 1, pages=last.page + 1)
            texts.append((page, "part.label"))
        return texts

    def title(self, slide: int) -> str:
        """The slide's title in plain words."""
        return self.view.previews.title(slide) or self.setting.words("console.untitled")

    def coming(self, after: tuple[int, int] | None) -> str:
        """What kind of thing comes next."""
        words = self.setting.words
        if after is None:
            return words("console.end")
        return words("console.next-step" if after[0] == self.view.slide else "console.next-slide")

    def coming_line(self, after: tuple[int, int] | None) -> Line:
        """What comes next, in a line."""
        texts = [(self.coming(after), "part.label")]
        line = ends(texts, [], self.room, self.setting)
        if after is None:
            return line
        same = after[0] == self.view.slide
        text = self.view.previews.news(*after) if same else self.title(after[0])
        room = self.room - line_width(line) - 2
        if not text or room < 4:
            return line
        return (*line, space(2), run(self.setting.ruler.cut(text, room), "text", self.setting))

    def link(self) -> Texts:
        """Whether there is a stage, and who moved last."""
        view, words = self.view, self.setting.words
        texts = [(words(f"console.{view.link}", name=view.name), f"link.{view.link}")]
        if view.mover and view.link == "connected":
            texts.append((words(f"console.moved-by-{view.mover}"), "foot.text"))
        return texts

    def place(self) -> Texts:
        """The slide's number, and the part."""
        deck, slide = self.view.previews.deck, self.view.slide
        number = (f"{slide + 1}/{len(deck.slides)}", "foot.number")
        return [number, (part_label(deck.slides[slide].part, self.setting.words), "part.label")]


__all__ = ["Composed", "compose", "cover_page"]
