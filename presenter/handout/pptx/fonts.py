"""The fonts and the languages that are named in a file.

The East Asian font is named, so that no program takes another for Chinese.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from presenter.fonts.choice import Script, han_script, office_font

LATIN = office_font("Latin")
MONOSPACED = office_font("Latin", "mono")

_TAGS: dict[Script, str] = {
    **dict.fromkeys(("TC", "HK"), "zh-TW"),
    **{"SC": "zh-CN", "JP": "ja-JP", "KR": "ko-KR"},
}
_REGIONS = {
    **{"en": "US", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "BR", "ru": "RU"},
    **{"ar": "SA", "fa": "IR", "he": "IL", "ur": "PK", "hi": "IN", "th": "TH", "vi": "VN"},
    **{"cs": "CZ", "el": "GR", "nl": "NL", "pl": "PL", "sv": "SE", "tr": "TR", "uk": "UA"},
}
"""Where most speak a language: proofing tools of Office go by language and country."""
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class Languages(NamedTuple):
    """The languages of a deck's texts: East Asian ones, and all others."""

    script: Script
    other: str

    @property
    def east_asian(self) -> str:
        """The language of East Asian text."""
        return _TAGS[self.script]

    @property
    def font(self) -> str:
        """The font of East Asian text."""
        return office_font(self.script)

    def of(self, text: str) -> tuple[str, str]:
        """The language of a run, and the one that its other characters are in."""
        names = (self.east_asian, self.other)
        return names if is_east_asian(text) else (names[1], names[0])


def languages(tag: str) -> Languages:
    """What a deck's BCP 47 tag says of it; Chinese and English are what is not said."""
    parts = tag.replace("_", "-").lower().split("-")
    primary = parts[0]
    if primary in ("zh", "cmn", "yue", "wuu", "ja", "ko"):
        return Languages(han_script(tag), "en-US")
    region = next((part.upper() for part in parts[1:] if re.fullmatch("[a-z]{2}", part)), "")
    region = region or _REGIONS.get(primary, "")
    if not re.fullmatch("[a-z]{2,3}", primary) or not region:
        return Languages("SC", "en-US")
    return Languages("SC", f"{primary}-{region}")


def is_east_asian(text: str) -> bool:
    """Whether Chinese, Japanese or Korean is in `text`."""
    return _CJK.search(text) is not None
