"""What stands in place of a slide that has errors."""

from __future__ import annotations

from presenter.deck import Diagnostic
from presenter.deck.blocks import Block


class Problems(Block, frozen=True, kw_only=True):
    """The errors of one slide, to be shown in its place; never written in a deck."""

    problems: tuple[Diagnostic, ...]
