"""Themes: names of styles to colours, once, for every surface."""

from presenter.typeset.themes.ours import OURS
from presenter.typeset.themes.theme import Style, Theme

__all__ = ["OURS", "Style", "Theme"]
