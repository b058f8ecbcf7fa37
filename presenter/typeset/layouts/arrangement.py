"""What a layout decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from presenter.typeset.frame import Frame
from presenter.typeset.heading import Texts
from presenter.typeset.page import Line


class Form(NamedTuple):
    """A form that a heading may take."""

    lines: tuple[Line, ...]
    """From the page's left edge."""
    foot: tuple[str, str]
    """What stands at the left of the foot then, and its style."""


def _none(rows: int) -> Form | None:  # noqa: ARG001
    return None


class Arrangement(NamedTuple):
    """A slide's heading, and where things go."""

    frame: Frame
    texts: Texts
    """What the heading says."""
    forms: tuple[Form, ...]
    """Forms of the heading, from airy to tight; none for a slide without one."""
    centred: bool
    """Whether heading and content stand in the middle, not the heading on its usual row."""
    head: str
    """The text at the left of the head line."""
    foot: tuple[str, str]
    """The text at the left of the foot, with its style, where there is no heading."""
    large: Callable[[int], Form | None] = _none
    """The heading with its title in large type in so many rows, if they are enough."""
