"""Running text, lists, quotes, callouts, code: paragraphs one below another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pptx.enum.text import PP_ALIGN
from pptx.text.text import _Paragraph

from presenter.content.inline import Paragraph, Styled, StyledLine, plain
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.geometry import (
    BODY_SIZE,
    LEVELS,
    Box,
    emu,
    level_of,
    number_indent,
)
from presenter.handout.pptx.layouts import Placeholder
from presenter.handout.pptx.metrics import how_many, line_height, line_starts, text_height
from presenter.handout.pptx.stack import Element
from presenter.handout.pptx.text import (
    Inherited,
    RunWriter,
    TextSetting,
    add,
    paragraphs_of,
    properties_of,
    set_indent,
    set_marker,
)

_DEFAULT_SIZE = 18.0
"""What text in a box of its own has if it says nothing."""


@dataclass(frozen=True)
class FlowParagraph:
    """A paragraph: `lines` are parted by breaks within it.

    scale: its size as a part of the body's. before: the air above it, in ems of the body's size.
    number: its own in a list, and highest the last of that list. step: when it appears. keep:
    whether what follows stays on the same slide. line: the number of a line of code.
    """

    lines: Paragraph
    style: str
    scale: float = 1.0
    level: int = 0
    marker: Literal["", "bullet", "number"] = ""
    number: int = 0
    highest: int = 0
    before: float = 0.5
    step: int = 0
    mono: bool = False
    centred: bool = False
    keep: bool = False
    line: int = 0

    @property
    def indent(self) -> float:
        """Where its text begins, in points."""
        if self.marker == "number":
            return number_indent(self.highest)
        if not self.marker:
            return 0.0
        extra = number_indent(self.highest) - LEVELS[0].indent if self.highest else 0.0
        return level_of(self.level).indent + extra

    def ems(self, width: float, size: float) -> float:
        """The width of its lines in ems of its own size."""
        return max(1.0, (width - self.indent) / (size * self.scale))

    def height(self, width: float, size: float, language: str) -> float:
        """Its height, the air above it included."""
        lines = text_height(self._texts, self.ems(width, size), language, mono=self.mono)
        return lines * size * self.scale + self.before * size

    def split(
        self, width: float, size: float, language: str, room: float
    ) -> tuple[FlowParagraph, FlowParagraph] | None:
        """It up to the last line that goes into `room`, and the rest; None if no line does."""
        ems = self.ems(width, size)
        starts = [
            (number, start)
            for number, text in enumerate(self._texts)
            for start in line_starts(text, ems, language, mono=self.mono)
        ]
        heights = (line_height(self._texts[n]) * size * self.scale for n, _ in starts)
        fit = how_many(heights, room - self.before * size)
        if not 0 < fit < len(starts):
            return None
        number, start = starts[fit]
        head, tail = _cut(self.lines[number], start)
        first = (*self.lines[:number], head) if start else self.lines[:number]
        rest = replace(self, lines=(tail, *self.lines[number + 1 :]), before=0.0)
        # The rest of an item has no marker of its own.
        return replace(self, lines=first), replace(rest, marker="", highest=0)

    def write(
        self,
        written: _Paragraph,
        writer: RunWriter,
        size: float,
        start: int,
        place: Placeholder | None,
    ) -> None:
        """Write it into an empty paragraph of the file.

        start: its number, if that does not follow from those before. place: what it stands in;
        one with bullets has the master's markers and sizes.
        """
        in_list = place is not None and place.bullets
        scheme, properties = writer.scheme, properties_of(written)
        level = level_of(self.level)
        written.level = LEVELS.index(level)
        if self.centred:
            written.alignment = PP_ALIGN.CENTER
        written.space_before = emu(self.before * size)
        if not in_list or self.marker != "bullet" or self.highest:
            hang = self.indent if self.marker == "number" else level.hang if self.marker else 0.0
            set_indent(properties, self.indent, hang)
        if not self.marker:
            set_marker(properties, "")
        elif self.marker == "number" or not in_list:
            scheme.add_color(add(properties, "a:buClr"), scheme.style("bullet.marker"))
            set_marker(properties, start if self.marker == "number" else level.marker)
        own = round(size * self.scale * 2) / 2
        default = BODY_SIZE * level.scale if in_list else 0.0 if place else _DEFAULT_SIZE
        inherited = Inherited(default, scheme.theme.color("text"))
        writer.write(written, self.lines, TextSetting(self.style, own, inherited, self.mono))

    @property
    def _texts(self) -> list[str]:
        return plain(self.lines).split("\n")


@dataclass(frozen=True)
class Flow(Element):
    """Paragraphs in one placeholder or box.

    name: what the shape is called. bar: the style of a bar at its left, if it has one. framed:
    whether it is set off from the page. insets: the air within, in points. body: whether it may
    stand in the layout's placeholder for content.
    """

    paragraphs: tuple[FlowParagraph, ...]
    language: str
    name: str = "Text"
    bar: str = ""
    framed: bool = False
    insets: tuple[float, float, float, float] = (0, 0, 0, 0)
    body: bool = False

    @property
    def steps(self) -> frozenset[int]:
        """The steps of its paragraphs."""
        return frozenset(paragraph.step for paragraph in self.paragraphs)

    def takes(self, other: Flow) -> bool:
        """Whether what follows may stand in the same placeholder.

        Numbers that begin anew would go on behind other numbers.
        """
        numbers = (any(p.marker == "number" for p in flow.paragraphs) for flow in (self, other))
        return self.body and other.body and not all(numbers)

    def min_height(self, width: float, size: float) -> float:
        """The height of all paragraphs, with the air about them."""
        left, top, right, bottom = self.insets
        heights = self._heights(width - left - right, size)
        return sum(heights) + top + bottom + 0.1 * size

    def _heights(self, width: float, size: float) -> list[float]:
        return [each.height(width, size, self.language) for each in self.paragraphs]

    def split(self, width: float, size: float, room: float) -> tuple[Flow, Flow] | None:
        """The paragraphs that fit; where not even one does, the lines of it that do."""
        left, top, right, bottom = self.insets
        inner = width - left - right
        room -= top + bottom + 0.1 * size
        heights = self._heights(inner, size)
        fit = how_many(heights, room)
        paragraphs = list(self.paragraphs)
        kept = fit
        while 0 < kept < len(paragraphs) and paragraphs[kept - 1].keep:
            kept -= 1
        if not kept and fit < len(paragraphs):
            kept = fit
            left_over = room - sum(heights[:fit])
            if halves := paragraphs[fit].split(inner, size, self.language, left_over):
                kept = fit + 1
                paragraphs[fit : fit + 1] = halves
        if not 0 < kept < len(paragraphs):
            return None
        return (
            replace(self, paragraphs=tuple(paragraphs[:kept])),
            replace(self, paragraphs=tuple(paragraphs[kept:])),
        )

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The paragraphs that have appeared by `step`."""
        shown = [each for each in self.paragraphs if each.step <= step]
        if not shown:
            return
        place = canvas.next_body() if self.body else None
        if place:
            frame = canvas.fill(place, box)
        else:
            frame = canvas.add_text(self.name, box, self.insets, framed=self.framed)
        # Numbers go on by themselves, and say where they start if they must.
        expected = 1
        for paragraph, written in zip(shown, paragraphs_of(frame), strict=False):
            start = 0 if paragraph.number == expected else paragraph.number
            if paragraph.marker == "number":
                expected = paragraph.number + 1
            elif not paragraph.level:
                expected = 1
            paragraph.write(written, canvas.writer, size, start, place)
        if self.bar and not place:
            canvas.add_rectangle("Bar", box._replace(width=4), canvas.scheme.style(self.bar))


def plainly(text: str) -> Paragraph:
    """A text without Markdown, line by line."""
    return tuple((Styled(line, ""),) for line in text.split("\n"))


def _cut(line: StyledLine, at: int) -> tuple[StyledLine, StyledLine]:
    """A line's styled text before and from the character `at` on."""
    head: list[Styled] = []
    tail: list[Styled] = []
    for part in line:
        text = part.text
        if at > 0:
            head.append(part._replace(text=text[:at]))
        if at < len(text):
            tail.append(part._replace(text=text[max(0, at) :]))
        at -= len(text)
    return tuple(head), tuple(tail)
