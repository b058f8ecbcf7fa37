"""Resolved slides: what a slide says and when, decided once for every output.

`resolve` takes a deck and the index of a slide. What it gives, no output decides again: the stage's
cells, html, pdf and pptx ask it for the step of whatever they set. It knows neither sizes nor
outputs.
"""

from presenter.content.direction import is_right_to_left
from presenter.content.layout import layout_of
from presenter.content.nodes import Node, Stack, Stress
from presenter.content.problems import Problems
from presenter.content.slide import Heading, ResolvedSlide, heading_of, resolve

__all__ = [
    "Heading",
    "Node",
    "Problems",
    "ResolvedSlide",
    "Stack",
    "Stress",
    "heading_of",
    "is_right_to_left",
    "layout_of",
    "resolve",
]
