"""Which editor, and how it is told the line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.app import App

from presenter.screen.editor import edit, editor_command, editor_of
from presenter.words import Words

FILE = Path("/讲稿/slides.yaml")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        *((name, [name, "+12", str(FILE)]) for name in ("vi", "vim", "nvim", "nano", "emacs")),
        *((name, [name, "+12", str(FILE)]) for name in ("micro", "joe", "vim.basic")),
        ("/usr/bin/nvim -p", ["/usr/bin/nvim", "-p", "+12", str(FILE)]),
        ("'/opt/my editors/vim' -u 'a b'", ["/opt/my editors/vim", "-u", "a b", "+12", str(FILE)]),
        ("hx", ["hx", f"{FILE}:12"]),
        ("helix", ["helix", f"{FILE}:12"]),
        ("subl -n", ["subl", "-n", f"{FILE}:12"]),
        ("code", ["code", "--wait", "--goto", f"{FILE}:12"]),
        ("code -w", ["code", "-w", "--goto", f"{FILE}:12"]),
        ("codium --wait", ["codium", "--wait", "--goto", f"{FILE}:12"]),
        ("cursor", ["cursor", "--wait", "--goto", f"{FILE}:12"]),
        ("gedit --standalone", ["gedit", "--standalone", str(FILE)]),
        ("ed", ["ed", str(FILE)]),
        ("vim 'unclosed", []),
        ("''", ["", str(FILE)]),
        ("  ", []),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, command: list[str]) -> None:
    assert editor_command(editor, FILE, 12) == command


def test_a_name_like_an_option_is_taken_for_a_file() -> None:
    assert editor_command("ed", Path("-x.yaml"), 1)[1].startswith("/")


def test_visual_comes_before_editor_and_empty_ones_do_not_count() -> None:
    assert editor_of({"VISUAL": "hx", "EDITOR": "ed"}) == "hx"
    assert editor_of({"VISUAL": " ", "EDITOR": "ed"}) == "ed"


def test_without_either_it_is_a_usual_one_that_is_there(tmp_path: Path) -> None:
    assert editor_of({"PATH": str(tmp_path)}) == ""
    for name in ("nano", "vi"):
        (tmp_path / name).touch(0o755)
        assert editor_of({"PATH": str(tmp_path)}) == name


async def test_a_file_that_cannot_be_written_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = tmp_path / "slides.yaml"
    deck.touch()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "slides.yaml" in await edit(App(), deck, 1, Words("zh"))
    assert "presenter new" in await edit(App(), deck, 1, Words("en"))


async def test_without_any_editor_it_says_what_to_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    deck = tmp_path / "slides.yaml"
    deck.touch()
    assert "$EDITOR" in await edit(App(), deck, 1, Words("en"))
