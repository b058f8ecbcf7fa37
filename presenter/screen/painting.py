"""Pages of cells as what a terminal is sent for them; no app is needed for that."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from msgspec import Struct

from presenter.screen.cell_styles import CellStyles
from presenter.screen.columns import anchor, pinned
from presenter.screen.lines import PICTURE
from presenter.screen.surfaces.surface import Over, Span
from presenter.typeset import Page
from presenter.typeset.bidi import words_as_written
from presenter.typeset.page import Line, line_width
from presenter.typeset.width import Ruler


class CellOutput(Struct, frozen=True):
    """How a terminal takes text: ruler: measures as it draws. turns_words: it has the letters of a
    Hebrew or Arabic word run from the right. is_within: a program stands between it and us.
    """

    ruler: Ruler
    turns_words: bool = False
    is_within: bool = False


def turns_words(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has the letters of a Hebrew or Arabic word run from the right.

    kitty does, while the words run from the left, unless its option ``force_ltr`` is set.
    """
    return environ.get("TERM") == "xterm-kitty" or "KITTY_WINDOW_ID" in environ


def draws_braille(environment: Mapping[str, str]) -> bool:
    """Whether what is drawn with braille patterns is seen there as it is meant.

    The fonts of Linux's console have no such patterns; whoever sets ``NO_COLOR`` may have a screen
    that is read in other ways.
    """
    return environment.get("TERM", "") != "linux" and not environment.get("NO_COLOR")


class Piece(Struct, frozen=True):
    """Text that is sent in one style: that of a run."""

    text: str
    style: str
    link: str = ""


def pieces(line: Line, column: int, width: int, output: CellOutput) -> list[list[Piece]]:
    """Those of each run of `line`, which begins in `column`; last, what is left of `width`."""
    if output.turns_words:
        line = tuple(run._replace(text=words_as_written(run.text)) for run in line)
    held = anchor(line) if output.is_within and not column else None
    found: list[list[Piece]] = []
    for run, texts in zip(line, pinned(line, column, output.ruler), strict=True):
        own = [Piece(text, run.style, run.link) for text in texts]
        if held is not None and len(own) > 1:
            own = [*(one for each in own[:-1] for one in (each, Piece(*held))), own[-1]]
        found.append(own)
    rest = width - line_width(line)
    return [*found, [Piece(" " * rest, "")]] if rest > 0 else found


def painted(page: Page, styles: CellStyles, output: CellOutput) -> str:
    """All of `page`, from the terminal's top left; wrapping must be off.

    Of its pictures the alt texts are painted.
    """
    return "".join(
        f"\x1b[{row};1H{_row(line, page.width, styles, output)}"
        for row, line in enumerate(page.lines, 1)
    )


def _row(line: Line, width: int, styles: CellStyles, output: CellOutput) -> str:
    sent = ""
    for each in (piece for run in pieces(line, 0, width, output) for piece in run if piece.text):
        begin = styles.of(each.style).sgr(styles.colors)
        text = f"{begin}{each.text}\x1b[0m" if begin else each.text
        sent += _linked(text, each.link) if each.link else text
    return sent


def _linked(text: str, link: str) -> str:
    """`text` as a link; its rows belong together by their id.

    Source: gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda (OSC 8).
    """
    return f"\x1b]8;id={crc32(link.encode()):08x};{link}\x1b\\{text}\x1b]8;;\x1b\\"


def text_spans(page: Page) -> Over:
    """Where on `page` no picture is seen through the cells."""
    rows = enumerate(_text_spans(line, page.width) for line in page.lines)
    return {row: spans for row, spans in rows if spans}


def _text_spans(line: Line, width: int) -> list[Span]:
    """Which of the `width` cells of a line no picture is seen through."""
    spans: list[Span] = []
    column = 0
    for run in line:
        if run.style != PICTURE:
            start = spans.pop()[0] if spans and spans[-1][1] == column else column
            spans.append((start, column + run.width))
        column += run.width
    return [*spans, (column, width)] if column < width else spans
