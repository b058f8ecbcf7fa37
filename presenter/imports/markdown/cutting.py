"""Where one slide ends and the next begins, by the rules of each dialect, and its notes begin.

A document is parsed once to see what is code, what is a comment and what is a rule; then it is cut
at whole lines, and each passage is parsed alone.
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


Role = Literal["body", "step", "notes"]


class Passage(NamedTuple):
    """Lines of a slide: `first` is the index of the first. A ``step`` appears with a further key;
    ``notes`` are the speaker's."""

    first: int
    lines: list[str]
    role: Role = "body"


@dataclass
class Segment:
    """The lines of one slide: `first` is the index of the first; `front` its own front matter."""

    first: int
    lines: list[str]
    front: FrontMatter = field(default_factory=FrontMatter)


Marks = list[tuple[int, int]]
"""Where slides end, and the next begin: what lies between is of none."""


class Document:
    """A parsed document: all its lines, its settings, and where its blocks stand.

    `held`: the lines within code, HTML and notes; `code`: those within code; `rules` and `html`:
    from where to where they go; `headings`: their line, level, and whether they are underlined;
    `top`: the kinds of the blocks at the top, of headings their level; `fronts`: the front matters
    of single slides, by the index of the line behind them.
    """

    def __init__(self, lines: list[str], front: FrontMatter, tokens: Iterable[Token]) -> None:
        self.lines = lines
        self.front = front
        self.first = front.height
        self.rules: Marks = []
        self.html: Marks = []
        self.headings: list[tuple[int, int, bool]] = []
        self.top: list[str] = []
        self.held: set[int] = set()
        self.code: set[int] = set()
        self.fronts = {self.first: front}
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
                self.headings.append((start, int(token.tag[1:]), token.markup in ("=", "-")))
            elif token.type == "hr":
                self.rules.append((start, end))
            elif token.type == "html_block":
                self.html.append((start, end))
            self.top.append(token.tag[1:] if token.type == "heading_open" else token.type)

    def segments(self, marks: Marks) -> list[Segment]:
        """The lines of each slide, parted at `marks`."""
        found = []
        begin = self.first
        for start, end in [*sorted(marks), (len(self.lines), len(self.lines))]:
            front = self.fronts.get(begin, FrontMatter())
            found.append(Segment(begin, self.lines[begin:start], front))
            begin = end
        return found

    def matching(self, pattern: re.Pattern[str], *, html: bool = False) -> Marks:
        """The lines that `pattern` fits, outside code and HTML, or with `html` also there."""
        held = self.code if html else self.held
        return [
            (line, line + 1)
            for line in range(self.first, len(self.lines))
            if pattern.fullmatch(self.lines[line]) and line not in held
        ]

    def at_levels(self, levels: Sequence[int]) -> Marks:
        """Where headings of these levels begin."""
        return [(line, line) for line, level, _ in self.headings if level in levels]


Cut = Callable[[Document], Marks]
Split = Callable[[Document, Segment], list[Passage]]
"""The passages of a slide; for most tools it is one."""


def at_rules(document: Document) -> Marks:
    """At every rule, ``---`` or ``***``."""
    return document.rules


def at_headings(document: Document) -> Marks:
    """At every heading that Pandoc takes for a slide's.

    Source: Pandoc's manual, "Structuring the slide show": the slide level is the highest that is
    followed at once by something other than a heading.
    """
    return document.at_levels(range(1, _slide_level(document) + 1))


def at_rules_or_headings(document: Document) -> Marks:
    """At rules if there are any, else at headings: patat, lookatme."""
    return document.rules or at_headings(document)


def at_rules_and_headings(document: Document) -> Marks:
    """At rules, and at headings as well: Pandoc."""
    return document.rules + at_headings(document)


def at_rules_and_dividers(document: Document) -> Marks:
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
    return document.rules + document.at_levels(levels)


def at_rules_and_deckset_dividers(document: Document) -> Marks:
    """At lines of dashes, and at the headings that Deckset's ``slide-dividers`` names."""
    named = document.front.text("slide-dividers").replace(",", " ").split()
    return document.rules + document.at_levels([each.count("#") for each in named])


def at_dashes(document: Document) -> Marks:
    """At every line of dashes outside code and comments, even below a text: slides."""
    return document.matching(_DASHES)


def at_remark_rules(document: Document) -> Marks:
    """At lines of three dashes: remark. Those of two are steps, see `remark_passages`."""
    return document.matching(_REMARK_RULE)


def at_reveal_rules(document: Document) -> Marks:
    """At lines of two to four dashes, which part slides to the right and downwards: reveal.js.

    Source: reveal.js and reveal-md, "Markdown"; without any, at headings.
    """
    front = document.front
    right, down = map(_literal_line, (front.text("separator"), front.text("verticalSeparator")))
    rule = f"(?:{re.escape(right) or '---'}|{re.escape(down) or '--(?:--)?'})[ \\t]*"
    marks = document.matching(re.compile(rule), html=bool(right or down))
    return marks or at_headings(document)


def _literal_line(separator: str) -> str:
    """The line that a separator of reveal-md names, a regular expression for the most part."""
    said = re.sub(r"\\r\??|\\n|^\^|\$$|\[\\r\]|[()?]", "", separator)
    return said if re.fullmatch(r"[\w<>!=+*~ -]+", said) else ""


def at_dashes_with_front_matter(document: Document) -> Marks:
    """The same; what follows the dashes at once may be the slide's own front matter: Slidev."""
    marks: Marks = []
    for line, end in document.matching(_DASHES):
        if marks and line < marks[-1][1]:
            continue
        if end < len(document.lines) and document.lines[end].strip():
            front = read_front_matter(document.lines, line)
            if front.height:
                end = line + front.height
                document.fronts[end] = front
        marks.append((line, end))
    return marks


def at_end_slide(document: Document) -> Marks:
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
    return marks


def _slide_level(document: Document) -> int:
    """The level of the headings that begin slides: by the settings, else by what follows them."""
    front = document.front
    named = [said for path, said in front.settings() if path[-1] in _LEVEL_KEYS]
    for level in (front.at("patat", "slideLevel"), *named):
        if level.isdecimal():
            return int(level)
    levels = [
        int(kind)
        for kind, following in itertools.pairwise(document.top)
        if kind.isdigit() and not following.isdigit()
    ]
    return min(levels, default=1)


_LEVEL_KEYS = ("slide-level", "slide_level", "slideLevel")


# What is in a slide beside its text.

Begins = Callable[[str, Role], tuple[Role, list[str]] | None]
"""Whether a line, in a passage of this role, begins another: its role, and what of the line
belongs to it."""


def whole(document: Document, segment: Segment) -> list[Passage]:  # noqa: ARG001
    """A slide in one passage."""
    return [Passage(segment.first, segment.lines)]


def _passages(document: Document, segment: Segment, begins: Begins) -> list[Passage]:
    passages = [Passage(segment.first, [])]
    for number, line in enumerate(segment.lines, segment.first):
        last = passages[-1]
        found = begins(line, last.role) if number not in document.held else None
        if found is None:
            last.lines.append(line)
        elif found[0] == last.role and found[1]:
            last.lines.extend(found[1])
        else:
            role, kept = found
            passages.append(Passage(number + (not kept), kept, role))
    return passages


def slot_passages(document: Document, segment: Segment) -> list[Passage]:
    """A line that names a slot, ``::right::``, stands by itself whatever is above and below it:
    Slidev."""
    passages = [Passage(segment.first, [])]
    for number, line in enumerate(segment.lines, segment.first):
        if _SLOT.fullmatch(line) and number not in document.held:
            passages += [Passage(number, [line]), Passage(number + 1, [])]
        else:
            passages[-1].lines.append(line)
    return passages


def remark_passages(document: Document, segment: Segment) -> list[Passage]:
    """``--`` is a step, what follows ``???`` the notes of the step: remark."""
    roles: dict[str, Role] = {"--": "step", "???": "notes"}

    def begins(line: str, _: Role) -> tuple[Role, list[str]] | None:
        role = roles.get(line.rstrip())
        return (role, []) if role else None

    return _passages(document, segment, begins)


def reveal_passages(document: Document, segment: Segment) -> list[Passage]:
    """What follows ``Note:`` at a line's start is the slide's notes: reveal.js."""

    def begins(line: str, role: Role) -> tuple[Role, list[str]] | None:
        match = _REVEAL_NOTE.match(line) if role == "body" else None
        return ("notes", [line[match.end() :]]) if match else None

    return _passages(document, segment, begins)


def deckset_passages(document: Document, segment: Segment) -> list[Passage]:
    """A paragraph whose first line begins with ``^`` is notes: Deckset."""

    def begins(line: str, role: Role) -> tuple[Role, list[str]] | None:
        if line.startswith("^"):
            return "notes", [line[1:].lstrip()]
        return ("body", [line]) if role == "notes" and not line.strip() else None

    return _passages(document, segment, begins)


def mdp_passages(document: Document, segment: Segment) -> list[Passage]:
    """``^`` alone on a line is a step; ``-> text <-`` is centred: mdp."""

    def begins(line: str, role: Role) -> tuple[Role, list[str]] | None:
        if line.rstrip() == "^":
            return "step", []
        match = _ARROWS.fullmatch(line)
        return (role, [match[1]]) if match and match[1] else None

    return _passages(document, segment, begins)
