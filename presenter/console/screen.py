"""What of the console's screen is its own: a mouse that scrolls the notes, and a second theme."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from presenter.console.previews import AUDIENCE
from presenter.screen.actions import CONSOLE_ACTIONS
from presenter.screen.cell_styles import CellStyle, CellStyles
from presenter.screen.colors import ColorSystem
from presenter.screen.page_view import PageView, Palette
from presenter.screen.screens import TalkScreen
from presenter.typeset.themes import Theme

LECTERN = Theme(
    name="lectern",
    dark=True,
    palette={
        "background": "#0f1114",
        "surface": "#171a1e",
        "text": "#cfccc5",
        "quiet": "#868a91",
        "faint": "#2b2f36",
        "accent": "#c2a36a",
        "second": "#8aa6bf",
        "third": "#9ab07f",
        "code": "#8fb5a8",
        "good": "#9ab07f",
        "warning": "#d39a5f",
        "error": "#dc7f78",
    },
)
"""The console's own, whatever the deck's: nothing on a lectern in a dark room is brighter than the
notes."""


class ConsoleScreen(TalkScreen):
    """Turns keys and clicks into the console's actions."""

    def __init__(
        self,
        view: PageView,
        go_to: Callable[[int], object],
        over_notes: Callable[[int, int], bool],
        covered: Callable[[], object],
    ) -> None:
        """`go_to`, `covered`: see `TalkScreen`. `over_notes`: whether a cell is of the notes."""
        super().__init__(view, CONSOLE_ACTIONS, go_to, covered)
        self._over_notes = over_notes

    async def rolled(self, event: events.MouseEvent, by: int) -> None:
        """The notes where the pointer is over them, else the talk."""
        if self._over_notes(event.screen_x, event.screen_y):
            await self.app.run_action("notes_down" if by > 0 else "notes_up")
        else:
            await super().rolled(event, by)

    async def clicked(self, event: events.Click) -> None:
        """The talk, but over the notes nothing: who clicks there wants to select or to focus."""
        if not self._over_notes(event.screen_x, event.screen_y):
            await super().clicked(event)


class ConsolePalette(Palette):
    """The styles of the theme `own`; of runs that belong to the audience's page, of `stage`."""

    def __init__(self, own: Theme, stage: Theme, colors: ColorSystem | None) -> None:
        super().__init__(own, colors)
        self.stage = CellStyles(stage, colors)

    def of(self, names: str) -> CellStyle:
        """What a run of these style names looks like."""
        if names.startswith(AUDIENCE):
            return self.stage.of(names.removeprefix(AUDIENCE))
        return super().of(names)
