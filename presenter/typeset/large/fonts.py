"""A font of the system for large type that the packaged font has no glyphs for.

Fonts are tried by their files: fontconfig's answer for a character takes longer, and not every
system has it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import bidirectional, category

from presenter.typeset.large.glyphs import covers

FOLDERS = (
    *("~/.local/share/fonts", "~/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"),
    *("~/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"),
)
"""Where Linux and macOS keep fonts."""

_MOST = 30
"""Fonts that are tried; one takes a millisecond, and a key must not wait for a hundred."""

_LISTED = 5_000
"""Files that are looked at by name."""

_POOR = re.compile(
    "bold|italic|oblique|black|heavy|thin|light|medium|serif|mincho|mono|cond|narrow", re.IGNORECASE
)
"""In the names of fonts that come last: their strokes run together or vanish in few pixels."""


@lru_cache(maxsize=64)
def system_font(text: str) -> str | None:
    """The file of a font that has all characters of `text`; None if none is found.

    Nor where letters join, reorder or carry marks, which Pillow does not see to by itself.
    """
    if not all(map(_stands_alone, text)):
        return None
    return next((font for font in _fonts() if _has(font, text)), None)


def _stands_alone(character: str) -> bool:
    return (
        category(character)[0] not in "MC"
        and bidirectional(character) not in ("R", "AL")
        and not "\u1100" <= character <= "\u11ff"
    )


def _has(font: str, text: str) -> bool:
    try:
        return covers(text, font)
    except OSError:  # no font after all, or one of bitmaps
        return False


@cache
def _fonts() -> tuple[str, ...]:
    """The files to try, the likeliest first."""
    return tuple(str(path) for path in sorted(_files(), key=_rank)[:_MOST])


def _files() -> Iterator[Path]:
    left = _LISTED
    for folder in FOLDERS:
        for where, _, names in os.walk(Path(folder).expanduser()):
            yield from (
                Path(where, name) for name in names if name.endswith((".ttf", ".ttc", ".otf"))
            )
            left -= len(names)
            if left < 0:
                return


def _rank(path: Path) -> tuple[bool, bool, bool, str]:
    name = path.stem.lower()
    sans = "sans" in name or "gothic" in name
    return _POOR.search(name) is not None, "cjk" not in name, not sans, name
