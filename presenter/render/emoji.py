"""Emoji that are several characters: whole where a font has them so, else cut to their first part.

Without a glyph of their own, Typst sets what they are made of side by side: a family of four as
four faces, or as seven boxes. Source: UTS #51, emoji sequences (ED-17).
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
import typst

from presenter.render.fonts import (
    AS_ON_SLIDES,
    Flaw,
    all_fonts,
    as_json,
    document_fonts,
    font_names,
)

_TONES = "\U0001f3fb-\U0001f3ff"
_ONE = f"[\u2190-\u3299\U0001f000-\U0001faff](?:[{_TONES}]|\ufe0f)?"
_SEQUENCE = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}"  # flags
    "|[0-9#*]\ufe0f?\u20e3"  # keys
    "|\U0001f3f4[\U000e0020-\U000e007f]+"  # flags of parts of countries
    f"|{_ONE}(?:\u200d{_ONE})+"
    f"|[\u2190-\u3299\U0001f000-\U0001faff][{_TONES}]"
)

_MEASURED = (
    AS_ON_SLIDES
    + b"""#context [#metadata(json(bytes(sys.inputs.text)).map(
  it => measure(text(size: 100pt, it)).width.pt(),
))<widths>]"""
)

_WIDER = 1.4
"""How much wider than its first part a sequence may be that is one glyph."""

_LETTERS = {0x1F1E6 + number: ord("A") + number for number in range(26)}
"""The letters that flags are made of."""


def with_whole_emoji(text: str, language: str, fonts: typst.Fonts | None = None) -> tuple[str, str]:
    """`text` for slides in `language`, its sequences whole or cut; and those that are cut.

    fonts: that it is set in; None for all there are.
    """
    found = tuple(dict.fromkeys(_SEQUENCE.findall(text)))
    if not found:
        return text, ""
    are_whole = _are_whole(found, language, fonts)
    cut = [each for each, whole in zip(found, are_whole, strict=True) if not whole]
    shown = _SEQUENCE.sub(lambda match: _first(match[0]) if match[0] in cut else match[0], text)
    return shown, " ".join(cut)


def flaws_of(text: str, language: str) -> list[Flaw]:
    """What fonts cannot do for `text` on slides in `language`."""
    shown, cut = with_whole_emoji(text, language)
    flaws = document_fonts(frozenset(shown), language)[1]
    return [*flaws, Flaw("emoji-cut", {"characters": cut})] if cut else flaws


def forget_fonts() -> None:
    """Let go of fonts that sequences were looked for in: they may be large, and are others now."""
    _are_whole.cache_clear()


def _first(sequence: str) -> str:
    """What stands for a sequence: of a flag the letters of its country, else its first part."""
    return sequence.translate(_LETTERS) if ord(sequence[0]) in _LETTERS else sequence[0]


@lru_cache(maxsize=256)
def _are_whole(
    sequences: tuple[str, ...], language: str, among: typst.Fonts | None = None
) -> list[bool]:
    """Which of `sequences` are one glyph: those that are about as wide as their first part."""
    texts = [part for each in sequences for part in (each, each[0])]
    inputs = {"text": as_json(texts), "fonts": as_json(font_names(language))}
    among = among or all_fonts(language)
    compiler = typst.Compiler(_MEASURED, font_paths=among, sys_inputs=inputs)
    try:
        widths = msgspec.json.decode(compiler.query("<widths>", field="value", one=True))
    except typst.TypstError:
        return [True] * len(sequences)
    pairs = zip(widths[::2], widths[1::2], strict=True)
    # A digit is narrower than the key that it is on.
    return [
        whole <= _WIDER * max(first, 50 if each[0].isascii() else 0)
        for each, (whole, first) in zip(sequences, pairs, strict=True)
    ]
