"""Large numbers with their labels, and large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from presenter.content.inline import Styled, inline, paragraphs, plain_text
from presenter.deck.blocks import Big, Figure, Figures
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.flow import Flow, Paragraph
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.metrics import line_height, width_of
from presenter.handout.pptx.stack import ConversionContext, Element

_LARGE, _LEAST_LARGE = 3.2, 1.2
"""A large number's size, at most and at least, as a part of the body's."""
_ROOM = 1.12
"""The room of a number by its width: some programs put air between figures and Chinese."""
_GAP = 28.0
_COLUMN = 120.0
"""Points that a figure has at the least."""
_BIG = 4.3


@dataclass(frozen=True)
class FigureRows(Element):
    """Figures in rows that are as even as can be; each is one text box."""

    items: tuple[Figure, ...]
    firsts: tuple[int, ...]
    language: str
    centred: bool

    @property
    def steps(self) -> frozenset[int]:
        """The steps of its figures."""
        return frozenset(self.firsts)

    def min_height(self, width: float, size: float) -> float:
        """The height of all rows."""
        heights = [height for _, height in self._rows(width, size)]
        return sum(heights) + size * 0.8 * (len(heights) - 1)

    def split(self, width: float, size: float, room: float) -> tuple[Element, Element] | None:
        """The rows that fit, and the others."""
        fit = 0
        for row, height in self._rows(width, size):
            if height > room:
                break
            room -= height + size * 0.8
            fit += len(row)
        if not 0 < fit < len(self.items):
            return None
        return (
            FigureRows(self.items[:fit], self.firsts[:fit], self.language, self.centred),
            FigureRows(self.items[fit:], self.firsts[fit:], self.language, self.centred),
        )

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The figures that have appeared by `step`."""
        _, own = self._column(box.width, size)
        y = box.y
        for row, height in self._rows(box.width, size):
            for place, number in enumerate(row):
                if self.firsts[number] <= step:
                    x = box.x + place * (own + _GAP)
                    flow = self._flow(number, box.width, size)
                    flow.draw(canvas, Box(x, y, own, height), size, step)
            y += height + size * 0.8

    def _column(self, width: float, size: float) -> tuple[int, float]:
        """How many stand in a row, and how wide each is: no number wraps if it can be helped."""
        total = len(self.items)
        widest = _ROOM * max(width_of(each.value) for each in self.items)
        column = max(_COLUMN, widest * size * _LEAST_LARGE)
        most = max(1, min(total, int((width + _GAP) / (column + _GAP))))
        count = -(-total // -(-total // most))
        return count, (width - _GAP * (count - 1)) / count

    def _rows(self, width: float, size: float) -> Iterator[tuple[range, float]]:
        count, own = self._column(width, size)
        for start in range(0, len(self.items), count):
            row = range(start, min(start + count, len(self.items)))
            yield row, max(self._flow(number, width, size).min_height(own, size) for number in row)

    def _flow(self, number: int, width: float, size: float) -> Flow:
        item, step = self.items[number], self.firsts[number]
        _, own = self._column(width, size)
        widest = _ROOM * max(width_of(each.value) for each in self.items)
        large = max(_LEAST_LARGE, min(_LARGE, own / size / max(0.5, widest)))
        centred = self.centred
        made = [
            Paragraph(
                ((Styled(item.value, ""),),),
                "figure.value",
                scale=large,
                before=0.0,
                step=step,
                centred=centred,
            )
        ]
        if item.label:
            lines = tuple(line for part in paragraphs(item.label) for line in inline(part))
            made.append(
                Paragraph(lines, "figure.label", scale=0.72, before=0.1, step=step, centred=centred)
            )
        return Flow(tuple(made), self.language, "Figure")


def figures(block: Figures, context: ConversionContext) -> list[Element]:
    """The numbers."""
    firsts = tuple(map(context.node.step_of, range(len(block.items))))
    return [FigureRows(block.items, firsts, context.language, context.centred)]


@dataclass(frozen=True)
class LargeText(Element):
    """A few words, as large as fits into the width."""

    lines: tuple[str, ...]
    step: int
    language: str
    centred: bool

    @property
    def steps(self) -> frozenset[int]:
        """When it appears."""
        return frozenset({self.step})

    def min_height(self, width: float, size: float) -> float:
        """The height of its lines."""
        return self.flow(width, size).min_height(width, size)

    def as_text(self) -> Element | None:
        """The same in the size of text."""
        lines = tuple((Styled(line, ""),) for line in self.lines)
        made = Paragraph(lines, "big.plain", step=self.step, centred=self.centred)
        return Flow((made,), self.language, "Large text")

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The text, if it has appeared by `step`."""
        self.flow(box.width, size).draw(canvas, box, size, step)

    def flow(self, width: float, size: float) -> Flow:
        """The paragraph that it is drawn as."""
        widest = max(width_of(line) for line in self.lines)
        high = sum(line_height(line) for line in self.lines)
        # On one slide with other things no more than half of it.
        scale = min(_BIG, width / size / max(0.5, widest) * 0.96, max(1.0, 240 / size / high))
        lines = tuple((Styled(line, ""),) for line in self.lines)
        made = Paragraph(
            lines, "big", scale=max(1.0, scale), before=0.0, step=self.step, centred=self.centred
        )
        return Flow((made,), self.language, "Large text")


def big(block: Big, context: ConversionContext) -> list[Element]:
    """The text in large type."""
    lines = tuple(plain_text(line) for line in block.text.strip().split("\n"))
    return [LargeText(lines, context.node.step, context.language, context.centred)]
