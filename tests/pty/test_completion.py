"""The tab key in the shells themselves: what they make of what presenter offers."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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

KILL_LINE, CLEAR_SCREEN = "\x15", "\x0c"


@pytest.fixture(scope="module", params=SHELLS)
def learned(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Terminal]:
    """A shell that has learned to complete, in a folder with decks and other files."""
    command, prompt, learn = SHELLS[request.param]
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]}")
    folder = tmp_path_factory.mktemp("talks")
    for name in ("my talk.yaml", "outline.yml", "notice.txt", "deck.md"):
        (folder / name).touch()
    (folder / "older").mkdir()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {"PATH": path, "TERM": "xterm", "HOME": str(folder / "older")}
    # A width that no line of a test fills, and a terminal that is asked nothing.
    with Terminal(command, cwd=folder, size=(120, 24), env=env) as terminal:
        terminal.send(f"{prompt}\n")
        terminal.see("ready>")
        terminal.send(f"{learn}; echo lear''ned\n")
        terminal.see("learned")
        yield terminal


@pytest.fixture
def shell(learned: Terminal) -> Terminal:
    """The same, with an empty line."""
    learned.send(KILL_LINE + CLEAR_SCREEN)
    learned.wait(lambda: learned.text.strip() == "ready>", "nothing but a prompt")
    return learned


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
