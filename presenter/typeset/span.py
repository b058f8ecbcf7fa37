"""Lines as stretches of the text that they come from."""

from __future__ import annotations

from typing import NamedTuple

SPACES = " \u3000"
"""What vanishes at the end of a line."""


class Span(NamedTuple):
    """A line as a stretch of the text, the spaces at its end left out."""

    start: int
    end: int
