"""The four themes of presenter's own."""

from __future__ import annotations

from presenter.typeset.themes.style import Style
from presenter.typeset.themes.theme import Theme

INK = Theme(
    name="ink",
    dark=True,
    palette={
        "background": "#14171c",
        "surface": "#1d2129",
        "text": "#e8e6e1",
        "quiet": "#949aa5",
        "faint": "#3b424e",
        "accent": "#e0b164",
        "second": "#8fb8dc",
        "third": "#aac888",
        "code": "#8fc7b5",
        "good": "#aac888",
        "warning": "#eda35f",
        "error": "#f0857d",
    },
)
PAPER = Theme(
    name="paper",
    dark=False,
    palette={
        "background": "#faf7f0",
        "surface": "#f1ecdf",
        "text": "#23262b",
        "quiet": "#62676f",
        "faint": "#cfc9ba",
        "accent": "#1f4e79",
        "second": "#7a2e5d",
        "third": "#4c6420",
        "code": "#0f6152",
        "good": "#2f6b36",
        "warning": "#8a5300",
        "error": "#a8201a",
    },
)
VERMILION = Theme(
    name="vermilion",
    dark=False,
    palette={
        "background": "#ffffff",
        "surface": "#fbf2f0",
        "text": "#2a1715",
        "quiet": "#75605d",
        "faint": "#e6c6c2",
        "accent": "#b8170f",
        "second": "#1f4f7f",
        "third": "#1f5c4d",
        "code": "#7a3a06",
        "good": "#2f6b36",
        "warning": "#8f5400",
        "error": "#8f0f3c",
    },
    styles={"part.label": Style(color="accent")},
)
BOARD = Theme(
    name="board",
    dark=True,
    palette={
        "background": "#1d3b2f",
        "surface": "#244738",
        "text": "#f2f1e8",
        "quiet": "#abc2b4",
        "faint": "#41695a",
        "accent": "#f4d58d",
        "second": "#a9d8e8",
        "third": "#f0bfae",
        "code": "#a9d8e8",
        "good": "#c4e4b0",
        "warning": "#f6c48a",
        "error": "#ffb3a7",
    },
)

OURS: dict[str, Theme] = {theme.name: theme for theme in (INK, PAPER, VERMILION, BOARD)}
"""By name; the first is the default."""
