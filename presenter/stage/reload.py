"""Live reload: the file is read again off the interface's thread, and only a good deck is shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any

from textual.app import App

from presenter.deck import Loaded
from presenter.deck.source import UnreadableError, read_source
from presenter.stage.watch import Watcher
from presenter.talk.reread import DeckRead, fault_of, reread
from presenter.talk.session import Session, Timer

PATIENCE = 0.25
"""Seconds for which a file may be bad before that is said: it may be half written."""

_LONG = 4.0


class Reloader:
    """Keeps the deck of `session` up to date with its file at `path`. `app` runs its threads."""

    def __init__(self, app: App[Any], session: Session, path: Path) -> None:
        self._app = app
        self._session = session
        self._path = path
        self._reading = Lock()
        self._fault = ""
        self._said = False
        self._timer: Timer | None = None
        self._named = session.loaded.files
        self._watcher = Watcher(self._files, self._read)

    def start(self) -> None:
        """Begin to watch the file, and read it if it was written since it was loaded."""
        self._watcher.start()
        self._app.run_worker(self._catch_up, thread=True, group="reload")

    def stop(self) -> None:
        """Watch no more."""
        self._watcher.stop()

    def now(self) -> None:
        """Read the file whether or not it has changed, and say what came of it."""
        self._app.run_worker(lambda: self._read(by_hand=True), thread=True, group="reload")

    def _catch_up(self) -> None:
        shown = self._session.loaded
        try:
            same = read_source(self._path).text == shown.text
            written = not (same and all(each.is_as_it_was() for each in shown.pictures))
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
            found = reread(self._path, by_hand=by_hand)
            if found.loaded is not None and found.loaded.deck is not None:
                self._named = found.loaded.files
            self._app.call_later(self.take, found)

    def take(self, found: DeckRead) -> None:
        """Show what was read if it is good; say what is wrong if it stays bad."""
        session = self._session
        self._fault = fault_of(found, self._session.loaded, self._path, session.words)
        if self._fault and found.by_hand:
            self._say_fault()
        elif self._fault:
            if self._timer is None:
                self._timer = session.later(PATIENCE, self._say_fault)
        else:
            assert found.loaded is not None
            self._say_fault()
            self._show(found.loaded, by_hand=found.by_hand)

    def _say_fault(self) -> None:
        """Say what is wrong now, until it is not."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._fault or self._said:
            self._said = bool(self._fault)
            self._session.hush()
            self._session.say(self._fault, None)

    def _show(self, loaded: Loaded, *, by_hand: bool) -> None:
        session = self._session
        if loaded == session.loaded:
            if by_hand:
                session.say(session.words("reload.same"), _LONG, aside=True)
            return
        moved = session.talk.moved
        fresh, words = session.replace(loaded), session.words
        if not fresh:
            session.say(words("reload.deck"), _LONG, aside=True)
        elif moved or by_hand:
            key = "reload.slides" if fresh[1:] else "reload.slide"
            session.say(words(key, number=fresh[0] + 1, count=len(fresh)), _LONG, aside=True)
