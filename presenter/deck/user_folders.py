"""Where a user's settings, state and cache lie. Source: XDG Base Directory Specification."""

from __future__ import annotations

import os
from pathlib import Path


def user_folder(variable: str, default: str) -> Path:
    """Ours in the folder that `variable` names, else in `default` below the user's home.

    A relative path in `variable` is ignored, as the specification asks. Raises RuntimeError if
    there is no home.
    """
    given = Path(os.environ.get(variable, ""))
    base = given if given.is_absolute() else Path.home() / default
    return base / "presenter"


def state_folder() -> Path:
    """``$XDG_STATE_HOME/presenter``, for what outlives a run; made if need be.

    Raises OSError if it cannot be made, RuntimeError if there is no home.
    """
    folder = user_folder("XDG_STATE_HOME", ".local/state")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def cache_folder() -> Path | None:
    """``$XDG_CACHE_HOME/presenter``, for what can be made again; None without a home."""
    try:
        return user_folder("XDG_CACHE_HOME", ".cache")
    except RuntimeError:
        return None
