"""What overview and search look through."""

from __future__ import annotations

from typing import NamedTuple

from presenter.deck import Deck
from presenter.screen.styles import Palette
from presenter.typeset import PageOptions


class Scope(NamedTuple):
    """What is looked through, and how it is shown.

    here: the index of the slide that is shown. size: of the pages that the audience sees; None for
    this screen's own. secret: whether an audience sees this screen, so that notes are not shown.
    """

    deck: Deck
    here: int
    setting: PageOptions
    palette: Palette
    size: tuple[int, int] | None
    secret: bool
