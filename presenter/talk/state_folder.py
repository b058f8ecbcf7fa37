"""Where what outlives a run is kept."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """``$XDG_STATE_HOME/presenter``, made if need be. Source: XDG Base Directory Specification.

    Raises OSError if it cannot be made, RuntimeError if there is no home.
    """
    given = os.environ.get("XDG_STATE_HOME", "")
    # "If an implementation encounters a relative path … it should … ignore it."
    base = Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "state"
    folder = base / "presenter"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
