"""What the commands do on the stage: a method for each, named in `presenter.screen.commands`."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.deck import Deck
from presenter.screen.answering import Answering
from presenter.screen.commands import STAGE_COMMANDS
from presenter.screen.page_view import PageView
from presenter.screen.scope import Scope
from presenter.stage.notes_below import NotesBelow
from presenter.stage.options import StageOptions
from presenter.stage.pages import Pages
from presenter.stage.sharing import Sharing
from presenter.talk import Blank, Talk
from presenter.talk.clock import ClockTo, clock_text
from presenter.talk.notices import Notices
from presenter.typeset.themes import Theme
from presenter.words import Words

_TWICE = 2.0
"""Seconds within which a second key ends the talk."""

_SCROLL = 3
"""Rows of notes that one key scrolls."""


class Actions(Answering):
    """The half of the stage that answers keys, clicks and the palette."""

    commands = STAGE_COMMANDS

    deck: Deck
    words: Words
    pages: Pages
    notes: NotesBelow
    talk: Talk
    view: PageView
    own_theme: Theme
    sharing: Sharing
    notices: Notices
    options: StageOptions
    given = False
    """Whether the speaker ended the talk: not a signal, not a fault."""

    def paint(self) -> None:
        """Show where the talk is."""
        raise NotImplementedError

    def notice(self, text: str, seconds: float | None = 4, *, aside: bool = False) -> None:
        """Say `text` at the foot for so long; see `Stage.notice`."""
        raise NotImplementedError

    def hush(self) -> None:
        """Take back what was said in passing."""
        raise NotImplementedError

    def more_themes(self) -> Sequence[str]:
        """The theme of the deck's own file, which no name finds."""
        return (self.own_theme.name,)

    def show_slide(self) -> bool:
        """End a blank; whether there was one."""
        ended = self.talk.unblank()
        if ended:
            self.paint()
        return ended

    def go_to_number(self, number: int) -> None:
        """Go to the slide of that number, from 1; beyond the end to the last, and say so."""
        self._moved(self.talk.go_to(number - 1))
        if number > self.talk.slides:
            self.notice(self.words("stage.beyond", slides=self.talk.slides))

    def _moved(self, changed: bool) -> None:
        """What was said in passing is over with the next move."""
        if changed:
            self.hush()

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
        """To where the talk was before a jump, or was broken off."""
        if self.sharing.take_offer() or self.talk.back():
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

    def scope(self) -> Scope:
        """What overview and search look through; this screen is the audience's."""
        setting, palette = self.pages.setting, self.view.palette
        return Scope(self.deck, self.talk.slide, setting, palette, size=None, secret=True)

    def action_notes(self) -> None:
        """Notes below the slide, or no longer."""
        self.notes.toggle()
        self.paint()

    def action_notes_down(self) -> None:
        """Further rows of the notes."""
        self.notes.scroll(_SCROLL)
        self.paint()

    def action_notes_up(self) -> None:
        """Earlier rows of the notes."""
        self.notes.scroll(-_SCROLL)
        self.paint()

    def action_clock(self) -> None:
        """Start the clock, or pause it."""
        self._set_clock("pause" if self.sharing.clock.state == "running" else "start")

    def action_clock_reset(self) -> None:
        """The clock back to zero."""
        self._set_clock("reset")

    def _set_clock(self, to: ClockTo) -> None:
        self.sharing.set_clock(to)
        clock = self.sharing.clock
        self.notice(self.words(f"clock.{clock.state}", time=clock_text(clock.elapsed)), 2)

    async def pressed(self, names: Sequence[str], text: str) -> None:
        """Do what a key means; any key answers the question whether to quit."""
        question = self.words("stage.quit")
        asked = self.notices.answer == question
        await super().pressed(names, text)
        if asked and self.notices.answer == question:
            self.notice("")

    async def action_quit(self) -> None:
        """End the talk; before its last stop only if that is said twice."""
        question = self.words("stage.quit")
        asked = self.notices.answer == question
        if asked or self.talk.at_end or not self.options.confirm:
            await self.action_end()
        else:
            self.notice(question, _TWICE)

    async def action_end(self) -> None:
        """End the talk at once."""
        self.given = True
        self.exit()
