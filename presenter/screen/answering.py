"""What stage and console do alike: help, the palette, themes, a notice taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from presenter.screen.commands import Command
from presenter.screen.finding import Finding
from presenter.screen.page_view import PageView
from presenter.typeset import themes
from presenter.typeset.themes import OURS


class Answering(Finding):
    """An app that answers `commands` on a screen whose page is `view`."""

    commands: ClassVar[Sequence[Command]]
    view: PageView

    def reload(self) -> None:
        """Read the deck again."""
        raise NotImplementedError

    def hush(self) -> None:
        """Take back what was said in passing."""
        self.notice("")

    def choose_theme(self, name: str) -> None:
        """Show everything in the theme of that name from now on."""
        raise NotImplementedError

    def more_themes(self) -> Sequence[str]:
        """The names of themes beyond those that are found by their name alone."""
        return ()

    def action_reload(self) -> None:
        """Read the deck again."""
        self.reload()

    def action_suspend(self) -> None:
        """Into the background, as the shell's job."""
        self.action_suspend_process()

    def action_close(self) -> None:
        """End a blank; else take back a notice."""
        if not self.show_slide():
            self.hush()

    async def action_end(self) -> None:
        """Leave at once."""
        self.exit()

    async def action_quit(self) -> None:
        """Leave."""
        await self.action_end()

    def action_theme(self) -> None:
        """The next of our themes."""
        names = list(dict.fromkeys([*OURS, *self.more_themes()]))
        now = self.view.palette.theme.name
        at = names.index(now) + 1 if now in names else 0
        self._choose_theme(names[at % len(names)])

    def _choose_theme(self, name: str) -> None:
        self.choose_theme(name)
        self.notice(self.words("stage.theme", name=name), 2)

    async def action_help(self) -> None:
        """Every command with its keys."""
        from presenter.screen.help_screen import HelpScreen

        setting, palette = self.scope().setting, self.view.palette
        await self.push_screen(HelpScreen(self.commands, self.words, setting, palette))

    async def action_palette(self) -> None:
        """A command, slide or theme, found by typing."""
        from presenter.screen.menu_screen import MenuScreen
        from presenter.screen.palette import choices

        words, scope = self.words, self.scope()
        names = dict.fromkeys([*themes.names(), *self.more_themes()])
        found = choices(self.commands, scope.deck.slides, names, words, scope.setting)
        texts = (
            words("stage.palette.prompt"),
            words("stage.palette.none"),
            words("stage.palette.hint"),
        )
        menu = MenuScreen(list(found), texts, scope.setting, self.view.palette)
        await self.push_screen(menu, lambda choice: self._take(choice and choice.value))

    async def _take(self, value: object) -> None:
        """Do what was chosen in the palette."""
        match value:
            case Command(name="quit"):
                await self.action_end()  # nobody comes here by mistake
            case Command(name=name):
                await self.run_action(name)
            case int(index):
                self.go_to_number(index + 1)
            case str(theme):
                self._choose_theme(theme)
