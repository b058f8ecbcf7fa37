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
