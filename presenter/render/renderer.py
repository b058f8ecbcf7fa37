"""Drawing slides ahead, in a thread: the one that is shown first, then its neighbours, then all."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING

from presenter.content import resolve
from presenter.deck import Deck
from presenter.deck.blocks import extract_text
from presenter.render import log
from presenter.render.first_pictures import First, keep_first, kept_first
from presenter.render.own_folder import own_folder
from presenter.render.small_pictures import SmallPictures
from presenter.render.stops import PagePicture, Pages, PictureLook, stops_of
from presenter.typeset import Stop

if TYPE_CHECKING:
    from presenter.render.pictures import DeckPictures

MOST_BYTES = 12 * 1024 * 1024
"""Of pictures that are kept, some two hundred as a rule; what was not wanted for the longest time
goes. With Typst and its fonts, some 65 MB, a talk is to stay light.
"""

_NEAR = 4
"""Slides about the one that is shown that are drawn however many bytes are kept."""

_FAREWELL = 0.5
"""Seconds that the end of a talk waits for the picture that is being drawn."""


class Renderer:
    """Draws a deck under one look. Any thread may ask; what is not drawn yet is not waited for.

    `ready` is called, in the thread that draws, with the index of a slide whenever a picture of it
    is there that was not. `use` must be called before anything is asked.
    """

    def __init__(
        self,
        ready: Callable[[int], object],
        most_bytes: int = MOST_BYTES,
        *,
        keeps: bool = True,
        begins: bool = True,
    ) -> None:
        """`keeps`: whether the first picture is kept for the next start, and that of the last found
        again. `begins`: whether to draw at once, or not before `begin`.
        """
        self._ready = ready
        self._keeps = keeps
        self._begins = begins
        self._most = most_bytes
        self._change = Condition()
        self._deck: Deck | None = None
        self._look: PictureLook | None = None
        self._at = (0, 0)
        self._news = self._closed = False
        self._keys: dict[tuple[int, int], str] = {}
        """By slide and step, for the deck and the look in use."""
        self._stops: dict[int, tuple[Stop, ...]] = {}
        self._lost: set[int] = set()
        self._failed = False
        self._drawn: OrderedDict[str, Pages] = OrderedDict()
        self._recalled: tuple[int, int] | None = None
        """The place of a picture of the last start, while nobody knows whether it is so still."""
        self._bytes = 0
        self._small = SmallPictures()
        self._told = Event()
        """Set when there was something to tell."""
        self._thread: Thread | None = None

    # What any thread may call

    def use(self, deck: Deck, look: PictureLook) -> None:
        """Draw this deck so from now on. Pictures that stay as they were are not drawn again."""
        with self._change:
            if deck is not self._deck or look != self._look:
                self._deck, self._look = deck, look
                self._keys, self._stops, self._lost = {}, {}, set()
                self._recalled = None
                self._small.renew()
                self._wake()
        if self._begins:
            self.begin()

    def begin(self) -> None:
        """Draw from now on."""
        if not self._begins:
            with self._change:
                self._begins = True
                self._wake()
        self._start()

    def draw_first(self, seconds: float) -> None:
        """Draw what is wanted, and before `begin` no more: come back when `ready` was called for
        it, but not later than after so many seconds.
        """
        self._start()
        self._told.wait(seconds)

    def _start(self) -> None:
        if self._thread is None and self._deck is not None:
            self._thread = Thread(target=self._run, name="renderer", daemon=True)
            self._thread.start()

    def want(self, slide: int, step: int) -> None:
        """The slide at this index is shown at `step`: it comes first, then what is near it."""
        with self._change:
            if self._at != (slide, step):
                self._at = (slide, step)
                self._wake()

    def recall(self, slide: int, step: int) -> bool:
        """Find the picture of this place that an earlier start has kept, before there is another.

        Whether there is one. It is drawn anew if it should be another by now.
        """
        with self._change:
            deck, look = self._deck, self._look
            if not self._keeps or self._drawn or deck is None or look is None:
                return False
        first = kept_first(deck, look, slide, step)
        if first is None:
            return False
        with self._change:
            self._recalled = self._at = slide, step
            self._keys[slide, step] = first.key
            self._stops[slide] = first.stops
            self._put(first.key, first.pages)
        return True

    def picture(self, slide: int, stop: Stop) -> PagePicture | None:
        """What the slide at this index shows at `stop`; None while that is not drawn."""
        with self._change:
            key = self._keys.get((slide, stop.step))
            pages = self._drawn.get(key, ()) if key else ()
            if key is None or stop.page >= len(pages):
                return None
            self._drawn.move_to_end(key)
            return PagePicture(f"{key}-{stop.page}", pages[stop.page])

    def want_small(self, size: tuple[int, int], slides: Sequence[int]) -> None:
        """Have these slides in little, too, once what is shown and what is near it is drawn.

        size: width and height in pixels.
        """
        if self._small.want(size, slides):
            with self._change:
                self._wake()

    def small(self, slide: int) -> PagePicture | None:
        """The slide at this index in little; None while that is not drawn."""
        return self._small.get(slide)

    def is_small_lost(self, slide: int) -> bool:
        """Whether it cannot be drawn in little."""
        return self._small.is_lost(slide) or self.is_lost(slide)

    def is_lost(self, slide: int) -> bool:
        """Whether the slide at this index cannot be drawn, as Typst refuses it or cannot work."""
        with self._change:
            return self._failed or slide in self._lost

    @property
    def has_failed(self) -> bool:
        """Whether no slide can be drawn any more: on a full disk, say."""
        with self._change:
            return self._failed

    def is_known(self, slide: int) -> bool:
        """Whether the slide at this index was drawn, at whatever step, or is lost."""
        with self._change:
            return slide in self._stops or self._failed or slide in self._lost

    def stops(self, slide: int) -> tuple[Stop, ...]:
        """Where the talk rests in the slide at this index.

        Until it is drawn it is taken to fit on one page; `ready` is called when that is known.
        """
        with self._change:
            found, deck, look = self._stops.get(slide), self._deck, self._look
        if found is not None:
            return found
        assert deck is not None
        assert look is not None
        steps = resolve(deck, slide, look.reveal, look.language).steps
        return tuple(Stop(step, 0, 0) for step in steps)

    def close(self) -> None:
        """Draw no more."""
        with self._change:
            self._closed = True
            self._wake()
        if self._thread is not None:
            self._thread.join(_FAREWELL)

    def _wake(self) -> None:
        self._news = True
        self._change.notify()

    # The thread

    def _run(self) -> None:
        try:
            with own_folder() as folder:
                self._work(folder)
        except Exception:  # noqa: BLE001 - the talk goes on in cells
            log().exception("no more slides are drawn")
            with self._change:
                self._failed = True
            self._tell(self._at[0])

    def _work(self, folder: Path) -> None:
        # Typst and its fonts: nothing of them is needed for the first frame.
        from presenter.render.compiling import Workspace
        from presenter.render.look import look_data

        workspace = Workspace(folder)
        pictures: DeckPictures | None = None
        while True:
            with self._change:
                self._change.wait_for(lambda: self._news)
                self._news = False
                if self._closed:
                    return
                deck, look, at = self._deck, self._look, self._at
            assert deck is not None
            assert look is not None
            try:
                if pictures is None:
                    shared = look_data(deck, look.theme, (look.width, look.height))
                    workspace.read_ahead(shared, deck.lang)
                # Loaded while Typst reads.
                from presenter.render.pictures import DeckPictures

                if pictures is None or pictures.deck is not deck or pictures.look != look:
                    pictures = DeckPictures(deck, look, workspace)
                self._draw_in_order(pictures, at)
            except Exception:  # noqa: BLE001 - another version of the deck may be drawn again
                log().exception("a deck cannot be drawn")
                self._lose(deck, range(len(deck.slides)))
                self._tell(at[0])

    def _draw_in_order(self, pictures: DeckPictures, at: tuple[int, int]) -> None:
        """Draw until all is drawn, or something else is asked for."""
        is_small_due = True
        for slide, step in order(pictures.steps, len(pictures.deck.slides), at):
            far = abs(slide - at[0]) > _NEAR
            if far and is_small_due:
                is_small_due = False
                self._draw_small(pictures)
                if not self._news:
                    pictures.lighten()
            if self._news:
                return
            if far and self._bytes > self._most * 3 // 4:
                break
            try:
                self._draw(pictures, slide, step)
            except Exception:  # noqa: BLE001 - cells show the slide, whatever it is
                log().warning("slide %d cannot be drawn", slide + 1, exc_info=True)
                self._lose(pictures.deck, [slide])
                self._tell(slide)
            if not self._begins:
                return
        if is_small_due:
            self._draw_small(pictures)
        pictures.rest()

    def _draw_small(self, pictures: DeckPictures) -> None:
        self._small.draw(pictures, lambda: self._news, self._tell)

    def _tell(self, slide: int) -> None:
        if not self._closed:
            self._ready(slide)
        self._told.set()

    def _lose(self, deck: Deck, slides: Iterable[int]) -> None:
        with self._change:
            if self._deck is deck:
                self._lost.update(slides)

    def _draw(self, pictures: DeckPictures, slide: int, step: int) -> None:
        """Have a picture of the slide at this step, and its stops; tell of it if it is new."""
        with self._change:
            known = self._keys.get((slide, step))
            is_doubtful = self._recalled == (slide, step)
            if slide in self._lost or (known in self._drawn and not is_doubtful):
                return
            if is_doubtful:
                self._recalled = None
        if is_doubtful and known == pictures.key(slide, step):
            self._keeps = False
            return
        pages = self._pages(pictures, slide, step)
        stops = None if is_doubtful else self._stops.get(slide)
        stops = stops or self._make_stops(pictures, slide, len(pages))
        key = pictures.key(slide, step)
        with self._change:
            if self._deck is not pictures.deck or self._look != pictures.look:
                return
            self._keys[slide, step] = key
            self._stops[slide] = stops
        self._tell(slide)
        if self._keeps:  # later than it is shown: a disk takes its time
            self._keeps = False
            keep_first(pictures.deck, pictures.look, slide, step, First(key, stops, pages))

    def _make_stops(self, pictures: DeckPictures, slide: int, pages: int) -> tuple[Stop, ...]:
        steps = pictures.steps(slide)
        if pages == 1:
            return tuple(Stop(step, 0, 0) for step in steps)
        size = sum(
            len(part.text)
            for block in pictures.deck.slides[slide].content
            for part in extract_text(block)
        )
        return stops_of(steps, lambda step: self._pages(pictures, slide, step), size)

    def _pages(self, pictures: DeckPictures, slide: int, step: int) -> Pages:
        key = pictures.key(slide, step)
        with self._change:
            if key in self._drawn:
                return self._drawn[key]
        pages = pictures.draw(slide, step)
        with self._change:
            self._put(key, pages)
        return pages

    def _put(self, key: str, pages: Pages) -> None:
        self._drawn[key] = pages
        self._bytes += sum(map(len, pages))
        while self._bytes > self._most and len(self._drawn) > 1:
            _, gone = self._drawn.popitem(last=False)
            self._bytes -= sum(map(len, gone))


def order(
    steps_of: Callable[[int], range], slides: int, at: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Every slide and step, the likelier it is to be shown next the sooner.

    First what is shown, the steps behind it, the next slide's first step, the last one's last; then
    slides one by one, on before back.
    """
    slide, step = at
    slide = min(slide, slides - 1)
    own = steps_of(slide)
    yield slide, min(max(step, own[0]), own[-1])
    yield from ((slide, each) for each in own if each > step)
    if slide + 1 < slides:
        yield slide + 1, steps_of(slide + 1)[0]
    if slide:
        yield slide - 1, steps_of(slide - 1)[-1]
    yield from ((slide, each) for each in reversed(own) if each < step)
    for away in range(1, slides):
        for other in (slide + away, slide - away):
            if 0 <= other < slides:
                yield from ((other, each) for each in steps_of(other))
