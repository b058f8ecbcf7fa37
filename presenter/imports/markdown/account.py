"""The last account of a slide: whether each word of its source is shown, or was told.

Readers tell what they leave out. Should one of them lose a word all the same, this tells it: an
import never loses a word in silence.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from presenter.imports.draft import DraftSlide

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(
    r"^[ \t]*(?:Table)?:[ \t](?=[^\n]*$)|"  # what begins a caption
    r"</?[A-Za-z][^<>]*>"  # tags, which are told
    r"|^[ \t>]*`{3,}[ \t]*file\b[^\n]*\n(?:[ \t]*\w+:[^\n]*\n)*"  # settings of a file's code
    r"|^[ \t>]*(?:`{3,}|~{3,}|:{3,}|<<<)[^\n]*"  # what stands behind a fence
    r"|^[ \t>]*\[[^\]\n]+\]:[^\n]*"  # the definition of a link or a footnote
    r"|^[ \t>]*(?:[-*+][ \t]+)*\d+[.)](?=\s)"  # the number of an item
    r"|\[![\w-]+\]|\[\^[^\[\]\s]*\]|\{[^{}\n]*\}"  # alerts, footnotes, attributes
    r"|:[\w+-]+:|::[\w-]+::"
    r"|\]\s?\[[^\[\]\n]*\]|\.[A-Za-z][\w.-]*(?=\[)"  # a link's label, remark's classes
    r"|&#?\w+;|!\[[^\[\]\n]*\]|\[fit\]|\[\.[^\[\]\n]*\]",
    re.MULTILINE,
)
_SYNTAX = re.compile(r"\\.|\"\w+\":")
"""What JSON adds to texts: escapes and the names of fields."""

_MOST = 100_000_000
"""Characters that are looked through for the words of a slide: one with more is no slide."""


def missing_words(
    pieces: Iterable[tuple[int, Sequence[str]]], draft: DraftSlide
) -> Iterator[tuple[int, str]]:
    """The words of `pieces` (the index of the first line, the lines) that neither stand in the
    slide nor were told: for each line its index and the words."""
    slide = _SYNTAX.sub(" ", msgspec.json.encode(draft.slide).decode())
    said = [slide, *(each.what for each in draft.remarks)]
    plain = unicodedata.normalize("NFKC", html.unescape("\n".join(said))).casefold()
    known = set(_WORD.findall(plain))
    squeezed = "".join(_WORD.findall(plain))
    looked = 0
    for first, lines in pieces:
        text = _MARKS.sub(_blank, _without_comments("\n".join(lines)))
        for number, line in enumerate(text.split("\n")):
            words = _WORD.findall(unicodedata.normalize("NFKC", html.unescape(line)).casefold())
            lost = [word for word in words if word not in known]
            looked += len(lost)
            if looked * len(squeezed) > _MOST:
                return
            if lost := [word for word in lost if word not in squeezed]:
                yield first + number, " ".join(lost)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") or " "


def _without_comments(text: str) -> str:
    """`text` without comments, which are told or obeyed; its lines stay."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += (text[at:start], "\n" * text.count("\n", start, end))
        at = end + 3
    return "".join(kept) + text[at:]
