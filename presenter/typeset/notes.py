"""Speaker notes, Markdown, to lines: paragraphs, lists, headings, quotes and code.

Blocks are read by markdown-it (CommonMark, without HTML and link definitions), the text within
them as everywhere (`presenter.content.inline`). A line ``[step]`` or ``---`` parts what belongs to
one step of the slide from what belongs to the next; so here ``---`` below a line makes no heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from presenter.content.inline import inline
from presenter.typeset.bidi import mirrored
from presenter.typeset.blocks.prose import MARKERS
from presenter.typeset.page import Line, PageOptions, Run, indented, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.tree import SyntaxTreeNode

_BAR = "▎"

NOW, OTHER = "notes.text", "notes.other"
"""The styles of what belongs to the step that is shown, and of all else."""


class SetNotes(Struct, frozen=True):
    """All of a slide's notes as lines, and which of them belong to the step that is shown."""

    lines: list[Line]
    first: int
    """The row of the first such line."""
    end: int
    """The row behind the last."""


@lru_cache(maxsize=256)
def note_sections(text: str) -> tuple[str, ...]:
    """The notes of each step, from step 0; at least one, each may be empty.

    A step beyond the last section goes with the last one.
    """
    rows = text.split("\n")
    sections, start = [], 0
    for token in _parser().parse(text):
        if token.map and token.level == 0 and _parts(token.type, token.markup):
            sections.append("\n".join(rows[start : token.map[0]]).strip("\n"))
            start = token.map[1]
    return (*sections, "\n".join(rows[start:]).strip("\n"))


def set_notes(text: str, width: int, setting: PageOptions, style: str = NOW) -> list[Line]:
    """The lines of `text`, Markdown, at most `width` cells wide; none if it is empty.

    `style` is that of plain text; bold, code and links refine it.
    """
    return _set_blocks(note_tree(text).children, max(1, width), setting, style, 0)


def note_tree(text: str) -> SyntaxTreeNode:
    """The blocks of `text`, Markdown; what stands within them is not parsed (see `note_text`)."""
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(_parser().parse(text))


def note_text(node: SyntaxTreeNode) -> str:
    """The inline Markdown of a paragraph or heading."""
    return "\n".join(child.content for child in node.children)


@lru_cache(maxsize=8)
def set_note_sections(text: str, step: int, width: int, setting: PageOptions) -> SetNotes:
    """All sections of the notes, an empty line between them; the last few are kept.

    That of `step`, one of several, has a bar beside it, and the others are quiet.
    """
    sections = note_sections(text)
    now = min(step, len(sections) - 1)
    bar = _bar("notes.now", width, setting) if sections[1:] else ()
    blank: Line = (space(line_width(bar)),) if bar else ()
    lines: list[Line] = []
    first = end = 0
    for index, section in enumerate(sections):
        style = NOW if index == now else OTHER
        own = set_notes(section, width - line_width(bar), setting, style)
        if own and lines:
            lines.append(())
        if index == now:
            first, end = len(lines), len(lines) + len(own)
        lead = bar if index == now else blank
        lines += indented(own, lead, lead)
    if setting.right_to_left:
        lines = [mirrored(line, width, setting.ruler) for line in lines]
    return SetNotes(lines, first, end)


def _parts(kind: str, markup: str) -> bool:
    return kind == "step" or (kind == "hr" and markup.startswith("-"))


def _set_blocks(
    nodes: Sequence[SyntaxTreeNode],
    width: int,
    setting: PageOptions,
    style: str,
    depth: int,
    *,
    tight: bool = False,
) -> list[Line]:
    """Blocks one under the other, with an empty line between them unless they are `tight`."""
    lines: list[Line] = []
    for node in nodes:
        own = _set_block(node, width, setting, style, depth)
        if own and lines and not tight:
            lines.append(())
        lines += own
    return lines


def _set_block(
    node: SyntaxTreeNode, width: int, setting: PageOptions, style: str, depth: int
) -> list[Line]:
    ruler = setting.ruler
    match node.type:
        case "paragraph":
            return set_paragraph(inline(note_text(node)), style, width, setting)
        case "heading":
            return set_paragraph(inline(note_text(node)), f"{style} notes.heading", width, setting)
        case "bullet_list" | "ordered_list":
            return _set_list(node, width, setting, style, depth)
        case "blockquote":
            bar = _bar("quote.bar", width, setting)
            room = width - line_width(bar)
            own = _set_blocks(node.children, room, setting, style, depth)
            return list(indented(own, bar, bar))
        case "fence" | "code_block":
            source = node.content.expandtabs(4).rstrip("\n")
            rows = set_plain(source, f"{style} code", max(1, width - 2), setting)
            lead: Line = (space(2),) if width > 2 else ()
            return list(indented(rows, lead, lead))
        case "hr":
            text = ruler.fill("─", width)
            return [(Run(text, "table.rule", ruler.width(text)),)]
        case _:  # a mark between steps
            return []


def _set_list(
    node: SyntaxTreeNode, width: int, setting: PageOptions, style: str, depth: int
) -> list[Line]:
    """Markers hang; numbers are aligned at their right."""
    ruler = setting.ruler
    tight = all(child.hidden for item in node.children for child in item.children[:1])
    bullet = MARKERS[min(depth, len(MARKERS) - 1)]
    marks = [f"{item.info}." if item.info else bullet for item in node.children]
    longest = max(map(len, marks))
    lines: list[Line] = []
    for mark, item in zip(marks, node.children, strict=True):
        marker = Run(mark.rjust(longest), "bullet.marker", ruler.width(mark.rjust(longest)))
        lead = marker.width + 1
        if width - lead < 2:  # room for a Chinese character comes before the marker
            marker, lead = Run("", "", 0), 0
        own = _set_blocks(item.children, width - lead, setting, style, depth + 1, tight=tight) or [
            ()
        ]
        if lines and not tight:
            lines.append(())
        first: Line = (marker, space(1)) if lead else ()
        rest: Line = (space(lead),) if lead else ()
        lines += indented(own, first, rest)
    return lines


def _bar(style: str, width: int, setting: PageOptions) -> Line:
    """A bar and a space; nothing where a Chinese character would have no room beside them."""
    bar = Run(_BAR, style, setting.ruler.width(_BAR))
    return (bar, space(1)) if bar.width + 1 + 2 <= width else ()


@cache
def _parser() -> MarkdownIt:
    """Reads blocks only; imported when the first notes are set."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.disable(["lheading", "reference", "html_block"])
    parser.block.ruler.before("hr", "step", _step, {"alt": ["paragraph", "blockquote", "list"]})
    return parser


def _step(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    """The rule for a line that says ``[step]`` and nothing else."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if state.is_code_block(line) or state.src[start:stop].strip().casefold() != "[step]":
        return False
    if not silent:
        state.line = line + 1
        token = state.push("step", "", 0)
        token.map = [line, line + 1]
    return True
