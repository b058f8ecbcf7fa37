"""How long a check may take: it is asked for before a talk, and has to answer."""

from __future__ import annotations

from time import monotonic, process_time

_PATIENCE = 2.0
"""Seconds of this process's work, reading included, after which no more is set or decoded."""

_MOST = 6.0
"""Seconds by the clock, for what other processes do."""


class Patience:
    """Runs out after a time."""

    def __init__(self, patience: float = _PATIENCE, most: float = _MOST) -> None:
        self._until = process_time() + patience
        self._latest = monotonic() + most

    def is_over(self) -> bool:
        """Whether it has run out."""
        return process_time() >= self._until or monotonic() >= self._latest
