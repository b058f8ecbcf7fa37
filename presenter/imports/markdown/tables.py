"""Tables in every way they are written: pipes, Pandoc's drawn with dashes, grids.

Source: GitHub Flavored Markdown, "Tables"; Pandoc's manual, "Tables". Columns of drawn tables are
parted by where they stand, in cells: a Chinese character takes two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine

from presenter.deck.blocks import Align

LineAt = Callable[[int], str | None]
"""The line of a number; None behind the end of what holds the table."""

_PIPE_RULE = re.compile(r"[-:|][-:|+ \t]+|-|:-")
_PIPE_MARK = re.compile(r":?-+:?")
_RULER = re.compile(r"[ \t]{0,3}-{2,}(?:[ \t]+-{2,})+[ \t]*")
_SOLID = re.compile(r"[ \t]{0,3}-{7,}[ \t]*")
_GRID_RULE = re.compile(r"\+(?:[-=:]+\+)+")
_CAPTION = re.compile(r"(?:Table)?:[ \t]+(\S.*)")
_NO_NAMES = re.compile(r".*\||\s*(?:[-*+>#`]|\d+[.)]\s)")
_LONGEST = 500
"""Lines of a drawn table; none is longer."""
_LIST_MARK = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")


@dataclass
class Grid:
    """A table: rows of cells in inline Markdown, each row with its line counted from the table's
    first. `drawing`: the lines themselves, of a grid whose cells span several columns."""

    header: list[str]
    rows: list[tuple[int, list[str]]]
    aligns: list[Align | None]
    caption: str = ""
    drawing: list[str] = field(default_factory=list)


def pipe_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: GitHub's tables; cells beyond the header are kept."""
    after = start + 1
    if start + 2 > end or state.sCount[after] < state.blkIndent or state.is_code_block(after):
        return False
    ruler = getLine(state, after).strip()
    exact = state.env.get("dialect") == "presenter"
    if not _PIPE_RULE.fullmatch(ruler) or (exact and "+" in ruler) or state.is_code_block(start):
        return False
    marks = [each.strip() for each in re.split(r"[|+]", ruler.strip("|"))]
    names = _cells(getLine(state, start))
    if "|" not in getLine(state, start) or not names or len(names) != len(marks):
        return False
    if not all(map(_PIPE_MARK.fullmatch, marks)):
        return False
    if silent:
        return True
    ends = state.md.block.ruler.getRules("blockquote")
    rows: list[tuple[int, list[str]]] = []
    after = start + 2
    while after < end and state.sCount[after] >= state.blkIndent:
        line = getLine(state, after).strip()
        if not line or state.is_code_block(after):
            break
        if any(rule(state, after, end, True) for rule in ends):
            break
        rows.append((after - start, _cells(line)))
        after += 1

    def line_at(number: int) -> str | None:
        return state.getLines(number, number + 1, 0, False) if number < end else None

    caption, after = ("", after) if exact else _caption(line_at, after)
    token = state.push("grid", "", 0)
    token.map = [start, after]
    token.meta = {"grid": Grid(names, rows, [_align(each) for each in marks], caption)}
    state.line = after
    return True


def _align(mark: str) -> Align | None:
    if mark.endswith(":"):
        return "center" if mark.startswith(":") else "right"
    return "left" if mark.startswith(":") else None


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line.strip())
    first = 1 if cells[:1] == [""] else 0
    last = len(cells) - (cells[first:][-1:] == [""])
    return [each.strip() for each in cells[first:last]]


def _caption(line_at: LineAt, after: int) -> tuple[str, int]:
    """The caption below a table, and the line behind it: ``: text`` or ``Table: text``."""
    at = after + (line_at(after) is not None and not (line_at(after) or "").strip())
    match = _CAPTION.fullmatch((line_at(at) or "").strip())
    if match is None:
        return "", after
    said, at = [match[1]], at + 1
    while (line := line_at(at)) and line.strip() and len(said) < 10:
        said.append(line.strip())
        at += 1
    return "\n".join(said), at


def is_ruler(line: str) -> bool:
    """Whether a line is two or more groups of dashes, which say where the columns stand."""
    return "--" in line and _RULER.fullmatch(line) is not None


def drawn(line_at: LineAt, start: int, *, multiline: bool) -> tuple[Grid, int] | None:
    """The drawn table that begins at the line `start`, and the line behind it; None if none does.

    multiline: whether it may hold empty lines, and lines of dashes from end to end.
    """
    is_grid = (line_at(start) or "").startswith("+")
    found = _grid(line_at, start) if is_grid else _dashed(line_at, start, multiline)
    if found is None:
        return None
    grid, after = found
    grid.caption, after = _caption(line_at, after)
    return grid, after


def _dashed(line_at: LineAt, start: int, multiline: bool) -> tuple[Grid, int] | None:
    """Names, a ruler, and rows up to an empty line; with dashes above, or without names, up to
    dashes, and empty lines may part rows of several lines."""
    first = line_at(start) or ""
    names: list[str] = []
    at = start
    is_closed = _is_dashes(first)
    if not is_closed:
        names, at = [first], start + 1
    elif not is_ruler(first):
        at += 1
        while (line := line_at(at)) and line.strip() and not is_ruler(line) and len(names) < 10:
            names.append(line)
            at += 1
        if not names or not multiline:
            return None
    ruler = line_at(at) or ""
    if not is_ruler(ruler) or (not is_closed and _NO_NAMES.match(first)):
        return None
    found = _rows(line_at, at + 1, is_closed=is_closed, multiline=multiline)
    if found is None or not (found[0] or names):
        return None
    rows, after = found
    lines = [*names, *(line for _, row in rows for line in row)]
    stops = _stops(ruler, lines)
    body = [(number - start, _joined(row, stops)) for number, row in rows]
    return Grid(_joined(names, stops), body, _aligns(ruler, lines[0])), after


def _rows(
    line_at: LineAt, start: int, *, is_closed: bool, multiline: bool
) -> tuple[list[tuple[int, list[str]]], int] | None:
    """The lines of each row, with the number of its first, and the line behind all.

    None if they must be closed by a line of dashes, and nothing closes them.
    """
    rows: list[tuple[int, list[str]]] = []
    fresh, parted = True, False
    for after in itertools.count(start):
        line = line_at(after)
        if line is not None and _is_dashes(line):
            after += 1
            break
        if is_closed and (line is None or after - start >= _LONGEST):
            return None
        if line and line.strip():
            if fresh:
                rows.append((after, []))
            rows[-1][1].append(line)
            fresh = False
        elif not is_closed:
            break
        elif fresh or not multiline:
            return None
        else:
            fresh = parted = True
    if not parted:
        rows = [(number + at, [line]) for number, row in rows for at, line in enumerate(row)]
    return rows, after


def _is_dashes(line: str) -> bool:
    return is_ruler(line) or _SOLID.fullmatch(line) is not None


def _grid(line_at: LineAt, start: int) -> tuple[Grid, int] | None:
    """A table drawn with ``+---+`` and ``|``; one with spans keeps its drawing."""
    lines: list[str] = []
    while (line := line_at(start + len(lines))) and line.lstrip().startswith(("+", "|")):
        lines.append(line.strip())
        if len(lines) > _LONGEST:
            return None
    if len(lines) < 3 or not all(map(_GRID_RULE.fullmatch, (lines[0], lines[-1]))):
        return None
    after = start + len(lines)
    stops = [at for at, mark in enumerate(_cellwise(lines[0])) if mark == "+"]
    rows: list[tuple[int, list[str]]] = []
    header: list[str] = []
    row: list[str] = []
    aligns: list[Align | None] = [_align(each) for each in lines[0].strip("+").split("+")]
    for number, line in enumerate(lines[1:], 1):
        whole = _cellwise(line)
        if line.startswith("+"):
            marks = line.strip("+").split("+")
            if not _GRID_RULE.fullmatch(line) or len(marks) != len(stops) - 1:
                return Grid([], [], [], drawing=lines), after
            cells = _joined(row, [(a + 1, b) for a, b in itertools.pairwise(stops)])
            if "=" in line and not header:
                header = cells
                aligns = [_align(each.replace("=", "-")) for each in marks]
            elif row:
                rows.append((number - len(row), cells))
            row = []
        elif any(at >= len(whole) or whole[at] != "|" for at in stops):
            return Grid([], [], [], drawing=lines), after
        else:
            row.append(line)
    return Grid(header, rows, aligns), after


def _cellwise(line: str) -> list[str]:
    """A line by cells: what a wide character takes beyond the first is empty."""
    cells: list[str] = []
    for character in line.expandtabs(4):
        cells.append(character)
        if east_asian_width(character) in "WF":
            cells.append("")
    return cells


def _stops(ruler: str, lines: Sequence[str]) -> list[tuple[int, int]]:
    """Where each column begins and ends, in cells; a word that reaches over stays whole."""
    begins = [match.start() for match in re.finditer("-+", ruler.expandtabs(4))]
    cells = [_cellwise(line) for line in lines]
    for index, begin in enumerate(begins[1:], 1):
        limit = begins[index + 1] if index + 1 < len(begins) else None
        for line in cells:
            at = begins[index]
            while (
                (limit is None or at < limit - 1)
                and 0 < at < len(line)
                and line[at - 1].strip()
                and line[at] != " "
            ):
                at += 1
            if at != begins[index] and at - begin < 20:
                begins[index] = at
    begins[0] = 0
    return list(zip(begins, [*begins[1:], 1_000_000], strict=True))


def _joined(lines: Sequence[str], stops: Sequence[tuple[int, int]]) -> list[str]:
    """The cells of a row of several lines; items of a list in a cell keep their lines."""
    texts = [""] * len(stops) if lines else []
    for line in map(_cellwise, lines):
        for column, (begin, end) in enumerate(stops):
            said = "".join(line[begin:end]).strip()
            if said and texts[column]:
                texts[column] += "\\\n" if _LIST_MARK.match(said) else "\n"
            texts[column] += said
    return texts


def _aligns(ruler: str, line: str) -> list[Align | None]:
    """The columns' alignments by where a line's words stand over the dashes.

    Source: Pandoc's manual, "simple_tables".
    """
    cells = _cellwise(line)
    aligns: list[Align | None] = []
    for match in re.finditer("-+", ruler.expandtabs(4)):
        own = cells[match.start() : match.end()]
        left = bool(own) and own[0] != " "
        right = len(own) == match.end() - match.start() and own[-1] != " "
        if left != right:
            aligns.append("left" if left else "right")
        else:
            aligns.append("center" if not left and "".join(own).strip() else None)
    return aligns
