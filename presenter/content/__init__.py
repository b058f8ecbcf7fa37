"""Resolved slides: what a slide says and when, decided once for every output.

`resolve` takes a deck and the index of a slide, and gives its heading, its running texts and its
nodes (`presenter.content.nodes`). What it gives, no output decides again. It knows neither sizes
nor outputs.
"""

from presenter.content.nodes import Column, MissingOutputError, Node, Stress
from presenter.content.slide import (
    ResolvedSlide,
    is_right_to_left,
    layout_of,
    name_of,
    part_label,
    resolve,
)

__all__ = [
    "Column",
    "MissingOutputError",
    "Node",
    "ResolvedSlide",
    "Stress",
    "is_right_to_left",
    "layout_of",
    "name_of",
    "part_label",
    "resolve",
]
