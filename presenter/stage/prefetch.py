"""Setting ahead what the next key may show, in a thread: no key waits for it."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from presenter.talk.log import log
from presenter.typeset import Page

Job = Callable[[], list[Page]]


class Prefetch:
    """Does what was asked for last, and tells what it has made.

    Its thread ends with the process, whatever it is at: setting a slide may take long.
    """

    def __init__(self, made: Callable[[list[Page]], object]) -> None:
        """`made` is called in the thread."""
        self._made = made
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._thread: Thread | None = None

    def want(self, job: Job) -> None:
        """Do `job`, unless another is wanted before its turn has come."""
        self._jobs.put(job)
        if self._thread is None:
            self._thread = Thread(target=self._work, name="prefetch", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            while not self._jobs.empty():
                job = self._jobs.get()
            try:
                self._made(job())
            except Exception:  # noqa: BLE001 - met again, and told of, where it is to be shown
                log.warning("a slide cannot be set ahead", exc_info=True)
