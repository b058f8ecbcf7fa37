"""One face of a font file, with some characters only, for text in one language.

Every glyph keeps its number, so that metrics and substitutions hold as they are: a glyph that is
not wanted only loses its outline, and its character. Of a collection of twenty megabytes some three
are left, and what sets with it sets the very same.

Sources: OpenType 1.9 (font collections, cmap, GSUB, CFF2); Adobe Technical Note 5176 (CFF).
"""

from __future__ import annotations

import struct
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, pairwise
from sys import byteorder
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_CHARSET, _ENCODING, _CHARSTRINGS, _PRIVATE, _FONTS, _FONT_OF = 15, 16, 17, 18, 1236, 1237
_VARIATIONS = 24
_HEAD_OF_CFF2 = 5
_OFFSETS = {_CHARSET, _ENCODING, _CHARSTRINGS, _PRIVATE, _FONTS, _FONT_OF, _VARIATIONS}
"""Operators whose last operand is an offset; those of two bytes as 1200 and the second."""

_LAST_OPERATOR, _ESCAPE, _REAL = 24, 12, 30
_LENGTHS = {28: 3, 29: 5}
"""Of operands that begin so, in bytes."""

_FIRST_OF_UNICODE, _ALL_OF_UNICODE = 4, 12
"""Forms of a character map: of characters up to U+FFFF, and of all; who has the latter needs no
other."""
_NO_CHARACTER = 0xFFFF

_SINGLE, _MULTIPLE, _ALTERNATE, _LIGATURE, _EXTENSION = 1, 2, 3, 4, 7

_VERTICAL = {b"VORG", b"vhea", b"vmtx"}
"""Tables for lines that run from top to bottom."""


def subset(file: ReadableBuffer, number: int, without: Set[int], language: bytes) -> bytes:
    """The face with this number in `file`, as a file of its own.

    without: characters that are not wanted. language: its tag in OpenType, as ``ZHS``; text in any
    other is set as in none. Raises ValueError, IndexError, KeyError or struct.error for what is no
    face with outlines as in PostScript (CFF, CFF2), or is damaged.
    """
    tables = _tables(memoryview(file), number)
    form = _CFF2 if _CFF2.tag in tables else _CFF
    if form.tag not in tables or b"cmap" not in tables:
        raise ValueError("no outlines as in PostScript")
    mapped = dict(_mapped(tables[b"cmap"], without))
    glyphs = {0, *mapped.values()}
    new = {b"cmap": _character_map(mapped)}
    if b"GSUB" in tables:
        new[b"GSUB"], foreign = _in_language(tables[b"GSUB"], language.ljust(4))
        _close(glyphs, tables[b"GSUB"], foreign)
    new[form.tag] = _outlines(tables[form.tag], glyphs, form)
    return _file({tag: new.get(tag, tables[tag]) for tag in tables.keys() - _VERTICAL})


# The file


def _tables(data: memoryview, number: int) -> dict[bytes, memoryview]:
    at = 0
    if bytes(data[:4]) == b"ttcf":
        (at,) = struct.unpack_from(">I", data, 12 + 4 * number)
    (count,) = struct.unpack_from(">4xH", data, at)
    directory = struct.iter_unpack(">4s4xII", data[at + 12 : at + 12 + 16 * count])
    return {tag: data[start : start + size] for tag, start, size in directory}


def _file(tables: Mapping[bytes, bytes | memoryview]) -> bytes:
    power = 1 << len(tables).bit_length() - 1
    head = struct.pack(
        ">4sHHHH",
        b"OTTO",
        len(tables),
        power * 16,
        power.bit_length() - 1,
        (len(tables) - power) * 16,
    )
    at = len(head) + 16 * len(tables)
    directory, parts = [], []
    for tag, table in sorted(tables.items()):
        part = bytes(table) + bytes(-len(table) % 4)
        # Without their checksums, which take longer than all else; Typst does not look at them.
        directory.append(struct.pack(">4sIII", tag, 0, at, len(table)))
        parts.append(part)
        at += len(part)
    return b"".join((head, *directory, *parts))


def _numbers(data: bytes | memoryview, size: int) -> array[int]:
    """Numbers of `size` bytes each, the highest first."""
    count = len(data) // size
    spread = bytearray(4 * count)
    for byte in range(size):
        spread[4 - size + byte :: 4] = data[byte : size * count : size]
    found = array("I")
    found.frombytes(spread)
    if byteorder == "little":
        found.byteswap()
    return found


# Which glyphs


def _mapped(cmap: memoryview, without: Set[int]) -> Iterator[tuple[int, int]]:
    """The characters that are wanted, and the glyph of each."""
    (count,) = struct.unpack_from(">2xH", cmap)
    starts = {at for (at,) in struct.iter_unpack(">4xI", cmap[4 : 4 + 8 * count])}
    tables = {struct.unpack_from(">H", cmap, at)[0]: cmap[at:] for at in starts}
    if _ALL_OF_UNICODE in tables:
        table = tables[_ALL_OF_UNICODE]
        (groups,) = struct.unpack_from(">12xI", table)
        for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * groups]):
            for each in range(first, last + 1):
                if each not in without:
                    yield each, glyph + each - first
    elif _FIRST_OF_UNICODE in tables:
        yield from _segments(tables[_FIRST_OF_UNICODE], without)
    else:
        raise ValueError("a character map of another kind")


def _segments(table: memoryview, without: Set[int]) -> Iterator[tuple[int, int]]:
    (twice,) = struct.unpack_from(">6xH", table)
    count = twice // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", table, at)
        for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    for number in range(count):
        for each in range(starts[number], ends[number] + 1):
            glyph = each
            if each in without or each == _NO_CHARACTER:
                continue
            if ranges[number]:
                at = 16 + 3 * twice + 2 * number + ranges[number] + 2 * (each - starts[number])
                (glyph,) = struct.unpack_from(">H", table, at)
            if glyph:
                yield each, (glyph + deltas[number]) & 0xFFFF


def _character_map(mapped: dict[int, int]) -> bytes:
    """A character map in the form for all of Unicode; readers sort no further what it lists."""
    groups: list[list[int]] = []
    for each, glyph in sorted(mapped.items()):
        if groups and groups[-1][1:] == [each - 1, glyph - each + groups[-1][0]]:
            groups[-1][1] = each
        else:
            groups.append([each, each, glyph])
    head = struct.pack(">HHHHI", 0, 1, 3, 10, 12)
    table = struct.pack(">HHIII", _ALL_OF_UNICODE, 0, 16 + 12 * len(groups), 0, len(groups))
    return head + table + b"".join(struct.pack(">III", *group) for group in groups)


def _in_language(gsub: memoryview, language: bytes) -> tuple[bytes, set[int]]:
    """Substitutions of which other languages have none of their own; the lookups that were theirs.

    A glyph by which they would replace one may have lost its outline.
    """
    made = bytearray(gsub)
    scripts_at, features_at, _ = struct.unpack_from(">3H", gsub, 4)
    used: set[int] = set()
    for script_at in _records(gsub, scripts_at):
        (default,) = struct.unpack_from(">H", gsub, script_at)
        systems = {script_at + default} if default else set()
        (count,) = struct.unpack_from(">H", gsub, script_at + 2)
        for at in range(script_at + 4, script_at + 4 + 6 * count, 6):
            if default and gsub[at : at + 4] != language:
                struct.pack_into(">H", made, at + 4, default)
            else:
                systems.add(script_at + struct.unpack_from(">H", gsub, at + 4)[0])
        for at in systems:
            required, several = struct.unpack_from(">2xHH", gsub, at)
            used |= {required, *struct.unpack_from(f">{several}H", gsub, at + 6)}
    ours, theirs = set[int](), set[int]()
    for number, at in enumerate(_records(gsub, features_at)):
        (count,) = struct.unpack_from(">H", gsub, at + 2)
        lookups = struct.unpack_from(f">{count}H", gsub, at + 4)
        (ours if number in used else theirs).update(lookups)
    return bytes(made), theirs - ours


def _records(table: memoryview, at: int) -> list[int]:
    """Where what a list at `at` names by tags begins."""
    (count,) = struct.unpack_from(">H", table, at)
    return [at + struct.unpack_from(">H", table, at + 6 + 6 * each)[0] for each in range(count)]


def _close(glyphs: set[int], gsub: memoryview, foreign: Set[int]) -> None:
    """Add to `glyphs` what takes their place, whatever the features, but by `foreign` lookups."""
    after: defaultdict[int, list[int]] = defaultdict(list)
    ligatures: list[tuple[frozenset[int], int]] = []
    (at,) = struct.unpack_from(">8xH", gsub)
    for number, lookup in enumerate(_offsets(gsub[at:])):
        if number in foreign:
            continue
        (kind,) = struct.unpack_from(">H", lookup)
        for table in _offsets(lookup[4:], lookup):
            if kind == _EXTENSION:
                real, further = struct.unpack_from(">2xHI", table)
                _substitutions(real, table[further:], after, ligatures)
            else:
                _substitutions(kind, table, after, ligatures)
    new = list(glyphs)
    while new:
        found = {each for glyph in new for each in after.get(glyph, ())}
        found |= {made for parts, made in ligatures if parts <= glyphs}
        new = list(found - glyphs)
        glyphs.update(new)


def _offsets(table: memoryview, base: memoryview | None = None) -> Iterator[memoryview]:
    """What a list of offsets, with their count before them, leads to."""
    (count,) = struct.unpack_from(">H", table)
    whole = table if base is None else base
    for at in struct.unpack_from(f">{count}H", table, 2):
        yield whole[at:]


def _substitutions(
    kind: int,
    table: memoryview,
    after: defaultdict[int, list[int]],
    ligatures: list[tuple[frozenset[int], int]],
) -> None:
    if kind not in (_SINGLE, _MULTIPLE, _ALTERNATE, _LIGATURE):
        return  # others only say where these hold
    form, coverage, count = struct.unpack_from(">HHH", table)
    covered = list(_covered(table[coverage:]))
    if kind == _SINGLE:
        if form == 1:
            pairs = [(glyph, (glyph + count) & 0xFFFF) for glyph in covered]
        else:
            pairs = list(zip(covered, struct.unpack_from(f">{count}H", table, 6), strict=False))
        for glyph, other in pairs:
            after[glyph].append(other)
        return
    for glyph, each in zip(covered, _offsets(table[4:], table), strict=False):
        if kind == _LIGATURE:
            for ligature in _offsets(each):
                made, parts = struct.unpack_from(">HH", ligature)
                others = struct.unpack_from(f">{parts - 1}H", ligature, 4)
                ligatures.append((frozenset((glyph, *others)), made))
        else:
            (several,) = struct.unpack_from(">H", each)
            after[glyph] += struct.unpack_from(f">{several}H", each, 2)


def _covered(table: memoryview) -> Iterator[int]:
    form, count = struct.unpack_from(">HH", table)
    if form == 1:
        yield from struct.unpack_from(f">{count}H", table, 4)
    else:
        for first, last in struct.iter_unpack(">HH2x", table[4 : 4 + 6 * count]):
            yield from range(first, last + 1)


# Their outlines

_Dictionary = dict[int, list[bytes]]
"""Operands as they are written, by operator; what is an offset is written anew."""


class _Form(NamedTuple):
    """How CFF and CFF2 differ: their names, how they count, and what no outline is."""

    tag: bytes
    counts: str
    empty: bytes


_CFF, _CFF2 = _Form(b"CFF ", ">H", b"\x0e"), _Form(b"CFF2", ">I", b"")
"""In CFF each outline ends with an operator, endchar."""


def _outlines(cff: memoryview, glyphs: set[int], form: _Form) -> bytes:
    """The table with these glyphs' outlines, and empty ones for the others."""
    if form is _CFF2:
        begin, at = 3, cff[2]
        behind = at + int.from_bytes(cff[begin:at], "big")
        if at != _HEAD_OF_CFF2:
            raise ValueError("another head")
    else:
        _, begin = _index(cff, cff[2], form)
        (at, behind), _ = _index(cff, begin, form)
    top = _dictionary(cff[at:behind])
    start = _value(top[_CHARSTRINGS][-1])
    outlines, end = _index(cff, start, form)
    kept = _kept(cff, outlines, glyphs, form)
    grows = len(_top(top, form)) - (behind - begin)

    def moved(offset: int) -> int:
        return offset + grows + (len(kept) - (end - start) if offset >= end else 0)

    body: list[bytes | memoryview] = [cff[behind:start], kept, cff[end:]]
    new = _shifted(top, moved)
    if _FONTS in top:
        new[_FONTS] = [_operand(begin + len(_top(new, form)) + sum(map(len, body)))]
        fonts, _ = _index(cff, _value(top[_FONTS][-1]), form)
        parts = [
            _packed(_shifted(_dictionary(cff[first:last]), moved))
            for first, last in pairwise(fonts)
        ]
        body.append(_packed_index([len(part) for part in parts], parts, form))
    return b"".join((cff[:begin], _top(new, form), *body))


def _kept(cff: memoryview, outlines: array[int], glyphs: set[int], form: _Form) -> bytes:
    count, empty = len(outlines) - 1, form.empty
    sizes = [len(empty)] * count
    parts: list[bytes | memoryview] = []
    done = 0
    for glyph in sorted(glyph for glyph in glyphs if glyph < count):
        outline = cff[outlines[glyph] : outlines[glyph + 1]]
        sizes[glyph] = len(outline)
        parts += (empty * (glyph - done), outline)
        done = glyph + 1
    parts.append(empty * (count - done))
    return _packed_index(sizes, parts, form)


def _index(cff: memoryview, at: int, form: _Form) -> tuple[array[int], int]:
    """Where each object of an INDEX begins, and the last one ends; and where the INDEX ends."""
    count = int.from_bytes(cff[at : at + struct.calcsize(form.counts)], "big")
    at += struct.calcsize(form.counts)
    if not count:
        return array("I"), at
    size = cff[at]
    data = at + 1 + (count + 1) * size
    found = array("I", [data - 1 + each for each in _numbers(cff[at + 1 : data], size)])
    if found[-1] > len(cff):
        raise ValueError("an INDEX longer than its table")
    return found, found[-1]


def _packed_index(sizes: Sequence[int], parts: Iterable[bytes | memoryview], form: _Form) -> bytes:
    ends = array("I", accumulate(sizes, initial=1))
    if byteorder == "little":
        ends.byteswap()
    head = struct.pack(form.counts, len(sizes)) + b"\x04"
    return b"".join((head, ends.tobytes(), *parts))


def _top(dictionary: _Dictionary, form: _Form) -> bytes:
    packed = _packed(_shifted(dictionary, lambda at: at))
    if form is _CFF2:
        return struct.pack(">H", len(packed)) + packed
    return _packed_index([len(packed)], [packed], form)


def _dictionary(data: memoryview) -> _Dictionary:
    found: _Dictionary = {}
    operands: list[bytes] = []
    at = 0
    while at < len(data):
        first, begin = data[at], at
        if first <= _LAST_OPERATOR:
            at += 2 if first == _ESCAPE else 1
            operator = 100 * first + data[at - 1] if first == _ESCAPE else first
            found[operator], operands = operands, []
            continue
        if first == _REAL:
            while data[at + 1] & 0xF != 0xF and data[at + 1] >> 4 != 0xF:
                at += 1
            at += 2
        else:
            at += _LENGTHS.get(first, 1 if first < 247 else 2)
        operands.append(bytes(data[begin:at]))
    return found


def _packed(dictionary: _Dictionary) -> bytes:
    return b"".join(
        b"".join(operands) + (bytes([operator]) if operator < 100 else bytes(divmod(operator, 100)))
        for operator, operands in dictionary.items()
    )


def _value(operand: bytes) -> int:
    """An integer, as TN 5176 packs it (table 3)."""
    first, rest = operand[0], operand[1:]
    if first in _LENGTHS:
        return int.from_bytes(rest, "big", signed=True)
    if first < 247:
        return first - 139
    return (
        (first - 247) * 256 + rest[0] + 108 if first < 251 else -(first - 251) * 256 - rest[0] - 108
    )


def _operand(value: int) -> bytes:
    return struct.pack(">Bi", 29, value)


def _shifted(dictionary: _Dictionary, moved: Callable[[int], int]) -> _Dictionary:
    """`dictionary` with its offsets as they are `moved` to."""
    found = dict(dictionary)
    for operator in found.keys() & _OFFSETS:
        *others, last = found[operator]
        at = _value(last)
        # The lowest ones name sets that every reader knows.
        if operator in (_CHARSET, _ENCODING) and at <= 2:
            continue
        found[operator] = [*others, _operand(moved(at))]
    return found
