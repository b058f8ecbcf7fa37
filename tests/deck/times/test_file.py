"""Times written into a deck's file: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presenter.deck import load_deck
from presenter.deck.times import TimesRefusedError, save_times

TEXT = "title: 试讲\nslides:\n- 甲   # 一\n- {title: 乙}\n"
TIMED = "title: 试讲\nslides:\n- title: 甲   # 一\n  time: 5s\n- {title: 乙, time: 1m}\n"
TIMES = {0: 5.0, 1: 60.0}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "slides.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_file_gets_the_times_and_keeps_its_permissions(deck: Path) -> None:
    deck.chmod(0o640)
    assert save_times(deck, load_deck(deck), TIMES).written == (0, 1)
    assert deck.read_text(encoding="utf-8") == TIMED
    assert deck.stat().st_mode & 0o777 == 0o640
    assert list(deck.parent.iterdir()) == [deck]


def test_of_a_link_the_file_that_it_leads_to_is_written(deck: Path, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    link = folder / "talk.yaml"
    link.symlink_to("../slides.yaml")
    save_times(link, load_deck(link), TIMES)
    assert link.is_symlink()
    assert deck.read_text(encoding="utf-8") == TIMED


def test_a_file_that_has_changed_since_it_was_shown_is_left_alone(deck: Path) -> None:
    shown = load_deck(deck)
    deck.write_text(TEXT + "# 又改了\n", encoding="utf-8")
    with pytest.raises(TimesRefusedError) as refused:
        save_times(deck, shown, TIMES)
    assert refused.value.code == "changed"
    assert deck.read_text(encoding="utf-8") == TEXT + "# 又改了\n"
    deck.write_bytes(b"\xff")
    with pytest.raises(TimesRefusedError):
        save_times(deck, shown, TIMES)
    assert deck.read_bytes() == b"\xff"


def test_a_change_while_it_is_written_wins(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: deck.write_text("title: 新\n", encoding="utf-8"))
    with pytest.raises(TimesRefusedError) as refused:
        save_times(deck, load_deck(deck), TIMES)
    assert refused.value.code == "changed"
    assert deck.read_text(encoding="utf-8") == "title: 新\n"
    assert list(deck.parent.iterdir()) == [deck]


def test_a_full_disk_leaves_the_file_as_it_was(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_times(deck, load_deck(deck), TIMES)
    assert deck.read_text(encoding="utf-8") == TEXT
    assert list(deck.parent.iterdir()) == [deck]


def test_a_file_without_leave_to_write_is_left_alone(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(PermissionError):
        save_times(deck, load_deck(deck), TIMES)
    assert deck.read_text(encoding="utf-8") == TEXT


def test_where_nothing_changes_nothing_is_written(deck: Path) -> None:
    save_times(deck, load_deck(deck), TIMES)
    before = deck.stat().st_ino
    assert save_times(deck, load_deck(deck), TIMES).written == ()
    assert deck.stat().st_ino == before


def test_an_edit_that_would_change_more_is_refused(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presenter.deck.times.format_duration", lambda _: "5s\n  text: 乙")
    with pytest.raises(TimesRefusedError) as refused:
        save_times(deck, load_deck(deck), TIMES)
    assert refused.value.code == "not-same"
    assert deck.read_text(encoding="utf-8") == TEXT
