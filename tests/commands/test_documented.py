"""Every command line in the documents is one that presenter understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest

from presenter.commands.program import program

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    ROOT / "CONTRIBUTING.md",
    *sorted(ROOT.glob("README*.md")),
    *(ROOT / "docs").rglob("*.md"),
]


def _texts() -> Iterator[tuple[list[tuple[str, str]], str]]:
    """The blocks of each document with their languages, and the text around them."""
    fence = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        yield fence.findall(text), fence.sub("", text)


def _to_type() -> set[str]:
    """The command lines in shell blocks, to be typed as they are."""
    lines = (
        re.sub(r"(^|\s)#.*", "", line).strip().removeprefix("$ ")
        for blocks, _ in _texts()
        for kind, block in blocks
        if kind in ("sh", "text")
        for line in block.splitlines()
    )
    return {line for line in lines if re.match(r"presenter( |$)", line)}


def _named() -> set[str]:
    """Commands and options that are named in the text, perhaps without all that they need."""
    return {found for _, text in _texts() for found in re.findall(r"`(presenter [^`\n…]+)`", text)}


def test_there_are_command_lines() -> None:
    assert len(_to_type()) > 20
    assert len(_named()) > 10


@pytest.mark.parametrize("line", sorted(_to_type() | _named()))
def test_the_command_line_is_understood(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    called = []
    monkeypatch.setattr(click.Context, "invoke", lambda *args, **_: called.append(args))
    # What is only named may lack what it needs, and a help ends at once.
    unfinished = () if line in _to_type() else (click.MissingParameter, click.BadOptionUsage)
    with suppress(click.exceptions.Exit, *unfinished):
        with program.make_context("presenter", _words(line)) as context:
            program.invoke(context)
        assert called


def _words(line: str) -> list[str]:
    """What a shell gives to the command, without what it takes for itself."""
    return shlex.split(re.split(r" [|>] ", line)[0])[1:]
