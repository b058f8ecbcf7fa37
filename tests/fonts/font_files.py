"""Font files without a glyph in them: just what a file says of its faces."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path


def face(
    family: str,
    weight: int = 400,
    *,
    axes: Sequence[tuple[str, float, float, float]] = (),
    italic: bool = False,
    outlines: str = "glyf",
    named: Sequence[tuple[int, int, int, str]] = (),
) -> dict[str, bytes]:
    """The tables of a face; `named` are more names: (platform, language, name, text)."""
    names = [*named, (3, 0x409, 1, family)]
    texts = [text.encode("mac_roman" if way == 1 else "utf-16-be") for way, _, _, text in names]
    records, at = b"", 0
    for (platform, language, name, _), text in zip(names, texts, strict=True):
        records += struct.pack(">6H", platform, 0, language, name, len(text), at)
        at += len(text)
    head = struct.pack(">3H", 0, len(names), 6 + len(records))
    tables = {
        "OS/2": struct.pack(">2xhH56xHxxxx", 0, weight, int(italic)),
        "name": head + records + b"".join(texts),
        outlines: b"\0" * 8,
    }
    if axes:
        tables["fvar"] = struct.pack(">8H", 1, 0, 16, 2, len(axes), 20, 0, 0) + b"".join(
            struct.pack(">4s3iHH", tag.encode(), *(int(each * 65536) for each in values), 0, 0)
            for tag, *values in axes
        )
    return tables


def write_font(path: Path, *faces: dict[str, bytes]) -> Path:
    """A file of one face, or a collection of several."""
    head = struct.pack(f">4sHHI{len(faces)}I", b"ttcf", 2, 0, len(faces), *[0] * len(faces))
    data = bytearray(head if len(faces) > 1 else b"")
    for number, tables in enumerate(faces):
        if len(faces) > 1:
            struct.pack_into(">I", data, 12 + 4 * number, len(data))
        data += struct.pack(">4s4H", b"\0\1\0\0", len(tables), 0, 0, 0)
        at = len(data) + 16 * len(tables)
        for tag, table in tables.items():
            data += struct.pack(">4s3I", tag.encode(), 0, at, len(table))
            at += len(table)
        data += b"".join(tables.values())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(data))
    return path
