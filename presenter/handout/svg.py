"""A page as SVG: what the terminal shows, every character in its cell, nothing fetched.

Block elements are drawn as rectangles. Other text names fonts that machines have and is placed
cell by cell, so that a font with other widths shifts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from presenter.content.inline import one_line
from presenter.handout.data_uri import data_uri
from presenter.handout.export_job import ExportJob
from presenter.typeset import Page, Picture, Run
from presenter.typeset.themes import Style, Theme
from presenter.typeset.thumbnail import BITS
from presenter.typeset.width import Ruler, graphemes

CELL_WIDTH = 10
CELL_HEIGHT = 22
_MARGIN = 11
_LATIN_SIZE = 16.6
_WIDE_SIZE = 18
_BASELINE = 16.5
_NARROW_FONTS = "'DejaVu Sans Mono','Menlo','Consolas','Noto Sans Mono',monospace"
"""For quotes, dashes and marks in one cell: a Chinese font draws them two cells wide."""

_FONTS = (
    "'Noto Sans Mono CJK SC','Sarasa Mono SC','Source Han Mono SC','Menlo','Consolas',"
    "'DejaVu Sans Mono','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',monospace"
)
_PACKAGED = "'DejaVu Sans Mono','Noto Sans SC'"

_Rectangle = tuple[float, float, float, float]
"""x, y, width, height as parts of a cell, from its top left."""

_UPPER_LEFT, _UPPER_RIGHT = (0.0, 0.0, 0.5, 0.5), (0.5, 0.0, 0.5, 0.5)
_LOWER_LEFT, _LOWER_RIGHT = (0.0, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5)

_RECTANGLES: dict[str, tuple[_Rectangle, ...]] = {
    "█": ((0, 0, 1, 1),),
    "▀": ((0, 0, 1, 0.5),),
    "▄": ((0, 0.5, 1, 0.5),),
    "▌": ((0, 0, 0.5, 1),),
    "▐": ((0.5, 0, 0.5, 1),),
    "▔": ((0, 0, 1, 0.125),),
    "▕": ((0.875, 0, 0.125, 1),),
    "─": ((0, 0.47, 1, 0.06),),
    "━": ((0, 0.44, 1, 0.12),),
    "┃": ((0.42, 0, 0.16, 1),),
    "│": ((0.46, 0, 0.08, 1),),
    "▖": (_LOWER_LEFT,),
    "▗": (_LOWER_RIGHT,),
    "▘": (_UPPER_LEFT,),
    "▝": (_UPPER_RIGHT,),
    "▚": (_UPPER_LEFT, _LOWER_RIGHT),
    "▞": (_UPPER_RIGHT, _LOWER_LEFT),
    "▙": (_UPPER_LEFT, (0, 0.5, 1, 0.5)),
    "▟": (_UPPER_RIGHT, (0, 0.5, 1, 0.5)),
    "▛": ((0, 0, 1, 0.5), _LOWER_LEFT),
    "▜": ((0, 0, 1, 0.5), _LOWER_RIGHT),
    **{chr(0x2580 + n): ((0, 1 - n / 8, 1, n / 8),) for n in (1, 2, 3, 5, 6, 7)},
    **{chr(0x2590 - n): ((0, 0, n / 8, 1),) for n in (1, 2, 3, 5, 6, 7)},
    **{
        chr(0x2800 + bits): tuple(
            (place % 2 / 2, place // 2 / 4, 0.5, 0.25)
            for place, bit in enumerate(BITS)
            if bits & bit
        )
        for bits in range(1, 256)
    },
}
"""Block elements, rules and braille patterns as what they fill of their cells, so that no font
decides whether they join. Source: the Unicode charts "Block Elements" (U+2580 to U+259F), "Braille
Patterns" (U+2800 to U+28FF), and the horizontal lines of "Box Drawing" (U+2500, U+2501).
"""


def export(job: ExportJob) -> Iterator[bytes]:
    """An SVG document for each page; speaker notes have no place in them."""
    for slide, page in job.pages():
        title = slide.name or one_line(job.deck.title)
        yield page_as_svg(page, job.theme, job.setting.ruler, title=title).encode()


def page_as_svg(
    page: Page, theme: Theme, ruler: Ruler, *, title: str = "", packaged: bool = False
) -> str:
    """An SVG document of `page`, 10 by 22 units a cell, with a margin of 11 about it.

    `ruler` is the one that the page was set with. `packaged`: it is drawn with the packaged fonts
    alone, of which the one for wide characters has neither bold nor italics.
    """
    width = page.width * CELL_WIDTH + 2 * _MARGIN
    height = page.height * CELL_HEIGHT + 2 * _MARGIN
    base = theme.style("")
    fonts = _PACKAGED if packaged else _FONTS
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="{fonts}" font-size="{_LATIN_SIZE}" '
        'xml:space="preserve">',
        f"<title>{escape(title)}</title>" if title else "",
        f"<style>.n{{font-family:{_NARROW_FONTS}}}</style>",
        f'<rect width="{width}" height="{height}" fill="{base.background}"/>',
        f'<g transform="translate({_MARGIN} {_MARGIN})">',
    ]
    for row, line in enumerate(page.lines):
        column = 0
        for run in line:
            parts += _run(run, column, row, theme.style(run.style), base, ruler, packaged)
            column += run.width
    parts += (_picture(picture, base) for picture in page.pictures)
    parts.append("</g></svg>\n")
    return "\n".join(part for part in parts if part)


def _run(
    run: Run, column: int, row: int, style: Style, base: Style, ruler: Ruler, packaged: bool
) -> Iterator[str]:
    x, y = column * CELL_WIDTH, row * CELL_HEIGHT
    if style.background != base.background:
        yield _rectangle(x, y, run.width * CELL_WIDTH, CELL_HEIGHT, style.background)
    if not run.text.strip():
        return
    texts = [_text(*piece, y, style, packaged) for piece in _pieces(run.text, x, ruler)]
    drawn = "".join(texts) + "".join(_rectangles(run.text, x, y, style, ruler))
    yield f'<a href="{escape(run.link)}">{drawn}</a>' if run.link else drawn


def _pieces(text: str, x: int, ruler: Ruler) -> Iterator[tuple[str, int, int]]:
    """Stretches of `text` to be placed as one: (text, its x, its cells). Wide ones stand alone."""
    narrow, start = "", x
    for grapheme in graphemes(text):
        width = ruler.width(grapheme)
        drawn_apart = grapheme in _RECTANGLES
        if not (grapheme.isascii() and not drawn_apart):
            if narrow.strip():
                yield narrow, start, len(narrow)
            narrow, start = "", x + width * CELL_WIDTH
            if not drawn_apart and grapheme.strip():
                yield grapheme, x, width
        else:
            narrow += grapheme
        x += width * CELL_WIDTH
    if narrow.strip():
        yield narrow, start, len(narrow)


def _text(text: str, x: int, cells: int, y: int, style: Style, packaged: bool) -> str:
    """One text element. Latin is stretched to its cells, wide characters stand in their middle."""
    middle = x + cells * CELL_WIDTH / 2
    drawn = packaged and cells > 1 and not text.isascii()
    look = [f'fill="{style.color}"']
    if style.bold:
        stroke = f'stroke="{style.color}" stroke-width="0.6"'
        look.append(stroke if drawn else 'font-weight="bold"')
    if style.italic:
        slant = f'transform="translate({middle:g} {y + 11}) skewX(-11)'
        slant += f' translate({-middle:g} {-y - 11})"'
        look.append(slant if drawn else 'font-style="italic"')
    lines = ("underline" if style.underline else "", "line-through" if style.strike else "")
    if any(lines):
        look.append(f'text-decoration="{" ".join(filter(None, lines))}"')
    if text.isascii():
        start = len(text) - len(text.lstrip(" "))
        text = text.strip(" ")
        place = f'x="{x + start * CELL_WIDTH}" textLength="{len(text) * CELL_WIDTH}" '
        place += 'lengthAdjust="spacingAndGlyphs"'
    else:
        place = f'x="{middle:g}" text-anchor="middle" '
        place += f'font-size="{_WIDE_SIZE}"' if cells > 1 else 'class="n"'
    return f'<text {place} y="{y + _BASELINE:g}" {" ".join(look)}>{escape(text)}</text>'


def _rectangles(text: str, x: int, y: int, style: Style, ruler: Ruler) -> Iterator[str]:
    for grapheme in graphemes(text):
        width = ruler.width(grapheme) * CELL_WIDTH
        for left, top, wide, high in _RECTANGLES.get(grapheme, ()):
            yield _rectangle(
                x + left * width,
                y + top * CELL_HEIGHT,
                wide * width,
                high * CELL_HEIGHT,
                style.color,
            )
        x += width


def _rectangle(x: float, y: float, width: float, height: float, fill: str | None) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}" '
        'shape-rendering="crispEdges"/>'
    )


def _picture(picture: Picture, base: Style) -> str:
    """The picture over its alt text, which stays where the picture cannot be had."""
    x, y = picture.x * CELL_WIDTH, picture.y * CELL_HEIGHT
    size = f'width="{picture.width * CELL_WIDTH}" height="{picture.height * CELL_HEIGHT}"'
    data = data_uri(picture.file)
    if data is None:
        return ""
    label = escape(picture.alt)
    return (
        f'<rect x="{x}" y="{y}" {size} fill="{base.background}"/>'
        f'<image x="{x}" y="{y}" {size} href="{data}" role="img" aria-label="{label}" '
        'preserveAspectRatio="xMidYMid meet"/>'
    )
