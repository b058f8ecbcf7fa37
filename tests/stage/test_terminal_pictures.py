"""Pictures on the terminal as it is: where it shows any, and how they go and come back."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from presenter.screen.surfaces import tmux
from presenter.screen.surfaces.placeholders import PLACEHOLDER
from presenter.stage import picture_terminal
from tests.stage.picture_stand import Stand


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


@pytest.mark.parametrize("pixels", [(1000, 24), (80, 1000), (320, 200)])
def test_a_window_of_too_few_pixels_is_left_to_cells(
    kitty: None, pixels: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: pixels)
    stand = Stand()
    assert stand.pictures.pixels is None
    stand.pictures.close()
