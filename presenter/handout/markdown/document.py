"""A plain Markdown deck, which ``presenter import`` reads back to the same outline.

Front matter, ``---`` between slides, and in comments what Markdown has no form for; blocks that it
has no form for are YAML in a fence. Any Markdown tool shows the rest as it should be.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from presenter.deck import Slide
from presenter.deck.model import WrittenSlide
from presenter.deck.writing import head_node, struct_entries
from presenter.deck.yaml_text import Plain, write
from presenter.handout.export_job import ExportJob
from presenter.handout.markdown.blocks import blocks_lines
from presenter.handout.markdown.syntax import comment, heading, note

_PARTS = {"introduction": "introduction", "point": "points", "conclusion": "conclusion"}


def export(job: ExportJob) -> Iterator[bytes]:
    """One Markdown file; with notes, those of a slide end it, in a comment."""
    deck = job.deck
    head = ["---", *write({"presenter": Plain("true"), **head_node(deck)}), "---"]
    slides = [deck.slides[index] for index in job.indexes]
    before: Slide | None = None
    pieces = ["\n".join(head)]
    for number, slide in enumerate(slides):
        lines = ["---"] if number else []
        lines += _part(slide, before)
        lines += _slide(slide)
        if job.notes and slide.notes:
            lines.append(note(slide.notes))
        pieces.append("\n\n".join(lines))
        before = slide
    yield ("\n\n".join(pieces) + "\n").encode()


def _part(slide: Slide, before: Slide | None) -> list[str]:
    """The comment that says where in the outline a slide stands, if that is new."""
    part = slide.part
    if part.kind == "slide" or (part.kind != "point" and before and before.part == part):
        return []
    if part.kind == "point" and before and before.part == part:
        return ["<!-- part: same point -->"]
    return [f"<!-- part: {_PARTS[part.kind]} -->"]


def _slide(slide: Slide) -> list[str]:
    """The pieces of a slide: its headings, what is said of it, its blocks."""
    title = heading(slide.title, 1)
    subtitle = heading(slide.subtitle, 2) if title else None
    said = structs.replace(
        slide,
        title="" if title else slide.title,
        subtitle="" if subtitle else slide.subtitle,
    )
    fields = struct_entries(said, WrittenSlide, ("content", "notes", "hidden"))
    lines = [comment("slide", fields)] if fields else []
    lines += filter(None, (title, subtitle))
    return lines + blocks_lines(slide.content)
