"""Speaker notes in the notes pane: Markdown to paragraphs with levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

from presenter.content.inline import Styled, StyledLine, inline
from presenter.handout.pptx.fonts import Languages
from presenter.handout.pptx.text import (
    Inherited,
    RunWriter,
    add,
    paragraphs_of,
    properties_of,
    set_indent,
    set_marker,
    set_number,
)
from presenter.handout.pptx.theme import Scheme
from presenter.typeset.notes import note_sections, note_text, note_tree
from presenter.typeset.themes import OURS

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_SIZE, _INDENT = 12.0, 18.0


def notes_at(notes: str, step: int | None) -> str:
    """The notes of a step, or all of them for None."""
    sections = note_sections(notes)
    if step is None:
        return "\n\n".join(section for section in sections if section)
    return sections[min(step, len(sections) - 1)]


class Notes:
    """Fills the notes panes of a file: dark on white, whatever the slides' theme is."""

    def __init__(self, languages: Languages) -> None:
        self._writer = RunWriter(Scheme(OURS["paper"]), languages)

    def prepare(self, presentation: Presentation) -> None:
        """Give the notes' own master our fonts; it is made with the first notes.

        python-pptx has no call that lists it in the file, nor one that puts another root into a
        part.
        """
        master = presentation.notes_master.part
        key = presentation.part.relate_to(master, RT.NOTES_MASTER)
        listed = add(presentation.element, "p:notesMasterIdLst")
        add(listed, "p:notesMasterId").set(qn("r:id"), key)
        presentation.element.find(qn("p:sldMasterIdLst")).addnext(listed)
        part = master.part_related_by(RT.THEME)
        assert isinstance(part, XmlPart)
        theme = self._writer.scheme.theme_xml("notes", self._writer.languages)
        part._element = parse_xml(theme)  # noqa: SLF001

    def add(self, slide: Slide, text: str) -> None:
        """Put `text`, Markdown, into the notes pane of `slide`; nothing if it is empty."""
        frame = slide.notes_slide.notes_text_frame if text.strip() else None
        if frame is None:
            return
        color = self._writer.scheme.theme.color("text")
        for note, paragraph in zip(
            _notes(note_tree(text).children), paragraphs_of(frame), strict=False
        ):
            self._writer.write(paragraph, note.lines, note.style, _SIZE, Inherited(_SIZE, color))
            properties = properties_of(paragraph)
            if note.level:
                set_indent(properties, _INDENT * min(note.level, 8), _INDENT if note.marker else 0)
            if note.marker == "bullet":
                set_marker(properties, "•")
            elif note.marker:
                set_number(properties, note.start)
            else:
                add(properties, "a:buNone")


class _Note(NamedTuple):
    """A paragraph of notes. start: where the numbers begin, if not with 1."""

    lines: Sequence[StyledLine]
    style: str
    level: int
    marker: Literal["", "bullet", "number"]
    start: int


def _notes(
    nodes: Sequence[SyntaxTreeNode],
    level: int = 0,
    marker: Literal["", "bullet", "number"] = "",
    start: int = 0,
) -> Iterator[_Note]:
    """`marker` and `start`: of the first of them."""
    for node in nodes:
        match node.type:
            case "paragraph" | "heading":
                style = "strong" if node.type == "heading" else ""
                yield _Note(inline(note_text(node)), style, level, marker, start)
            case "bullet_list":
                for item in node.children:
                    yield from _notes(item.children, level + 1, "bullet")
            case "ordered_list":
                first = int(node.attrs.get("start", 1))
                for item in node.children:
                    yield from _notes(item.children, level + 1, "number", first if first > 1 else 0)
            case "fence" | "code_block":
                lines = node.content.rstrip("\n").split("\n")
                code = [(Styled(line, "code"),) if line else () for line in lines]
                yield _Note(code, "", level, marker, start)
            case "blockquote":
                yield from _notes(node.children, level + 1)
        marker, start = "", 0
