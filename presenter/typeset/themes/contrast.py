"""How well a colour can be read upon another."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast of text. Source: WCAG 2.2, success criterion 1.4.3."""


def contrast(color: str, background: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, from 1 to 21.

    Source: WCAG 2.2, definitions of "contrast ratio" and "relative luminance".
    """
    darker, lighter = sorted((_luminance(color), _luminance(background)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
