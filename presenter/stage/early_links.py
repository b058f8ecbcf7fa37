"""The links to the app, which may be used before there is one: what they are asked for waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from presenter.screen.app_links import Links
from presenter.talk.session import Later, Timer

Work = Callable[[], object]


class _Waiting:
    """A timer that has not begun, as nothing runs yet that could."""

    def __init__(self, seconds: float, then: Work) -> None:
        self._seconds = seconds
        self._then = then
        self._timer: Timer | None = None
        self._stopped = False

    def begin(self, later: Later) -> None:
        if not self._stopped:
            self._timer = later(self._seconds, self._then)

    def stop(self) -> None:
        """Never run out."""
        self._stopped = True
        if self._timer is not None:
            self._timer.stop()


def _nothing() -> None:
    """Nothing is there to be painted."""


class EarlyLinks:
    """Until `begin` it keeps what it is asked for, in order."""

    def __init__(self, changed: Work, failed: Work) -> None:
        """`changed`, `failed`: as in `Links`, until the app says otherwise."""
        self._app: Links | None = None
        self._later: Later | None = None
        self._changed = changed
        self._failed = failed
        self._unsent: list[str] = []
        self._timers: list[_Waiting] = []
        self._calls: list[Work] = []
        self._repaint: Work | None = None
        """Paints while nobody else does."""
        self._lock = Lock()
        """Of whoever acts for the interface before there is an app."""

    @contextmanager
    def lent(self, repaint: Work) -> Iterator[None]:
        """Meanwhile the interface's thread does something else: who calls does the work himself.

        `repaint` shows what is to be shown by then; it may be called in any thread.
        """
        with self._lock:
            self._repaint = repaint
        try:
            yield
        finally:
            with self._lock:
                self._repaint = None

    def links(self) -> Links:
        """They lead to the app once it is there."""
        return Links(
            self._write,
            lambda: self._app is not None and self._app.idle(),
            self.later,
            self.call,
            lambda: (self._app.changed if self._app else self._changed)(),
            lambda: (self._app.repaint if self._app else self._repaint or _nothing)(),
            lambda: (self._app.failed if self._app else self._failed)(),
            lambda before, after: self._app is not None and self._app.around(before, after),
        )

    def begin(self, app: Links, later: Later) -> None:
        """Hand all of it on to the app from now on; `later` runs its timers."""
        with self._lock:
            self._app, self._later = app, later
        for timer in self._timers:
            timer.begin(later)
        for work in self._calls:
            app.anywhere(work)
        app.write(self.unsent())
        self._timers, self._calls = [], []

    def unsent(self) -> str:
        """What was written and is not sent; it is forgotten."""
        data = "".join(self._unsent)
        self._unsent.clear()
        return data

    def later(self, seconds: float, then: Work) -> Timer:
        """Have `then` called in so many seconds."""
        if self._later is not None:
            return self._later(seconds, then)
        timer = _Waiting(seconds, then)
        self._timers.append(timer)
        return timer

    def call(self, work: Work) -> None:
        """Have `work` done in the interface's thread; may be called in any."""
        with self._lock:
            if self._app is None:
                if self._repaint is not None:
                    work()
                else:
                    self._calls.append(work)
                return
        self._app.anywhere(work)

    def _write(self, data: str) -> None:
        if self._app is not None:
            self._app.write(data)
        else:
            self._unsent.append(data)
