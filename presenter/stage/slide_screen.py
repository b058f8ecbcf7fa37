"""The screen that shows the slides, with the keys of the stage."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from presenter.screen.commands import STAGE_COMMANDS, bindings
from presenter.screen.talk_screen import TalkScreen


class SlideScreen(TalkScreen):
    """Turns keys and clicks into the stage's actions."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(STAGE_COMMANDS))
