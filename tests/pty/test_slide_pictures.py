"""Slides as pictures, as a terminal that shows pictures gets them."""

from __future__ import annotations

import re
import termios
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.pty.conftest import Start
from tests.pty.harness import QUERIES, Terminal

DECK = """\
title: 图
lang: zh-Hans
slides:
- 第一张
- {title: 第二张, bullets: [甲, 乙], reveal: true}
- 第三张
"""
KITTY = {"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}
RIGHT = "\x1b[C"
_COMMAND = re.compile(rb"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")
_FIRST_ID = 730_001


class Pictures:
    """What kitty would show by the commands that it got."""

    def __init__(self, raw: bytes) -> None:
        self.data: dict[int, bytes] = {}
        self.shown: dict[int, dict[str, str]] = {}
        number = 0
        for text, payload in _COMMAND.findall(raw):
            keys = dict(pair.split("=") for pair in text.decode().split(","))
            match keys.get("a", "t" if "m" in keys else ""):
                case "t":
                    if "i" in keys:
                        number = int(keys["i"])
                        self.data[number] = b""
                    self.data[number] += payload
                case "p" if keys.get("w") != "1":  # no pin
                    self.shown[int(keys["i"])] = keys
                case "d":
                    self.shown.pop(int(keys["i"]), None)
                    if keys["d"] == "I":
                        self.data.pop(int(keys["i"]), None)

    def sizes(self) -> list[tuple[int, int]]:
        """The pixels of those that are shown: while one takes the other's place, of both."""
        return [Image.open(BytesIO(b64decode(self.data[number]))).size for number in self.shown]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck" / "slides.yaml"
    path.parent.mkdir()
    path.write_text(DECK, encoding="utf-8")
    return path


def shown(terminal: Terminal) -> set[int]:
    return set(Pictures(terminal.raw).shown)


def test_the_picture_comes_over_the_cells_and_goes_with_the_talk(start: Start, deck: Path) -> None:
    terminal = start(deck, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: shown(terminal))
    # Cells first: nothing waits for a picture.
    assert terminal.raw.index("第一张".encode()) < terminal.raw.index(b"a=t,f=100")
    pictures = Pictures(terminal.raw)
    assert pictures.sizes() == [(80 * 8, 24 * 16)]
    (placement,) = pictures.shown.values()
    assert (placement["c"], placement["r"], placement["C"]) == ("80", "24", "1")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()
    end = Pictures(terminal.raw)
    assert (end.data, end.shown) == ({}, {})


def _called(name: str) -> dict[bytes, bytes]:
    """The answers of a terminal that shows kitty's pictures and calls itself so."""
    return {
        **QUERIES,
        b"\x1b[>q": f"\x1bP>|{name}\x1b\\".encode(),
        b"\x1b_Gi=31": b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[c": b"\x1b[?62;c",
    }


@pytest.mark.parametrize("name", ["kitty(0.41.1)", "XTerm(379)", "foot(1.21.0)", "ghostty 1.2.0"])
def test_what_is_outside_the_cells_has_the_colour_of_the_slide(
    start: Start, deck: Path, name: str
) -> None:
    terminal = start(deck, cell=(8, 16), answers=_called(name))
    terminal.wait(lambda: b"\x1b]11;#14171c\x1b\\" in terminal.raw)
    terminal.send("qq")
    assert terminal.status() == 0
    assert terminal.raw.rindex(b"\x1b]11;#") < terminal.raw.index(b"\x1b]111\x1b\\")
    assert terminal.raw.index(b"\x1b]111\x1b\\") < terminal.raw.rindex(b"\x1b[?1049l")


def test_the_colour_outside_is_that_of_a_cover_s_own_field(start: Start, tmp_path: Path) -> None:
    deck = tmp_path / "d.yaml"
    deck.write_text("title: t\nslides:\n- {title: t, layout: cover}\n- {title: a, text: b}\n")
    options = ("--theme", "vermilion")
    terminal = start(deck, *options, cell=(8, 16), answers=_called("kitty(0.41.1)"))
    plain, field = b"\x1b]11;#ffffff\x1b\\", b"\x1b]11;#8f120b\x1b\\"
    terminal.wait(lambda: field in terminal.raw)
    terminal.send("l")
    terminal.wait(lambda: terminal.raw.rfind(plain) > terminal.raw.rindex(field))
    terminal.send("h")
    terminal.wait(lambda: terminal.raw.rfind(plain) < terminal.raw.rindex(field))
    terminal.send("?")
    terminal.wait(lambda: terminal.raw.rfind(plain) > terminal.raw.rindex(field))


@pytest.mark.parametrize("name", ["Konsole 22.12.3", "mlterm(3.9.0)", "another 1.0"])
def test_a_terminal_that_does_not_take_its_background_back_keeps_it(
    start: Start, deck: Path, name: str
) -> None:
    terminal = start(deck, cell=(8, 16), answers=_called(name), env={"KONSOLE_VERSION": "221203"})
    terminal.wait(lambda: shown(terminal))
    terminal.send("qq")
    assert terminal.status() == 0
    assert b"\x1b]11;" not in terminal.raw


def test_a_key_places_what_was_sent_ahead(start: Start, deck: Path) -> None:
    terminal = start(deck, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: shown(terminal) and len(Pictures(terminal.raw).data) == 5)
    before = shown(terminal)
    seen = len(terminal.raw)
    terminal.send(RIGHT)
    terminal.wait(lambda: shown(terminal) and shown(terminal) != before)
    placed = terminal.raw.index(b"a=p", seen)
    assert b"a=t" not in terminal.raw[seen:placed]


def test_what_opens_over_the_slide_has_the_screen_for_itself(start: Start, deck: Path) -> None:
    terminal = start(deck, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: shown(terminal))
    terminal.send("?")
    terminal.see("按键")
    terminal.wait(lambda: not shown(terminal))
    terminal.send("\x1b")
    terminal.wait(lambda: shown(terminal))
    terminal.send("b")
    terminal.wait(lambda: not shown(terminal))
    terminal.send("b")
    terminal.wait(lambda: shown(terminal))


def test_a_key_changes_to_cells_and_back(start: Start, deck: Path) -> None:
    terminal = start(deck, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: shown(terminal))
    terminal.send("v")
    terminal.wait(lambda: not shown(terminal))
    terminal.see("第一张")
    terminal.send("v")
    terminal.wait(lambda: shown(terminal))


def test_beside_notes_the_picture_takes_the_rows_above_them(start: Start, deck: Path) -> None:
    terminal = start(deck, env=KITTY, cell=(8, 16))

    def rows() -> list[str]:
        return [each["r"] for each in Pictures(terminal.raw).shown.values()]

    terminal.wait(lambda: rows() == ["24"])
    terminal.send("s")
    terminal.wait(lambda: rows() == ["15"])
    terminal.send("s")
    terminal.wait(lambda: rows() == ["24"])


def test_another_size_gets_pictures_of_its_own(start: Start, deck: Path) -> None:
    terminal = start(deck, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: shown(terminal))
    terminal.resize(100, 30)
    terminal.wait(lambda: Pictures(terminal.raw).sizes() == [(800, 480)])


def test_in_cells_nothing_of_pictures_is_sent(start: Start, deck: Path) -> None:
    terminal = start(deck, "--render", "cells", env=KITTY, cell=(8, 16))
    terminal.see("第一张")
    terminal.send(RIGHT)
    terminal.see("第二张")
    terminal.send("qq")
    assert terminal.status() == 0
    assert not re.search(rb"\x1b_G[^;]*a=[tpT]", terminal.raw)


def test_the_console_shows_both_slides_as_pictures_and_takes_them_with_it(
    start: Start, deck: Path
) -> None:
    stage = start(deck, env=KITTY, cell=(8, 16))
    stage.wait(lambda: shown(stage))
    console = start("notes", deck, size=(120, 40), env=KITTY, cell=(8, 16))
    console.wait(lambda: len(shown(console)) == 2)
    first = dict(Pictures(console.raw).data)
    console.send(RIGHT)
    console.wait(lambda: len(shown(console)) == 2 and "2/3" in console.text)
    console.wait(lambda: Pictures(console.raw).data != first)
    stage.send("v")
    console.wait(lambda: not shown(console))
    console.see("第二张")
    stage.send("v")
    console.wait(lambda: len(shown(console)) == 2)
    console.send("?")
    console.wait(lambda: not shown(console))
    console.send("\x1b")
    console.wait(lambda: len(shown(console)) == 2)
    console.send("q")
    assert console.status() == 0
    end = Pictures(console.raw)
    assert (end.data, end.shown) == ({}, {})


def test_a_console_in_cells_sends_nothing_of_pictures(start: Start, deck: Path) -> None:
    console = start("notes", deck, "--render", "cells", size=(120, 40), env=KITTY, cell=(8, 16))
    console.see("第二张")
    console.send(RIGHT + "q")
    assert console.status() == 0
    assert not re.search(rb"\x1b_G[^;]*a=[tpTq]", console.raw)


def test_another_theme_on_a_further_page_leaves_the_talk_there(start: Start, deck: Path) -> None:
    items = ", ".join(f"第{number}件要记住的事情" for number in range(60))
    deck.write_text(f"title: 长\nslides:\n- {{title: 许多, bullets: [{items}]}}\n- 完\n")
    terminal = start(deck, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: len(Pictures(terminal.raw).data) > 3)
    seen = [shown(terminal)]
    for _ in range(2):
        terminal.send(RIGHT)
        terminal.wait(lambda: shown(terminal) and shown(terminal) != seen[-1])
        seen.append(shown(terminal))
    sent = terminal.raw.count(b"a=t,f=100")
    terminal.send("t")
    terminal.wait(lambda: terminal.raw.count(b"a=t,f=100") > sent)
    terminal.send("qq")
    assert terminal.status() == 0


def test_a_terminal_that_was_asked_is_sent_pictures_ahead(start: Start, deck: Path) -> None:
    env = {"TERM": "xterm-256color"}
    answers = {
        **QUERIES,
        b"\x1b[>q": b"\x1bP>|kitty(0.41.1)\x1b\\",
        b"\x1b_Gi=31": b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[c": b"\x1b[?62;c",
    }
    terminal = start(deck, env=env, cell=(8, 16), answers=answers)
    terminal.wait(lambda: shown(terminal) and len(Pictures(terminal.raw).data) == 5)
    terminal.send("qq")
    assert terminal.status() == 0


def test_pixels_alone_may_change(start: Start, deck: Path) -> None:
    terminal = start(deck, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: len(Pictures(terminal.raw).data) == 5)
    terminal.zoom(16, 32)
    terminal.wait(lambda: Pictures(terminal.raw).sizes() == [(1280, 768)])
    terminal.wait(lambda: len(Pictures(terminal.raw).data) == 5)
    terminal.send("qq")
    assert terminal.status() == 0


@pytest.mark.parametrize("command", [[], ["notes"]], ids=["stage", "console"])
@pytest.mark.parametrize("keys", ["qq", "vqq", "\x03", "vvqq"])
def test_who_ends_at_once_leaves_nothing(
    start: Start, deck: Path, command: list[str], keys: str
) -> None:
    terminal = start(*command, deck, env=KITTY, cell=(8, 16))
    if keys == "\x03":
        # Until the terminal is taken it is no key, but a signal, to a Python that is being started.
        terminal.wait(lambda: not terminal.attributes()[3] & termios.ISIG)
    terminal.send(keys)
    assert terminal.status() == 0
    terminal.assert_as_found()
    end = Pictures(terminal.raw)
    assert (end.data, end.shown) == ({}, {})
