"""Elements side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from presenter.handout.pptx import stack
from presenter.handout.pptx.canvas import Canvas
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.stack import Element


@dataclass(frozen=True)
class SideBySide(Element):
    """Columns of elements."""

    columns: tuple[tuple[Element, ...], ...]
    widths: tuple[float, ...]
    gap: float

    @property
    def steps(self) -> frozenset[int]:
        """When columns appear, and what changes within them."""
        return frozenset(
            step for column in self.columns for element in column for step in element.steps
        )

    @property
    def smallest(self) -> float:
        """That of what stands in the columns."""
        sizes = (element.smallest for column in self.columns for element in column)
        return max(sizes, default=0.0)

    def least(self, width: float, size: float) -> float:
        """The height of the highest column."""
        return max(
            (stack.least(column, own, size) for column, own in self._columns(width)), default=0.0
        )

    def wanted(self, width: float, size: float) -> float:
        """The height that the columns take if there is room."""
        return max(
            (stack.wanted(column, own, size) for column, own in self._columns(width)), default=0.0
        )

    def parted(
        self, width: float, size: float, room: float
    ) -> tuple[SideBySide, SideBySide] | None:
        """What of each column goes into `room`, and the rest of each."""
        heads, tails = [], []
        for column, own in self._columns(width):
            head, tail = stack.part(column, own, size, room)
            if column and not head:
                return None
            heads.append(tuple(head))
            tails.append(tuple(tail))
        if not any(tails):
            return None
        return replace(self, columns=tuple(heads)), replace(self, columns=tuple(tails))

    def draw(self, canvas: Canvas, box: Box, size: float, step: int) -> None:
        """What of the columns has appeared by `step`."""
        x = box.x
        for column, width in self._columns(box.width):
            own = Box(x, box.y, width, box.height)
            for placed in stack.place(column, own, size):
                placed.element.draw(canvas, placed.box, placed.size, step)
            x += width + self.gap

    def _columns(self, width: float) -> Iterator[tuple[tuple[Element, ...], float]]:
        """Each column with its width within `width`."""
        gaps = self.gap * (len(self.columns) - 1)
        factor = (width - gaps) / (sum(self.widths) or 1.0)
        for column, own in zip(self.columns, self.widths, strict=True):
            yield column, own * factor
