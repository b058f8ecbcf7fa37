"""The history of rehearsals: bounded, and never broken by what is in its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from presenter.talk.link.endpoint import name_of
from presenter.talk.rehearsal import (
    Rehearsal,
    SlideTime,
    amend_rehearsal,
    keep_rehearsal,
    rehearsals_of,
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the history of the deck ``talk.yaml`` is kept."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "presenter" / "rehearsals" / f"{name_of(Path('talk.yaml'))}.jsonl"


DECK = Path("talk.yaml")


def rehearsal(number: int) -> Rehearsal:
    slide = SlideTime(1, "后勤", "a", 60.0, 61.5)
    return Rehearsal(f"2026-11-24T10:{number:02}+08:00", 60.0, (slide,), number == 2)


def test_they_come_back_in_order_by_whatever_path_the_deck_is_called(
    file: Path, tmp_path: Path
) -> None:
    assert rehearsals_of(DECK) == []
    for number in range(3):
        keep_rehearsal(DECK, rehearsal(number))
    link = tmp_path / "link.yaml"
    link.symlink_to(DECK.absolute())
    assert rehearsals_of(link) == [rehearsal(number) for number in range(3)]
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_was_saved_is_added_to_the_last_of_its_kind(file: Path) -> None:
    for number in (0, 1, 1, 2):
        keep_rehearsal(DECK, rehearsal(number))
    saved = rehearsal(1).with_saved({0: 60.0}, [120.0])
    amend_rehearsal(DECK, rehearsal(1), saved)
    assert rehearsals_of(DECK) == [rehearsal(0), rehearsal(1), saved, rehearsal(2)]
    assert (saved.slides[0].before, saved.slides[0].saved) == (120.0, 60.0)
    before = file.read_bytes()
    amend_rehearsal(DECK, rehearsal(9), saved)
    assert file.read_bytes() == before


def test_the_newest_hundred_are_kept(file: Path) -> None:
    for number in range(103):
        keep_rehearsal(DECK, rehearsal(number % 60))
    assert len(file.read_text().splitlines()) == 100
    assert rehearsals_of(DECK)[-1] == rehearsal(102 % 60)
    assert rehearsals_of(DECK)[0] == rehearsal(3)


def test_very_long_ones_push_others_out(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presenter.talk.rehearsal.MOST_BYTES", 300)
    for number in range(5):
        keep_rehearsal(DECK, rehearsal(number))
    assert 1 <= len(rehearsals_of(DECK)) < 5
    assert rehearsals_of(DECK)[-1] == rehearsal(4)


@pytest.mark.parametrize(
    "line", [b"\xff\xfe", b"{}", b"[" * 100_000, b'{"v":2}', b'{"date":1}', b"null"]
)
def test_lines_that_cannot_be_used_are_passed_over(file: Path, line: bytes) -> None:
    keep_rehearsal(DECK, rehearsal(0))
    file.write_bytes(file.read_bytes() + line + b"\n\n")
    keep_rehearsal(DECK, rehearsal(1))
    assert rehearsals_of(DECK) == [rehearsal(0), rehearsal(1)]


def test_a_line_is_plain_json(file: Path) -> None:
    keep_rehearsal(DECK, rehearsal(2))
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "date": "2026-11-24T10:02+08:00",
        "planned": 60.0,
        "slides": [{"number": 1, "title": "后勤", "id": "a", "planned": 60.0, "actual": 61.5}],
        "broken_off": True,
        "v": 1,
    }


def test_a_folder_in_its_place_is_an_error_that_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(OSError):
        rehearsals_of(DECK)
    with pytest.raises(OSError):
        keep_rehearsal(DECK, rehearsal(0))
