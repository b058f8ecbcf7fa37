"""What a font file says of the faces in it: TrueType, OpenType, and collections of them.

Read from a few tables (name, OS/2, fvar of the OpenType specification), a tenth of a millisecond a
file. Nothing is imported for it, so that whoever only wants to know a name pays for nothing else.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

_MOST_FACES = 64
_MOST_BYTES = 1 << 18
"""Of one table; a larger one is damaged."""
_MOST_MAPPED = 1 << 22
"""The same of a character map."""

_FIRST_OF_UNICODE, _ALL_OF_UNICODE = 4, 12
"""Forms of a character map: of characters up to U+FFFF, and of all."""

_OUTLINES = {b"glyf", b"CFF ", b"CFF2"}
_ENGLISH = 0x409
_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1
_ITALIC = 1
"""In the flags of OS/2; so is oblique, which most italic faces set as well."""


class Axis(NamedTuple):
    """What can be varied in a variable font: its tag, as ``wght``, and the values it takes."""

    tag: str
    least: float
    default: float
    most: float


class Face(NamedTuple):
    """An upright face: its family, the file, its number in it, its weight (400 is regular)."""

    family: str
    file: str
    number: int
    weight: int
    axes: tuple[Axis, ...] = ()

    def nearest(self, weight: int) -> int:
        """The weight that it has, or can be varied to, nearest to `weight`."""
        for axis in self.axes:
            if axis.tag == "wght":
                return int(min(max(weight, axis.least), axis.most))
        return self.weight

    def variation(self, weight: int) -> tuple[float, ...]:
        """The value of each axis at the weight nearest to `weight`."""
        return tuple(
            self.nearest(weight) if axis.tag == "wght" else axis.default for axis in self.axes
        )


@lru_cache(maxsize=8192)
def faces(file: str) -> tuple[Face, ...]:
    """The upright faces in `file`; none if it is no font of outlines, or cannot be read."""
    try:
        if not Path(file).is_file():
            return ()
        with Path(file).open("rb") as stream:
            return tuple(_faces(stream, file))
    except (OSError, ValueError, struct.error):
        return ()


def characters_in(file: str, characters: Iterable[str]) -> frozenset[str]:
    """Those of `characters` that a face in `file` may have; none if it cannot be read.

    Faces without outlines count as well, as those of emoji are. A character map may name more than
    there is.
    """
    try:
        with Path(file).open("rb") as stream:
            tables = {_tables(stream, offset).get(b"cmap") for offset in _offsets(stream)}
            maps = [_table(stream, {b"cmap": at}, b"cmap", _MOST_MAPPED) for at in tables if at]
        ranges = [each for data in maps for each in _ranges(data)]
    except (OSError, ValueError, struct.error):
        return frozenset()
    return frozenset(
        each for each in characters if any(_is_within(ord(each), *range_) for range_ in ranges)
    )


def _is_within(code: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


def _ranges(cmap: bytes) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The first and the last characters of the ranges of each map, in order."""
    (count,) = struct.unpack_from(">2xH", cmap)
    for at in {at for (at,) in struct.iter_unpack(">4xI", cmap[4 : 4 + 8 * count])}:
        (form,) = struct.unpack_from(">H", cmap, at)
        if form == _ALL_OF_UNICODE:
            (groups,) = struct.unpack_from(">12xI", cmap, at)
            numbers = struct.unpack_from(f">{3 * groups}I", cmap, at + 16)
            yield numbers[::3], numbers[1::3]
        elif form == _FIRST_OF_UNICODE:
            (twice,) = struct.unpack_from(">6xH", cmap, at)
            places = at + 16 + twice, at + 14
            starts, ends = (struct.unpack_from(f">{twice // 2}H", cmap, each) for each in places)
            yield starts, ends


def _offsets(stream: BinaryIO) -> tuple[int, ...]:
    """Where each face in a file begins."""
    head = stream.read(12)
    if head[:4] != b"ttcf":
        return (0,)
    count = min(_MOST_FACES, *struct.unpack_from(">I", head, 8))
    return struct.unpack(f">{count}I", stream.read(4 * count))


def _faces(stream: BinaryIO, file: str) -> Iterator[Face]:
    for index, offset in enumerate(_offsets(stream)):
        tables = _tables(stream, offset)
        if _OUTLINES.isdisjoint(tables):
            continue
        weight, flags = 400, 0
        if metrics := _table(stream, tables, b"OS/2"):
            (weight,), (flags,) = (struct.unpack_from(">H", metrics, at) for at in (4, 62))
        if not flags & _ITALIC:
            family = _family(_table(stream, tables, b"name"))
            yield Face(family, file, index, weight, _axes(_table(stream, tables, b"fvar")))


def _tables(stream: BinaryIO, offset: int) -> dict[bytes, tuple[int, int]]:
    """Where each table begins, and its length; in bytes."""
    stream.seek(offset)
    _, count = struct.unpack(">4sH6x", stream.read(12))
    directory = stream.read(16 * count)
    return {tag: (at, size) for tag, at, size in struct.iter_unpack(">4s4xII", directory)}


def _table(
    stream: BinaryIO,
    tables: dict[bytes, tuple[int, int]],
    tag: bytes,
    most: int = _MOST_BYTES,
) -> bytes:
    if tag not in tables:
        return b""
    at, size = tables[tag]
    if size > most:
        raise ValueError(tag)
    stream.seek(at)
    return stream.read(size)


def _family(data: bytes) -> str:
    """The family that the faces of all weights share, in English where it is named so."""
    if not data:
        return ""
    count, texts = struct.unpack_from(">2xHH", data)
    best: tuple[int, str] = (0, "")
    for record in range(count):
        platform, language, name, size, at = struct.unpack_from(">H2xHHHH", data, 6 + 12 * record)
        if name not in (_FAMILY, _TYPOGRAPHIC_FAMILY):
            continue
        merit = 1 + (platform != 1) + 2 * (language in (0, _ENGLISH))
        merit += 4 * (name == _TYPOGRAPHIC_FAMILY)
        if merit > best[0]:
            text = data[texts + at : texts + at + size]
            encoding = "mac_roman" if platform == 1 else "utf-16-be"
            best = merit, text.decode(encoding, errors="replace")
    return best[1]


def _axes(data: bytes) -> tuple[Axis, ...]:
    if not data:
        return ()
    at, count, size = struct.unpack_from(">4xH2xHH", data)
    axes = (struct.unpack_from(">4siii", data, at + size * number) for number in range(count))
    # Values are fixed-point numbers with 16 bits behind the point.
    return tuple(
        Axis(axis[0].decode("ascii"), *(each / 65536 for each in axis[1:])) for axis in axes
    )


@lru_cache(maxsize=256)
def script_tags(file: str) -> frozenset[str]:
    """The scripts that the first face in `file` has rules for, by their OpenType tags.

    Of substitutions alone (GSUB): those make letters join. None of what cannot be read.
    """
    try:
        with Path(file).open("rb") as stream:
            head = stream.read(16)
            offset = struct.unpack_from(">I", head, 12)[0] if head[:4] == b"ttcf" else 0
            tables = _tables(stream, offset)
            at, size = tables.get(b"GSUB", (0, 0))
            stream.seek(at)
            data = stream.read(min(size, _MOST_BYTES))
    except (OSError, struct.error):
        return frozenset()
    try:
        (begin,) = struct.unpack_from(">4xH", data)
        (count,) = struct.unpack_from(">H", data, begin)
        records = struct.iter_unpack(">4s2x", data[begin + 2 : begin + 2 + 6 * count])
        return frozenset(tag.decode("latin-1").strip() for (tag,) in records)
    except struct.error:
        return frozenset()
