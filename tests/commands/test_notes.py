"""``presenter notes [DECK]`` up to where the console takes over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

import presenter.console
from presenter.commands import notes
from presenter.console import ConsoleOptions
from presenter.deck import Loaded, load_deck
from presenter.deck.source import bundled_deck
from presenter.talk.link import snapshot
from presenter.talk.link.endpoint import endpoint_for, listen_at
from tests.commands.conftest import Command, Write

DECK = "title: 试讲\nslides: [甲, 乙]\n"


class Shown:
    """Stands for the console; notes what it was given."""

    path: Path
    loaded: Loaded
    options: ConsoleOptions

    def run(self, path: Path, loaded: Loaded, options: ConsoleOptions) -> int:
        self.path, self.loaded, self.options = path, loaded, options
        return 0


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, runtime: Path) -> Shown:
    """The console that is called, in an empty folder, at a terminal, with no stage anywhere."""
    shown = Shown()
    monkeypatch.setattr(presenter.console, "run", shown.run)
    monkeypatch.setattr(notes, "is_terminal", lambda: True)
    monkeypatch.chdir(tmp_path)
    return shown


def test_a_deck_is_shown(command: Command, console: Shown, write: Write) -> None:
    path = write(DECK)
    assert command("notes", path) == (0, "", "")
    assert console.path == path
    assert console.loaded.deck is not None
    assert console.options == ConsoleOptions()


def test_without_a_deck_the_one_that_presenter_takes(
    command: Command, console: Shown, write: Write
) -> None:
    assert command("notes").status == 0
    assert console.path == bundled_deck("en")
    write(DECK, "slides.yaml")
    assert command("notes").status == 0
    assert console.path == Path("slides.yaml")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--theme", "paper"], {"theme": "paper"}),
        (["--ambiguous", "wide"], {"ambiguous": "wide"}),
        (["--no-mouse"], {"mouse": False}),
    ],
)
def test_options_reach_the_console(
    command: Command, console: Shown, write: Write, arguments: list[str], expected: dict[str, Any]
) -> None:
    assert command("notes", write(DECK), *arguments).status == 0
    assert console.options == ConsoleOptions(**expected)


def test_a_theme_that_there_is_not_is_wrong_usage(
    command: Command, console: Shown, write: Write
) -> None:
    status, out, err = command("notes", write(DECK), "--theme", "papper")
    assert (status, out) == (2, "")
    assert "did you mean paper?" in err


@pytest.mark.parametrize("text", ["title: [", "", "title: x\nslides: []\n"])
def test_a_deck_that_shows_nothing_ends_with_its_place(
    command: Command, console: Shown, write: Write, text: str
) -> None:
    status, out, err = command("notes", write(text))
    assert (status, out) == (1, "")
    assert "deck.yaml:" in err


def test_no_such_file_is_wrong_usage(command: Command, console: Shown, tmp_path: Path) -> None:
    status, _, err = command("notes", tmp_path / "nothing.yaml")
    assert status == 2
    assert "there is no file" in err


@pytest.mark.parametrize("now", ["title: [", None])
def test_what_a_stage_shows_is_taken_where_the_file_is_bad_or_gone(
    command: Command, console: Shown, write: Write, now: str | None
) -> None:
    path = write(DECK)
    endpoint_for(path, make=True)
    snapshot.save(path, load_deck(path))
    if now is None:
        path.unlink()
    else:
        path.write_text(now, encoding="utf-8")
    assert command("notes", path) == (0, "", "")
    assert console.loaded.text == DECK


@contextmanager
def running(*decks: Path) -> Iterator[None]:
    """Stages that show `decks`, as far as others see them: each a socket, and what it shows."""
    with ExitStack() as stack:
        for deck in decks:
            listening = listen_at(endpoint_for(deck, make=True).socket)
            stack.enter_context(closing(listening))
            snapshot.save(deck, load_deck(deck))
        yield


def test_without_a_deck_the_talk_that_is_running(
    command: Command, console: Shown, write: Write, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    talk = write(DECK, "elsewhere/talk.yaml")
    write(DECK, "slides.yaml")
    with running(talk):
        assert command("notes").status == 0
        assert console.path == talk.resolve()
        assert command("notes", "slides.yaml").status == 0
        assert console.path == Path("slides.yaml")


def test_several_talks_are_listed_with_what_to_type(
    command: Command, console: Shown, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    one, two = write(DECK, "here/a talk.yaml"), write(DECK, "talk.yaml")
    monkeypatch.chdir(here)
    with running(one, two):
        status, out, err = command("notes")
        assert (status, out) == (2, "")
        assert err == (
            "error: 2 talks are running\n  help: say which one:\n"
            f"        presenter notes 'a talk.yaml'\n        presenter notes {two}\n"
        )
        assert "presenter share 'a talk.yaml'" in command("share").err


@pytest.mark.parametrize("left", ["socket", "file", "nothing"])
def test_what_a_killed_stage_has_left_is_no_running_talk(
    command: Command, console: Shown, write: Write, left: str
) -> None:
    killed, running_one = write(DECK, "killed.yaml"), write(DECK, "talk.yaml")
    with running(killed):
        pass
    socket = endpoint_for(killed).socket
    assert socket.exists()
    if left != "socket":
        socket.unlink()
    if left == "file":
        socket.write_text("")
    assert command("notes").status == 0
    assert console.path == bundled_deck("en")
    with running(running_one):
        assert command("notes").status == 0
        assert console.path == running_one


def test_a_stage_that_does_not_tell_its_deck_is_passed_over(
    command: Command, console: Shown, write: Write
) -> None:
    talk = write(DECK, "talk.yaml")
    with running(talk):
        endpoint_for(talk).snapshot.write_bytes(b"garbage")
        assert command("notes").status == 0
        assert console.path == bundled_deck("en")


def test_without_a_terminal_nothing_is_shown(process: Command, write: Write) -> None:
    status, out, err = process("notes", write(DECK))
    assert (status, out) == (2, "")
    assert err.startswith("error: presenting needs a terminal\n")
