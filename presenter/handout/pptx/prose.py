"""Text, lists, quotes, callouts, code, and what is wrong with a slide: as flows of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presenter.content import Problems, Stress
from presenter.content.inline import Styled, StyledLine, inline, paragraphs
from presenter.deck.blocks import Bullets, Callout, Code, Item, Numbers, Quote, Text
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.flow import Flow, Paragraph, body
from presenter.handout.pptx.geometry import Box, scale
from presenter.handout.pptx.stack import ConversionContext, Element
from presenter.typeset.highlight import highlight

_BAR, _CALLOUT = (18.0, 4.0, 0.0, 4.0), (18.0, 9.0, 14.0, 9.0)
"""Air within a text with a bar: left, top, right, bottom, in points."""
_TAB = 4
_CODE_SCALE, _SMALLEST_CODE = 0.64, 20.0
_CODE_INSETS = (14.0, 10.0, 14.0, 10.0)


def text(block: Text, context: ConversionContext) -> list[Element]:
    """Paragraphs in the place for content."""
    step, centred = context.node.step, context.centred
    made = [
        Paragraph(inline(part), "text", step=step, centred=centred)
        for part in paragraphs(block.text)
    ]
    return [body(made, context.language)] if made else []


def bullets(block: Bullets, context: ConversionContext) -> list[Element]:
    """Items in the place for content, each with its level; only the first level is numbered."""
    numbered = isinstance(block, Numbers)
    highest = len(block.items) if numbered else 0
    made: list[Paragraph] = []
    for number, item in enumerate(block.items, 1):
        step = context.node.step_of(number - 1)
        made += _item(item, step, 0, number if numbered else 0, highest)
    return [body(made, context.language)] if made else []


def _item(item: Item, step: int, level: int, number: int, highest: int) -> Iterator[Paragraph]:
    lines = tuple(line for part in paragraphs(item.text) for line in inline(part))
    yield Paragraph(
        lines,
        "bullet.text",
        scale=scale(level),
        level=level,
        marker="number" if number else "bullet",
        number=number,
        highest=highest,
        before=0.6 if not level else 0.18,
        step=step,
    )
    for child in item.items:
        yield from _item(child, step, level + 1, 0, highest)


def quote(block: Quote, context: ConversionContext) -> list[Element]:
    """The words beside a bar, and whose they are below."""
    step = context.node.step
    parts = paragraphs(block.text)
    made = [
        Paragraph(
            inline(part),
            "quote.text",
            step=step,
            before=0.5 if number else 0.0,
            keep=number + 1 == len(parts) and bool(block.by),
        )
        for number, part in enumerate(parts)
    ]
    if block.by:
        by = inline(f"—— {block.by}")
        made.append(Paragraph(by, "quote.by", scale=0.68, step=step, before=0.5))
    return [Flow(tuple(made), context.language, "Quote", "quote.bar", insets=_BAR)]


def callout(block: Callout, context: ConversionContext) -> list[Element]:
    """The label of its kind and what it says, beside a bar, set off from the page."""
    step, style = context.node.step, f"callout.{block.kind}"
    label = context.setting.words(f"blocks.{block.kind}")
    made = [
        Paragraph(
            ((Styled(label, ""),),),
            f"{style} callout.label",
            scale=0.64,
            before=0.0,
            step=step,
            keep=True,
        )
    ]
    for part in paragraphs(block.text):
        made.append(Paragraph(inline(part), "callout.text", scale=0.8, before=0.12, step=step))
    return [Flow(tuple(made), context.language, "Callout", style, framed=True, insets=_CALLOUT)]


def problems(block: Problems, context: ConversionContext) -> list[Element]:
    """What is wrong with a slide, where, and what to write instead."""
    words, made = context.setting.words, []
    for problem in block.problems:
        says = (
            (problem.position(), "error.place", 0.6),
            (problem.message(words), "error.message", 0.8),
            (problem.help(words), "error.help", 0.7),
        )
        for part, style, size in says:
            lines = tuple((Styled(line, ""),) for line in part.split("\n"))
            made.append(Paragraph(lines, style, scale=size, before=0.2))
    return [body(made, context.language)]


@dataclass(frozen=True)
class Listing(Flow):
    """Code whose lines are stressed step by step: the others are dim, these are bold."""

    groups: tuple[Stress, ...] = ()

    @property
    def min_size(self) -> float:
        """Its text is smaller than the body's."""
        return _SMALLEST_CODE

    @property
    def steps(self) -> frozenset[int]:
        """When it appears, and when other lines are stressed."""
        own = {paragraph.line for paragraph in self.paragraphs}
        return super().steps | {step for step, lines in self.groups if lines is None or own & lines}

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The lines as they are stressed at `step`."""
        now = [lines for at, lines in self.groups if at <= step]
        stressed = now[-1] if now else None
        if stressed is not None:
            styled = [
                _stressed(paragraph, bold=paragraph.line in stressed)
                for paragraph in self.paragraphs
            ]
            replace(self, paragraphs=tuple(styled), groups=()).draw(canvas, box, size, step)
            return
        super().draw(canvas, box, size, step)


def code(block: Code, context: ConversionContext) -> list[Element]:
    """The lines, with their numbers if those are asked for."""
    step, groups = context.node.step, context.node.stresses
    rows = highlight(block.source.expandtabs(_TAB), block.language)
    numbers = tuple(range(block.first, block.first + len(rows)))
    digits = len(str(numbers[-1])) if block.numbers else 0
    made = tuple(
        Paragraph(
            (_numbered(row, number, digits),),
            "code.text",
            scale=_CODE_SCALE,
            before=0.0,
            step=step,
            mono=True,
            line=number,
        )
        for number, row in zip(numbers, rows, strict=True)
    )
    return [
        Listing(made, context.language, "Code", framed=True, insets=_CODE_INSETS, groups=groups)
    ]


def _numbered(row: Sequence[Styled], number: int, digits: int) -> StyledLine:
    if not digits:
        return tuple(row)
    return (Styled(f"{number:>{digits}}  ", "code.line-number"), *row)


def _stressed(paragraph: Paragraph, *, bold: bool) -> Paragraph:
    """The line pointed out, or dimmed."""
    lines = tuple(
        tuple(part._replace(style=f"{part.style} strong" if bold else "code.dim") for part in line)
        for line in paragraph.lines
    )
    return replace(paragraph, lines=lines)
