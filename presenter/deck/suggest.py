"""The name that a misspelt one probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of `names` most like `name`, empty if none is close."""
    matches = get_close_matches(name.lower(), list(names), n=1, cutoff=0.6)
    return matches[0] if matches else ""
