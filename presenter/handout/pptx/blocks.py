"""How each node becomes elements of a slide; a new type of node needs a function here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatch

from presenter.content import MissingOutputError, Node, nodes
from presenter.content.inline import Styled, StyledLine
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.chart import chart
from presenter.handout.pptx.figures import big, figures
from presenter.handout.pptx.flow import Flow, FlowParagraph, plainly
from presenter.handout.pptx.geometry import COLUMN_GAP, Box, level_of
from presenter.handout.pptx.pictures import picture, qr
from presenter.handout.pptx.stack import GAP, ConversionContext, Element, SideBySide
from presenter.handout.pptx.table import table
from presenter.typeset.highlight import highlight

_BAR, _CALLOUT, _CODE = (18, 4, 0, 4), (18, 9, 14, 9), (14, 10, 14, 10)
"""Air within texts that are set off from the page: left, top, right, bottom, in points."""
_TAB = 4
_CODE_SCALE, _SMALLEST_CODE = 0.64, 20.0
_NARROWEST = 110.0
"""Points that a column has at the least; where there are fewer, columns stand below each other."""


@singledispatch
def convert(node: Node, context: ConversionContext) -> list[Element]:  # noqa: ARG001
    """What a node is shown as."""
    raise MissingOutputError(node, "pptx")


def convert_all(shown: Iterable[Node], context: ConversionContext) -> list[Element]:
    """The elements of nodes; text and lists that follow each other become one."""
    return list(_joined(each for node in shown for each in convert(node, context)))


def _joined(elements: Iterable[Element]) -> Iterator[Element]:
    before: Element | None = None
    for element in elements:
        if isinstance(before, Flow) and isinstance(element, Flow) and before.takes(element):
            first, *rest = element.paragraphs
            first = replace(first, before=max(first.before, GAP))
            before = replace(before, paragraphs=(*before.paragraphs, first, *rest))
            continue
        if before:
            yield before
        before = element
    if before:
        yield before


convert.register(nodes.Table, table)
convert.register(nodes.Picture, picture)
convert.register(nodes.Chart, chart)
convert.register(nodes.Figures, figures)
convert.register(nodes.Big, big)
convert.register(nodes.Qr, qr)


@convert.register
def _columns(node: nodes.Columns, context: ConversionContext) -> list[Element]:
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


@convert.register
def _text(node: nodes.Text, context: ConversionContext) -> list[Element]:
    """Paragraphs in the place for content."""
    made = [
        FlowParagraph(lines, "text", step=node.step, centred=context.centred)
        for lines in node.paragraphs
    ]
    return [Flow(tuple(made), context.language, body=True)]


@convert.register
def _items(node: nodes.List, context: ConversionContext) -> list[Element]:
    """Items in the place for content, each with its level."""
    made = (
        paragraph
        for place, item in enumerate(node.items)
        for paragraph in _item(item, 0, node.step_of(place), node.highest)
    )
    return [Flow(tuple(made), context.language, body=True)]


def _item(item: nodes.ListItem, level: int, step: int, highest: int) -> Iterator[FlowParagraph]:
    yield FlowParagraph(
        sum(item.paragraphs, ()),
        "bullet.text",
        scale=level_of(level).scale,
        level=level,
        marker="number" if item.number else "bullet",
        number=item.number,
        highest=highest,
        before=0.18 if level else 0.6,
        step=step,
    )
    for child in item.items:
        yield from _item(child, level + 1, step, highest)


@convert.register
def _quote(node: nodes.Quote, context: ConversionContext) -> list[Element]:
    """The words beside a bar, and whose they are below."""
    made = [
        FlowParagraph(lines, "quote.text", before=0.5 if number else 0.0, step=node.step)
        for number, lines in enumerate(node.paragraphs)
    ]
    if node.by:
        made[-1:] = [replace(each, keep=True) for each in made[-1:]]
        made.append(FlowParagraph(node.by, "quote.by", scale=0.68, step=node.step))
    return [Flow(tuple(made), context.language, "Quote", "quote.bar", insets=_BAR)]


@convert.register
def _callout(node: nodes.Callout, context: ConversionContext) -> list[Element]:
    """The label of its kind and what it says, beside a bar, set off from the page."""
    step, style = node.step, f"callout.{node.kind}"
    label = FlowParagraph(
        plainly(node.label),
        f"{style} callout.label",
        scale=0.64,
        before=0.0,
        step=step,
        keep=True,
    )
    made = (
        FlowParagraph(lines, "callout.text", scale=0.8, before=0.12, step=step)
        for lines in node.paragraphs
    )
    return [Flow((label, *made), context.language, "Callout", style, framed=True, insets=_CALLOUT)]


@convert.register
def _problems(node: nodes.Problems, context: ConversionContext) -> list[Element]:
    """What is wrong with a slide, where, and what to write instead."""
    made = (
        FlowParagraph(plainly(said), style, scale=size, before=0.2)
        for problem in node.problems
        for said, style, size in (
            (problem.found.position(), "error.place", 0.6),
            (problem.message, "error.message", 0.8),
            (problem.help, "error.help", 0.7),
        )
    )
    return [Flow(tuple(made), context.language, body=True)]


@dataclass(frozen=True)
class Listing(Flow):
    """Code whose lines are stressed step by step: the others are dim, these are bold."""

    node: nodes.Code = field(kw_only=True)

    @property
    def min_size(self) -> float:
        """Its text is smaller than the body's."""
        return _SMALLEST_CODE

    @property
    def steps(self) -> frozenset[int]:
        """When it appears, and when other lines are stressed."""
        own = {each.line for each in self.paragraphs}
        stresses = (step for step, lines in self.node.stresses if lines is None or own & lines)
        return super().steps.union(stresses)

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The lines as they are stressed at `step`."""
        shown = self
        if (lines := self.node.stressed(step)) is not None:
            styled = (_stressed(each, bold=each.line in lines) for each in self.paragraphs)
            shown = replace(self, paragraphs=tuple(styled))
        super(Listing, shown).draw(canvas, box, size, step)


@convert.register
def _code(node: nodes.Code, context: ConversionContext) -> list[Element]:
    """The lines, with their numbers if those are asked for."""
    rows = highlight(node.source.expandtabs(_TAB), node.language)
    digits = len(str(node.first + len(rows) - 1)) if node.numbered else 0
    made = (
        FlowParagraph(
            (_numbered(row, number, digits),),
            "code.text",
            scale=_CODE_SCALE,
            before=0.0,
            step=node.step,
            mono=True,
            line=number,
        )
        for number, row in enumerate(rows, node.first)
    )
    language = context.language
    return [Listing(tuple(made), language, "Code", framed=True, insets=_CODE, node=node)]


def _numbered(row: Sequence[Styled], number: int, digits: int) -> StyledLine:
    if not digits:
        return tuple(row)
    return (Styled(f"{number:>{digits}}  ", "code.line-number"), *row)


def _stressed(paragraph: FlowParagraph, *, bold: bool) -> FlowParagraph:
    """The line pointed out, or dimmed."""
    lines = tuple(
        tuple(part._replace(style=f"{part.style} strong" if bold else "code.dim") for part in line)
        for line in paragraph.lines
    )
    return replace(paragraph, lines=lines)
