"""The console as one page: a pure function from a moment of the talk and a size."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from presenter.console.arrangement import Area, Arrangement, arrangement
from presenter.console.pictures import NO_ROOMS, Rooms
from presenter.console.previews import Previews
from presenter.content import part_label
from presenter.content.inline import plain_text
from presenter.deck import Deck
from presenter.screen.lines import PICTURE, Texts, ends, fitted, run
from presenter.talk.clock import Plan, Running, clock_text, pace_text
from presenter.talk.remote import Link
from presenter.talk.session import Mover
from presenter.talk.talk import Blank
from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.frame import MEASURE
from presenter.typeset.notes import SetNotes, set_note_sections
from presenter.typeset.page import line_width, space

_MEASURE_STEP = 12
"""Cells by which lines of notes grow with each step that the notes are made larger."""

_AIRY = 20
"""A room of so many rows keeps an empty one above the notes."""

_SIGNS = {"stopped": "■", "running": "▶", "paused": "‖"}


class ConsoleState(Struct, frozen=True):
    """A moment of the talk, seen from the console.

    slide, stop: from 0, on the stage. clock, elapsed: the talk's clock, in seconds. now: the wall
    clock. name: of the deck's file. notes_zoom: by how many steps the notes are larger than at
    first. top: the notes' first row that is shown; None for the one that fits the step. rooms:
    what is left free for pictures.
    """

    previews: Previews
    slide: int = 0
    stop: int = 0
    blank: Blank | None = None
    clock: Running = "stopped"
    elapsed: float = 0.0
    now: datetime = datetime(2000, 1, 1)
    link: Link = "waiting"
    mover: Mover = ""
    name: str = ""
    notes_zoom: int = 0
    top: int | None = None
    rooms: Rooms = NO_ROOMS


class Rolled(NamedTuple):
    """The notes as far as they are seen.

    top: their first row that is shown, `most` the last that can be it. below: how many rows are
    out of sight below.
    """

    lines: list[Line]
    top: int
    most: int
    below: int


class Composed(NamedTuple):
    """The page, what is where on it, and which of the notes' rows are seen."""

    page: Page
    areas: Arrangement
    rolled: Rolled


def compose(console: ConsoleState, setting: PageOptions) -> Composed:
    """The console's page of `setting`'s size, without notices."""
    areas = arrangement(setting.width, setting.height, console.notes_zoom)
    painter = _Painter(console, setting, areas)
    painter.paint()
    lines = tuple(fitted(line, setting.width, setting) if line else () for line in painter.lines)
    return Composed(Page(setting.width, setting.height, lines), areas, painter.rolled)


def cover_page(console: ConsoleState, setting: PageOptions) -> Page:
    """What an audience may see of a console: whose it is, and how to go on."""
    words, width, height = setting.words, setting.width, setting.height
    name = words("console.title", title=console.previews.deck.title)
    rows = [(name, "title"), ("", ""), (words("console.covered"), "text")]
    top = max(0, min(height // 3, height - len(rows)))
    lines: list[Line] = [()] * height
    for row, (text, style) in enumerate(rows[:height], top):
        shown = run(setting.ruler.cut(plain_text(text).replace("\n", " "), width), style, setting)
        lines[row] = (space((width - shown.width) // 2), shown) if text else ()
    return Page(width, height, tuple(lines))


class _Painter:
    def __init__(self, console: ConsoleState, setting: PageOptions, areas: Arrangement) -> None:
        self.console, self.setting, self.areas = console, setting, areas
        self.lines: list[Line] = [()] * setting.height
        self.rolled = Rolled([], 0, 0, 0)
        self.room = max(1, setting.width - 2 * areas.margin)

    def paint(self) -> None:
        console, areas, setting = self.console, self.areas, self.setting
        self.put(areas.margin, areas.clock, clock_line(console, self.room, setting))
        if areas.now is not None:
            place = (console.slide, console.stop)
            self.put_slide(areas.now, place, self.now(), self.state(), console.rooms.now)
        after = console.previews.after(console.slide, console.stop)
        if areas.next is not None:
            coming: Texts = [(self.coming(after), "part.label")]
            self.put_slide(areas.next, after, coming, [], console.rooms.next)
        if areas.later is not None and console.slide + 1 < len(console.previews.deck.slides):
            self.put_later(areas.later)
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
        self,
        area: Area,
        place: tuple[int, int] | None,
        left: Texts,
        right: Texts,
        room: Area | None,
    ) -> None:
        """A slide under its caption, or in its place `room` for its picture."""
        self.put(area.x, area.y, ends(left, right, area.width, self.setting, rule=True))
        if room is not None:
            for row in range(room.y, room.y + room.height):
                self.put(room.x, row, (Run(" " * room.width, PICTURE, room.width),))
        elif place is not None:
            lines = self.console.previews.lines(*place, area.width, area.height - 1)
            for row, line in enumerate(lines, area.y + 1):
                self.put(area.x, row, line)

    def put_later(self, area: Area) -> None:
        """The slides that follow."""
        console, setting = self.console, self.setting
        slides = console.previews.deck.slides
        label = [(setting.words("console.later"), "part.label")]
        self.put(area.x, area.y, ends(label, [], area.width, setting, rule=True))
        following = range(console.slide + 1, min(console.slide + area.height, len(slides)))
        places = len(str(following.stop))
        for row, slide in enumerate(following, area.y + 1):
            title = (f"{slide + 1:>{places}}  {self.title(slide)}", "part.label")
            time = slides[slide].time
            planned = [(clock_text(time), "part.label")] if time is not None else []
            self.put(area.x, row, ends([title], planned, area.width, setting))

    def put_notes(self, area: Area) -> None:
        console, setting, words = self.console, self.setting, self.setting.words
        step = console.previews.stops_of(console.slide)[console.stop].step
        text = console.previews.deck.slides[console.slide].notes
        measure = MEASURE + _MEASURE_STEP * max(0, console.notes_zoom)
        air = 1 if area.height >= _AIRY else 0
        size = (min(area.width, measure), max(0, area.height - 1 - air))
        self.rolled = roll(text, step, console.top, size, setting)
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
        for row, line in enumerate(lines, area.y + 1 + air):
            self.put(area.x, row, line)

    def now(self) -> Texts:
        """What the audience sees now: said in a word over the slide, by its title without it."""
        title = self.title(self.console.slide)
        return [(self.setting.words("console.now") if self.areas.now else title, "title")]

    def state(self) -> Texts:
        """What the slide does not show by itself: a blank, steps and pages."""
        console, words = self.console, self.setting.words
        stops = console.previews.stops_of(console.slide)
        at, last = stops[console.stop], stops[-1]
        texts = []
        if console.blank:
            texts.append((f" {words(f'console.{console.blank}')} ", "notice"))
        if last.step:
            step = words("console.step", step=at.step + 1, steps=last.step + 1)
            texts.append((step, "part.label"))
        if last.page:
            page = words("console.page", page=at.page + 1, pages=last.page + 1)
            texts.append((page, "part.label"))
        return texts

    def title(self, slide: int) -> str:
        """The slide's title in plain words."""
        return self.console.previews.title(slide) or self.setting.words("console.untitled")

    def coming(self, after: tuple[int, int] | None) -> str:
        """What kind of thing comes next."""
        words = self.setting.words
        if after is None:
            return words("console.end")
        same = after[0] == self.console.slide
        return words("console.next-step" if same else "console.next-slide")

    def coming_line(self, after: tuple[int, int] | None) -> Line:
        """What comes next, in a line."""
        texts = [(self.coming(after), "part.label")]
        line = ends(texts, [], self.room, self.setting)
        if after is None:
            return line
        same = after[0] == self.console.slide
        text = self.console.previews.news(*after) if same else self.title(after[0])
        room = self.room - line_width(line) - 2
        if not text or room < 4:
            return line
        return (*line, space(2), run(self.setting.ruler.cut(text, room), "text", self.setting))

    def link(self) -> Texts:
        """Whether there is a stage, and who moved last."""
        console, words = self.console, self.setting.words
        texts = [(words(f"console.{console.link}", name=console.name), f"link.{console.link}")]
        if console.mover and console.link == "connected":
            texts.append((words(f"console.moved-by-{console.mover}"), "foot.text"))
        return texts

    def place(self) -> Texts:
        """The slide's number, and the part."""
        deck, slide = self.console.previews.deck, self.console.slide
        number = (f"{slide + 1}/{len(deck.slides)}", "foot.number")
        return [number, (part_label(deck.slides[slide].part, self.setting.words), "part.label")]


def clock_line(console: ConsoleState, width: int, setting: PageOptions) -> Line:
    """The clock and the pace at the left, the wall clock at the right."""
    words, deck = setting.words, console.previews.deck
    elapsed = clock_text(console.elapsed)
    left = [(f"{_SIGNS[console.clock]} {elapsed}", f"clock.{console.clock}")]
    plan = plan_of(deck)
    started = console.clock != "stopped"
    if plan is not None and started:
        ahead = plan.ahead(console.slide, console.elapsed)
        left.append((pace_text(ahead, words), pace_style(ahead)))
    if plan is not None:
        rest = plan.remaining(console.elapsed)
        over = rest <= -1
        text = words("console.over" if over else "console.left", time=clock_text(abs(rest)))
        left.append((text, "pace.behind" if over else "clock.left"))
    if not started:
        left.append((words("console.not-started"), "clock.left"))
    elif console.clock == "paused":
        left.append((words("console.paused"), "clock.left"))
    return ends(left, [(f"{console.now:%H:%M}", "clock.wall")], width, setting)


def pace_style(ahead: float) -> str:
    """The style of the words for being so many seconds ahead."""
    if abs(ahead) < 30:  # what the words call on time
        return "pace.on-time"
    return "pace.ahead" if ahead > 0 else "pace.behind"


def plan_of(deck: Deck) -> Plan | None:
    """The plan of the deck's times; None if it has none."""
    return _plan(tuple(slide.time for slide in deck.slides), deck.time)


@lru_cache(maxsize=4)
def _plan(times: tuple[float | None, ...], total: float | None) -> Plan | None:
    return Plan.of(times, total)


def roll(
    text: str, step: int, top: int | None, size: tuple[int, int], setting: PageOptions
) -> Rolled:
    """The notes `text` at `step` in an area of `size`, from row `top` or from where it fits."""
    width, height = size
    notes = set_note_sections(text, step, width, setting)
    most = max(0, len(notes.lines) - height)
    at = first_row(notes, height) if top is None else top
    at = max(0, min(at, most))
    seen = notes.lines[at : at + height]
    return Rolled(seen, at, most, len(notes.lines) - at - len(seen))


def first_row(notes: SetNotes, height: int) -> int:
    """The row with which to begin so that what belongs to the step is seen, and a row before it."""
    if notes.end <= height:
        return 0
    return max(0, notes.first - 1)
