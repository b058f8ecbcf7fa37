"""Pictures and QR codes.

A picture is its room on the page, with its alt text in it, and a caption below. A code is drawn in
cells: dark on light in every theme, as phones want it, with the address as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from presenter.content import nodes
from presenter.content.blocks import qr_code
from presenter.typeset.frame import MEASURE
from presenter.typeset.headings import centred
from presenter.typeset.page import Line, PageOptions, Picture, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Area, Piece

CELL_ASPECT = 0.5
"""A cell's width by its height: 1 to 2 in most terminals, never far from it."""

_LEAST_ROWS, _LEAST_CELLS = 3, 4
"""Less room than this shows nothing; words do."""

_BORDERS = (4, 2)
"""Light modules about the code: what ISO/IEC 18004 asks for, and what scanners put up with."""
_BESIDE = 16
"""Cells that a text beside the code has at the least."""
_GAP = 3


class Room(NamedTuple):
    """In cells and rows."""

    width: int
    height: int


def set_picture(node: nodes.Picture, area: Area) -> list[Piece]:
    """The picture's room as one piece, its caption as another that stays with it.

    Where there is no picture or no room for it, its alt text, all of it, framed.
    """
    setting = area.setting
    text = replace(area, width=min(area.width, MEASURE))
    caption = set_paragraph(node.caption, "image.caption", text.width, setting)
    room = _room(node, area, len(caption)) if setting.pictures else None
    if node.file and room:
        picture = Picture(0, 0, *room, file=node.file, alt=node.alt)
        lines = _alt_in(room, node.instead, setting)
        pieces = [Piece(lines, pictures=(picture,), keep=bool(caption))]
    else:
        lacks = (node,) if node.file and setting.pictures else ()
        pieces = [Piece(_alt(node.instead, text), keep=bool(caption), otherwise=lacks)]
    if caption:
        pieces.append(Piece(tuple(caption), space_before="none"))
    return pieces


def _room(node: nodes.Picture, area: Area, caption: int) -> Room | None:
    """The room for a picture above so many lines of caption; None if there is too little.

    Without a width of its own it takes all that there is: the page's width, its height if nothing
    else is on the slide, else three fifths of it. It is never set so large that a pixel
    takes more than a cell.
    """
    if node.size is None:
        return None
    most = area.steady_rows if area.alone else area.rows * 3 // 5
    most -= caption
    if most < _LEAST_ROWS or area.width < _LEAST_CELLS:
        return None
    width = area.width * (node.width or 100) // 100
    return fitted(node.size, width if node.width else min(width, node.size.width), most)


def fitted(size: tuple[int, int], width: int, height: int, aspect: float = CELL_ASPECT) -> Room:
    """The largest room of the shape of `size` within `width` cells and `height` rows."""
    across, down = size
    rows = round(width * down * aspect / across)
    if rows > height:
        rows, width = height, min(width, round(height * across / down / aspect))
    return Room(max(1, width), max(1, rows))


def _alt_in(room: Room, alt: str, setting: PageOptions) -> tuple[Line, ...]:
    """The alt text in the middle of a frame as large as `room`, shortened to what has room."""
    frame = _frame(room.width, setting)
    if frame is None or room.height < _LEAST_ROWS:
        lines = _shortened(alt, *room, setting)
        return tuple(_filled(line, room.width) for line in [*lines, *[()] * room.height])[
            : room.height
        ]
    inner = room.width - 2 * frame.side - 2
    rows = room.height - 2
    text = centred(_shortened(alt, inner, rows, setting), inner)
    above = (rows - len(text)) // 2
    lines = [*[()] * above, *text, *[()] * (rows - above - len(text))]
    return frame.around(lines, room.width)


def _alt(alt: str, area: Area) -> tuple[Line, ...]:
    """The alt text in a frame no larger than it needs; without one that a page would tear."""
    setting = area.setting
    if frame := _frame(area.width, setting):
        most = area.width - 2 * frame.side - 2
        lines = set_plain(alt, "image.alt", most, setting)
    if frame is None or len(lines) + 2 > area.rows:
        return tuple(set_plain(alt, "image.alt", area.width, setting))
    inner = max(map(line_width, lines))
    inner += min(inner % setting.ruler.width("─"), most - inner)  # so that the rule fills it
    return frame.around(lines, inner + 2 * frame.side + 2)


class _Frame(NamedTuple):
    """A thin frame; its characters may be two cells wide."""

    setting: PageOptions
    side: int
    """The width of its left or right edge."""

    def around(self, lines: list[Line], width: int) -> tuple[Line, ...]:
        """`lines` in the frame, which is `width` cells wide."""
        edge = Run("│", "image.frame", self.side)
        inner = width - 2 * self.side - 2
        body = ((edge, space(1), *_filled(line, inner), space(1), edge) for line in lines)
        return (self._rule("┌", "┐", width), *body, self._rule("└", "┘", width))

    def _rule(self, left: str, right: str, width: int) -> Line:
        ruler = self.setting.ruler
        room = width - 2 * self.side
        drawn = ruler.fill("─", room)
        text = left + drawn + " " * (room - ruler.width(drawn)) + right
        return (Run(text, "image.frame", width),)


def _frame(width: int, setting: PageOptions) -> _Frame | None:
    """A frame for `width` cells; None if nothing would have room in it."""
    side = setting.ruler.width("│")
    return _Frame(setting, side) if width >= 2 * side + 4 else None


def _filled(line: Line, width: int) -> Line:
    rest = width - line_width(line)
    return (*line, space(rest)) if rest > 0 else line


def _shortened(text: str, width: int, rows: int, setting: PageOptions) -> list[Line]:
    """`text` on at most `rows` lines of `width` cells; the last ends in … if some is left out.

    Nothing where a single character is too wide.
    """
    if any(setting.ruler.width(character) > width for character in text):
        return []
    lines = set_plain(text, "image.alt", width, setting)
    if len(lines) <= rows:
        return lines
    rest = "".join(run.text for line in lines[rows - 1 :] for run in line)
    short = setting.ruler.cut(rest, width)
    return [*lines[: rows - 1], (Run(short, "image.alt", setting.ruler.width(short)),)]


class _Size(NamedTuple):
    """The cells and rows of a code with its border."""

    width: int
    rows: int


def set_qr(node: nodes.Qr, area: Area) -> list[Piece]:
    """One piece: the code with its text below or, where rows are few, beside it.

    It is drawn at double size if the slide shows nothing else and it fits. Where it does not fit
    at all, the text stands alone.
    """
    wide = area.setting.ruler.width("█") > 1
    scales = (1,) if wide or not area.alone else (2, 1)
    for scale in scales if _may_fit(node.text, area, wide=wide) else ():
        for border in _BORDERS:
            code = _code(node.text, border, scale, wide=wide)
            size = _Size(code[0][0].width, len(code))
            below = _texts(node, area.width, area)
            if size.width <= area.width and size.rows + 1 + len(below) <= area.rows:
                return [Piece((*code, (), *below))]
            room = area.width - size.width - _GAP
            if room >= _BESIDE and size.rows <= area.rows:
                beside = _texts(node, room, area)
                if len(beside) <= size.rows:
                    return [Piece(_side_by_side(code, beside, size))]
    lines = _texts(node, area.width, area)
    return [Piece(tuple(lines), whole=False, otherwise=(node,))]


def _may_fit(text: str, area: Area, *, wide: bool) -> bool:
    """Whether it is worth while to make a code: the largest ones take a second.

    The smallest code has 21 modules a side; a byte takes eight of them, its own marks left out.
    """
    across, down = (2, 1) if wide else (1, 2)
    side = min(area.width // across, area.rows * down) - 2 * min(_BORDERS)
    return side >= 21 and side * side > 8 * len(text.encode())


def _texts(node: nodes.Qr, width: int, area: Area) -> list[Line]:
    """The label and what the code says, which is a link if it is an address."""
    lines: list[Line] = []
    for paragraph in node.label:
        lines += set_paragraph(paragraph, "qr.label", width, area.setting)
    style = "qr.link" if node.link else "qr.text"
    for line in set_plain(node.text, style, width, area.setting):
        lines.append(tuple(run._replace(link=node.link) for run in line))
    return lines


def _side_by_side(code: Sequence[Line], texts: Sequence[Line], size: _Size) -> tuple[Line, ...]:
    """The code and, at half its height, the texts."""
    shift = (size.rows - len(texts)) // 2
    rows = zip_longest(code, [*[()] * shift, *texts], fillvalue=())
    return tuple((*row, space(_GAP), *text) if text else row for row, text in rows)


@lru_cache(maxsize=16)
def _code(text: str, border: int, scale: int, *, wide: bool) -> tuple[Line, ...]:
    """The code in cells: two modules one above the other in a cell, or one in two by one cells."""
    modules = [[bool(module & 1) for module in row] for row in qr_code(text).matrix]
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
