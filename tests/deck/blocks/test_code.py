"""The ``code`` block as it is written: its file, its lines, its language."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presenter.deck import load_source
from presenter.deck.blocks import Code
from presenter.deck.blocks.code import is_language, language_of_file
from presenter.deck.source import Source
from tests.deck.decks import told

FILE = '"""文档。"""\n\n\ndef f():\n    return 1\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "f.py").write_text(FILE, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


def read(
    written: str, folder: Path | None = None
) -> tuple[Code | None, list[tuple[int, int, str]]]:
    """The block, if it is shown, and its problems; the value begins at 4:11."""
    text = f"title: 试讲\nslides:\n  - title: 代码\n    code: {written}\n"
    loaded = load_source(Source("deck.yaml", text, folder))
    assert loaded.deck is not None
    (slide,) = loaded.deck.slides
    blocks = [block for block in slide.content if isinstance(block, Code)]
    return blocks[0] if blocks else None, [told(each) for each in loaded.problems]


def test_the_short_form_is_the_code_itself() -> None:
    block, problems = read("x = 1")
    assert problems == []
    assert block is not None
    assert block.source == "x = 1"


def test_a_file_is_read_cut_and_its_language_guessed(folder: Path) -> None:
    block, problems = read("{file: code/f.py, from: 4, to: 5}", folder)
    assert problems == []
    assert block is not None
    assert (block.source, block.language) == ("def f():\n    return 1", "python")


def test_the_last_line_may_lie_beyond_the_end(folder: Path) -> None:
    block, _ = read("{file: code/f.py, from: 5, to: 99}", folder)
    assert block is not None
    assert block.source == "    return 1"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("{file: code/g.py}", (4, 18, "file-missing")),
        ("{file: ../f.py}", (4, 18, "file-outside")),
        ("{file: /etc/passwd}", (4, 18, "file-outside")),
        ("{file: code}", (4, 18, "file-not-regular")),
        ("{file: pipe}", (4, 18, "file-not-regular")),
        ("{file: 'https://example.org/f.py'}", (4, 18, "file-remote")),
        ("{file: code/f.py, source: x}", (4, 18, "code-source-or-file")),
        ("{language: python}", (4, 11, "code-source-or-file")),
        ("{file: code/f.py, from: 9}", (4, 35, "code-from-to")),
        ("{file: code/f.py, from: 3, to: 2}", (4, 35, "code-from-to")),
        ("{source: x, lines: 1-}", (4, 30, "code-lines")),
        ("{source: x, lines: 1||1}", (4, 30, "code-lines")),
        ("{source: x, lines: 2}", (4, 30, "code-lines-range")),
        ("{file: code/f.py, from: 4, lines: 1}", (4, 45, "code-lines-range")),
        ("{source: x, lines: 1-99999999999}", (4, 30, "code-lines-range")),
        ("{source: x, from: 0}", (4, 29, "too-small")),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    folder: Path, written: str, problem: tuple[int, int, str]
) -> None:
    block, problems = read(written, folder)
    assert block is None
    assert problems == [problem]


def test_an_unknown_language_is_a_warning_and_the_code_is_shown() -> None:
    block, problems = read("{source: x, language: pythn}")
    assert problems == [(4, 33, "code-language")]
    assert block is not None


@pytest.mark.parametrize(
    ("lines", "stressed"),
    [
        ("", ()),
        ("1-3", (frozenset({1, 2, 3}),)),
        ("1 , 3|all| 2-2 ", (frozenset({1, 3}), None, frozenset({2}))),
    ],
)
def test_groups_of_lines(lines: str, stressed: tuple[frozenset[int] | None, ...]) -> None:
    assert Code(source="x", lines=lines).stressed == stressed


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("a/b.py", "python"),
        ("b.rs", "rust"),
        ("b.sql", "sql"),
        ("b.h", "c"),
        ("Makefile", "make"),
        ("Dockerfile", "docker"),
        ("CMakeLists.txt", "cmake"),
        ("notes.txt", "text"),
        ("b.no-such-ending", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_file(name: str, language: str) -> None:
    assert language_of_file(name) == language
    assert not language or is_language(language)
