"""The screen as a place for pictures, with Typst and kitty's commands, without a terminal."""

from __future__ import annotations

import re
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event

import pytest
from PIL import Image

from presenter.deck import Deck
from presenter.render.first_pictures import kept_first
from presenter.render.pictures import DeckPictures
from presenter.screen.app_links import Links
from presenter.screen.surfaces import tmux
from presenter.screen.surfaces.capabilities import Capabilities
from presenter.screen.surfaces.placeholders import PLACEHOLDER
from presenter.stage import picture_terminal, screen_pictures
from presenter.stage.picture_terminal import PictureTerminal
from presenter.stage.screen_pictures import ScreenPictures, Slides
from presenter.typeset import Stop
from presenter.typeset.themes import find
from tests.full_disk import full_disk
from tests.handout.jobs import select

DEADLINE = 60
ITEMS = ", ".join(f"第{number}件要记住的事情" for number in range(40))
DECK = f"""
title: 图
slides:
- {{title: 许多, bullets: [{ITEMS}]}}
- 第二张
- 第三张
"""


class Stand:
    """A screen whose loop is the test: it goes on while the test waits."""

    def __init__(self, theme: str = "ink", *, begins: bool = True) -> None:
        self.written = ""
        self.idle = True
        self.is_covered = False
        """Whether another screen lies over the slide: then nothing of it is painted."""
        self.changes = 0
        self.failures: list[None] = []
        self.around: list[tuple[str, str]] = []
        self.deck = select(DECK).deck
        self.at = (0, Stop(0, 0, 0))
        self._jobs: SimpleQueue[Callable[[], object]] = SimpleQueue()
        links = Links(
            self._write,
            lambda: self.idle,
            lambda _seconds, then: self._jobs.put(then),
            self._jobs.put,
            self._changed,
            self.paint,
            lambda: self.failures.append(None),
            lambda before, after: self.around.append((before, after)),
        )
        self.pictures = ScreenPictures(links, "auto")
        self.use(theme)
        if begins:
            self.begin()
        self.pictures.fit(80, 24, 24)

    def begin(self) -> None:
        self.pictures.begin(lambda _question, _listen: None)

    def use(self, theme: str = "ink", deck: Deck | None = None) -> None:
        found = find(theme)
        assert found is not None
        self.deck = deck or self.deck
        self.pictures.use(Slides(self.deck, found, None, "zh-Hans"))

    def _write(self, data: str) -> None:
        self.written += data

    def _changed(self) -> None:
        self.changes += 1
        self.paint()

    def paint(self) -> None:
        self.pictures.page(*self.at, 80, 24)
        if not self.is_covered:
            self._write(self.pictures.cover((), {}))

    def until(self, what: Callable[[], object]) -> None:
        end = time.monotonic() + DEADLINE
        while not what():
            assert time.monotonic() < end
            try:
                self._jobs.get(timeout=0.1)()
            except Empty:
                continue

    def sent(self) -> list[str]:
        return re.findall(r"a=t,f=100,i=(\d+)", self.written)

    def placed(self) -> list[str]:
        return re.findall(r"a=p,i=(\d+),p=\d+,c=", self.written)


@pytest.fixture
def kitty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: (640, 384))


@pytest.fixture
def stand(kitty: None) -> Iterator[Stand]:
    made = Stand()
    made.paint()
    yield made
    made.pictures.close()


def test_the_first_frame_shows_the_picture_of_the_last_start(stand: Stand, tmp_path: Path) -> None:
    stand.at = (1, Stop(0, 0, 0))
    stand.pictures.close()
    earlier, later = Stand(begins=False), Stand(begins=False)
    earlier.at = later.at = stand.at
    try:
        earlier.paint()
        assert earlier.written == ""  # the picture that was kept may be of another place
        earlier.begin()
        earlier.until(earlier.placed)
        assert earlier.pictures._area is not None
        look = earlier.pictures._look_in(earlier.pictures._area)
        earlier.until(lambda: kept_first(earlier.deck, look, 1, 0))
        earlier.pictures.close()
        later.paint()
        assert len(later.sent()) == 1
        assert later.placed() == later.sent()
        later.begin()
        later.until(lambda: len(later.sent()) > 2)
        assert len(set(later.placed())) == 1
    finally:
        earlier.pictures.close()
        later.pictures.close()


def test_the_first_picture_is_drawn_and_shown_before_the_app_begins(kitty: None) -> None:
    stand = Stand(begins=False)
    stand.paint()
    assert stand.written == ""
    stand.pictures.draw_first()
    stand.until(stand.placed)
    assert stand.changes  # where slides go on is another matter now
    before = stand.placed()
    stand.begin()
    stand.until(lambda: len(stand.sent()) > 2)
    assert set(stand.placed()) == set(before)
    stand.pictures.close()


@pytest.mark.parametrize(
    ("terminal", "variable", "mode"),
    [("kitty", "SSH_TTY", "P"), ("iTerm.app", "SSH_CONNECTION", "P"), ("kitty", "", "RGBA")],
)
def test_over_ssh_flat_slides_are_sent_in_few_colours(
    kitty: None, monkeypatch: pytest.MonkeyPatch, terminal: str, variable: str, mode: str
) -> None:
    for each in ("SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(each, raising=False)
    if variable:
        monkeypatch.setenv(variable, "x")
    monkeypatch.setenv("TERM", "xterm-kitty" if terminal == "kitty" else "xterm-256color")
    monkeypatch.setenv("TERM_PROGRAM", terminal)
    stand = Stand()
    sent = re.compile(r"\x1b_Ga=t.*\x1b_Ga=p|1337;File=[^:]*:[^\x07]*\x07", re.DOTALL)
    try:
        stand.paint()
        stand.until(lambda: sent.search(stand.written))
    finally:
        stand.pictures.close()
    found = sent.search(stand.written)
    assert found
    data = found[0].split("\x1b_Ga=t", 2)[1] if terminal == "kitty" else found[0]
    file = re.sub(r"^[^;]*;|\x1b\\\x1b_Gq=2[^;]*;|\x1b\\.*$", "", data, flags=re.DOTALL)
    file = file.rpartition(":")[2].rstrip("\x07")
    picture = Image.open(BytesIO(b64decode(file)))
    assert (picture.mode, picture.size) == (mode, (640, 384))


def test_within_tmux_pictures_come_and_go_with_who_looks(
    kitty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Callable[[tmux.Watchers], object]] = []

    class Watch:
        """Tells what the test does."""

        def __init__(self, tell: Callable[[tmux.Watchers], object]) -> None:
            looks.append(tell)

        def close(self) -> None:
            """Nothing to end."""

    def look(*names: str, shows: bool = True) -> None:
        looks[0](tmux.Watchers(frozenset(names), show_placeholders=shows))

    monkeypatch.setattr(tmux, "Watch", Watch)
    monkeypatch.setenv("TMUX", "x")
    stand = Stand()

    def is_seen() -> bool:
        assert stand.pictures._terminal._onlookers is not None
        return not stand.pictures._terminal._onlookers.are_none

    def sent() -> int:
        return stand.written.count("a=T,U=1")

    def is_shown() -> bool:
        return stand.pictures.page(*stand.at, 80, 24) is not None

    try:
        stand.paint()
        assert stand.written == ""
        assert stand.pictures.pixels is None
        look("kitty")
        stand.until(is_shown)
        stand.paint()
        stand.until(lambda: sent() > 2)
        stand.idle = False
        look("kitty")  # again, and nothing has changed
        look()  # another window is looked at
        stand.until(lambda: not is_seen())
        look("kitty")  # and this one again: it is there still
        stand.until(is_seen)
        assert "d=I" not in stand.written
        before = sent()
        look("kitty, attached again")
        stand.until(lambda: "d=I" in stand.written)
        stand.until(is_shown)
        assert sent() > before
        stand.idle = True
        stand.is_covered = True
        opened = stand.pictures.overview()
        assert opened is not None
        assert opened.grid(80, 24) is not None
        frames: list[str] = []
        opened.repaint = lambda: frames.append(opened.cover(()))
        opened.want(range(2), ())
        opened.repaint()
        assert stand.around == [(tmux.HOLD, tmux.RELEASE)]
        stand.until(lambda: PLACEHOLDER in "".join(frames))
        assert stand.around[-1] == ("", "")
        stand.is_covered = False
        assert "d=I" in stand.pictures.cover((), {})
        assert stand.around[-1] == (tmux.HOLD, tmux.RELEASE)
        look("kitty, attached again", "xterm", shows=False)
        stand.until(lambda: stand.pictures.pixels is None)
        assert not is_shown()
        assert stand.around[-1] == ("", "")
    finally:
        stand.pictures.close()


def test_nothing_is_sent_while_the_terminal_is_anothers_and_all_afterwards(stand: Stand) -> None:
    stand.until(stand.placed)
    stand.pictures.farewell()
    stand.written = ""
    stand.paint()
    assert stand.written == ""
    stand.pictures.taken_again()
    assert stand.placed()
    assert set(stand.placed()) <= set(stand.sent())


def test_nothing_is_sent_ahead_of_what_a_slow_terminal_has_not_taken(stand: Stand) -> None:
    stand.idle = False
    stand.until(stand.placed)
    shown = len(stand.sent())
    looks = iter(range(200))
    stand.until(lambda: next(looks, None) is None)
    assert len(stand.sent()) == shown
    stand.idle = True
    stand.until(lambda: len(stand.sent()) > shown)


def test_stops_stay_as_the_talk_knows_them_until_it_is_told(stand: Stand) -> None:
    assert stand.pictures.stops_of(0) == (Stop(0, 0, 0),)
    stand.until(lambda: stand.changes > 1)
    stops = stand.pictures.stops_of(0)
    assert len(stops) > 1
    stand.at = (0, stops[-1])
    go_on = Event()
    draw = DeckPictures.draw

    def held(pictures: DeckPictures, slide: int, step: int) -> tuple[bytes, ...]:
        go_on.wait(DEADLINE)
        return draw(pictures, slide, step)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DeckPictures, "draw", held)
        stand.use("paper")
        assert stand.pictures.stops_of(0) == stops
        go_on.set()
        stand.until(lambda: not stand.pictures.stops_of(0) or stand.placed())
    assert len(stand.pictures.stops_of(0)) > 1


def test_a_shorter_deck_behind_a_blank_screen_harms_nothing(stand: Stand) -> None:
    stand.at = (2, Stop(0, 0, 0))
    stand.pictures.stops_of(2)
    stand.paint()
    stand.until(stand.placed)
    stand.pictures.cells()
    stand.use(deck=select("title: 图\nslides: [唯一]").deck)
    sent = len(stand.sent())
    stand.until(lambda: len(stand.sent()) > sent)


def test_pictures_are_kept_while_cells_are_shown(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.until(lambda: len(stand.sent()) > 5)  # four pages, two more slides
    stand.pictures.toggle()
    drawn: list[int] = []
    draw = DeckPictures.draw

    def counted(pictures: DeckPictures, slide: int, step: int) -> tuple[bytes, ...]:
        drawn.append(slide)
        return draw(pictures, slide, step)

    monkeypatch.setattr(DeckPictures, "draw", counted)
    stand.written = ""
    stand.pictures.toggle()
    stand.until(lambda: len(stand.sent()) > 5)
    assert drawn == []


def test_a_picture_that_is_wanted_again_before_a_frame_stays(stand: Stand) -> None:
    stand.until(stand.placed)
    stand.written = ""
    stand.is_covered = True
    for _ in range(5):
        assert not stand.pictures.toggle()
        assert stand.pictures.toggle()
    stand.is_covered = False
    stand.paint()
    assert "a=d" not in stand.written


def test_a_picture_that_is_given_up_goes_in_the_frame_that_shows_cells(stand: Stand) -> None:
    stand.until(stand.placed)
    stand.written = ""
    stand.is_covered = True
    stand.pictures.toggle()
    assert stand.written == ""
    frame = stand.pictures.cover((), {})
    assert "a=d,d=I" in frame
    assert stand.pictures.cover((), {}) == stand.pictures.farewell() == ""


def test_the_windows_edges_change_with_the_picture(kitty: None) -> None:
    stand = Stand(begins=False)
    stand.pictures.begin(lambda _question, _listen: None)
    stand.until(stand.placed)
    assert "]11;" in stand.written
    stand.written = ""
    stand.use("paper")
    stand.paint()
    assert "]11;" not in stand.written
    stand.until(lambda: "]11;" in stand.written)
    assert stand.placed()
    stand.pictures.close()


def test_where_each_step_is_seen_nothing_is_blanked_nor_painted_anew_for_an_overview(
    kitty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """xterm shows the blanks before the picture is there, and paints all for another edge."""
    xterm = Capabilities("kitty", "XTerm(379)")
    monkeypatch.setattr(PictureTerminal, "capabilities", property(lambda _self: xterm))
    stand = Stand()
    stand.until(stand.placed)
    page = stand.pictures.page(*stand.at, 80, 24)
    assert page is not None
    assert {(run.text, run.width) for line in page.lines for run in line} == {("", 80)}
    stand.written = ""
    assert stand.pictures.overview() is not None
    stand.pictures.cover((), {})
    assert "]11;" not in stand.written
    stand.pictures.close()


def test_a_tiny_window_is_left_to_cells(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand.until(stand.placed)
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: (160, 80))
    stand.pictures.fit(20, 5, 5)
    assert stand.pictures.pixels is None
    assert stand.pictures.page(*stand.at, 20, 5) is None
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: (640, 384))
    stand.written = ""
    stand.pictures.fit(80, 24, 24)
    stand.until(stand.placed)


def test_the_key_says_why_there_are_no_pictures(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.until(stand.placed)
    assert not stand.pictures.toggle()
    assert not stand.pictures.wanted
    monkeypatch.setattr(screen_pictures, "is_installed", lambda: False)
    for _ in range(2):
        assert not stand.pictures.toggle()
        assert stand.pictures.wanted
        assert stand.pictures.lacks_typst


def test_that_nothing_can_be_drawn_is_told_once(
    kitty: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with full_disk(0):
        stand = Stand()
        stand.until(lambda: stand.failures)
    looks = iter(range(20))
    stand.until(lambda: next(looks, None) is None)
    assert len(stand.failures) == 1
    assert stand.pictures.has_failed
    assert not stand.placed()
    stand.pictures.close()


@pytest.mark.parametrize("pixels", [(1000, 24), (80, 1000), (320, 200)])
def test_a_window_of_too_few_pixels_is_left_to_cells(
    kitty: None, pixels: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: pixels)
    stand = Stand()
    assert stand.pictures.pixels is None
    stand.pictures.close()


def test_other_work_waits_for_the_first_picture(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, timers = list[str](), list[Callable[[], object]]()
    monkeypatch.setattr(stand.pictures._first, "_later", lambda _seconds, then: timers.append(then))
    stand.pictures.after_first(lambda: done.append("after the picture"))
    assert not done
    stand.until(lambda: done)
    assert stand.placed()
    stand.pictures.after_first(lambda: done.append("at once"))
    for timer in timers:
        timer()
    assert done == ["after the picture", "at once"]


def test_nothing_waits_where_there_are_cells_or_a_picture_never_comes(kitty: None) -> None:
    stand, done = Stand(begins=False), list[str]()
    stand.pictures.after_first(lambda: done.append("cells"))
    assert done == ["cells"]
    stand.begin()
    stand.pictures.after_first(lambda: done.append("too long"))
    assert done == ["cells"]
    stand.pictures._first.shown()
    assert done == ["cells", "too long"]
    stand.pictures.close()
