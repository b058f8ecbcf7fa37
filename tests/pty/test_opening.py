"""The first page, which stands before there is an app; and what may happen in that moment."""

from __future__ import annotations

import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import Terminal
from tests.pty.test_slide_pictures import KITTY, Pictures, shown

RIGHT, CTRL_C = "\x1b[C", "\x03"

GALLERY = Path(__file__).resolve().parents[2] / "docs" / "gallery.yaml"

_BEFORE_THE_APP = """
import sys
from importlib.abc import MetaPathFinder

class Finder(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "presenter.stage.app":
            {what}

sys.meta_path.insert(0, Finder())
from presenter.commands import main
main()
"""


def _held_up(what: str, deck: Path) -> list[str]:
    """A talk that does `what` instead of importing the app."""
    return [sys.executable, "-c", _BEFORE_THE_APP.format(what=what), str(deck)]


def _cells(terminal: Terminal) -> list[list[object]]:
    screen = terminal._screen
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


@pytest.mark.parametrize("slide", ["1", "3", "5", "12", "20"])
def test_the_app_changes_no_cell_of_it(start: Start, slide: str) -> None:
    terminal = start(GALLERY, "--start", slide, "--render", "cells", "--ambiguous", "narrow")
    terminal.wait(lambda: b"\x1b[?2026l" in terminal.raw, "the whole page")
    assert f"{slide}/" in terminal.text
    first, sent = _cells(terminal), len(terminal.raw)
    terminal.wait(lambda: b"\x1b[?2004h" in terminal.raw, "the app")
    terminal.read_for(0.3)
    assert _cells(terminal) == first
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    assert b"\x1b[2J" not in terminal.raw
    # Nothing is painted again either: what follows sets modes alone.
    assert b"\x1b[1;1H" not in terminal.raw[sent:]
    terminal.send(RIGHT)
    terminal.wait(lambda: _cells(terminal) != first, "what the key shows")


def test_a_size_that_changes_meanwhile_is_the_one_that_counts(start: Start, deck: Path) -> None:
    what = "import os; [None for _ in iter(lambda: os.get_terminal_size().lines != 30, False)]"
    terminal = start(command=_held_up(what, deck))
    terminal.see("1/4")
    terminal.resize(100, 30)
    terminal.wait(lambda: terminal.rows[-1].rstrip().endswith("1/4"))
    assert len(terminal.rows) == 30


def test_keys_wait_unseen_for_the_app(start: Start, deck: Path) -> None:
    what = "import select; select.select([0], [], [])"
    terminal = start(command=_held_up(what, deck))
    terminal.see("1/4")
    terminal.send(RIGHT + RIGHT)
    terminal.see("3/4")
    assert b"^[" not in terminal.raw
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_ctrl_c_is_a_key_that_waits_too(start: Start, deck: Path) -> None:
    what = "import select; select.select([0], [], [])"
    terminal = start(command=_held_up(what, deck))
    terminal.see("1/4")
    terminal.send(CTRL_C)
    assert terminal.status() == 0
    terminal.assert_as_found()


_BEHIND_ITS_PICTURE = """
import select, time
from presenter.stage.screen_pictures import ScreenPictures

draw_first = ScreenPictures.draw_first

def held_up(self):
    draw_first(self)
    {what}

ScreenPictures.draw_first = held_up
from presenter.commands import main
main()
"""


def _in_pictures(start: Start, what: str, deck: Path) -> Terminal:
    """A talk that does `what` before the app is imported, when its first picture has come."""
    command = [sys.executable, "-c", _BEHIND_ITS_PICTURE.format(what=what), str(deck)]
    terminal = start(command=command, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: shown(terminal), "the first picture")
    assert b"\x1b[?2004h" not in terminal.raw
    return terminal


def test_its_picture_does_not_wait_for_the_app(start: Start, deck: Path) -> None:
    terminal = _in_pictures(start, "select.select([0], [], [])", deck)
    first = shown(terminal)
    terminal.send(RIGHT)
    terminal.wait(lambda: shown(terminal) and shown(terminal) != first, "the second")
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()
    assert Pictures(terminal.raw).data == {}


def test_its_picture_goes_with_it(start: Start, deck: Path) -> None:
    terminal = _in_pictures(start, "time.sleep(60)", deck)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.status() == 128 + signal.SIGTERM
    terminal.assert_as_found()
    assert Pictures(terminal.raw).data == {}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_then_leaves_the_terminal_as_it_was(
    start: Start, deck: Path, number: signal.Signals
) -> None:
    terminal = start(command=_held_up("import time; time.sleep(60)", deck))
    terminal.see("1/4")
    terminal.process.send_signal(number)
    assert terminal.status() == 128 + number
    terminal.assert_as_found()


def test_so_does_a_crash(start: Start, deck: Path) -> None:
    terminal = start(command=_held_up("raise RuntimeError('a bug')", deck))
    assert terminal.status() == 70
    terminal.assert_as_found()
    assert "a bug" in terminal.text


def test_a_window_that_is_closed_then_leaves_no_process(start: Start, deck: Path) -> None:
    terminal = start(command=_held_up("import time; time.sleep(60)", deck))
    terminal.see("1/4")
    terminal.close()
    assert terminal.process.wait(10) == 128 + signal.SIGHUP


def test_a_deck_that_cannot_be_shown_is_told_of_on_the_terminal_as_it_was(
    start: Start, tmp_path: Path
) -> None:
    deck = tmp_path / "broken.yaml"
    deck.write_text("title: [", encoding="utf-8")
    terminal = start(deck)
    assert terminal.status() == 1
    assert b"\x1b[?1049h" not in terminal.raw
    assert ".yaml:1:" in terminal.text.replace("\n", "")
    terminal.assert_as_found()


NEEDED = {
    *("click", "icu4py", "msgspec", "presenter", "typing_extensions", "yaml", "_yaml"),
    *("PIL", "pylopdf_fonts_zh_cn"),  # a title that is drawn large for the first time
}
"""What may be imported before the first page, besides Python's own."""


def test_the_first_page_needs_few_packages(start: Start, deck: Path, tmp_path: Path) -> None:
    told = tmp_path / "modules.txt"
    what = f"open({str(told)!r}, 'w').write(' '.join(sys.modules)); sys.exit(5)"
    terminal = start(command=_held_up(what, deck))
    assert terminal.status() == 5
    tops = {name.partition(".")[0] for name in told.read_text().split()}
    own = {*sys.stdlib_module_names, "__main__", "__mp_main__", "_distutils_hack", "sitecustomize"}
    found = {name for name in tops - own if "cython" not in name and "editable" not in name}
    assert found <= NEEDED
    assert not {"asyncio", "importlib.metadata", "subprocess"} & set(told.read_text().split())


def test_a_picture_that_was_kept_needs_nothing_of_what_draws(start: Start, tmp_path: Path) -> None:
    deck = tmp_path / "slides.yaml"
    # Its field goes on outside the cells, in a colour of its own.
    deck.write_text(
        "title: 图\ntheme: vermilion\nslides:\n- {title: 图, layout: cover}\n", encoding="utf-8"
    )
    environment = {**KITTY, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    kept = tmp_path / "cache" / "presenter" / "first-pictures"
    terminal = start(deck, env=environment, cell=(8, 16))
    terminal.wait(lambda: kept.is_dir() and any(kept.iterdir()), "what is kept")
    terminal.send("qq")
    assert terminal.status() == 0
    told = tmp_path / "modules.txt"
    what = f"open({str(told)!r}, 'w').write(' '.join(sys.modules)); sys.exit(5)"
    terminal = start(command=_held_up(what, deck), env=environment, cell=(8, 16))
    assert terminal.status() == 5
    assert b"\x1b_Ga=p," in terminal.raw
    assert not {"typst", "icu4py", "presenter.render.spans"} & set(told.read_text().split())


def _long(tmp_path: Path, end: str = "") -> Path:
    path = tmp_path / "long.yaml"
    slides = "".join(f"  - title: Slide {number}\n    text: 后勤\n" for number in range(1, 4001))
    path.write_text(f"title: Long\nslides:\n{slides}{end}", encoding="utf-8")
    return path


def test_a_long_deck_begins_before_all_of_it_is_read(start: Start, tmp_path: Path) -> None:
    what = "import select; select.select([0], [], [])"
    terminal = start(command=_held_up(what, _long(tmp_path)))
    terminal.see("Slide 1", "1/4000")
    terminal.send("4000\r")
    terminal.see("Slide 4000", "4000/4000")
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_what_is_wrong_with_the_rest_of_it_is_told(start: Start, tmp_path: Path) -> None:
    terminal = start(_long(tmp_path, "  - [\n"))
    assert terminal.status() == 1
    assert b"1/4001" in terminal.raw
    assert "long.yaml:8004:1: error:" in terminal.text.replace("\n", "")
    terminal.assert_as_found()


def _has_sent(terminal: Terminal, data: bytes) -> bool:
    return data in terminal.raw


_NEVER_RUNS = r"""
import os, time
from textual.app import App

def run(self, **_):
    try:
        os.write(1, b"\x1b]0;runs\x1b\\")
        time.sleep(60)
    finally:
        os.write(1, b"\x1b]0;ends\x1b\\")
        time.sleep(60)

App.run = run
from presenter.commands import main
main()
"""


def test_a_second_signal_before_the_app_runs_leaves_the_terminal_as_it_was(
    start: Start, deck: Path
) -> None:
    terminal = start(command=[sys.executable, "-c", _NEVER_RUNS, str(deck)])
    terminal.see("1/4")
    for moment in (b"0;runs", b"0;ends"):
        terminal.wait(partial(_has_sent, terminal, moment))
        terminal.process.terminate()
    assert terminal.status() == 128 + signal.SIGTERM
    terminal.assert_as_found()


def test_within_screen_no_colours_are_sent_that_it_lacks(start: Start, deck: Path) -> None:
    env = {"TERM": "screen-256color", "STY": "1.pts-0.host", "COLORTERM": "truecolor"}
    terminal = start(deck, env=env)
    terminal.see("1/4")
    assert b"[38;5;" in terminal.raw
    assert b";2;" not in terminal.raw
