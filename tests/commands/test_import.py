"""``presenter import``: what it writes where, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from presenter.commands.import_talk import _DIALECTS
from presenter.imports.markdown.dialects import DIALECTS
from tests.commands.conftest import Command
from tests.full_disk import full_disk


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs, with a deck in it."""
    monkeypatch.chdir(tmp_path)
    text = "# 甲\n\n正文\n\n---\n\n# 乙\n\n<video src='a'></video>\n"
    (tmp_path / "talk.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_dialect_can_be_named() -> None:
    assert set(_DIALECTS) == DIALECTS.keys()


def test_the_outline_goes_to_standard_output_what_is_lost_to_standard_error(
    command: Command,
) -> None:
    status, out, err = command("import", "talk.md")
    assert status == 0
    assert out.startswith("title: 甲\n")
    assert "# line 9: " in out
    assert err.startswith("talk.md:9: ")
    assert "<video" in err


def test_a_dash_is_standard_output(command: Command, folder: Path) -> None:
    status, out, _ = command("import", "talk.md", "-o", "-")
    assert status == 0
    assert out.startswith("title: 甲\n")
    assert [path.name for path in folder.iterdir()] == ["talk.md"]


def test_on_a_full_disk_no_part_is_left(command: Command, folder: Path) -> None:
    with full_disk():
        status, _, err = command("import", "talk.md", "-o", "slides.yaml")
    assert status == 2
    assert "slides.yaml cannot be written: " in err
    assert [path.name for path in folder.iterdir()] == ["talk.md"]


@pytest.mark.parametrize(("most", "name"), [(16, "slides-1.png"), (8000, "slides.yaml")])
def test_on_a_full_disk_no_picture_is_left_without_its_outline(
    command: Command, folder: Path, most: int, name: str
) -> None:
    deck = Presentation()
    noise = Image.effect_noise((60, 60), 90)  # some 4 KB
    noise.save(folder / "noise.png")
    for _ in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.add_picture(str(folder / "noise.png"), 0, 0)
        slide.notes_slide.notes_text_frame.text = "word " * 2000
    deck.save(str(folder / "talk.pptx"))
    before = sorted(folder.iterdir())
    with full_disk(most):
        status, _, err = command("import", "talk.pptx", "-o", "slides.yaml")
    assert status == 2
    assert f"{name} cannot be written: " in err
    assert sorted(folder.iterdir()) == before


def test_the_outline_passes_check(command: Command, folder: Path) -> None:
    assert command("import", "talk.md", "-o", "slides.yaml").status == 0
    assert command("check", "slides.yaml").status == 0


def test_a_file_that_exists_is_left_as_it_is(command: Command, folder: Path) -> None:
    (folder / "slides.yaml").write_text("mine")
    status, out, err = command("import", "talk.md", "-o", "slides.yaml")
    assert (status, out) == (2, "")
    assert err.startswith("error: slides.yaml exists")
    assert (folder / "slides.yaml").read_text() == "mine"


def test_the_dialect_may_be_given(command: Command) -> None:
    assert "slides:" in command("import", "talk.md", "--from", "marp").out
    status, _, err = command("import", "talk.md", "--from", "prezi")
    assert status == 2
    assert "presenterm" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no.md"], "there is no file no.md"),
        (["."], ". is a folder"),
        (["talk.md", "-o", "none/a.yaml"], "there is no folder none"),
        ([], "TALK is missing"),
    ],
)
def test_what_cannot_be_read_or_written_is_wrong_usage(
    command: Command, arguments: list[str], said: str
) -> None:
    status, out, err = command("import", *arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_a_file_with_nothing_in_it_fails(command: Command, folder: Path) -> None:
    (folder / "empty.md").write_text("\n\n")
    status, out, err = command("import", "empty.md", "-o", "a.yaml")
    assert (status, out) == (1, "")
    assert "no slides in empty.md" in err
    assert not (folder / "a.yaml").exists()


def test_other_encodings_are_named(command: Command, folder: Path) -> None:
    (folder / "gbk.md").write_bytes("# 后勤工作".encode("gb18030"))
    status, out, err = command("import", "gbk.md")
    assert (status, out) == (1, "")
    assert err.startswith("gbk.md:1:3: error: ")


def test_one_slide_is_told_as_one(process: Command, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nx\n", encoding="utf-8")
    assert "o.yaml: 1 slide\n" in process("import", "a.md", "-o", "o.yaml").out
