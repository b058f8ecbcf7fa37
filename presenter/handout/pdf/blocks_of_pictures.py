"""Pictures and QR codes."""

from __future__ import annotations

import re
from typing import Any

from presenter.deck.blocks import Image, Qr, SizedImage
from presenter.handout.pdf.context import Context

_ADDRESS = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)


def image(block: Image, context: Context) -> dict[str, Any]:
    """The picture's copy; without one, its alt text stands in its place."""
    name = context.pictures.name_of(block) if isinstance(block, SizedImage) else ""
    alt = block.alt or block.path
    data: dict[str, Any] = {
        "kind": "image" if name else "no-image",
        "step": context.node.step,
        "alt": alt,
        "says": context.plain(alt, "image.alt"),
        "caption": context.spans(block.caption, "image.caption") if block.caption else [],
        "frame": context.color("image.frame"),
    }
    if name and isinstance(block, SizedImage):
        data |= {"name": name, "size": list(block.size), "width": block.width}
    return data


def qr(block: Qr, context: Context) -> dict[str, Any]:
    """The code's rows as stretches of dark modules (first, length), and what it says."""
    import segno

    # As on stage: all in UTF-8, the least error correction, the largest modules.
    code = segno.make_qr(block.text, error="l", mode="byte", encoding="utf-8")
    rows = ["".join("1" if module & 1 else "0" for module in row) for row in code.matrix]
    link = block.text if _ADDRESS.fullmatch(block.text) else ""
    return {
        "kind": "qr",
        "step": context.node.step,
        "size": len(rows),
        "rows": [[[run.start(), len(run[0])] for run in re.finditer("1+", row)] for row in rows],
        "text": context.plain(block.text, "qr.link" if link else "qr.text", link),
        "label": context.paragraphs(block.label, "qr.label") if block.label else [],
        "alt": block.text,
    }
