"""Markers and indents of lists, in points; the slide master has them for its levels."""

from __future__ import annotations

DEEPEST = 8
"""The last of the nine levels that a paragraph can have."""

_MARKERS = "▪–·"
_INDENTS = (28.0, 52.0, 74.0)
_HANGS = (28.0, 22.0, 20.0)
_NUMBER = 38.0

LEVEL_SCALES = (1.0, 0.857)
"""The size of text by level; deeper ones have the last."""


def scale(level: int) -> float:
    """The size of text at a level, as a part of the body's size."""
    return LEVEL_SCALES[min(level, len(LEVEL_SCALES) - 1)]


def marker(level: int) -> str:
    """The marker of bullets at a level."""
    return _MARKERS[min(level, len(_MARKERS) - 1)]


def indent(level: int) -> float:
    """Where the text of bullets at a level begins."""
    beyond = max(0, level - len(_INDENTS) + 1)
    return _INDENTS[min(level, len(_INDENTS) - 1)] + 18.0 * beyond


def hang(level: int) -> float:
    """How far before the text its marker stands."""
    return _HANGS[min(level, len(_HANGS) - 1)]


def number_indent(highest: int) -> float:
    """Where the text of numbers up to `highest` begins, which hang as far."""
    return _NUMBER + 14.0 * max(0, len(str(highest)) - 2)
