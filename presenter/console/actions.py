"""What the commands do on the console: a method for each, named in `presenter.screen.commands`.

What moves the talk is asked of the stage; without one it is done here.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from presenter.console.arrangement import held_share
from presenter.console.follower import Follower
from presenter.console.page import Composed
from presenter.screen.commands import CONSOLE_COMMANDS, Command, bindings
from presenter.screen.finding import Finding
from presenter.screen.page_view import PageView
from presenter.screen.scope import Scope
from presenter.talk import Blank
from presenter.talk.link import Command as Ask
from presenter.typeset import Setting, themes
from presenter.typeset.themes import OURS


class Actions(Finding, inherit_bindings=False):
    """The half of the console that answers keys, clicks and the palette."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CONSOLE_COMMANDS, everywhere=True))

    follower: Follower
    composed: Composed
    view: PageView
    setting: Setting
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

    def ask(self, command: Ask) -> None:
        """Have the stage do `command`, or do it here."""
        raise NotImplementedError

    def paint(self) -> None:
        """Show how things are."""
        raise NotImplementedError

    def notice(self, text: str, seconds: float = 4) -> None:
        """Say `text` at the foot for so long; an empty one takes back."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the deck again."""
        raise NotImplementedError

    def choose_theme(self, name: str) -> None:
        """Show the console in the theme of that name from now on."""
        raise NotImplementedError

    # The talk

    def show_slide(self) -> bool:
        """End a blank; whether there was one."""
        blank = self.follower.talk.blank is not None
        if blank:
            self.ask(Ask("blank", color=None))
        return blank

    def go_to_number(self, number: int) -> None:
        """Go to the slide of that number, from 1; beyond the end to the last, and say so."""
        slides = self.follower.talk.slides
        self.ask(Ask("go", slide=max(1, min(number, slides))))
        if number > slides:
            self.notice(self.words("stage.beyond", slides=slides))

    def action_next(self) -> None:
        """On by one stop."""
        self.ask(Ask("next"))

    def action_previous(self) -> None:
        """Back by one stop."""
        self.ask(Ask("previous"))

    def action_next_slide(self) -> None:
        """On to the next slide."""
        self.ask(Ask("next_slide"))

    def action_previous_slide(self) -> None:
        """Back to the previous slide."""
        self.ask(Ask("previous_slide"))

    def action_first(self) -> None:
        """To the first slide."""
        self.ask(Ask("first"))

    def action_last(self) -> None:
        """To the last slide."""
        self.ask(Ask("last"))

    async def action_back(self) -> None:
        """To where the talk was before a jump."""
        self.ask(Ask("back"))

    def action_blank_black(self) -> None:
        """Black, or the slide again."""
        self._blank("black")

    def action_blank_white(self) -> None:
        """White, or the slide again."""
        self._blank("white")

    def _blank(self, color: Blank) -> None:
        self.ask(Ask("blank", color=None if self.follower.talk.blank == color else color))

    def action_clock(self) -> None:
        """Start the clock, or pause it."""
        running = self.follower.clock.state == "running"
        self.ask(Ask("clock", to="pause" if running else "start"))

    def action_clock_reset(self) -> None:
        """The clock back to zero."""
        self.ask(Ask("clock", to="reset"))

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

    def action_theme(self) -> None:
        """The next of our themes, for the console alone."""
        names = list(OURS)
        now = self.view.palette.theme.name
        at = names.index(now) + 1 if now in names else 0
        self._choose_theme(names[at % len(names)])

    def _choose_theme(self, name: str) -> None:
        self.choose_theme(name)
        self.notice(self.words("stage.theme", name=name), 2)

    def action_close(self) -> None:
        """End a blank; else take back a notice."""
        if not self.show_slide():
            self.notice("")

    def action_reload(self) -> None:
        """Read the deck again."""
        self.reload()

    def action_suspend(self) -> None:
        """Into the background, as the shell's job."""
        self.action_suspend_process()

    def action_help(self) -> None:
        """Every command with its keys."""
        from presenter.screen.help_screen import HelpScreen

        palette = self.view.palette
        self.push_screen(HelpScreen(CONSOLE_COMMANDS, self.words, self.setting, palette))

    def action_palette(self) -> None:
        """A command, slide or theme, found by typing."""
        from presenter.screen.menu_screen import MenuScreen
        from presenter.screen.palette import choices

        words, slides = self.words, self.follower.deck.slides
        found = choices(CONSOLE_COMMANDS, slides, themes.names(), words, self.setting)
        texts = (
            words("stage.palette.prompt"),
            words("stage.palette.none"),
            words("stage.palette.hint"),
        )
        menu = MenuScreen(list(found), texts, self.setting, self.view.palette)
        self.push_screen(menu, lambda choice: self._take(choice and choice.value))

    async def _take(self, value: object) -> None:
        """Do what was chosen in the palette."""
        match value:
            case Command(name=name):
                await self.run_action(name)
            case int(index):
                self.go_to_number(index + 1)
            case str(theme):
                self._choose_theme(theme)


__all__ = ["Actions"]
