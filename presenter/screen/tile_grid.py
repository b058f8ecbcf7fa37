"""Where the slides of an overview stand, and how large they are."""

from __future__ import annotations

from math import isclose

from msgspec import Struct, structs

from presenter.typeset.themes import Style, Theme
from presenter.typeset.themes.theme import READABLE, contrast, mixed

GAP = 2
"""Cells between slides."""

CARD, GROUND = "text", "overview.ground"
"""The styles of a slide's place while its picture is not there, and of what lies around them."""

_BLACK, _WHITE = "#000000", "#ffffff"

_APART = 0.3
"""How much of black or white is in a ground that takes the place of one nothing is read on."""

_COLUMNS, _EACH = (3, 5), 30
"""How many slides stand beside each other as pictures: one for so many cells of the screen."""

_FEWEST = 2
"""The same of few slides: one alone would be the slide itself."""

_TOP = 2
"""Rows above the slides, for what is typed."""

_UNSEEN = 0.005
"""By how much, of its height, a slide may be lower or higher than its shape makes it."""

_LEAST = (16, 4)
"""Cells and rows of a picture below which nothing is seen in it."""


class TileGrid(Struct, frozen=True):
    """Where slides stand; in cells and rows. Each has its title, and below it itself in little."""

    columns: int
    rows: int
    left: int
    top: int
    width: int
    """Of a slide."""
    height: int
    """Of the slide in little; may be 0."""
    below: int = 0
    """Rows below each."""

    @property
    def screenful(self) -> int:
        """How many slides are seen at once."""
        return self.columns * self.rows

    @property
    def pitch(self) -> int:
        """Rows from one slide's title to that of the slide below."""
        return 1 + self.height + self.below

    @property
    def room(self) -> int:
        """Cells from the left of the first slide to the right of the last beside it."""
        return self.columns * (self.width + GAP) - GAP

    def corner(self, place: int) -> tuple[int, int]:
        """Cell and row of the upper left of the slide at this place of those that are seen."""
        row, column = divmod(place, self.columns)
        return self.left + column * (self.width + GAP), self.top + row * self.pitch + 1

    def at(self, x: int, y: int) -> int | None:
        """Which slide of those that are seen stands at this cell; None beside them."""
        column, across = divmod(x - self.left, self.width + GAP)
        row, down = divmod(y - self.top, self.pitch)
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        hit = inside and across < self.width and down <= self.height
        return row * self.columns + column if hit else None


def grid_for(width: int, height: int) -> TileGrid:
    """The grid for a screen of this size: thumbnails of about its shape, filling it."""
    outer = _margin(width)
    room = width - 2 * outer
    least = max(16, min(width // 4, 26))
    columns = max(1, (room + GAP) // (least + GAP))
    cells = max(1, (room - GAP * (columns - 1)) // columns)
    top = 0 if height < 4 else 1 if height < 20 else 2
    free = max(1, height - top - (1 if height >= 8 else 0))
    natural = 1 + cells * height / width
    rows = max(1, min(round(free / natural), free // 3))
    return TileGrid(columns, rows, outer, top, cells, free // rows - 1)


def picture_grid(
    width: int,
    height: int,
    cell: tuple[float, float],
    shape: tuple[int, int],
    count: int | None = None,
) -> TileGrid | None:
    """The grid for pictures of that shape on a screen of this size; None if it has no room.

    cell: width and height of a cell in pixels. shape: any two numbers like width and height. count:
    of all slides. They are as large as lets all be seen at once; of more slides than are seen well
    so, as many rows as leave least of the screen uncovered.
    """
    columns = max(_COLUMNS[0], min(width // _EACH, _COLUMNS[1]))
    widest, free = _widest(width, columns), height - _TOP - 1
    natural = 2 + widest * cell[0] * shape[1] / (shape[0] * cell[1])
    rows = {max(1, int(free / natural)), max(1, round(free / natural))}
    found = (_grid_of(width, height, (columns, each), cell, shape) for each in sorted(rows))
    many = max(filter(None, found), key=_covered, default=None)
    if many is None or not count or count > many.screenful:
        return many
    whole = (
        _grid_of(width, height, (each, -(-count // each)), cell, shape)
        for each in range(_FEWEST, columns + 1)
    )
    return max((many, *filter(None, whole)), key=lambda grid: grid.width * grid.height)


def _grid_of(
    width: int,
    height: int,
    counts: tuple[int, int],
    cell: tuple[float, float],
    shape: tuple[int, int],
) -> TileGrid | None:
    """The grid of so many columns and rows; None if nothing is seen in what has room there."""
    (columns, rows), free = counts, height - _TOP - 1
    cells, down = fitting((_widest(width, columns), free // rows - 2), cell, shape)
    if cells < _LEAST[0] or down < _LEAST[1]:
        return None
    left = (width - columns * (cells + GAP) + GAP) // 2
    below = 1 + (free - rows * (down + 2) >= rows)
    rest = max(0, free - rows * (down + 1 + below))
    return TileGrid(columns, rows, left, _TOP + rest // 2, cells, down, below)


def _widest(width: int, columns: int) -> int:
    """The cells of each of so many slides beside each other."""
    return (width - 2 * _margin(width) - GAP * (columns - 1)) // columns


def _covered(grid: TileGrid) -> int:
    return grid.width * grid.height * grid.rows


def fitting(
    room: tuple[int, int], cell: tuple[float, float], pixels: tuple[int, int]
) -> tuple[int, int]:
    """How many cells and rows of `room` a picture of the shape of `pixels` fills; cell: pixels.

    Whole rows first: cells are narrow, so that the shape is that of `pixels` but for a hundredth.
    """
    across = pixels[0] * cell[1] / (pixels[1] * cell[0])
    rows = min(room[1], int(room[0] / across))
    return min(room[0], round(rows * across)), rows


def unscaled(
    room: tuple[int, int], cell: tuple[float, float], pixels: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The same, a little smaller where cells then have that shape, and the pixels to draw it in.

    Where it has to be scaled to its cells, terminals leave out whole lines of its pixels.
    """
    whole = fitting(room, cell, pixels)
    for rows in range(whole[1], whole[1] * 3 // 4, -1):
        columns, _ = fitting((room[0], rows), cell, pixels)
        width, height = columns * cell[0], rows * cell[1]
        if isclose(width * pixels[1], height * pixels[0], rel_tol=_UNSEEN):
            return (columns, rows), (int(width), int(height))
    width = whole[0] * cell[0]
    return whole, (int(width), max(1, round(width * pixels[1] / pixels[0])))


def with_ground(theme: Theme, slides: Theme | None = None, *, truecolor: bool) -> Theme:
    """`theme` with a ground that slides as pictures stand out from, and titles can be read on.

    slides: their theme, if it is another: a slide's place has its colours. Of 256 colours the one
    next to a theme's own may be far from it: then greys, which are there.
    """
    own, page = theme.style(GROUND).background, theme.style("").background
    if not truecolor:
        own = "#262626" if theme.dark else "#e4e4e4"
    own, page = own or _BLACK, page or _BLACK
    apart = mixed(page, _BLACK if theme.dark else _WHITE, _APART)
    grounds = [own, mixed(own, page, 0.5), apart]
    readable = (each for each in grounds if _least_contrast(theme, each) >= READABLE)
    ground = next(readable, page)
    styles = {**theme.styles, GROUND: Style(ground, ground)}
    if slides is not None:
        styles[CARD] = slides.style(CARD)
    return structs.replace(theme, styles=styles)


def _least_contrast(theme: Theme, ground: str) -> float:
    styles = map(theme.style, ("overview.title", "overview.number"))
    return min(contrast(style.color or _BLACK, ground) for style in styles)


def _margin(width: int) -> int:
    return 0 if width < 32 else 1 if width < 80 else min(width // 24, 8)
