"""The deck to the file."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.slide import Slide

from presenter.content import is_right_to_left
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx.canvas import Canvas
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.design import Design
from presenter.handout.pptx.drawing import Drawer
from presenter.handout.pptx.fonts import languages
from presenter.handout.pptx.media import Media
from presenter.handout.pptx.notes import Notes, notes_at
from presenter.handout.pptx.package import attach, new_presentation, new_slide, saved
from presenter.handout.pptx.plan import plan
from presenter.handout.pptx.right_to_left import turn
from presenter.handout.pptx.xml import allowed
from presenter.typeset.layouts.running import one_line

_LONGEST = 255
"""What python-pptx, as the format's own rules, takes for a property."""


def export(job: ExportJob) -> Iterator[bytes]:
    """One presentation; speaker notes are in its notes panes if they are asked for."""
    deck = job.deck
    scheme, named = Scheme(job.theme), languages(deck.lang)
    design = Design(scheme, named)
    presentation, layouts = new_presentation(design, scheme)
    planned = plan(job, scheme, Media(presentation.part.package))
    drawer = Drawer(job, design, len(planned))
    notes = Notes(named) if job.notes else None
    if notes and any(deck.slides[index].notes.strip() for index in job.indexes):
        notes.prepare(presentation)
    slides: list[Slide] = []
    for number, page in enumerate(planned, 1):
        slide = new_slide(presentation, layouts[page.layout], number)
        slides.append(slide)
        canvas = Canvas(slide, design.layouts[page.layout].holes, scheme, named)
        drawer.draw(canvas, page, number)
        if notes:
            step = page.step if job.steps else None
            notes.add(slide, notes_at(deck.slides[page.index].notes, step))
    attach(slides, presentation)
    if is_right_to_left(deck):
        turn(presentation)
    properties = presentation.core_properties
    properties.title = allowed(one_line(deck.title))[:_LONGEST]
    properties.author = allowed(one_line(deck.author))[:_LONGEST]
    properties.subject = allowed(one_line(deck.subtitle))[:_LONGEST]
    properties.language = deck.lang[:_LONGEST]
    properties.comments = ""
    properties.last_modified_by = properties.author
    yield saved(presentation)
