"""The four themes of presenter's own."""

from __future__ import annotations

from presenter.typeset.themes.theme import Style, Theme

INK = Theme(
    name="ink",
    dark=True,
    palette={
        "background": "#14171c",
        "text": "#e8e6e1",
        "accent": "#e0b164",
        "quiet": "#949aa5",
        "faint": "#343a45",
        "code": "#8fc7b5",
        "error": "#f0857d",
    },
)
PAPER = Theme(
    name="paper",
    dark=False,
    palette={
        "background": "#faf7f0",
        "text": "#23262b",
        "accent": "#1f4e79",
        "quiet": "#62676f",
        "faint": "#d6d1c4",
        "code": "#0f6152",
        "error": "#a8201a",
    },
)
VERMILION = Theme(
    name="vermilion",
    dark=False,
    palette={
        "background": "#ffffff",
        "text": "#2a1715",
        "accent": "#b8170f",
        "quiet": "#75605d",
        "faint": "#ecd3d0",
        "code": "#7a3a06",
        "error": "#b8170f",
    },
    styles={"part.label": Style(color="accent")},
)
BOARD = Theme(
    name="board",
    dark=True,
    palette={
        "background": "#1d3b2f",
        "text": "#f2f1e8",
        "accent": "#f4d58d",
        "quiet": "#abc2b4",
        "faint": "#35594a",
        "code": "#a9d8e8",
        "error": "#ffb3a7",
    },
)

OURS: dict[str, Theme] = {theme.name: theme for theme in (INK, PAPER, VERMILION, BOARD)}
"""By name; the first is the default."""
