"""A planned slide drawn into the file."""

from __future__ import annotations

from dataclasses import dataclass

from presenter.content.inline import Styled, inline
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx import geometry as at
from presenter.handout.pptx.blocks.figures import Large
from presenter.handout.pptx.canvas import Canvas
from presenter.handout.pptx.design import FOOTER_INDEX, NUMBER_INDEX, Design, Hole
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.metrics import line_height, line_starts, unit_width
from presenter.handout.pptx.plan import Planned
from presenter.handout.pptx.text_xml import Inherited
from presenter.handout.pptx.xml import allowed
from presenter.typeset.layouts.running import byline, head_text
from presenter.typeset.running import part_label

_FIT = "<a:normAutofit/>"
_LINES = 2
"""Lines of a title, if it can be helped."""
_LEAST_TITLE = 18.0
_SMALLEST = 6.0
_BIGGEST = 140.0


@dataclass(frozen=True)
class Drawer:
    """Draws slides of one job; `total` is how many the file has."""

    job: ExportJob
    design: Design
    total: int

    def draw(self, canvas: Canvas, planned: Planned, number: int) -> None:
        """Draw `planned`, the slide with this number, from 1, of the file."""
        holes = {hole.name: hole for hole in self.design.layouts[planned.layout].holes}
        if planned.big:
            self._big(canvas, planned)
        elif planned.title and "Title" in holes:
            self._title(canvas, planned, holes["Title"])
        for name, text in (("Subtitle", planned.subtitle), ("Byline", planned.byline)):
            if text and name in holes:
                style = "subtitle" if name == "Subtitle" else "cover.byline"
                box = planned.places.get(name)
                self._line(canvas, holes[name], text, style, box)
        for placed in planned.placed:
            placed.element.draw(canvas, placed.box, placed.size, planned.step)
        self._foot(canvas, planned, number)

    def _title(self, canvas: Canvas, planned: Planned, hole: Hole) -> None:
        """The title; on a slide that goes on, which of how many it is."""
        lines = list(inline(planned.title))
        if planned.pages > 1:
            mark = Styled(f" ({planned.page}/{planned.pages})", "subtitle")
            lines[-1] = (*lines[-1], mark)
        box = planned.places.get("Title", hole.box)
        size = _title_size(hole.size, box, lines, canvas)
        inherited = Inherited(hole.size, hole.color, hole.bold)
        runs = canvas.writer.lines(lines, "title", size, inherited)
        canvas.fill_hole(hole, f"<a:p>{runs}</a:p>", box, _FIT)

    def _big(self, canvas: Canvas, planned: Planned) -> None:
        """Large text as the slide's title, so that the outline has it."""
        big = planned.big
        if not isinstance(big, Large) or big.step > planned.step:
            return
        color = canvas.scheme.style("title")
        bold = bool(canvas.scheme.theme.style("title").bold)
        box = at.WHOLE._replace(height=400.0)
        size = _big_size(big, box)
        lines = [(Styled(text, ""),) for text in big.lines]
        runs = canvas.writer.lines(lines, "big", size, Inherited(0, color, bold))
        hole = Hole("title", 0, "Title", at.TITLE, at.TITLE_SIZE, color)
        anchored = f'<a:p><a:pPr algn="ctr"/>{runs}</a:p>'
        canvas.fill_hole(hole, anchored, box, _FIT, anchor="ctr")

    def _line(self, canvas: Canvas, hole: Hole, text: str, style: str, box: Box | None) -> None:
        lines = list(inline(text))
        size = _title_size(hole.size, box or hole.box, lines, canvas, 1)
        runs = canvas.writer.lines(lines, style, size, Inherited(hole.size, hole.color))
        canvas.fill_hole(hole, f"<a:p>{runs}</a:p>", box, _FIT)

    def _foot(self, canvas: Canvas, planned: Planned, number: int) -> None:
        """The part at the left, the number at the right: a field, so that it stays right."""
        deck, setting = self.job.deck, self.job.setting
        slide = deck.slides[planned.index]
        quiet = canvas.scheme.style("subtitle")
        inherited = Inherited(at.FOOT_SIZE, quiet)
        if planned.layout != "cover":
            label = part_label(slide.part, setting)
            texts = [(label, "part.label"), (byline(deck), "foot.text")]
            if not label:
                texts.insert(0, (head_text(deck, planned.title), "head.title"))
            runs: list[str] = []
            for text, style in texts:
                if text:
                    between = "    |    " if runs else ""
                    runs.append(
                        canvas.writer.run(Styled(between, ""), "foot.text", 12.0, inherited)
                        + canvas.writer.run(Styled(text, ""), style, 12.0, inherited)
                    )
            if runs:
                foot = Hole("ftr", FOOTER_INDEX, "Footer", at.FOOTER, 12.0, quiet)
                canvas.fill_hole(foot, f"<a:p>{''.join(runs)}</a:p>")
        field = (
            '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
            f'<a:rPr lang="en-US"/><a:t>{number}</a:t></a:fld>'
        )
        rest = canvas.writer.run(Styled(f"/{self.total}", ""), "foot.number", 12.0, inherited)
        place = Hole("sldNum", NUMBER_INDEX, "Number", at.NUMBER, 12.0, quiet)
        canvas.fill_hole(place, f"<a:p>{field}{rest}</a:p>")


def _big_size(big: Large, box: Box) -> float:
    """The largest size at which large text stands in its box, in few lines and no word torn."""
    size = _BIGGEST
    word = max(unit_width(text, big.language) for text in big.lines)
    while size > _SMALLEST:
        counts = [len(line_starts(text, box.width / size, big.language)) for text in big.lines]
        height = sum(
            count * line_height(text) * size for count, text in zip(counts, big.lines, strict=True)
        )
        few = sum(counts) <= max(_LINES, len(big.lines)) or size <= _LEAST_TITLE
        if few and height <= box.height and (word * size <= box.width or size <= _LEAST_TITLE):
            break
        size = max(_SMALLEST, round(size * 0.95))
    return size


def _title_size(
    size: float, box: Box, lines: list[tuple[Styled, ...]], canvas: Canvas, most: int = _LINES
) -> float:
    """The largest size, `size` at most, at which a heading fits its box in few lines."""
    texts = [allowed("".join(part.text for part in line)) for line in lines]
    language = canvas.languages.east_asian
    word = max((unit_width(text, language) for text in texts), default=0.0)
    while size > _SMALLEST:
        starts = [len(line_starts(text, box.width / size, language)) for text in texts]
        height = sum(
            count * line_height(text) * size for count, text in zip(starts, texts, strict=True)
        )
        few = sum(starts) <= max(most, len(texts)) and word * size <= box.width
        if (few or size <= _LEAST_TITLE) and height <= box.height * 1.04:
            break
        size = max(_SMALLEST, size - 2)
    return size
