"""``presenter themes``: the list, with and without colours."""

from __future__ import annotations

import re
import sys

import pytest

from presenter.commands import themes as command_module
from presenter.typeset.themes import OURS, find, names
from tests.commands.conftest import Command


def _lines(out: str) -> list[str]:
    return [re.sub(r"\x1b\[[\d;]*m", "", line) for line in out.splitlines()]


def test_every_theme_is_listed_ours_first(command: Command) -> None:
    status, out, err = command("themes")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == names()
    assert [line.split()[0] for line in out.splitlines()][: len(OURS)] == list(OURS)
    kinds = {line.split()[0]: line.split()[1] for line in out.splitlines()}
    assert kinds["ink"] == "dark"
    assert kinds["paper"] == "light"
    assert "\x1b" not in out


def test_on_a_terminal_each_theme_is_seen_in_its_colours(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_module, "in_colour", lambda stream: stream is sys.stdout)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("COLORTERM", "truecolor")
    lines = command("themes").out.splitlines()
    for line, name in zip(lines, names(), strict=True):
        theme = find(name)
        assert theme is not None
        title = theme.style("title")
        for ground, colour in ((38, title.color), (48, title.background)):
            if colour is not None and colour.startswith("#"):
                rgb = ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
                assert f"{ground};2;{rgb}" in line
    assert "标题" in _lines(lines[0])[0]


def test_a_terminal_of_256_colours_gets_the_nearest_ones(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_module, "in_colour", lambda stream: stream is sys.stdout)
    monkeypatch.delenv("COLORTERM", raising=False)
    out = command("themes").out
    assert "38;2;" not in out
    vermilion = next(line for line in out.splitlines() if "vermilion" in line)
    assert "48;5;231m" in vermilion
