"""Pictures, as a real terminal gets them."""

from __future__ import annotations

import re
from base64 import b64decode
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.drawings import write
from tests.pty.conftest import Start
from tests.pty.harness import Terminal

DECK = """\
title: 图
lang: zh-Hans
slides:
- title: 前一张
- title: 一图
  image: {path: a.png, alt: 上红下蓝, caption: 说明}
- title: 后一张
"""
CELLS = ("--render", "cells", "--ambiguous", "narrow")
RIGHT, LEFT = "\x1b[C", "\x1b[D"
KITTY = {"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}
FOOT = {"TERM": "foot"}

_COMMAND = re.compile(rb"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")
_ASKED = re.compile(rb"\x1b\[[?>=]?[\d;]*(?:[cn]|t|\$p)|\x1b\][\d;]*\?|\x1bP[+$]q")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck" / "slides.yaml"
    write(path.with_name("a.png"), 640, 480)
    path.write_text(DECK, encoding="utf-8")
    return path


def commands(terminal: Terminal) -> list[tuple[dict[str, str], bytes]]:
    """The graphics commands that kitty would have got: keys, payload."""
    return [
        (dict(pair.split("=") for pair in keys.decode().split(",")), payload)
        for keys, payload in _COMMAND.findall(terminal.raw)
    ]


def shows(terminal: Terminal, text: str, since: int) -> bool:
    return text.encode() in terminal.raw[since:]


def assert_nothing_was_asked(terminal: Terminal) -> None:
    asked = set(_ASKED.findall(terminal.raw)) - set(terminal._answers)
    assert not asked
    for keys, _ in commands(terminal):
        assert keys["q"] == "2"
        assert keys.get("a") in ("T", "d", None)


def test_kitty_gets_a_picture_once_and_forgets_it(start: Start, deck: Path) -> None:
    terminal = start(deck, *CELLS, env=KITTY, cell=(8, 16))
    terminal.wait(lambda: b"1/3" in terminal.raw)
    assert not commands(terminal)
    for key, what in ((RIGHT, "\U0010eeee"), (LEFT, "前一张"), (RIGHT, "\U0010eeee")):
        seen = len(terminal.raw)
        terminal.send(key)
        terminal.wait(partial(shows, terminal, what, seen))
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()
    assert_nothing_was_asked(terminal)

    first, *rest = commands(terminal)
    last, nothing = rest.pop()
    head = first[0]
    assert (head["a"], head["U"], head["f"]) == ("T", "1", "100")
    assert [keys["m"] for keys, _ in (first, *rest)] == ["1"] * len(rest) + ["0"] or not rest
    payload = b"".join(part for _, part in (first, *rest))
    assert all(len(part) <= 4096 for _, part in (first, *rest))
    assert Image.open(BytesIO(b64decode(payload))).size == (35 * 8, 13 * 16)
    assert (last["a"], last["d"], last["i"]) == ("d", "I", head["i"])
    assert nothing == b""

    columns, rows = int(head["c"]), int(head["r"])
    row = f"\x1b[38;5;{head['i']}m\U0010eeee\u0305\u0305\U0010eeee\u0305\u030d".encode()
    assert row in terminal.raw
    assert terminal.raw.count("\U0010eeee".encode()) == 2 * columns * rows


def test_kitty_gets_it_again_after_a_stop(start: Start, deck: Path) -> None:
    terminal = start(command=["/bin/bash", "--norc", "-i", "-m"], env={**KITTY, "PS1": "prompt> "})
    terminal.see("prompt>")
    from tests.pty.harness import presenter

    terminal.send(" ".join(presenter(deck, "--start", "2")) + "\n")
    terminal.wait(lambda: "\U0010eeee".encode() in terminal.raw)
    sent = [keys for keys, _ in commands(terminal) if keys.get("a") == "T"]
    terminal.send("\x1a")
    terminal.wait(lambda: terminal.raw.endswith(b"prompt> "))
    terminal.send("fg\n")
    terminal.wait(
        lambda: [keys for keys, _ in commands(terminal) if keys.get("a") == "T"] == sent * 2
    )
    back = terminal.raw.rfind(b"\x1b[?1049h")
    assert back < terminal.raw.rfind(b"\x1b_Ga=T")
    terminal.send("qq")
    terminal.wait(lambda: terminal.raw.endswith(b"prompt> "))
    assert terminal.raw.rfind(b"\x1b_Ga=d") < terminal.raw.rfind(b"\x1b[?1049l")


def test_sixels_are_drawn_where_they_belong(start: Start, deck: Path) -> None:
    terminal = start(deck, *CELLS, "--start", "2", env=FOOT, cell=(8, 16))
    drawn = re.compile(rb"\x1b7\x1b\[(\d+);(\d+)H\x1bP0;1;0q\"1;1;(\d+);(\d+)#[^\x1b]*\x1b\\\x1b8")
    terminal.wait(lambda: drawn.search(terminal.raw))
    match = drawn.search(terminal.raw)
    assert match
    row, column, width, height = map(int, match.groups())
    assert (row, column) == (8, 9)
    assert width % 8 == 0
    assert height % 6 == 0
    assert row + height / 16 < 23
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()
    assert_nothing_was_asked(terminal)


@pytest.mark.parametrize(
    "env",
    [
        {**KITTY, "TMUX": "/tmp/tmux-1000/default,1,0", "TERM": "tmux-256color"},
        {**KITTY, "STY": "1.pts-1.host", "TERM": "screen-256color"},
        FOOT,  # which does not say here how large its cells are
        {},
    ],
    ids=str,
)
def test_elsewhere_half_blocks_are_shown(start: Start, deck: Path, env: dict[str, str]) -> None:
    terminal = start(deck, *CELLS, "--start", "2", env=env)
    terminal.see("▀▀▀▀▀▀▀▀", "说明")
    terminal.send("qq")
    assert terminal.status() == 0
    assert not commands(terminal)
    assert b"\x1bP" not in terminal.raw
    assert_nothing_was_asked(terminal)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "linux", "COLORTERM": None}], ids=str)
def test_without_colours_the_alt_text_stands(
    start: Start, deck: Path, env: dict[str, str | None]
) -> None:
    terminal = start(deck, *CELLS, "--start", "2", env=env)
    terminal.see("│ 上红下蓝 │", "说明")
    terminal.send("qq")
    assert terminal.status() == 0
    assert b"\xe2\x96\x80" not in terminal.raw


def test_a_picture_that_is_written_anew_is_shown_anew(start: Start, deck: Path) -> None:
    terminal = start(deck, *CELLS, "--start", "2", "--images", "blocks")
    red = b"38;2;200;30;30"
    terminal.wait(lambda: red in terminal.raw)
    Image.new("RGB", (640, 480), (1, 2, 3)).save(deck.with_name("a.png"))
    terminal.wait(lambda: b"38;2;1;2;3" in terminal.raw)
    deck.with_name("a.png").unlink()
    terminal.see("slides.yaml:6:17")
