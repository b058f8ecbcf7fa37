"""Beside every kind of grapheme that terminals disagree about, columns stand where they belong."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from tests.terminals.window import Window, presenter

KINDS = {
    "emoji by choice": "\u26a0\ufe0f\u2764\ufe0f",
    "keycap": "1\ufe0f\u20e3",
    "skin tone": "\U0001f44b\U0001f3fc",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "flag": "\U0001f1e8\U0001f1f3",
    "text by choice": "\u231a\ufe0e",
    "Devanagari": "\u0938\u094d\u0924\u094d\u0930\u0940",
    "Tamil": "\u0ba8\u0bbf\u0b95\u0bcd\u0bb7",
    "Hangul by letters": "\u1112\u1161\u11ab",
    "private": "\ue0b0",
    "young": "\U0001f6dc",
    "younger": "\U0001fae9",
    "quotation": "\u201c\u2026\u201d",
}

MARK = "█"
"""What stands to the right of each: a cell of one colour from edge to edge."""

DECK = """\
title: columns
slides:
- title: "table {warning}"
  table:
    rows: [{rows}]
- title: "callout {warning}"
  columns:
  - callout: {{kind: note, text: "{lines}"}}
  - text: "{marks}"
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "slides.yaml"
    rows = ", ".join(f'["{each}", "{MARK}", "{each}{each}", "{MARK}"]' for each in KINDS.values())
    # A line break in each, so that a line stands beside each mark.
    lines = "\\n".join(f"{each}  " for each in KINDS.values())
    marks = "\\n".join(f"{MARK}  " for _ in (0, *KINDS))
    warning = KINDS["emoji by choice"]
    path.write_text(DECK.format(rows=rows, lines=lines, marks=marks, warning=warning), "utf-8")
    return path


def mark_places(picture: Image.Image, cell: tuple[int, int]) -> list[list[int]]:
    """Where in each row of cells marks begin, in pixels; rows without any are left out."""
    found = []
    width, height = cell
    ink = picture.convert("L").point(lambda light: light < _DARK)
    for row in range(picture.height // height):
        places, run = [], 0
        for x in range(picture.width):
            column = (ink.getpixel((x, row * height + at)) for at in (1, height // 2, height - 2))
            run = run + 1 if all(column) else 0
            if run == width - 1:
                places.append(x - run + 1)
        if places:
            found.append(places)
    return found


_DARK = 50
"""What is darker than this is ink of a text: all else on paper is coloured."""


def assert_in_columns(places: Sequence[Sequence[int]]) -> None:
    for column in zip(*places, strict=True):
        assert len(set(column)) == 1, Counter(column)


def assert_painted(picture: Image.Image, cell: tuple[int, int]) -> None:
    """The cells at the right edge, where nothing stands, are all of the page's own colour."""
    edge = picture.crop((picture.width - cell[0], 0, *picture.size))
    assert len(edge.getcolors(1 << 24) or []) == 1


def _within(program: str, folder: Path) -> list[str]:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    if program == "tmux":
        return ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null", "new-session"]
    return ["env", "COLORTERM=truecolor", f"SCREENDIR={folder}", "screen", "-U", "-c", "/dev/null"]


@pytest.mark.parametrize("program", ["", "tmux", "screen"])
def test_what_stands_to_the_right_is_in_one_vertical_line(
    window: Window, deck: Path, tmp_path: Path, program: str
) -> None:
    around = _within(program, tmp_path) if program else []
    before = window.prompts
    talk = presenter(deck, "--render", "cells", "--theme", "paper", "--no-animation")
    window.start([*around, *talk])
    cells = window.cells
    cell = cells.width // cells.columns, cells.height // cells.rows
    # The last row may be a status line.
    size = cells.width, cells.height - cell[1]

    def marks(picture: Image.Image) -> list[list[int]]:
        return mark_places(window.crop(picture).crop((0, 0, *size)), cell)

    for columns, rows in ((2, len(KINDS)), (1, len(KINDS) + 1)):
        shape = [columns] * rows
        window.wait(
            lambda seen, shape=shape: [*map(len, marks(seen))] == shape,  # type: ignore[misc]
            f"{columns} columns of marks",
        )
        seen = window.still()
        assert_in_columns(marks(seen))
        assert_painted(window.crop(seen).crop((0, 0, *size)), cell)
        window.keys("Right")
    window.keys("q", "q")
    window.await_prompt(before)
