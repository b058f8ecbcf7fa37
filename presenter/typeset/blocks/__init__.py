"""How each node is set in cells; a new one needs a row in `SETTERS`.

A setter takes a node and an `Area` and gives the node's pieces. Those to which it gives no step
appear when the node does. Its module is imported when the first such node is set: a talk starts
with what it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import cache
from importlib import import_module
from typing import Any

from msgspec.structs import replace

from presenter.content import MissingOutputError, Node, nodes
from presenter.content.inline import plain
from presenter.typeset.page import Line, line_width
from presenter.typeset.piece import Area, Piece

Setter = Callable[[Any, Area], list[Piece]]

SETTERS: dict[type[Node], str] = {
    nodes.Text: f"{__name__}.prose.set_text",
    nodes.List: f"{__name__}.prose.set_list",
    nodes.Quote: f"{__name__}.prose.set_quote",
    nodes.Callout: f"{__name__}.prose.set_callout",
    nodes.Problems: f"{__name__}.prose.set_problems",
    nodes.Code: f"{__name__}.code.set_code",
    nodes.Table: f"{__name__}.table.set_table",
    nodes.Picture: f"{__name__}.pictures.set_picture",
    nodes.Qr: f"{__name__}.pictures.set_qr",
    nodes.Chart: "presenter.typeset.charts.set_chart",
    nodes.Columns: f"{__name__}.columns.set_columns",
    nodes.Figures: f"{__name__}.figures.set_figures",
    nodes.Big: f"{__name__}.figures.set_big",
}
"""The setter of each node, by its whole name."""


SHORT = 60
"""Characters of the longest text that is as large as can be where a slide says nothing else."""


class Room(Enum):
    """How wide a node may be."""

    TEXT = auto()
    """As wide as text."""
    BESIDE = auto()
    """From the text's left edge to the page's margin: it fills what it is given."""
    FEWER_ROWS = auto()
    """The same, or from margin to margin where that takes fewer rows."""
    PAGE = auto()
    """From margin to margin: it takes no more than it needs."""


_ROOMS = {
    nodes.Code: Room.PAGE,
    nodes.Table: Room.PAGE,
    nodes.Chart: Room.BESIDE,
    nodes.Qr: Room.BESIDE,
    nodes.Columns: Room.FEWER_ROWS,
    nodes.Picture: Room.PAGE,
    nodes.Figures: Room.PAGE,
    nodes.Big: Room.PAGE,
}
"""Of nodes that may be wider than text."""


def room_of(node: Node, area: Area) -> Room:
    """How wide `node` may be on a slide; `area` as for `set_node`, but for its width."""
    return Room.PAGE if area.display else _ROOMS.get(type(node), Room.TEXT)


def is_displayed(node: Node) -> bool:
    """Whether `node`, where a slide says nothing else, is as large as can be."""
    if isinstance(node, nodes.Text | nodes.Quote):
        return len(node.paragraphs) == 1 and len(plain(node.paragraphs[0])) <= SHORT
    return isinstance(node, nodes.Big | nodes.Figures)


@cache
def _setter(name: str) -> Setter:
    module, _, function = name.rpartition(".")
    setter: Setter = getattr(import_module(module), function)
    return setter


def set_node(node: Node, area: Area) -> list[Piece]:
    """The pieces of `node`, each with its step; none of them is empty."""
    if type(node) not in SETTERS:
        raise MissingOutputError(node, "cells")
    pieces = [
        replace(piece, step=node.step) if node.step and not piece.step else piece
        for piece in _setter(SETTERS[type(node)])(node, area)
        if piece.lines
    ]
    # What stands in columns begins at the right already.
    if area.setting.right_to_left and not node.columns:
        pieces = _right_to_left(node, pieces, area)
    if node.whole:
        pieces[:-1] = [replace(piece, keep=True) for piece in pieces[:-1]]
    return pieces


def _right_to_left(node: Node, pieces: list[Piece], area: Area) -> list[Piece]:
    """The pieces of `node` as they stand where lines begin at the right."""
    from presenter.typeset.bidi import mirrored, moved, visual

    ruler, shift = area.setting.ruler, 0
    if node.from_left:
        widest = max((line_width(line) for piece in pieces for line in piece.lines), default=0)
        shift = area.width - widest

    def turned(line: Line) -> Line:
        if node.from_left:
            return moved(visual(line, ruler), shift)
        return mirrored(line, area.width, ruler)

    return [
        replace(
            piece,
            lines=tuple(map(turned, piece.lines)),
            header=tuple(map(turned, piece.header)),
            filler=turned(piece.filler),
            pictures=tuple(
                each._replace(x=area.width - each.x - each.width) for each in piece.pictures
            ),
        )
        for piece in pieces
    ]
