"""What a layout decides."""

from __future__ import annotations

from typing import NamedTuple

from presenter.typeset.frame import Frame
from presenter.typeset.heading import Texts
from presenter.typeset.page import Line


class Arrangement(NamedTuple):
    """A slide's heading and where things go.

    frame: of the page. texts: what the heading says. heading: its lines from the page's left edge,
    in several forms, the one with the most air first. centred: whether heading and content stand
    in the middle of the page rather than the heading on its usual row. foot: the text at the
    foot's left and its style.
    """

    frame: Frame
    texts: Texts
    heading: tuple[tuple[Line, ...], ...]
    centred: bool
    head: str
    """The text at the left of the head line."""
    foot: tuple[str, str]
