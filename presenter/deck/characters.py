"""Characters: those that command a terminal, those that nobody sees, those of Chinese and Japanese.

What nobody sees comes with what is pasted from web pages, PDFs and messengers, upsets searches and
widths, and can hide words from readers that machines read. It is left out of texts, unless a script
or an emoji needs it. Sources: Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties; UAX
#9 3.2 (marks of direction); UTS #51 1.4.9 and ED-14a (emoji sequences, flags by tags); UTS #37
(ideographic variation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import bidirectional, category

_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000\U000e0001]"
)
_ESCAPE = r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))"
_NAMED = {"0": 0x00, "a": 0x07, "b": 0x08, "v": 0x0B, "f": 0x0C, "r": 0x0D, "e": 0x1B} | {
    "N": 0x85,
    "L": 0x2028,
    "P": 0x2029,
}
"""YAML's escapes of one letter that stand for hostile characters (YAML 1.1, 5.6)."""


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def is_clean(text: str) -> bool:
    """Whether `text` holds no control characters (tab and line feed apart) or bidi overrides.

    Nor marks of annotations between lines, nor deprecated marks of form and language, nor what
    YAML cannot hold: halves of surrogate pairs, U+FFFE and U+FFFF.
    """
    return _HOSTILE.search(text) is None


def clean(text: str) -> str:
    """`text` with each hostile character replaced by one visible symbol."""
    return _HOSTILE.sub(_visible, text)


def find_control_characters(text: str) -> Iterator[tuple[int, str]]:
    """Each hostile character of `text`: its index and its name, ``U+001B``."""
    for match in _HOSTILE.finditer(text):
        yield match.start(), _name(ord(match[0]))


def escapes(written: str) -> Iterator[tuple[int, int]]:
    """Each escape in a double-quoted YAML scalar as it is `written`: its index and its character.

    Of those of one letter only such as stand for hostile characters.
    """
    for match in re.finditer(_ESCAPE, written, re.DOTALL):
        hexadecimal = match[1] or match[2] or match[3]
        code = int(hexadecimal, 16) if hexadecimal else _NAMED.get(match[4], 0x20)
        if code < 0x110000:
            yield match.start(), code


def find_control_escapes(written: str) -> Iterator[tuple[int, str]]:
    """The index and the name of each escape that stands for a hostile character."""
    for index, code in escapes(written):
        if not is_clean(chr(code)):
            yield index, _name(code)


def _name(code: int) -> str:
    return f"U+{code:04X}"


_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_WIDE_PUNCTUATION = "\u3000-\u303f\uff01-\uff65"

SHARED_PUNCTUATION = "“”‘’—…·⋯―"
"""Punctuation of Chinese and Japanese that other scripts use too."""


def has_cjk(text: str) -> bool:
    """Whether `text` has a character of Chinese or Japanese text."""
    return _cjk().search(text) is not None


@cache
def _cjk() -> re.Pattern[str]:
    """Compiling it takes 2 ms, which a start can do without."""
    return re.compile(f"[{_HAN}{_KANA}{_WIDE_PUNCTUATION}]")


def is_han(character: str) -> bool:
    """Whether `character` is a Han character."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        or character == "〇"
    )


def joins(before: str, after: str) -> bool:
    """Whether no space belongs between two texts that a line feed parts."""
    tail = before.rstrip(SHARED_PUNCTUATION)[-1:]
    head = after.lstrip(SHARED_PUNCTUATION)[:1]
    left = has_cjk(tail)
    right = has_cjk(head)
    if before[-1:] in SHARED_PUNCTUATION or after[:1] in SHARED_PUNCTUATION:
        return left or right
    return left and right


def heading(text: str) -> str:
    """`text` as a title keeps it: its lines without margins, none of them empty."""
    if "\n" not in text:
        return text
    return "\n".join(filter(None, (line.strip(" \t") for line in text.split("\n"))))


def on_one_line(text: str) -> str:
    """A title, or any text, on one line: a line feed is a space, between Han characters nothing.

    Its markup stays; `presenter.content.inline.plain_text` takes that away too.
    """
    if "\n" not in text:
        return text
    joined = ""
    for line in heading(text).split("\n"):
        joined += line if not joined or joins(joined, line) else " " + line
    return joined


INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u3164"
    "\ufe00-\ufe0f\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0002-\U000e0fff]"
)
"""All such characters but those that command a terminal or a line, which `clean` shows."""

_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""A flag of a part of a country: England's, by tags."""

SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken, with a hyphen; seen nowhere else."""

_DIRECTIONS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"

_JOINED = (
    *("\u0600\u109f", "\u1780\u18af", "\ua800\uabff", "\ufb50\ufdff", "\ufe70\ufefc"),
    *("\U00010a00\U00011fff", "\U0001e900\U0001e95f"),
)
"""Scripts whose letters join or stack: Arabic, those of India, Mongolian."""

_WITHOUT_SPACES = ("\u0e00\u109f", "\u1780\u17ff")
"""Scripts that part no words: Thai, Lao, Tibetan, Burmese, Khmer."""


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
    if character == SOFT_HYPHEN:
        return all(each.isalpha() and not has_cjk(each) for each in (before, after))
    if character in _JOINERS:
        return any(_is_in(each, _JOINED) for each in (before, after)) or (
            _is_symbol(before) and _is_symbol(after)
        )
    if "\ufe00" <= character <= "\ufe0f":
        return bool(before) and (before in "0123456789#*" or before >= "\xa9") and _stands(before)
    if "\U000e0100" <= character <= "\U000e01ef":
        return is_han(before)
    if "\u180b" <= character <= "\u180f":
        return "\u1800" <= before <= "\u18af"
    if character in "\u115f\u1160":
        return "\u1100" <= before <= "\u11ff" or "\u1100" <= after <= "\u11ff"
    return character == "\u200b" and (
        _is_in(before, _WITHOUT_SPACES) or _is_in(after, _WITHOUT_SPACES)
    )


def _is_symbol(character: str) -> bool:
    """Whether it may be part of an emoji: a symbol, a mark that chooses its look, a skin's tone."""
    return bool(character) and (
        category(character) in ("So", "Sk", "Sm") or "\ufe00" <= character <= "\ufe0f"
    )


def _stands(character: str) -> bool:
    """Whether something is seen of it, so that its look can be chosen."""
    return category(character)[0] not in "ZC" and INVISIBLE.match(character) is None


def _is_in(character: str, ranges: tuple[str, ...]) -> bool:
    """Whether it lies in one of the `ranges`, each written as its first and last character."""
    return any(each[0] <= character <= each[1] for each in ranges)
