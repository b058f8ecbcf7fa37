"""A deck as PDF: slides as pages, or with notes as a handout on A4 sheets, with bookmarks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from presenter.content.inline import plain_text
from presenter.deck import Deck
from presenter.deck.text_of import text_of
from presenter.handout.export_job import ExportJob
from presenter.render.compiling import Workspace
from presenter.render.slides import deck_data, slide_data
from presenter.render.spans import plain_span, spans
from presenter.typeset import Setting
from presenter.typeset.layouts import layout_of
from presenter.typeset.notes import note_sections, note_text, note_tree
from presenter.typeset.running import part_label
from presenter.typeset.themes import OURS

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_LONGEST = 40
"""Characters of a text that stands for a missing title."""

_PRINT = OURS["paper"]
"""The theme of what is printed on white."""


class Bookmark(NamedTuple):
    """An entry of the outline."""

    level: int
    text: str


def export(job: ExportJob) -> Iterator[bytes]:
    """One PDF. Characters that no font has are told to `job.warn`."""
    with tempfile.TemporaryDirectory(prefix="presenter-") as folder:
        workspace = Workspace(Path(folder))
        made = workspace.pdf(document(job, workspace), job.deck.lang)
    if made.lacking:
        job.warn("handout.no-glyph", characters=" ".join(made.lacking))
    yield made.data


def document(job: ExportJob, workspace: Workspace) -> dict[str, Any]:
    """The slides of `job` as data for the template, with their bookmarks and notes."""
    deck = job.deck
    marks = _bookmarks(deck, job.indexes, job.setting)
    slides = []
    for index in job.indexes:
        slide = slide_data(deck, index, job.setting, job.theme, workspace, steps=job.steps)
        slide["marks"] = marks[index]
        if job.notes:
            sections = [
                _note_blocks(note_tree(text).children)
                for text in note_sections(deck.slides[index].notes)
            ]
            slide["notes"] = sections if any(sections) else []
        slides.append(slide)
    return {**deck_data(deck, job.theme), "handout": job.notes, "slides": slides}


def _bookmarks(deck: Deck, indexes: Sequence[int], setting: Setting) -> dict[int, list[Bookmark]]:
    """For each slide of `indexes` the entries that lead to it.

    Slides stand under their part; in a deck without parts, under the section before them.
    """
    marks: dict[int, list[Bookmark]] = {}
    above, under = "", False
    for index in indexes:
        label = part_label(deck.slides[index].part, setting)
        own: list[Bookmark] = []
        if label and label != above:
            own.append(Bookmark(1, label))
        section = not label and layout_of(deck, index) == "section"
        under = bool(label) or (under and not section)
        own.append(Bookmark(2 if under else 1, _name(deck, index)))
        under = under or section
        above = label
        marks[index] = own
    return marks


def _name(deck: Deck, index: int) -> str:
    """A slide's title, else the first thing that it says, else its number."""
    slide = deck.slides[index]
    if slide.title:
        return _line(slide.title)
    for block in slide.content:
        for said in text_of(block):
            text = _line(said.text) if said.markdown else " ".join(said.text.split())
            if text:
                return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return str(index + 1)


def _line(text: str) -> str:
    return " ".join(plain_text(text).split())


def _note_blocks(nodes: Sequence[SyntaxTreeNode]) -> list[dict[str, Any]]:
    return [data for node in nodes if (data := _note_block(node))]


def _note_block(node: SyntaxTreeNode) -> dict[str, Any] | None:
    match node.type:
        case "paragraph":
            return {"kind": "text", "spans": spans(note_text(node), "notes.text", _PRINT)}
        case "heading":
            return {"kind": "heading", "spans": spans(note_text(node), "notes.heading", _PRINT)}
        case "bullet_list" | "ordered_list":
            ordered = node.type == "ordered_list"
            return {
                "kind": "list",
                "start": int(node.attrs.get("start", 1)) if ordered else None,
                "items": [_note_blocks(item.children) for item in node.children],
                "tight": all(child.hidden for item in node.children for child in item.children[:1]),
            }
        case "blockquote":
            return {"kind": "quote", "blocks": _note_blocks(node.children)}
        case "fence" | "code_block":
            lines = node.content.expandtabs(4).rstrip("\n").split("\n")
            return {"kind": "code", "lines": [[plain_span(line, "", _PRINT)] for line in lines]}
        case "hr":
            return {"kind": "rule"}
    return None
