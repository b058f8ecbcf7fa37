"""The pages of the deck that is shown, each set once; those next to it ahead, in a thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from queue import SimpleQueue
from threading import RLock, Thread

from msgspec import Struct

from presenter.deck import Deck
from presenter.talk.log import log
from presenter.typeset import Page, PageOptions, SetSlide, Stop, set_slide

_KEPT = 64
"""How many slides, and pages, stay set: walking to and fro costs nothing."""

Job = Callable[[], list[Page]]


class _Held(Struct, frozen=True):
    """A slide that is set, and who sets it now: what one thread has begun another waits for."""

    slide: SetSlide
    lock: RLock


class Pages:
    """The slides of `deck`, set on demand; the latest are kept. Any thread may ask."""

    def __init__(self, deck: Deck, setting: PageOptions) -> None:
        self.deck = deck
        self.setting = setting
        self._held = lru_cache(_KEPT)(self._hold)
        self._page = lru_cache(_KEPT)(self._make)

    def stops_of(self, slide: int) -> tuple[Stop, ...]:
        """Where the talk rests in the slide at this index; at least one."""
        held = self._held(slide)
        with held.lock:
            return held.slide.stops

    def page(self, slide: int, stop: int) -> Page:
        """What the slide at this index shows at its stop of this index."""
        return self._page(slide, stop)

    def opening(self, slide: int) -> list[Page]:
        """What the slide at this index shows first."""
        return [self.page(slide, 0)]

    def near(self, slide: int, stop: int) -> list[Page]:
        """What the next key is likely to show, on and back."""
        stops = len(self.stops_of(slide))
        pages: list[Page] = []
        if stop + 1 < stops:
            pages.append(self.page(slide, stop + 1))
        elif slide + 1 < len(self.deck.slides):
            pages.append(self.page(slide + 1, 0))
        if stop:
            pages.append(self.page(slide, stop - 1))
        elif slide:
            pages.append(self.page(slide - 1, len(self.stops_of(slide - 1)) - 1))
        return pages

    def _hold(self, slide: int) -> _Held:
        return _Held(set_slide(self.deck, slide, self.setting), RLock())

    def _make(self, slide: int, stop: int) -> Page:
        held = self._held(slide)
        with held.lock:
            return held.slide.page(held.slide.stops[stop])


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
