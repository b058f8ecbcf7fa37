"""The files that a deck names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, ClassVar

import pytest
from msgspec import Meta, structs

from presenter.deck import Loaded, load_deck, load_source
from presenter.deck.blocks import BLOCKS, Block, BlockContext
from presenter.deck.files import MOST_TEXT
from presenter.deck.reporter import Fault
from presenter.deck.source import Source
from presenter.words import Words
from tests.deck.decks import told


class Excerpt(Block, frozen=True, kw_only=True):
    """A block for these tests: it shows a file's text, or a note where it cannot be had."""

    key: ClassVar[str] = "excerpt"
    shorthand: ClassVar[str] = "file"

    file: Annotated[str, Meta(description="The file.")]
    text: str = ""
    spare: bool = False

    def finish_loading(self, context: BlockContext) -> Block | Fault:
        if self.spare:
            found = context.open("file", self.file, keeps_slide=True)
            if isinstance(found, Fault):
                return structs.replace(self, text="缺")
            found[1].close()
            return structs.replace(self, text=found[0].path)
        text = context.read_text("file", self.file)
        return text if isinstance(text, Fault) else structs.replace(self, text=text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck's folder, with a file outside of it."""
    monkeypatch.setitem(BLOCKS, Excerpt.key, Excerpt)
    (tmp_path / "secret.txt").write_text("密", encoding="utf-8")
    inside = tmp_path / "deck"
    (inside / "下").mkdir(parents=True)
    (inside / "下" / "文.txt").write_text("文本\n", encoding="utf-8")
    return inside


def excerpt(folder: Path, value: str) -> Loaded:
    path = folder / "deck.yaml"
    path.write_text(f"title: 题\nslides:\n- excerpt: {value}\n", encoding="utf-8")
    return load_deck(path)


def shown(loaded: Loaded) -> str:
    assert loaded.deck is not None
    (block,) = loaded.deck.slides[0].content
    assert isinstance(block, Excerpt)
    return block.text


@pytest.mark.parametrize("name", ["下/文.txt", "./下/../下/文.txt"])
def test_a_file_in_the_folder_or_below_is_read(folder: Path, name: str) -> None:
    loaded = excerpt(folder, name)
    assert loaded.problems == ()
    assert shown(loaded) == "文本\n"
    assert loaded.files == (folder / "下" / "文.txt",)


def test_an_absolute_path_and_a_link_within_the_folder_are_read(folder: Path) -> None:
    (folder / "link.txt").symlink_to("下/文.txt")
    assert shown(excerpt(folder, str(folder / "下" / "文.txt"))) == "文本\n"
    assert shown(excerpt(folder, "link.txt")) == "文本\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("none.txt", "file-missing"),
        ("../secret.txt", "file-outside"),
        ("/etc/passwd", "file-outside"),
        ("link.txt", "file-outside"),
        ("up/secret.txt", "file-outside"),
        ("下", "file-not-regular"),
        ("fifo", "file-not-regular"),
        ("circle", "file-unreadable"),
        ("x" * 300, "file-unreadable"),
        ("https://example.org/a.txt", "file-remote"),
        ("large.txt", "file-too-large"),
        ("latin.txt", "file-encoding"),
    ],
)
def test_what_cannot_be_had_is_told_at_the_name(folder: Path, name: str, code: str) -> None:
    (folder / "link.txt").symlink_to("../secret.txt")
    (folder / "up").symlink_to("..")
    (folder / "circle").symlink_to("circle")
    (folder / "large.txt").write_bytes(b" " * (MOST_TEXT + 1))
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    os.mkfifo(folder / "fifo")
    short, long = excerpt(folder, name), excerpt(folder, f"{{file: {name}}}")
    assert [told(each) for each in short.problems] == [(3, 12, code)]
    assert [told(each) for each in long.problems] == [(3, 19, code)]
    assert short.deck is not None
    assert short.deck.slides[0].problems == short.problems
    for language in ("en", "zh"):
        assert "{" not in short.problems[0].message(Words(language))
        assert "{" not in short.problems[0].help(Words(language))


def test_hostile_characters_of_a_file_are_made_visible(folder: Path) -> None:
    (folder / "a.txt").write_text("甲\x1b[31m\n", encoding="utf-8")
    loaded = excerpt(folder, "a.txt")
    assert [told(each) for each in loaded.problems] == [(3, 12, "file-hostile")]
    assert shown(loaded) == "甲␛[31m\n"


def test_a_deck_without_a_folder_names_no_files(folder: Path) -> None:
    loaded = load_source(Source("<stdin>", "title: 题\nslides:\n- excerpt: 下/文.txt"))
    assert [told(each) for each in loaded.problems] == [(3, 12, "file-no-folder")]


def test_a_block_with_something_to_show_instead_keeps_its_slide(folder: Path) -> None:
    loaded = excerpt(folder, "{file: none.png, spare: true}")
    assert [told(each) for each in loaded.problems] == [(3, 19, "file-missing")]
    assert loaded.problems[0].severity == "error"
    assert loaded.deck is not None
    assert loaded.deck.slides[0].problems == ()
    assert shown(loaded) == "缺"
    assert loaded.files == (folder / "none.png",)
