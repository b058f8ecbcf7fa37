"""A picture: its room on the page, with its alt text in it, and a caption below."""

from __future__ import annotations

from typing import NamedTuple

from presenter.deck.blocks.image import Image, SizedImage
from presenter.typeset.heading import centred
from presenter.typeset.page import Line, Picture, Run, line_width
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Context, Piece, space
from presenter.typeset.setting import Setting

CELL_ASPECT = 0.5
"""A cell's width by its height: 1 to 2 in most terminals, never far from it."""

_LEAST_ROWS, _LEAST_CELLS = 3, 4
"""Less room than this shows nothing; words do."""


class Room(NamedTuple):
    """In cells and rows."""

    width: int
    height: int


def set_image(block: Image, context: Context) -> list[Piece]:
    """The picture's room as one piece, its caption as another that stays with it.

    Where there is no picture or no room for it, its alt text, all of it, framed.
    """
    setting = context.setting
    alt = block.alt or block.path
    caption: list[Line] = []
    if block.caption:
        caption = set_paragraph(block.caption, "image.caption", context.width, setting)
    room = _room(block, context, len(caption)) if setting.pictures else None
    if isinstance(block, SizedImage) and room:
        picture = Picture(0, 0, *room, file=block.file, alt=block.alt)
        lines = _alt_in(room, alt, setting)
        pieces = [Piece(lines, pictures=(picture,), keep=bool(caption))]
    else:
        lacks = (block,) if isinstance(block, SizedImage) and setting.pictures else ()
        pieces = [Piece(_alt(alt, context), keep=bool(caption), otherwise=lacks)]
    if caption:
        pieces.append(Piece(tuple(caption), air="none"))
    return pieces


def _room(block: Image, context: Context, caption: int) -> Room | None:
    """The room for a picture above so many lines of caption; None if there is too little.

    Without a width of its own it takes all that there is: the text's width, the page's height if
    nothing else is on the slide, else three fifths of it. It is never set so large that a pixel
    takes more than a cell.
    """
    if not isinstance(block, SizedImage):
        return None
    most = context.rows - 2 if context.alone else context.rows * 3 // 5
    most -= caption
    if most < _LEAST_ROWS or context.width < _LEAST_CELLS:
        return None
    width = context.width * (block.width or 100) // 100
    return fitted(block.size, width if block.width else min(width, block.size.width), most)


def fitted(size: tuple[int, int], width: int, height: int, aspect: float = CELL_ASPECT) -> Room:
    """The largest room of the shape of `size` within `width` cells and `height` rows."""
    across, down = size
    rows = round(width * down * aspect / across)
    if rows > height:
        rows, width = height, min(width, round(height * across / down / aspect))
    return Room(max(1, width), max(1, rows))


def _alt_in(room: Room, alt: str, setting: Setting) -> tuple[Line, ...]:
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


def _alt(alt: str, context: Context) -> tuple[Line, ...]:
    """The alt text in a frame no larger than it needs; without one that a page would tear."""
    setting = context.setting
    if frame := _frame(context.width, setting):
        most = context.width - 2 * frame.side - 2
        lines = set_plain(alt, "image.alt", most, setting)
    if frame is None or len(lines) + 2 > context.rows:
        return tuple(set_plain(alt, "image.alt", context.width, setting))
    inner = max(map(line_width, lines))
    inner += min(inner % setting.ruler.width("─"), most - inner)  # so that the rule fills it
    return frame.around(lines, inner + 2 * frame.side + 2)


class _Frame(NamedTuple):
    """A thin frame; its characters may be two cells wide."""

    setting: Setting
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


def _frame(width: int, setting: Setting) -> _Frame | None:
    """A frame for `width` cells; None if nothing would have room in it."""
    side = setting.ruler.width("│")
    return _Frame(setting, side) if width >= 2 * side + 4 else None


def _filled(line: Line, width: int) -> Line:
    rest = width - line_width(line)
    return (*line, space(rest)) if rest > 0 else line


def _shortened(text: str, width: int, rows: int, setting: Setting) -> list[Line]:
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
