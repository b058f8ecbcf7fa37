"""What a person at a terminal is told while a handout is long in the making."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Self, TextIO

import click

from presenter.deck.characters import clean
from presenter.words import Words, locale_language

_PATIENCE = 1.0
"""Seconds that nobody needs to be told about."""
_OFTEN = 0.1
"""Seconds from one line to the next."""
_ERASE = "\r\x1b[K"


class Progress:
    """A line on `stream`, if that is a terminal, once the work has taken a second; then no more.

    `name` is what is written. Formats that are made page by page tell how far they are; of the
    others it is only said that they are being made.
    """

    def __init__(self, stream: TextIO, name: str, *, patience: float = _PATIENCE) -> None:
        self._stream = stream
        self._name = clean(Path(name).name)
        self._words = Words(locale_language())
        self._done = ""
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._shown = False
        self._patience = patience
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        if self._stream.isatty() and os.environ.get("TERM", "dumb") != "dumb":
            self._thread = threading.Thread(target=self._tell, daemon=True)
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()
        self._erase()

    def passed(self, done: int, of: int) -> None:
        """So many slides of so many are done."""
        self._done = f"{done}/{of}"

    def warn(self, key: str, **values: object) -> None:
        """Say what a reader of the handout may miss."""
        self._erase()
        click.echo(f"warning: {self._words(key, **values)}", file=self._stream)

    def _tell(self) -> None:
        pause, last = self._patience, None
        while not self._over.wait(pause):
            pause = _OFTEN
            done = self._done
            if done == last and self._shown:
                continue
            last = done
            line = self._words("handout.progress", name=self._name, done=done)
            with self._lock:
                self._stream.write(_ERASE + line)
                self._stream.flush()
                self._shown = True

    def _erase(self) -> None:
        with self._lock:
            if self._shown:
                self._stream.write(_ERASE)
                self._stream.flush()
                self._shown = False
