"""The console's slides as pictures: where they stand, of what size, and which stops they have."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.console import pictures as module
from presenter.console.arrangement import Area, arrangement
from presenter.console.page import compose
from presenter.console.picture_slot import Place
from presenter.console.pictures import PreviewPictures, Rooms, Slides
from presenter.console.previews import Previews
from presenter.console.screen import LECTERN
from presenter.deck import Deck
from presenter.render.renderer import Renderer
from presenter.screen import picture_place
from presenter.screen.app_links import Links
from presenter.screen.lines import PICTURE
from presenter.screen.page_view import Palette
from presenter.screen.picture_place import HOLD
from presenter.screen.surfaces import tmux
from presenter.screen.surfaces.kitty import MOST_IDS
from presenter.screen.surfaces.placeholders import PLACEHOLDER
from presenter.screen.tile_grid import CARD, fitting, unscaled
from presenter.typeset import PageOptions, Stop
from presenter.typeset.page import line_width
from presenter.typeset.themes import OURS
from tests.console.views import deck, view
from tests.handout.jobs import select
from tests.screen.surfaces.kitty_terminal import OldKitty

SIZE = (120, 40)
CELL = (8, 16)
DECK = deck()
FIRST, SECOND = (0, Stop(0, 0, 0)), (1, Stop(0, 0, 0))


@given(
    st.tuples(st.integers(1, 200), st.integers(1, 60)),
    st.tuples(st.floats(4, 30), st.floats(8, 60)),
    st.tuples(st.integers(1, 100_000), st.integers(1, 100_000)),
)
def test_a_picture_never_leaves_its_room(
    room: tuple[int, int], cell: tuple[float, float], pixels: tuple[int, int]
) -> None:
    columns, rows = fitting(room, cell, pixels)
    assert 0 <= columns <= room[0]
    assert 0 <= rows <= room[1]


@pytest.mark.parametrize("room", [(47, 16), (44, 8), (81, 26), (200, 9)])
@pytest.mark.parametrize("pixels", [(16, 9), (1232, 759), (1024, 768)])
def test_a_picture_has_the_stages_shape(room: tuple[int, int], pixels: tuple[int, int]) -> None:
    columns, rows = fitting(room, CELL, pixels)
    shape = columns * CELL[0] / (rows * CELL[1])
    assert shape == pytest.approx(pixels[0] / pixels[1], rel=0.5 / columns + 1e-9)


@pytest.mark.parametrize("cell", [(9, 18), (8, 16), (10, 21)])
@pytest.mark.parametrize("room", [(36, 12), (43, 13), (53, 16), (81, 26)])
def test_a_picture_is_drawn_in_the_pixels_of_its_cells(
    cell: tuple[int, int], room: tuple[int, int]
) -> None:
    (columns, rows), drawn = unscaled(room, cell, (16, 9))
    assert drawn == (columns * cell[0], rows * cell[1])
    assert drawn[0] / drawn[1] == pytest.approx(16 / 9, rel=0.006)
    assert columns > 0.74 * fitting(room, cell, (16, 9))[0]


def test_a_page_leaves_room_for_pictures_and_for_nothing_else() -> None:
    rooms = Rooms(Area(2, 3, 40, 11), Area(2, 21, 40, 11))
    page = compose(view(rooms=rooms), PageOptions(*SIZE, "zh")).page
    for row, line in enumerate(page.lines):
        free = [run for run in line if run.style == PICTURE]
        inside = row in range(3, 14) or row in range(21, 32)
        assert [run.width for run in free] == [40] * inside
        assert line_width(line) in (0, 120)
        if inside:
            assert line[0].width == 2
            assert line[1] is free[0]
    assert "邓小平同志" in page.text()
    assert "政治任务" not in page.text()


def test_stops_are_those_of_the_pictures_where_there_are_any() -> None:
    stops = (Stop(0, 0, 0), Stop(1, 0, 0), Stop(3, 0, 0))
    made = Previews(
        deck(), PageOptions(80, 24, "zh-Hans"), lambda _deck, slide: stops if slide == 1 else ()
    )
    assert made.stops_of(1) == stops
    assert made.after(1, 1) == (1, 2)
    assert made.after(1, 2) == (2, 0)
    shown = "\n".join("".join(run.text for run in line) for line in made.lines(1, 2, 70, 20))
    assert "先懂全局，再办后勤" in shown
    assert made.news(1, 1) == "既是具体事务，也是政治任务"


class Screen:
    """A terminal of that size in kitty, and an app that does what pictures ask for."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, wanted: bool = True, shown: Deck = DECK
    ) -> None:
        for name in ("TMUX", "STY", "ZELLIJ", "NO_COLOR"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TERM", "xterm-kitty")
        pixels = (SIZE[0] * CELL[0], SIZE[1] * CELL[1])
        monkeypatch.setattr(module, "terminal_pixels", lambda: pixels)
        self.deck = shown
        self.written: list[str] = []
        self.calls: list[Callable[[], object]] = []
        self.restops = 0
        self.asked: list[str] = []
        self.links = Links(
            self.written.append,
            lambda: True,
            lambda _seconds, then: self.calls.append(then),
            self.calls.append,
            self._changed,
            lambda: None,
            lambda: None,
            lambda _before, _after: None,
        )
        self.pictures = PreviewPictures(self.links, wanted=wanted)

    def _changed(self) -> None:
        self.restops += 1

    def begin(self) -> None:
        self.pictures.begin(lambda question, _: self.asked.append(question))

    def place(
        self,
        pixels: tuple[int, int] | None = (1600, 900),
        now: Place = FIRST,
        after: Place = SECOND,
    ) -> Rooms:
        """Where the first slide and the second, or others, stand now."""
        slides = Slides(self.deck, OURS["paper"], None, pixels)
        return self.pictures.place(slides, arrangement(*SIZE), SIZE, now, after)

    def wait(
        self, both: Callable[[Rooms], bool], now: Place = FIRST, after: Place = SECOND
    ) -> Rooms:
        """Where they stand once that is so."""
        end = time.monotonic() + 60
        while not both(rooms := self.place(now=now, after=after)):
            assert time.monotonic() < end
            time.sleep(0.01)
            while self.calls:
                self.calls.pop(0)()
        return rooms


def test_both_slides_become_pictures_of_one_size_beside_the_notes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Screen(monkeypatch)
    assert screen.place() == Rooms()
    screen.begin()
    rooms = screen.wait(all)
    areas = arrangement(*SIZE)
    assert rooms.now is not None
    assert rooms.next is not None
    assert areas.now is not None
    assert areas.next is not None
    assert (rooms.now.x, rooms.now.y) == (areas.now.x, areas.now.y + 1)
    assert (rooms.next.x, rooms.next.y) == (areas.next.x, areas.next.y + 1)
    assert rooms.now[2:] == rooms.next[2:]
    assert "".join(screen.written).count("a=t,f=100") == 2
    frame = screen.pictures.cover({39}, {})
    assert frame.count("a=p") == 2
    assert screen.restops == 1
    assert screen.pictures.stops_of(DECK, 1)[-1].step == 3
    before = len(screen.written)
    screen.pictures.uncover()
    assert "".join(screen.written[before:]).count("a=d,d=i") == 2
    assert screen.pictures.cover(set(range(40)), {}).count("a=p") == 2
    assert screen.pictures.farewell().count("a=d,d=I") == 2
    screen.pictures.close()


def test_an_old_kitty_loses_neither_slide(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes room for one deletes what was sent of the other, and was black in its place."""
    titles = "".join(f"- 第{number}张\n" for number in range(1, 2 * MOST_IDS))
    monkeypatch.setattr(picture_place, "HOLD", 0)
    screen = Screen(monkeypatch, shown=select(f"title: 长\nslides:\n{titles}").deck)
    screen.begin()
    terminal = OldKitty(1 << 30)
    numbers = [*range(2 * MOST_IDS - 2), *range(2 * MOST_IDS - 4, -1, -1)]
    for number in numbers:
        now, after = (number, FIRST[1]), (number + 1, FIRST[1])
        screen.wait(all, now, after)
        terminal.feed("".join(screen.written) + screen.pictures.cover((), {}))
        screen.written.clear()
        assert len(terminal.placements) == 2


def test_the_picture_before_stays_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    time_now = 0.0
    monkeypatch.setattr(picture_place.PicturePlace.__init__, "__defaults__", (lambda: time_now,))
    screen = Screen(monkeypatch)
    screen.begin()
    rooms = screen.wait(all)
    screen.pictures.cover(set(), {})
    monkeypatch.setattr(Renderer, "picture", lambda *_place: None)
    waiting = len(screen.calls)
    assert screen.place(now=SECOND).now == rooms.now
    assert len(screen.calls) == waiting + 1  # to look again when it has stayed long enough
    assert "a=d" not in screen.pictures.cover(set(), {})
    time_now += HOLD
    assert screen.place(now=SECOND) == Rooms()
    assert screen.pictures.cover(set(), {}).count("a=d,d=i") == 2
    screen.pictures.close()


def test_the_overview_has_pictures_in_the_stages_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    themes = LECTERN, OURS["paper"]
    assert screen.pictures.overview(lambda: themes) is None
    screen.begin()
    screen.wait(all)
    screen.pictures.cover(set(), {})
    opened = screen.pictures.overview(lambda: themes)
    assert opened is not None
    before = len(screen.written)
    screen.pictures.uncover()
    assert screen.written[before:] == []  # they go in the frame in which the overview comes
    assert opened.grid(*SIZE) is not None
    style = opened.palette(Palette(LECTERN)).theme.style
    assert style(CARD).background == OURS["paper"].style("").background
    assert style("").background == LECTERN.style("").background
    opened.want(range(2), ())
    frames: list[str] = []
    opened.repaint = lambda: frames.append(opened.cover(()))
    first = opened.cover(())
    assert first.count("a=d,d=i") == 2
    screen.wait(lambda _: "".join(frames).count("a=p") == 2)
    last = screen.pictures.cover(set(range(SIZE[1])), {})
    assert last.index("a=p") < last.index("a=d")
    assert opened.is_closed
    screen.pictures.close()


def test_text_where_a_picture_would_be_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    screen.begin()
    rooms = screen.wait(all)
    assert rooms.now is not None
    whole = screen.pictures.cover(set(), {})
    assert f"r={rooms.now.height}," in whole
    cut = screen.pictures.cover({rooms.now.y}, {rooms.now.y: [(0, SIZE[0])]})
    assert f"\x1b[{rooms.now.y + 2};{rooms.now.x + 1}H" in cut
    assert f"r={rooms.now.height - 1}," in cut
    screen.pictures.close()


def test_where_the_stage_shows_cells_there_are_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Callable[[int], object]] = []

    def renderer(on_drawn: Callable[[int], object], *, keeps: bool) -> Renderer:
        drawn.append(on_drawn)
        return Renderer(on_drawn, keeps=keeps)

    monkeypatch.setattr("presenter.render.renderer.Renderer", renderer)
    screen = Screen(monkeypatch)
    screen.begin()
    screen.wait(all)
    assert screen.place(None) == Rooms()
    assert screen.pictures.stops_of(DECK, 1) == ()
    assert "a=p" not in screen.pictures.cover(set(), {})
    while screen.calls:
        screen.calls.pop(0)()
    assert screen.restops == 2
    drawn[0](2)  # what was being drawn comes late
    while screen.calls:
        screen.calls.pop(0)()
    assert screen.restops == 2
    screen.pictures.close()


def test_within_tmux_both_come_and_go_with_who_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Callable[[tmux.Watchers], object]] = []

    def watch(tell: Callable[[tmux.Watchers], object]) -> SimpleNamespace:
        looks.append(tell)
        return SimpleNamespace(close=lambda: None)

    screen = Screen(monkeypatch)
    monkeypatch.setenv("TMUX", "x")
    monkeypatch.setattr(tmux, "Watch", watch)
    screen.pictures = PreviewPictures(screen.links, wanted=True)
    screen.begin()

    def look(*names: str, shows: bool = True) -> None:
        looks[0](tmux.Watchers(frozenset(names), show_placeholders=shows))
        while screen.calls:
            screen.calls.pop(0)()

    def sent() -> int:
        return "".join(screen.written).count("a=T,U=1")

    assert screen.place() == Rooms()
    look("kitty")
    rooms = screen.wait(all)
    assert rooms.now is not None
    assert rooms.next is not None
    frame = screen.pictures.cover({39}, {})
    assert sent() == 2
    corners = [f"\x1b[{room.y + 1};{room.x + 1}H{PLACEHOLDER}" for room in (rooms.now, rooms.next)]
    assert all(corner in frame for corner in corners)
    look("kitty")
    assert screen.place() == rooms
    assert sent() == 2
    look("kitty", "kitty that attached")
    assert screen.place() == rooms
    assert sent() == 4
    looks[0](tmux.Watchers(frozenset(["kitty"]), show_placeholders=True, is_split=True))
    while screen.calls:
        screen.calls.pop(0)()
    assert screen.place() == Rooms()
    look("kitty")
    screen.wait(all)
    look("kitty", "xterm", shows=False)
    assert screen.place() == Rooms()
    screen.pictures.close()


def test_unwanted_pictures_are_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch, wanted=False)
    screen.begin()
    assert screen.asked == []
    assert screen.place() == Rooms()
    screen.pictures.toggle()
    assert len(screen.asked) == 1
    screen.wait(all)
    screen.pictures.close()


def test_without_what_draws_them_there_are_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_installed", lambda: False)
    screen = Screen(monkeypatch)
    screen.begin()
    assert not screen.pictures.can
    assert screen.place() == Rooms()


def test_first_pictures_of_the_stage_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    screen = Screen(monkeypatch)
    screen.begin()
    screen.wait(all)
    screen.pictures.close()
    assert not (tmp_path / "presenter" / "first-pictures").exists()
