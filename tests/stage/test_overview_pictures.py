"""The overview's slides as pictures, with Typst and kitty's commands, without a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from presenter.screen.overview import OverviewScreen
from presenter.screen.overview_pictures import OverviewPictures
from presenter.screen.page_view import PageView
from presenter.screen.tile_grid import GROUND
from presenter.stage import picture_terminal
from presenter.stage.app import Stage
from presenter.typeset import Stop
from presenter.typeset.themes import find
from tests.handout.jobs import select
from tests.stage.picture_stand import Stand
from tests.stage.running import open_screen, place, shown, stage

SIZE = (80, 24)
PIXELS = (640, 384)
FIRST = 730_121
"""The first id of slides in little; below are those of slides."""

MANY = "title: 长\nlang: zh-Hans\nslides:\n" + "".join(
    f"- {{title: 第{number}张, text: 内容{number}}}\n" for number in range(1, 31)
)


def numbers(command: str, data: str) -> set[int]:
    return {int(number) for number in re.findall(rf"{command},i=(\d+)", data)}


@pytest.fixture(autouse=True)
def _kitty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-kitty")
    for name in ("TMUX", "STY", "ZELLIJ", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: PIXELS)


@pytest.fixture
def stand() -> Iterator[Stand]:
    """A screen on which a slide's picture is shown."""
    made = Stand()
    made.use(deck=select(MANY).deck)
    made.paint()
    made.until(made.placed)
    yield made
    made.pictures.close()


class Open:
    """An overview that is open over it, of the first slides."""

    def __init__(self, stand: Stand) -> None:
        self.stand = stand
        found = stand.pictures.overview()
        assert found is not None
        self.pictures: OverviewPictures = found
        self.frames = ""
        found.repaint = self.paint
        self.seen: range = range(6)
        stand.is_covered = True
        stand.pictures.uncover()
        self.paint()

    def paint(self) -> None:
        assert self.pictures.grid(*SIZE) is not None
        self.pictures.want(self.seen, range(self.seen.stop, self.seen.stop + 6))
        self.frames += self.pictures.cover(())

    def placed(self) -> set[int]:
        return numbers("a=p", self.frames)

    def close(self) -> str:
        """The frame that shows the slide again."""
        self.stand.is_covered = False
        return self.stand.pictures.cover((), {})


def test_the_slides_picture_goes_in_the_frame_in_which_the_overview_comes(stand: Stand) -> None:
    stand.written = ""
    opened = Open(stand)
    assert "a=d" not in stand.written
    assert max(numbers("a=d,d=i", opened.frames)) < FIRST
    stand.until(lambda: len(opened.placed()) == 6)
    assert min(opened.placed()) >= FIRST


def test_the_slides_picture_is_there_before_those_of_the_overview_go(stand: Stand) -> None:
    opened = Open(stand)
    stand.until(lambda: len(opened.placed()) == 6)
    frame = opened.close()
    assert max(numbers("a=p", frame)) < FIRST
    assert frame.index("a=p") < frame.index("a=d")
    assert opened.placed() <= numbers("a=d,d=I", frame)
    assert stand.pictures.cover((), {}).count("a=d") == 0
    # An old kitty lost the slides' own with them.
    stand.written = ""
    stand.until(lambda: len(stand.sent()) == 5)


def test_an_overview_that_opens_again_has_its_pictures_at_once(stand: Stand) -> None:
    opened = Open(stand)
    stand.until(lambda: len(opened.placed()) == 6)
    opened.close()
    again = Open(stand)
    assert len(again.placed()) == 6


def test_scrolling_sends_what_is_near_ahead(stand: Stand) -> None:
    opened = Open(stand)
    stand.until(lambda: len(opened.placed()) == 6)
    stand.until(lambda: len({n for n in map(int, stand.sent()) if n >= FIRST}) == 12)
    opened.frames, opened.seen = "", range(3, 9)
    opened.paint()
    assert len(opened.placed()) == 6
    assert "a=t" not in opened.frames


def test_an_edit_is_seen_in_the_open_overview(stand: Stand) -> None:
    opened = Open(stand)
    stand.until(lambda: len(opened.placed()) == 6)
    opened.frames, stand.written = "", ""
    stand.use(deck=select(MANY.replace("内容2}", "别的}")).deck)
    opened.paint()
    assert "a=d" not in opened.frames
    stand.until(opened.placed)
    assert len(opened.placed()) == 1


def test_another_size_draws_them_anew(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Open(stand)
    stand.until(lambda: len(opened.placed()) == 6)
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: (960, 576))
    stand.pictures.fit(80, 24, 24)
    opened.frames = ""
    opened.paint()
    stand.until(lambda: len(opened.placed()) == 6)


def test_nothing_stays_when_the_terminal_is_left_and_all_comes_back(stand: Stand) -> None:
    opened = Open(stand)
    stand.until(lambda: len(opened.placed()) == 6)
    assert opened.placed() <= numbers("a=d,d=I", stand.pictures.farewell())
    opened.frames = ""
    opened.paint()
    assert opened.placed() == set()
    stand.pictures.taken_again()
    stand.until(lambda: len(opened.placed()) == 6)


def test_without_pictures_there_is_an_overview_in_cells(stand: Stand) -> None:
    stand.pictures.toggle()
    assert stand.pictures.overview() is None


def test_pictures_that_are_given_up_leave_cells_in_the_open_overview(stand: Stand) -> None:
    opened = Open(stand)
    stand.pictures.toggle()
    assert opened.pictures.grid(*SIZE) is None
    assert opened.pictures.cover(()) == ""


def test_a_look_at_slides_far_away_moves_nothing(stand: Stand) -> None:
    """The slide that is shown is drawn first again when the overview is closed."""
    opened = Open(stand)
    opened.seen = range(24, 30)
    opened.paint()
    stand.until(lambda: len(opened.placed()) >= 6)
    opened.close()
    stand.at = (1, Stop(0, 0, 0))
    assert stand.pictures.page(*stand.at, *SIZE) is not None


# With the overview's screen


class Kitty:
    """What a stage writes, whose loop is the test's."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.written = ""
        monkeypatch.setattr(Stage, "write", lambda _app, data: self._take(data))
        monkeypatch.setattr(Stage, "_is_idle", lambda _app: True)
        cover = PageView._covered

        def covered(view: PageView, strip: object, behind: Callable[..., str]) -> object:
            made = cover(view, strip, behind)  # type: ignore[arg-type]
            self._take("".join(segment.text for segment in made))
            return made

        monkeypatch.setattr(PageView, "_covered", covered)

    def _take(self, data: str) -> None:
        self.written += data

    async def until(self, pilot: Pilot[None], what: Callable[[], object]) -> None:
        for _ in range(3000):
            if what():
                return
            await pilot.pause(0.01)
        raise AssertionError("never came")

    def little(self) -> set[int]:
        return {number for number in numbers("a=p", self.written) if number >= FIRST}


@pytest.fixture
def kitty(monkeypatch: pytest.MonkeyPatch) -> Kitty:
    return Kitty(monkeypatch)


async def opened(app: Stage, pilot: Pilot[None], kitty: Kitty, *keys: str) -> None:
    """Pictures are shown, and over them the overview with its own."""
    app.scene.show_in_pictures()
    app.pictures.begin(lambda _question, _listen: None)
    await kitty.until(pilot, lambda: numbers("a=p", kitty.written))
    await pilot.press("o", *keys)
    await kitty.until(pilot, lambda: len(kitty.little()) >= 6)


async def test_the_overview_leaves_room_for_pictures_and_keys_work_as_ever(kitty: Kitty) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await opened(app, pilot, kitty)
        assert isinstance(open_screen(app), OverviewScreen)
        text = shown(app)
        assert "⣀" not in text
        assert "⠉" not in text
        assert "1 第1张" in text
        assert "▀" in text
        await pilot.press("down", "right")
        await pilot.press("enter")
        await pilot.pause()
        assert place(app) == (4, 0)
        assert open_screen(app) is app.slides


async def test_every_row_lies_on_the_ground_and_the_chosen_one_is_marked(kitty: Kitty) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await opened(app, pilot, kitty, "right")
        view = app.screen.query_one(PageView)
        page = view._page
        assert all(sum(run.width for run in line) == SIZE[0] for line in page.lines)
        styles = {run.style for line in page.lines for run in line}
        assert styles >= {GROUND, "text", "menu.chosen"}
        marked = [
            run for line in page.lines[1:] for run in line if run.style.endswith("menu.chosen")
        ]
        assert "2 第2张" in "".join(run.text for run in marked)


async def test_one_that_was_opened_in_cells_takes_pictures_when_they_come(kitty: Kitty) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await pilot.press("o", "right")
        await pilot.pause()
        assert "⠉" in shown(app)
        app.scene.show_in_pictures()
        app.pictures.begin(lambda _question, _listen: None)
        await kitty.until(pilot, lambda: len(kitty.little()) >= 6)
        assert "⠉" not in shown(app)
        app.pictures.toggle()  # pictures are dropped, as in a window that became too small
        await kitty.until(pilot, lambda: "⠉" in shown(app))
        await pilot.press("enter")
        assert place(app) == (1, 0)


async def test_typing_narrows_to_pictures_of_what_is_found(kitty: Kitty) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await opened(app, pilot, kitty)
        before = len(kitty.written)
        await pilot.press("2", "9")
        await kitty.until(pilot, lambda: "a=p" in kitty.written[before:])
        assert "第29张" in shown(app)
        assert "第2张" not in shown(app)
        await pilot.press("enter")
        assert place(app) == (28, 0)


async def test_an_edit_brings_its_theme_into_the_open_overview(kitty: Kitty) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await opened(app, pilot, kitty)
        app.choose_theme("paper")
        app.commands.renew()
        paper = find("paper")
        assert paper is not None
        view = app.screen.query_one(PageView)
        assert view.palette.theme.style("").background == paper.style("").background


async def test_a_slide_that_cannot_be_drawn_is_there_in_cells(
    kitty: Kitty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OverviewPictures, "is_lost", lambda _pictures, slide: slide == 1)
    async with stage(deck=MANY) as (app, pilot):
        app.scene.show_in_pictures()
        app.pictures.begin(lambda _question, _listen: None)
        await kitty.until(pilot, lambda: numbers("a=p", kitty.written))
        await pilot.press("o")
        await kitty.until(pilot, lambda: len(kitty.little()) == 5)
        await kitty.until(pilot, lambda: "⠉" in shown(app))


async def test_the_key_says_that_the_window_is_too_small(kitty: Kitty) -> None:
    async with stage(size=(38, 9), deck=MANY) as (app, pilot):
        app.scene.show_in_pictures()
        app.pictures.begin(lambda _question, _listen: None)
        await pilot.press("v")
        await pilot.pause()
        assert "窗口不足 40x10，放不下图片" in shown(app)
    assert kitty.written.count("a=p") == 0
