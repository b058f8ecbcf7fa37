"""The place of a talk that was broken off: found again, kept, forgotten, never believed blindly."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json, structs

from presenter.deck import Slide
from presenter.deck.blocks import Text
from presenter.talk import resume
from presenter.talk.resume import PlaceKeeper, PlaceSaver, SavedPlace, saved_place
from presenter.talk.session import Request
from presenter.talk.talk import Mark
from tests.talk.sessions import session

SLIDES = [Slide(title="引子"), Slide(title="前提", id="base"), Slide(title="大局"), Slide()]


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """``$XDG_STATE_HOME``."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "slides.yaml"


@pytest.fixture
def keeper(deck: Path) -> Iterator[PlaceKeeper]:
    keeper = PlaceKeeper(deck)
    yield keeper
    keeper.close()


def _place(index: int, step: int = 2, elapsed: float = 61.5) -> SavedPlace:
    return SavedPlace.of(Mark(index, step, 7), SLIDES[index], "running", elapsed)


def test_a_place_is_kept_for_the_next_start(keeper: PlaceKeeper, deck: Path, state: Path) -> None:
    assert saved_place(deck) is None
    keeper.save(_place(1))
    keeper.save(_place(2))
    keeper.close()
    assert saved_place(deck) == _place(2)
    (file,) = (state / "presenter" / "places").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_each_deck_has_its_own(keeper: PlaceKeeper, deck: Path, tmp_path: Path) -> None:
    keeper.save(_place(1))
    keeper.close()
    assert saved_place(tmp_path / "other.yaml") is None
    (tmp_path / "link.yaml").symlink_to(deck)
    assert saved_place(tmp_path / "link.yaml") == _place(1)


def test_a_talk_that_was_given_leaves_none(keeper: PlaceKeeper, deck: Path) -> None:
    keeper.save(_place(1))
    keeper.forget()
    keeper.close()
    assert saved_place(deck) is None


def test_it_is_kept_while_the_talk_goes_on_and_the_talk_never_waits(
    keeper: PlaceKeeper, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    slow, begun, done = threading.Event(), threading.Event(), threading.Event()

    def write(path: Path, data: bytes, access: str) -> None:
        begun.set()
        assert slow.wait(20)
        written.append(data)
        if data == json.encode(_place(3)):
            done.set()

    monkeypatch.setattr(resume, "atomic_write", write)
    keeper.save(_place(0))
    assert begun.wait(20)
    for index in (1, 2, 3):
        keeper.save(_place(index))
    slow.set()
    assert done.wait(20)
    assert written == [json.encode(_place(0)), json.encode(_place(3))]


def test_what_is_kept_already_is_not_written_again(
    keeper: PlaceKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    begun = threading.Event()

    def write(path: Path, data: bytes, access: str) -> None:
        written.append(data)
        begun.set()

    monkeypatch.setattr(resume, "atomic_write", write)
    keeper.save(_place(1))
    assert begun.wait(20)
    keeper.save(_place(1))
    keeper.close()
    assert written == [json.encode(_place(1))]


def test_a_disk_that_fails_stops_nothing_and_is_in_the_log(
    deck: Path, state: Path, log_file: Path
) -> None:
    state.write_text("no folder")
    keeper = PlaceKeeper(deck)
    keeper.save(_place(1))
    keeper.forget()
    keeper.close()
    assert saved_place(deck) is None
    assert "WARNING the place is not kept\nTraceback" in log_file.read_text("utf-8")
    state.unlink()
    keeper = PlaceKeeper(deck)
    keeper.save(_place(1))
    keeper.close()
    assert saved_place(deck) == _place(1)


async def test_no_frame_waits_for_it_but_an_end_does(deck: Path) -> None:
    talk, _ = session()
    saver = PlaceSaver(talk, deck, asyncio.get_running_loop())
    talk.subscribe(saver)
    talk.do(Request("next"))
    assert saved_place(deck) is None
    saver.close(forget=False)
    place = saved_place(deck)
    assert place is not None
    assert place.slide == 1


@given(st.binary(max_size=200) | st.just(b"[" * 100_000))
def test_what_is_no_place_is_none(data: bytes) -> None:
    deck = Path("/nowhere/slides.yaml")
    resume._file(deck).write_bytes(data)
    assert saved_place(deck) is None


@pytest.mark.parametrize(
    "changes", [{"slide": -1}, {"step": 1.5}, {"elapsed": "1"}, {"clock": "off"}, {"v": 2}]
)
def test_what_is_half_a_place_is_none(deck: Path, changes: dict[str, object]) -> None:
    data = json.decode(json.encode(_place(1)))
    resume._file(deck).write_bytes(json.encode(data))
    assert saved_place(deck) == _place(1)
    resume._file(deck).write_bytes(json.encode(data | changes))
    assert saved_place(deck) is None


def test_a_place_that_is_a_fifo_is_none(deck: Path) -> None:
    os.mkfifo(resume._file(deck))
    assert saved_place(deck) is None


def test_the_slide_is_found_again_in_the_same_deck() -> None:
    for index in range(len(SLIDES)):
        assert _place(index).mark(SLIDES) == Mark(index, 2, 7)


def test_it_is_found_again_by_its_id_whatever_it_shows_now() -> None:
    edited = [Slide(title="新"), SLIDES[0], structs.replace(SLIDES[1], title="前提与根本")]
    assert _place(1).mark(edited).slide == 2


def test_it_is_found_again_by_what_it_shows_wherever_it_stands() -> None:
    noted = structs.replace(SLIDES[2], notes="慢些讲", time=60.0)
    assert _place(2).mark([Slide(title="新"), *SLIDES[:2], noted]).slide == 3


def test_one_that_is_gone_leaves_its_number() -> None:
    edited = [Slide(title="一"), Slide(title="二"), Slide(content=(Text(text="三"),))]
    assert _place(0).mark(edited).slide == 0
    assert _place(1).mark(edited).slide == 1
    assert _place(3).mark(edited).slide == 2
