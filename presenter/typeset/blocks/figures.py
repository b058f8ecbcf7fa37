"""Large type: numbers side by side, each with its label under it, and a word or two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, product, zip_longest
from operator import itemgetter
from typing import NamedTuple

from presenter.content import nodes
from presenter.content.inline import plain
from presenter.typeset.headings import centred
from presenter.typeset.large.layout import large_text, set_side_by_side
from presenter.typeset.large.mosaic import Ease, ease_of
from presenter.typeset.page import Line, PageOptions, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Area, Piece

_LEAST_ROWS = 4
"""Rows of the lowest large figure."""

_LABELS = (24, 16, 12, 8)
"""How wide a label may be that is wider than its figure, in cells: the first that has room."""

_APART = 3
"""Cells between two labels."""

_TRIES = 3
"""How often large figures are drawn, each time smaller, until they and their labels have room."""

_NUMBER_AND_UNIT = re.compile(r"(\S*\d\S*?)(?: +(\S.*)|([\u2e80-\uffef]+))")
"""A figure whose unit may stand beside it in body type."""

_DESCENDS = frozenset(",;$()")
"""What reaches below the line that digits stand on."""


class _Grid(NamedTuple):
    """Figures in rows of `across`, which stand in columns from row to row.

    values: how each is written. labels: the cells that the labels of a column may take. columns:
    the cells from a column's left edge to the next one's. air: rows above a label.
    """

    across: int
    values: Sequence[tuple[Line, ...]]
    labels: Sequence[int]
    columns: Sequence[int]
    air: int

    @property
    def width(self) -> int:
        """The cells of all columns."""
        return sum(self.columns)


def set_figures(node: nodes.Figures, area: Area) -> list[Piece]:
    """A piece for each row of figures; a figure is one step under reveal.

    They stand as far apart as what is in them needs, all numbers in one size: in as few rows as
    have room for them, with air, in large type that is easy to read, else in any; bold where none
    has. Units are as large as their numbers, or in body type where that makes the room, or larger
    numbers in fewer rows.
    """
    total = len(node.items)
    parted = [_parted(item.value) for item in node.items]
    ways = [[(item.value, "") for item in node.items]]
    ways += [parted] if any(unit for _, unit in parted) else []
    others: list[tuple[int, list[Piece]]] = []
    easy: list[tuple[bool, int, list[Piece]]] = []
    """Where they are easy to read, each time in fewer rows: whether all rows are full, how high
    they are, and their pieces."""
    fewest = total + 1
    for way, count in product(range(len(ways)), _counts(total)):
        rows = -(-total // count)
        if rows >= fewest:
            continue
        least = _LEAST_ROWS + (3 if any(before == way for before, _ in others) else 1)
        if rows * least > max(area.rows, count):
            continue  # too many to draw them all and see that they have no room
        airy = area.rows - 2  # without the heading's rule and its air
        most = min(area.rows * 2 // 5, area.rows // rows - 2)
        grid = _large(node, ways[way], count, most, area)
        if grid is None:
            continue
        if rows > 1 and not area.alone:
            grid = grid._replace(air=0)  # so that labels are nearer to their figures than to others
        pieces = _pieces(node, grid, area)
        crowded = rows > 1 and _high(pieces) > airy
        if crowded and way == len(ways) - 1:
            lower = _large(node, ways[way], count, airy // rows - 3, area)
            own = _pieces(node, lower, area) if lower else []
            if lower and _high(own) <= airy:
                grid, pieces, crowded = lower, own, False
        if crowded:
            pieces = _pieces(node, grid._replace(air=0), area)
        if _high(pieces) > max(area.rows, count):
            continue
        if not crowded and ease_of(chain(*grid.values)) is Ease.EASY:
            easy.append((total % count == 0, max(map(len, grid.values)), pieces))
            fewest = rows
        others.append((way, pieces))
    if easy:
        return max(easy, key=itemgetter(0, 1))[2]
    return others[0][1] if others else _pieces(node, _bold(node, area), area)


def _parted(value: str) -> tuple[str, str]:
    """A figure as its number and its unit, which is empty if it has none that stands apart."""
    found = _NUMBER_AND_UNIT.fullmatch(value)
    return (found[1], found[2] or found[3]) if found else (value, "")


def _high(pieces: Sequence[Piece]) -> int:
    """The rows that they take, each with air below it."""
    return sum(len(piece.lines) + 1 for piece in pieces)


def _counts(total: int) -> list[int]:
    """How many may stand in a row, most first, with rows as even as can be."""
    even = {-(-total // -(-total // most)) for most in range(1, total + 1)}
    return sorted(even, reverse=True)


def _large(
    node: nodes.Figures, texts: Sequence[tuple[str, str]], count: int, rows: int, area: Area
) -> _Grid | None:
    """Figures in large type, at most so many rows high; None where it has no room.

    texts: of each what is in large type, and its unit, which is in body type.
    """
    setting = area.setting
    numbers = [number for number, _ in texts]
    sizes = [setting.ruler.width(number) for number in numbers]
    units = [setting.ruler.width(f" {unit}") if unit else 0 for _, unit in texts]
    widest = [max(sizes[column::count]) for column in range(count)]
    gap = _least_gap(area)
    room = max(0, area.width - sum(max(units[column::count]) for column in range(count)))
    # A gap is at least as wide as a digit, or two: figures with spaces within are told apart.
    apart = 1 + any(" " in number for number in numbers)
    width = max(widest) * room // max(1, sum(widest) + (count - 1) * apart)
    width = min(width, max(widest) * (room - gap * (count - 1)) // max(1, sum(widest)))
    for _ in range(_TRIES):
        drawn = set_side_by_side(numbers, width, max(_LEAST_ROWS, rows), setting, "big")
        if not drawn:
            return None
        values = [
            _with_unit(value, number, unit, setting)
            for value, (number, unit) in zip(drawn, texts, strict=True)
        ]
        grid = _fitted(node, count, values, gap, area, apart=apart, air=1)
        if grid.width <= area.width:
            return grid
        width = min(width - 1, width * area.width // grid.width)
    return None


def _with_unit(
    lines: tuple[Line, ...], number: str, unit: str, setting: PageOptions
) -> tuple[Line, ...]:
    """A number in large type with its unit behind it, on the line that digits stand on."""
    if not unit:
        return lines
    inked = [row for row, line in enumerate(lines) if any(run.text.strip() for run in line)]
    row = inked[-1] - (not _DESCENDS.isdisjoint(number))
    gap = space(max(map(line_width, lines)) - line_width(lines[row]) + 1)
    run = Run(unit, "figure.value", setting.ruler.width(unit))
    return (*lines[:row], (*lines[row], gap, run), *lines[row + 1 :])


def _bold(node: nodes.Figures, area: Area) -> _Grid:
    """Figures in body type, as many in a row as have room."""
    gap = _least_gap(area)
    for count in _counts(len(node.items)):
        values = [
            tuple(set_plain(item.value, "figure.value", area.width, area.setting))
            for item in node.items
        ]
        grid = _fitted(node, count, values, gap, area)
        if grid.width <= area.width:
            break
    return grid


def _least_gap(area: Area) -> int:
    """The cells between two figures, at the least."""
    return max(2 if area.width < 60 else 4, area.width // 20)


def _fitted(
    node: nodes.Figures,
    count: int,
    values: Sequence[tuple[Line, ...]],
    gap: int,
    area: Area,
    *,
    apart: int = 1,
    air: int = 0,
) -> _Grid:
    """Columns that are as wide as their figures and a gap, or as labels that have room so.

    gap: the least one, in cells; it is `apart` digits wide, half as much again if there is room.
    The columns may be wider than the area.
    """
    ruler = area.setting.ruler
    sizes = [max(map(line_width, value), default=0) for value in values]
    digit = sum(sizes) / max(1, sum(ruler.width(item.value) for item in node.items))
    digit *= apart
    spare = area.width - sum(max(sizes[column::count]) for column in range(count))
    least, most = max(gap, round(digit)), max(gap, round(digit * 1.5))
    gap = max(least, min(most, spare // max(1, count - 1)))
    names = [
        max((ruler.width(line) for line in plain(item.label).split("\n")), default=0)
        for item in node.items
    ]
    for most in _LABELS:
        labels, columns = [], []
        for column in range(count):
            width = max(sizes[column::count])
            last = column == count - 1
            end = area.width if count == 1 else width if last else width + gap - _APART
            label = min(max(names[column::count]), max(end, min(most, area.width)))
            labels.append(max(1, label))
            columns.append(max(width, label) if last else max(width + gap, label + _APART))
        if sum(columns) <= area.width:
            break
    return _Grid(count, values, labels, columns, air)


def _pieces(node: nodes.Figures, grid: _Grid, area: Area) -> list[Piece]:
    """The rows of `grid`, each label below its figure."""
    pieces = []
    setting, items, count = area.setting, node.items, grid.across
    for start in range(0, len(items), count):
        row = range(start, min(start + count, len(items)))
        high = max(len(grid.values[index]) for index in row)
        columns: list[list[Line]] = []
        for index, width in zip(row, grid.labels, strict=False):
            value = grid.values[index]
            label = set_paragraph(items[index].label, "figure.label", width, setting, balanced=True)
            between = [()] * (grid.air if label else 0)
            columns.append([*([()] * (high - len(value))), *value, *between, *label])
        steps = [node.step_of(index) for index in row]
        seen = [step <= area.shown for step in steps]
        lines = tuple(
            _joined(cells, seen, grid.columns) for cells in zip_longest(*columns, fillvalue=())
        )
        first, *more = sorted(set(steps))
        pieces.append(Piece(lines, step=first, change_steps=tuple(more)))
    return pieces


def _joined(cells: Sequence[Line], seen: Sequence[bool], widths: Sequence[int]) -> Line:
    """Lines side by side, each but the last filled up to its width; those not `seen` are empty."""
    line: list[Run] = []
    open_cells = 0
    for cell, show, width in zip(cells, seen, widths, strict=False):
        if show and cell:
            if open_cells:
                line.append(space(open_cells))
            line += cell
            open_cells = width - line_width(cell)
        else:
            open_cells += width
    return tuple(line)


def set_big(node: nodes.Big, area: Area) -> list[Piece]:
    """One piece: the large text over a quiet copy, to be found and copied.

    Bold where large glyphs have no room.
    """
    setting, width = area.setting, area.width
    text = "\n".join(node.lines)
    small = set_plain(text, "big.copy", width, setting, balanced=True)
    most = area.rows - len(small) - 2
    room = most - 2 if area.rows >= 12 else most
    middle = area.centred
    large = None
    # A third of the page is for the other blocks, if that leaves enough.
    for rows in (room, most) if area.alone else (room * 2 // 3, room, most):
        large = large or large_text(
            text, width, rows, setting, "big", centred=middle, tight=area.tight
        )
    if large is None:
        return [Piece(tuple(set_plain(text, "big.plain", width, setting, balanced=True)))]
    if middle:
        small = centred(small, max(map(line_width, large.lines)))
    return [Piece((*large.lines, (), *small), awkward=large.awkward)]
