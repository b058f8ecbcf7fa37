"""Block elements and rules as rectangles, so that no font decides whether they join.

Source: the Unicode chart "Block Elements" (U+2580 to U+259F) and the horizontal lines of "Box
Drawing" (U+2500, U+2501).
"""

from __future__ import annotations

Rectangle = tuple[float, float, float, float]
"""x, y, width, height as parts of a cell, from its top left."""

_UPPER_LEFT, _UPPER_RIGHT = (0.0, 0.0, 0.5, 0.5), (0.5, 0.0, 0.5, 0.5)
_LOWER_LEFT, _LOWER_RIGHT = (0.0, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5)

RECTANGLES: dict[str, tuple[Rectangle, ...]] = {
    "█": ((0, 0, 1, 1),),
    "▀": ((0, 0, 1, 0.5),),
    "▄": ((0, 0.5, 1, 0.5),),
    "▌": ((0, 0, 0.5, 1),),
    "▐": ((0.5, 0, 0.5, 1),),
    "▔": ((0, 0, 1, 0.125),),
    "▕": ((0.875, 0, 0.125, 1),),
    "─": ((0, 0.47, 1, 0.06),),
    "━": ((0, 0.44, 1, 0.12),),
    "┃": ((0.42, 0, 0.16, 1),),
    "│": ((0.46, 0, 0.08, 1),),
    "▖": (_LOWER_LEFT,),
    "▗": (_LOWER_RIGHT,),
    "▘": (_UPPER_LEFT,),
    "▝": (_UPPER_RIGHT,),
    "▚": (_UPPER_LEFT, _LOWER_RIGHT),
    "▞": (_UPPER_RIGHT, _LOWER_LEFT),
    "▙": (_UPPER_LEFT, (0, 0.5, 1, 0.5)),
    "▟": (_UPPER_RIGHT, (0, 0.5, 1, 0.5)),
    "▛": ((0, 0, 1, 0.5), _LOWER_LEFT),
    "▜": ((0, 0, 1, 0.5), _LOWER_RIGHT),
    **{chr(0x2580 + n): ((0, 1 - n / 8, 1, n / 8),) for n in (1, 2, 3, 5, 6, 7)},
    **{chr(0x2590 - n): ((0, 0, n / 8, 1),) for n in (1, 2, 3, 5, 6, 7)},
}
"""What each such character fills of its cell."""
