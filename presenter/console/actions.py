"""What the commands do on the console: a method for each, named in `presenter.screen.commands`.

What moves the talk is asked of the stage; without one it is done here.
"""

from __future__ import annotations

from presenter.console.arrangement import held_share
from presenter.console.follower import Follower
from presenter.console.page import Composed
from presenter.screen.answering import Answering
from presenter.screen.commands import CONSOLE_COMMANDS
from presenter.screen.page_view import PageView
from presenter.screen.scope import Scope
from presenter.talk import Blank
from presenter.talk.link.protocol import Request
from presenter.typeset import PageOptions


class Actions(Answering):
    """The half of the console that answers keys, clicks and the palette."""

    commands = CONSOLE_COMMANDS

    follower: Follower
    composed: Composed
    view: PageView
    setting: PageOptions
    share = 0
    """By how many steps the notes are larger than at first."""
    top: int | None = None
    """The first row of the notes that is shown; None for the one that fits the step."""

    def scope(self) -> Scope:
        """What overview and search look through; nobody but the speaker sees this screen."""
        follower = self.follower
        stage = follower.previews.stage
        size = (stage.width, stage.height)
        here, palette = follower.talk.slide, self.view.palette
        return Scope(follower.deck, here, self.setting, palette, size, secret=False)

    def ask(self, command: Request) -> None:
        """Have the stage do `command`, or do it here."""
        raise NotImplementedError

    def paint(self) -> None:
        """Show how things are."""
        raise NotImplementedError

    def notice(self, text: str, seconds: float = 4) -> None:
        """Say `text` at the foot for so long; an empty one takes back."""
        raise NotImplementedError

    # The talk

    def show_slide(self) -> bool:
        """End a blank; whether there was one."""
        blank = self.follower.blank is not None
        if blank:
            self.ask(Request("blank", color=None))
        return blank

    def go_to_number(self, number: int) -> None:
        """Go to the slide of that number, from 1; beyond the end to the last, and say so."""
        slides = self.follower.talk.slides
        self.ask(Request("go", slide=max(1, min(number, slides))))
        if number > slides:
            self.notice(self.words("stage.beyond", slides=slides))

    def action_next(self) -> None:
        """On by one stop."""
        self.ask(Request("next"))

    def action_previous(self) -> None:
        """Back by one stop."""
        self.ask(Request("previous"))

    def action_next_slide(self) -> None:
        """On to the next slide."""
        self.ask(Request("next_slide"))

    def action_previous_slide(self) -> None:
        """Back to the previous slide."""
        self.ask(Request("previous_slide"))

    def action_first(self) -> None:
        """To the first slide."""
        self.ask(Request("first"))

    def action_last(self) -> None:
        """To the last slide."""
        self.ask(Request("last"))

    async def action_back(self) -> None:
        """To where the talk was before a jump."""
        self.ask(Request("back"))

    def action_blank_black(self) -> None:
        """Black, or the slide again."""
        self._blank("black")

    def action_blank_white(self) -> None:
        """White, or the slide again."""
        self._blank("white")

    def _blank(self, color: Blank) -> None:
        self.ask(Request("blank", color=None if self.follower.blank == color else color))

    def action_clock(self) -> None:
        """Start the clock, or pause it."""
        self.ask(Request("clock", to="pause" if self.follower.clock_runs else "start"))

    def action_clock_reset(self) -> None:
        """The clock back to zero."""
        self.ask(Request("clock", to="reset"))

    # The console

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
        self.paint()

    def action_notes_larger(self) -> None:
        """More room for the notes."""
        self._share(1)

    def action_notes_smaller(self) -> None:
        """Less room for the notes."""
        self._share(-1)

    def _share(self, by: int) -> None:
        width, height = self.setting.width, self.setting.height
        self.share = held_share(width, height, held_share(width, height, self.share) + by)
        self.paint()
