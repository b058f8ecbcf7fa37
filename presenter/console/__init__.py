"""The app before the speaker. Importing this does not import Textual; `run` does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from presenter.deck import Loaded
from presenter.deck.safe_files import cache_folder
from presenter.deck.source import Source
from presenter.typeset.large import glyph_cache
from presenter.typeset.page import AmbiguousMode

Render = Literal["auto", "cells", "pictures"]
"""Slides always in cells, or else as pictures where that can be."""


@dataclass(frozen=True)
class ConsoleOptions:
    """How to show the speaker's side.

    theme: of the console itself, a name or a path, empty for its own dark one, whatever the
    stage's; theme_file: its file, where it has one. ambiguous, bidi: see `PageOptions`; ``auto``
    for what the terminal tells. mouse: whether wheel and clicks move the talk. with_talk: whether
    it was opened by the stage, so that it shows no notes before a key is pressed in it, and ends
    with the talk. language: of the interface, BCP 47; empty for the deck's, else the locale's.
    render: whether slides may be shown as pictures, where the stage shows them so and this terminal
    can.
    """

    theme: str = ""
    theme_file: Source | None = None
    ambiguous: AmbiguousMode = "auto"
    mouse: bool = True
    with_talk: bool = False
    language: str = ""
    bidi: bool = True
    render: Render = "auto"


def run(path: Path, loaded: Loaded, options: ConsoleOptions) -> int:
    """Show the console of the deck at `path`. The exit status: 0, or 128 + n after signal n.

    `loaded` must hold a deck with at least one slide. Textual is imported only here. Raises what
    goes wrong in the console, once the terminal is restored.
    """
    glyph_cache.open(cache_folder())
    from presenter.console.app import Console

    return Console(loaded, path, options).present(mouse=options.mouse)
