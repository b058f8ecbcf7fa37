"""A paragraph to lines: which opportunities to take.

The choice is made over the whole paragraph (as in Knuth and Plass, "Breaking Paragraphs into
Lines", 1981): the cheapest way down, where an uneven line costs the square of what it leaves empty
and a bad break costs by its quality. So words stay whole where that costs little.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from presenter.typeset.kinsoku import NOT_AT_END, NOT_AT_START
from presenter.typeset.opportunities import Opportunity, Quality, opportunities
from presenter.typeset.width import Ruler, graphemes

_COST = {
    Quality.WORD: 0.0,
    Quality.PARTICLE: 1.0,
    Quality.CHARACTER: 40.0,
    Quality.GRAPHEME: 1000.0,
}
"""What a break costs; a line that is left empty altogether costs 100."""

_LINE = 400.0
"""What one more line costs: more than any evenness is worth."""

_SHORT_LAST = 8.0
"""What it costs to leave one character alone on the last line."""


class Span(NamedTuple):
    """A line as a stretch of the text, the spaces at its end left out."""

    start: int
    end: int


@lru_cache(maxsize=4096)
def wrap(
    text: str, width: int, language: str, ruler: Ruler, *, balanced: bool = False
) -> tuple[Span, ...]:
    """The lines of `text`, one paragraph without line feeds, each at most `width` cells wide.

    Balanced lines are near equal in length, the last one too, as titles want them. A grapheme
    wider than `width` still makes a line.
    """
    if ruler.width(text) <= width:
        return (Span(0, len(text.rstrip(" "))),)
    breaks = _with_emergencies(text, opportunities(text, language), width, ruler)
    return _cheapest(text, breaks, width, ruler, balanced=balanced)


def _with_emergencies(
    text: str, breaks: list[Opportunity], width: int, ruler: Ruler
) -> list[Opportunity]:
    """`breaks`, and more within each unit that is wider than a line; the text's end closes them."""
    result: list[Opportunity] = []
    start = 0
    for opportunity in (*breaks, Opportunity(len(text), Quality.WORD)):
        unit = text[start : opportunity.index].rstrip(" ")
        if ruler.width(unit) > width:
            result += _tear(unit, start, width, ruler)
        result.append(opportunity)
        start = opportunity.index
    return result


def _tear(unit: str, start: int, width: int, ruler: Ruler) -> list[Opportunity]:
    """Breaks between the graphemes of `unit`; forbidden edges only where nothing else is left."""
    torn: list[Opportunity] = []
    index = 0
    unbroken = 0
    pieces = graphemes(unit)
    for before, after in pairwise(pieces):
        index += len(before)
        unbroken += ruler.width(before)
        allowed = after[0] not in NOT_AT_START and before[-1] not in NOT_AT_END
        if allowed or unbroken + ruler.width(after) > width:
            torn.append(Opportunity(start + index, Quality.GRAPHEME))
            unbroken = 0
    return torn


def _cheapest(
    text: str, breaks: list[Opportunity], width: int, ruler: Ruler, *, balanced: bool
) -> tuple[Span, ...]:
    """The cheapest lines: from each reachable break, every next one that still fits is tried."""
    starts = [0]
    ends: list[int] = []
    """Cells from the text's beginning to each break: with the spaces before it, and without."""
    total = 0
    previous = 0
    for index, _ in breaks:
        unit = text[previous:index]
        bare = unit.rstrip(" ")
        cells = ruler.width(bare)
        ends.append(total + cells)
        total += cells + len(unit) - len(bare)
        starts.append(total)
        previous = index
    last = len(breaks) - 1
    least = 0.0 if balanced else 0.5
    cost: list[float] = [0.0] + [float("inf")] * (last + 1)
    came: list[int] = [0] * (last + 2)
    for begin in range(last + 1):
        if cost[begin] == float("inf"):
            continue
        offset = starts[begin]
        stop = max(bisect_right(ends, offset + width), begin + 1)
        first = max(bisect_left(ends, offset + int(width * least)), begin)
        first = min(first, stop - 1)
        for end in range(first, stop):
            slack = max(0, width - (ends[end] - offset)) / width
            price = cost[begin] + _LINE
            if end < last:
                price += 100 * slack * slack + _COST[breaks[end].quality]
            elif balanced:
                price += 100 * slack * slack
            elif ends[end] - offset <= 2 and begin:
                price += _SHORT_LAST
            if price < cost[end + 1]:
                cost[end + 1] = price
                came[end + 1] = begin
    spans: list[Span] = []
    at = last + 1
    while at:
        begin = came[at]
        start = breaks[begin - 1].index if begin else 0
        end = breaks[at - 1].index
        spans.append(Span(start, start + len(text[start:end].rstrip(" "))))
        at = begin
    return tuple(reversed(spans))
