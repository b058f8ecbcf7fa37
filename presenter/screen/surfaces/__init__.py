"""Slides as pictures on the terminal: what it can show, and how a whole picture gets there."""

from presenter.screen.surfaces.asking import Asking
from presenter.screen.surfaces.capabilities import Capabilities
from presenter.screen.surfaces.choice import surface_for, terminal_pixels
from presenter.screen.surfaces.surface import Key, ScreenArea, Surface

__all__ = [
    "Asking",
    "Capabilities",
    "Key",
    "ScreenArea",
    "Surface",
    "surface_for",
    "terminal_pixels",
]
