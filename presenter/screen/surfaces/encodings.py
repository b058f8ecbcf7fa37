"""What is encoded in sixels: in a thread of its own, the latest kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Condition, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from presenter.talk.log import log

if TYPE_CHECKING:
    from presenter.screen.surfaces.sixels import Encoder

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")

_LEAST = 3
"""So many are kept, however large they are."""


class Encodings(Generic[Key, Made]):
    """By key; what could not be encoded is known, and is none.

    All is to be called in the interface's thread. `on_ready` is called in the other one.
    """

    def __init__(
        self,
        on_ready: Callable[[Key], object],
        size_of: Callable[[Made], int],
        *,
        colors: int,
        most: int,
        most_bytes: int,
    ) -> None:
        """`most`: how many are kept, or wait to be encoded. most_bytes: how large they may be
        together, by `size_of` each. colors: that the terminal shows at once.
        """
        self._on_ready = on_ready
        self._size_of = size_of
        self._colors = colors
        self._most, self._most_bytes = most, most_bytes
        self._change = Condition()
        self._waiting: OrderedDict[Key, Callable[[Encoder], Made]] = OrderedDict()
        self._made: OrderedDict[Key, Made | None] = OrderedDict()
        """Those first that were asked for longest ago."""
        self._version = 0
        self._thread: Thread | None = None
        self._closed = False
        self.held: Key | None = None
        """One that stays, whatever else comes."""

    def want(self, key: Key, make: Callable[[Encoder], Made], *, first: bool = False) -> None:
        """Have this encoded, unless it is; `make` does it.

        first: before what is waiting, which may be what a talk has gone past; else behind it.
        """
        with self._change:
            if key in self._made:
                self._made.move_to_end(key)
            elif not self._closed:
                self._waiting[key] = make
                self._waiting.move_to_end(key, last=not first)
                while len(self._waiting) > self._most:
                    self._waiting.popitem(last=first)
                if self._thread is None:
                    self._thread = Thread(target=self._run, name="sixels", daemon=True)
                    self._thread.start()
                self._change.notify()

    def cancel(self) -> None:
        """Nothing that waits is wanted any more."""
        with self._change:
            self._waiting.clear()

    def get(self, key: Key) -> Made | None:
        """What is encoded; None while it is not, or if it cannot be."""
        with self._change:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def clear(self) -> None:
        """What was wanted is of no use any more."""
        with self._change:
            self._version += 1
            self._waiting.clear()
            self._made.clear()

    def close(self, patience: float = 0) -> None:
        """Encode no more; wait for so many seconds until the thread has ended."""
        with self._change:
            self._closed = True
            self._waiting.clear()
            self._change.notify()
        if self._thread is not None and patience:
            self._thread.join(patience)

    def _run(self) -> None:
        # Imported here: Pillow takes a tenth of a start, and this is not the interface's thread.
        from presenter.screen.surfaces.sixels import Encoder

        encoder = Encoder(self._colors)
        while True:
            with self._change:
                self._change.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                key, make = self._waiting.popitem(last=False)
                if key in self._made:
                    continue  # it was asked for again while it was encoded
                version = self._version
            made: Made | None = None
            try:
                made = make(encoder)
            except Exception:  # noqa: BLE001 - whatever it is, cells are shown, or nothing
                log.warning("a picture cannot be encoded", exc_info=True)
            with self._change:
                if self._closed:
                    return
                if version != self._version:
                    continue
                self._made[key] = made
                self._limit()
            self._on_ready(key)

    def _limit(self) -> None:
        size = sum(map(self._size, self._made.values()))
        while len(self._made) > self._most or (
            size > self._most_bytes and len(self._made) > _LEAST
        ):
            oldest = next(key for key in self._made if key != self.held)
            size -= self._size(self._made.pop(oldest))

    def _size(self, made: Made | None) -> int:
        return self._size_of(made) if made is not None else 0
