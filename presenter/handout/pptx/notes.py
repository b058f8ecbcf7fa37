"""Speaker notes in the notes pane: Markdown to paragraphs with levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import _Paragraph

from presenter.content.inline import Paragraph, Styled, inline, plain
from presenter.handout.pptx.fonts import Languages
from presenter.handout.pptx.text import (
    Inherited,
    RunWriter,
    TextSetting,
    add,
    paragraphs_of,
    properties_of,
    set_indent,
    set_marker,
)
from presenter.handout.pptx.theme import Scheme
from presenter.typeset.bidi import runs_from_right
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

    def __init__(self, languages: Languages, *, turned: bool = False) -> None:
        """turned: whether the talk is written from right to left."""
        scheme = Scheme(OURS["paper"])
        self._turned = turned
        self._writer = RunWriter(scheme, languages, turned=turned)
        self._setting = TextSetting("", _SIZE, Inherited(_SIZE, scheme.theme.color("text")))

    def prepare(self, presentation: Presentation) -> None:
        """Give the notes' own master our fonts; it is made with the first notes.

        python-pptx has no call that lists it in the file.
        """
        master = presentation.notes_master.part
        key = presentation.part.relate_to(master, RT.NOTES_MASTER)
        listed = add(presentation.element, "p:notesMasterIdLst")
        add(listed, "p:notesMasterId").set(qn("r:id"), key)
        presentation.element.find(qn("p:sldMasterIdLst")).addnext(listed)
        theme: Any = master.part_related_by(RT.THEME)
        self._writer.scheme.apply(theme._element, "notes", self._writer.languages)  # noqa: SLF001

    def add(self, slide: Slide, text: str) -> None:
        """Put `text`, Markdown, into the notes pane of `slide`; nothing if it is empty."""
        frame = slide.notes_slide.notes_text_frame if text.strip() else None
        if frame is None:
            return
        self._write(note_tree(text).children, paragraphs_of(frame))

    def _write(
        self,
        nodes: Sequence[SyntaxTreeNode],
        paragraphs: Iterator[_Paragraph],
        level: int = 0,
        marker: str | int = "",
    ) -> None:
        """Write `nodes` into the next of `paragraphs`, the first with this marker."""
        for node in nodes:
            match node.type:
                case "bullet_list":
                    for item in node.children:
                        self._write(item.children, paragraphs, level + 1, "•")
                case "ordered_list":
                    start = int(node.attrs.get("start", 1))
                    for item in node.children:
                        self._write(item.children, paragraphs, level + 1, start if start > 1 else 0)
                case "blockquote":
                    self._write(node.children, paragraphs, level + 1)
                case "paragraph" | "heading" | "fence" | "code_block":
                    paragraph = next(paragraphs)
                    if node.content:
                        source = node.content.rstrip("\n").split("\n")
                        lines: Paragraph = tuple((Styled(line, "code"),) for line in source)
                    else:
                        lines = inline(note_text(node))
                    style = "strong" if node.type == "heading" else ""
                    self._writer.write(paragraph, lines, self._setting._replace(style=style))
                    properties = properties_of(paragraph)
                    if level:
                        hang = 0 if marker == "" else _INDENT
                        set_indent(properties, _INDENT * min(level, 8), hang)
                    set_marker(properties, marker)
                    whole = plain(lines)
                    if not node.content and runs_from_right(whole, in_such=self._turned):
                        properties.set("algn", "r")
                        properties.set("rtl", "1")
            marker = ""
