"""Fonts that Office has on Windows and macOS, and how languages are named in a file.

The East Asian font is named, so that no program takes another for Chinese.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LATIN = "Arial"
MONOSPACED = "Consolas"

_EAST_ASIAN = {
    "zh-CN": "Microsoft YaHei",
    "zh-TW": "Microsoft JhengHei",
    "ja-JP": "Yu Gothic",
    "ko-KR": "Malgun Gothic",
}
_REGIONS = {"en": "US", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "BR", "ru": "RU"}
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_TRADITIONAL = {"tw", "hk", "mo", "hant"}


class Languages(NamedTuple):
    """The languages of a deck's texts: East Asian ones, and all others."""

    east_asian: str
    other: str

    @property
    def font(self) -> str:
        """The font of East Asian text."""
        return _EAST_ASIAN[self.east_asian]

    def of(self, text: str) -> tuple[str, str]:
        """The language of a run, and the one that its other characters are in."""
        names = (self.east_asian, self.other)
        return names if is_east_asian(text) else (names[1], names[0])


def languages(tag: str) -> Languages:
    """What a deck's BCP 47 tag says of it; Chinese and English are what is not said."""
    parts = tag.replace("_", "-").lower().split("-")
    primary, rest = parts[0], set(parts[1:])
    if primary in ("zh", "cmn", "yue", "wuu"):
        return Languages("zh-TW" if rest & _TRADITIONAL else "zh-CN", "en-US")
    if primary in ("ja", "ko"):
        return Languages("ja-JP" if primary == "ja" else "ko-KR", "en-US")
    region = next((part.upper() for part in parts[1:] if re.fullmatch("[a-z]{2}", part)), "")
    region = region or _REGIONS.get(primary, "")
    if not re.fullmatch("[a-z]{2,3}", primary) or not region:
        return Languages("zh-CN", "en-US")
    return Languages("zh-CN", f"{primary}-{region}")


def is_east_asian(text: str) -> bool:
    """Whether Chinese, Japanese or Korean is in `text`."""
    return _CJK.search(text) is not None
