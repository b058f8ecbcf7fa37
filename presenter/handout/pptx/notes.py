"""Speaker notes in the notes pane: Markdown to paragraphs with levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide

from presenter.content.inline import Styled, inline
from presenter.content.inline import StyledLine as Line
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.design import Design
from presenter.handout.pptx.fonts import Languages
from presenter.handout.pptx.text_xml import Inherited, Writer
from presenter.handout.pptx.xml import element
from presenter.typeset.notes import note_sections, note_text, note_tree
from presenter.typeset.themes import OURS

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_SIZE = 12.0
_HANG = 228600


def notes_at(notes: str, step: int | None) -> str:
    """The notes of a step, or all of them for None."""
    sections = note_sections(notes)
    if step is None:
        return "\n\n".join(section for section in sections if section)
    return sections[min(step, len(sections) - 1)]


class Notes:
    """Fills the notes panes of a file: dark on white, whatever the slides' theme is."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages
        self._scheme = Scheme(OURS["paper"])
        self._design = Design(self._scheme, languages)

    def prepare(self, presentation: Presentation) -> None:
        """Give the notes' own master our fonts; it is made with the first notes."""
        master = presentation.notes_master.part
        key = presentation.part.relate_to(master, RT.NOTES_MASTER)
        listed = f'<p:notesMasterIdLst><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>'
        presentation.element.find("{*}sldMasterIdLst").addnext(element(listed))
        part = master.part_related_by(RT.THEME)
        assert isinstance(part, XmlPart)
        # python-pptx has no call that puts another root into a part.
        part._element = parse_xml(self._design.theme_xml("notes").encode())  # noqa: SLF001

    def add(self, slide: Slide, text: str) -> None:
        """Put `text`, Markdown, into the notes pane of `slide`; nothing if it is empty."""
        frame = slide.notes_slide.notes_text_frame if text.strip() else None
        if frame is None:
            return
        part = slide.notes_slide.part

        def link(address: str) -> str:
            return part.relate_to(address, RT.HYPERLINK, is_external=True)

        writer = Writer(self._scheme, self._languages, link)
        body = frame._txBody  # noqa: SLF001 - a text frame has no public element
        for paragraph in body.findall("{*}p"):
            body.remove(paragraph)
        for xml in _paragraphs(note_tree(text).children, 0, writer):
            body.append(element(xml))


def _paragraphs(
    nodes: Sequence[SyntaxTreeNode], level: int, writer: Writer, marks: str = ""
) -> Iterator[str]:
    """`marks`: the marker of the first of them."""
    for node in nodes:
        match node.type:
            case "paragraph" | "heading":
                style = "strong" if node.type == "heading" else ""
                yield _written(inline(note_text(node)), style, level, writer, marks)
            case "bullet_list" | "ordered_list":
                ordered = node.type == "ordered_list"
                at = int(node.attrs.get("start", 1)) if ordered else 1
                start = f' startAt="{at}"' if at > 1 else ""
                mark = (
                    f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'
                    if ordered
                    else '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
                )
                for item in node.children:
                    yield from _paragraphs(item.children, level + 1, writer, mark)
            case "fence" | "code_block":
                lines = node.content.rstrip("\n").split("\n")
                code = tuple((Styled(line, "code"),) if line else () for line in lines)
                yield _written(code, "", level, writer, marks)
            case "blockquote":
                yield from _paragraphs(node.children, level + 1, writer)
        marks = ""


def _written(lines: Sequence[Line], style: str, level: int, writer: Writer, marks: str) -> str:
    runs = writer.lines(lines, style, _SIZE, Inherited(_SIZE, writer.scheme.theme.color("text")))
    deep = min(level, 8)
    hang = f' marL="{_HANG * deep}" indent="{-_HANG if marks else 0}"' if deep else ""
    return f"<a:p><a:pPr{hang}>{marks or '<a:buNone/>'}</a:pPr>{runs}</a:p>"
