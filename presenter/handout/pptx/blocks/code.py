"""Code: coloured lines in one monospaced text box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from presenter.content import Stress
from presenter.content.inline import Styled
from presenter.content.inline import StyledLine as Line
from presenter.deck.blocks import Code
from presenter.handout.pptx.canvas import Canvas
from presenter.handout.pptx.context import Context
from presenter.handout.pptx.flow import Flow, Paragraph
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.stack import Element
from presenter.typeset.highlight import highlight

_TAB = 4
_SCALE, _SMALLEST = 0.64, 20.0
_INSETS = (14.0, 10.0, 14.0, 10.0)


@dataclass(frozen=True)
class Listing(Flow):
    """Code whose lines are stressed step by step: the others are dim, these are bold."""

    groups: tuple[Stress, ...] = ()

    @property
    def smallest(self) -> float:
        """Its text is smaller than the body's."""
        return _SMALLEST

    @property
    def steps(self) -> frozenset[int]:
        """When it appears, and when other lines are stressed."""
        own = {paragraph.line for paragraph in self.paragraphs}
        return super().steps | {step for step, lines in self.groups if lines is None or own & lines}

    def draw(self, canvas: Canvas, box: Box, size: float, step: int) -> None:
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


def code(block: Code, context: Context) -> list[Element]:
    """The lines, with their numbers if those are asked for."""
    step, groups = context.node.step, context.node.stresses
    rows = highlight(block.source.expandtabs(_TAB), block.language)
    numbers = tuple(range(block.first, block.first + len(rows)))
    digits = len(str(numbers[-1])) if block.numbers else 0
    made = tuple(
        Paragraph(
            (_numbered(row, number, digits),),
            "code.text",
            scale=_SCALE,
            before=0.0,
            step=step,
            mono=True,
            line=number,
        )
        for number, row in zip(numbers, rows, strict=True)
    )
    fill = context.scheme.theme.color("surface")
    return [
        Listing(
            made,
            context.language,
            "Code",
            fill=fill,
            insets=_INSETS,
            groups=groups,
        )
    ]


def _numbered(row: Sequence[Styled], number: int, digits: int) -> Line:
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
