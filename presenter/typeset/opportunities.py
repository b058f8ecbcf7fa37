"""Line break opportunities: where a text may be broken, and how well.

ICU proposes (UAX #14; words of Chinese and Japanese by its dictionary), `kinsoku` disposes.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from icu4py.breakers import LineBreaker

from presenter.typeset.kinsoku import (
    CHINESE_NUMBER_WITH_UNIT,
    CJK,
    DASH_OR_ELLIPSIS,
    NOT_AT_END,
    NOT_AT_START,
    NUMBER_WITH_UNIT,
    PARTICLES,
)

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")


class Quality(IntEnum):
    """How well a line may end at an opportunity."""

    WORD = 0
    """Between words."""
    PARTICLE = 1
    """Between a word and a particle that leans on it."""
    CHARACTER = 2
    """Within a word."""
    GRAPHEME = 3
    """Where no rule allows it; for a unit that is wider than a whole line."""


class Opportunity(NamedTuple):
    """Before the character at `index`, a line may break with `quality`."""

    index: int
    quality: Quality


def opportunities(text: str, language: str) -> list[Opportunity]:
    """Where `text`, one paragraph without line feeds, may be broken; in order, ends left out.

    `language` is a BCP 47 tag; it decides the breaking of other scripts than Chinese and
    Japanese, whose words ICU only knows under Japanese rules.
    """
    east_asian = CJK.search(text) is not None
    locale = "ja" if east_asian else language.split("-", 1)[0] or "en"
    plain = _indexes(text, locale)
    if east_asian:
        words = set(_indexes(text, "ja@lw=phrase"))
        forbidden = _within(NUMBER_WITH_UNIT, text) | _within(DASH_OR_ELLIPSIS, text)
        joined = _within(CHINESE_NUMBER_WITH_UNIT, text)
        return [
            Opportunity(index, _quality(text, index, words, joined))
            for index in plain
            if index not in forbidden and _allowed(text, index)
        ]
    forbidden = _within(NUMBER_WITH_UNIT, text)
    return [
        Opportunity(index, Quality.CHARACTER if _in_hangul_word(text, index) else Quality.WORD)
        for index in plain
        if index not in forbidden
    ]


def _indexes(text: str, locale: str) -> list[int]:
    """Where ICU would break, as indexes of code points."""
    indexes = []
    index = 0
    for segment in LineBreaker(text, locale):
        index += len(segment)
        indexes.append(index)
    return indexes[:-1]


def _within(pattern: re.Pattern[str], text: str) -> set[int]:
    """Every index strictly inside a match of `pattern`."""
    return {
        index for match in pattern.finditer(text) for index in range(match.start() + 1, match.end())
    }


def _allowed(text: str, index: int) -> bool:
    """Whether the characters about `index`, spaces left out, may stand at the edges of lines."""
    if text[index] in NOT_AT_START:
        return False
    before = index - 1
    while before > 0 and text[before] == " ":
        before -= 1
    return text[before] not in NOT_AT_END


def _quality(text: str, index: int, words: set[int], joined: set[int]) -> Quality:
    if index not in words or index in joined or _in_hangul_word(text, index):
        return Quality.CHARACTER
    return Quality.PARTICLE if text[index] in PARTICLES else Quality.WORD


def _in_hangul_word(text: str, index: int) -> bool:
    """Korean breaks between words parted by spaces; between syllables only where it must."""
    return bool(_HANGUL.match(text[index])) and bool(_HANGUL.match(text[index - 1]))
