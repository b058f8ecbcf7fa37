"""Where what outlives a run is kept."""

from __future__ import annotations

from pathlib import Path

from presenter.deck.user_folders import user_folder


def state_folder() -> Path:
    """``$XDG_STATE_HOME/presenter``, made if need be.

    Raises OSError if it cannot be made, RuntimeError if there is no home.
    """
    folder = user_folder("XDG_STATE_HOME", ".local/state")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
