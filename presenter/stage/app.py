"""The stage: one slide at a time, full screen."""

from __future__ import annotations

import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from msgspec import structs
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import WorkType, get_current_worker

from presenter.content import is_right_to_left
from presenter.deck import Deck, Loaded
from presenter.deck.source import Source
from presenter.screen.commands import STAGE_COMMANDS
from presenter.screen.notice import with_notice
from presenter.screen.page_view import PageView, turns_words
from presenter.screen.pictures import Gallery, cell_pixels, protocol_for
from presenter.screen.styles import Palette
from presenter.screen.talk_screen import TalkScreen
from presenter.screen.terminal import TerminalDriver
from presenter.stage.actions import Actions
from presenter.stage.notes_below import NotesBelow
from presenter.stage.options import StageOptions, slide_named
from presenter.stage.pages import Pages
from presenter.stage.prefetch import Prefetch
from presenter.stage.rehearsing import Rehearsing
from presenter.stage.sharing import Sharing
from presenter.talk import Talk
from presenter.talk.matching import Matching, changed
from presenter.talk.notices import Notices
from presenter.typeset import Page, PageOptions, Run
from presenter.typeset.page import line_width
from presenter.typeset.themes import Chosen, choose, find
from presenter.words import Words, language_of

if TYPE_CHECKING:
    from presenter.stage.reload import DeckRead, Reloading

_PREFETCH_AFTER = 0.03
"""Seconds after a move until the neighbours are set: the slide itself is on screen by then."""

_FIRST_NOTICE = 10
"""Seconds that a notice stands when the talk begins."""


class Stage(Actions):
    """Presents a deck. What others call: `reload`, `replace_deck`, `notice`, `paint`."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""

    def __init__(
        self, loaded: Loaded, options: StageOptions | None = None, path: Path | None = None
    ) -> None:
        """`loaded` must hold a deck with at least one slide; `path` is where it came from."""
        super().__init__()
        if loaded.deck is None or not loaded.deck.slides:
            raise ValueError("a stage needs a deck with slides")
        self.options = options or StageOptions()
        self.path = path
        self.deck: Deck = loaded.deck
        self.words = self._words()
        self.gallery = self._gallery()
        self.pages = Pages(self.deck, self._setting(80, 24))
        start = slide_named(self.deck, self.options.start) or 0
        self.talk = Talk(len(self.deck.slides), self.pages.stops_of, start)
        self.own_theme = self._chosen_theme(loaded).theme
        """The one that the command line or the deck asks for; `choose_theme` may show another."""
        self.view = PageView(
            Palette(self.own_theme),
            self.page,
            self.gallery,
            turns_words=self.options.bidi and turns_words(os.environ),
        )
        self.slides = TalkScreen(self.view, STAGE_COMMANDS)
        self.notes = NotesBelow()
        self.sharing = Sharing(self, path, loaded)
        recording = self.options.recording
        self.rehearsing = Rehearsing(self, recording) if recording else None
        if self.options.resume:
            self.sharing.resume()
        self._first = loaded
        self.notices = Notices()
        self._notice_timers: dict[str, Timer] = {}
        self._prefetch_timer: Timer | None = None
        self._prefetching = Prefetch(lambda pages: self.call_later(self.view.expect, pages))
        if not self.options.animation:
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The slides."""
        return self.slides

    def on_mount(self) -> None:
        """Say what there is to say at the start; the last word is the one that stands."""
        self.call_after_refresh(self._settle)
        if self.rehearsing is not None:
            self.rehearsing.begin()
        if self.gallery is not None:
            self.app_resume_signal.subscribe(self, lambda _: self.view.take_pictures(anew=True))
            if isinstance(driver := self.terminal_driver, TerminalDriver):
                driver.farewell = self.gallery.farewell
        words, options = self.words, self.options
        if options.sample:
            self.notice(words("stage.sample"), _FIRST_NOTICE, aside=True)
        if not (chosen := self._chosen_theme(self._first)).found:
            self.notice(self._theme_fault(chosen), _FIRST_NOTICE, aside=True)
        if options.start and slide_named(self.deck, options.start) is None:
            self.notice(words("stage.no-slide", name=options.start), _FIRST_NOTICE, aside=True)
        faults = [p for p in self._first.problems if p.severity == "error" and p.slide is None]
        if faults:
            text = words(
                "stage.problems" if faults[1:] else "stage.problem",
                position=faults[0].position(),
                message=faults[0].message(words),
                more=len(faults) - 1,
            )
            self.notice(text, _FIRST_NOTICE, aside=True)

    # What is on screen

    def _words(self) -> Words:
        return Words(language_of(self.options.language or self.deck.lang))

    def _setting(self, width: int, height: int) -> PageOptions:
        options = self.options
        pictures = self.gallery is not None
        return PageOptions(
            width,
            height,
            self.deck.lang,
            options.ambiguous,
            options.reveal,
            pictures=pictures,
            bidi=options.bidi,
            right_to_left=options.bidi and is_right_to_left(self.deck),
        )

    def _gallery(self) -> Gallery | None:
        """What shows pictures; None if this terminal is to show none."""
        colors = self.console.color_system
        protocol = protocol_for(os.environ, colors, cell_pixels(), self.options.images)
        if protocol == "none":
            return None
        return Gallery(
            protocol,
            on_ready=lambda: self.call_later(self.view.take_pictures),
            write=self._write,
            truecolor=colors == "truecolor",
            wide=self.options.ambiguous == "wide",
        )

    def _write(self, data: str) -> None:
        """Send `data` to the terminal before the next frame."""
        if self.terminal_driver is not None:
            self.terminal_driver.write(data)

    def page(self, width: int, height: int) -> Page:
        """The page to show now: the slide at its stop, or blank, with what the foot says.

        Another size than before sets everything anew.
        """
        setting = self.pages.setting
        rows = height - self.notes.rows(height)
        if (width, rows) != (setting.width, setting.height):
            if self.gallery is not None:
                self.gallery.resized()
            setting = self._setting(width, rows)
            self.pages.use(self.deck, setting)
            self.talk.restop()
            self._prefetch_soon()
            self.sharing.changed()
        typed = self.slides.typed
        number = self.words("stage.typed", number=typed) if typed else ""
        if self.talk.blank:
            return self._blank_page(width, height, number)
        text = number or self.notices.on_stage(console=self.sharing.has_console)
        slide = self.talk.slide
        page = self.pages.page(slide, self.talk.stop)
        page = with_notice(page, text, setting)
        place = (slide, self.talk.at.step)
        return self.notes.below(page, self.deck.slides[slide].notes, place, height, setting)

    def _blank_page(self, width: int, height: int, number: str) -> Page:
        """Nothing but the answer to a key, the `number` that is typed say."""
        style = f"blank.{self.talk.blank}"
        row = (Run(" " * width, style, width),)
        page = Page(width, height, (row,) * height)
        page = with_notice(page, number or self.notices.answer, self.pages.setting)
        *rows, last = page.lines
        rest = width - line_width(last)
        return page._replace(lines=(*rows, (*last, Run(" " * rest, style, rest)) if rest else last))

    def paint(self) -> None:
        """Show where the talk is."""
        self.view.update()
        self.sharing.changed()
        self._prefetch_soon()

    def _prefetch_soon(self) -> None:
        if self.is_running:
            if self._prefetch_timer is not None:
                self._prefetch_timer.stop()
            self._prefetch_timer = self.set_timer(_PREFETCH_AFTER, self._prefetch)

    def _prefetch(self) -> None:
        self._prefetching.want(self.pages.prefetch(self.talk.slide, self.talk.stop))

    def notice(self, text: str, seconds: float | None = 4, *, aside: bool = False) -> None:
        """Say `text` in one line at the foot for `seconds`; with None until the next such call.

        `aside`, or with None: not before the audience while a console is there to say it. What is
        said in passing covers what stands; that shows again afterwards. An empty text takes back.
        """
        if seconds is None:
            self.notices.standing = text
        else:
            kind: Literal["answer", "news"] = "news" if aside else "answer"
            self._take_back(kind)
            setattr(self.notices, kind, text)
            if text:
                end = partial(self.notice, "", 0, aside=aside)
                self._notice_timers[kind] = self.set_timer(seconds, end)
        self.paint()

    def hush(self) -> None:
        """Take back what was said in passing."""
        self._take_back("answer")
        self._take_back("news")
        self.paint()

    def _take_back(self, kind: Literal["answer", "news"]) -> None:
        setattr(self.notices, kind, "")
        if (timer := self._notice_timers.pop(kind, None)) is not None:
            timer.stop()

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
            position, message = first.position(), first.message(self.words)
            return self.words("stage.problem", position=position, message=message)
        name = self.options.theme or self.deck.theme
        return self.words("stage.no-theme", name=name, used=chosen.theme.name)

    def choose_theme(self, name: str) -> None:
        """Show everything in the theme of that name from now on."""
        theme = self.own_theme if name == self.own_theme.name else find(name)
        if theme is not None:
            self.view.palette = Palette(theme)
            self.sharing.changed()

    # The deck

    def replace_deck(self, loaded: Loaded) -> list[int]:
        """Go on with another version of the deck; the indexes of its changed slides.

        Before the first move the talk goes to the first changed slide, afterwards it stays.
        """
        if loaded.deck is None or not loaded.deck.slides:
            return []
        old, new = self.deck.slides, loaded.deck.slides
        fresh = changed(old, new)
        goes = fresh and not self.talk.moved
        slide = fresh[0] if goes else Matching(old, new).nearest(self.talk.slide)
        self.sharing.use(loaded)
        chosen = self._chosen_theme(loaded)
        if chosen.found and chosen.theme != self.own_theme:
            self.own_theme = chosen.theme
            self.choose_theme(chosen.theme.name)
        self.deck = loaded.deck
        self.words = self._words()
        size = self.pages.setting
        self.pages.use(self.deck, self._setting(size.width, size.height))
        if self.rehearsing is not None:
            self.rehearsing.replace(loaded, slide)
        self.talk.replace(len(new), slide)
        self.renew_finding()
        self.paint()
        return fresh

    @cached_property
    def _reloading(self) -> Reloading | None:
        """Imported behind the first slide."""
        from presenter.stage.reload import Reloading

        return Reloading(self, self.path, self._first) if self.path else None

    def edited(self) -> None:
        """Read the deck's file again, unless its changes are seen anyway."""
        if not self.options.watch:
            self.reload()

    def reload(self) -> None:
        """Read the deck's file again."""
        if self._reloading is not None:
            self._reloading.now()

    def on_deck_read(self, message: DeckRead) -> None:
        """Take what the file now holds, if it is good."""
        if self._reloading is not None:
            self._reloading.take(message)

    def _settle(self) -> None:
        """Do what could wait until the first slide is on screen, so that no key waits for it."""
        self._prefetch_soon()
        self.run_worker(self._load, thread=True, group="settling", exit_on_error=False)
        if self._reloading is not None and self.options.watch:
            self._reloading.start()
        # A talk goes on without its link, whatever happens to that.
        link: WorkType[None] = self.sharing.start
        self.run_worker(link, group="link", exit_on_error=False)

    def _load(self) -> None:
        """Load what the talk will need; runs in a thread."""
        from presenter.stage.settling import settle

        worker, setting = get_current_worker(), self.pages.setting
        text = self._first.text
        settle(self.deck, setting, text, self.load_finding, lambda: worker.is_cancelled)

    def on_unmount(self) -> None:
        """Leave no thread behind."""
        # One that was quit before its last slide may have been quit by mistake.
        self.sharing.stop(given=self.given and self.talk.slide + 1 == self.talk.slides)
        if self._reloading is not None:
            self._reloading.stop()
        if self.gallery is not None:
            self.gallery.stop()
