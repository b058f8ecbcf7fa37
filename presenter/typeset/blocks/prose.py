"""Text, lists, quotes, callouts, and what is wrong with a slide."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from presenter.content import nodes
from presenter.content.inline import Paragraph, plain
from presenter.typeset.frame import MEASURE
from presenter.typeset.headings import LARGE_LINES, centred
from presenter.typeset.page import Line, Run, indented, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Area, Piece, SpaceBefore

DISPLAY = 60
"""The widest that a quote, or what a slide says alone, is set in body type, in cells."""

_MOST_LINES = 3
"""Lines of such a text in large type."""

_BESIDE_LARGE = 3
"""Cells between a quote in large type and its bar."""

MARKERS = "▪–·"
"""Of items without a number, by depth; deeper lists use the last."""


def set_text(node: nodes.Text, area: Area) -> list[Piece]:
    """A piece for each paragraph; one that ends with a colon stays with what it announces."""
    if area.display:
        own = _displayed(node.paragraphs[0], "text", area)
        lines = (*own.large, *own.small)
        return [Piece(lines, whole=False, copy=own.copy, awkward=own.awkward)]
    return [
        Piece(
            tuple(set_paragraph(paragraph, "text", area.width, area.setting, hang=area.hang)),
            space_before="paragraph",
            keep=plain(paragraph).endswith((":", "：")),
            whole=False,
        )
        for paragraph in node.paragraphs
    ]


class _Displayed(NamedTuple):
    """What a slide says alone: its lines in large type, if it has room, and those in body type.

    Its copy stands below it, or at the foot: then `copy` is what stands there.
    """

    large: tuple[Line, ...]
    small: tuple[Line, ...]
    copy: str = ""
    awkward: bool = False
    """Whether the large lines are; see `Piece`."""


def _displayed(paragraph: Paragraph, style: str, area: Area, rest: int = 0) -> _Displayed:
    """`paragraph` as large as can be, `rest` rows left; bold where large type has no room."""
    from presenter.typeset.large.layout import large_text

    setting, measure, text = area.setting, min(area.width, MEASURE), plain(paragraph)
    large_in = partial(
        large_text,
        text,
        area.width,
        setting=setting,
        style=f"{style}.large",
        centred=area.centred,
        lines=_MOST_LINES,
        tight=area.tight,
    )
    copy = set_paragraph(paragraph, "big.copy", measure, setting, balanced=True)
    air = 2 if area.rows >= 24 else 1
    most = area.rows - len(copy) - air - rest - (1 if area.tight else 2)
    for room in (min(most, max(LARGE_LINES, area.rows * 3 // 5)), most):
        if large := large_in(rows=room):
            small = (*[()] * air, *_in_the_middle(copy, large.lines, area))
            return _Displayed(large.lines, small, awkward=large.awkward)
    at_foot = area.tight and "\n" not in text and setting.ruler.width(text) <= area.foot
    if at_foot and (large := large_in(rows=area.rows + area.spare - rest)):
        return _Displayed(large.lines, (), text, large.awkward)
    bold = set_paragraph(
        paragraph, f"{style} strong", min(measure, DISPLAY), setting, balanced=True
    )
    return _Displayed((), tuple(_in_the_middle(bold, bold, area)))


def _in_the_middle(lines: list[Line], block: Sequence[Line], area: Area) -> list[Line]:
    """`lines` as they stand with those of `block`: in the middle of them where `area` says so."""
    return centred(lines, max(map(line_width, block), default=0)) if area.centred else lines


def set_list(node: nodes.List, area: Area) -> list[Piece]:
    """A piece for each paragraph of each item, and of those nested in it.

    Markers hang, continuation lines start under the text; numbers are aligned at their right. A
    list of short items that is longer than a page stands in columns where these have room.
    """
    digits = len(f"{node.highest}.") if node.highest else 0
    pieces: list[Piece] = []
    for index, item in enumerate(node.items):
        own = _set_item(item, digits, "", 0, area)
        pieces += [replace(piece, step=node.step_of(index)) for piece in own]
    lines = [line for piece in pieces for line in piece.lines]
    if area.alone and area.rows < len(lines) == len(node.items):
        from presenter.typeset.blocks.columns import in_columns, set_columns

        if columns := in_columns(node, max(map(line_width, lines)), area):
            # What is set here is mirrored as a whole.
            setting = replace(area.setting, right_to_left=False)
            return set_columns(columns, replace(area, setting=setting))
    return pieces


def _set_item(
    item: nodes.ListItem, digits: int, indent: str, depth: int, area: Area
) -> list[Piece]:
    """An item and what is nested in it; `indent` is the room at its left."""
    ruler = area.setting.ruler
    mark = MARKERS[min(depth, len(MARKERS) - 1)]
    if item.number:
        mark = f"{item.number}.".rjust(digits)
    gap = 2 if area.width >= 32 and not depth else 1
    lead = ruler.width(mark) + gap
    if len(indent) + lead > area.width // 2:
        indent, lead, gap = "", ruler.width(mark) + 1, 1
    if area.width - lead < 2:
        mark, lead, gap = "", 0, 0  # Room for a Chinese character comes before the marker.
    width = max(1, area.width - len(indent) - lead)
    first: Line = (
        *((space(len(indent)),) if indent else ()),
        Run(mark, "bullet.marker", ruler.width(mark)),
        space(gap),
    )
    rest: Line = (space(len(indent) + lead),)
    pieces: list[Piece] = []
    paragraphs: Sequence[Paragraph] = item.paragraphs or ((),)
    for number, paragraph in enumerate(paragraphs):
        lines = set_paragraph(paragraph, "bullet.text", width, area.setting, hang=area.hang)
        lines = lines or [()]
        before: SpaceBefore = "item" if depth == 0 and number == 0 else "none"
        more = bool(item.items) or number + 1 < len(paragraphs)
        own = rest if number else first
        pieces.append(Piece(indented(lines, own, rest), before, keep=more))
    for child in item.items:
        pieces += _set_item(child, digits, indent + " " * lead, depth + 1, area)
    return pieces


def set_quote(node: nodes.Quote, area: Area) -> list[Piece]:
    """A bar at the left of a piece for each paragraph, and of one for the source.

    The source stands at the right end of the longest line, below a row of air. In large type the
    bar is as heavy as the strokes, and stands beside that alone.
    """
    bar, width = _bar("┃", "quote.bar", area)
    width = min(width, DISPLAY)
    by = set_paragraph(node.by, "quote.by", width, area.setting) if node.by else []
    pieces: list[Piece] = []
    if area.display:
        mark = Run("█", "quote.bar", area.setting.ruler.width("█"))
        heavy: Line = (mark, space(_BESIDE_LARGE))
        room = replace(area, width=area.width - line_width(heavy))
        own = _displayed(node.paragraphs[0], "quote.text", room, rest=len(by) + 1)
        if own.large:
            bar = (space(line_width(heavy)),)
            width = room.width
        lines = (*indented(own.large, heavy, heavy), *indented(own.small, bar, bar))
        pieces.append(Piece(lines, "paragraph", whole=False, copy=own.copy, awkward=own.awkward))
    else:
        for paragraph in node.paragraphs:
            text = set_paragraph(paragraph, "quote.text", width, area.setting, hang=area.hang)
            piece = Piece(indented(text, bar, bar), space_before="paragraph", whole=False)
            pieces.append(replace(piece, filler=bar) if pieces else piece)
    if by:
        pieces[-1:] = [replace(piece, keep=True) for piece in pieces[-1:]]
        widest = max(map(line_width, (line for piece in pieces for line in piece.lines)), default=0)
        widest = min(widest, line_width(bar) + width)  # without what hangs
        right = max(line_width(bar), widest - max(map(line_width, by)))
        lead = (*bar, space(right - line_width(bar)))
        before: SpaceBefore = "paragraph" if pieces else "none"
        pieces.append(Piece(indented(by, lead, lead), before, filler=bar))
    return pieces


def set_callout(node: nodes.Callout, area: Area) -> list[Piece]:
    """A bar at the left; a piece for the label with the first paragraph, one for each other."""
    style = f"callout.{node.kind}"
    bar, width = _bar("▌", style, area)
    lines = set_plain(node.label, f"{style} callout.label", width, area.setting)
    pieces: list[Piece] = []
    for paragraph in node.paragraphs or ((),):
        lines += set_paragraph(paragraph, "callout.text", width, area.setting, hang=area.hang)
        piece = Piece(indented(lines, bar, bar), space_before="paragraph")
        pieces.append(replace(piece, filler=bar) if pieces else piece)
        lines = []
    return pieces


def _bar(mark: str, style: str, area: Area) -> tuple[Line, int]:
    """A bar and its gap, and the width beside them: a Chinese character comes before the bar."""
    bar = Run(mark, style, area.setting.ruler.width(mark))
    gap = 2 if area.width >= 32 else 1
    width = area.width - bar.width - gap
    return ((bar, space(gap)), width) if width >= 2 else ((), area.width)


def set_problems(node: nodes.Problems, area: Area) -> list[Piece]:
    """A piece for each error: where it is, what, and what to write."""
    pieces = []
    for found, message, help_text in node.problems:
        texts = (
            (found.position(), "error.place"),
            (message, "error.message"),
            (help_text, "error.help"),
        )
        lines = [
            line
            for text, style in texts
            for line in set_plain(text, style, area.width, area.setting)
        ]
        pieces.append(Piece(tuple(lines)))
    return pieces
