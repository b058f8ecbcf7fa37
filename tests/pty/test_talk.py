"""A talk as it is given: the first slide, the keys, the sizes, every kind of terminal."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from presenter.deck import load_deck
from presenter.deck.source import bundled_deck
from presenter.words import Language
from tests.pty.conftest import Start
from tests.pty.harness import presenter

RIGHT, LEFT = "\x1b[C", "\x1b[D"


@pytest.mark.parametrize(
    ("language", "locale", "notice"),
    [("zh", "zh_CN.UTF-8", "没有 slides.yaml"), ("en", "C.UTF-8", "there is no slides.yaml")],
)
def test_the_arrows_walk_the_bundled_deck_and_q_leaves(
    start: Start, tmp_path: Path, language: Language, locale: str, notice: str
) -> None:
    deck = load_deck(bundled_deck(language)).deck
    assert deck is not None
    titles = [slide.title for slide in deck.slides]
    terminal = start("--no-reveal", cwd=tmp_path, env={"LANG": locale})
    terminal.see("1/7", notice)
    for number, title in enumerate(titles[1:], 2):
        terminal.send(RIGHT)
        terminal.see(f"{number}/7", title)
    terminal.send(LEFT)
    terminal.see("6/7", titles[5])
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_a_deck_from_a_pipe_is_presented_with_the_keys_of_the_terminal(
    start: Start, deck: Path
) -> None:
    piped = f"cat {shlex.quote(str(deck))} | {shlex.join(presenter('-'))}"
    terminal = start(command=["sh", "-c", piped], cwd=deck.parent)
    terminal.see("1/4", "开场白")
    terminal.send(RIGHT + "r" + "e")  # there is no file to read again, or to edit
    terminal.see("2/4", "管理的前提")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_a_resize_keeps_the_slide(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4", "开场白")
    terminal.send(RIGHT)
    terminal.see("2/4", "管理的前提")
    for columns, rows in ((120, 40), (20, 5), (1, 1), (40, 12)):
        terminal.resize(columns, rows)
        terminal.read(0.01)
    terminal.see("2/4", "先懂全局，再办后勤。")
    assert max(map(len, terminal.rows)) <= 40
    terminal.send("qq")
    assert terminal.status() == 0


def test_a_terminal_that_was_small_for_a_moment_is_painted_anew(start: Start, deck: Path) -> None:
    terminal = start(deck, size=(80, 24))
    terminal.see("1/4", "机关后勤，重在保障。")
    terminal.read_for(1)  # what follows the first page would paint it anew, too
    for opened, shown in (("", "机关后勤，重在保障。"), ("o", "管理的前提")):
        terminal.send(opened)
        terminal.see(shown)
        terminal.resize(1, 1)
        terminal.resize(80, 24)
        terminal.see(shown)


def test_sizes_in_the_environment_are_not_believed(start: Start, deck: Path) -> None:
    terminal = start(deck, size=(40, 12), env={"COLUMNS": "132", "LINES": "50"})
    terminal.see("1/4", "机关后勤，重在保障。")
    terminal.resize(60, 20)
    terminal.see("1/4", "机关后勤，重在保障。")


@pytest.mark.parametrize(
    "env",
    [
        {"NO_COLOR": "1"},
        {"COLORTERM": None},
        {"TERM": "linux", "COLORTERM": None},
        {"TERM": "dumb", "COLORTERM": None},
        {"TERM": "unknown", "COLORTERM": None},
        {"TERM": None, "COLORTERM": None},
        {"LANG": "C", "LC_ALL": "C"},
        {"LANG": None},
        {"SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22", "TERM": "screen"},
    ],
    ids=str,
)
def test_every_kind_of_terminal_shows_the_slides(
    start: Start, deck: Path, env: dict[str, str | None]
) -> None:
    terminal = start(deck, env=env, answers={})
    terminal.see("1/4", "开场白", "机关后勤，重在保障。")
    terminal.send(RIGHT)
    terminal.see("2/4", "先懂全局，再办后勤。")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


@pytest.mark.parametrize("encoding", ["gb18030", "latin-1", "ascii"])
def test_a_terminal_that_lacks_characters_gets_others(
    start: Start, deck: Path, encoding: str
) -> None:
    terminal = start(deck, env={"PYTHONIOENCODING": encoding})
    terminal.wait(lambda: b"1/4" in terminal.raw)
    if encoding == "gb18030":
        terminal.wait(lambda: "开场白".encode(encoding) in terminal.raw)
    terminal.send("qq")
    assert terminal.status() == 0


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (400, 120)])
def test_it_starts_at_any_size(start: Start, deck: Path, size: tuple[int, int]) -> None:
    terminal = start(deck, size=size)
    if size > (1, 1):
        terminal.see("1/4")
    else:
        terminal.wait(lambda: "25" not in terminal.modes)
        terminal.resize(80, 24)
        terminal.see("1/4", "开场白")
    terminal.send("qq")
    assert terminal.status() == 0


def test_two_talks_at_once(start: Start, deck: Path) -> None:
    first, second = start(deck), start(deck)
    first.see("1/4")
    second.see("1/4")
    first.send(RIGHT)
    first.see("2/4")
    for terminal in (first, second):
        terminal.send("qq")
        assert terminal.status() == 0


@pytest.mark.parametrize("redirected", ["< /dev/null", "> out.txt"])
def test_without_a_terminal_it_says_so(
    start: Start, deck: Path, tmp_path: Path, redirected: str
) -> None:
    script = f'"$0" "$1" {redirected}'
    command = ["/bin/sh", "-c", script, *presenter(deck)]
    terminal = start(command=command, cwd=tmp_path)
    assert terminal.status() == 2
    assert "terminal" in terminal.text
    assert "Traceback" not in terminal.text


def test_errors_may_go_to_a_file(start: Start, deck: Path, tmp_path: Path) -> None:
    command = ["/bin/sh", "-c", '"$0" "$1" 2> errors.txt', *presenter(deck)]
    terminal = start(command=command, cwd=tmp_path)
    terminal.see("1/4", "开场白")
    terminal.send("qq")
    assert terminal.status() == 0
    assert (tmp_path / "errors.txt").read_text() == ""


def test_a_screen_that_opens_or_closes_is_sent_once(start: Start, deck: Path) -> None:
    terminal = start(deck, "--render", "cells")
    terminal.see("1/4", "开场白")
    terminal.wait(lambda: b"\x1b[?2004h" in terminal.raw, "the app behind the first page")
    terminal.read_for(0.3)  # what Textual paints again comes within a frame or two
    for key, text in (("?", "PgDn"), ("\x1b", "开场白")):
        before = len(terminal.raw)
        terminal.send(key)
        terminal.see(text)
        terminal.read_for(0.3)
        assert terminal.raw[before:].count(b"\x1b[?2026h\x1b[1;1H") == 1
