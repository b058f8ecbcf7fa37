"""Where one slide ends and the next begins, by the rules of each dialect.

A document is parsed once to see what is code, what is a comment and what is a rule; then it is cut
at whole lines, and each piece is parsed alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from presenter.imports.markdown.front_matter import FrontMatter, read_front_matter

_DASHES = re.compile(r"---+[ \t]*")
_END_SLIDE = re.compile(r"<!--\s*end_slide\s*-->")


@dataclass
class Segment:
    """The lines of one slide: `first` is the index of the first; `front` its own front matter."""

    first: int
    lines: list[str]
    front: FrontMatter = field(default_factory=FrontMatter)


@dataclass
class Document:
    """A parsed document: all its lines, and its tokens, whose lines count from `first`."""

    lines: list[str]
    first: int
    tokens: list[Token]
    front: FrontMatter

    def spans(self, *types: str, top: bool = True) -> list[tuple[int, int]]:
        """The first line and that behind the last of the tokens of these types."""
        return [
            (self.first + token.map[0], self.first + token.map[1])
            for token in self.tokens
            if token.type in types and token.map and (token.level == 0 or not top)
        ]


Cut = Callable[[Document], list[Segment]]


def at_rules(document: Document) -> list[Segment]:
    """At every rule, ``---`` or ``***``."""
    return _between(document, document.spans("hr"))


def at_headings(document: Document, levels: Sequence[int] = ()) -> list[Segment]:
    """At every heading of these levels; without levels, of those that Pandoc takes for slides.

    Source: Pandoc's manual, "Structuring the slide show": the slide level is the highest that is
    followed at once by something other than a heading.
    """
    levels = levels or range(1, _slide_level(document) + 1)
    return _between(document, [(line, line) for line in _headings(document, levels)])


def at_rules_or_headings(document: Document) -> list[Segment]:
    """At rules if there are any, else at headings: patat, lookatme."""
    return at_rules(document) if document.spans("hr") else at_headings(document)


def at_rules_and_dividers(document: Document) -> list[Segment]:
    """At rules, and at the headings that Marp's ``headingDivider`` names."""
    divider = document.front.values.get("headingDivider", "")
    named = [each for each in (divider if isinstance(divider, list) else [divider]) if each]
    levels = [int(each) for each in named if isinstance(each, str) and each.isdigit()]
    if not isinstance(divider, list) and levels:
        levels = list(range(1, levels[0] + 1))
    marks = document.spans("hr") + [(line, line) for line in _headings(document, levels)]
    return _between(document, sorted(marks))


def at_dashes(document: Document) -> list[Segment]:
    """At every line of dashes outside code and comments, even below a text: slides."""
    return _between(document, [(line, line + 1) for line in _dashes(document)])


def at_dashes_with_front_matter(document: Document) -> list[Segment]:
    """The same; what follows the dashes at once may be the slide's own front matter: Slidev."""
    marks: list[tuple[int, int]] = []
    fronts: dict[int, FrontMatter] = {}
    for line in _dashes(document):
        if marks and line < marks[-1][1]:
            continue
        end = line + 1
        if end < len(document.lines) and document.lines[end].strip():
            front = read_front_matter(document.lines, line)
            if front.height:
                end = line + front.height
                fronts[end] = front
        marks.append((line, end))
    segments = _between(document, marks)
    for segment in segments:
        segment.front = fronts.get(segment.first, segment.front)
    return segments


def at_end_slide(document: Document) -> list[Segment]:
    """At ``<!-- end_slide -->``, and where the front matter's options say so: presenterm."""
    marks = [
        (start, end)
        for start, end in document.spans("html_block")
        if _END_SLIDE.search("\n".join(document.lines[start:end]))
    ]
    if document.front.switched_on("options", "end_slide_shorthand"):
        marks += document.spans("hr")
    if document.front.switched_on("options", "implicit_slide_ends"):
        marks += [(line, line) for line in _setext(document)]
    return _between(document, sorted(marks))


def _between(document: Document, marks: Sequence[tuple[int, int]]) -> list[Segment]:
    segments = []
    begin = document.first
    for start, end in [*marks, (len(document.lines), len(document.lines))]:
        segments.append(Segment(begin, document.lines[begin:start]))
        begin = end
    segments[0].front = document.front
    return segments


def _dashes(document: Document) -> list[int]:
    held = document.spans("fence", "code_block", "html_block", top=False)
    inside = {line for start, end in held for line in range(start, end)}
    return [
        line
        for line in range(document.first, len(document.lines))
        if _DASHES.fullmatch(document.lines[line]) and line not in inside
    ]


def _headings(document: Document, levels: Sequence[int]) -> list[int]:
    return [
        document.first + token.map[0]
        for token in document.tokens
        if token.type == "heading_open" and token.map and not token.level
        if int(token.tag[1:]) in levels
    ]


def _setext(document: Document) -> list[int]:
    return [
        document.first + token.map[0]
        for token in document.tokens
        if token.type == "heading_open" and token.map and token.markup in ("=", "-")
    ]


def _slide_level(document: Document) -> int:
    configured = document.front.values.get("patat")
    level = configured.get("slideLevel") if isinstance(configured, dict) else None
    if isinstance(level, str) and level.isdigit():
        return int(level)
    levels = []
    top = [token for token in document.tokens if not token.level and token.nesting >= 0]
    for token, following in itertools.pairwise(top):
        if token.type == "heading_open" and following.type != "heading_open":
            levels.append(int(token.tag[1:]))
    return min(levels, default=1)
