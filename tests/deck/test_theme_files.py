"""The file of a deck's theme: below the deck's folder, or among the reader's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presenter.deck import Loaded, load_deck
from presenter.deck.files import is_path, own_theme, own_themes
from tests.deck.decks import told


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the reader's own themes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "config" / "presenter" / "themes"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def folder(tmp_path: Path, own: Path) -> Path:
    """A deck's folder with a theme in it."""
    folder = tmp_path / "talk"
    (folder / "themes").mkdir(parents=True)
    (folder / "themes" / "mine.yaml").write_text("dark: true\n", encoding="utf-8")
    (folder / "themes" / "old.yaml").write_bytes("name: 松烟".encode("gb18030"))
    os.mkfifo(folder / "pipe.yaml")
    return folder


def load(folder: Path, theme: str) -> Loaded:
    deck = folder / "deck.yaml"
    deck.write_text(f"title: 试讲\ntheme: {theme}\nslides: [一]\n", encoding="utf-8")
    return load_deck(deck)


def test_a_path_is_read_below_the_decks_folder_and_watched(folder: Path) -> None:
    loaded = load(folder, "themes/mine.yaml")
    assert loaded.problems == ()
    assert loaded.theme is not None
    assert loaded.theme.text == "dark: true\n"
    assert loaded.theme.path == str(folder / "themes" / "mine.yaml")
    assert (folder / "themes" / "mine.yaml").resolve() in loaded.files


def test_a_name_is_looked_for_among_the_readers_own(folder: Path, own: Path) -> None:
    assert load(folder, "mine").theme is None
    (own / "mine.yaml").write_text("dark: false\n", encoding="utf-8")
    loaded = load(folder, "mine")
    assert loaded.theme is not None
    assert loaded.theme.text == "dark: false\n"
    assert own / "mine.yaml" in loaded.files


@pytest.mark.parametrize(
    ("theme", "code"),
    [
        ("themes/none.yaml", "file-missing"),
        ("none.yml", "file-missing"),
        ("../mine.yaml", "file-outside"),
        ("/etc/passwd", "file-outside"),
        ("themes/", "file-not-regular"),
        ("pipe.yaml", "file-not-regular"),
        ("themes/old.yaml", "file-encoding"),
        ("https://example.org/t.yaml", "file-remote"),
    ],
)
def test_what_cannot_be_had_is_told_at_the_name(folder: Path, theme: str, code: str) -> None:
    loaded = load(folder, theme)
    assert loaded.theme is None
    assert [told(each) for each in loaded.problems] == [(2, 8, code)]
    assert loaded.deck is not None


def test_a_theme_of_ones_own_that_cannot_be_read_is_told(folder: Path, own: Path) -> None:
    (own / "mine.yaml").symlink_to(own / "gone.yaml")
    loaded = load(folder, "mine")
    assert [told(each) for each in loaded.problems] == [(2, 8, "file-unreadable")]


def test_the_readers_own_themes_by_name(own: Path) -> None:
    for name in ("b.yaml", "a.yml", "notes.txt"):
        (own / name).write_text("", encoding="utf-8")
    (own / "folder.yaml").mkdir()
    assert own_themes() == {"a": own / "a.yml", "b": own / "b.yaml"}
    assert own_theme("a") == own / "a.yml"
    assert own_theme("notes") is None


def test_no_home_means_no_themes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", "/nonexistent")
    assert own_themes() == {}


def test_names_and_paths_are_told_apart() -> None:
    assert [is_path(text) for text in ("ink", "a/b", "./ink", "mine.yaml", "mine.yml")] == [
        False,
        True,
        True,
        True,
        True,
    ]
