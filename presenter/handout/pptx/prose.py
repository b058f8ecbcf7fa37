"""Text, lists, quotes, callouts, code, and what is wrong with a slide: as flows of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presenter.content import Stress, nodes
from presenter.content.inline import Styled, StyledLine
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.flow import Flow, FlowParagraph, plainly
from presenter.handout.pptx.geometry import Box, scale
from presenter.handout.pptx.stack import ConversionContext, Element
from presenter.typeset.highlight import highlight

_BAR, _CALLOUT, _CODE = (18, 4, 0, 4), (18, 9, 14, 9), (14, 10, 14, 10)
"""Air within texts that are set off from the page: left, top, right, bottom, in points."""
_TAB = 4
_CODE_SCALE, _SMALLEST_CODE = 0.64, 20.0


def text(node: nodes.Text, context: ConversionContext) -> list[Element]:
    """Paragraphs in the place for content."""
    made = [
        FlowParagraph(lines, "text", step=node.step, centred=context.centred)
        for lines in node.paragraphs
    ]
    return [Flow(tuple(made), context.language, body=True)]


def items(node: nodes.List, context: ConversionContext) -> list[Element]:
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
        scale=scale(level),
        level=level,
        marker="number" if item.number else "bullet",
        number=item.number,
        highest=highest,
        before=0.18 if level else 0.6,
        step=step,
    )
    for child in item.items:
        yield from _item(child, level + 1, step, highest)


def quote(node: nodes.Quote, context: ConversionContext) -> list[Element]:
    """The words beside a bar, and whose they are below."""
    made = [
        FlowParagraph(lines, "quote.text", before=0.5 if number else 0.0, step=node.step)
        for number, lines in enumerate(node.paragraphs)
    ]
    if node.by:
        made[-1:] = [replace(each, keep=True) for each in made[-1:]]
        made.append(FlowParagraph(node.by, "quote.by", scale=0.68, step=node.step))
    return [Flow(tuple(made), context.language, "Quote", "quote.bar", insets=_BAR)]


def callout(node: nodes.Callout, context: ConversionContext) -> list[Element]:
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


def problems(node: nodes.Problems, context: ConversionContext) -> list[Element]:
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

    stresses: tuple[Stress, ...] = ()

    @property
    def min_size(self) -> float:
        """Its text is smaller than the body's."""
        return _SMALLEST_CODE

    @property
    def steps(self) -> frozenset[int]:
        """When it appears, and when other lines are stressed."""
        own = {each.line for each in self.paragraphs}
        stresses = (step for step, lines in self.stresses if lines is None or own & lines)
        return super().steps.union(stresses)

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The lines as they are stressed at `step`."""
        now = [stress.lines for stress in self.stresses if stress.step <= step]
        if not now or now[-1] is None:
            super().draw(canvas, box, size, step)
            return
        styled = tuple(_stressed(each, bold=each.line in now[-1]) for each in self.paragraphs)
        replace(self, paragraphs=styled, stresses=()).draw(canvas, box, size, step)


def code(node: nodes.Code, context: ConversionContext) -> list[Element]:
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
    listing = Listing(tuple(made), context.language, "Code", framed=True, insets=_CODE)
    return [replace(listing, stresses=node.stresses)]


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
