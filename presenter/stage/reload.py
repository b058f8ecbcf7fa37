"""Live reload: the file is read again off the interface's thread, and only a good deck is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import structs
from textual.message import Message
from textual.timer import Timer

from presenter.deck import Diagnostic, Loaded, load_deck
from presenter.deck.source import UnreadableError, read_source
from presenter.stage.watch import Watcher
from presenter.talk.log import log
from presenter.typeset.themes import choose
from presenter.words import Words

if TYPE_CHECKING:
    from presenter.stage.app import Stage

PATIENCE = 0.25
"""Seconds for which a file may be bad before that is said: it may be half written."""

_LONG = 4.0


@dataclass
class DeckRead(Message):
    """The deck's file was read again: what it holds, or why it could not be read."""

    loaded: Loaded | None = None
    error: Exception | None = None
    by_hand: bool = False


def read(path: Path, *, by_hand: bool = False) -> DeckRead:
    """The deck at `path` as a message; never raises, as a half-written file can hold anything."""
    try:
        return DeckRead(load_deck(path), by_hand=by_hand)
    except Exception as error:  # noqa: BLE001 - told at the foot; the talk goes on
        log.warning("%s cannot be read again", path, exc_info=True)
        return DeckRead(error=error, by_hand=by_hand)


def fault_of(message: DeckRead, shown: Loaded, path: Path, words: Words) -> str:
    """Why what was read is not to replace `shown`, in one line; empty if it is.

    A deck without errors is never replaced by one with errors.
    """
    name = path.name
    if isinstance(message.error, FileNotFoundError):
        return words("reload.gone", name=name)
    if message.error is not None:
        reason = getattr(message.error, "strerror", None) or repr(message.error)
        return words("reload.unreadable", name=name, reason=reason)
    assert message.loaded is not None
    deck, errors = message.loaded.deck, _errors(message.loaded)
    nothing = deck is None or not deck.slides
    if errors and (nothing or not _errors(shown)):
        first = structs.replace(errors[0], path=Path(errors[0].path).name)
        return words(
            "reload.problems" if errors[1:] else "reload.problem",
            position=first.position(),
            message=first.message(words),
            more=len(errors) - 1,
        )
    return ""


def _errors(loaded: Loaded) -> list[Diagnostic]:
    """The errors of a deck, and those of its theme's file."""
    theme = choose(loaded.deck.theme, loaded.theme).problems if loaded.deck else ()
    return [each for each in (*loaded.problems, *theme) if each.severity == "error"]


class Reloading:
    """Keeps the stage's deck up to date with its file."""

    def __init__(self, stage: Stage, path: Path, shown: Loaded) -> None:
        self._stage = stage
        self._path = path
        self._shown = shown
        self._reading = Lock()
        self._fault = ""
        self._said = False
        self._timer: Timer | None = None
        self._named = shown.files
        self._watcher = Watcher(self._files, self._read)

    def start(self) -> None:
        """Begin to watch the file, and read it if it was written since it was loaded."""
        self._watcher.start()
        self._stage.run_worker(self._catch_up, thread=True, group="reload")

    def stop(self) -> None:
        """Watch no more."""
        self._watcher.stop()

    def now(self) -> None:
        """Read the file whether or not it has changed, and say what came of it."""
        self._stage.run_worker(lambda: self._read(by_hand=True), thread=True, group="reload")

    def _catch_up(self) -> None:
        try:
            same = read_source(self._path).text == self._shown.text
            written = not (same and all(each.is_as_it_was() for each in self._shown.pictures))
        except (OSError, UnreadableError):
            written = True
        if written:
            self._read()

    def _files(self) -> Iterable[Path]:
        """The deck, and the files that it names."""
        return [self._path, *self._named]

    def _read(self, *, by_hand: bool = False) -> None:
        # One at a time: what is read later is told later.
        with self._reading:
            message = read(self._path, by_hand=by_hand)
            if message.loaded is not None and message.loaded.deck is not None:
                self._named = message.loaded.files
            self._stage.post_message(message)

    def take(self, message: DeckRead) -> None:
        """Show what was read if it is good; say what is wrong if it stays bad."""
        stage = self._stage
        self._fault = fault_of(message, self._shown, self._path, stage.words)
        if self._fault and message.by_hand:
            self._say_fault()
        elif self._fault:
            if self._timer is None:
                self._timer = stage.set_timer(PATIENCE, self._say_fault)
        else:
            assert message.loaded is not None
            self._say_fault()
            self._show(message.loaded, by_hand=message.by_hand)

    def _say_fault(self) -> None:
        """Say what is wrong now, until it is not."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._fault or self._said:
            self._said = bool(self._fault)
            self._stage.hush()
            self._stage.notice(self._fault, None)

    def _show(self, loaded: Loaded, *, by_hand: bool) -> None:
        stage = self._stage
        if loaded == self._shown:
            if by_hand:
                stage.notice(stage.words("reload.same"), _LONG, aside=True)
            return
        self._shown = loaded
        moved = stage.talk.moved
        fresh = stage.replace_deck(loaded)
        if not fresh:
            stage.notice(stage.words("reload.deck"), _LONG, aside=True)
        elif moved or by_hand:
            key = "reload.slides" if fresh[1:] else "reload.slide"
            text = stage.words(key, number=fresh[0] + 1, count=len(fresh))
            stage.notice(text, _LONG, aside=True)
