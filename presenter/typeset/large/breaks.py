"""Where large type breaks: its lines as even as can be, for each number of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

from presenter.deck.characters import has_cjk
from presenter.typeset.bidi import addresses
from presenter.typeset.opportunities import PAUSES, Quality, inside, opportunities
from presenter.typeset.width import SPACES

_COST_LARGE = {
    Quality.PAUSE: 0.0,
    Quality.WORD: 0.3,
    Quality.LEANING: 0.4,
    Quality.CHARACTER: 1.0,
}
"""What a break costs in large type, where a line costs the square of its length, in ideal lines.

The largest glyphs come with the most even lines, so evenness weighs more than in a paragraph; but
a line ends behind punctuation if that makes the longest no more than a quarter longer, and what is
forbidden is never done.
"""

_COST_LEADING = 0.6
_LEADING_WORDS = """
a an the of to in on at by for from with as and or but nor if
der die das ein eine zu von im am und oder le la les un une de du des et à en el los y
从 從 在 与 與 和 及 对 對 向 把 被 到 至 比 为 為 以
"""
_LEADING = frozenset(_LEADING_WORDS.split())
"""Words that lean on the next one, and what a break behind one costs: articles, prepositions,
conjunctions."""

_MOST = 6
"""Lines of a text of large type that has no line feeds: more are never the largest."""


def balanced_breaks(
    text: str, language: str, advance: Callable[[str], float], most: int, *, worst: Quality
) -> Iterator[tuple[str, ...]]:
    """The best lines of `text` for each number of lines up to `most`, fewest first.

    The line feeds of `text` part lines always. `advance` gives a character's width in ems. No
    break is worse than `worst`.
    """
    rows = [row for row in map(str.strip, text.split("\n")) if row]
    ends, costs, row_of = [0], [0.0], [-1]
    """Of each stretch that is not broken: its end, what a break there costs, its row."""
    for number, row in enumerate(rows):
        start, whole = ends[-1], inside(addresses(row))
        for at, quality in opportunities(row, language):
            if quality <= worst and at not in whole:
                ends.append(start + at)
                costs.append(_cost(row, at, quality))
        ends.append(start + len(row))
        costs.append(0.0)
        row_of += [number] * (len(ends) - len(row_of))
    text = "".join(rows)
    reach = [0.0, *accumulate(map(advance, text))]
    """Ems from the beginning to each character."""

    def width(first: int, last: int) -> float:
        """The width of a line from the end of one stretch to the end of another."""
        start = ends[first]
        return reach[start + len(text[start : ends[last]].rstrip())] - reach[start]

    total = len(ends) - 1
    widths = {
        (first, last): width(first, last)
        for last in range(1, total + 1)
        for first in range(last)
        if row_of[first + 1] == row_of[last]
    }
    most = min(most, total, max(len(rows), _MOST))
    for count in range(max(1, len(rows)), most + 1):
        ideal = reach[-1] / count
        best: list[dict[int, float]] = [{0: 0.0}]
        came: list[dict[int, int]] = [{}]
        """For each number of lines, of the stretches that they reach: the cost, the line before."""
        for _ in range(count):
            best.append({})
            came.append({})
            for (first, last), wide in widths.items():
                if first in best[-2]:
                    cost = best[-2][first] + (wide / ideal) ** 2 + costs[last]
                    if cost < best[-1].get(last, float("inf")):
                        best[-1][last], came[-1][last] = cost, first
        if total in best[count]:
            yield _cut(text, ends, came)


def _cut(text: str, ends: list[int], came: list[dict[int, int]]) -> tuple[str, ...]:
    """The lines that lead to the end of `text`; see `balanced_breaks`."""
    lines: list[str] = []
    last = len(ends) - 1
    for before in reversed(came[1:]):
        first = before[last]
        lines.append(text[ends[first] : ends[last]].rstrip())
        last = first
    return tuple(reversed(lines))


def _cost(text: str, at: int, quality: Quality) -> float:
    """What a break costs; opportunities at spaces are all alike, but their words are not."""
    if quality is not Quality.WORD or text[at - 1] not in SPACES:
        return _COST_LARGE[quality]
    *_, word = text[:at].split()
    if word[-1] in PAUSES:
        return _COST_LARGE[Quality.PAUSE]
    last = word[-1] if has_cjk(word[-1]) else word.lower()
    return _COST_LEADING if last in _LEADING else _COST_LARGE[quality]
