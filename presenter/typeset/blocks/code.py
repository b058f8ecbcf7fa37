"""Code: coloured by Pygments, long lines wrapped with a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presenter.content import nodes
from presenter.content.inline import StyledLine
from presenter.typeset.highlight import highlight
from presenter.typeset.page import Line, PageOptions, Run, space
from presenter.typeset.paragraph import Span, wrap
from presenter.typeset.piece import Area, Piece
from presenter.typeset.width import Ruler

_WRAPPED = "↪"
_STRESSED = "▎"
_NO_BREAK_HYPHEN = "\u2011"
_TAB = 4
"""Cells from one tab stop to the next."""

_GAP = 2
"""Cells between a line's number and the line."""

_LEAST = 12
"""Cells of code that line numbers must leave."""


class _Margin(NamedTuple):
    """What stands at the left of every line, in cells."""

    bar: int
    digits: int

    @property
    def width(self) -> int:
        return self.bar + (self.digits + _GAP if self.digits else 0)


def set_code(node: nodes.Code, area: Area) -> list[Piece]:
    """A piece for each line of the source.

    Stressed lines carry a bar at their left and the others are dimmed, step by step.
    """
    setting = area.setting
    rows = highlight(node.source, node.language)
    later = node.stresses[1:]
    now = node.stressed(area.shown)
    margin = _margin(node, len(rows), area)
    pieces: list[Piece] = []
    for number, row in enumerate(rows, node.first):
        stress = now is not None and number in now
        dim = now is not None and not stress
        changes = tuple(step for step, group in later if group is None or number in group)
        label = str(number).rjust(margin.digits) if margin.digits else ""
        lines = _set_row(_without_tabs(row, setting.ruler), area.width - margin.width, setting)
        pieces.append(
            Piece(
                tuple(
                    (
                        *_beside(margin, "" if index else label, stress=stress),
                        *(_dimmed(line) if dim else line),
                    )
                    for index, line in enumerate(lines)
                ),
                space_before="none" if pieces else "item",
                change_steps=changes,
            )
        )
    return pieces


def _margin(node: nodes.Code, rows: int, area: Area) -> _Margin:
    """Room for bar and line numbers, as far as the width has it."""
    bar = area.setting.ruler.width(_STRESSED) if node.stresses else 0
    digits = len(str(node.first + rows - 1)) if node.numbered else 0
    if area.width - bar - digits - _GAP < _LEAST:
        digits = 0
    return _Margin(bar if area.width - bar >= 2 else 0, digits)


def _beside(margin: _Margin, label: str, *, stress: bool) -> Iterable[Run]:
    """Bar and number, or their room."""
    if margin.bar:
        yield Run(_STRESSED, "code.stress", margin.bar) if stress else space(margin.bar)
    if margin.digits:
        text = label.rjust(margin.digits)
        yield Run(f"{text}{' ' * _GAP}", "code.line-number", margin.digits + _GAP)


def _set_row(row: StyledLine, width: int, setting: PageOptions) -> list[Line]:
    """One line of the source in lines of `width` cells: later ones go in as far, after a mark."""
    ruler = setting.ruler
    text = "".join(part.text for part in row)
    if ruler.width(text) <= width:
        return [tuple(Run(part.text, part.style, ruler.width(part.text)) for part in row)]
    indent = len(text) - len(text.lstrip(" "))
    mark = ruler.width(_WRAPPED) + 1
    if indent + mark > width // 2:
        indent = 0
    if mark > width // 2:
        mark = 0
    before: Line = (space(indent),) if indent else ()
    again: Line = (Run(f"{_WRAPPED} ", "code.wrap", mark),) if mark else ()
    head, *more = _wrapped(text[indent:], width - indent, setting)
    lines = [(*before, *_part(row, indent + head.start, indent + head.end, ruler))]
    if more:
        rest = indent + more[0].start
        for start, end in _wrapped(text[rest:], width - indent - mark, setting):
            lines.append((*before, *again, *_part(row, rest + start, rest + end, ruler)))
    return lines


def _wrapped(text: str, width: int, setting: PageOptions) -> tuple[Span, ...]:
    """The lines of `text`; a hyphen is part of a name or an option, and ends none."""
    return wrap(text.replace("-", _NO_BREAK_HYPHEN), width, setting.language, setting.ruler)


def _part(row: StyledLine, start: int, end: int, ruler: Ruler) -> Iterator[Run]:
    """What stands in `row` from the character `start` to `end`."""
    for text, style, _ in row:
        piece = text[max(0, start) : max(0, end)]
        if piece:
            yield Run(piece, style, ruler.width(piece))
        start -= len(text)
        end -= len(text)


def _dimmed(line: Line) -> Line:
    return tuple(run._replace(style=f"{run.style} code.dim".strip()) for run in line)


def _without_tabs(row: StyledLine, ruler: Ruler) -> StyledLine:
    """`row` with spaces up to the next tab stop, which counts cells, in place of tabs."""
    if not any("\t" in part.text for part in row):
        return row
    column = 0
    parts = []
    for part in row:
        first, *others = part.text.split("\t")
        text = first
        column += ruler.width(first)
        for other in others:
            gap = _TAB - column % _TAB
            text += " " * gap + other
            column += gap + ruler.width(other)
        parts.append(part._replace(text=text))
    return tuple(parts)
