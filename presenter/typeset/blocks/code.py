"""Code: coloured by Pygments, long lines wrapped with a mark."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.deck.blocks.code import Code
from presenter.typeset.highlight import highlight
from presenter.typeset.inline import Styled
from presenter.typeset.page import Line, Run
from presenter.typeset.paragraph import set_styled
from presenter.typeset.piece import Context, Piece, space

_ALL_STEPS: tuple[frozenset[int] | None, ...] = (None,)
_WRAPPED = "↪"
_STRESSED = "▎"


def set_code(block: Code, context: Context) -> list[Piece]:
    """A piece for each line of the source.

    Stressed lines carry a bar at their left and the others are dimmed, step by step. Without
    reveal the first step shows from the start.
    """
    rows = highlight(block.source, block.language, block.file)
    several = len(block.stressed) > 1
    steps = _ALL_STEPS if several and context.setting.reveal is False else block.stressed
    first = 1 if context.reveal else 0
    now = steps[min(max(context.shown - first, 0), len(steps) - 1)] if steps else None
    last = block.first + len(rows) - 1
    digits = len(str(last)) if block.numbers and context.width >= 16 else 0
    pieces: list[Piece] = []
    for number, row in enumerate(rows, block.first):
        stress = now is not None and number in now
        dim = now is not None and not stress
        lines = _set_line(row, number, digits, context, stress=stress, dim=dim)
        changes = tuple(
            step
            for step, group in enumerate(steps, first)
            if step > first and (group is None or number in group)
        )
        pieces.append(Piece(lines, air="none" if pieces else "item", step=first, also=changes))
    return pieces


def _set_line(
    row: Sequence[Styled], number: int, digits: int, context: Context, *, stress: bool, dim: bool
) -> tuple[Line, ...]:
    """One line of the source as one or more rows."""
    setting = context.setting
    ruler = setting.ruler
    text = "".join(part.text for part in row)
    indent = len(text) - len(text.lstrip(" ")) if text.strip() else 0
    bar = ruler.width(_STRESSED)
    mark = ruler.width(_WRAPPED) + 1
    gutter = bar + (digits + 1 if digits else 0)
    room = max(1, context.width - gutter)
    if indent + mark > room // 2:
        indent = 0
    body = _without(row, indent)
    lines = set_styled(body, "", room - indent, setting) if body else [()]
    if len(lines) > 1:
        head, *_ = lines
        rest = _without(body, _length(head, body))
        lines = [head, *set_styled(rest, "", max(1, room - indent - mark), setting)]
    result = []
    for place, line in enumerate(lines):
        label = str(number).rjust(digits) if digits and not place else " " * digits
        lead = f"{' ' * indent}{_WRAPPED} " if place else " " * indent
        runs = (
            Run(_STRESSED, "code.stress", bar) if stress else space(bar),
            *((Run(f"{label} ", "code.line-number", digits + 1),) if digits else ()),
            *((Run(lead, "code.wrap", ruler.width(lead)),) if lead else ()),
            *(_dimmed(line) if dim else line),
        )
        result.append(runs)
    return tuple(result)


def _dimmed(line: Line) -> Line:
    return tuple(run._replace(style=f"{run.style} code.dim".strip()) for run in line)


def _without(row: Sequence[Styled], characters: int) -> tuple[Styled, ...]:
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
