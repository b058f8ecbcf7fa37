"""Which slides the file has, where a deck's slide goes on, its steps; and how each is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from presenter.content import part_label, resolve
from presenter.content.inline import Styled, StyledLine, inline
from presenter.content.slide import byline, head_text
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx import geometry as at
from presenter.handout.pptx import stack
from presenter.handout.pptx.blocks import convert
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.figures import LargeText
from presenter.handout.pptx.flow import Flow
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.layouts import FOOTER, NUMBER, add_number_field
from presenter.handout.pptx.metrics import fitting_size
from presenter.handout.pptx.pictures import Media
from presenter.handout.pptx.stack import ConversionContext, Element, Placed, SideBySide
from presenter.handout.pptx.text import allowed

_TITLE_LINES = 2
"""Lines of a title, if it can be helped."""
_BIGGEST = 140.0


@dataclass(frozen=True)
class Planned:
    """A slide of the file: one page of the deck's slide at `index`, as it is at `step`."""

    index: int
    layout: str
    title: str
    subtitle: str
    placed: list[Placed]
    page: int
    pages: int
    step: int
    byline: str = ""
    big: LargeText | None = None
    """What stands as the title, in large type, where there is no other."""
    places: dict[str, Box] = field(default_factory=dict)
    """Where title and subtitle stand, if not where the layout has them."""


def plan(job: ExportJob) -> list[Planned]:
    """All slides of the file, in order."""
    media = Media()
    return [slide for index in job.indexes for slide in _slides(job, index, media)]


def _slides(job: ExportJob, index: int, media: Media) -> Iterator[Planned]:
    deck, setting = job.deck, job.setting
    resolved = resolve(deck, index, setting.reveal)
    (title, subtitle), layout = resolved.heading, resolved.layout
    by = byline(deck) if layout == "cover" else ""
    language = setting.language or deck.lang
    elements = convert(
        ConversionContext(
            setting, media, language, at.BODY.width, node, centred=layout != "default"
        )
        for node in resolved.nodes
    )
    big = None
    if not (title or subtitle) and len(elements) == 1 and isinstance(elements[0], LargeText):
        big, elements = elements[0], []
    first, places = _room(layout, title, subtitle, by, elements)
    later = at.BODY if title else at.WHOLE
    pages = list(stack.pages(elements, first, at.SIZES, later)) or [[]]
    past = 0
    for number, placed in enumerate(pages):
        kind = "large" if big else _kind(layout, title, subtitle, placed, number)
        steps = {step for each in placed for step in each.element.steps} | (
            set(big.steps) if big else set()
        )
        if (number == 0 and (title or subtitle)) or not steps:
            steps.add(0)
        stops = sorted({max(past, step) for step in steps})
        past = stops[-1]
        for step in stops if job.steps else stops[-1:]:
            yield Planned(
                index,
                kind,
                title,
                subtitle if number == 0 else "",
                placed,
                number + 1,
                len(pages),
                step,
                by if number == 0 else "",
                big,
                places if number == 0 else {},
            )


def _kind(layout: str, title: str, subtitle: str, placed: list[Placed], number: int) -> str:
    """The layout of the file that fits best."""
    if layout in ("cover", "section") and number == 0 and not placed:
        return layout
    if layout != "default" and number == 0:
        return "center"
    if not title and not subtitle:
        return "bare"
    if len(placed) == 1 and isinstance(placed[0].element, SideBySide):
        return "columns"
    if any(isinstance(each.element, Flow) and each.element.body for each in placed):
        return "content"
    if any(isinstance(each.element, SideBySide) for each in placed):
        return "columns"
    return "title"


def _room(
    layout: str, title: str, subtitle: str, by: str, elements: list[Element]
) -> tuple[Box, dict[str, Box]]:
    """Where the content goes, and the heading where that is not where its layout has it."""
    if layout in ("cover", "section") and not elements:
        return at.BODY, {}
    if layout != "default":
        heading = (72.0 if title else 0.0) + (36.0 if subtitle else 0.0) + (30.0 if by else 0.0)
        height = min(
            stack.preferred_height(elements, at.BODY.width, at.BODY_SIZE),
            at.HEIGHT - 180.0 - heading,
        )
        top = max(40.0, (at.HEIGHT - heading - 20.0 - height) * 0.45)
        places = {
            "Title": at.TITLE._replace(y=top, height=60.0),
            "Subtitle": at.SUBTITLE._replace(y=top + (68.0 if title else 0.0)),
            "Byline": at.COVER_BYLINE._replace(y=top + heading - 24.0, height=26.0),
        }
        return at.BODY.below(top + heading + 20.0), places
    if not title and not subtitle:
        return at.WHOLE, {}
    return (at.BODY_BELOW_SUBTITLE if subtitle else at.BODY), {}


def draw(canvas: SlideCanvas, planned: Planned, job: ExportJob, number: int, of: int) -> None:
    """Draw `planned`, the slide with this number, from 1, of as many as the file has."""
    if planned.big:
        _draw_large(canvas, planned.big, planned.step)
    elif planned.title and "Title" in canvas.placeholders:
        lines = list(inline(planned.title))
        if planned.pages > 1:
            mark = Styled(f" ({planned.page}/{planned.pages})", "subtitle")
            lines[-1] = (*lines[-1], mark)
        _draw_heading(canvas, planned, "Title", lines, "title", _TITLE_LINES)
    if planned.subtitle:
        _draw_heading(canvas, planned, "Subtitle", inline(planned.subtitle), "subtitle")
    if planned.byline:
        _draw_heading(canvas, planned, "Byline", inline(planned.byline), "cover.byline")
    for placed in planned.placed:
        placed.element.draw(canvas, placed.box, placed.size, planned.step)
    _draw_foot(canvas, planned, job, number, of)


def _draw_heading(
    canvas: SlideCanvas,
    planned: Planned,
    name: str,
    lines: Sequence[StyledLine],
    style: str,
    most: int = 1,
) -> None:
    """A line of the heading, as large as fits in as many lines; not where the layout has none."""
    placeholder = canvas.placeholders.get(name)
    if placeholder is None:
        return
    box = planned.places.get(name, placeholder.box)
    texts = [allowed("".join(part.text for part in line)) for line in lines]
    language = canvas.writer.languages.east_asian
    size = fitting_size(texts, box.width, box.height * 1.04, language, placeholder.size, lines=most)
    paragraph = canvas.fill(placeholder, box).paragraphs[0]
    canvas.writer.write(paragraph, lines, style, size, canvas.inherited(placeholder))


def _draw_large(canvas: SlideCanvas, large: LargeText, step: int) -> None:
    """Large text as the slide's title, so that the outline has it."""
    if large.step > step:
        return
    placeholder = canvas.placeholders["Title"]
    box = placeholder.box
    size = fitting_size(
        large.lines, box.width, box.height, large.language, _BIGGEST, lines=_TITLE_LINES
    )
    lines = [(Styled(text, ""),) for text in large.lines]
    paragraph = canvas.fill(placeholder).paragraphs[0]
    canvas.writer.write(paragraph, lines, "big", size, canvas.inherited(placeholder))


def _draw_foot(canvas: SlideCanvas, planned: Planned, job: ExportJob, number: int, of: int) -> None:
    """The part at the left, the number at the right: a field, so that it stays right."""
    deck, setting, writer = job.deck, job.setting, canvas.writer
    inherited = canvas.inherited(FOOTER)
    if planned.layout != "cover":
        label = part_label(deck.slides[planned.index].part, setting.words)
        texts = [(label, "part.label"), (byline(deck), "foot.text")]
        if not label:
            texts.insert(0, (head_text(deck, planned.title), "head.title"))
        texts = [(text, style) for text, style in texts if text]
        if texts:
            paragraph = canvas.fill(FOOTER).paragraphs[0]
            for place, (text, style) in enumerate(texts):
                if place:
                    between = Styled("    |    ", "")
                    writer.add_run(paragraph, between, "foot.text", at.FOOT_SIZE, inherited)
                writer.add_run(paragraph, Styled(text, ""), style, at.FOOT_SIZE, inherited)
    paragraph = canvas.fill(NUMBER).paragraphs[0]
    add_number_field(paragraph, str(number))
    total = Styled(f"/{of}", "")
    writer.add_run(paragraph, total, "foot.number", at.FOOT_SIZE, inherited)
