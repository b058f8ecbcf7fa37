"""Which font is taken for a script and a style.

Chinese, Japanese and Korean take the first family of the system's that has the shapes of the
language and a bold of its own; then a package that has; at last Noto Sans SC, which is always
there and has one weight. Latin, Greek and Cyrillic take Noto Sans, for its composed accents.

Nothing is looked for before the first question, and everything once in a process.
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from presenter.fonts.faces import Face, faces
from presenter.fonts.known_faces import faces_in
from presenter.words.language import is_traditional

Script = Literal["Latin", "SC", "TC", "HK", "JP", "KR"]
"""Latin stands for Greek and Cyrillic too; the others are countries' shapes of Han characters."""

Style = Literal["regular", "bold", "mono"]


class Font(NamedTuple):
    """A face at a weight: its family, its file and number in it, the value of each of its axes.

    Without a file it is the monospaced one, which Typst brings along.
    """

    family: str
    file: str = ""
    number: int = 0
    weight: int = 400
    variation: tuple[float, ...] = ()


MONOSPACED = Font("DejaVu Sans Mono")
"""No packaged one has as many accents, all of Greek, and box drawings as well."""

FOLDERS = (
    *("~/.local/share/fonts", "~/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"),
    *("~/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"),
)
"""Where Linux and macOS keep fonts."""

_HAN: dict[Script, tuple[str, ...]] = {
    "SC": ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
    "TC": ("Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "HK": ("Noto Sans CJK HK", "Source Han Sans HC", "PingFang HK", "Noto Sans CJK TC"),
    "JP": ("Noto Sans CJK JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic"),
    "KR": ("Noto Sans CJK KR", "Source Han Sans K", "Apple SD Gothic Neo", "Malgun Gothic"),
}
_SERIF: dict[Script, tuple[str, ...]] = {
    "SC": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC"),
    "TC": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC"),
    "HK": ("Noto Serif CJK HK", "Source Han Serif HC", "Songti TC"),
    "JP": ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN"),
    "KR": ("Noto Serif CJK KR", "Source Han Serif K", "AppleMyungjo"),
}
_OFFICE: dict[Script, str] = {
    "Latin": "Arial",
    "SC": "Microsoft YaHei",
    "TC": "Microsoft JhengHei",
    "HK": "Microsoft JhengHei",
    "JP": "Yu Gothic",
    "KR": "Malgun Gothic",
}
"""Families that Office has on Windows and macOS."""

_ALWAYS = "pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf"
_EXTRA_HAN = "manimgx_fonts_cjk/NotoSansCJK-VF.otf.ttc"
_EXTRA_LATIN = "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf"
"""Files in packages; two of them come with the extra `handout`."""

_LISTED = 5_000
"""Files that are looked at by name; reading what one says of itself takes 0.2 ms."""

_TRIED = 30
"""Fonts that are tried for what the packaged one lacks: a key must not wait for a hundred."""

_POOR = re.compile(
    "bold|italic|oblique|black|heavy|thin|light|medium|serif|mincho|mono|cond|narrow", re.IGNORECASE
)
"""In the names of fonts that come last: their strokes run together or vanish in few pixels."""


def han_script(language: str) -> Script:
    """By which country's shapes Han characters are drawn in `language`, a BCP 47 tag."""
    primary, *others = language.lower().replace("_", "-").split("-")
    if primary in ("ja", "ko"):
        return "JP" if primary == "ja" else "KR"
    if not is_traditional(language):
        return "SC"
    return "HK" if primary == "yue" or not {"hk", "mo"}.isdisjoint(others) else "TC"


def font_for(script: Script, style: Style = "regular") -> Font:
    """The font of documents. Its weight says whether a bold one is bold by itself."""
    if style == "mono":
        return MONOSPACED
    return _nearest(_family_of(script), 700 if style == "bold" else 400)


def serif_font(script: Script, style: Style = "regular") -> Font | None:
    """The system's serif font for Han characters, one with a bold; None if it has none."""
    faces_of_it = _family_with_bold(_system_faces(), _SERIF.get(script, ()))
    return _nearest(faces_of_it, 700 if style == "bold" else 400) if faces_of_it else None


def _nearest(among: tuple[Face, ...], weight: int) -> Font:
    return _at(min(among, key=lambda face: abs(face.nearest(weight) - weight)), weight)


def office_font(script: Script, style: Style = "regular") -> str:
    """The family that an Office file names: what the reader's machine has, not this one."""
    return "Consolas" if style == "mono" else _OFFICE[script]


@cache
def packaged_font() -> Font:
    """The font of large type: every machine has it, so that every machine shows the same."""
    return _at(_packaged(_ALWAYS)[0], 400)


@cache
def fallbacks(script: Script) -> tuple[Font, ...]:
    """Fonts of the system for what Noto Sans SC lacks, the likeliest first.

    Fonts are tried by their files: fontconfig's answer for a character takes longer, and not every
    system has it. Of a collection the face with the shapes of `script` is taken.
    """

    def suits(face: Face) -> bool:
        return face.family in _HAN.get(script, ()) and _is_regular(face)

    found = [
        min(here, key=lambda face: not suits(face))
        for file in sorted(system_files(), key=_rank)[:_TRIED]
        if (here := faces(file))
    ]
    return tuple(_at(face, 400) for face in sorted(found, key=lambda face: not suits(face)))


@cache
def system_files() -> tuple[str, ...]:
    """The font files of the system; of folders with very many, some."""
    found: list[str] = []
    left = _LISTED
    for folder in FOLDERS:
        for where, _, names in os.walk(Path(folder).expanduser()):
            found += (
                str(Path(where, name))
                for name in names
                if name.lower().endswith((".ttf", ".ttc", ".otf", ".otc"))
            )
            left -= len(names)
            if left < 0:
                return tuple(found)
    return tuple(found)


@cache
def _family_of(script: Script) -> tuple[Face, ...]:
    """The faces of the family that is taken for `script`."""
    if script == "Latin":
        return _packaged(_EXTRA_LATIN) or _packaged(_ALWAYS)
    for found in (_system_faces(), _packaged(_EXTRA_HAN)):
        if here := _family_with_bold(found, _HAN[script]):
            return here
    return _packaged(_ALWAYS)


def _system_faces() -> tuple[Face, ...]:
    return faces_in(system_files())


def _family_with_bold(found: tuple[Face, ...], families: tuple[str, ...]) -> tuple[Face, ...]:
    """The faces of the first of `families` that is found with a regular and a bold one."""
    for family in families:
        here = tuple(face for face in found if face.family == family)
        if any(map(_is_regular, here)) and any(map(_is_bold, here)):
            return here
    return ()


def _packaged(path: str) -> tuple[Face, ...]:
    """The faces in a package's file; none where the package is not installed."""
    package, _, name = path.partition("/")
    spec = find_spec(package)
    return faces(str(Path(spec.origin).parent / name)) if spec and spec.origin else ()


def _is_regular(face: Face) -> bool:
    return 300 <= face.nearest(400) <= 500


def _is_bold(face: Face) -> bool:
    return face.nearest(700) >= 600


def _at(face: Face, weight: int) -> Font:
    variation = face.variation(weight)
    return Font(face.family, face.file, face.number, face.nearest(weight), variation)


def _rank(file: str) -> tuple[bool, bool, bool, str]:
    name = Path(file).stem.lower()
    sans = "sans" in name or "gothic" in name
    return _POOR.search(name) is not None, "cjk" not in name, not sans, name
