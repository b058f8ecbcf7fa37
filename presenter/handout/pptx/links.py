"""Addresses that a file may lead to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SAFE = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)
_KEPT = ":/?#[]@!$&'()*+,;=%~"


def is_address(text: str) -> bool:
    """Whether `text` is an address and nothing else."""
    return _SAFE.fullmatch(text) is not None


def safe_address(address: str) -> str:
    """`address` in ASCII; empty if it is none that a file should lead to.

    PowerPoint offers to repair a file with an address that is no URI.
    """
    if not is_address(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError:
        return ""
    if parts.scheme.lower() != "mailto" and not host:
        return ""
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(address, safe=_KEPT))
