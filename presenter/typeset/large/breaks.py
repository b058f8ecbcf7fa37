"""Where lines of large type break: for each number of lines, the most even way.

The largest glyphs come with the most even lines, so evenness weighs more here than in a paragraph;
but a torn word costs, and what kinsoku forbids is never done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

from presenter.typeset.opportunities import Quality, opportunities

Lines = tuple[str, ...]

_COST = {
    Quality.PAUSE: 0.0,
    Quality.WORD: 0.2,
    Quality.LEANING: 1.0,
    Quality.CHARACTER: 8.0,
}
"""What a break costs, where a line costs the square of its length in ems."""


class _Unit(NamedTuple):
    """A stretch that is not broken: its end in the text, what a break there costs, its row."""

    end: int
    cost: float
    row: int


def ways(
    text: str, language: str, advance: Callable[[str], float], most: int, *, tear_words: bool
) -> Iterator[Lines]:
    """The most even lines of `text` for each number of lines up to `most`, fewest first.

    The line feeds of `text` part lines always. `advance` gives a character's width in ems.
    `tear_words` allows breaks within words.
    """
    rows = [row for row in map(str.strip, text.split("\n")) if row]
    text = "".join(rows)
    units = _units(rows, language, tear_words=tear_words)
    starts = [0, *(unit.end for unit in units)]
    reach = [0.0, *accumulate(advance(character) for character in text)]
    """Ems from the beginning to each character."""

    def price(first: int, last: int) -> float:
        """What a line costs from the unit `first` to the unit before `last`."""
        line = text[starts[first] : starts[last]]
        width = reach[starts[first] + len(line.rstrip())] - reach[starts[first]]
        return width * width + units[last - 1].cost

    total = len(units)
    cost = [0.0] + [float("inf")] * total
    trails: list[list[int]] = []
    for _ in range(min(most, total)):
        after = [float("inf")] * (total + 1)
        trail = [0] * (total + 1)
        for last in range(1, total + 1):
            first = last - 1
            while first >= 0 and units[first].row == units[last - 1].row:
                candidate = cost[first] + price(first, last)
                if candidate < after[last]:
                    after[last], trail[last] = candidate, first
                first -= 1
        trails.append(trail)
        cost = after
        if cost[total] < float("inf"):
            yield _lines(text, starts, trails)


def _units(rows: list[str], language: str, *, tear_words: bool) -> list[_Unit]:
    worst = Quality.CHARACTER if tear_words else Quality.LEANING
    units: list[_Unit] = []
    offset = 0
    for number, row in enumerate(rows):
        units += [
            _Unit(offset + index, _COST[quality], number)
            for index, quality in opportunities(row, language)
            if quality <= worst
        ]
        offset += len(row)
        units.append(_Unit(offset, 0.0, number))
    return units


def _lines(text: str, starts: list[int], trails: list[list[int]]) -> Lines:
    lines: list[str] = []
    last = len(starts) - 1
    for trail in reversed(trails):
        first = trail[last]
        lines.append(text[starts[first] : starts[last]].rstrip())
        last = first
    return tuple(reversed(lines))
