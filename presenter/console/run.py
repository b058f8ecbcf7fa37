"""The console from the command line."""

from __future__ import annotations

from pathlib import Path

from presenter.console.options import ConsoleOptions
from presenter.deck import Loaded
from presenter.typeset.large import glyph_cache


def run(path: Path, loaded: Loaded, options: ConsoleOptions) -> int:
    """Show the console of the deck at `path`. The exit status: 0, or 128 + n after signal n.

    `loaded` must hold a deck with at least one slide. Textual is imported only here. Raises what
    goes wrong in the console, once the terminal is restored.
    """
    from presenter.deck.user_folders import cache_folder

    glyph_cache.open(cache_folder())
    from presenter.console.app import Console

    return Console(loaded, path, options).present(mouse=options.mouse)


__all__ = ["run"]
