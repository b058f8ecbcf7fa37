"""Themes: names of styles to colours, once, for every surface."""

from presenter.typeset.themes.builtin import find, names
from presenter.typeset.themes.choosing import Chosen, choose
from presenter.typeset.themes.ours import OURS
from presenter.typeset.themes.style import Style
from presenter.typeset.themes.styles import STYLES
from presenter.typeset.themes.theme import Theme

__all__ = ["OURS", "STYLES", "Chosen", "Style", "Theme", "choose", "find", "names"]
