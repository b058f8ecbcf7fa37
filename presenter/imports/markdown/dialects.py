"""The dialects of Markdown decks, and by what each is recognised: a new one is a row here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from presenter.imports.markdown import cutting, tools
from presenter.imports.markdown.front_matter import FrontMatter
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.markdown.tools import Command, Place

Special = Callable[[SlideBuilder, str, int], bool]
"""Whether it reads the text at the index of a line as something of its tool's own."""

ReadPicture = Callable[[SlideBuilder, Picture, int], tuple[Picture, Place]]


@dataclass(frozen=True)
class Dialect:
    """How a tool's decks are read.

    commands: what its comments may say. comments_are_notes: whether other comments are notes.
    title_slide: whether its front matter shows as a slide. setext_titles: whether underlined
    headings are the slides' titles. revealing: the list markers whose lists appear item by item.
    captions: whether a picture alone in its paragraph has its words for a caption.
    quoted_lists_reveal: whether a list in a quote appears item by item (where others do so, at
    once). exact: whether texts are kept to the letter: our own export. obeyed: paths of settings
    that `cut` or a reader has followed.

    What is read in a way of its own: own_comment, a comment that is no command; paragraph, one
    that is no text; heading, without what it says to the tool; picture, without what its words
    say, and its place; front, the front matter of a slide (of the first, which is the deck's,
    too); own_lines, what stands before a slide's text, and how many lines that takes.
    """

    name: str
    cut: cutting.Cut
    commands: Mapping[str, Command] = field(default_factory=dict)
    split: cutting.Split = cutting.whole
    comments_are_notes: bool = False
    title_slide: bool = False
    setext_titles: bool = False
    revealing: str = ""
    captions: bool = False
    quoted_lists_reveal: bool = False
    exact: bool = False
    obeyed: frozenset[tuple[str, ...]] = frozenset()
    own_comment: Special = lambda *_: False
    paragraph: Special = lambda *_: False
    heading: Callable[[SlideBuilder, str, int], str] = lambda _, source, __: source
    picture: ReadPicture = lambda _, picture, __: (picture, "")
    front: Callable[[SlideBuilder, FrontMatter, bool], None] = lambda *_: None
    own_lines: Callable[[SlideBuilder, list[str]], int] = lambda *_: 0

    def comment(self, slide: SlideBuilder, text: str, line: int) -> bool:
        """Whether the comment `text` is read; else it is the writer's own."""
        if tools.obey(self.commands, slide, text, line) or self.own_comment(slide, text, line):
            return True
        if self.comments_are_notes:
            tools.note(slide, text.strip(), line)
        return self.comments_are_notes

    def obeys(self, path: tuple[str, ...]) -> bool:
        """Whether the setting at `path` is followed, so that nothing need be told of it."""
        return path in self.obeyed or path[-1:] in self.obeyed


DIALECTS: dict[str, Dialect] = {
    each.name: each
    for each in (
        Dialect("presenter", cutting.at_rules, tools.PRESENTER, exact=True),
        Dialect(
            "presenterm",
            cutting.at_end_slide,
            tools.PRESENTERM,
            title_slide=True,
            setext_titles=True,
            obeyed=frozenset(
                ("options", key)
                for key in ("end_slide_shorthand", "implicit_slide_ends", "incremental_lists")
            ),
            own_comment=tools.presenterm_comment,
            picture=tools.presenterm_picture,
        ),
        Dialect(
            "marp",
            cutting.at_rules_and_dividers,
            comments_are_notes=True,
            revealing="*)",
            obeyed=frozenset([("marp",), ("headingDivider",)]),
            own_comment=tools.marp_comment,
            picture=tools.marp_picture,
        ),
        Dialect(
            "slidev",
            cutting.at_dashes_with_front_matter,
            split=cutting.slot_passages,
            own_comment=tools.slidev_comment,
            paragraph=tools.slidev_paragraph,
            front=tools.slidev_front,
        ),
        Dialect(
            "remark",
            cutting.at_remark_rules,
            split=cutting.remark_passages,
            own_lines=tools.remark_front,
        ),
        Dialect(
            "reveal",
            cutting.at_reveal_rules,
            split=cutting.reveal_passages,
            obeyed=frozenset([("separator",), ("verticalSeparator",)]),
            own_comment=tools.reveal_comment,
        ),
        Dialect(
            "pandoc",
            cutting.at_rules_and_headings,
            title_slide=True,
            captions=True,
            quoted_lists_reveal=True,
            obeyed=frozenset([("slide-level",), ("slide_level",), ("incremental",)]),
            paragraph=tools.dots,
        ),
        Dialect(
            "deckset",
            cutting.at_rules_and_deckset_dividers,
            split=cutting.deckset_passages,
            obeyed=frozenset([("build-lists",), ("slide-dividers",)]),
            paragraph=tools.deckset_paragraph,
            heading=tools.deckset_heading,
            picture=tools.deckset_picture,
        ),
        Dialect("mdp", cutting.at_rules, split=cutting.mdp_passages),
        Dialect(
            "patat",
            cutting.at_rules_or_headings,
            comments_are_notes=True,
            title_slide=True,
            quoted_lists_reveal=True,
            obeyed=frozenset([("patat", "incrementalLists"), ("patat", "slideLevel")]),
            own_comment=tools.patat_comment,
            paragraph=tools.dots,
        ),
        Dialect("lookatme", cutting.at_rules_or_headings, tools.LOOKATME),
        Dialect("slides", cutting.at_dashes),
        Dialect("plain", cutting.at_rules_or_headings, tools.PLAIN, paragraph=tools.dots),
    )
}
"""By the names that ``--from`` takes."""


# By what a deck is recognised.

_SLIDEV_KEYS = re.compile(
    r"layout|transition|class|background|highlighter|drawings|mdc|comark|monaco|fonts"
    r"|info|routerMode|colorSchema|canvasWidth|aspectRatio|addons|download"
    r"|exportFilename|lineNumbers"
)
_PRESENTERM = re.compile(
    r"<!--\s*(?:end_slide|column_layout:|reset_layout|speaker_note:|jump_to_middle|pause)\b"
)
_SLIDEV = re.compile(
    r"^::(?:left|right|default)::\s*$|<v-clicks?\b|\bv-click\b"
    r"|^---\n(?:layout|transition): ?\S",
    re.MULTILINE,
)
_MARP = re.compile(
    r"<!--\s*_?(?:class|paginate|backgroundColor|header|footer|theme|marp|headingDivider):|!\[bg\b",
    re.MULTILINE,
)
_REMARK = re.compile(
    r"^\?\?\?[ \t]*$|^(?:class|layout|template|name|count|background-image): [^\n]*\n+#"
    r"|^\.(?:left|right)-column\[",
    re.MULTILINE,
)
_REVEAL = re.compile(r"<!--\s*\.(?:slide|element):|<aside class=\"notes\"")
_REVEAL_DOWN = re.compile(r"\n[ \t]*\n-{2}(?:--)?[ \t]*\n[ \t]*\n")
_REVEAL_NOTE = re.compile(r"^Notes?:", re.MULTILINE)
_PANDOC = re.compile(
    r"^:{3,}[ \t]*(?:\{[^}\n]*)?\.?(?:notes|columns|column|incremental|nonincremental|fragment)\b"
    r"|^<div class=\"notes\">",
    re.MULTILINE,
)
_PANDOC_OUTPUT = re.compile(r"(?:reveal|beamer|slidy|ioslides|dzslides|s5|pptx|powerpoint)")
_PATAT = re.compile(r"^\. \. \.$|<!--config:", re.MULTILINE)
_LOOKATME = re.compile(r"<!--\s*stop\s*-->")
_DECKSET = re.compile(r"^\[\.[\w-]+: |^\^ ?\w|^#+ \[fit\]", re.MULTILINE)
_MDP = re.compile(r"^[ \t]*->[ \t]\S.*<-[ \t]*$", re.MULTILINE)

Sign = Callable[[FrontMatter, str], bool]


def _has(*keys: str) -> Sign:
    return lambda front, _: any(key in front.values for key in keys)


def _finds(pattern: re.Pattern[str]) -> Sign:
    return lambda _, text: pattern.search(text) is not None


def _output(front: FrontMatter, text: str) -> bool:  # noqa: ARG001
    """Whether settings name one of Pandoc's kinds of slides: R Markdown, Quarto."""
    return any(
        _PANDOC_OUTPUT.search(" ".join([*path[1:], said]))
        for path, said in front.settings()
        if path[0] in ("output", "format")
    )


SIGNS: tuple[tuple[str, Sign], ...] = (
    ("presenter", lambda front, _: front.text("presenter") == "true"),
    ("marp", _has("marp")),
    ("patat", _has("patat")),
    ("slides", _has("paging")),
    ("deckset", lambda front, _: front.kind == "deckset"),
    ("remark", lambda front, _: "xaringan" in " ".join(said for _, said in front.settings())),
    ("pandoc", _output),
    ("reveal", _has("revealOptions", "slideOptions", "separator", "verticalSeparator")),
    ("presenterm", _finds(_PRESENTERM)),
    ("lookatme", _finds(_LOOKATME)),
    ("slidev", lambda front, _: any(map(_SLIDEV_KEYS.fullmatch, front.values))),
    ("slidev", _finds(_SLIDEV)),
    ("pandoc", _finds(_PANDOC)),
    ("reveal", _finds(_REVEAL)),
    ("marp", _finds(_MARP)),
    ("marp", _has("headingDivider", "paginate")),
    ("remark", _finds(_REMARK)),
    ("deckset", _finds(_DECKSET)),
    (
        "reveal",
        lambda _, text: bool(_REVEAL_DOWN.search(text) and _REVEAL_NOTE.search(text)),
    ),
    ("patat", _finds(_PATAT)),
    ("lookatme", _has("styles", "extensions")),
    ("mdp", _finds(_MDP)),
    ("pandoc", lambda front, _: front.kind == "percent"),
)
"""In this order: the first sign that is there decides."""


def recognise(front: FrontMatter, lines: Sequence[str]) -> str:
    """The name of the dialect of a deck of these `lines`, whose front matter is `front`.

    ``plain`` by default. Code does not count: it may show how another tool's decks are written.
    """
    text = "\n".join(_outside_fences(lines))
    return next((name for name, sign in SIGNS if sign(front, text)), "plain")


def _outside_fences(lines: Sequence[str]) -> list[str]:
    fence = ""
    kept: list[str] = []
    for line in lines:
        start = line.lstrip()[:3]
        if not fence and start in ("```", "~~~"):
            match = re.match(r"\s*(`+|~+)", line)
            fence = match[1] if match else ""
            kept.append("")
        elif fence:
            stripped = line.strip()
            if stripped.startswith(fence) and not stripped.strip(fence[0]):
                fence = ""
            kept.append("")
        else:
            kept.append(line)
    return kept
