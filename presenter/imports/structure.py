"""Whether slides that follow each other are an outline: introduction, points, conclusion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from presenter.deck import Part
from presenter.imports.draft import DraftSlide

MOST_POINTS = 7
"""A talk with more slides between its first and its last has sections rather than points."""

_CLOSING = re.compile(
    r"\W*(?:conclusions?|summary|wrap[- ]?up|recap|take[- ]?aways?|in short|the end|questions?"
    r"|q ?& ?a|thanks?\b.*|thank you\b.*|小结|总结|结语|结论|结束语|谢谢.*|感谢.*|致谢|问答|提问"
    r"|まとめ|おわりに)\W*",
    re.IGNORECASE,
)


def give_parts(slides: Sequence[DraftSlide]) -> None:
    """Give the slides of a short talk that closes with a conclusion their parts.

    The first is the introduction, the last the conclusion, each between one point. Others stay
    flat: a count of points that nobody meant would stand on every slide.
    """
    shown = [each for each in slides if not each.slide.hidden]
    points = len(shown) - 2
    if len(shown) != len(slides) or not 1 <= points <= MOST_POINTS:
        return
    if not _CLOSING.fullmatch(slides[-1].slide.title):
        return
    parts = [
        Part("introduction"),
        *(Part("point", number, points) for number in range(1, points + 1)),
        Part("conclusion"),
    ]
    for each, part in zip(slides, parts, strict=True):
        each.slide = structs.replace(each.slide, part=part)


def count_points(slides: Sequence[DraftSlide]) -> None:
    """Number the points of an outline whose slides say which begin one (``number`` 1)."""
    number = 0
    part = Part()
    for each in slides:
        own = each.slide.part
        if own.kind == "slide":
            own = part
        if own.kind == "point":
            number += own.number or not number
            own = Part("point", number)
        part = Part(own.kind)
        each.slide = structs.replace(each.slide, part=own)
