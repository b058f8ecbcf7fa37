"""Whatever happens, in whatever order: at rest what is wanted stands on the terminal."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Sequence
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck
from presenter.render import renderer
from presenter.render.stops import PagePicture, PictureLook
from presenter.screen.app_links import Links
from presenter.screen.overview_pictures import OverviewPictures
from presenter.screen.surfaces.capabilities import Capabilities
from presenter.screen.surfaces.kitty import KittyMemory
from presenter.screen.surfaces.surface import NO_TEXT, Key, Over, ScreenArea
from presenter.stage import picture_terminal, slide_pictures, terminal_pictures
from presenter.stage.screen_pictures import ScreenPictures, Slides
from presenter.stage.slide_pictures import SlidePictures
from presenter.typeset import Stop
from presenter.typeset.themes import find
from tests.handout.jobs import select
from tests.screen.surfaces.kitty_terminal import KittyTerminal, OldKitty

SLIDES = 30
DECK = select(f"title: x\nslides: [{', '.join(map(str, range(SLIDES)))}]").deck
COLUMNS, ROWS = 80, 24
HEIGHTS = 384, 768
HERE = Stop(0, 0, 0)
TILES = 6
FIRST_TILE = 730_121
"""Ids of slides in little; below are those of slides."""
ENOUGH = 10**6
"""Bytes that the terminal keeps."""


def png(slide: int, width: int, height: int) -> bytes:
    sides = (width, height)
    header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + b"".join(
        side.to_bytes(4, "big") for side in sides
    )
    return header + bytes([slide])


OnReady = Callable[[Key], object]
Event = tuple[str] | tuple[str, object]
"""A method of `Talk`, and what it is called with."""

EDGES = re.compile(r"\x1b\]11[^\x1b\x07]*(?:\x1b\\|\x07)")


class Renderer:
    """Draws a slide when it is told."""

    has_failed = False

    def __init__(self, ready: Callable[[int], object], **_more: object) -> None:
        self._ready = ready
        self.look: PictureLook | None = None
        self._drawn = set[str]()

    def begin(self) -> None:
        """It is told what to draw."""

    def use(self, _deck: Deck, look: PictureLook) -> None:
        self.look = look

    def want(self, slide: int, step: int) -> None:
        """It is told what to draw."""

    def want_small(self, size: tuple[int, int], slides: Sequence[int]) -> None:
        """It is told what to draw."""

    def draw(self, slide: int) -> None:
        self._drawn.add(self._key(slide))
        self._ready(slide)

    def picture(self, slide: int, _stop: Stop) -> PagePicture | None:
        key = self._key(slide)
        assert self.look is not None
        made = PagePicture(key, png(slide, self.look.width, self.look.height))
        return made if key in self._drawn else None

    def _key(self, slide: int) -> str:
        assert self.look is not None
        return f"{slide} {self.look.theme.name} {self.look.height}"

    def small(self, slide: int) -> PagePicture:
        return PagePicture(f"small {slide}", png(100 + slide, 10, 10))

    def is_lost(self, _slide: int) -> bool:
        return False

    is_small_lost = is_lost

    def is_known(self, _slide: int) -> bool:
        return True

    def stops(self, _slide: int) -> tuple[Stop, ...]:
        return (Stop(0, 0, 0),)

    def close(self) -> None:
        """Nothing to end."""


class EncodingSurface:
    """Makes ready one picture after the other when it is told, and keeps few."""

    room = 2
    shown: Key | None = None

    def __init__(self, on_ready: OnReady) -> None:
        self._on_ready = on_ready
        self.waiting: dict[Key, None] = {}
        self._made: dict[Key, None] = {}

    def encode(self) -> None:
        if not self.waiting:
            return
        key = next(reversed(self.waiting))
        del self.waiting[key]
        self._made[key] = None
        for old in [each for each in self._made if each != self.shown][
            : max(0, len(self._made) - 3)
        ]:
            del self._made[old]
        self._on_ready(key)

    def ahead(self, key: Key, _png: bytes) -> str:
        if key not in self._made:
            self.waiting.pop(key, None)
            self.waiting[key] = None
        return ""

    def ready(self, key: Key) -> bool:
        if key in self._made:
            self._made[key] = self._made.pop(key)
        return key in self._made

    def show(self, key: Key, torn: Collection[int] = (), over: Over = NO_TEXT) -> str:
        assert key in self._made
        self.shown = key
        return ""

    def hide(self) -> str:
        self.shown = None
        return ""

    def resized(self, _area: ScreenArea) -> str:
        self._made.clear()
        self.waiting.clear()
        return self.hide()

    farewell = hide

    def close(self) -> None:
        """Nothing to end."""


class Talk:
    """The app around the pictures, whose frames, calls and timers come when the test says so."""

    def __init__(self, term: str, patch: pytest.MonkeyPatch) -> None:
        self.height, self.now = HEIGHTS[0], 0.0
        self.slide, self.theme = 0, "ink"
        self.is_due = self.is_covered = self.is_away = self.is_blank = False
        self.opened: OverviewPictures | None = None
        self.terminal = OldKitty(ENOUGH) if term == "xterm-kitty" else KittyTerminal()
        self.surface: EncodingSurface | None = None
        self.calls = deque[Callable[[], object]]()
        self.timers: list[Callable[[], object]] = []
        for name in ("TMUX", "NO_COLOR", "STY"):
            patch.delenv(name, raising=False)
        patch.setenv("TERM", term)
        patch.setattr(picture_terminal, "terminal_pixels", lambda: (640, self.height))
        patch.setattr(renderer, "Renderer", self._renderer)
        made = partial(SlidePictures, now=lambda: self.now)
        patch.setattr(slide_pictures, "SlidePictures", made)
        if term == "foot":
            patch.setattr(terminal_pictures, "surface_for", self._surface)
        links = Links(
            self._write,
            lambda: not self.is_away,
            lambda _seconds, then: self.timers.append(then),
            self.calls.append,
            self._changed,
            self._update,
            lambda: None,
            lambda _before, _after: None,
        )
        self.pictures = ScreenPictures(links, "auto")
        self.wear(self.theme)
        self.pictures.begin(lambda _question, _listen: None)
        self.resize(self.height)

    def _renderer(self, ready: Callable[[int], object], **_more: object) -> Renderer:
        self.renderer = Renderer(ready)
        return self.renderer

    def _surface(
        self, _known: Capabilities, _area: ScreenArea, ready: OnReady, _memory: KittyMemory
    ) -> EncodingSurface:
        self.surface = EncodingSurface(ready)
        return self.surface

    def _write(self, data: str) -> None:
        if not self.is_away:
            self.terminal.feed(EDGES.sub("", data))

    def _changed(self) -> None:
        self.pictures.stops_of(self.slide)
        self._update()

    def _update(self) -> None:
        if self.is_blank:
            self.pictures.cells()
        else:
            self.pictures.page(self.slide, HERE, COLUMNS, ROWS)
        self.is_due = True

    # What may happen

    def frame(self) -> None:
        is_due, self.is_due = self.is_due, False
        if is_due and self.opened is not None:
            self._write(self.opened.cover(()))
        elif is_due and not self.is_covered:
            self._write(self.pictures.cover((), {}))

    def call(self) -> None:
        if self.calls:
            self.calls.popleft()()

    def timer(self, number: int) -> None:
        if self.timers:
            self.timers.pop(number % len(self.timers))()

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def draw(self, slides: int) -> None:
        for slide in range(self.slide, min(SLIDES, self.slide + slides)):
            self.renderer.draw(slide)

    def encode(self) -> None:
        if self.surface is not None:
            self.surface.encode()

    def key(self, by: int) -> None:
        if not self.is_covered:
            self.slide = (self.slide + by) % SLIDES
            self._changed()

    def blank(self) -> None:
        self.is_blank = not self.is_blank
        self._update()

    def wear(self, name: str) -> None:
        theme = find(name)
        assert theme is not None
        self.pictures.use(Slides(DECK, theme, None, "en"))
        self._update()

    def resize(self, height: int) -> None:
        self.height = height
        self.pictures.fit(COLUMNS, ROWS, ROWS)
        self._update()
        if self.opened is not None:
            self._paint_overview()

    def toggle(self) -> None:
        self.pictures.toggle()
        self._update()

    def help(self) -> None:
        if not self.is_covered:
            self.is_covered = True
            self.pictures.uncover()

    def overview(self) -> None:
        if not self.is_covered and (opened := self.pictures.overview()):
            self.opened, self.is_covered = opened, True
            opened.repaint = self._paint_overview
            self._paint_overview()

    def _paint_overview(self) -> None:
        if self.opened is not None and self.opened.grid(COLUMNS, ROWS):
            self.opened.want(range(TILES), range(TILES, 2 * TILES))
        self.is_due = True

    def close(self) -> None:
        if self.is_covered:
            self.is_covered, self.opened, self.is_due = False, None, True

    def leave(self) -> None:
        if not self.is_away:
            self._write(self.pictures.farewell())
            self.is_away = True

    def come_back(self) -> None:
        if self.is_away:
            self.is_away = False
            self.pictures.taken_again()

    def rest(self) -> None:
        """Everything else is done by now, and the wanted slide is drawn."""
        if self.opened is not None and not (self.opened.is_closed or self.is_away):
            self._finish()
            if self.surface is None and not self.opened.is_closed:
                assert sum(number >= FIRST_TILE for number, _ in self.terminal.placements) == TILES
            return
        if not self.pictures.pixels or self.is_covered or self.is_away or self.is_blank:
            return
        if self.renderer.picture(self.slide, HERE) is None:
            self.renderer.draw(self.slide)
        self._finish()
        wanted = self.renderer.picture(self.slide, HERE)
        assert wanted is not None
        if self.surface is not None:
            assert self.surface.shown == wanted.key
        else:
            assert self.terminal.shown == wanted.png

    def _finish(self) -> None:
        while self.calls or self.timers or self.is_due or (self.surface and self.surface.waiting):
            self.call()
            self.timer(0)
            self.encode()
            self.frame()
            self.wait(0.1)


OFTEN: tuple[Event, ...] = (
    *(("frame",), ("call",), ("encode",), ("rest",)),
    *(("timer", number) for number in range(3)),
    *(("draw", slides) for slides in (1, 4, 8)),
    *(("key", by) for by in (1, 1, 7, -1)),
)
SELDOM: tuple[Event, ...] = (
    *(("wait", 0.1), ("wait", 1.0), ("blank",), ("toggle",), ("help",), ("overview",), ("leave",)),
    *(("close",), ("come_back",)) * 3,
    *(("wear", "ink"), ("wear", "paper"), ("resize", HEIGHTS[0]), ("resize", HEIGHTS[1])),
)


@pytest.mark.parametrize("events", [OFTEN, OFTEN * 2 + SELDOM], ids=["keys", "all"])
@pytest.mark.parametrize("terminal", ["xterm-kitty", "xterm-ghostty", "foot"])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_at_rest_the_wanted_picture_is_shown(
    terminal: str, events: Sequence[Event], data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        talk = Talk(terminal, patch)
        for name, *how in data.draw(st.lists(st.sampled_from(events), min_size=80, max_size=120)):
            getattr(talk, name)(*how)
        talk.rest()
