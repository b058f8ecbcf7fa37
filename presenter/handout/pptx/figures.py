"""Large numbers with their labels, and large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from presenter.content import nodes
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.flow import Flow, FlowParagraph, plainly
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.metrics import how_many, line_height, width_of
from presenter.handout.pptx.stack import ConversionContext, Element

_LARGE, _LEAST_LARGE = 3.2, 1.2
"""A large number's size, at most and at least, as a part of the body's."""
_ROOM = 1.12
"""The room of a number by its width: some programs put air between figures and Chinese."""
_GAP, _AIR = 28.0, 0.8
"""What parts figures: those beside each other, in points, and rows, in ems of the body's size."""
_COLUMN = 120.0
"""Points that a figure has at the least."""
_BIG = 4.3


@dataclass(frozen=True)
class FigureRows(Element):
    """Figures in rows that are as even as can be; each is one text box."""

    items: tuple[nodes.Figure, ...]
    firsts: tuple[int, ...]
    language: str
    centred: bool

    def min_height(self, width: float, size: float) -> float:
        """The height of all rows."""
        heights = [height for _, height in self._rows(width, size)]
        return sum(heights) + size * _AIR * (len(heights) - 1)

    def split(self, width: float, size: float, room: float) -> tuple[Element, Element] | None:
        """The rows that fit, and the others."""
        rows = list(self._rows(width, size))
        heights = (height + size * _AIR for _, height in rows)
        fit = sum(len(row) for row, _ in rows[: how_many(heights, room + size * _AIR)])
        if not 0 < fit < len(self.items):
            return None
        return (
            replace(self, items=self.items[:fit], firsts=self.firsts[:fit]),
            replace(self, items=self.items[fit:], firsts=self.firsts[fit:]),
        )

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The figures that have appeared by `step`."""
        _, own = self._column(box.width, size)
        y = box.y
        for row, height in self._rows(box.width, size):
            for place, number in enumerate(row):
                flow = self._flow(number, own, size)
                x = box.x + place * (own + _GAP)
                flow.draw(canvas, Box(x, y, own, height), size, step)
            y += height + size * _AIR

    @property
    def _widest(self) -> float:
        """The room of the widest number, in its own ems."""
        return _ROOM * max(width_of(each.value) for each in self.items)

    def _column(self, width: float, size: float) -> tuple[int, float]:
        """How many stand in a row, and how wide each is: no number wraps if it can be helped."""
        total = len(self.items)
        column = max(_COLUMN, self._widest * size * _LEAST_LARGE)
        most = max(1, min(total, int((width + _GAP) / (column + _GAP))))
        count = -(-total // -(-total // most))
        return count, (width - _GAP * (count - 1)) / count

    def _rows(self, width: float, size: float) -> Iterator[tuple[range, float]]:
        count, own = self._column(width, size)
        for start in range(0, len(self.items), count):
            row = range(start, min(start + count, len(self.items)))
            yield row, max(self._flow(number, own, size).min_height(own, size) for number in row)

    def _flow(self, number: int, own: float, size: float) -> Flow:
        """A figure in a box that is `own` points wide."""
        item = self.items[number]
        large = max(_LEAST_LARGE, min(_LARGE, own / size / max(0.5, self._widest)))
        value = FlowParagraph(
            plainly(item.value),
            "figure.value",
            scale=large,
            before=0.0,
            step=self.firsts[number],
            centred=self.centred,
        )
        label = replace(value, lines=item.label, style="figure.label", scale=0.72, before=0.1)
        return Flow((value, label) if item.label else (value,), self.language, "Figure")


def figures(node: nodes.Figures, context: ConversionContext) -> list[Element]:
    """The numbers."""
    firsts = tuple(map(node.step_of, range(len(node.items))))
    return [FigureRows(node.items, firsts, context.language, context.centred)]


@dataclass(frozen=True)
class LargeText(Element):
    """A few words, as large as fits into the width."""

    lines: tuple[str, ...]
    firsts: tuple[int]
    language: str
    centred: bool

    def min_height(self, width: float, size: float) -> float:
        """The height of its lines."""
        return self._flow(width, size).min_height(width, size)

    def as_text(self) -> Element | None:
        """The same in the size of text."""
        lines = plainly("\n".join(self.lines))
        made = FlowParagraph(lines, "big.plain", step=self.firsts[0], centred=self.centred)
        return Flow((made,), self.language, "Large text")

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The text, if it has appeared by `step`."""
        self._flow(box.width, size).draw(canvas, box, size, step)

    def _flow(self, width: float, size: float) -> Flow:
        """The paragraph that it is drawn as."""
        widest = max(width_of(line) for line in self.lines)
        high = sum(line_height(line) for line in self.lines)
        # On one slide with other things no more than half of it.
        scale = min(_BIG, width / size / max(0.5, widest) * 0.96, max(1.0, 240 / size / high))
        made = FlowParagraph(
            plainly("\n".join(self.lines)),
            "big",
            scale=max(1.0, scale),
            before=0.0,
            step=self.firsts[0],
            centred=self.centred,
        )
        return Flow((made,), self.language, "Large text")


def big(node: nodes.Big, context: ConversionContext) -> list[Element]:
    """The text in large type."""
    return [LargeText(node.lines, (node.step,), context.language, context.centred)]
