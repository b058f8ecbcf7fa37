"""Running text, lists, quotes, callouts, code: paragraphs one below another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from presenter.content.inline import Styled
from presenter.content.inline import StyledLine as Line
from presenter.handout.pptx.canvas import Canvas, Look
from presenter.handout.pptx.design import Hole
from presenter.handout.pptx.fonts import LATIN
from presenter.handout.pptx.geometry import BODY_SIZE, Box, emu
from presenter.handout.pptx.lists import DEEPEST, hang, indent, marker, number_indent, scale
from presenter.handout.pptx.metrics import line_height, line_starts
from presenter.handout.pptx.stack import Element
from presenter.handout.pptx.text_xml import Inherited

_DEFAULT_SIZE = 18.0
"""What text in a box of its own has if it says nothing."""

_FIT = "<a:normAutofit/>"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: `lines` are parted by breaks within it.

    scale: its size as a part of the body's. before: the air above it, in ems of the body's size.
    number: its own in a list, and highest the last of that list. step: when it appears. keep:
    whether what follows stays on the same slide. line: the number of a line of code.
    """

    lines: tuple[Line, ...]
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
        extra = number_indent(self.highest) - indent(0) if self.highest else 0.0
        return indent(self.level) + extra

    @property
    def hang(self) -> float:
        """How far before its text its marker stands."""
        return self.indent if self.marker == "number" else hang(self.level) if self.marker else 0.0

    def starts(self, width: float, size: float, language: str) -> list[tuple[int, int]]:
        """The line and the character at which each line as shown begins."""
        ems = max(1.0, (width - self.indent) / (size * self.scale))
        return [
            (number, start)
            for number, text in enumerate(self._texts)
            for start in line_starts(text, ems, language, mono=self.mono)
        ]

    def height(self, width: float, size: float, language: str) -> float:
        """Its height, the air above it included."""
        own = size * self.scale
        texts = self._texts
        lines = sum(line_height(texts[n]) for n, _ in self.starts(width, size, language))
        return lines * own + self.before * size

    def parted(
        self, width: float, size: float, language: str, room: float
    ) -> tuple[Paragraph, Paragraph] | None:
        """It up to the last line that goes into `room`, and the rest; None if no line does."""
        starts = self.starts(width, size, language)
        left = room - self.before * size
        fit = 0
        for number, _ in starts:
            left -= line_height(self._texts[number]) * size * self.scale
            if left < 0:
                break
            fit += 1
        if not 0 < fit < len(starts):
            return None
        number, start = starts[fit]
        head, tail = _cut(self.lines[number], start)
        first = (*self.lines[:number], head) if start else self.lines[:number]
        rest = replace(self, lines=(tail, *self.lines[number + 1 :]), before=0.0)
        # The rest of an item has no marker of its own.
        return replace(self, lines=first), replace(rest, marker="", highest=0)

    @property
    def _texts(self) -> list[str]:
        return ["".join(part.text for part in line) for line in self.lines]


@dataclass(frozen=True)
class Flow(Element):
    """Paragraphs in one placeholder or box.

    name: what the shape is called. bar: the colour of a bar at its left, if it has one. fill: what
    is behind it. body: whether it may stand in the layout's placeholder for content.
    """

    paragraphs: tuple[Paragraph, ...]
    language: str
    name: str = "Text"
    bar: str = ""
    fill: str = ""
    insets: tuple[float, float, float, float] = (0, 0, 0, 0)
    body: bool = False

    @property
    def steps(self) -> frozenset[int]:
        """The steps of its paragraphs."""
        return frozenset(paragraph.step for paragraph in self.paragraphs)

    def least(self, width: float, size: float) -> float:
        """The height of all paragraphs."""
        left, top, right, bottom = self.insets
        room = width - left - right
        heights = (each.height(room, size, self.language) for each in self.paragraphs)
        return sum(heights) + top + bottom + 0.1 * size

    def parted(self, width: float, size: float, room: float) -> tuple[Flow, Flow] | None:
        """The paragraphs that fit; where not even one does, the lines of it that do."""
        left, top, right, bottom = self.insets
        inner = width - left - right
        room -= top + bottom + 0.1 * size
        fit = 0
        for paragraph in self.paragraphs:
            height = paragraph.height(inner, size, self.language)
            if height > room:
                break
            room -= height
            fit += 1
        paragraphs = list(self.paragraphs)
        kept = fit
        while 0 < kept < len(paragraphs) and paragraphs[kept - 1].keep:
            kept -= 1
        if not kept and fit < len(paragraphs):
            halves = paragraphs[fit].parted(inner, size, self.language, room)
            if halves:
                kept = fit + 1
                paragraphs[fit : fit + 1] = halves
            else:
                kept = fit
        if not 0 < kept < len(paragraphs):
            return None
        return (
            replace(self, paragraphs=tuple(paragraphs[:kept])),
            replace(self, paragraphs=tuple(paragraphs[kept:])),
        )

    def draw(self, canvas: Canvas, box: Box, size: float, step: int) -> None:
        """The paragraphs that have appeared by `step`."""
        shown = [each for each in self.paragraphs if each.step <= step]
        if not shown:
            return
        hole = canvas.next_body() if self.body else None
        paragraphs = _written(canvas, shown, size, hole)
        if hole:
            canvas.fill_hole(hole, paragraphs, box, _FIT)
            return
        canvas.add_text(self.name, box, paragraphs, Look(self.fill, self.insets))
        if self.bar:
            canvas.add_rectangle("Bar", box._replace(width=4), self.bar)


def body(paragraphs: Iterable[Paragraph], language: str) -> Flow:
    """Paragraphs for a placeholder of the layout."""
    return Flow(tuple(paragraphs), language, body=True)


def _cut(line: Line, at: int) -> tuple[Line, Line]:
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


def _written(canvas: Canvas, shown: Sequence[Paragraph], size: float, hole: Hole | None) -> str:
    """The XML of paragraphs; numbers go on by themselves, and say where they start if they must."""
    expected = 1
    parts = []
    for paragraph in shown:
        start = 0
        if paragraph.marker == "number":
            start = paragraph.number if paragraph.number != expected else 0
            expected = paragraph.number + 1
        elif not paragraph.level:
            expected = 1
        parts.append(_paragraph(canvas, paragraph, size, start, hole))
    return "".join(parts)


def _paragraph(
    canvas: Canvas, paragraph: Paragraph, size: float, start: int, hole: Hole | None
) -> str:
    """A placeholder with bullets has the master's markers and sizes."""
    in_body = hole is not None and hole.bullets
    scheme = canvas.scheme
    level = min(paragraph.level, DEEPEST)
    own = round(size * paragraph.scale * 2) / 2
    default = BODY_SIZE * scale(level) if in_body else 0.0 if hole else _DEFAULT_SIZE
    inherited = Inherited(default, scheme.theme.color("text"))
    runs = canvas.writer.lines(
        paragraph.lines, paragraph.style, own, inherited, mono=paragraph.mono
    )
    natural = in_body and paragraph.marker == "bullet"
    says = f' lvl="{level}"' if level else ""
    if not natural or paragraph.highest:
        says += f' marL="{emu(paragraph.indent)}" indent="{-emu(paragraph.hang)}"'
    if paragraph.centred:
        says += ' algn="ctr"'
    before = f'<a:spcBef><a:spcPts val="{round(paragraph.before * size * 100)}"/></a:spcBef>'
    color = f"<a:buClr>{scheme.color(scheme.style('bullet.marker'))}</a:buClr>"
    font = f'<a:buFont typeface="{LATIN}"/>'
    marks = ""
    if paragraph.marker == "number":
        at = f' startAt="{start}"' if start else ""
        marks = f'{color}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{at}/>'
    elif paragraph.marker and not in_body:
        marks = f'{color}{font}<a:buChar char="{marker(level)}"/>'
    elif not paragraph.marker:
        marks = "<a:buNone/>"
    end = f'<a:endParaRPr sz="{round(own * 100)}"/>' if not runs else ""
    return f"<a:p><a:pPr{says}>{before}{marks}</a:pPr>{runs}{end}</a:p>"
