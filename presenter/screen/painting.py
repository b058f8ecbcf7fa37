"""Pages of cells as what a terminal is sent for them; no app is needed for that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from msgspec import Struct

from presenter.screen.cell_styles import CellStyles
from presenter.screen.columns import anchor, pinned
from presenter.screen.lines import PICTURE
from presenter.screen.surfaces.surface import Over, Span
from presenter.typeset import Page
from presenter.typeset.bidi import words_as_written
from presenter.typeset.page import Line, Run, line_width, space
from presenter.typeset.width import Ruler, is_simple


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


def pieces(line: Line, column: int, width: int, output: CellOutput) -> list[Line]:
    """What is sent for each run of `line`, which begins in `column`; last, what is left of `width`.

    Of a run that is sent in several pieces each has the width of all.
    """
    if output.turns_words:
        line = tuple(run._replace(text=words_as_written(run.text)) for run in line)
    if all(is_simple(run.text) for run in line):
        found: list[Line] = [(run,) for run in line]
    else:
        held = anchor(line) if output.is_within and not column else None
        texts = pinned(line, column, output.ruler)
        found = [tuple(_kept(run, each, held)) for run, each in zip(line, texts, strict=True)]
    rest = width - line_width(line)
    return [*found, (space(rest),)] if rest > 0 else found


def _kept(run: Run, texts: Sequence[str], held: tuple[str, str] | None) -> Iterator[Run]:
    """The `texts` of a run, with what is `held` behind each but the last."""
    for number, text in enumerate(texts):
        if number and held is not None:
            yield Run(*held, 0)
        yield run._replace(text=text)


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
