"""The console: what the speaker needs to see, in a second terminal."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.worker import WorkType

from presenter.console import ConsoleOptions, preferences
from presenter.console.arrangement import arrangement, held_zoom
from presenter.console.page import Composed, ConsoleState, compose, cover_page
from presenter.console.pictures import PreviewPictures, Rooms, Slides
from presenter.console.previews import Previews
from presenter.console.screen import LECTERN, ConsolePalette, ConsoleScreen
from presenter.content import is_right_to_left
from presenter.deck import Deck, Loaded
from presenter.screen.actions import CONSOLE_ACTIONS, EVERYWHERE
from presenter.screen.base_app import TerminalApp
from presenter.screen.cell_widths import CellWidths
from presenter.screen.lines import with_notice
from presenter.screen.page_view import PageView
from presenter.screen.painting import draws_braille, turns_words
from presenter.screen.talk_commands import SearchContext, TalkCommands
from presenter.screen.terminal import TerminalDriver
from presenter.talk.link import snapshot
from presenter.talk.remote import RemoteSession
from presenter.talk.reread import fault_of
from presenter.talk.session import Change, Look, Timer
from presenter.typeset import Page, PageOptions, Stop
from presenter.typeset.themes import Theme, choose, find

if TYPE_CHECKING:
    from presenter.screen.overview_pictures import OverviewPictures

_SHAPE = (16, 9)
"""Of slides as pictures where no stage has told of its own."""

_BEHIND = 0.005
"""Seconds after a full second at which the clock is painted, so that it never shows the last."""


class Console(TerminalApp):
    """Shows the talk that a stage gives on the deck at `path`, and asks it to move."""

    asker = "console"
    session: RemoteSession

    def __init__(
        self,
        loaded: Loaded,
        path: Path,
        options: ConsoleOptions | None = None,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """`loaded` must hold a deck with at least one slide. `now` gives the wall clock."""
        super().__init__()
        if loaded.deck is None or not loaded.deck.slides:
            raise ValueError("a console needs a deck with slides")
        self.options = options = options or ConsoleOptions()
        self.path = path
        self.cell_widths = CellWidths(options.ambiguous)
        stage = PageOptions(
            80,
            24,
            loaded.deck.lang,
            self.cell_widths.ambiguous,
            bidi=options.bidi,
            braille=draws_braille(os.environ),
        )
        self.pictures = PreviewPictures(
            self.links(),
            wanted=options.render != "cells",
            color_system=self.color_system,
        )
        self.previews = Previews(loaded.deck, stage, self.pictures.stops_of)
        self.session = session = RemoteSession(
            loaded,
            path,
            self._stops_of,
            lambda seconds, then: self.set_timer(seconds, then),
            fit=self._fit_previews,
            outdated=lambda: self._read_deck(session.fetch),
            language=options.language,
        )
        self._first_theme = (
            choose(options.theme, options.theme_file).theme if options.theme else LECTERN
        )
        self._own_theme = self._first_theme
        self._dressed: tuple[Theme, str, str] | None = None
        self._now = now
        self._covered = options.with_talk
        """Whether the notes are hidden: whoever opened this may not know who sees it."""
        self._preferences = preferences.load()
        self.notes_zoom = self._preferences.notes_zoom
        """By how many steps the notes are larger than at first."""
        self.top: int | None = None
        """The first row of the notes that is shown; None for the one that fits the step."""
        self._place: tuple[int, int] = (0, 0)
        self._tick_timer: Timer | None = None
        self.setting = self._own_setting()
        self._last_seen: Composed | None = None
        self.view = PageView(
            self._palette(),
            self.page,
            fit=self.fit,
            turns_words=options.bidi and turns_words(os.environ),
            cover=self.pictures.cover,
        )
        self.slides = ConsoleScreen(
            self.view,
            lambda number: session.go_to(number, "console"),
            self._over_notes,
            self.pictures.uncover,
        )
        self.commands = TalkCommands(
            self,
            session,
            CONSOLE_ACTIONS,
            "console",
            context=self.search_context,
            choose_theme=self.choose_theme,
            more_themes=lambda: (self._first_theme.name,),
            file=path,
            edited=self.edited,
            pictures=self._overview_pictures,
        )
        session.subscribe(self._follow, vital=True)

    def on_mount(self) -> None:
        """Look for a stage; let the clock tick."""
        self.session.client.start()
        self._tick()
        self.slides.when_seen(self._begin_pictures)

    def _begin_pictures(self) -> None:
        """The first page is on screen: ask the terminal; show pictures, if there can be any."""
        self.begin_asking()
        driver = self.terminal_driver
        if isinstance(driver, TerminalDriver) and self.is_running:  # not if it was left by then
            driver.farewell = self.pictures.farewell
            driver.resized = self.view.update
            self.app_resume_signal.subscribe(self, lambda _: self.pictures.taken_again())
            self.pictures.begin(driver.ask)

    def on_unmount(self) -> None:
        """Leave the stage; keep what the next start is to find."""
        self.session.client.stop()
        self.pictures.close()
        if self.notes_zoom != self._preferences.notes_zoom:
            preferences.save(preferences.Preferences(self.notes_zoom))

    async def pressed(self, names: Sequence[str], text: str) -> None:
        """Do what a key means; the first one only shows the notes, if they are covered."""
        if self._covered and not EVERYWHERE.keys() & set(names):
            self._covered = False
            self.view.update()
        else:
            await super().pressed(names, text)

    # What is on screen

    def _own_setting(self, width: int = 80, height: int = 24) -> PageOptions:
        """The console's own, in the language of the deck."""
        deck, options = self.session.deck, self.options
        return PageOptions(
            width,
            height,
            options.language or deck.lang,
            self.cell_widths.ambiguous,
            bidi=options.bidi,
            braille=draws_braille(os.environ),
            right_to_left=options.bidi and is_right_to_left(deck),
            drawing=self.cell_widths.drawing,
        )

    def fit(self, width: int, height: int) -> None:
        """Compose pages of this size from now on."""
        self.setting = replace(self.setting, width=width, height=height)
        self.ask_widths()

    def measured(self) -> None:
        """The terminal draws otherwise: compose and set anew from now on."""
        widths, deck = self.cell_widths, self.session.deck
        self.setting = self._own_setting(self.setting.width, self.setting.height)
        self.view.ruler = self.setting.ruler
        stage = replace(self.previews.stage, ambiguous=widths.ambiguous, drawing=widths.drawing)
        self.previews = Previews(deck, stage, self.pictures.stops_of)
        self.commands.renew()
        self.session.relayout()

    def page(self, width: int, height: int) -> Page:  # noqa: ARG002 - what `fit` was told
        """The page to show now."""
        session = self.session
        self._last_seen = self._compose()
        said = session.notices.on_stage(console=False)
        if typed := self.slides.typed:
            said = session.words("stage.typed", number=typed)
        return with_notice(self._last_seen.page, said, self.setting)

    @property
    def composed(self) -> Composed:
        """What was shown last; before the first page, what will be: keys may come earlier."""
        return self._last_seen or self._compose()

    def _compose(self) -> Composed:
        session, talk, clock = self.session, self.session.talk, self.session.clock
        state = ConsoleState(
            self.previews,
            talk.slide,
            talk.stop,
            talk.blank,
            clock.state,
            clock.elapsed,
            self._now(),
            session.link,
            session.mover,
            self.path.name,
            self.notes_zoom,
            self.top,
        )
        if self._covered:
            self.pictures.hide()
            composed = compose(state, self.setting)
            return composed._replace(page=cover_page(state, self.setting))
        return compose(replace(state, rooms=self._rooms()), self.setting)

    @property
    def _stage_theme(self) -> Theme:
        palette = self.view.palette
        assert isinstance(palette, ConsolePalette)
        return palette.stage.theme

    def _rooms(self) -> Rooms:
        """Where slides stand as pictures."""
        setting, previews, talk = self.setting, self.previews, self.session.talk
        look = self.session.look
        pixels = look.pixels if look is not None else _SHAPE
        slides = Slides(previews.deck, self._stage_theme, previews.stage.reveal, pixels)
        size = (setting.width, setting.height)
        after = previews.after(talk.slide, talk.stop)
        return self.pictures.place(
            slides,
            arrangement(*size, self.notes_zoom),
            size,
            (talk.slide, previews.stops_of(talk.slide)[talk.stop]),
            (after[0], previews.stops_of(after[0])[after[1]]) if after else None,
        )

    def _overview_pictures(self) -> OverviewPictures | None:
        """What shows slides as pictures in an overview that opens now, if anything does."""
        return self.pictures.overview(lambda: (self._own_theme, self._stage_theme))

    def action_pictures(self) -> None:
        """The slides as pictures, or in cells."""
        session, words = self.session, self.session.words
        self.pictures.toggle()
        if self.pictures.wanted and not self.pictures.can:
            session.say(words("stage.pictures.none"))
        elif self.pictures.wanted and session.look is not None and session.look.pixels is None:
            session.say(words("console.in-cells"))

    def _follow(self, change: Change) -> None:
        """Show what has changed of the talk; end with it, if that is wanted."""
        session = self.session
        if self.options.with_talk and session.link == "lost":
            self.exit()
        if change & Change.DECK:
            self.setting = self._own_setting(self.setting.width, self.setting.height)
            self.commands.renew()
        if change & (Change.DECK | Change.LOOK):
            self._dress()
        place = (session.talk.slide, session.talk.stop)
        if place != self._place:
            self._place, self.top = place, None
        if change == Change.NOTICE:
            self.view.update()
        else:
            self._tick()

    def _tick(self) -> None:
        """Paint the clock now and after each of its full seconds."""
        self.view.update()
        clock = self.session.clock
        rest = 1 - clock.elapsed % 1 if clock.state == "running" else 1.0
        if self._tick_timer is not None:
            self._tick_timer.stop()
        self._tick_timer = self.set_timer(rest + _BEHIND, self._tick)

    def _over_notes(self, x: int, y: int) -> bool:
        notes = self.composed.areas.notes
        return self._covered or (notes is not None and notes.holds(x, y))

    def _palette(self) -> ConsolePalette:
        """The console's own theme, and the stage's."""
        session = self.session
        of_deck = choose(session.deck.theme, session.loaded.theme).theme
        known = {self._first_theme.name: self._first_theme, of_deck.name: of_deck}
        if session.client.state and (file := snapshot.load_theme(self.path)):
            of_stage = choose("", file).theme
            known[of_stage.name] = of_stage
        name = session.theme
        stage = known.get(name) or (find(name) if name else None) or of_deck
        return ConsolePalette(self._own_theme, stage, self.color_system)

    def choose_theme(self, name: str) -> None:
        """Show the console in the theme of that name from now on."""
        is_first = name == self._first_theme.name
        self._own_theme = (None if is_first else find(name)) or self._first_theme
        self._dress()

    def _dress(self) -> None:
        """Take the themes that are wanted now."""
        wanted = (self._own_theme, self.session.theme, self.session.digest)
        if wanted != self._dressed:
            self._dressed = wanted
            self.view.palette = self._palette()

    # The slides as the audience sees them

    def _stops_of(self, deck: Deck, slide: int) -> Sequence[Stop]:
        if deck is not self.previews.deck:
            stage = replace(self.previews.stage, language=deck.lang)
            self.previews = Previews(deck, stage, self.pictures.stops_of)
        return self.previews.stops_of(slide)

    def _fit_previews(self, look: Look) -> None:
        """Set slides as a stage of this look does."""
        stage, (width, height) = self.previews.stage, look.size
        if (width, height, look.reveal) != (stage.width, stage.height, stage.reveal):
            setting = replace(stage, width=width, height=height, reveal=look.reveal)
            self.previews = Previews(self.session.deck, setting, self.pictures.stops_of)

    # What only the console does

    def search_context(self) -> SearchContext:
        """What overview and search look through; nobody but the speaker sees this screen."""
        session, stage = self.session, self.previews.stage
        size, palette = (stage.width, stage.height), self.view.palette
        here = session.talk.slide
        return SearchContext(session.deck, here, self.setting, palette, size, secret=False)

    def action_notes_down(self) -> None:
        """The notes on by a part of their rows."""
        self._roll(1)

    def action_notes_up(self) -> None:
        """The notes back."""
        self._roll(-1)

    def _roll(self, direction: int) -> None:
        rolled = self.composed.rolled
        by = max(1, len(rolled.lines) // 3)
        self.top = max(0, min(rolled.top + direction * by, rolled.most))
        self.view.update()

    def action_notes_larger(self) -> None:
        """More room for the notes."""
        self._zoom_notes(1)

    def action_notes_smaller(self) -> None:
        """Less room for the notes."""
        self._zoom_notes(-1)

    def _zoom_notes(self, by: int) -> None:
        width, height = self.setting.width, self.setting.height
        now = held_zoom(width, height, self.notes_zoom)
        self.notes_zoom = held_zoom(width, height, now + by)
        self.view.update()

    # The file

    def edited(self) -> None:
        """Read the deck's file again; a stage sees its changes by itself."""
        if self.session.client.state is None:
            self.action_reload()

    def action_reload(self) -> None:
        """Read the deck again: what the stage shows, or without one the file."""
        self._read_deck(self._reload)

    def _read_deck(self, how: WorkType[None]) -> None:
        """Read the deck without holding up a key; the last such wish is the one that counts."""
        self.run_worker(how, group="deck", exclusive=True)

    async def _reload(self) -> None:
        session = self.session
        found = await asyncio.to_thread(session.load)
        if fault := fault_of(found, session.loaded, self.path, session.words):
            session.say(fault)
        else:
            assert found.loaded is not None
            before = session.digest
            session.replace(found.loaded)
            same = before == session.digest
            session.say(session.words("reload.same" if same else "reload.deck"))
