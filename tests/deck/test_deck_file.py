"""Files of a deck that are opened later: whatever took their place meanwhile is not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presenter.deck.files import Files
from presenter.deck.safe_files import DeckFile, NotRegularError, stamp_of


@pytest.fixture
def found(tmp_path: Path) -> DeckFile:
    """A file two folders below a deck's folder; beside that, the same with a secret in it."""
    for top, text in (("deck", "shown"), ("private", "secret")):
        (tmp_path / top / "a" / "b").mkdir(parents=True)
        (tmp_path / top / "a" / "b" / "c.txt").write_text(text)
    picture, file = Files(tmp_path / "deck").open("a/b/c.txt")
    file.close()
    return picture


def test_it_is_read_anew_each_time(found: DeckFile) -> None:
    Path(found.path).write_text("changed")
    with found.open() as file:
        assert file.read() == b"changed"
        assert stamp_of(file) != found.stamp


@pytest.mark.parametrize("swapped", ["a/b/c.txt", "a/b", "a"])
def test_a_link_that_took_its_place_or_its_folders_is_not_followed(
    found: DeckFile, tmp_path: Path, swapped: str
) -> None:
    inside = tmp_path / "deck" / swapped
    inside.rename(tmp_path / "old")
    inside.symlink_to(tmp_path / "private" / swapped)
    assert Path(found.path).read_text() == "secret"
    with pytest.raises(OSError, match=r"."):
        found.open()


def test_a_fifo_that_took_its_place_is_not_waited_for(found: DeckFile) -> None:
    Path(found.path).unlink()
    os.mkfifo(found.path)
    with pytest.raises(NotRegularError):
        found.open()


def test_a_folder_or_a_device_is_no_file(found: DeckFile) -> None:
    Path(found.path).unlink()
    Path(found.path).mkdir()
    with pytest.raises(NotRegularError):
        found.open()
    with pytest.raises(NotRegularError):
        DeckFile("/dev", "/dev/null").open()


def test_a_link_within_the_folder_is_followed_when_the_deck_is_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("1")
    (tmp_path / "latest.txt").symlink_to("one.txt")
    linked, file = Files(tmp_path).open("latest.txt")
    with file:
        assert file.read() == b"1"
    assert linked.path == str(tmp_path / "one.txt")


def test_no_descriptor_is_left_open(found: DeckFile) -> None:
    handle = os.open("/dev/null", os.O_RDONLY)
    os.close(handle)
    Path(found.path).unlink()
    for _ in range(3):
        with pytest.raises(OSError, match=r"."):
            found.open()
    again = os.open("/dev/null", os.O_RDONLY)
    os.close(again)
    assert again == handle
