"""The console's styles: its own, and those of the audience's page in the stage's theme."""

from __future__ import annotations

from rich.style import Style as RichStyle

from presenter.console.previews import AUDIENCE
from presenter.screen.styles import Palette
from presenter.typeset.themes import Theme


class ConsolePalette(Palette):
    """The styles of the theme `own`; of runs that belong to the audience's page, of `stage`."""

    def __init__(self, own: Theme, stage: Theme) -> None:
        super().__init__(own)
        self.stage = Palette(stage)

    def style(self, names: str, link: str = "") -> RichStyle:
        """The Rich style for a run's style names, with its link."""
        if names.startswith(AUDIENCE):
            return self.stage.style(names.removeprefix(AUDIENCE), link)
        return super().style(names, link)


__all__ = ["ConsolePalette"]
