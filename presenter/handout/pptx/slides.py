"""Which slides the file has, where a deck's slide goes on, its steps; and how each is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pptx.enum.text import PP_ALIGN

from presenter.content import ResolvedSlide
from presenter.content.inline import Paragraph, Styled, StyledLine, plain
from presenter.deck.characters import SOFT_HYPHEN, has_cjk
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx import geometry as at
from presenter.handout.pptx import stack
from presenter.handout.pptx.blocks import convert_all
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.figures import LargeText
from presenter.handout.pptx.flow import Flow, plainly
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.layouts import FOOTER, NUMBER, add_number_field
from presenter.handout.pptx.metrics import fitting_size, width_of
from presenter.handout.pptx.stack import ConversionContext, Element, Placed, SideBySide
from presenter.handout.pptx.text import TextSetting, allowed
from presenter.typeset.large.breaks import balanced_breaks
from presenter.typeset.opportunities import Quality

_TITLE_LINES = 2
"""Lines of a title, if it can be helped."""
_MOST_LINES = 6
"""Lines into which a heading is broken at most."""
_BIGGEST = 140.0


@dataclass(frozen=True)
class Planned:
    """A slide of the file: one page of a deck's slide, as it is at `step`.

    layout: by its name in the file. large: what stands as the title, in large type, where there is
    no other. places: where title and subtitle stand, if not where the layout has them.
    """

    slide: ResolvedSlide
    layout: str
    placed: list[Placed]
    page: int
    pages: int
    step: int
    large: LargeText | None = None
    places: dict[str, Box] = field(default_factory=dict)


def plan(job: ExportJob) -> list[Planned]:
    """All slides of the file, in order."""
    pictures: dict[str, bytes] = {}
    return [planned for slide in job.slides() for planned in _slides(job, slide, pictures)]


def _slides(job: ExportJob, slide: ResolvedSlide, pictures: dict[str, bytes]) -> Iterator[Planned]:
    language = job.setting.language or job.deck.lang
    centred = slide.layout != "default"
    context = ConversionContext(pictures, language, at.BODY.width, centred)
    elements = convert_all(slide.nodes, context)
    large = None
    if not _has_heading(slide) and len(elements) == 1 and isinstance(elements[0], LargeText):
        large, elements = elements[0], []
    first, places = _room(slide, elements)
    later = at.BODY if slide.title else at.WHOLE
    pages = list(stack.pages(elements, first, at.SIZES, later)) or [[]]
    past = 0
    for number, placed in enumerate(pages):
        layout = "large" if large else _layout(slide, placed, number)
        steps = {step for each in placed for step in each.element.steps}
        steps |= large.steps if large else set()
        if (number == 0 and _has_heading(slide)) or not steps:
            steps.add(0)
        stops = sorted({max(past, step) for step in steps})
        past = stops[-1]
        for step in stops if job.steps else stops[-1:]:
            where = {} if number else places
            yield Planned(slide, layout, placed, number + 1, len(pages), step, large, where)


def _has_heading(slide: ResolvedSlide) -> bool:
    return bool(slide.title or slide.subtitle)


def _layout(slide: ResolvedSlide, placed: list[Placed], number: int) -> str:
    """The layout of the file that fits best."""
    if slide.layout in ("cover", "section") and number == 0 and not placed:
        return slide.layout
    if slide.layout != "default" and number == 0:
        return "center"
    if not _has_heading(slide):
        return "bare"
    elements = [each.element for each in placed]
    beside = [isinstance(each, SideBySide) for each in elements]
    if beside == [True]:
        return "columns"
    if any(isinstance(each, Flow) and each.body for each in elements):
        return "content"
    return "columns" if any(beside) else "title"


def _room(slide: ResolvedSlide, elements: list[Element]) -> tuple[Box, dict[str, Box]]:
    """Where the content goes, and the heading where that is not where its layout has it."""
    title, subtitle = slide.title, slide.subtitle
    if slide.layout in ("cover", "section") and not elements:
        return at.BODY, {}
    if slide.layout != "default":
        heading = 72.0 * bool(title) + 36.0 * bool(subtitle) + 30.0 * bool(slide.byline)
        height = min(
            stack.preferred_height(elements, at.BODY.width, at.BODY_SIZE),
            at.HEIGHT - 180.0 - heading,
        )
        top = max(40.0, (at.HEIGHT - heading - 20.0 - height) * 0.45)
        places = {
            "Title": at.TITLE._replace(y=top, height=60.0),
            "Subtitle": at.SUBTITLE._replace(y=top + 68.0 * bool(title)),
            "Byline": at.COVER_BYLINE._replace(y=top + heading - 24.0, height=26.0),
        }
        return at.BODY.below(top + heading + 20.0), places
    if not _has_heading(slide):
        return at.WHOLE, {}
    return (at.BODY_BELOW_SUBTITLE if subtitle else at.BODY), {}


def draw(canvas: SlideCanvas, planned: Planned, number: int, of: int) -> None:
    """Draw `planned`, the slide with this number, from 1, of as many as the file has."""
    slide, large = planned.slide, planned.large
    if large and large.firsts[0] <= planned.step:
        # As the slide's title, so that the outline has it.
        _draw_heading(canvas, planned, "Title", plainly("\n".join(large.lines)), "big")
    if slide.title:
        *lines, last = slide.title
        if planned.pages > 1:
            last = (*last, Styled(f" ({planned.page}/{planned.pages})", "subtitle"))
        _draw_heading(canvas, planned, "Title", (*lines, last), "title")
    if planned.page == 1:
        _draw_heading(canvas, planned, "Subtitle", slide.subtitle, "subtitle")
        _draw_heading(
            canvas, planned, "Byline", plainly(slide.byline) if slide.byline else (), "cover.byline"
        )
    for placed in planned.placed:
        placed.element.draw(canvas, placed.box, placed.size, planned.step)
    _draw_foot(canvas, planned, number, of)


def _draw_heading(
    canvas: SlideCanvas, planned: Planned, name: str, lines: Paragraph, style: str
) -> None:
    """A part of the heading, as large as fits; nothing where the layout has no such part."""
    placeholder = canvas.placeholders.get(name)
    if placeholder is None or not lines:
        return
    box = planned.places.get(name, placeholder.box)
    size = fitting_size(
        allowed(plain(lines)).split("\n"),
        box.width,
        box.height * (1.0 if style == "big" else 1.04),
        canvas.writer.languages.east_asian,
        _BIGGEST if style == "big" else placeholder.size,
        lines=_TITLE_LINES if name == "Title" else 1,
    )
    paragraph = canvas.fill(placeholder, box).paragraphs[0]
    setting = TextSetting(style, size, canvas.inherited(placeholder))
    language = canvas.writer.languages.east_asian
    broken = [each for line in lines for each in _between_words(line, box.width / size, language)]
    canvas.writer.write(paragraph, tuple(broken), setting)


def _between_words(line: StyledLine, width: float, language: str) -> Paragraph:
    """A line of a Chinese or Japanese heading, broken evenly between words, at `width` ems.

    Office programs know no words of these languages and would break within them.
    """
    text = plain((line,))
    if not has_cjk(text) or width_of(text) <= width:
        return (line,)
    ways = (
        rows
        for worst in (Quality.WORD, Quality.LEANING)
        for rows in balanced_breaks(text, language, width_of, _MOST_LINES, worst=worst)
    )
    for rows in sorted(ways, key=len):
        if all(width_of(row) <= width for row in rows):
            return tuple(_cut(line, text, rows))
    return (line,)


def _cut(line: StyledLine, text: str, rows: Sequence[str]) -> Iterator[StyledLine]:
    """What of `line`, which says `text`, stands in each of `rows`."""
    line = tuple(part._replace(text=part.text.replace(SOFT_HYPHEN, "")) for part in line)
    end = 0
    for row in rows:
        start = text.index(row, end)
        end = start + len(row)
        at, parts = 0, []
        for part in line:
            piece = part.text[max(0, start - at) : max(0, end - at)]
            parts += [part._replace(text=piece)] if piece else []
            at += len(part.text)
        yield tuple(parts)


def _draw_foot(canvas: SlideCanvas, planned: Planned, number: int, of: int) -> None:
    """The part at the left, the number at the right: a field, so that it stays right."""
    slide, writer = planned.slide, canvas.writer
    setting = TextSetting("foot.text", at.FOOT_SIZE, canvas.inherited(FOOTER))
    where = (slide.part, "part.label") if slide.part else (slide.head, "head.title")
    said = [each for each in (where, (slide.foot, "foot.text")) if each[0]]
    if said and planned.layout != "cover":
        paragraph = canvas.fill(FOOTER).paragraphs[0]
        # LibreOffice sets a foot that says nothing of itself in a look of its own, in the middle.
        paragraph.alignment = PP_ALIGN.LEFT
        for place, (text, style) in enumerate(said):
            if place:
                writer.add_run(paragraph, Styled("    |    ", ""), setting)
            writer.add_run(paragraph, Styled(text, ""), setting._replace(style=style))
    paragraph = canvas.fill(NUMBER).paragraphs[0]
    add_number_field(paragraph, str(number))
    writer.add_run(paragraph, Styled(f"/{of}", ""), setting._replace(style="foot.number"))
