"""How each block becomes an element of a slide; a new one needs a row in `CONVERTERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from presenter.content import Problems
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Columns,
    Figures,
    Image,
    Numbers,
    Qr,
    Quote,
    SizedImage,
    Table,
    Text,
)
from presenter.handout.pptx.chart import chart
from presenter.handout.pptx.figures import big, figures
from presenter.handout.pptx.flow import Flow
from presenter.handout.pptx.geometry import COLUMN_GAP
from presenter.handout.pptx.pictures import image, qr
from presenter.handout.pptx.prose import bullets, callout, code, problems, quote, text
from presenter.handout.pptx.stack import GAP, ConversionContext, Element, SideBySide
from presenter.handout.pptx.table import table

Converter = Callable[[Any, ConversionContext], list[Element]]

_NARROWEST = 110.0
"""Points that a column has at the least; where there are fewer, columns stand below each other."""


def columns(block: Columns, context: ConversionContext) -> list[Element]:
    """The columns side by side; below each other where there is no room for that."""
    count, width = len(block.columns), context.width
    total = sum(column.width for column in block.columns)
    gap = COLUMN_GAP if count < 4 else COLUMN_GAP / 2
    room = width - gap * (count - 1)
    widths = [room * column.width / total for column in block.columns]
    stacked = min(widths) < _NARROWEST
    if stacked:
        widths = [width] * count
    stacks = [
        convert(replace(context, node=node, width=own) for node in column.nodes)
        for column, own in zip(context.node.columns, widths, strict=True)
    ]
    if stacked:
        return [element for stack in stacks for element in stack]
    return [SideBySide(tuple(map(tuple, stacks)), tuple(widths), gap)]


CONVERTERS: dict[type[Block], Converter] = {
    Text: text,
    Bullets: bullets,
    Numbers: bullets,
    Quote: quote,
    Code: code,
    Table: table,
    Image: image,
    SizedImage: image,
    Chart: chart,
    Columns: columns,
    Figures: figures,
    Callout: callout,
    Big: big,
    Qr: qr,
    Problems: problems,
}


def convert(contexts: Iterable[ConversionContext]) -> list[Element]:
    """The elements of the contexts' blocks; text and lists that follow each other become one."""
    elements: list[Element] = []
    for context in contexts:
        block = context.node.block
        elements += CONVERTERS[type(block)](block, context)
    return list(_joined(elements))


def _joined(elements: Iterable[Element]) -> Iterator[Element]:
    before: Flow | None = None
    for element in elements:
        if not isinstance(element, Flow) or not element.body:
            if before:
                yield before
            before = None
            yield element
        elif before is None:
            before = element
        elif _begins_numbers(element) and any(
            each.marker == "number" for each in before.paragraphs
        ):
            yield before
            before = element
        else:
            first, *rest = element.paragraphs
            first = replace(first, before=max(first.before, GAP))
            before = replace(before, paragraphs=(*before.paragraphs, first, *rest))
    if before:
        yield before


def _begins_numbers(flow: Flow) -> bool:
    """Whether numbers begin anew in it: after other numbers they would go on."""
    return any(each.marker == "number" for each in flow.paragraphs)
