"""The dialects of Markdown decks, and by what each is recognised: a new one is a row here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from presenter.imports.markdown import comments, cutting, tools
from presenter.imports.markdown.comments import CommentCommand
from presenter.imports.markdown.front_matter import FrontMatter
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.markdown.tools import Place

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
    once). exact: whether texts are kept to the letter: our own export. obeyed: settings that `cut`
    or a reader has followed.

    What is read in a way of its own: own_comment, a comment that is no command; paragraph, one
    that is no text; heading, without what it says to the tool; picture, without what its words
    say, and its place; front, the front matter of a slide (of the first, which is the deck's,
    too); own_lines, what stands before a slide's text, and how many lines that takes.
    """

    name: str
    cut: cutting.Cut
    commands: Mapping[str, CommentCommand] = field(default_factory=dict)
    split: cutting.Split = cutting.whole
    comments_are_notes: bool = False
    title_slide: bool = False
    setext_titles: bool = False
    revealing: str = ""
    captions: bool = False
    quoted_lists_reveal: bool = False
    exact: bool = False
    obeyed: tuple[str, ...] = ()
    own_comment: Special = lambda *_: False
    paragraph: Special = lambda *_: False
    heading: Callable[[SlideBuilder, str, int], str] = lambda _, source, __: source
    picture: ReadPicture = lambda _, picture, __: (picture, "")
    front: Callable[[SlideBuilder, FrontMatter, bool], None] = lambda *_: None
    own_lines: Callable[[SlideBuilder, list[str]], int] = lambda *_: 0

    def comment(self, slide: SlideBuilder, text: str, line: int) -> bool:
        """Whether the comment `text` is read; else it is the writer's own."""
        if comments.obey(self.commands, slide, text, line) or self.own_comment(slide, text, line):
            return True
        if self.comments_are_notes:
            comments.note(slide, text.strip(), line)
        return self.comments_are_notes

    def obeys(self, path: tuple[str, ...]) -> bool:
        """Whether the setting at `path` is followed, so that nothing need be told of it."""
        return ".".join(path) in self.obeyed or path[-1] in self.obeyed


DIALECTS: dict[str, Dialect] = {
    each.name: each
    for each in (
        Dialect("presenter", cutting.at_rules, comments.PRESENTER, exact=True),
        Dialect(
            "presenterm",
            cutting.at_end_slide,
            comments.PRESENTERM,
            title_slide=True,
            setext_titles=True,
            obeyed=(
                "options.end_slide_shorthand",
                "options.implicit_slide_ends",
                "options.incremental_lists",
            ),
            own_comment=comments.presenterm_comment,
            picture=tools.presenterm_picture,
        ),
        Dialect(
            "marp",
            cutting.at_rules_and_dividers,
            comments_are_notes=True,
            revealing="*)",
            obeyed=("marp", "headingDivider"),
            own_comment=comments.marp_comment,
            picture=tools.marp_picture,
        ),
        Dialect(
            "slidev",
            cutting.at_dashes_with_front_matter,
            split=cutting.slot_passages,
            own_comment=comments.slidev_comment,
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
            obeyed=("separator", "verticalSeparator"),
            own_comment=comments.reveal_comment,
        ),
        Dialect(
            "pandoc",
            cutting.at_rules_and_headings,
            title_slide=True,
            captions=True,
            quoted_lists_reveal=True,
            obeyed=("slide-level", "slide_level", "incremental"),
            paragraph=tools.dots,
        ),
        Dialect(
            "deckset",
            cutting.at_rules_and_deckset_dividers,
            split=cutting.deckset_passages,
            obeyed=("build-lists", "slide-dividers"),
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
            obeyed=("patat.incrementalLists", "patat.slideLevel"),
            own_comment=comments.patat_comment,
            paragraph=tools.dots,
        ),
        Dialect("lookatme", cutting.at_rules_or_headings, comments.LOOKATME),
        Dialect("slides", cutting.at_dashes),
        Dialect("plain", cutting.at_rules_or_headings, comments.PLAIN, paragraph=tools.dots),
    )
}
"""By the names that ``--from`` takes."""


# By what a deck is recognised.

Sign = Callable[[FrontMatter, str], bool]

_FENCED = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_PANDOC_OUTPUT = re.compile(r"(?:reveal|beamer|slidy|ioslides|dzslides|s5|pptx|powerpoint)")


def _has(*keys: str) -> Sign:
    """A sign: the front matter has one of `keys`, regular expressions."""
    pattern = re.compile("|".join(keys))
    return lambda front, _: any(map(pattern.fullmatch, front.values))


def _finds(*patterns: str) -> Sign:
    """A sign: the text holds one of `patterns`."""
    pattern = re.compile("|".join(patterns), re.MULTILINE)
    return lambda _, text: pattern.search(text) is not None


def _reveals(front: FrontMatter, text: str) -> bool:
    """Whether slides lie below others, and there are notes."""
    below, notes = _finds(r"\n[ \t]*\n-{2}(?:--)?[ \t]*\n[ \t]*\n"), _finds(r"^Notes?:")
    return below(front, text) and notes(front, text)


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
    (
        "presenterm",
        _finds(
            r"<!--\s*(?:end_slide|column_layout:|reset_layout|speaker_note:|jump_to_middle|pause)\b"
        ),
    ),
    ("lookatme", _finds(r"<!--\s*stop\s*-->")),
    (
        "slidev",
        _has(
            r"layout|transition|class|background|highlighter|drawings|mdc|comark|monaco|fonts|info",
            r"routerMode|colorSchema|canvasWidth|aspectRatio|addons|download|exportFilename",
            r"lineNumbers",
        ),
    ),
    ("slidev", _finds(r"^::(?:left|right|default)::\s*$", r"<v-clicks?\b", r"\bv-click\b")),
    ("slidev", _finds(r"^---\n(?:layout|transition): ?\S")),
    (
        "pandoc",
        _finds(
            r"^:{3,}[ \t]*(?:\{[^}\n]*)?\.?"
            r"(?:notes|columns|column|incremental|nonincremental|fragment)\b",
            r"^<div class=\"notes\">",
        ),
    ),
    ("reveal", _finds(r"<!--\s*\.(?:slide|element):", r"<aside class=\"notes\"")),
    (
        "marp",
        _finds(
            r"<!--\s*_?"
            r"(?:class|paginate|backgroundColor|header|footer|theme|marp|headingDivider):",
            r"!\[bg\b",
        ),
    ),
    ("marp", _has("headingDivider", "paginate")),
    (
        "remark",
        _finds(
            r"^\?\?\?[ \t]*$",
            r"^(?:class|layout|template|name|count|background-image): [^\n]*\n+#",
            r"^\.(?:left|right)-column\[",
        ),
    ),
    ("deckset", _finds(r"^\[\.[\w-]+: ", r"^\^ ?\w", r"^#+ \[fit\]")),
    ("reveal", _reveals),
    ("patat", _finds(r"^\. \. \.$", r"<!--config:")),
    ("lookatme", _has("styles", "extensions")),
    ("mdp", _finds(r"^[ \t]*->[ \t]\S.*<-[ \t]*$")),
    ("pandoc", lambda front, _: front.kind == "percent"),
)
"""In this order: the first sign that is there decides."""


def recognise(front: FrontMatter, lines: Sequence[str]) -> str:
    """The name of the dialect of a deck of these `lines`, whose front matter is `front`.

    ``plain`` by default. Code does not count: it may show how another tool's decks are written.
    """
    text = _FENCED.sub("", "\n".join(lines))
    return next((name for name, sign in SIGNS if sign(front, text)), "plain")
