"""The widget that paints a page: one widget, whole lines, in a theme's styles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Region
from textual.strip import Strip

from presenter.screen.cell_styles import CellStyle, CellStyles
from presenter.screen.colors import Color as ColorOfCell
from presenter.screen.colors import ColorSystem
from presenter.screen.columns import cells_of, pinned
from presenter.screen.lines import NOTICE, PICTURE
from presenter.screen.painting import CellOutput, pieces, text_spans
from presenter.screen.pictures.gallery import Gallery
from presenter.screen.pictures.protocol import Drawn
from presenter.screen.surfaces.capabilities import is_within
from presenter.screen.surfaces.surface import Over
from presenter.screen.textual_internals import OpenWidget, RowStrip
from presenter.typeset import Page, Picture
from presenter.typeset.page import Line
from presenter.typeset.themes import Theme
from presenter.typeset.width import Ruler, is_simple, ruler

Maker = Callable[[int, int], Page]
"""The page to show on so many cells by so many rows, each at least 1."""

Fitter = Callable[[int, int], object]
"""Has pages be made for so many cells and rows from now on."""

Cover = Callable[[set[int], Over], str]
"""What goes behind the cells of each frame. It is told which rows were written since the last one,
and where on the page text lies.
"""

Unseen = Callable[[int], str]
"""What is to be written in a row and not seen; it is told the row, from 1."""

_KEPT = 128
"""Rows that stay as they are written: those of the slide before and of the next one, say."""

_NARROW = ruler("narrow")


class Palette(CellStyles):
    """A theme's styles by name, as Rich has them."""

    def __init__(self, theme: Theme, colors: ColorSystem | None = "truecolor") -> None:
        super().__init__(theme, colors)
        self._styles: dict[tuple[str, str], RichStyle] = {}

    def style(self, names: str, link: str = "") -> RichStyle:
        """The Rich style for a run's style names, with its link."""
        key = (names, link)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = _style(self.of(names), link)
        return style


def _style(cell: CellStyle, link: str) -> RichStyle:
    if cell == CellStyle() and not link:
        return RichStyle.null()
    return RichStyle(
        color=_color(cell.color),
        bgcolor=_color(cell.background),
        bold=cell.bold or None,
        italic=cell.italic or None,
        underline=cell.underline or None,
        strike=cell.strike or None,
        dim=cell.dim or None,
        reverse=cell.reverse or None,
        link=link or None,
    )


@lru_cache
def _color(color: ColorOfCell | None) -> Color | None:
    if color is None:
        return None
    return Color.parse(color) if isinstance(color, str) else Color.from_ansi(color)


def _is_in_doubt(line: Line) -> bool:
    return not all(is_simple(run.text) for run in line)


class PageView(OpenWidget):
    """Shows the page that `make` makes for its size.

    It asks for it when it first paints, when it paints at another size, and on `update`: so no
    frame ever shows a page set for another size. It paints by itself: neither Textual's styles nor
    its filters have a part in it, and widths are those that the page was set with, also where
    Textual would measure otherwise. A picture is painted over its alt text as soon as the gallery
    has it; without a gallery the alt text stays.
    """

    DEFAULT_CSS = "PageView { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(
        self,
        palette: Palette,
        make: Maker,
        gallery: Gallery | None = None,
        *,
        fit: Fitter = lambda _width, _height: None,
        turns_words: bool = False,
        cover: Cover | None = None,
        ruler: Ruler = _NARROW,
        id: str | None = None,
    ) -> None:
        """`fit` is told of each size before a page is asked for at it.

        `ruler` measures as the terminal draws. `turns_words`: the terminal turns words, and the
        pages are set with `bidi`.
        """
        super().__init__(id=id)
        self._fit = fit
        self._palette = palette
        self._make = make
        self._gallery = gallery
        self._drawn: dict[Picture, Drawn] = {}
        self._page = Page(0, 0, ())
        self._turns_words = turns_words
        self._strips: dict[int, Strip] = {}
        self.cover = cover
        """What goes behind the cells; None for nothing."""
        self._torn: set[int] = set()
        self._unseen: Unseen | None = None
        self._is_within = is_within(os.environ)
        self._ruler = ruler
        self._ready = lru_cache(_KEPT)(self._made_ready)

    @property
    def page(self) -> Page:
        """The one that is painted."""
        return self._page

    @property
    def palette(self) -> Palette:
        """The looks of the styles."""
        return self._palette

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._palette = palette
        self._ready.cache_clear()
        self._look_at_pictures()
        lines = enumerate(self._page.lines)
        self._paint({row for row, line in lines if not _is_for_picture(line)})

    @property
    def ruler(self) -> Ruler:
        """What measures as the terminal draws."""
        return self._ruler

    @ruler.setter
    def ruler(self, ruler: Ruler) -> None:
        self._ruler = ruler
        self._ready.cache_clear()

    def resized(self, width: int, height: int) -> None:
        """Have pages for this size."""
        self._fit(width, height)

    def update(self) -> None:
        """Ask for the page again; rows that stay as they are are not painted again.

        But for those whose cells are in doubt, within another terminal: it may have painted them by
        itself since, and they have moved then.
        """
        width, height = self.size
        if (width, height) != (self._page.width, self._page.height):
            if not self._is_covered:
                self.refresh()  # asks when it paints
            return
        if not width or not height:
            return
        old, self._page = self._page, self._make(width, height)
        rows = {row for row, line in enumerate(self._page.lines) if line != old.lines[row]}
        if self._is_within:
            rows.update(row for row, line in enumerate(self._page.lines) if _is_in_doubt(line))
        if old.pictures or self._page.pictures:
            self._look_at_pictures()
            rows.update(*map(_rows, {*old.pictures} ^ {*self._page.pictures}))
        if self.cover is not None:
            rows.add(height - 1)
        self._paint(rows)

    def write_unseen(self, unseen: Unseen) -> None:
        """Write what `unseen` gives in the lowest row, once; the row's text is written over it."""
        self._unseen = unseen
        self._paint({self._page.height - 1})

    def take_pictures(self, *, anew: bool = False) -> None:
        """Paint the pictures that are ready by now; `anew`: all, as the terminal has lost them."""
        before = {} if anew else self._drawn
        if self._gallery is not None:
            self._gallery.send(self._page.pictures, self._background)
        self._look_at_pictures()
        fresh = [picture for picture in self._drawn if picture not in before]
        self._paint({row for picture in fresh for row in _rows(picture)})

    def expect(self, pages: Sequence[Page]) -> None:
        """Have ready what may be next: the rows of `pages`, and pictures on them drawn."""
        if self._gallery is not None:
            pictures = [picture for page in pages for picture in page.pictures]
            self._gallery.want(pictures, self._background, ahead=True)
        column, console = self.region.x, self.app.console
        for page in pages:
            covered = {row for picture in page.pictures for row in _rows(picture)}
            for row, (line, now) in enumerate(zip(page.lines, self._page.lines, strict=False)):
                # Where slides are seen as pictures now the next one will be.
                if line != now and row not in covered and not _is_for_picture(now):
                    self._ready(row, line, column, page.width).render(console)

    @property
    def _background(self) -> str:
        return self._palette.theme.style("").background or "#000000"

    def _look_at_pictures(self) -> None:
        """Which of the page's pictures are ready; the others are drawn now."""
        self._drawn = {}
        if self._gallery is not None and self._page.pictures:
            background = self._background
            self._gallery.want(self._page.pictures, background)
            for picture in self._page.pictures:
                if drawn := self._gallery.get(picture, background):
                    self._drawn[picture] = drawn
            if self._gallery.has_unsent(self._page.pictures, background):
                self.call_after_refresh(self.take_pictures)

    def _paint(self, rows: set[int]) -> None:
        for picture in self._drawn:
            # What lies over the cells is gone when one of its rows is written.
            if not rows.isdisjoint(_rows(picture)):
                rows.update(_rows(picture))
        for row in rows:
            self._strips.pop(row, None)
        if rows and not self._is_covered:
            self.refresh(*_regions(rows, self.size.width))

    @property
    def _is_covered(self) -> bool:
        """Whether another screen lies over it: all is painted when that is closed.

        Textual would paint the whole of the other one for whatever is new here.
        """
        screens = self.app.screen_stack if self.is_attached else []
        return bool(screens) and screens[-1] is not self.screen

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of `crop`, as Textual asks for them when it puts the screen together."""
        self._keep_up()
        if crop.column_span == (0, self._page.width):
            return [self._row(row) for row in crop.line_range]
        # A part of a row is cut out of its text; what a picture is written with cannot be cut.
        return [self._part(row, *crop.column_span) for row in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """The page's row `y` as a strip as wide as the widget."""
        self._keep_up()
        return self._row(y)

    def _row(self, row: int) -> Strip:
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._strip(row)
        return strip

    def _written(self, row: int, strip: Strip) -> Strip:
        """The row `strip` is written now: with what goes before and behind it."""
        self._torn.add(row)
        if row < self._page.height - 1:
            return strip
        if self._unseen is not None:
            strip = self._written_over(self._unseen, strip)
            self._unseen = None
        return strip if self.cover is None else self._covered(strip, self.cover)

    def _written_over(self, unseen: Unseen, strip: Strip) -> Strip:
        """The row `strip` over what is not to be seen: in the colour of what it stands on.

        Both are in one frame, which terminals show as a whole, if they can.
        """
        ground = self._palette.style("")
        hidden = ground + RichStyle(color=ground.bgcolor, conceal=True)
        before = Segment(unseen(self.region.y + self._page.height), hidden)
        return Strip([before, *strip], self._page.width)

    def _covered(self, strip: Strip, cover: Cover) -> Strip:
        """The last row, with what goes behind it: by then all other rows are written."""
        data = cover(self._torn, text_spans(self._page))
        self._torn = set()
        if not data:
            return strip
        notices = (row for row, line in enumerate(self._page.lines) if _has_notice(line))
        again = [each for row in notices for each in self._written_again(row)]
        return Strip([*strip, Segment(data), *again], self._page.width)

    def _written_again(self, row: int) -> Iterator[Segment]:
        """What a row says over a picture: some terminals have painted it over by now."""
        line = self._page.lines[row]
        x, y = self.region.offset
        for run, texts in zip(line, pinned(line, x, self.ruler), strict=True):
            if run.style == NOTICE:
                yield Segment(f"\x1b7\x1b[{y + row + 1};{x + 1}H")
                yield Segment("".join(texts), self._palette.style(run.style, run.link))
                yield Segment("\x1b8")
            x += run.width

    def _keep_up(self) -> None:
        """Have a page for the size that the widget has now."""
        width, height = self.size
        if (width, height) != (self._page.width, self._page.height):
            self._page = self._make(width, height)
            self._look_at_pictures()
            self._strips.clear()

    def _strip(self, row: int) -> Strip:
        line, column, width = self._page.lines[row], self.region.x, self._page.width
        over = [picture for picture in self._drawn if row in _rows(picture)]
        if not over:
            return self._ready(row, line, column, width)
        segments = self._segments(line, column, width)
        for picture in over:
            self._put(picture, row, line, segments)
        return self._whole(row, segments, width)

    def _made_ready(self, row: int, line: Line, column: int, width: int) -> Strip:
        """A row that no picture lies over."""
        return self._whole(row, self._segments(line, column, width), width)

    def _whole(self, row: int, segments: list[list[Segment]], width: int) -> Strip:
        whole = [one for each in segments for one in each if one.text]
        return RowStrip(whole, width, partial(self._written, row))

    def _part(self, row: int, start: int, end: int) -> Strip:
        """The cells of a row from `start` to before `end`."""
        line = cells_of(self._page.lines[row], start, end, self.ruler)
        segments = self._segments(line, self.region.x + start, end - start)
        return Strip([one for each in segments for one in each], end - start)

    def _segments(self, line: Line, column: int, width: int) -> list[list[Segment]]:
        """Those of each run of `line`, which begins in `column`, and one for what is left."""
        output = CellOutput(self.ruler, self._turns_words, self._is_within)
        style = self._palette.style
        return [
            [Segment(piece.text, style(piece.style, piece.link)) for piece in run]
            for run in pieces(line, column, width, output)
        ]

    def _put(self, picture: Picture, row: int, line: Line, segments: list[list[Segment]]) -> None:
        """Put a picture's part of a row in the place of the runs below it."""
        column, covered = 0, []
        for number, run in enumerate(line):
            if picture.x <= column < picture.x + picture.width:
                covered.append(number)
            column += run.width
        if sum(line[number].width for number in covered) != picture.width:
            return  # a notice or the like lies there
        drawn = self._drawn[picture]
        for number in covered:
            segments[number] = []
        segments[covered[0]] = [Segment(drawn.rows[row - picture.y])]
        if drawn.after and row == picture.y + picture.height - 1:
            # All of its rows are written by now: from its top left, and back.
            x, y = self.region.offset
            place = f"\x1b7\x1b[{y + picture.y + 1};{x + picture.x + 1}H"
            segments.append([Segment(f"{place}{drawn.after}\x1b8")])


def _regions(rows: Iterable[int], width: int) -> Iterator[Region]:
    """Those rows, of that width, as few regions."""
    ordered = sorted(rows)
    for _, group in groupby(enumerate(ordered), lambda each: each[1] - each[0]):
        numbers = [row for _, row in group]
        yield Region(0, numbers[0], width, len(numbers))


def _has_notice(line: Line) -> bool:
    return any(run.style == NOTICE for run in line)


def _is_for_picture(line: Line) -> bool:
    """Whether all of its cells are those that a picture is seen through, alike in any palette."""
    return bool(line) and all(run.style == PICTURE for run in line)


def _rows(picture: Picture) -> range:
    return range(picture.y, picture.y + picture.height)
