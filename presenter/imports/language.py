"""The language of a deck that does not say it, where its script does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from presenter.deck.text_of import text_of
from presenter.imports.draft import DraftSlide

_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_LETTER = re.compile(r"[A-Za-z]")


def language_of(slides: Iterable[DraftSlide]) -> str:
    """The language in which `slides` speak; code and markup do not count."""
    texts: list[str] = []
    for each in slides:
        slide = each.slide
        texts += (slide.title, slide.subtitle, slide.notes)
        texts += (part.text for block in slide.content for part in text_of(block) if part.markdown)
    return language_in("\n".join(texts))


def language_in(text: str) -> str:
    """``zh-Hans`` or ``ja`` for `text` in one of these; empty for any other."""
    han = len(_HAN.findall(text))
    if 4 * han <= len(_LETTER.findall(text)):
        return ""
    return "ja" if 10 * len(_KANA.findall(text)) > han else "zh-Hans"
