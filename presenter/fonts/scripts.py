"""Writing systems: their characters, what a font says that can set them, and a family that does.

Source: the blocks of Unicode 16, and the script tags of OpenType 1.9 ("dev2" and its like before
the older "deva").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple


class WritingSystem(NamedTuple):
    """A way of writing. key: its name, among `SCRIPTS` of `presenter.words`.

    blocks: where its characters are, as in brackets of a regular expression. tags: one of them is
    in a font whose letters join, stack or change places as they should; none where each stands by
    itself. family: one to install, which draws it.
    """

    key: str
    blocks: str
    tags: tuple[str, ...]
    family: str


SYSTEMS = (
    WritingSystem("armenian", "\u0530-\u058f\ufb13-\ufb17", (), "Noto Sans Armenian"),
    WritingSystem("hebrew", "\u0590-\u05ff\ufb1d-\ufb4f", (), "Noto Sans Hebrew"),
    WritingSystem(
        "arabic",
        "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
        ("arab",),
        "Noto Sans Arabic",
    ),
    WritingSystem("syriac", "\u0700-\u074f", ("syrc",), "Noto Sans Syriac"),
    WritingSystem("thaana", "\u0780-\u07bf", (), "Noto Sans Thaana"),
    WritingSystem(
        "devanagari", "\u0900-\u097f\ua8e0-\ua8ff", ("dev2", "deva"), "Noto Sans Devanagari"
    ),
    WritingSystem("bengali", "\u0980-\u09ff", ("bng2", "beng"), "Noto Sans Bengali"),
    WritingSystem("gurmukhi", "\u0a00-\u0a7f", ("gur2", "guru"), "Noto Sans Gurmukhi"),
    WritingSystem("gujarati", "\u0a80-\u0aff", ("gjr2", "gujr"), "Noto Sans Gujarati"),
    WritingSystem("odia", "\u0b00-\u0b7f", ("ory2", "orya"), "Noto Sans Oriya"),
    WritingSystem("tamil", "\u0b80-\u0bff", ("tml2", "taml"), "Noto Sans Tamil"),
    WritingSystem("telugu", "\u0c00-\u0c7f", ("tel2", "telu"), "Noto Sans Telugu"),
    WritingSystem("kannada", "\u0c80-\u0cff", ("knd2", "knda"), "Noto Sans Kannada"),
    WritingSystem("malayalam", "\u0d00-\u0d7f", ("mlm2", "mlym"), "Noto Sans Malayalam"),
    WritingSystem("sinhala", "\u0d80-\u0dff", ("sinh",), "Noto Sans Sinhala"),
    WritingSystem("thai", "\u0e00-\u0e7f", (), "Noto Sans Thai"),
    WritingSystem("lao", "\u0e80-\u0eff", (), "Noto Sans Lao"),
    WritingSystem("tibetan", "\u0f00-\u0fff", ("tibt",), "Noto Serif Tibetan"),
    WritingSystem("burmese", "\u1000-\u109f\uaa60-\uaa7f", ("mym2", "mymr"), "Noto Sans Myanmar"),
    WritingSystem("georgian", "\u10a0-\u10ff\u1c90-\u1cbf", (), "Noto Sans Georgian"),
    WritingSystem("ethiopic", "\u1200-\u139f\u2d80-\u2ddf", (), "Noto Sans Ethiopic"),
    WritingSystem("khmer", "\u1780-\u17ff", ("khmr",), "Noto Sans Khmer"),
    WritingSystem("mongolian", "\u1800-\u18af", ("mong",), "Noto Sans Mongolian"),
    WritingSystem(
        "emoji", "\u20e3\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff", (), "Noto Color Emoji"
    ),
)


def by_system(characters: Iterable[str]) -> Iterator[tuple[WritingSystem | None, str]]:
    """`characters` by the writing system that they are of, in order; None for all others."""
    found: dict[WritingSystem | None, str] = {}
    for each in sorted(set(characters)):
        match = _of_any().fullmatch(each)
        system = SYSTEMS[match.lastindex - 1] if match and match.lastindex else None
        found[system] = found.get(system, "") + each
    yield from found.items()


@cache
def _of_any() -> re.Pattern[str]:
    """Matches a character, in the group with the number of its writing system, from 1."""
    return re.compile("|".join(f"([{system.blocks}])" for system in SYSTEMS))
