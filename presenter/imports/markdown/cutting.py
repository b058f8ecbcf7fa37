"""Where one slide ends and the next begins, by the rules of each dialect, and its notes begin.

A document is parsed once to see what is code, what is a comment and what is a rule; then it is cut
at whole lines, and each piece is parsed alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from markdown_it.token import Token

from presenter.imports.markdown.front_matter import FrontMatter, parse_mapping, read_front_matter

_DASHES = re.compile(r"---+[ \t]*")
_END_SLIDE = re.compile(r"<!--\s*end_slide\s*-->")
_DIVIDER = re.compile(r"<!--((?:(?!-->).)*?\bheadingDivider:(?:(?!-->).)*)-->", re.DOTALL)
_REMARK_RULE = re.compile(r"---[ \t]*")
_SLOT = re.compile(r"::[\w-]+::[ \t]*")
_REVEAL_NOTE = re.compile(r"[ \t]*notes?:", re.IGNORECASE)
_ARROWS = re.compile(r"[ \t]*->[ \t]+(.*?)[ \t]*(?:<-)?[ \t]*")


class Piece(NamedTuple):
    """Lines of a slide: `first` is the index of the first. A ``step`` appears with a further key;
    ``notes`` are the speaker's."""

    first: int
    lines: list[str]
    role: Literal["body", "step", "notes"] = "body"


@dataclass
class Segment:
    """The lines of one slide: `first` is the index of the first; `front` its own front matter."""

    first: int
    lines: list[str]
    front: FrontMatter = field(default_factory=FrontMatter)


class Document:
    """A parsed document: all its lines, its settings, and where its blocks stand.

    `held`: the lines within code, HTML and
    notes; `code`: those within code.
    """

    def __init__(self, lines: list[str], front: FrontMatter, tokens: Iterable[Token]) -> None:
        self.lines = lines
        self.front = front
        self.first = front.height
        self.rules: list[tuple[int, int]] = []
        self.html: list[tuple[int, int]] = []
        self.headings: list[tuple[int, int, bool]] = []
        """Line, level, and whether it is underlined."""
        self.top: list[str] = []
        """The kinds of the blocks at the top; of headings their level."""
        self.held: set[int] = set()
        self.code: set[int] = set()
        for token in tokens:
            if token.map is None:
                continue
            start, end = self.first + token.map[0], self.first + token.map[1]
            if token.type in ("fence", "code_block", "html_block", "notes"):
                self.held.update(range(start, end))
            if token.type in ("fence", "code_block"):
                self.code.update(range(start, end))
            if token.level or token.nesting < 0:
                continue
            if token.type == "heading_open":
                level = int(token.tag[1:])
                self.headings.append((start, level, token.markup in ("=", "-")))
                self.top.append(str(level))
                continue
            self.top.append(token.type)
            if token.type == "hr":
                self.rules.append((start, end))
            elif token.type == "html_block":
                self.html.append((start, end))

    def matching(self, pattern: re.Pattern[str], *, html: bool = False) -> list[tuple[int, int]]:
        """The lines that `pattern` fits, outside code and HTML, or with `html` also there."""
        held = self.code if html else self.held
        return [
            (line, line + 1)
            for line in range(self.first, len(self.lines))
            if pattern.fullmatch(self.lines[line]) and line not in held
        ]

    def at_levels(self, levels: Sequence[int]) -> list[tuple[int, int]]:
        """Where headings of these levels begin."""
        return [(line, line) for line, level, _ in self.headings if level in levels]


Cut = Callable[[Document], list[Segment]]
Split = Callable[[Document, Segment], list[Piece]]
"""The pieces of a slide; for most tools it is one."""


def at_rules(document: Document) -> list[Segment]:
    """At every rule, ``---`` or ``***``."""
    return _between(document, document.rules)


def at_headings(document: Document) -> list[Segment]:
    """At every heading that Pandoc takes for a slide's.

    Source: Pandoc's manual, "Structuring the slide show": the slide level is the highest that is
    followed at once by something other than a heading.
    """
    return _between(document, document.at_levels(range(1, slide_level(document) + 1)))


def at_rules_or_headings(document: Document) -> list[Segment]:
    """At rules if there are any, else at headings: patat, lookatme."""
    return at_rules(document) if document.rules else at_headings(document)


def at_rules_and_headings(document: Document) -> list[Segment]:
    """At rules, and at headings as well: Pandoc."""
    levels = range(1, slide_level(document) + 1)
    return _between(document, sorted(document.rules + document.at_levels(levels)))


def at_rules_and_dividers(document: Document) -> list[Segment]:
    """At rules, and at the headings that Marp's ``headingDivider`` names."""
    divider = document.front.values.get("headingDivider", "")
    for start, end in document.html:
        for match in _DIVIDER.finditer("\n".join(document.lines[start:end])):
            found = parse_mapping(match[1])
            divider = found.values.get("headingDivider", divider) if found else divider
    named = [each for each in (divider if isinstance(divider, list) else [divider]) if each]
    levels = [int(each) for each in named if isinstance(each, str) and each.isdecimal()]
    if not isinstance(divider, list) and levels:
        levels = list(range(1, levels[0] + 1))
    return _between(document, sorted(document.rules + document.at_levels(levels)))


def at_rules_and_deckset_dividers(document: Document) -> list[Segment]:
    """At lines of dashes, and at the headings that Deckset's ``slide-dividers`` names."""
    named = document.front.text("slide-dividers").replace(",", " ").split()
    levels = [each.count("#") for each in named]
    return _between(document, sorted(document.rules + document.at_levels(levels)))


def at_dashes(document: Document) -> list[Segment]:
    """At every line of dashes outside code and comments, even below a text: slides."""
    return _between(document, document.matching(_DASHES))


def at_remark_rules(document: Document) -> list[Segment]:
    """At lines of three dashes: remark. Those of two are steps, see `remark_pieces`."""
    return _between(document, document.matching(_REMARK_RULE))


def at_reveal_rules(document: Document) -> list[Segment]:
    """At lines of two to four dashes, which part slides to the right and downwards: reveal.js.

    Source: reveal.js and reveal-md, "Markdown"; without any, at headings.
    """
    front = document.front
    right, down = map(_literal_line, (front.text("separator"), front.text("verticalSeparator")))
    rule = f"(?:{re.escape(right) or '---'}|{re.escape(down) or '--(?:--)?'})[ \\t]*"
    marks = document.matching(re.compile(rule), html=bool(right or down))
    return _between(document, marks) if marks else at_headings(document)


def _literal_line(separator: str) -> str:
    """The line that a separator of reveal-md names, a regular expression for the most part."""
    said = re.sub(r"\\r\??|\\n|^\^|\$$|\[\\r\]|[()?]", "", separator)
    return said if re.fullmatch(r"[\w<>!=+*~ -]+", said) else ""


def at_dashes_with_front_matter(document: Document) -> list[Segment]:
    """The same; what follows the dashes at once may be the slide's own front matter: Slidev."""
    marks: list[tuple[int, int]] = []
    fronts: dict[int, FrontMatter] = {}
    for line, end in document.matching(_DASHES):
        if marks and line < marks[-1][1]:
            continue
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
    marks = []
    for start, end in document.html:
        if document.lines[start].lstrip().startswith("<!--"):
            marks += [
                # What else stands on its line is of the slide that ends.
                (line if _END_SLIDE.fullmatch(document.lines[line].strip()) else line + 1, line + 1)
                for line in range(start, end)
                if _END_SLIDE.search(document.lines[line])
            ]
    if document.front.switched_on("options", "end_slide_shorthand"):
        marks += document.rules
    if document.front.switched_on("options", "implicit_slide_ends"):
        marks += [(line, line) for line, _, underlined in document.headings if underlined]
    return _between(document, sorted(marks))


def _between(document: Document, marks: Sequence[tuple[int, int]]) -> list[Segment]:
    segments = []
    begin = document.first
    for start, end in [*marks, (len(document.lines), len(document.lines))]:
        segments.append(Segment(begin, document.lines[begin:start]))
        begin = end
    segments[0].front = document.front
    return segments


def slide_level(document: Document) -> int:
    """The level of the headings that begin slides: by the settings, else by what follows them."""
    front = document.front
    for path in (("patat", "slideLevel"), *_slide_level_keys(front)):
        if (level := front.at(*path)).isdecimal():
            return int(level)
    levels = [
        int(kind)
        for kind, following in itertools.pairwise(document.top)
        if kind.isdigit() and not following.isdigit()
    ]
    return min(levels, default=1)


def _slide_level_keys(front: FrontMatter) -> list[tuple[str, ...]]:
    return [
        path
        for path, _, _ in front.settings()
        if path[-1] in ("slide-level", "slide_level", "slideLevel")
    ]


# What is in a slide beside its text.


def whole(document: Document, segment: Segment) -> list[Piece]:  # noqa: ARG001
    """A slide in one piece."""
    return [Piece(segment.first, segment.lines)]


def slot_pieces(document: Document, segment: Segment) -> list[Piece]:
    """A line that names a slot, ``::right::``, stands by itself whatever is above and below it:
    Slidev."""
    pieces: list[Piece] = []
    begin = 0
    for number, line in enumerate(segment.lines):
        if _SLOT.fullmatch(line) and segment.first + number not in document.held:
            pieces.append(Piece(segment.first + begin, segment.lines[begin:number]))
            pieces.append(Piece(segment.first + number, [line]))
            begin = number + 1
    return [*pieces, Piece(segment.first + begin, segment.lines[begin:])]


def remark_pieces(document: Document, segment: Segment) -> list[Piece]:
    """``--`` is a step, what follows ``???`` the notes of the step: remark."""

    def begins(line: str) -> Literal["step", "notes"] | None:
        text = line.rstrip()
        return "step" if text == "--" else "notes" if text == "???" else None

    return _pieces(document, segment, begins)


def reveal_pieces(document: Document, segment: Segment) -> list[Piece]:
    """What follows ``Note:`` at a line's start is the slide's notes: reveal.js."""
    for number, line in enumerate(segment.lines):
        if (match := _REVEAL_NOTE.match(line)) and segment.first + number not in document.held:
            notes = [line[match.end() :], *segment.lines[number + 1 :]]
            body = Piece(segment.first, segment.lines[:number])
            return [body, Piece(segment.first + number, notes, "notes")]
    return whole(document, segment)


def deckset_pieces(document: Document, segment: Segment) -> list[Piece]:
    """A paragraph whose first line begins with ``^`` is notes: Deckset."""
    pieces: list[Piece] = []
    lines: list[str] = []
    role: Literal["body", "notes"] = "body"
    for number, line in enumerate([*segment.lines, ""]):
        free = segment.first + number not in document.held
        ended = number == len(segment.lines)
        now = role
        if free and line.startswith("^"):
            now, line = "notes", line[1:].lstrip()
        elif not line.strip():
            now = "body"
        if (now != role or ended) and lines:
            pieces.append(Piece(segment.first + number - len(lines), lines, role))
            lines = []
        role = now
        lines.append(line)
    return pieces or whole(document, segment)


def mdp_pieces(document: Document, segment: Segment) -> list[Piece]:
    """``^`` alone on a line is a step; ``-> text <-`` is centred: mdp."""
    pieces = _pieces(document, segment, lambda line: "step" if line.rstrip() == "^" else None)
    return [
        piece._replace(
            lines=[
                match[1]
                if piece.first + number not in document.held and (match := _ARROWS.fullmatch(line))
                else line
                for number, line in enumerate(piece.lines)
            ]
        )
        for piece in pieces
    ]


def _pieces(
    document: Document,
    segment: Segment,
    begins: Callable[[str], Literal["step", "notes"] | None],
) -> list[Piece]:
    pieces = [Piece(segment.first, [])]
    for number, line in enumerate(segment.lines):
        role = begins(line) if segment.first + number not in document.held else None
        if role:
            pieces.append(Piece(segment.first + number + 1, [], role))
        else:
            pieces[-1].lines.append(line)
    return pieces
