"""``presenter export``: what is written where, and what is refused."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from presenter.commands.errors import CommandError
from presenter.commands.export import slides_named
from tests.commands.conftest import Command

DECK = """\
title: 后勤工作的重要性
lang: zh-Hans
slides:
  - title: 前提
    bullets: [甲, 乙]
    notes: 秘密
  - title: 政策
    reveal: true
    bullets: [丙, 丁]
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def test_text_has_a_page_for_each_slide_and_no_notes(command: Command, deck: Path) -> None:
    out = deck.with_name("talk.txt")
    assert command("export", deck, "-o", out) == (0, "", "")
    first, second = out.read_text(encoding="utf-8").split("\f")
    assert "前提" in first
    assert "丁" in second
    assert "秘密" not in first + second


def test_notes_come_when_they_are_asked_for(command: Command, deck: Path) -> None:
    out = deck.with_name("talk.txt")
    assert command("export", deck, "-o", out, "--notes", "--slides", "1").status == 0
    assert "讲稿\n秘密\n" in out.read_text(encoding="utf-8")


def test_steps_are_pages_of_their_own(command: Command, deck: Path) -> None:
    out = deck.with_name("talk.txt")
    assert command("export", deck, "-o", out, "--steps", "--slides", "2").status == 0
    steps = out.read_text(encoding="utf-8").split("\f")
    assert [("丙" in step, "丁" in step) for step in steps] == [
        (False, False),
        (True, False),
        (True, True),
    ]


def test_each_page_is_a_picture_of_its_own(command: Command, deck: Path) -> None:
    assert command("export", deck, "-o", deck.with_name("talk.svg")).status == 0
    names = sorted(path.name for path in deck.parent.glob("*.svg"))
    assert names == ["talk-01.svg", "talk-02.svg"]
    root = ElementTree.parse(deck.with_name("talk-01.svg")).getroot()
    assert "前提" in "".join(root.itertext())
    assert "秘密" not in "".join(root.itertext())


def test_one_picture_goes_to_standard_output(command: Command, deck: Path) -> None:
    status, out, err = command("export", deck, "-o", "-", "--to", "svg", "--slides", "1")
    assert (status, err) == (0, "")
    assert out.startswith("<svg")
    status, out, err = command("export", deck, "-o", "-", "--to", "svg")
    assert (status, out) == (2, "")
    assert "2 pages" in err


def test_a_deck_comes_from_standard_input(command: Command) -> None:
    status, out, _ = command("export", "-", "-o", "-", "--to", "txt", stdin=DECK.encode())
    assert status == 0
    assert "政策" in out


def test_a_deck_with_errors_exports_nothing_unless_forced(command: Command, deck: Path) -> None:
    deck.write_text(DECK + "  - titel: 坏\n", encoding="utf-8")
    out = deck.with_name("talk.txt")
    status, _, err = command("export", deck, "-o", out)
    assert status == 1
    assert f"{deck}:10:5: error:" in err
    assert not out.exists()
    assert command("export", deck, "-o", out, "--force").status == 0
    assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "talk.svgg"), "did you mean svg?"),
        (("-o", "talk"), "svg"),
        (("-o", "-"), "--to"),
        (("-o", "talk.txt", "--slides", "3"), "the deck has 2"),
        (("-o", "talk.txt", "--slides", "a"), "--slides 2-4,7"),
        (("-o", "talk.txt", "--theme", "inc"), "did you mean ink?"),
        (("-o", "missing/talk.txt"), "cannot be written"),
    ],
)
def test_wrong_usage_says_what_to_write(
    command: Command,
    deck: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(deck.parent)
    status, out, err = command("export", deck, *arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert sorted(path.name for path in deck.parent.iterdir()) == ["talk.yaml"]


def test_a_theme_can_be_a_file(command: Command, deck: Path) -> None:
    theme = deck.with_name("mine.yaml")
    theme.write_text('palette: {accent: "#ff8888"}', encoding="utf-8")
    for given in (("--theme", theme), ()):
        status, out, err = command(
            "export", deck, "-o", "-", "--to", "svg", "--slides", "1", *given
        )
        assert (status, err) == (0, "")
        assert "#ff8888" in out
        deck.write_text(DECK + "theme: mine.yaml\n", encoding="utf-8")


def test_a_bad_theme_exports_nothing(command: Command, deck: Path) -> None:
    theme = deck.with_name("mine.yaml")
    theme.write_text("dork: 1", encoding="utf-8")
    out = deck.with_name("talk.txt")
    status, _, err = command("export", deck, "-o", out, "--theme", theme)
    assert status == 2
    assert f"{theme}:1:1: unknown key “dork”" in err
    deck.write_text(DECK + "theme: mine.yaml\n", encoding="utf-8")
    status, _, err = command("export", deck, "-o", out)
    assert status == 1
    assert f"{theme}:1:1: error: " in err
    assert not out.exists()
    assert command("export", deck, "-o", out, "--force").status == 0


def test_a_file_of_another_kind_is_left_alone(command: Command, deck: Path) -> None:
    out = deck.with_name("talk-02.svg")
    out.write_text("my diary", encoding="utf-8")
    status, _, err = command("export", deck, "-o", deck.with_name("talk.svg"))
    assert status == 2
    assert str(out) in err
    assert out.read_text(encoding="utf-8") == "my diary"
    assert not deck.with_name("talk-01.svg").exists()


@pytest.mark.parametrize(
    ("text", "indexes"),
    [("", (0, 1, 2, 3)), ("2", (1,)), ("2-", (1, 2, 3)), ("4, 1-2,2", (0, 1, 3))],
)
def test_slides_are_named_by_numbers_and_spans(text: str, indexes: tuple[int, ...]) -> None:
    assert slides_named(text, 4) == indexes


@pytest.mark.parametrize("text", ["0", "5", "3-2", "1-5", "-2", "x", "1,,2"])
def test_what_names_no_slides_is_refused(text: str) -> None:
    with pytest.raises(CommandError):
        slides_named(text, 4)
