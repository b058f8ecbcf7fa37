"""Presenting from the command line."""

from __future__ import annotations

import gc
from pathlib import Path

from presenter.deck import Loaded
from presenter.stage.options import StageOptions
from presenter.typeset.large import glyph_cache


def run(path: Path | None, loaded: Loaded, options: StageOptions) -> int:
    """Present the deck read from `path`. The exit status: 0, or 128 + n after signal n.

    Without a path there is nothing to read again, and nothing by which a console could join.

    `loaded` must hold a deck with at least one slide. Textual is imported only here. Raises what
    goes wrong in the stage, once the terminal is restored.
    """
    gc.disable()  # what is made until the first slide stays; the stage enables it again
    from presenter.deck.user_folders import cache_folder

    glyph_cache.open(cache_folder())
    from presenter.stage.app import Stage

    stage = Stage(loaded, options, path)
    try:
        return stage.present(mouse=options.mouse)
    finally:
        if stage.rehearsing is not None:
            stage.rehearsing.observe()
