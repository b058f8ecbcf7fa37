"""Presenting from the command line."""

from __future__ import annotations

from pathlib import Path

from presenter.deck import Loaded
from presenter.stage.options import StageOptions


def run(path: Path, loaded: Loaded, options: StageOptions) -> int:
    """Present the deck read from `path`. The exit status: 0 after a talk, 70 after a crash.

    `loaded` must hold a deck with at least one slide. Textual is imported only here.
    """
    from presenter.stage.app import Stage

    stage = Stage(loaded, options, path)
    stage.run(mouse=options.mouse)
    return 70 if stage.return_code else 0
