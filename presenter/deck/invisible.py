"""Characters that nobody sees: left out of texts, unless a script or an emoji needs them.

They come with what is pasted from web pages, PDFs and messengers, upset searches and widths, and
can hide words from readers that machines read. Sources: Default_Ignorable_Code_Point of Unicode's
DerivedCoreProperties; UAX #9 3.2 (marks of direction); UTS #51 1.4.9 and ED-14a (emoji sequences,
flags by tags); UTS #37 (ideographic variation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional, category

from presenter.deck.lines import is_han

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u3164"
    "\ufe00-\ufe0f\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0002-\U000e0fff]"
)
"""All such characters but those that command a terminal or a line, which `clean` shows."""

_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""A flag of a part of a country: England's, by tags."""

_DIRECTIONS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"


def needless(text: str) -> Iterator[int]:
    """The indexes of the characters of `text` that nobody sees and nothing there needs."""
    flags = [range(*match.span()) for match in _FLAG.finditer(text)] if "\U0001f3f4" in text else []
    right_to_left: bool | None = None
    for match in INVISIBLE.finditer(text):
        at, character = match.start(), match[0]
        if character in _DIRECTIONS:
            if right_to_left is None:
                right_to_left = _has_right_to_left(text)
            if right_to_left:
                continue
        elif _is_needed(text, at, character) or any(at in flag for flag in flags):
            continue
        yield at


def without_needless(text: str, instead: str = "") -> str:
    """`text` with `instead` in place of each of those characters."""
    if text.isascii() or INVISIBLE.search(text) is None:
        return text
    pieces, end = [], 0
    for at in needless(text):
        pieces += [text[end:at], instead]
        end = at + 1
    return "".join([*pieces, text[end:]])


def _has_right_to_left(text: str) -> bool:
    """Whether it has letters of Hebrew, Arabic and the like; marks do not vouch for themselves."""
    return any(
        bidirectional(each) in ("R", "AL") and each not in _DIRECTIONS
        for each in text
        if each >= "\u0590"
    )


def _is_needed(text: str, at: int, character: str) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if character in _JOINERS:
        return any(map(_joins, (before, after))) or (_is_symbol(before) and _is_symbol(after))
    if "\ufe00" <= character <= "\ufe0f":
        return bool(before) and (before in "0123456789#*" or before >= "\xa9") and _stands(before)
    if "\U000e0100" <= character <= "\U000e01ef":
        return is_han(before)
    if "\u180b" <= character <= "\u180f":
        return "\u1800" <= before <= "\u18af"
    if character in "\u115f\u1160":
        return "\u1100" <= before <= "\u11ff" or "\u1100" <= after <= "\u11ff"
    return character == "\u200b" and any(map(_is_without_spaces, (before, after)))


def _joins(character: str) -> bool:
    """Whether it is of a script whose letters join or stack: Arabic, those of India, Mongolian."""
    return (
        "\u0600" <= character <= "\u109f"
        or "\u1780" <= character <= "\u18af"
        or "\ua800" <= character <= "\uabff"
        or "\ufb50" <= character <= "\ufdff"
        or "\ufe70" <= character <= "\ufefc"
        or "\U00010a00" <= character <= "\U00011fff"
        or "\U0001e900" <= character <= "\U0001e95f"
    )


def _is_symbol(character: str) -> bool:
    """Whether it may be part of an emoji: a symbol, a mark that chooses its look, a skin's tone."""
    return bool(character) and (
        category(character) in ("So", "Sk", "Sm") or "\ufe00" <= character <= "\ufe0f"
    )


def _stands(character: str) -> bool:
    """Whether something is seen of it, so that its look can be chosen."""
    return category(character)[0] not in "ZC" and INVISIBLE.match(character) is None


def _is_without_spaces(character: str) -> bool:
    """Whether it is of a script that parts no words: Thai, Lao, Tibetan, Burmese, Khmer."""
    return "\u0e00" <= character <= "\u109f" or "\u1780" <= character <= "\u17ff"
