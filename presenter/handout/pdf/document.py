"""A job as the data of the template: the deck's head, its slides, the theme's colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presenter.content import is_right_to_left, resolve
from presenter.deck import Deck
from presenter.handout.export_job import ExportJob
from presenter.handout.fonts import font_names
from presenter.handout.pdf.blocks import convert
from presenter.handout.pdf.context import Context
from presenter.handout.pdf.notes import note_blocks
from presenter.handout.pdf.outline import bookmarks
from presenter.handout.pdf.pictures import Pictures
from presenter.handout.pdf.spans import plain_span, spans
from presenter.typeset.layouts.running import byline, head_text, one_line
from presenter.typeset.notes import note_sections
from presenter.typeset.running import part_label
from presenter.typeset.themes import Theme

Data = dict[str, Any]


def document(job: ExportJob, pictures: Pictures) -> Data:
    """The document, to be turned into JSON; `pictures` takes the copies of its pictures."""
    deck, theme = job.deck, job.theme
    return {
        "title": one_line(deck.title),
        "author": one_line(deck.author),
        "byline": byline(deck),
        "language": language(deck),
        "turned": is_right_to_left(deck),
        "fonts": font_names(deck.lang),
        "handout": job.notes,
        "colors": _colors(theme),
        "slides": list(_slides(job, pictures)),
    }


def language(deck: Deck) -> Data:
    """What Typst's rules of line breaking and its choice of glyphs go by."""
    tag = [*deck.lang.split("-"), *[""] * 3]
    primary = tag[0].lower() if 2 <= len(tag[0]) <= 3 else ""
    region = next((part.upper() for part in tag[1:] if len(part) == 2), "")
    if primary == "zh" and not region:
        region = "TW" if "hant" in deck.lang.lower() else "CN"
    return {"language": primary or "en", "region": region}


def _colors(theme: Theme) -> Data:
    base = theme.style("")
    names = {
        "title": "title",
        "rule": "title.rule",
        "head": "head.title",
        "part": "part.label",
        "foot": "foot.text",
        "number": "foot.number",
        "page": "foot.page",
        "done": "progress.done",
        "rest": "progress.rest",
    }
    colors = {name: theme.style(style).color for name, style in names.items()}
    return {
        **colors,
        "background": base.background,
        "surface": theme.color("surface"),
        "text": base.color,
    }


def _slides(job: ExportJob, pictures: Pictures) -> Iterator[Data]:
    deck = job.deck
    marks = bookmarks(deck, job.indexes, job.setting)
    for index in job.indexes:
        yield {**_slide(job, index, pictures), "marks": marks[index]}


def _slide(job: ExportJob, index: int, pictures: Pictures) -> Data:
    deck, theme, setting = job.deck, job.theme, job.setting
    slide, resolved = deck.slides[index], resolve(deck, index, setting.reveal)
    (title, subtitle), layout = resolved.heading, resolved.layout
    by = byline(deck) if layout == "cover" else ""
    data: Data = {
        "number": index + 1,
        "of": len(deck.slides),
        "layout": layout,
        "head": "" if layout == "cover" else head_text(deck, slide.title),
        "part": part_label(slide.part, setting),
        "foot": "" if layout == "cover" else byline(deck),
        "title": spans(title, "title", theme) if title else [],
        "plain": one_line(title),
        "subtitle": spans(subtitle, "subtitle", theme) if subtitle else [],
        "byline": [plain_span(by, "cover.byline", theme)] if by else [],
        "steps": list(resolved.steps) if job.steps else [resolved.last],
        "blocks": [convert(Context(theme, setting, pictures, node)) for node in resolved.nodes],
    }
    if job.notes:
        sections = [note_blocks(text) for text in note_sections(slide.notes)]
        data["notes"] = sections if any(sections) else []
    return data
