"""The console's slides as pictures, where its terminal shows any and the stage shows them so.

It knows no Textual. The app asks where pictures stand before it composes a page, and writes what
it is given.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from presenter.console.arrangement import Area, Arrangement
from presenter.console.picture_slot import PictureSlot, Place
from presenter.deck import Deck
from presenter.render import is_installed
from presenter.render.stops import PictureLook, ToldStops
from presenter.screen.app_links import Links
from presenter.screen.colors import ColorSystem
from presenter.screen.picture_place import Shown
from presenter.screen.surfaces import surface as surfaces
from presenter.screen.surfaces.asking import Asking
from presenter.screen.surfaces.choice import terminal_pixels
from presenter.screen.surfaces.kitty import KittyMemory
from presenter.screen.tile_grid import unscaled
from presenter.typeset import Stop
from presenter.typeset.themes import Theme

if TYPE_CHECKING:
    from presenter.render.renderer import Renderer
    from presenter.screen.overview_pictures import OverviewPictures
    from presenter.screen.surfaces.tmux import Onlookers

_LEAST = (16, 4)
"""Cells and rows of a picture below which nothing is seen in it."""

_NICE = 10
"""How much the drawing gives way to whatever else the machine does: the stage's own, say."""


class Slides(NamedTuple):
    """What the stage shows. pixels: of a slide there; None for slides in cells."""

    deck: Deck
    theme: Theme
    reveal: bool | None
    pixels: tuple[int, int] | None


class Rooms(NamedTuple):
    """Where this slide and what comes next stand as pictures; None for one that is in cells."""

    now: Area | None = None
    next: Area | None = None


NO_ROOMS = Rooms()


class PreviewPictures:
    """Draws and places both slides, behind all else that is to be done.

    Until `begin` there are cells. All is to be called in the interface's thread.
    """

    def __init__(
        self, links: Links, *, wanted: bool, color_system: ColorSystem | None = "truecolor"
    ) -> None:
        """`color_system`: of the cells."""
        self._links = links
        self._color_system = color_system
        self.wanted = wanted
        self._asking = Asking(os.environ)
        self._ask: Callable[[str, Callable[[str], object]], object] | None = None
        self._renderer: Renderer | None = None
        self._slots: tuple[PictureSlot, ...] = ()
        self._used: tuple[Deck, PictureLook] | None = None
        self._told = ToldStops(self._stops_now)
        self._told_of: Deck | None = None
        self._slide = 0
        """The one that is shown."""
        self._protocol = ""
        self._memory = KittyMemory()
        self._is_nice = False
        self._overview: OverviewPictures | None = None
        """Of an overview that lies over both slides."""
        self._screen: surfaces.ScreenArea | None = None
        """The whole of it."""
        self._shape = (1, 1)
        """Any two numbers like a slide's width and height on the stage."""
        self._onlookers: Onlookers | None = None
        """Past tmux."""

    def begin(self, ask: Callable[[str, Callable[[str], object]], object]) -> None:
        """The first frame is shown: `ask` the terminal what it can."""
        self._ask = ask
        if self.wanted:
            ask(self._asking.question(), self._hear)
            if os.environ.get("TMUX") and self._onlookers is None:
                from presenter.screen.surfaces.tmux import Onlookers

                self._onlookers = Onlookers(self._links.anywhere, self._hear_tmux, alone=True)
            self._links.repaint()

    def _hear_tmux(self, placeholders: bool, lost: bool) -> None:
        """Whether all who look show pictures in cells of text; whether they may lack some."""
        if lost:
            self._links.write("".join(slot.lose() for slot in self._slots))
            if self._overview is not None:
                self._links.write(self._overview.forget())
                self._overview.look_again()
        if self._asking.within_tmux(placeholders=placeholders) or lost:
            self._links.repaint()

    def _hear(self, answer: str) -> None:
        if self._asking.hear(answer):
            self._links.repaint()
        if (question := self._asking.follow_up()) and self._ask is not None:
            self._ask(question, self._hear)

    def toggle(self) -> None:
        """Pictures, or cells."""
        self.wanted = not self.wanted
        if self.wanted and self._ask is not None:
            self.begin(self._ask)
        self._links.repaint()

    @property
    def can(self) -> bool:
        """Whether this terminal shows pictures, and what draws them is installed."""
        return self._asking.capabilities.protocol != "cells" and is_installed()

    def stops_of(self, deck: Deck, slide: int) -> Sequence[Stop]:
        """Where the talk rests in the slide of `deck` at this index; none where cells decide.

        They stay so until `changed` is called, or another deck is asked for.
        """
        if deck is not self._told_of:
            self._told_of = deck
            self._told.forget()
        return self._told.of(slide)

    def _stops_now(self, slide: int) -> Sequence[Stop]:
        is_drawn = self._used is not None and self._used[0] is self._told_of
        if not is_drawn or self._renderer is None or self._renderer.is_lost(slide):
            return ()
        return self._renderer.stops(slide)

    def place(
        self,
        slides: Slides,
        areas: Arrangement,
        size: tuple[int, int],
        now: Place,
        after: Place | None,
    ) -> Rooms:
        """Where both slides stand as pictures on a screen of `size`, arranged as `areas` says."""
        boxes = self._boxes(slides, areas, size) if self._ask is not None else None
        if boxes is None:
            self._leave()
            return NO_ROOMS
        if self._protocol != self._asking.capabilities.protocol:
            self._protocol = self._asking.capabilities.protocol
            self._links.write("".join(slot.hide() for slot in self._slots))
            self._end_slots()
            self._slots = tuple(PictureSlot(number, self._ready, self._memory) for number in (0, 1))
            if self._protocol == "placeholders":
                from presenter.screen.surfaces.tmux import HOLD, RELEASE

                self._links.around(HOLD, RELEASE)
        (first, second), pixels = boxes
        renderer = self._drawing(slides, pixels)
        self._slide = now[0]
        renderer.want(now[0], now[1].step)
        rooms = []
        for slot, box, place in zip(self._slots, (first, second), (now, after), strict=True):
            area = box and surfaces.ScreenArea(box.width, box.height, *pixels, box.x, box.y)
            if place is None or area is None:
                slot.clear()
            else:
                self._send(slot.want(self._asking, area, place, renderer))
            rooms.append(None if slot.shown is Shown.CELLS else box)
        held = [slot.patience for slot in self._slots if slot.shown is Shown.HELD]
        if held:
            self._links.later(max(0.001, min(held)), self._links.repaint)
        return Rooms(*rooms)

    def cover(self, torn: Collection[int], over: surfaces.Over) -> str:
        """What goes into the frame behind its cells.

        torn: rows of the screen that were written in it. over: where on it text lies.
        """
        return "".join(slot.cover(torn, over) for slot in self._slots) + self._end_overview()

    def hide(self) -> None:
        """Show none in the next frame."""
        for slot in self._slots:
            slot.clear()

    def uncover(self) -> None:
        """Another screen is opened over the slides."""
        if self._overview is None:
            self._links.write(self._hidden())

    def overview(self, themes: Callable[[], tuple[Theme, Theme]]) -> OverviewPictures | None:
        """What shows slides in an overview that opens now; None where they are cells.

        themes: the console's own, and that of the slides.
        """
        if self._used is None or self._renderer is None:
            return None
        from presenter.screen.overview_pictures import Around, OverviewPictures

        self._links.write(self._end_overview())
        around = Around(
            lambda columns, rows: self._asking.capabilities.area(
                (columns, rows), terminal_pixels()
            ),
            lambda _screen: self._shape,
            lambda: len(self._used[0].slides) if self._used is not None else 0,
            self._hidden,
            themes,
            self._memory,
        )
        links = replace(self._links, write=self._send)
        self._overview = OverviewPictures(
            links, around, self._renderer, self._asking.capabilities, self._color_system
        )
        return self._overview

    def _send(self, data: str) -> None:
        """Write what shows nothing yet."""
        if data and self._onlookers is not None:
            self._onlookers.sent()
        self._links.write(data)

    def _end_overview(self) -> str:
        if self._overview is None:
            return ""
        data, self._overview = self._overview.close(), None
        return data

    def _hidden(self) -> str:
        return "".join(slot.hide() for slot in self._slots)

    def farewell(self) -> str:
        """What to write before the terminal is left."""
        small = self._overview.farewell() if self._overview is not None else ""
        return small + "".join(slot.farewell() for slot in self._slots)

    def taken_again(self) -> None:
        """The terminal is ours again; it has forgotten all that it had, and so must we."""
        self.farewell()
        if self._overview is not None:
            self._overview.look_again()
        self._links.repaint()

    def close(self) -> None:
        """Draw and show no more."""
        if self._onlookers is not None:
            self._onlookers.close()
        if self._overview is not None:
            self._overview.close()
        self._end_slots()
        if self._renderer is not None:
            self._renderer.close()

    # How it comes about

    def _boxes(
        self, slides: Slides, areas: Arrangement, size: tuple[int, int]
    ) -> tuple[tuple[Area | None, Area | None], tuple[int, int]] | None:
        """Both pictures' rectangles, of one size, and its pixels; None where there are none."""
        if not (self.wanted and self.can and slides.pixels and areas.now):
            return None
        told = terminal_pixels()
        question = self._asking.size_question(size, told)
        if question and self._ask is not None:
            self._ask(question, self._hear)
        whole = self._asking.capabilities.area(size, told)
        if whole is None:
            return None
        if self._screen not in (None, whole) and self._overview is not None:
            self._links.write(self._overview.forget())
        self._screen, self._shape = whole, slides.pixels
        cell = whole.width / whole.columns, whole.height / whole.rows
        shown = [area for area in (areas.now, areas.next) if area is not None]
        room = min(area.width for area in shown), min(area.height for area in shown) - 1
        (columns, rows), drawn = unscaled(room, cell, slides.pixels)
        if columns < _LEAST[0] or rows < _LEAST[1]:
            return None
        first, second = (
            Area(area.x, area.y + 1, columns, rows) if area is not None else None
            for area in (areas.now, areas.next)
        )
        if self._asking.capabilities.protocol == "sixel":
            drawn = int(columns * cell[0]), int(rows * cell[1])
        # Elsewhere the terminal scales it if need be: it has the very pages that the stage has.
        return (first, second), drawn

    def _drawing(self, slides: Slides, pixels: tuple[int, int]) -> Renderer:
        """What draws `slides` in so many pixels from now on."""
        if self._renderer is None:
            # Imported where it is needed: most consoles are in terminals without pictures.
            from presenter.render.renderer import Renderer

            self._renderer = Renderer(self._drawn, keeps=False)
        deck, theme, reveal, _ = slides
        small = self._asking.capabilities.wants_small
        look = PictureLook(theme, *pixels, reveal, deck.lang, small)
        if self._used is None or self._used[0] is not deck or self._used[1] != look:
            is_new = self._used is None or self._used[0] is not deck
            self._used = (deck, look)
            for slot in self._slots:
                slot.renew()
            self._renderer.use(deck, look)
            if is_new:
                self._links.anywhere(self._tell_stops)
        return self._renderer

    def _leave(self) -> None:
        """Show cells; the terminal keeps what it has until it is left."""
        self.hide()
        if self._used is not None:
            self._used = None
            self._links.write(self._end_overview())
            self._links.anywhere(self._tell_stops)

    def _tell_stops(self) -> None:
        self._told.forget()
        self._links.changed()

    def _end_slots(self) -> None:
        for slot in self._slots:
            slot.close()

    def _drawn(self, _slide: int) -> None:
        """Called in the thread that draws."""
        if not self._is_nice:
            # Linux alone has a priority for each thread.
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
            self._is_nice = True
        self._links.anywhere(self._look_again)

    def _ready(self, _key: object) -> None:
        """Called in a surface's thread."""
        self._links.anywhere(self._links.repaint)

    def _look_again(self) -> None:
        if self._used is None or self._renderer is None:
            return  # it draws what was wanted before, and cells are shown
        if self._overview is not None:
            self._overview.look_again()
        if self._slide in self._told.forget_outdated(self._renderer.is_known):
            self._links.changed()
        else:
            self._links.repaint()
