"""A theme whose text is hard to read from the back row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject
from presenter.deck import Diagnostic
from presenter.typeset import themes
from presenter.typeset.themes import Style

LEAST = 4.5
"""For body text. Source: WCAG 2.2, success criterion 1.4.3."""

TEXT_STYLES = ("title", "text", "bullet.text", "quote.text", "text strong", "text code")


def low_contrast(subject: Subject) -> Iterator[Diagnostic]:
    """A warning about the text in the deck's theme that stands out least, if that is too little."""
    theme = themes.find(subject.deck.theme)
    if theme is None:
        return
    ratios = {style: contrast_ratio(theme.style(style)) for style in TEXT_STYLES}
    style = min(ratios, key=ratios.__getitem__)
    if ratios[style] < LEAST:
        yield subject.about_key(
            "theme",
            "low-contrast",
            theme=theme.name,
            style=style.split()[-1],
            ratio=f"{ratios[style]:.1f}",
            least=LEAST,
        )


def contrast_ratio(style: Style) -> float:
    """From 1 to 21, of a style whose colours are ``#rrggbb``; 21 where the terminal decides.

    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    colours = (style.color, style.background)
    if not all(colour and re.fullmatch("#[0-9a-fA-F]{6}", colour) for colour in colours):
        return 21.0
    dark, light = sorted(_luminance(str(colour)) for colour in colours)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
