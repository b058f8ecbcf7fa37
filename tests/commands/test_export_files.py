"""What an export never overwrites, and what becomes of standard output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.commands.conftest import Command, Write
from tests.full_disk import full_disk


def test_the_deck_is_not_written_over(command: Command, write: Write) -> None:
    text = "title: 题\nslides: [{text: 甲}]\n"
    deck = write(text, "talk.txt")
    status, _, err = command("export", deck, "-o", deck)
    assert status == 2
    assert "error: " in err
    assert deck.read_text(encoding="utf-8") == text


def test_a_picture_of_the_deck_is_not_written_over(
    command: Command, write: Write, tmp_path: Path
) -> None:
    picture = tmp_path / "photo.png"
    Image.new("RGB", (4, 4), "red").save(picture)
    before = picture.read_bytes()
    deck = write("title: 题\nslides: [{image: {path: photo.png, alt: 红}}]\n")
    status, _, err = command("export", deck, "-o", picture)
    assert status == 2
    assert str(picture) in err
    assert picture.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_is_said(write: Write) -> None:
    deck = write("title: 题\nslides: [{text: 甲}]\n")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "presenter", "export", deck, "-o", "-", "--to", "txt"],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 2
    assert b"standard output cannot be written: No space left" in done.stderr


def test_what_a_terminal_cannot_show_is_not_sent_to_it(
    command: Command, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = write("title: 题\nslides: [{text: 甲}]\n")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    status, out, err = command("export", deck, "-o", "-", "--to", "pdf")
    assert (status, out) == (2, "")
    assert "a terminal cannot show pdf" in err
    assert command("export", deck, "-o", "-", "--to", "txt").status == 0


@pytest.mark.parametrize("name", ["talk.txt", "talk.svg"])
def test_on_a_full_disk_what_was_there_stays(
    command: Command, write: Write, tmp_path: Path, name: str
) -> None:
    deck = write("title: 题\nslides: [甲, 乙]\n")
    assert command("export", deck, "-o", tmp_path / name).status == 0
    before = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
    write("title: 题\nslides: [丙, 丁]\n")
    with full_disk():
        status, _, err = command("export", deck, "-o", tmp_path / name)
    assert status == 2
    assert "cannot be written: File too large" in err
    after = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
    assert after == before | {deck: deck.read_bytes()}


def test_a_link_stays_one(command: Command, write: Write, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "file.txt")
    deck = write("title: 题\nslides: [甲]\n")
    assert command("export", deck, "-o", tmp_path / "link.txt").status == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert "甲" in (tmp_path / "file.txt").read_text(encoding="utf-8")


def test_notes_that_a_picture_has_no_room_for_are_told(
    command: Command, write: Write, tmp_path: Path
) -> None:
    deck = write("title: 题\nslides: [{text: 甲, notes: 讲}]\n")
    for notes, told in (((), False), (("--notes",), True)):
        status, _, err = command("export", deck, *notes, "-o", tmp_path / "talk.svg")
        assert status == 0
        assert ("written without" in err) is told
    status, _, err = command("export", deck, "--notes", "-o", tmp_path / "talk.txt")
    assert (status, err) == (0, "")
