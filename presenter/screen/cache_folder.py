"""Where drawings are kept from one run to the next."""

from __future__ import annotations

from pathlib import Path

from presenter.deck.user_folders import user_folder


def cache_folder() -> Path | None:
    """``$XDG_CACHE_HOME/presenter``; None without a home."""
    try:
        return user_folder("XDG_CACHE_HOME", ".cache")
    except RuntimeError:
        return None
