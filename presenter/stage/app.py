"""The stage: one slide at a time, full screen."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.worker import WorkType, get_current_worker

from presenter.deck import Loaded
from presenter.screen.actions import STAGE_ACTIONS
from presenter.screen.base_app import TerminalApp
from presenter.screen.held_terminal import HeldTerminal
from presenter.screen.page_view import PageView, Palette
from presenter.screen.painting import turns_words
from presenter.screen.screens import TalkScreen
from presenter.screen.talk_commands import SearchContext, TalkCommands
from presenter.screen.terminal import TerminalDriver
from presenter.stage import StageOptions
from presenter.stage.pages import Pages, Prefetch
from presenter.stage.picture_terminal import LEAST_COLUMNS, LEAST_ROWS
from presenter.stage.scene import Scene
from presenter.talk.clock import ClockTo, clock_text
from presenter.talk.session import Change, Look
from presenter.typeset import Page
from presenter.typeset.themes import Theme, find

if TYPE_CHECKING:
    from presenter.stage.backstage import Backstage
    from presenter.stage.reload import Reloader

_PREFETCH_AFTER = 0.015
"""Seconds after a move until the neighbours are set: the slide itself is on screen by then, and the
next key of a held one, 30 a second, is not there yet."""

_FIRST_NOTICE = 10
"""Seconds that a notice stands when the talk begins."""

_TWICE = 2.0
"""Seconds within which a second key ends the talk."""

_SCROLL = 3
"""Rows of notes that one key scrolls."""


class Stage(TerminalApp):
    """Presents a deck: shows what `session` says, and hands it what is asked for."""

    asker = "stage"

    def __init__(
        self,
        loaded: Loaded,
        options: StageOptions | None = None,
        path: Path | None = None,
        scene: Scene | None = None,
        held: HeldTerminal | None = None,
    ) -> None:
        """`loaded` must hold a deck with at least one slide; `path` is where it came from.

        scene: the same talk, made before; its opening may stand on the terminal that is `held`.
        """
        super().__init__()
        if scene is None:
            scene = Scene(loaded, options, path, self.color_system)
        self.color_system = scene.colors
        self.scene = scene
        self.held = held
        self.options = scene.options
        self.path = scene.path
        self.pictures, self.notes, self.gallery = scene.pictures, scene.notes, scene.gallery
        self.session = session = scene.session
        self.cell_widths = scene.cell_widths
        self.ended_by_speaker = False
        """Not by a signal, nor by a fault."""
        self.view = PageView(
            Palette(scene.theme, scene.colors),
            self.page,
            scene.gallery,
            fit=self.fit,
            turns_words=self.options.bidi and turns_words(os.environ),
            cover=self.pictures.cover,
        )
        self.slides = TalkScreen(
            self.view,
            STAGE_ACTIONS,
            lambda number: session.go_to(number, "stage"),
            self.pictures.uncover,
            self._prefetch_soon,
        )
        self.commands = TalkCommands(
            self,
            session,
            STAGE_ACTIONS,
            "stage",
            context=self.search_context,
            choose_theme=self.choose_theme,
            more_themes=lambda: (scene.own_theme.name,),
            file=self.path,
            edited=self.edited,
            pictures=self.pictures.overview,
        )
        self._prefetch_timer: asyncio.TimerHandle | None = None
        self._prefetching = Prefetch(lambda pages: self.call_later(self.view.expect, pages))
        session.subscribe(self._follow, vital=True)
        self.recorder = scene.recorder
        if not self.options.animation:
            self.animation_level = "none"

    # What is on screen

    @property
    def pages(self) -> Pages:
        """The deck's pages at the size of this screen."""
        return self.scene.pages

    def fit(self, width: int, height: int) -> None:
        """Set slides for a screen of this size from now on."""
        self.ask_widths()
        self.scene.fit(width, height)

    def _stands(self) -> bool:
        """Whether what there is to paint is the opening, which the terminal shows."""
        scene, held = self.scene, self.held
        is_same = scene.opened == self.view.page and scene.theme is self.view.palette.theme
        return is_same and held is not None and not held.is_disturbed

    def measured(self) -> None:
        """The terminal draws otherwise: set anew what that changes, from now on."""
        self.scene.measured()
        self.view.ruler = self.pages.setting.ruler
        self.commands.renew()

    def page(self, width: int, height: int) -> Page:
        """The page to show now."""
        return self.scene.page(width, height, self.slides.typed)

    def _follow(self, change: Change) -> None:
        """Show what has changed of the talk."""
        if change & Change.DECK:
            self._take_theme()
            self.commands.renew()
        is_elsewhere = bool(change & (Change.PLACE | Change.DECK | Change.LOOK))
        if is_elsewhere:
            talk = self.session.talk
            self.notes.follow((talk.slide, talk.at.step))
        if change != Change.CLOCK:
            self.view.update()
        if is_elsewhere:
            self._prefetch_soon()

    def _take_theme(self) -> None:
        """Show the theme of another version of the deck, if that has one of its own."""
        scene = self.scene
        chosen = scene.chosen_theme(self.session.loaded)
        if chosen.found and chosen.theme != scene.own_theme:
            scene.own_theme = chosen.theme
            self._wear(chosen.theme)

    def _wear(self, theme: Theme) -> None:
        self.view.palette = Palette(theme, self.scene.colors)
        self.scene.wear(theme)

    def _prefetch_soon(self) -> None:
        if self.is_running:
            if self._prefetch_timer is not None:
                self._prefetch_timer.cancel()
            # A timer of Textual's is a task, which takes longer than the rest of a key's way here.
            later = asyncio.get_running_loop().call_later
            self._prefetch_timer = later(_PREFETCH_AFTER, self._prefetch)

    def _prefetch(self) -> None:
        talk, typed = self.session.talk, self.slides.typed
        if typed:
            slide = max(1, min(int(typed), talk.slides)) - 1
            self._prefetching.want(partial(self.pages.opening, slide))
        else:
            self._prefetching.want(partial(self.pages.near, talk.slide, talk.stop))

    def choose_theme(self, name: str) -> None:
        """Show everything in the theme of that name from now on."""
        own = self.scene.own_theme
        theme = own if name == own.name else find(name)
        if theme is not None:
            self._wear(theme)
            self.session.tell(Change.LOOK)

    # What only the stage does

    def search_context(self) -> SearchContext:
        """What overview and search look through; this screen is the audience's."""
        session, setting, palette = self.session, self.pages.setting, self.view.palette
        return SearchContext(
            session.deck, session.talk.slide, setting, palette, size=None, secret=True
        )

    def action_pictures(self) -> None:
        """Slides as pictures, or in cells."""
        words, pictures = self.session.words, self.pictures
        shown = pictures.toggle()
        if not shown and pictures.wanted:
            if pictures.lacks_typst:
                said = words("stage.pictures.no-typst")
            elif pictures.can and pictures.lacks_room:
                said = words("stage.pictures.small", columns=LEAST_COLUMNS, rows=LEAST_ROWS)
            else:
                said = words("stage.pictures.none")
            self.session.say(said)
        elif shown and pictures.drawing.has_failed:
            self.session.say(words("stage.pictures.failed"))

    def action_notes(self) -> None:
        """Notes below the slide, or no longer."""
        self.notes.toggle()
        self.fit(*(self.view.size or self.size))

    def action_notes_down(self) -> None:
        """Further rows of the notes."""
        self.notes.scroll(_SCROLL)
        self.view.update()

    def action_notes_up(self) -> None:
        """Earlier rows of the notes."""
        self.notes.scroll(-_SCROLL)
        self.view.update()

    def set_clock(self, to: ClockTo) -> None:
        """Set the talk's clock, and say what it shows: nothing else does."""
        super().set_clock(to)
        words, clock = self.session.words, self.session.clock
        self.session.say(words(f"clock.{clock.state}", time=clock_text(clock.elapsed)), 2)

    async def pressed(self, names: Sequence[str], text: str) -> None:
        """Do what a key means; any key answers the question whether to quit."""
        question = self.session.words("stage.quit")
        asked = self.session.notices.answer == question
        await super().pressed(names, text)
        if asked and self.session.notices.answer == question:
            self.session.say("")

    async def action_quit(self) -> None:
        """End the talk; before its last stop only if that is said twice."""
        question = self.session.words("stage.quit")
        asked = self.session.notices.answer == question
        if asked or self.session.talk.at_end or not self.options.confirm:
            await self.action_end()
        else:
            self.session.say(question, _TWICE)

    def exit(self, *result: Any, **details: Any) -> None:
        """End the talk. Leaving takes a while where the terminal has to answer yet."""
        if self.recorder is not None:
            self.recorder.end()
        super().exit(*result, **details)

    async def action_end(self) -> None:
        """End the talk at once."""
        self.ended_by_speaker = True
        await super().action_end()

    def action_reload(self) -> None:
        """Read the deck's file again."""
        if self.reloader is not None:
            self.reloader.now()

    def edited(self) -> None:
        """Read the deck's file again, unless its changes are seen anyway."""
        if not self.options.watch:
            self.action_reload()

    # Beginning and end

    def on_mount(self) -> None:
        """Have the scene's timers run, and say what there is to say."""
        scene = self.scene
        scene.take_drawn = self.view.take_pictures
        scene.links.begin(
            self.links(lambda: scene.say_aside("stage.pictures.failed")),
            lambda seconds, then: self.set_timer(seconds, then),
        )
        self.slides.when_seen(self._settle)
        scene.announce()
        if self.recorder is not None:
            recorder = self.recorder
            self.app_suspend_signal.subscribe(self, lambda _: recorder.suspended(), immediate=True)
            self.app_resume_signal.subscribe(self, lambda _: recorder.resumed(), immediate=True)
        if self.gallery is not None:
            self.app_resume_signal.subscribe(self, lambda _: self.view.take_pictures(anew=True))
        if isinstance(driver := self.terminal_driver, TerminalDriver):
            driver.farewell = scene.farewell
            driver.stands = self._stands
            driver.resized = self.pictures.resized
            self.scene.show_in_pictures()
            self.app_resume_signal.subscribe(self, lambda _: self.pictures.taken_again())

    def _settle(self) -> None:
        """Do what could wait until the first slide is on screen, so that no key waits for it."""
        self._prefetch_soon()
        self.begin_asking()
        if isinstance(driver := self.terminal_driver, TerminalDriver):
            self.scene.show_in_pictures()
            self.pictures.begin(driver.ask)
            if self.options.render != "cells" and self.pictures.lacks_typst:
                self.scene.say_aside("stage.pictures.no-typst")
        self.run_worker(self._load_ahead, thread=True, group="settling", exit_on_error=False)
        self.pictures.drawing.after_first(self._begin_rest)

    def _begin_rest(self) -> None:
        """Look for edits, and let others join."""
        if self.reloader is not None and self.options.watch:
            self.reloader.start()
        if self.backstage is not None:
            # A talk goes on without its link, whatever happens to that.
            begin: WorkType[None] = self.backstage.begin
            self.run_worker(begin, group="link", exit_on_error=False)

    def _load_ahead(self) -> None:
        """Load what the talk will need; runs in a thread."""
        from presenter.stage.backstage import settle

        worker, session = get_current_worker(), self.session
        more, text = self.commands.load, session.loaded.text
        wait = self.pictures.drawing.wait_for_first
        settle(session.deck, self.pages.setting, text, more, lambda: worker.is_cancelled, wait)

    @cached_property
    def reloader(self) -> Reloader | None:
        """What takes edits of the file; imported behind the first slide."""
        from presenter.stage.reload import Reloader

        return Reloader(self, self.session, self.path) if self.path else None

    @cached_property
    def backstage(self) -> Backstage | None:
        """Link and saved place; None without a file, by which others could join."""
        from presenter.stage.backstage import Backstage

        if self.path is None:
            return None
        return Backstage(
            self, self.session, self.path, self.options, self._look, self.scene.theme_source
        )

    def _look(self) -> Look:
        setting = self.pages.setting
        size, theme = (setting.width, setting.height), self.view.palette.theme.name
        return Look(size, theme, self.options.reveal, self.pictures.pixels)

    def on_unmount(self) -> None:
        """Leave no thread behind."""
        talk = self.session.talk
        if self._prefetch_timer is not None:
            self._prefetch_timer.cancel()
        if self.backstage is not None:
            # One that was quit before its last slide may have been quit by mistake.
            self.backstage.end(given=self.ended_by_speaker and talk.slide + 1 == talk.slides)
        if self.reloader is not None:
            self.reloader.stop()
        self.pictures.close()
        if self.gallery is not None:
            self.gallery.stop()
