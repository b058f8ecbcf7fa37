"""What is wrong with a deck, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

from presenter.deck.characters import clean
from presenter.words import Words

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """A place in a deck's file; both count from 1, columns in characters."""

    line: int = 1
    column: int = 1


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One problem. Its sentences are made from `code` and `values` in the reader's language."""

    path: str
    place: Place
    code: str
    values: dict[str, object] = {}
    severity: Severity = "error"
    slide: int | None = None
    """The number of the slide it is about, from 1; None for the deck as a whole."""

    def message(self, words: Words) -> str:
        """What is wrong, in one sentence without a full stop."""
        return words(f"problems.{self.code}", **self.values)

    def help(self, words: Words) -> str:
        """What to write instead: the name that was probably meant, if one is known."""
        if near := self.values.get("near"):
            return words("problems.did-you-mean", near=near)
        return words(f"problems.{self.code}.help", **self.values)

    def position(self) -> str:
        """``path:line:column``, as compilers write it and editors open it."""
        return f"{clean(self.path)}:{self.place.line}:{self.place.column}"


WARNINGS = (
    "blank-slide",
    "code-language",
    "does-not-fit",
    "does-not-fit-as-picture",
    "emoji-cut",
    "file-case",
    "file-hostile",
    "file-invisible",
    "folded-code",
    "folded-list",
    "folded-paragraphs",
    "full-width-comma",
    "hostile-character",
    "hostile-more",
    "image-animated",
    "image-no-alt",
    "invisible-character",
    "item-full-width",
    "item-joined",
    "low-contrast",
    "markdown-code",
    "markdown-heading",
    "markdown-image",
    "markdown-list",
    "markdown-quote",
    "markdown-rule",
    "markdown-table",
    "no-glyph",
    "no-notes",
    "no-picture",
    "no-room",
    "no-script",
    "not-joined",
    "not-tried",
    "pictures-not-tried",
    "small-as-picture",
    "table-as-list",
    "text-cut",
    "text-for-key",
    "times-beyond",
    "too-much-for-picture",
)
"""In the order of the alphabet."""


_MEANT = {
    "标题": "title",
    "副标题": "subtitle",
    "作者": "author",
    "日期": "date",
    "语言": "lang",
    "时间": "time",
    "备注": "notes",
    "引言": "introduction",
    "要点": "points",
    "结语": "conclusion",
    "heading": "title",
    "name": "title",
    "language": "lang",
    "locale": "lang",
    "duration": "time",
    "length": "time",
    "speaker": "author",
    "speaker_notes": "notes",
    "comment": "notes",
    "intro": "introduction",
    "outro": "conclusion",
    "list": "bullets",
    "ul": "bullets",
    "ol": "numbers",
    "paragraph": "text",
    "body": "text",
    "picture": "image",
    "img": "image",
}
"""Names that other tools and languages use, to ours."""


_USUAL = ("title", "text", "bullets", "points", "source", "items")
"""Keys that are wanted most, where none is like the one written."""


def nearest_three(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The three of `names` most like `name`, those wanted most where none is; all if so few."""
    from difflib import get_close_matches

    known = list(names)
    if len(known) <= 4:
        return tuple(known)
    like = get_close_matches(name[:40].lower(), known, n=3, cutoff=0.4)
    usual = [each for each in (*_USUAL, *known) if each in known]
    return tuple(dict.fromkeys((*like, *usual)))[:3]


def meant(name: str) -> str:
    """Our name for what other tools or languages call `name`; empty if there is none."""
    return _MEANT.get(name[:40].strip().lower().replace("-", "_").replace(" ", "_"), "")


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of `names` most like `name` or of its meaning; empty if none is close."""
    from difflib import get_close_matches  # 1 ms, and only a deck with faults needs it

    known = list(names)
    short = name[:40].strip().lower()
    if (ours := meant(name)) in known:
        return ours
    matches = get_close_matches(short, known, n=1, cutoff=0.6)
    return matches[0] if matches else ""
