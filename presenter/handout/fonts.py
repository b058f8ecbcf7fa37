"""The fonts of documents: which is taken for what, and which characters none has.

Latin, Greek and Cyrillic are set in Noto Sans, which has composed accents, true bold and italics;
code in DejaVu Sans Mono, which comes with Typst. Chinese, Japanese and Korean are set in a font of
the system's that has a bold of its own and the shapes of the language, else in Noto Sans SC, which
is packaged and has one weight.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import typst
from pylopdf_fonts_zh_cn import sans_path

from presenter.typeset.large.glyphs import covers

_LATIN = Path(str(files("fontpkg_noto_sans"))) / "files"
_PACKAGED = "Noto Sans SC"
_INVISIBLE = frozenset("\n\t \u00a0\u200b\u200d\u2060\ufe0e\ufe0f")
_ONE = b"#set document(title: [.])\n#sys.inputs.text"

_HAN: dict[str, tuple[str, ...]] = {
    "SC": ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
    "TC": ("Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "HK": ("Noto Sans CJK HK", "Source Han Sans HC", "PingFang HK", "Noto Sans CJK TC"),
    "JP": ("Noto Sans CJK JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic"),
    "KR": ("Noto Sans CJK KR", "Source Han Sans K", "Apple SD Gothic Neo", "Malgun Gothic"),
}
"""Families of the system, the first that is there with a bold face is taken."""


class HanFace(NamedTuple):
    """The font for Chinese, Japanese and Korean. bold: whether it has a bold face."""

    family: str
    bold: bool


def han_face(language: str) -> HanFace:
    """The face for a text in `language`, a BCP 47 tag."""
    weights = _system_weights()
    for family in _HAN[_shapes(language)]:
        found = weights.get(family, ())
        if any(300 <= weight <= 500 for weight in found) and any(w >= 600 for w in found):
            return HanFace(family, True)
    return HanFace(_PACKAGED, False)


def fonts_for(characters: frozenset[str]) -> tuple[typst.Fonts, str]:
    """Fonts for a text of these characters, and which of them no font has, in order."""
    lacking = sorted(each for each in characters - _INVISIBLE if not _is_packaged(each))
    missing = "".join(each for each in lacking if not _is_shown(each, system=True))
    return _fonts(system=bool(lacking)), missing


def document_fonts() -> typst.Fonts:
    """All fonts, those of the system too."""
    return _fonts(system=True)


def _shapes(language: str) -> str:
    """By which country's shapes the characters of a language are drawn."""
    primary, *others = language.lower().replace("_", "-").split("-")
    if primary in ("ja", "ko"):
        return {"ja": "JP", "ko": "KR"}[primary]
    if {"hk", "mo"} & set(others) or primary == "yue":
        return "HK"
    return "TC" if {"hant", "tw"} & set(others) else "SC"


def _is_packaged(character: str) -> bool:
    return " " <= character <= "~" or covers(character) or _is_shown(character, system=False)


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    folders = [str(_LATIN), str(Path(sans_path()).parent)]
    return typst.Fonts(include_system_fonts=system, font_paths=folders)


@cache
def _system_weights() -> dict[str, set[int]]:
    """The weights of each family that is there."""
    weights: defaultdict[str, set[int]] = defaultdict(set)
    for font in _fonts(system=True).fonts():
        if font.style == "normal":
            weights[font.family].add(font.weight)
    return dict(weights)


@lru_cache(maxsize=4096)
def _is_shown(character: str, *, system: bool) -> bool:
    """Whether a font has `character`: Typst refuses accessible PDF where none has."""
    compiler = typst.Compiler(
        _ONE, font_paths=_fonts(system=system), sys_inputs={"text": character}
    )
    try:
        compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return "could not be displayed" not in str(error)
    return True
