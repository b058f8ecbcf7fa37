"""The deck to the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

from presenter.content import is_right_to_left
from presenter.content.inline import one_line
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.fonts import languages
from presenter.handout.pptx.layouts import LAYOUTS, apply_design
from presenter.handout.pptx.notes import Notes, notes_at
from presenter.handout.pptx.package import attach, new_presentation, new_slide, saved
from presenter.handout.pptx.slides import draw, plan
from presenter.handout.pptx.text import RunWriter, allowed
from presenter.handout.pptx.theme import Scheme

_LONGEST = 255
"""What python-pptx, as the format's own rules, takes for a property."""
_TURNED = {"l": "r", "r": "l"}
_LEVELS = tuple(qn(f"a:lvl{number}pPr") for number in range(1, 10))


def export(job: ExportJob) -> Iterator[bytes]:
    """One presentation; speaker notes are in its notes panes if they are asked for."""
    deck = job.deck
    turned = is_right_to_left(deck)
    writer = RunWriter(Scheme(job.theme), languages(deck.lang), turned=turned)
    presentation = new_presentation()
    layouts = apply_design(presentation, writer.scheme, writer.languages)
    planned = plan(job)
    notes = Notes(writer.languages, turned=turned) if job.notes else None
    if notes and any(deck.slides[index].notes.strip() for index in job.indexes):
        notes.prepare(presentation)
    slides: list[Slide] = []
    for number, page in enumerate(planned, 1):
        slide = new_slide(presentation, layouts[page.layout], number)
        slides.append(slide)
        canvas = SlideCanvas(slide, LAYOUTS[page.layout], writer)
        draw(canvas, page, number, len(planned))
        if notes:
            step = page.step if job.steps else None
            notes.add(slide, notes_at(page.slide.written.notes, step))
    attach(slides, presentation)
    if turned:
        _turn(presentation)
    properties = presentation.core_properties
    properties.title = allowed(one_line(deck.title))[:_LONGEST]
    properties.author = allowed(one_line(deck.author))[:_LONGEST]
    properties.subject = allowed(one_line(deck.subtitle))[:_LONGEST]
    properties.language = deck.lang[:_LONGEST]
    properties.comments = ""
    properties.last_modified_by = properties.author
    yield saved(presentation)


def _turn(presentation: Presentation) -> None:
    """Mirror where things stand, and have paragraphs, tables and charts begin at the right.

    Code, numbers of slides and pictures keep their insides. python-pptx has no call for
    ``rtl``; ``algn`` names a side, not a beginning, and so is turned with it (ECMA-376 part 1,
    21.1.2.2.7).
    """
    width = presentation.slide_width or 0
    master = presentation.slide_master
    for part in (master, *master.slide_layouts, *presentation.slides):
        shape: Any
        for shape in part.shapes:
            if shape.element.xfrm is not None:
                shape.left = max(0, width - shape.left - shape.width)
            if shape.has_chart:
                chart = shape.chart
                bars = chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
                (chart.value_axis if bars else chart.category_axis).reverse_order = True
        root = part.element
        for body in root.iter(qn("a:bodyPr")):
            left, right = body.get("lIns"), body.get("rIns")
            if left is not None and right is not None:
                body.set("lIns", right)
                body.set("rIns", left)
        for table in root.iter(qn("a:tblPr")):
            table.set("rtl", "1")
        for level in root.iter(*_LEVELS):
            _turn_side(level, level.get("algn"))
        for paragraph in root.iter(qn("a:p")):
            look = paragraph.get_or_add_pPr()
            shape = next(paragraph.iterancestors(qn("p:sp")), None)
            if _runs_from_the_left(shape):
                look.set("algn", "l")
                look.set("rtl", "0")
            else:
                # A text box inherits no side in every program.
                box = shape is not None and not shape.has_ph_elm
                _turn_side(look, look.get("algn") or ("l" if box else None))


def _turn_side(look: Any, side: str | None) -> None:
    """Have what says how a paragraph stands, at this side, say the other."""
    if side is not None:
        look.set("algn", _TURNED.get(side, side))
    look.set("rtl", "1")


def _runs_from_the_left(shape: Any | None) -> bool:
    """Whether the text of a shape does; None stands for a table."""
    if shape is None:
        return False
    kind = shape.ph.get("type") if shape.has_ph_elm else ""
    return kind == "sldNum" or shape.shape_name.startswith("Code")
