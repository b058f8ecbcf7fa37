"""Where things stand on a slide, and the sizes of its text, in points: 960 by 540, 16:9."""

from __future__ import annotations

from typing import NamedTuple

from pptx.util import Emu

EMU = 12700
"""English Metric Units in a point. Source: ECMA-376 part 1, 20.1.2.1."""


class Box(NamedTuple):
    """A rectangle in points, from the slide's top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    def below(self, y: float) -> Box:
        """What is left of it from `y` down."""
        return self._replace(y=y, height=max(0.0, self.bottom - y))


def emu(points: float) -> Emu:
    """`points` in the file's unit."""
    return Emu(round(points * EMU))


WIDTH, HEIGHT = 960.0, 540.0
_LEFT, _TEXT = 64.0, 832.0

TITLE = Box(_LEFT, 28, _TEXT, 84)
RULE = Box(_LEFT, 118, 64, 3)
SUBTITLE = Box(_LEFT, 130, _TEXT, 32)
BODY = Box(_LEFT, 144, _TEXT, 340)
BODY_BELOW_SUBTITLE = BODY.below(180)
WHOLE = Box(_LEFT, 52, _TEXT, 432)
"""Where content stands on a slide without a heading."""

LARGE = WHOLE._replace(height=400.0)
"""Where large text alone stands."""

COVER_TITLE = Box(_LEFT, 120, _TEXT, 140)
COVER_RULE = Box(WIDTH / 2 - 48, 274, 96, 4)
COVER_SUBTITLE = Box(_LEFT, 290, _TEXT, 70)
COVER_BYLINE = Box(_LEFT, 372, _TEXT, 36)
SECTION_TITLE = Box(_LEFT, 130, _TEXT, 130)
SECTION_RULE = Box(WIDTH / 2 - 32, 270, 64, 3)
SECTION_SUBTITLE = Box(_LEFT, 284, _TEXT, 80)

FOOT_RULE = Box(_LEFT, 497, _TEXT, 0.75)
FOOTER = Box(_LEFT, 503, 600, 22)
NUMBER = Box(_LEFT + 652, 503, 180, 22)

COLUMN_GAP = 36.0
LEFT_COLUMN = BODY._replace(width=(_TEXT - COLUMN_GAP) / 2)
RIGHT_COLUMN = LEFT_COLUMN._replace(x=_LEFT + LEFT_COLUMN.width + COLUMN_GAP)

TITLE_SIZE, SUBTITLE_SIZE, BODY_SIZE = 36.0, 20.0, 28.0
COVER_SIZE, COVER_SUBTITLE_SIZE, SECTION_SIZE = 54.0, 24.0, 44.0
FOOT_SIZE = 12.0
SIZES = (BODY_SIZE, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
"""Sizes of body text: what fits at none of them goes on on another slide."""


class Level(NamedTuple):
    """A level of a list: where its text begins, and how far before that its marker stands.

    scale: the size of its text, as a part of the body's.
    """

    marker: str
    indent: float
    hang: float
    scale: float


_OUTER = (Level("▪", 28.0, 28.0, 1.0), Level("–", 52.0, 22.0, 0.857), Level("·", 74.0, 20.0, 0.857))
LEVELS = (*_OUTER, *(_OUTER[-1]._replace(indent=74.0 + 18.0 * n) for n in range(1, 7)))
"""The levels that a paragraph can have; what is deeper stands on the last."""
_NUMBER = 38.0


def level_of(depth: int) -> Level:
    """The level of what is nested so deep, from 0."""
    return LEVELS[min(depth, len(LEVELS) - 1)]


def number_indent(highest: int) -> float:
    """Where the text of numbers up to `highest` begins, which hang as far."""
    return _NUMBER + 14.0 * max(0, len(str(highest)) - 2)
