"""QR codes: dark on light in every theme, as phones want them, with the address as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from presenter.content.inline import paragraphs
from presenter.deck.blocks import Qr
from presenter.typeset.page import Line, Run
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Context, Piece, space

_ADDRESS = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)
_BORDERS = (4, 2)
"""Light modules about the code: what ISO/IEC 18004 asks for, and what scanners put up with."""
_BESIDE = 16
"""Cells that a text beside the code has at the least."""
_GAP = 3


class _Size(NamedTuple):
    """The cells and rows of a code with its border."""

    width: int
    rows: int


def set_qr(block: Qr, context: Context) -> list[Piece]:
    """One piece: the code with its text below or, where rows are few, beside it.

    It is drawn at double size if the slide shows nothing else and it fits. Where it does not fit
    at all, the text stands alone.
    """
    wide = context.setting.ruler.width("█") > 1
    modules = _modules(block.text) if _may_fit(block.text, context, wide=wide) else ()
    scales = (1,) if wide or not context.alone else (2, 1)
    for scale in scales if modules else ():
        for border in _BORDERS:
            code = _code(modules, border, scale, wide=wide)
            size = _Size(code[0][0].width, len(code))
            below = _texts(block, context.width, context)
            if size.width <= context.width and size.rows + 1 + len(below) <= context.rows:
                return [Piece((*code, (), *below))]
            room = context.width - size.width - _GAP
            if room >= _BESIDE and size.rows <= context.rows:
                beside = _texts(block, room, context)
                if len(beside) <= size.rows:
                    return [Piece(_side_by_side(code, beside, size))]
    lines = _texts(block, context.width, context)
    return [Piece(tuple(lines), whole=False, otherwise=(block,))]


def _may_fit(text: str, context: Context, *, wide: bool) -> bool:
    """Whether it is worth while to make a code: the largest ones take a second.

    The smallest code has 21 modules a side; a byte takes eight of them, its own marks left out.
    """
    across, down = (2, 1) if wide else (1, 2)
    side = min(context.width // across, context.rows * down) - 2 * min(_BORDERS)
    return side >= 21 and side * side > 8 * len(text.encode())


def _texts(block: Qr, width: int, context: Context) -> list[Line]:
    """The label and what the code says, which is a link if it is an address."""
    lines: list[Line] = []
    for paragraph in paragraphs(block.label):
        lines += set_paragraph(paragraph, "qr.label", width, context.setting)
    link = block.text if _ADDRESS.fullmatch(block.text) else ""
    style = "qr.link" if link else "qr.text"
    for line in set_plain(block.text, style, width, context.setting):
        lines.append(tuple(run._replace(link=link) for run in line))
    return lines


def _side_by_side(code: Sequence[Line], texts: Sequence[Line], size: _Size) -> tuple[Line, ...]:
    """The code and, at half its height, the texts."""
    shift = (size.rows - len(texts)) // 2
    rows = zip_longest(code, [*[()] * shift, *texts], fillvalue=())
    return tuple((*row, space(_GAP), *text) if text else row for row, text in rows)


@lru_cache(maxsize=16)
def _modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The code for `text`: rows of modules, True for dark, no border.

    The lowest level of error correction that takes no larger code: a clean screen needs no more,
    and large modules are read from further away.
    """
    import segno

    # All in UTF-8: in the mode made for Japanese text phones read them less surely.
    # The mask is a matter of taste; choosing one for a large code takes longer than a key may.
    mask = None if len(text) < 100 else 0
    code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8", mask=mask)
    return tuple(tuple(bool(module & 1) for module in row) for row in code.matrix)


@lru_cache(maxsize=16)
def _code(
    modules: tuple[tuple[bool, ...], ...], border: int, scale: int, *, wide: bool
) -> tuple[Line, ...]:
    """The code in cells: two modules one above the other in a cell, or one in two by one cells."""
    across = len(modules) + 2 * border
    light = [False] * across
    rows = [light] * border
    rows += [[*light[:border], *row, *light[:border]] for row in modules]
    rows += [light] * border
    if wide or scale == 2:
        block = "█" if wide else "██"
        texts = ["".join(block if dark else "  " for dark in row) for row in rows]
        return tuple((Run(text, "qr", 2 * across),) for text in texts)
    rows += [light] * (len(rows) % 2)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    texts = [
        "".join(" ▀▄█"[upper + 2 * lower] for upper, lower in zip(*pair, strict=True))
        for pair in pairs
    ]
    return tuple((Run(text, "qr", across),) for text in texts)
