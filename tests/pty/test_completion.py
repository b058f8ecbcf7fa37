"""The tab key in the shells themselves: what they make of what presenter offers."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import Terminal

SHELLS = {
    "bash": (
        ["bash", "--noprofile", "--norc", "-i"],
        "PS1='ready> '",
        'eval "$(_PRESENTER_COMPLETE=bash_source presenter)"',
    ),
    "zsh": (
        ["zsh", "-f", "-i"],
        "PS1='ready> '",
        'eval "$(_PRESENTER_COMPLETE=zsh_source presenter)"',
    ),
    "fish": (
        ["fish", "--no-config", "-i"],
        "function fish_prompt; echo 'ready> '; end",
        "_PRESENTER_COMPLETE=fish_source presenter | source",
    ),
}
"""How each is started without its owner's settings, its prompt, and the line of the README."""

Type = Callable[[str], Terminal]


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, start: Start, tmp_path: Path) -> Terminal:
    """A shell that has learned to complete, in a folder with decks and other files."""
    command, prompt, learn = SHELLS[request.param]
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]}")
    folder = tmp_path / "talks"
    folder.mkdir()
    for name in ("my talk.yaml", "outline.yml", "notice.txt", "deck.md"):
        (folder / name).touch()
    (folder / "older").mkdir()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    # A width that no line of a test fills, and a terminal that is asked nothing.
    terminal = start(
        command=command, cwd=folder, size=(120, 24), env={"PATH": path, "TERM": "xterm"}
    )
    terminal.send(f"{prompt}\n")
    terminal.see("ready>")
    terminal.send(f"{learn}; echo lear''ned\n")
    terminal.see("learned")
    return terminal


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("presenter expo", "presenter export "),
        ("presenter --sam", "presenter --sample "),
        ("presenter check --str", "presenter check --strict "),
        ("presenter --theme verm", "presenter --theme vermilion "),
        ("presenter out", "presenter outline.yml "),
        ("presenter my", r"presenter my\ talk.yaml "),
        ("presenter ol", "presenter older/"),
        ("presenter notes ou", "presenter notes outline.yml "),
        ("presenter import de", "presenter import deck.md "),
        ("presenter help rehea", "presenter help rehearsals "),
        ("presenter export outline.yml -o noti", "presenter export outline.yml -o notice.txt "),
    ],
)
def test_tab_completes(shell: Terminal, typed: str, completed: str) -> None:
    shell.send(f"{typed}\t")
    shell.send("X")
    shell.see(f"{completed}X")


@pytest.mark.parametrize("typed", ["presenter ", "presenter o"])
def test_tab_lists_only_what_can_be_meant(shell: Terminal, typed: str) -> None:
    shell.send(f"{typed}\t\t")
    shell.see("outline.yml", "older")
    assert "notice.txt" not in shell.text
