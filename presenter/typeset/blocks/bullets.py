"""Lists: markers hang, continuation lines start under the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from presenter.content.inline import paragraphs
from presenter.deck.blocks import Bullets, Item, Numbers
from presenter.typeset.page import Line, Run
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Air, Context, Piece, indented, space

_MARKERS = "▪–·"
"""By depth; deeper lists use the last."""

Marker = Callable[[int, Sequence[Item], int], str]
"""The marker of the item at an index of a list at a depth."""


def set_bullets(block: Bullets, context: Context) -> list[Piece]:
    """A piece for each item of the list and of those nested in it."""
    return _set_list(block.items, context, _bullet)


def set_numbers(block: Numbers, context: Context) -> list[Piece]:
    """The same with numbers, aligned at their right."""
    return _set_list(block.items, context, _number)


def _bullet(index: int, items: Sequence[Item], depth: int) -> str:  # noqa: ARG001
    return _MARKERS[min(depth, len(_MARKERS) - 1)]


def _number(index: int, items: Sequence[Item], depth: int) -> str:
    if depth:
        return _bullet(index, items, depth)
    return f"{index + 1}.".rjust(len(f"{len(items)}."))


def _set_list(items: Sequence[Item], context: Context, marker: Marker) -> list[Piece]:
    pieces: list[Piece] = []
    for index, item in enumerate(items):
        step = context.node.step_of(index)
        _set_item(pieces, item, marker(index, items, 0), "", step, 0, context, marker)
    return pieces


def _set_item(
    pieces: list[Piece],
    item: Item,
    mark: str,
    indent: str,
    step: int,
    depth: int,
    context: Context,
    marker: Marker,
) -> None:
    """Add `item` and what is nested in it to `pieces`; `indent` is the room at its left."""
    setting = context.setting
    ruler = setting.ruler
    gap = 2 if context.width >= 32 and not depth else 1
    lead = ruler.width(mark) + gap
    if len(indent) + lead > context.width // 2:
        indent, lead, gap = "", ruler.width(mark) + 1, 1
    if context.width - lead < 2:
        mark, lead, gap = "", 0, 0  # Room for a Chinese character comes before the marker.
    width = max(1, context.width - len(indent) - lead)
    first: Line = (
        *((space(len(indent)),) if indent else ()),
        Run(mark, "bullet.marker", ruler.width(mark)),
        space(gap),
    )
    rest: Line = (space(len(indent) + lead),)
    texts = paragraphs(item.text) or [""]
    for number, text in enumerate(texts):
        lines = set_paragraph(text, "bullet.text", width, setting) or [()]
        own = first if number == 0 else rest
        air: Air = "item" if depth == 0 and number == 0 else "none"
        more = bool(item.items) or number + 1 < len(texts)
        pieces.append(Piece(indented(lines, own, rest), air, step, keep=more))
    deeper = indent + " " * lead
    for index, child in enumerate(item.items):
        child_mark = marker(index, item.items, depth + 1)
        _set_item(pieces, child, child_mark, deeper, step, depth + 1, context, marker)
