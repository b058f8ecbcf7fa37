"""``presenter themes``: the list, with and without colours."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from presenter.commands import themes as command_module
from presenter.typeset.themes import OURS, find, names
from presenter.typeset.width import ruler
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
    monkeypatch.setattr(command_module, "can_write_colour", lambda stream: stream is sys.stdout)
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
    monkeypatch.setattr(command_module, "can_write_colour", lambda stream: stream is sys.stdout)
    monkeypatch.delenv("COLORTERM", raising=False)
    out = command("themes").out
    assert "38;2;" not in out
    vermilion = next(line for line in out.splitlines() if "vermilion" in line)
    assert "48;5;231m" in vermilion


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of the reader's own themes."""
    folder = tmp_path / "config" / "presenter" / "themes"
    folder.mkdir(parents=True)
    return folder


def test_the_readers_own_themes_stand_at_the_end(command: Command, own: Path) -> None:
    (own / "松烟.yaml").write_text("extends: paper", encoding="utf-8")
    (own / "nord.yaml").write_text("extends: board", encoding="utf-8")
    status, out, err = command("themes")
    assert (status, err) == (0, "")
    *_, nord, pine = out.splitlines()
    assert nord.split() == ["nord", "dark"]
    assert pine.split() == ["松烟", "light"]
    assert out.count("nord") == 1
    measure = ruler("narrow").width
    assert measure(pine[: pine.index("light")]) == measure(nord[: nord.index("dark")])


def test_what_is_wrong_in_one_is_told_and_the_others_are_listed(
    command: Command, own: Path
) -> None:
    (own / "bad.yaml").write_text("palette: {acent: red}", encoding="utf-8")
    status, out, err = command("themes")
    assert status == 0
    assert "bad" not in out
    assert "ink" in out
    assert "bad.yaml:1:11: error: a palette has no “acent”" in err


def test_a_single_theme_by_name_or_file(command: Command, tmp_path: Path) -> None:
    assert command("themes", "--theme", "paper").out == "paper  light\n"
    path = tmp_path / "mine.yaml"
    path.write_text("extends: ink\n", encoding="utf-8")
    assert command("themes", "--theme", path).out == f"{path}  dark \n"
    path.write_text("extends: ink\ndork: 1\nderk: 2\n", encoding="utf-8")
    status, out, err = command("themes", "--theme", path)
    assert (status, out) == (1, "")
    assert err.count("error:") == 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("papper", "did you mean paper?"),
        ("no/such.yaml", "cannot be read"),
        (".//", "cannot be read"),
    ],
)
def test_a_theme_that_there_is_not(command: Command, name: str, said: str) -> None:
    status, out, err = command("themes", "--theme", name)
    assert (status, out) == (2, "")
    assert said in err
