"""What becomes of a rehearsal: printed, kept, written; and of one that breaks off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from presenter.commands.rehearse import record
from presenter.deck import load_deck
from presenter.talk.rehearsal import Recording, rehearsals_of
from tests.commands.conftest import Command, Write

DECK = "title: 试讲\nlang: zh-Hans\ntime: 1m\nslides:\n- 甲\n- &x 乙\n- 丙\n"


@pytest.fixture
def deck(write: Write) -> Path:
    return write(DECK)


def talk(recording: Recording, status: int = 0) -> Callable[[], int]:
    """A talk of 40, 30 and 0 seconds on its slides."""

    def give() -> int:
        recording.begin(0, 0.0)
        recording.observe(1, 40.0)
        recording.observe(1, 70.0)
        return status

    return give


def test_it_is_printed_and_kept(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = Recording(load_deck(deck))
    assert record(talk(recording), deck, recording, "narrow", save=False) == 0
    out, err = capsys.readouterr()
    assert "排练 · 试讲" in out
    assert "+0:10" in out
    assert err == ""
    (kept,) = rehearsals_of(deck)
    assert [slide.actual for slide in kept.slides] == [40.0, 30.0, 0.0]
    assert not kept.broken_off
    assert deck.read_text(encoding="utf-8") == DECK


def test_times_are_written_and_what_is_not_is_named(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck.write_text(DECK.replace("- 丙", "- {title: 丙, time: 1m}"), encoding="utf-8")
    recording = Recording(load_deck(deck))
    assert record(talk(recording), deck, recording, "narrow", save=True) == 0
    out, err = capsys.readouterr()
    assert "- title: 甲\n  time: 40s\n- &x 乙\n" in deck.read_text(encoding="utf-8")
    assert "已将 1 个用时写入 deck.yaml" in out
    assert "合计 1m40s" in out
    assert "第 2 张“乙”：未写入" in err
    assert "time: 30s" in err


def test_a_trial_of_seconds_overwrites_nothing(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "title: Trial\nslides:\n- {title: One, time: 2m}\n- {title: Two, time: 3m}\n"
    deck.write_text(text)
    recording = Recording(load_deck(deck))

    def leaf() -> int:
        recording.begin(0, 0.0)
        recording.observe(1, 6.0)
        recording.observe(1, 12.0)
        return 0

    assert record(leaf, deck, recording, "narrow", save=True) == 1
    assert "took 0:12 of the 5:00 planned" in capsys.readouterr().err
    assert deck.read_text() == text


def test_old_and_new_times_are_shown_and_the_old_ones_kept(
    deck: Path, capsys: pytest.CaptureFixture[str], command: Command
) -> None:
    deck.write_text(
        "title: T\nslides:\n- {title: One, time: 1m}\n- Two\n- {title: Three, time: 2m}\n"
    )
    recording = Recording(load_deck(deck))

    def give() -> int:
        recording.begin(0, 0.0)
        recording.observe(1, 40.0)
        recording.observe(2, 70.0)
        recording.observe(2, 90.0)
        return 0

    assert record(give, deck, recording, "narrow", save=True) == 0
    out, err = capsys.readouterr()
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "Slide Was Now" in lines
    assert "1 One 1m 40s" in lines
    assert "2 Two – 30s" in lines
    assert "slide 3 “Three”: not written, as 0:20 is less than a third" in err
    assert "time: 20s" in err
    assert "time: 2m" in deck.read_text()
    (kept,) = rehearsals_of(deck)
    assert [(slide.before, slide.saved) for slide in kept.slides] == [
        (60.0, 40.0),
        (None, 30.0),
        (None, None),
    ]
    told = [" ".join(line.split()) for line in command("rehearsals", deck).out.splitlines()]
    (row,) = (index for index, line in enumerate(told) if line == "Replaced in the deck Was Now")
    assert told[row + 1].endswith(" 1 One 1m 40s")
    assert told[row + 2 :] == []


def test_of_a_talk_that_a_signal_ends_what_was_measured_is_kept(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(load_deck(deck))
    assert record(talk(recording, 143), deck, recording, "narrow", save=True) == 143
    assert capsys.readouterr() == ("", "")
    assert [each.broken_off for each in rehearsals_of(deck)] == [True]
    assert deck.read_text(encoding="utf-8") == DECK


def test_of_a_talk_that_crashes_too(deck: Path) -> None:
    recording = Recording(load_deck(deck))

    def crash() -> int:
        talk(recording)()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        record(crash, deck, recording, "narrow", save=True)
    assert [each.broken_off for each in rehearsals_of(deck)] == [True]
    assert deck.read_text(encoding="utf-8") == DECK


def test_a_deck_that_has_changed_is_not_written(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(load_deck(deck))
    deck.write_text(DECK + "- 丁\n", encoding="utf-8")
    assert record(talk(recording), deck, recording, "narrow", save=True) == 1
    assert "在放映之后有改动" in capsys.readouterr().err
    assert deck.read_text(encoding="utf-8") == DECK + "- 丁\n"


def test_a_deck_that_is_gone_is_not_written(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = Recording(load_deck(deck))
    deck.unlink()
    assert record(talk(recording), deck, recording, "narrow", save=True) == 1
    assert "无法写入" in capsys.readouterr().err
    assert not deck.exists()


def test_a_talk_of_less_than_a_second_was_no_rehearsal(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(load_deck(deck))
    assert record(lambda: 0, deck, recording, "narrow", save=True) == 0
    assert "没有排练记录" in capsys.readouterr().out
    assert rehearsals_of(deck) == []


def test_a_history_that_cannot_be_kept_is_told_and_the_rest_goes_on(
    deck: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("")
    recording = Recording(load_deck(deck))
    assert record(talk(recording), deck, recording, "narrow", save=False) == 0
    out, err = capsys.readouterr()
    assert "+0:10" in out
    assert "排练记录无法保存" in err


def test_saving_times_needs_a_rehearsal_and_a_deck_of_ones_own(
    command: Command, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, err = command("--save-times", deck)
    assert (status, out) == (2, "")
    assert "--save-times goes with --rehearse" in err
    monkeypatch.chdir(tmp_path)
    status, out, err = command("--rehearse", "--save-times")
    assert (status, out) == (2, "")
    assert "there is no slides.yaml here" in err


def test_how_the_talk_developed(command: Command, deck: Path) -> None:
    status, out, err = command("rehearsals", deck)
    assert (status, err) == (0, "")
    assert f"presenter {deck} --rehearse" in out
    for _ in range(2):
        recording = Recording(load_deck(deck))
        record(talk(recording), deck, recording, "narrow", save=False)
    command("rehearsals", deck)
    status, out, err = command("rehearsals", deck)
    assert (status, err) == (0, "")
    assert "试讲 · 2 次排练" in out
    assert "\x1b" not in out
    assert command("rehearsals", deck.parent / "none.yaml").status == 2


def test_a_history_that_cannot_be_read_is_told(
    command: Command, deck: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("")
    status, out, err = command("rehearsals", deck)
    assert (status, out) == (0, "")
    assert "排练记录无法读取" in err


def test_the_history_is_shown_without_textual(deck: Path) -> None:
    recording = Recording(load_deck(deck))
    record(talk(recording), deck, recording, "narrow", save=False)
    code = (
        "import sys; from presenter.commands.entry import run; "
        "status = run(sys.argv[1:]); assert 'textual' not in sys.modules; sys.exit(status)"
    )
    arguments = [sys.executable, "-c", code, "rehearsals", str(deck)]
    done = subprocess.run(arguments, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "试讲" in done.stdout.decode()
