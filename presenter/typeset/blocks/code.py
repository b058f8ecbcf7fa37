"""Code: coloured by Pygments, long lines wrapped with a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from presenter.deck.blocks.code import Code
from presenter.typeset.highlight import highlight
from presenter.typeset.inline import Paragraph, Styled
from presenter.typeset.page import Line, Run
from presenter.typeset.paragraph import set_styled
from presenter.typeset.piece import Context, Piece, space
from presenter.typeset.setting import Setting
from presenter.typeset.width import Ruler

_WRAPPED = "↪"
_STRESSED = "▎"
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


def set_code(block: Code, context: Context) -> list[Piece]:
    """A piece for each line of the source.

    Stressed lines carry a bar at their left and the others are dimmed, step by step; where nothing
    is to appear step by step, only a single group is stressed. Without reveal the first step shows
    from the start.
    """
    setting = context.setting
    rows = highlight(block.source, block.language)
    steps = block.stressed
    if len(steps) > 1 and setting.reveal is False:
        steps = (None,)
    first = 1 if context.reveal else 0
    now = steps[min(max(context.shown - first, 0), len(steps) - 1)] if steps else None
    margin = _margin(block, len(rows), context)
    pieces: list[Piece] = []
    for number, row in enumerate(rows, block.first):
        stress = now is not None and number in now
        dim = now is not None and not stress
        also = tuple(
            step
            for step, group in enumerate(steps, first)
            if step > first and (group is None or number in group)
        )
        label = str(number).rjust(margin.digits) if margin.digits else ""
        lines = _set_row(_without_tabs(row, setting.ruler), context.width - margin.width, setting)
        pieces.append(
            Piece(
                tuple(
                    (
                        *_beside(margin, "" if index else label, stress=stress),
                        *(_dimmed(line) if dim else line),
                    )
                    for index, line in enumerate(lines)
                ),
                air="none" if pieces else "item",
                step=first,
                also=also,
            )
        )
    return pieces


def _margin(block: Code, rows: int, context: Context) -> _Margin:
    """Room for bar and line numbers, as far as the width has it."""
    bar = context.setting.ruler.width(_STRESSED) if block.stressed else 0
    digits = len(str(block.first + rows - 1)) if block.numbers else 0
    if context.width - bar - digits - _GAP < _LEAST:
        digits = 0
    return _Margin(bar if context.width - bar >= 2 else 0, digits)


def _beside(margin: _Margin, label: str, *, stress: bool) -> Iterable[Run]:
    """Bar and number, or their room."""
    if margin.bar:
        yield Run(_STRESSED, "code.stress", margin.bar) if stress else space(margin.bar)
    if margin.digits:
        text = label.rjust(margin.digits)
        yield Run(f"{text}{' ' * _GAP}", "code.line-number", margin.digits + _GAP)


def _set_row(row: Paragraph, width: int, setting: Setting) -> list[Line]:
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
    body = _without(row, indent)
    head, *_ = set_styled(body, "", width - indent, setting)
    rest = _without(body, _length(head, body))
    if not rest:
        return [(*before, *head)]
    lines = set_styled(rest, "", width - indent - mark, setting)
    return [(*before, *head), *((*before, *again, *line) for line in lines)]


def _dimmed(line: Line) -> Line:
    return tuple(run._replace(style=f"{run.style} code.dim".strip()) for run in line)


def _without_tabs(row: Paragraph, ruler: Ruler) -> Paragraph:
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


def _without(row: Sequence[Styled], characters: int) -> Paragraph:
    """`row` without its first `characters`."""
    rest = []
    for part in row:
        kept = part.text[characters:]
        characters = max(0, characters - len(part.text))
        if kept:
            rest.append(part._replace(text=kept))
    return tuple(rest)


def _length(line: Line, row: Sequence[Styled]) -> int:
    """How many characters of `row` its first set line took, with the spaces after it."""
    text = "".join(part.text for part in row)
    taken = sum(len(run.text) for run in line)
    while taken < len(text) and text[taken] == " ":
        taken += 1
    return taken
