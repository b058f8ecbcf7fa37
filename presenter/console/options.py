"""What the command line decides about the console."""

from __future__ import annotations

from dataclasses import dataclass

from presenter.deck.source import Source
from presenter.typeset.page import Ambiguous


@dataclass(frozen=True)
class ConsoleOptions:
    """How to show the speaker's side.

    theme: of the console itself, a name or a path, empty for the stage's; theme_file: its file,
    where it has one. ambiguous, bidi: see `PageOptions`. mouse: whether wheel and clicks move the
    talk. with_talk: whether it was opened by the stage, so that it shows no notes before a key is
    pressed in it, and ends with the talk. language: of the interface, BCP 47; empty for the deck's,
    else the locale's.
    """

    theme: str = ""
    theme_file: Source | None = None
    ambiguous: Ambiguous = "narrow"
    mouse: bool = True
    with_talk: bool = False
    language: str = ""
    bidi: bool = True


__all__ = ["ConsoleOptions"]
