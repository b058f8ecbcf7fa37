"""``presenter new``: the starter decks, and that nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.commands.new import starter
from presenter.deck import load_source
from presenter.deck.blocks import BLOCKS
from presenter.deck.source import Source
from presenter.words import Language
from tests.commands.conftest import Command
from tests.full_disk import full_disk


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "made"),
    [([], "slides.yaml"), (["my talk.yaml"], "my talk.yaml"), (["inside"], "inside/slides.yaml")],
)
def test_the_deck_is_made_where_it_is_wanted(
    command: Command, folder: Path, arguments: list[str], made: str
) -> None:
    (folder / "inside").mkdir()
    status, out, err = command("new", *arguments)
    assert (status, err) == (0, "")
    assert (folder / made).read_text(encoding="utf-8") == starter("en")
    first, *next_steps = out.splitlines()
    assert made in first
    quoted = f"'{made}'" if " " in made else made
    assert next_steps[0].split("#")[0].strip() == f"presenter {quoted}"
    assert next_steps[1].split("#")[0].strip() == f"presenter check {quoted}"


def test_a_file_that_exists_is_left_as_it_is(command: Command, folder: Path) -> None:
    (folder / "slides.yaml").write_text("mine", encoding="utf-8")
    status, out, err = command("new")
    assert (status, out) == (2, "")
    assert err.startswith("error: slides.yaml exists")
    assert (folder / "slides.yaml").read_text(encoding="utf-8") == "mine"


def test_a_link_to_nowhere_is_not_followed(command: Command, folder: Path) -> None:
    (folder / "slides.yaml").symlink_to(folder / "elsewhere.yaml")
    assert command("new").status == 2
    assert not (folder / "elsewhere.yaml").exists()


def test_a_folder_that_is_missing_is_named(command: Command, folder: Path) -> None:
    status, out, err = command("new", "a/b/talk.yaml")
    assert (status, out) == (2, "")
    assert "there is no folder a/b" in err
    assert "mkdir -p a/b" in err
    assert not (folder / "a").exists()


@pytest.mark.parametrize(("locale", "language"), [("C.UTF-8", "en"), ("zh_CN.UTF-8", "zh")])
def test_the_starter_is_in_the_language_of_the_locale_and_without_problems(
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    locale: str,
    language: Language,
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert command("new").status == 0
    assert (folder / "slides.yaml").read_text(encoding="utf-8") == starter(language)
    ended = command("check", "--strict", "slides.yaml")
    assert ended.status == 0, ended.out


@pytest.mark.parametrize("locale", ["C.UTF-8", "zh_CN.UTF-8"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_another_language_can_be_asked_for(
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    locale: str,
    language: Language,
) -> None:
    monkeypatch.setenv("LANG", locale)
    status, out, _ = command("new", "--lang", language)
    assert status == 0
    assert (folder / "slides.yaml").read_text(encoding="utf-8") == starter(language)
    assert out.startswith("Made" if locale[0] == "C" else "已")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_starter_begins_with_its_schema_and_shows_the_format(language: Language) -> None:
    text = starter(language)
    assert text.startswith("# yaml-language-server: $schema=slides.schema.json\n")
    deck = load_source(Source("slides.yaml", text)).deck
    assert deck is not None
    assert {slide.part.kind for slide in deck.slides} == {"introduction", "point", "conclusion"}
    shown = {block.key for slide in deck.slides for block in slide.content}
    assert {"text", "bullets", "numbers", "quote"} <= shown <= BLOCKS.keys()
    assert sum(slide.time or 0 for slide in deck.slides) == deck.time


def test_on_a_full_disk_nothing_is_left(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with full_disk():
        status, _, err = command("new", folder / "talk.yaml")
    assert status == 2
    assert "talk.yaml" in err
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that takes no files")
def test_a_folder_that_takes_no_files_is_not_said_to_be_missing(command: Command) -> None:
    status, _, err = command("new", "/proc/talk.yaml")
    assert status == 2
    assert err.startswith("error: /proc/talk.yaml cannot be written")
    assert "mkdir" not in err
