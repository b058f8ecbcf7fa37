"""The stage: one slide at a time, full screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer

from presenter.deck import Deck, Loaded
from presenter.screen.commands import COMMANDS, bindings
from presenter.screen.notice import with_notice
from presenter.screen.page_view import PageView
from presenter.screen.podium import PodiumApp
from presenter.screen.styles import Palette
from presenter.stage.options import StageOptions, slide_named
from presenter.stage.pages import Pages
from presenter.stage.reload import DeckRead, Reloading
from presenter.stage.slide_screen import SlideScreen
from presenter.talk import Blank, Talk
from presenter.talk.place import changed, find_place
from presenter.typeset import Page, Run, Setting
from presenter.typeset.themes import OURS, Theme
from presenter.words import Words, language_of

_PREFETCH_AFTER = 0.03
"""Seconds after a move until the neighbours are set: the slide itself is on screen by then."""

_FIRST_NOTICE = 10
"""Seconds that a notice stands when the talk begins."""


class Stage(PodiumApp, inherit_bindings=False):
    """Presents a deck. What others call: `reload`, `replace_deck`, `notice`, `paint`."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(COMMANDS, everywhere=True))

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
        self.words = Words(language_of(self.options.language or self.deck.lang))
        self.pages = Pages(self.deck, self._setting(80, 24))
        start = slide_named(self.deck, self.options.start) or 0
        self.talk = Talk(len(self.deck.slides), self.pages.stops_of, start)
        self.view = PageView()
        self.slides = SlideScreen(self.view)
        self._first = loaded
        self._reloading = Reloading(self, path, loaded) if path else None
        self._standing, self._passing = "", ""
        self._notice_timer: Timer | None = None
        self._prefetch_timer: Timer | None = None
        name = self.options.theme or self.deck.theme
        self.use_theme(OURS.get(name, OURS["ink"]))
        if not self.options.animation:
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The slides."""
        return self.slides

    def on_mount(self) -> None:
        """Say what there is to say at the start; the last word is the one that stands."""
        self.call_after_refresh(self._watch)
        words, options = self.words, self.options
        theme = options.theme or self.deck.theme
        if options.sample:
            self.notice(words("stage.sample"), _FIRST_NOTICE)
        if theme and theme not in OURS:
            used = self.view.palette.theme.name
            self.notice(words("stage.no-theme", name=theme, used=used), _FIRST_NOTICE)
        if options.start and slide_named(self.deck, options.start) is None:
            self.notice(words("stage.no-slide", name=options.start), _FIRST_NOTICE)
        faults = [p for p in self._first.problems if p.severity == "error" and p.slide is None]
        if faults:
            text = words(
                "stage.problems" if faults[1:] else "stage.problem",
                position=faults[0].position(),
                message=faults[0].message(words),
                more=len(faults) - 1,
            )
            self.notice(text, _FIRST_NOTICE)

    # What is on screen

    def _setting(self, width: int, height: int) -> Setting:
        options = self.options
        return Setting(width, height, self.deck.lang, options.ambiguous, options.reveal)

    def on_resize(self, event: events.Resize) -> None:
        """Set everything anew for the new size."""
        self.pages.use(
            self.deck, self._setting(max(1, event.size.width), max(1, event.size.height))
        )
        self.talk.restop()
        self.paint()

    def page(self) -> Page:
        """The page to show now: the slide at its stop, or blank, with what the foot says."""
        setting = self.pages.setting
        width, height = setting.width, setting.height
        if self.talk.blank:
            row = (Run(" " * width, f"blank.{self.talk.blank}", width),)
            return Page(width, height, (row,) * height)
        typed = self.slides.typed
        text = self.words("stage.typed", number=typed) if typed else self._passing
        page = self.pages.page(self.talk.slide, self.talk.stop)
        return with_notice(page, text or self._standing, setting)

    def paint(self) -> None:
        """Show where the talk is."""
        self.view.show(self.page())
        if self.is_running:
            if self._prefetch_timer is not None:
                self._prefetch_timer.stop()
            self._prefetch_timer = self.set_timer(_PREFETCH_AFTER, self._prefetch)

    def _prefetch(self) -> None:
        self.pages.prefetch(self.talk.slide, self.talk.stop)

    def notice(self, text: str, seconds: float | None = 4) -> None:
        """Say `text` in one line at the foot for `seconds`; with None until the next such call.

        A passing notice covers a standing one, which shows again afterwards. An empty text takes
        back: a standing notice with None, else a passing one.
        """
        if seconds is None:
            self._standing = text
        else:
            self._passing = text
            if self._notice_timer is not None:
                self._notice_timer.stop()
            self._notice_timer = self.set_timer(seconds, self._end_notice) if text else None
        self.paint()

    def _end_notice(self) -> None:
        self.notice("", 0)

    def use_theme(self, theme: Theme) -> None:
        """Show everything in `theme` from now on."""
        self.view.palette = Palette(theme)

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
        slide = fresh[0] if goes else find_place(old, self.talk.slide, new)
        self.deck = loaded.deck
        size = self.pages.setting
        self.pages.use(self.deck, self._setting(size.width, size.height))
        self.talk.replace(len(new), slide)
        self.paint()
        return fresh

    def reload(self) -> None:
        """Read the deck's file again."""
        if self._reloading is not None:
            self._reloading.now()

    def on_deck_read(self, message: DeckRead) -> None:
        """Take what the file now holds, if it is good."""
        if self._reloading is not None:
            self._reloading.take(message)

    def _watch(self) -> None:
        if self._reloading is not None and self.options.watch:
            self._reloading.start()

    def on_unmount(self) -> None:
        """Leave no thread behind."""
        if self._reloading is not None:
            self._reloading.stop()

    # What keys do

    def show_slide(self) -> bool:
        """End a blank; whether there was one."""
        ended = self.talk.unblank()
        if ended:
            self.paint()
        return ended

    def go_to_number(self, number: int) -> None:
        """Go to the slide of that number, from 1; beyond the end to the last, and say so."""
        self.talk.go_to(number - 1)
        if number > self.talk.slides:
            self.notice(self.words("stage.beyond", slides=self.talk.slides))
        self.paint()

    def _moved(self, changed: bool) -> None:
        if changed:
            self._passing = ""
            self.paint()

    def action_next(self) -> None:
        """On by one stop."""
        self._moved(self.talk.next())

    def action_previous(self) -> None:
        """Back by one stop."""
        self._moved(self.talk.previous())

    def action_next_slide(self) -> None:
        """On to the next slide."""
        self._moved(self.talk.next_slide())

    def action_previous_slide(self) -> None:
        """Back to the previous slide."""
        self._moved(self.talk.previous_slide())

    def action_first(self) -> None:
        """To the first slide."""
        self._moved(self.talk.first())

    def action_last(self) -> None:
        """To the last slide."""
        self._moved(self.talk.last())

    async def action_back(self) -> None:
        """To where the talk was before a jump."""
        if self.talk.back():
            self._moved(True)
        else:
            self.notice(self.words("stage.no-back"))

    def action_blank_black(self) -> None:
        """Black, or the slide again."""
        self._blank("black")

    def action_blank_white(self) -> None:
        """White, or the slide again."""
        self._blank("white")

    def _blank(self, color: Blank) -> None:
        self.talk.toggle_blank(color)
        self.paint()

    def action_theme(self) -> None:
        """The next of our themes."""
        names = list(OURS)
        now = self.view.palette.theme.name
        name = names[(names.index(now) + 1) % len(names)] if now in names else names[0]
        self.use_theme(OURS[name])
        self.notice(self.words("stage.theme", name=name), 2)

    def action_close(self) -> None:
        """End a blank; else take back a notice."""
        if not self.show_slide():
            self.notice("", 0)

    def action_reload(self) -> None:
        """Read the deck's file again."""
        self.reload()

    def action_suspend(self) -> None:
        """Into the background, as the shell's job."""
        self.action_suspend_process()
