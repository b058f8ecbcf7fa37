"""Line break opportunities: where a text may be broken, and how well.

ICU proposes (UAX #14; words of Chinese and Japanese by its dictionary), `kinsoku` disposes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple

from icu4py.breakers import LineBreaker

from presenter.typeset.kinsoku import (
    NOT_AT_END,
    NOT_AT_START,
    PAUSES,
    UNBROKEN,
    has_cjk,
    is_han,
    leans,
)
from presenter.typeset.quantity import han_quantities, quantities
from presenter.typeset.span import SPACES
from presenter.typeset.width import graphemes

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_LATIN = re.compile("[A-Za-z0-9%]+")


_PIECE = 1000
"""Characters that ICU is given at once."""

_UNSURE = 8
"""Breaks at a piece's end that may be others with more text behind it."""


class Quality(IntEnum):
    """How well a line may end at an opportunity."""

    PAUSE = 0
    """Behind punctuation."""
    WORD = 1
    """Between words."""
    LEANING = 2
    """Between words that lean on each other, such as a word and its particle."""
    CHARACTER = 3
    """Within a word."""
    TORN = 4
    """Within what is not to be broken, but wider than a line."""
    UNIT = 5
    """Within a number and its unit, a dash or an ellipsis that is wider than a line."""
    FORBIDDEN = 6
    """Where a line then begins or ends with a forbidden character, as nothing else is left."""


class Opportunity(NamedTuple):
    """Before the character at index `at`, a line may break with `quality`."""

    at: int
    quality: Quality


def opportunities(text: str, language: str, *, words: bool = False) -> list[Opportunity]:
    """Where `text`, one paragraph without line feeds, may be broken; in order, ends left out.

    `language` is a BCP 47 tag; it decides the breaking of other scripts than Chinese and
    Japanese, whose words ICU only knows under Japanese rules. `words`: leave out those within
    words, which saves time.
    """
    east_asian = has_cjk(text)
    if not east_asian:
        locale = language.split("-", 1)[0] or "en"
        graded = dict.fromkeys(_proposed(text, locale), Quality.WORD)
    else:
        graded = _words(text)
        if not words:
            plain = dict.fromkeys(_proposed(text, "ja"), Quality.CHARACTER)
            graded = plain | {index: graded[index] for index in plain.keys() & graded.keys()}
    if _HANGUL.search(text):
        within = [index for index in graded if _in_hangul_word(text, index)]
        graded |= dict.fromkeys(within, Quality.CHARACTER)
    forbidden = unbreakable(text) | _within_graphemes(text)
    return [
        Opportunity(index, quality)
        for index, quality in graded.items()
        if index not in forbidden
        and not (words and quality is Quality.CHARACTER)
        and not (east_asian and not may_part(text, index))
    ]


def unbreakable(text: str) -> set[int]:
    """The indexes within a number and its unit, a dash, an ellipsis."""
    dashes = (match.span() for match in UNBROKEN.finditer(text))
    return inside(dashes) | inside(quantities(text))


def may_part(text: str, index: int) -> bool:
    """Whether the characters about `index`, spaces left out, may stand at the edges of lines."""
    if text[index] in NOT_AT_START:
        return False
    before = index - 1
    while before > 0 and text[before] in SPACES:
        before -= 1
    return text[before] not in NOT_AT_END


def _within_graphemes(text: str) -> set[int]:
    """The indexes within graphemes; ICU breaks some, as before a Thai vowel that takes room."""
    pieces = graphemes(text)
    if len(pieces) == len(text):
        return set()
    return set(range(len(text))) - set(accumulate(map(len, pieces)))


def _proposed(text: str, locale: str) -> list[int]:
    """Where ICU would break, as indexes of code points.

    In pieces: for twice the Chinese ICU takes four times the time, and holds the interpreter.
    """
    indexes: list[int] = []
    start = 0
    while True:
        segments = LineBreaker(text[start : start + _PIECE], locale)
        found = list(accumulate(map(len, segments), initial=start))
        if start + _PIECE >= len(text):
            return [*indexes, *found[1:-1]]
        if len(found) > 2 * _UNSURE:
            # The last breaks do not know how the text goes on: the next piece finds them anew.
            indexes += found[1:-_UNSURE]
            start = indexes[-1]
        else:
            indexes += found[1:-1]
            start = found[-1]


def inside(spans: Iterable[tuple[int, int]]) -> set[int]:
    """The indexes strictly within one of `spans`."""
    return {index for start, end in spans for index in range(start + 1, end)}


def _script_borders(text: str) -> set[int]:
    """Where Han characters and Latin letters or digits meet; a per cent sign leads no word."""
    borders = set()
    for match in _LATIN.finditer(text):
        start, end = match.span()
        if start and is_han(text[start - 1]) and text[start] != "%":
            borders.add(start)
        if end < len(text) and is_han(text[end]):
            borders.add(end)
    return borders


def _words(text: str) -> dict[int, Quality]:
    """The breaks between words of a Chinese or Japanese text."""
    indexes = _proposed(text, "ja@lw=phrase")
    joined = inside(han_quantities(text))
    graded: dict[int, Quality] = {}
    start = 0
    for index, following in zip(indexes, [*indexes[1:], len(text)], strict=False):
        if index in joined:
            graded[index] = Quality.CHARACTER
        elif text[index - 1] in PAUSES:
            graded[index] = Quality.PAUSE
        elif leans(text, index) or _is_unknown_word(text, start, following):
            graded[index] = Quality.LEANING
        else:
            graded[index] = Quality.WORD
        start = index
    # ICU takes 升到GB and GB降到 for one phrase.
    borders = _script_borders(text) - graded.keys()
    if borders:
        graded |= dict.fromkeys(borders, Quality.LEANING)
        graded = dict(sorted(graded.items()))
    return graded


def _is_unknown_word(text: str, start: int, end: int) -> bool:
    """Whether the two words from `start` to `end` are single Han characters.

    The dictionary takes a word that it does not know for such: 劳|务, 缓|存.
    """
    return end - start == 2 and all(map(is_han, text[start:end]))


def _in_hangul_word(text: str, index: int) -> bool:
    """Korean breaks between words parted by spaces; between syllables only where it must."""
    return bool(_HANGUL.match(text[index])) and bool(_HANGUL.match(text[index - 1]))
