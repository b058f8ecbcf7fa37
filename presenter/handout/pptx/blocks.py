"""How each node becomes elements of a slide; a new type of node needs a row here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatch

from presenter.content import MissingOutputError, Node, nodes
from presenter.handout.pptx.chart import chart
from presenter.handout.pptx.figures import big, figures
from presenter.handout.pptx.flow import Flow
from presenter.handout.pptx.geometry import COLUMN_GAP
from presenter.handout.pptx.pictures import picture, qr
from presenter.handout.pptx.prose import callout, code, items, problems, quote, text
from presenter.handout.pptx.stack import GAP, ConversionContext, Element, SideBySide
from presenter.handout.pptx.table import table

_NARROWEST = 110.0
"""Points that a column has at the least; where there are fewer, columns stand below each other."""


@singledispatch
def convert(node: Node, context: ConversionContext) -> list[Element]:  # noqa: ARG001
    """What a node is shown as."""
    raise MissingOutputError(node, "pptx")


convert.register(nodes.Text, text)
convert.register(nodes.List, items)
convert.register(nodes.Quote, quote)
convert.register(nodes.Callout, callout)
convert.register(nodes.Code, code)
convert.register(nodes.Table, table)
convert.register(nodes.Picture, picture)
convert.register(nodes.Chart, chart)
convert.register(nodes.Figures, figures)
convert.register(nodes.Big, big)
convert.register(nodes.Qr, qr)
convert.register(nodes.Problems, problems)


@convert.register
def columns(node: nodes.Columns, context: ConversionContext) -> list[Element]:
    """The columns side by side; below each other where there is no room for that."""
    count, width = len(node.columns), context.width
    total = sum(column.width for column in node.columns)
    gap = COLUMN_GAP if count < 4 else COLUMN_GAP / 2
    room = width - gap * (count - 1)
    widths = [room * column.width / total for column in node.columns]
    stacked = min(widths) < _NARROWEST
    if stacked:
        widths = [width] * count
    stacks = [
        tuple(convert_all(column.nodes, replace(context, width=own)))
        for column, own in zip(node.columns, widths, strict=True)
    ]
    if stacked:
        return [element for stack in stacks for element in stack]
    return [SideBySide(tuple(stacks), tuple(widths), gap)]


def convert_all(shown: Iterable[Node], context: ConversionContext) -> list[Element]:
    """The elements of nodes; text and lists that follow each other become one."""
    return list(_joined(each for node in shown for each in convert(node, context)))


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
