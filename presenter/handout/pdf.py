"""A deck as PDF: slides as pages, or with notes as a handout on A4 sheets, with bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from presenter.content import ResolvedSlide, is_right_to_left, name_of, resolve
from presenter.content.inline import inline
from presenter.handout.export_job import ExportJob, RefusedSlidesError
from presenter.render.compiling import RefusedError, Workspace
from presenter.render.look import PAGE
from presenter.render.own_folder import own_folder
from presenter.render.pictures import DeckPictures
from presenter.render.slides import deck_data, slide_data
from presenter.render.spans import Span, plain_span, spans
from presenter.render.stops import PictureLook, stops_of
from presenter.typeset.notes import note_sections, note_text, note_tree
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
    """One PDF. Characters that no font has are told to `job.warn`. Raises RefusedSlidesError."""
    with own_folder() as folder:
        workspace = Workspace(folder)
        try:
            made = workspace.pdf(document(job, workspace), job.deck.lang)
        except RefusedError as error:
            raise RefusedSlidesError(str(error), *_refused(job, workspace)) from error
    for flaw in made.flaws:
        job.warn(f"handout.{flaw.code}", **flaw.values)
    yield made.data


def _refused(job: ExportJob, workspace: Workspace) -> Iterator[int]:
    """Those of the slides that are refused each by itself."""
    for index in job.indexes:
        try:
            workspace.pdf(document(replace(job, indexes=(index,)), workspace), job.deck.lang)
        except RefusedError:
            yield index


def document(job: ExportJob, workspace: Workspace) -> dict[str, Any]:
    """The slides of `job` as data for the template, with their bookmarks and notes."""
    resolved = list(job.slides())
    shared = deck_data(job.deck, job.theme)
    long = dict(_pages_of_long(job, shared, workspace)) if job.steps and not job.notes else {}
    slides = []
    for slide, marks in zip(resolved, _bookmarks(resolved), strict=True):
        data = {**slide_data(slide, job.theme, workspace, steps=job.steps), "marks": marks}
        if pages := long.get(slide.index):
            data["pages"] = pages
        if job.notes:
            sections = [
                _note_blocks(note_tree(text).children, turned=is_right_to_left(job.deck))
                for text in note_sections(slide.written.notes)
            ]
            data["notes"] = sections if any(sections) else []
        slides.append(data)
    return {**shared, "handout": job.notes, "slides": slides}


def _pages_of_long(
    job: ExportJob, shared: dict[str, Any], workspace: Workspace
) -> Iterator[tuple[int, list[tuple[str, int]]]]:
    """Slides that have steps and take several pages, by their index, with a page for each stop.

    A page is a file that Typst may read, and its number there, from 1.
    """
    look = PictureLook(job.theme, *PAGE, job.setting.reveal, job.setting.language)
    pictures = DeckPictures(job.deck, look, workspace)
    stepped = [index for index in job.indexes if len(pictures.steps(index)) > 1]
    for index, _ in pictures.going_on(stepped):
        steps = pictures.steps(index)
        resolved = resolve(job.deck, index, job.setting.reveal, job.setting.language)
        slide = slide_data(resolved, job.theme, workspace, steps=True)
        document = {**shared, "slides": [slide]}
        drawn = workspace.pictures(document, job.deck.lang)
        # What is to come leaves its room: at each step there are as many.
        pages = len(drawn) // len(steps)
        first = {step: place * pages for place, step in enumerate(steps)}
        stops = stops_of(steps, lambda step: drawn[first[step] : first[step] + pages], 0)  # noqa: B023
        file = workspace.keep(workspace.pdf(document, job.deck.lang).data, "pdf")
        yield index, [(file, first[stop.step] + stop.page + 1) for stop in stops]


def _bookmarks(slides: Iterable[ResolvedSlide]) -> Iterator[list[Bookmark]]:
    """For each slide the entries that lead to it.

    Slides stand under their part; in a deck without parts, under the section before them.
    """
    above, under = "", False
    for slide in slides:
        own: list[Bookmark] = []
        if slide.part and slide.part != above:
            own.append(Bookmark(1, slide.part))
        section = not slide.part and slide.layout == "section"
        under = bool(slide.part) or (under and not section)
        own.append(Bookmark(2 if under else 1, _name(slide)))
        under = under or section
        above = slide.part
        yield own


def _name(slide: ResolvedSlide) -> str:
    """A slide's title, else the first thing that it says, in short, else its number."""
    if slide.name:
        return slide.name
    text = name_of(slide.written)
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") or str(slide.index + 1)


def _note_blocks(nodes: Sequence[SyntaxTreeNode], *, turned: bool) -> list[dict[str, Any]]:
    return [data for node in nodes if (data := _note_block(node, turned=turned))]


def _note_block(node: SyntaxTreeNode, *, turned: bool) -> dict[str, Any] | None:
    def said(style: str) -> list[Span]:
        return spans(inline(note_text(node)), style, _PRINT, turned=turned)

    match node.type:
        case "paragraph":
            return {"kind": "text", "spans": said("notes.text")}
        case "heading":
            return {"kind": "heading", "spans": said("notes.heading")}
        case "bullet_list" | "ordered_list":
            ordered = node.type == "ordered_list"
            return {
                "kind": "list",
                "start": int(node.attrs.get("start", 1)) if ordered else None,
                "items": [_note_blocks(item.children, turned=turned) for item in node.children],
                "tight": all(child.hidden for item in node.children for child in item.children[:1]),
            }
        case "blockquote":
            return {"kind": "quote", "blocks": _note_blocks(node.children, turned=turned)}
        case "fence" | "code_block":
            lines = node.content.expandtabs(4).rstrip("\n").split("\n")
            return {"kind": "code", "lines": [[plain_span(line, "", _PRINT)] for line in lines]}
        case "hr":
            return {"kind": "rule"}
    return None
