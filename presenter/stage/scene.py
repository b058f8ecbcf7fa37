"""What the audience is shown: the slide where the talk is, or nothing, and what is said below it.

It knows no app, so that the first page is painted before there is one; the app shows it from then
on, tells it of keys and sizes, and runs its timers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import structs

from presenter.content import is_right_to_left
from presenter.deck import Deck, Loaded
from presenter.deck.source import Source
from presenter.screen.app_links import Links
from presenter.screen.cell_styles import CellStyles
from presenter.screen.cell_widths import CellWidths
from presenter.screen.colors import ColorSystem
from presenter.screen.lines import with_notice
from presenter.screen.painting import (
    CellOutput,
    draws_braille,
    painted,
    text_spans,
    turns_words,
)
from presenter.screen.pictures.gallery import Gallery
from presenter.screen.pictures.protocol import cell_pixels, protocol_for
from presenter.screen.surfaces.capabilities import is_within
from presenter.stage import StageOptions, slide_named
from presenter.stage.early_links import EarlyLinks
from presenter.stage.notes_below import NotesBelow
from presenter.stage.pages import Pages
from presenter.stage.screen_pictures import ScreenPictures, Slides
from presenter.talk.session import Session
from presenter.talk.talk import stop_showing
from presenter.typeset import Page, PageOptions, Run, Stop
from presenter.typeset.page import line_width
from presenter.typeset.themes import Chosen, Theme, choose

if TYPE_CHECKING:
    from presenter.screen.held_terminal import HeldTerminal
    from presenter.talk.rehearsal import Recorder

FIRST_NOTICE = 10
"""Seconds that a notice stands when the talk begins."""

_USUAL = (80, 24)


class Scene:
    """The talk on a deck as this stage shows it."""

    def __init__(
        self,
        loaded: Loaded,
        options: StageOptions | None = None,
        path: Path | None = None,
        colors: ColorSystem | None = None,
        size: tuple[int, int] = _USUAL,
    ) -> None:
        """`loaded` must hold a deck with at least one slide; `path` is where it came from.

        colors: those of the terminal. size: its columns and rows.
        """
        if loaded.deck is None or not loaded.deck.slides:
            raise ValueError("a stage needs a deck with slides")
        self.options = options = options or StageOptions()
        self.path = path
        self.colors = colors
        self.links = EarlyLinks(
            lambda: self.session.relayout(), lambda: self.say_aside("stage.pictures.failed")
        )
        self.take_drawn: Callable[[], object] = lambda: None
        """Called when a picture within a slide is ready."""
        links = self.links.links()
        self.cell_widths = CellWidths(options.ambiguous)
        self.gallery = self._gallery(links)
        self.pages = Pages(loaded.deck, self.setting(loaded.deck, *size))
        self.notes = NotesBelow()
        self.pictures = ScreenPictures(links, options.render, colors)
        self.session = Session(
            loaded,
            self._stops_of,
            self.links.later,
            start=slide_named(loaded.deck, options.start) or 0,
            language=options.language,
        )
        self.own_theme = self.chosen_theme(loaded).theme
        """The one that the command line or the deck asks for; another may be shown."""
        self.theme: Theme = self.own_theme
        if options.resume and path is not None:
            from presenter.talk.resume import saved_place

            self.session.resume(saved_place(path))
        self.recorder = self._recorder()
        """What times a rehearsal, if this is one."""
        self._announced = False
        self.opened: Page | None = None
        """What the terminal shows before there is an app."""

    def _recorder(self) -> Recorder | None:
        if self.options.recording is None:
            return None
        from presenter.talk.rehearsal import Recorder

        return Recorder(self.session, self.options.recording)

    # How slides are set

    def setting(self, deck: Deck, width: int, height: int) -> PageOptions:
        """How slides of `deck` are set on a screen of that many cells and rows."""
        options = self.options
        return PageOptions(
            width,
            height,
            deck.lang,
            self.cell_widths.ambiguous,
            options.reveal,
            pictures=self.gallery is not None,
            bidi=options.bidi,
            braille=draws_braille(os.environ),
            right_to_left=options.bidi and is_right_to_left(deck),
            drawing=self.cell_widths.drawing,
        )

    def fit(self, width: int, height: int) -> None:
        """Set slides for a screen of this size, the notes' rows taken off, from now on."""
        rows = height - self.notes.rows(height)
        self.pictures.fit(width, height, rows)
        if (width, rows) != (self.pages.setting.width, self.pages.setting.height):
            if self.gallery is not None:
                self.gallery.resized()
            deck = self.session.deck
            self.pages = Pages(deck, self.setting(deck, width, rows))
            self.session.relayout()

    def measured(self) -> None:
        """The terminal draws otherwise: set anew what that changes, from now on."""
        before, deck = self.pages.setting, self.session.deck
        setting = self.setting(deck, before.width, before.height)
        if self.gallery is not None:
            self.gallery.use_width(wide=setting.ambiguous == "wide")
        if before.ruler.agrees(setting.ruler):
            self.pages.setting = setting  # what is set stays
        else:
            self.pages = Pages(deck, setting)
            self.session.relayout()

    def _stops_of(self, deck: Deck, slide: int) -> Sequence[Stop]:
        if deck is not self.pages.deck:
            size = self.pages.setting
            self.pages = Pages(deck, self.setting(deck, size.width, size.height))
            self.show_in_pictures()
        return self.pictures.stops_of(slide) or self.pages.stops_of(slide)

    # The page

    def page(self, width: int, height: int, typed: str = "") -> Page:
        """What to show now; `typed`: digits of the number of a slide."""
        session, talk, setting = self.session, self.session.talk, self.pages.setting
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

    def opening(self, width: int, height: int) -> str:
        """The first page as what a terminal of this size is sent for it."""
        self.announce()
        self.show_in_pictures()
        self.fit(width, height)
        self.opened = page = self.page(width, height)
        output = CellOutput(
            self.pages.setting.ruler,
            self.options.bidi and turns_words(os.environ),
            is_within(os.environ),
        )
        cells = painted(page, CellStyles(self.theme, self.colors), output)
        cover = self.pictures.cover(range(height), text_spans(page))
        return f"{self.links.unsent()}{cells}{cover}"

    def show_again(self, held: HeldTerminal) -> None:
        """Have the first page as it is by now, with its picture say, stand on the terminal.

        If that has another size by now, the app will see to it.
        """
        if not held.is_disturbed:
            held.show(self.opening(*held.size))

    # Pictures

    def _gallery(self, links: Links) -> Gallery | None:
        """What shows pictures within slides; None if this terminal is to show none."""
        protocol = protocol_for(os.environ, self.colors, cell_pixels(), self.options.images)
        if protocol == "none":
            return None
        return Gallery(
            protocol,
            on_ready=lambda: links.anywhere(lambda: self.take_drawn()),
            write=links.write,
            truecolor=self.colors == "truecolor",
            wide=self.cell_widths.ambiguous == "wide",
        )

    def show_in_pictures(self) -> None:
        """Have pictures of what is shown, where there are any."""
        language = self.options.language or self.pages.deck.lang
        self.pictures.use(Slides(self.pages.deck, self.theme, self.options.reveal, language))

    def farewell(self) -> str:
        """What the terminal is sent before it is left."""
        return self.pictures.farewell() + (self.gallery.farewell() if self.gallery else "")

    # Themes

    def chosen_theme(self, loaded: Loaded) -> Chosen:
        """The theme that the command line names, else that of the deck."""
        named = self.options.theme or (loaded.deck.theme if loaded.deck else "")
        return choose(named, self.theme_source(loaded))

    def theme_source(self, loaded: Loaded) -> Source | None:
        """The file of that theme, if it has one."""
        return self.options.theme_file if self.options.theme else loaded.theme

    def wear(self, theme: Theme) -> None:
        """Show everything in `theme` from now on."""
        self.theme = theme
        self.show_in_pictures()

    def _theme_fault(self, chosen: Chosen) -> str:
        """Why the theme is not the one that was named."""
        faults = [problem for problem in chosen.problems if problem.severity == "error"]
        if faults:
            first = structs.replace(faults[0], path=Path(faults[0].path).name)
            position, message = first.position(), first.message(self.session.words)
            return self.session.words("stage.problem", position=position, message=message)
        name = self.options.theme or self.session.deck.theme
        return self.session.words("stage.no-theme", name=name, used=chosen.theme.name)

    # What is said

    def say_aside(self, key: str) -> None:
        """Say a text of ours to whoever presents, at the talk's beginning."""
        self.session.say(self.session.words(key), FIRST_NOTICE, aside=True)

    def announce(self) -> None:
        """The talk begins: say what there is to say; the last word is the one that stands."""
        if self._announced:
            return
        self._announced = True
        if self.recorder is not None:
            self.recorder.begin()
        session, words, options = self.session, self.session.words, self.options
        if options.sample:
            self.say_aside("stage.sample")
        if not (chosen := self.chosen_theme(session.loaded)).found:
            session.say(self._theme_fault(chosen), FIRST_NOTICE, aside=True)
        if options.start and slide_named(session.deck, options.start) is None:
            session.say(words("stage.no-slide", name=options.start), FIRST_NOTICE, aside=True)
        faults = [p for p in session.loaded.problems if p.severity == "error" and p.slide is None]
        if faults:
            text = words(
                "stage.problems" if faults[1:] else "stage.problem",
                position=faults[0].position(),
                message=faults[0].message(words),
                more=len(faults) - 1,
            )
            session.say(text, FIRST_NOTICE, aside=True)
