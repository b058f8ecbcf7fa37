"""The stage: one slide at a time, full screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec import structs
from textual.worker import WorkType, get_current_worker

from presenter.content import is_right_to_left
from presenter.deck import Deck, Loaded
from presenter.deck.source import Source
from presenter.screen.actions import STAGE_ACTIONS
from presenter.screen.base_app import TerminalApp
from presenter.screen.cell_widths import CellWidths
from presenter.screen.lines import with_notice
from presenter.screen.page_view import PageView, Palette
from presenter.screen.painting import turns_words
from presenter.screen.pictures.gallery import Gallery
from presenter.screen.pictures.protocol import cell_pixels, protocol_for
from presenter.screen.screens import TalkScreen
from presenter.screen.talk_commands import SearchContext, TalkCommands
from presenter.screen.terminal import TerminalDriver, draws_braille
from presenter.stage import StageOptions, slide_named
from presenter.stage.notes_below import NotesBelow
from presenter.stage.pages import Pages, Prefetch
from presenter.stage.screen_pictures import LEAST_COLUMNS, LEAST_ROWS, ScreenPictures, Slides
from presenter.talk.clock import ClockTo, clock_text
from presenter.talk.session import Change, Look, Session, Timer
from presenter.talk.talk import stop_showing
from presenter.typeset import Page, PageOptions, Run, Stop
from presenter.typeset.page import line_width
from presenter.typeset.themes import Chosen, choose, find

if TYPE_CHECKING:
    from presenter.stage.backstage import Backstage
    from presenter.stage.reload import Reloader
    from presenter.talk.rehearsal import Recorder

_PREFETCH_AFTER = 0.03
"""Seconds after a move until the neighbours are set: the slide itself is on screen by then."""

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
        self, loaded: Loaded, options: StageOptions | None = None, path: Path | None = None
    ) -> None:
        """`loaded` must hold a deck with at least one slide; `path` is where it came from."""
        super().__init__()
        if loaded.deck is None or not loaded.deck.slides:
            raise ValueError("a stage needs a deck with slides")
        self.options = options = options or StageOptions()
        self.path = path
        self.ended_by_speaker = False
        """Not by a signal, nor by a fault."""
        self.cell_widths = CellWidths(options.ambiguous)
        self.gallery = self._gallery()
        self.pages = Pages(loaded.deck, self._setting(loaded.deck, 80, 24))
        colors = self.color_system
        self.pictures = ScreenPictures(
            self.links(lambda: self._say_aside("stage.pictures.failed")), options.render, colors
        )
        self.session = session = Session(
            loaded,
            self._stops_of,
            lambda seconds, then: self.set_timer(seconds, then),
            start=slide_named(loaded.deck, options.start) or 0,
            language=options.language,
        )
        self.own_theme = self._chosen_theme(loaded).theme
        """The one that the command line or the deck asks for; `choose_theme` may show another."""
        self.view = PageView(
            Palette(self.own_theme, colors),
            self.page,
            self.gallery,
            fit=self.fit,
            turns_words=options.bidi and turns_words(os.environ),
            cover=self.pictures.cover,
        )
        self.slides = TalkScreen(
            self.view,
            STAGE_ACTIONS,
            lambda number: session.go_to(number, "stage"),
            self.pictures.uncover,
        )
        self.commands = TalkCommands(
            self,
            session,
            STAGE_ACTIONS,
            "stage",
            context=self.search_context,
            choose_theme=self.choose_theme,
            more_themes=lambda: (self.own_theme.name,),
            file=path,
            edited=self.edited,
            pictures=self.pictures.overview,
        )
        self.notes = NotesBelow()
        self._prefetch_timer: Timer | None = None
        self._prefetching = Prefetch(lambda pages: self.call_later(self.view.expect, pages))
        session.subscribe(self._follow, vital=True)
        self.recorder = self._recorder()
        if options.resume and path is not None:
            from presenter.talk.resume import saved_place

            session.resume(saved_place(path))
        if not options.animation:
            self.animation_level = "none"

    # What is on screen

    def _setting(self, deck: Deck, width: int, height: int) -> PageOptions:
        options = self.options
        pictures = self.gallery is not None
        return PageOptions(
            width,
            height,
            deck.lang,
            self.cell_widths.ambiguous,
            options.reveal,
            pictures=pictures,
            bidi=options.bidi,
            braille=draws_braille(os.environ),
            right_to_left=options.bidi and is_right_to_left(deck),
            drawing=self.cell_widths.drawing,
        )

    def _gallery(self) -> Gallery | None:
        """What shows pictures; None if this terminal is to show none."""
        colors = self.color_system
        protocol = protocol_for(os.environ, colors, cell_pixels(), self.options.images)
        if protocol == "none":
            return None
        return Gallery(
            protocol,
            on_ready=lambda: self.call_later(self.view.take_pictures),
            write=self.write,
            truecolor=colors == "truecolor",
            wide=self.cell_widths.ambiguous == "wide",
        )

    def _stops_of(self, deck: Deck, slide: int) -> Sequence[Stop]:
        if deck is not self.pages.deck:
            size = self.pages.setting
            self.pages = Pages(deck, self._setting(deck, size.width, size.height))
            self._show_in_pictures()
        return self.pictures.stops_of(slide) or self.pages.stops_of(slide)

    def _say_aside(self, key: str) -> None:
        self.session.say(self.session.words(key), _FIRST_NOTICE, aside=True)

    def _show_in_pictures(self) -> None:
        """Have pictures of what is shown, where there are any."""
        theme, options = self.view.palette.theme, self.options
        language = options.language or self.pages.deck.lang
        self.pictures.use(Slides(self.pages.deck, theme, options.reveal, language))

    def fit(self, width: int, height: int) -> None:
        """Set slides for a screen of this size, the notes' rows taken off, from now on."""
        rows = height - self.notes.rows(height)
        self.ask_widths()
        self.pictures.fit(width, height, rows)
        if (width, rows) != (self.pages.setting.width, self.pages.setting.height):
            if self.gallery is not None:
                self.gallery.resized()
            deck = self.session.deck
            self.pages = Pages(deck, self._setting(deck, width, rows))
            self.session.relayout()

    def measured(self) -> None:
        """The terminal draws otherwise: set anew what that changes, from now on."""
        before, deck = self.pages.setting, self.session.deck
        setting = self._setting(deck, before.width, before.height)
        self.view.ruler = setting.ruler
        if self.gallery is not None:
            self.gallery.use_width(wide=setting.ambiguous == "wide")
        if before.ruler.agrees(setting.ruler):
            self.pages.setting = setting  # what is set stays
        else:
            self.pages = Pages(deck, setting)
            self.session.relayout()
        self.commands.renew()

    def page(self, width: int, height: int) -> Page:
        """The page to show now: the slide at its stop, or blank, with what the foot says."""
        session, talk, setting = self.session, self.session.talk, self.pages.setting
        typed = self.slides.typed
        number = session.words("stage.typed", number=typed) if typed else ""
        if talk.blank:
            self.pictures.cells()
            return self._blank_page(width, height, number)
        text = number or session.notices.on_stage(console=session.has_console)
        at = cast(Stop, talk.at)
        picture = self.pictures.page(talk.slide, at, setting.width, setting.height)
        if picture is not None:
            page = with_notice(picture, text, setting)
        else:
            stop = stop_showing(self.pages.stops_of(talk.slide), at.step, at.anchor)
            page = with_notice(self.pages.page(talk.slide, stop), text, setting)
        notes = session.deck.slides[talk.slide].notes
        return self.notes.below(page, notes, talk.at.step, height, setting)

    def _blank_page(self, width: int, height: int, number: str) -> Page:
        """Nothing but the answer to a key, the `number` that is typed say."""
        style = f"blank.{self.session.talk.blank}"
        row = (Run(" " * width, style, width),)
        page = Page(width, height, (row,) * height)
        page = with_notice(page, number or self.session.notices.answer, self.pages.setting)
        *rows, last = page.lines
        rest = width - line_width(last)
        return page._replace(lines=(*rows, (*last, Run(" " * rest, style, rest)) if rest else last))

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
        chosen = self._chosen_theme(self.session.loaded)
        if chosen.found and chosen.theme != self.own_theme:
            self.own_theme = chosen.theme
            self.view.palette = Palette(chosen.theme, self.color_system)
            self._show_in_pictures()

    def _prefetch_soon(self) -> None:
        if self.is_running:
            if self._prefetch_timer is not None:
                self._prefetch_timer.stop()
            self._prefetch_timer = self.set_timer(_PREFETCH_AFTER, self._prefetch)

    def _prefetch(self) -> None:
        talk = self.session.talk
        self._prefetching.want(partial(self.pages.near, talk.slide, talk.stop))

    def _chosen_theme(self, loaded: Loaded) -> Chosen:
        """The theme that the command line names, else that of the deck."""
        named = self.options.theme or (loaded.deck.theme if loaded.deck else "")
        return choose(named, self.theme_source(loaded))

    def theme_source(self, loaded: Loaded) -> Source | None:
        """The file of that theme, if it has one."""
        return self.options.theme_file if self.options.theme else loaded.theme

    def _theme_fault(self, chosen: Chosen) -> str:
        """Why the theme is not the one that was named."""
        faults = [problem for problem in chosen.problems if problem.severity == "error"]
        if faults:
            first = structs.replace(faults[0], path=Path(faults[0].path).name)
            position, message = first.position(), first.message(self.session.words)
            return self.session.words("stage.problem", position=position, message=message)
        name = self.options.theme or self.session.deck.theme
        return self.session.words("stage.no-theme", name=name, used=chosen.theme.name)

    def choose_theme(self, name: str) -> None:
        """Show everything in the theme of that name from now on."""
        theme = self.own_theme if name == self.own_theme.name else find(name)
        if theme is not None:
            self.view.palette = Palette(theme, self.color_system)
            self._show_in_pictures()
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
        elif shown and pictures.has_failed:
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
        """Say what there is to say at the start; the last word is the one that stands."""
        self.call_after_refresh(self._settle)
        if self.recorder is not None:
            recorder = self.recorder
            recorder.begin()
            self.app_suspend_signal.subscribe(self, lambda _: recorder.suspended(), immediate=True)
            self.app_resume_signal.subscribe(self, lambda _: recorder.resumed(), immediate=True)
        if self.gallery is not None:
            self.app_resume_signal.subscribe(self, lambda _: self.view.take_pictures(anew=True))
        if isinstance(driver := self.terminal_driver, TerminalDriver):
            driver.farewell = self._farewell
            driver.resized = self.pictures.resized
            self._show_in_pictures()
            self.app_resume_signal.subscribe(self, lambda _: self.pictures.taken_again())
        session, words, options = self.session, self.session.words, self.options
        if options.sample:
            session.say(words("stage.sample"), _FIRST_NOTICE, aside=True)
        if not (chosen := self._chosen_theme(session.loaded)).found:
            session.say(self._theme_fault(chosen), _FIRST_NOTICE, aside=True)
        if options.start and slide_named(session.deck, options.start) is None:
            session.say(words("stage.no-slide", name=options.start), _FIRST_NOTICE, aside=True)
        faults = [p for p in session.loaded.problems if p.severity == "error" and p.slide is None]
        if faults:
            text = words(
                "stage.problems" if faults[1:] else "stage.problem",
                position=faults[0].position(),
                message=faults[0].message(words),
                more=len(faults) - 1,
            )
            session.say(text, _FIRST_NOTICE, aside=True)

    def _farewell(self) -> str:
        """What the terminal is sent before it is left."""
        return self.pictures.farewell() + (self.gallery.farewell() if self.gallery else "")

    def _recorder(self) -> Recorder | None:
        """What times a rehearsal, if this is one."""
        if self.options.recording is None:
            return None
        from presenter.talk.rehearsal import Recorder

        return Recorder(self.session, self.options.recording)

    def _settle(self) -> None:
        """Do what could wait until the first slide is on screen, so that no key waits for it."""
        self._prefetch_soon()
        self.begin_asking()
        if isinstance(driver := self.terminal_driver, TerminalDriver):
            self._show_in_pictures()
            self.pictures.begin(driver.ask)
            if self.options.render != "cells" and self.pictures.lacks_typst:
                self._say_aside("stage.pictures.no-typst")
        self.run_worker(self._load_ahead, thread=True, group="settling", exit_on_error=False)
        self.pictures.after_first(self._begin_rest)

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
        wait = self.pictures.wait_for_first
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
        return Backstage(self, self.session, self.path, self.options, self._look, self.theme_source)

    def _look(self) -> Look:
        setting = self.pages.setting
        size, theme = (setting.width, setting.height), self.view.palette.theme.name
        return Look(size, theme, self.options.reveal, self.pictures.pixels)

    def on_unmount(self) -> None:
        """Leave no thread behind."""
        talk = self.session.talk
        if self.backstage is not None:
            # One that was quit before its last slide may have been quit by mistake.
            self.backstage.end(given=self.ended_by_speaker and talk.slide + 1 == talk.slides)
        if self.reloader is not None:
            self.reloader.stop()
        self.pictures.close()
        if self.gallery is not None:
            self.gallery.stop()
