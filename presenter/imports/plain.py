"""Plain words as inline Markdown, texts of several lines as one, raised and lowered text.

The parser is CommonMark with strikethrough, and emphasis beside Chinese.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import image
from markdown_it.token import Token

from presenter.content.emphasis import ChineseInline
from presenter.deck.characters import SHARED_PUNCTUATION, has_cjk

DEEPEST = 60
"""How many lists and quotes may lie one in the other: parsing recurs that deep."""

Environment = dict[str, Any]
"""What the parser keeps of a whole document: its link definitions, and what our rules add."""


def new_parser(**options: Any) -> MarkdownIt:
    """CommonMark with strikethrough and emphasis beside Chinese.

    Addresses stay as they are written, and any may be a link.
    """
    made = MarkdownIt()
    made.inline = ChineseInline()
    made.inline.ruler.at("image", image)
    made.configure("commonmark", {"html": True, "maxNesting": DEEPEST, **options})
    made.enable("strikethrough")
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    made.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    return made


_parser = cache(new_parser)


def inline_tokens(text: str, env: Environment) -> list[Token]:
    """The tokens of `text`, inline Markdown."""
    return _parser().inline.parse(text, _parser(), env, [])


LONGEST = 10_000
"""Longer texts are not parsed, which may take its time: every mark in them is escaped."""

_MOST_MARKS = 40
"""Nor are texts with more marks: a parser looks for the partner of each."""

_MARKUP = re.compile(r"([\\`*_~\[\]<&])")
_INERT = re.compile(
    r"(?<![*\S])\*(?!\S)|(?<=[^\W_])_(?=[^\W_])|(?<!~)~(?!~)|<(?![A-Za-z/!?])|&(?![#A-Za-z])"
    r"|\](?![\[(])"
)
"""Marks that mean nothing where they stand (CommonMark 0.31.2, 6)."""

_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")


@lru_cache(maxsize=4096)
def literal_text(text: str) -> str:
    """`text` as Markdown that shows just its characters: marks are escaped where they count."""
    inert = _INERT.sub("", text)
    marks = _MARKUP.findall(inert if "]" in inert else inert.replace("[", ""))
    # A mark of a pair means nothing alone.
    if not marks or (len(marks) == 1 and marks[0] in "*_`["):
        return text
    if len(text) > LONGEST or len(marks) > _MOST_MARKS:
        return escaped_text(text)
    tokens = inline_tokens(text, {})
    shown = "".join("\n" if token.type == "softbreak" else token.content for token in tokens)
    plain = all(token.type in ("text", "softbreak") for token in tokens) and shown == text
    return text if plain else escaped_text(text)


def escaped_text(text: str) -> str:
    """`text` as Markdown with each mark escaped, whatever stands beside it."""
    return _MARKUP.sub(r"\\\1", text)


def joined(text: str) -> str:
    """`text` on one line: a line's end is a space, but not between two Chinese characters."""
    text = text.strip()

    def join(match: re.Match[str]) -> str:
        start, end = match.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        return "" if _is_cjk(before) and _is_cjk(after) else " "

    return _BREAK.sub(join, text)


def link_target(address: str) -> str:
    """`address` as it stands in a link: in angle brackets if it would end too early."""
    return f"<{address}>" if re.search(r"[\s()<>]", address) or not address else address


def _is_cjk(character: str) -> bool:
    return bool(character) and (has_cjk(character) or character in SHARED_PUNCTUATION)


def _forms(plain: str, shown: str, as_they_are: str) -> dict[str, str]:
    return dict(zip(plain, shown, strict=True)) | {each: each for each in as_they_are}


_RAISED = _forms(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
    " *†‡°′″™®©ªº",
)
_LOWERED = _forms("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", " ")
"""Source: the Unicode Standard, "Superscripts and Subscripts" and "Phonetic Extensions"."""


def in_script(text: str, shift: int) -> str:
    """`text` raised (`shift` above 0) or lowered (below); empty if a character has no such form."""
    forms = _RAISED if shift > 0 else _LOWERED
    return "".join(map(forms.__getitem__, text)) if forms.keys() >= set(text) else ""
