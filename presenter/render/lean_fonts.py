"""The fonts of pictures without the outlines that hardly any slide needs, kept on disk.

Typst reads a font file whole, counts its characters, makes a hash of it, and keeps it: two
collections for Chinese, Japanese and Korean are 40 MB and more, and to look through the folder they
lie in takes longer than to draw a slide. Of either the one face is kept that is used, with what is
common in the language. What is drawn is the same.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from presenter.deck.digest import digest
from presenter.deck.safe_files import atomic_write, cache_folder, open_regular, stamp_of
from presenter.fonts.choice import Font, Script

_NAME = "face.otf"
_VERSION = "2"
"""Of what `subset` makes."""

_MOST = 8
"""Files that are kept, of 2 to 15 MB: two or three faces of some languages."""

_RARE = ((0x3400, 0x4DC0), (0xF900, 0xFB00))
_ASIAN = (*_RARE, (0x4E00, 0xA000), (0xAC00, 0xD7B0))
"""What may be left out, from here to before there. Of everything else there is little."""

_CHOSEN = re.compile("[\ufe00-\ufe0e\U000e0100-\U000e01ef]")
"""They choose among the shapes of the character before (Unicode, 23.4): by no character alone."""

_CODES: dict[Script, str] = {
    "SC": "gb2312",
    "TC": "big5",
    "HK": "big5hkscs",
    "JP": "shift_jis",
    "KR": "euc_kr",
}
"""The coded character sets of what is common; the files that have more than that have all of
Unicode's first 20,992 Han characters and all Hangul.
"""

_LANGUAGES: dict[Script, bytes] = {
    "SC": b"ZHS",
    "TC": b"ZHT",
    "HK": b"ZHH",
    "JP": b"JAN",
    "KR": b"KOR",
}
"""OpenType's tags of those whose texts are set so; a face has shapes of its own for each."""

COMMON, MORE, ALL = range(3)
"""How much of a font is needed."""


def need(characters: Iterable[str], script: Script) -> int:
    """How much of a font text with these characters needs."""
    text = "".join(characters)
    if _CHOSEN.search(text):
        return ALL
    asian = "".join(each for each in text if is_among(each, _ASIAN))
    try:
        asian.encode(_CODES.get(script, "gb2312"))
    except UnicodeEncodeError:
        return ALL if any(is_among(each, _RARE) for each in asian) else MORE
    return COMMON


def is_among(character: str, ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether it is in one of `ranges`, each from a code point to before another.

    To compile a regular expression for them takes some milliseconds, for which a first picture
    would wait.
    """
    code = ord(character)
    return any(start <= code < end for start, end in ranges)


def folder_of(font: Font, script: Script, much: int) -> str:
    """A folder with the face of `font`: by itself, if `make` has been here, else among others."""
    with suppress(OSError, RuntimeError):
        lean = _place(font, script, much)
        if much != ALL and _is_whole(lean):
            lean.touch()
            return str(lean.parent)
    return str(Path(font.file).parent)


def is_made(font: Font, script: Script, much: int) -> bool:
    """Whether `folder_of` finds the face by itself, or there is none to be found."""
    with suppress(OSError, RuntimeError):
        return much == ALL or _is_whole(_place(font, script, much))
    return True


def make(font: Font, script: Script, much: int) -> bool:
    """Have `folder_of` find the face by itself from now on; whether it did not, and does now.

    It takes a tenth of a second. A file of another kind is used as it is, as is any where there is
    no room for ours.
    """
    if much == ALL:
        return False
    # No first picture waits for these.
    import mmap

    from presenter.fonts.subset import subset

    try:
        lean = _place(font, script, much)
        if _is_whole(lean):
            return False
        with open_regular(Path(font.file)) as file:
            # Whoever refers to it last closes it: what was in the way may do so still.
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        made = subset(data, font.number, _without(script, much), _LANGUAGES.get(script, b""))
        lean.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(lean, made, "private")
        _forget_old(lean.parent.parent)
    except (OSError, ValueError, IndexError, KeyError, RuntimeError, struct.error):
        return False
    return True


def _without(script: Script, much: int) -> frozenset[int]:
    """The characters that are left out."""
    ranges = _ASIAN if much == COMMON else _RARE
    text = "".join("".join(map(chr, range(*each))) for each in ranges)
    if much == COMMON:
        code = _CODES.get(script, "gb2312")
        return frozenset(map(ord, set(text).difference(text.encode(code, "ignore").decode(code))))
    return frozenset(map(ord, text))


def _place(font: Font, script: Script, much: int) -> Path:
    """The file of the face by itself, there or not. Raises OSError if there can be none."""
    folder = cache_folder()
    if folder is None:
        raise OSError("no home")
    with open_regular(Path(font.file)) as file:
        what = f"{_VERSION} {font.file} {stamp_of(file)} {font.number} {script} {much}"
    return folder / "fonts" / digest(what, size=12) / _NAME


def _is_whole(file: Path) -> bool:
    """Whether a file is as long as its tables say."""
    with suppress(OSError, struct.error), open_regular(file, follow=False) as stream:
        head = stream.read(12)
        (count,) = struct.unpack_from(">4xH", head)
        tables = struct.iter_unpack(">4s4xII", stream.read(16 * count))
        end = max((at + size for _, at, size in tables), default=0)
        return head[:4] == b"OTTO" and stream.seek(0, 2) == end + -end % 4
    return False


def _forget_old(folder: Path) -> None:
    files = sorted(folder.glob(f"*/{_NAME}"), key=lambda file: file.stat().st_mtime_ns)
    for old in files[:-_MOST]:
        with suppress(OSError):
            old.unlink()
            old.parent.rmdir()
