"""A paragraph to lines of a width: of text, and of styled runs."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from presenter.content.inline import Paragraph, StyledLine
from presenter.deck.characters import SOFT_HYPHEN
from presenter.typeset.bidi import always_from_left, directed, runs_from_right
from presenter.typeset.page import Line, PageOptions, Run
from presenter.typeset.width import SPACES, Ruler


class Span(NamedTuple):
    """A line as a stretch of the text, the spaces at its end left out."""

    start: int
    end: int


@lru_cache(maxsize=1024)
def wrap(
    text: str, width: int, language: str, ruler: Ruler, *, balanced: bool = False, hang: int = 0
) -> tuple[Span, ...]:
    """The lines of `text`, one paragraph without line feeds, each at most `width` cells wide.

    Balanced lines are near equal in length, the last one too, as titles want them. `hang`: the
    cells by which the punctuation at the end of a line of Chinese or Japanese may reach beyond
    `width`; not of balanced ones. A line that ends with a soft hyphen has room for one that is
    seen; a grapheme wider than `width` still makes a line.
    """
    if ruler.width(text) <= width:
        return (Span(0, len(text.rstrip(SPACES))),)
    # Imported when a first line is too long: it takes 8 ms, and most starts show none.
    from presenter.typeset.optimum import best_lines

    return best_lines(text, width, language, ruler, balanced=balanced, hang=hang)


def set_paragraph(
    paragraph: Paragraph,
    style: str,
    width: int,
    setting: PageOptions,
    *,
    balanced: bool = False,
    hang: int = 0,
) -> list[Line]:
    """The lines of `paragraph`, at most `width` cells wide, `hang` more for what may hang."""
    lines: list[Line] = []
    for styled in paragraph:
        lines += set_styled(styled, style, width, setting, balanced=balanced, hang=hang)
    return lines


def set_plain(
    text: str, style: str, width: int, setting: PageOptions, *, balanced: bool = False
) -> list[Line]:
    """The lines of `text`, taken as it is: its line feeds part lines, nothing is markup.

    A tab is a space, and a soft hyphen nothing.
    """
    ruler = setting.ruler
    lines: list[Line] = []
    for row in text.replace("\t", " ").replace(SOFT_HYPHEN, "").split("\n"):
        turned = setting.bidi and runs_from_right(row, in_such=bool(setting.right_to_left))
        for start, end in wrap(row, max(1, width), setting.language, ruler, balanced=balanced):
            piece = row[start:end]
            line: Line = (Run(piece, style, ruler.width(piece)),) if piece else ()
            lines.append(directed(line, start, always_from_left(row)) if turned else line)
    return lines


def set_styled(
    styled: StyledLine,
    style: str,
    width: int,
    setting: PageOptions,
    *,
    balanced: bool = False,
    hang: int = 0,
) -> list[Line]:
    """The lines of styled text; `style` comes before each part's own.

    Where they would leave much of a line empty, or tear a word, long words get the hyphens of the
    talk's language; those of balanced lines do not, nor what is written from right to left.
    """
    ruler, language, width = setting.ruler, setting.language, max(1, width)
    plain = "".join(part.text for part in styled)
    turned = setting.bidi and runs_from_right(plain, in_such=bool(setting.right_to_left))
    if len(styled) == 1 and not turned and ruler.width(plain) <= width:
        text, own, link = styled[0]
        text = text.replace(SOFT_HYPHEN, "")
        return [(Run(text, f"{style} {own}" if own else style, ruler.width(text), link),)]
    if SOFT_HYPHEN in plain and (turned or not setting.hyphens):
        styled = tuple(part._replace(text=part.text.replace(SOFT_HYPHEN, "")) for part in styled)
        plain = plain.replace(SOFT_HYPHEN, "")
    stretches = _from_left(styled, plain) if turned else []
    spans = wrap(plain, width, language, ruler, balanced=balanced, hang=0 if turned else hang)
    hyphens = setting.hyphens and not (turned or balanced)
    if hyphens and _wants_hyphens(plain, spans, width, ruler):
        from presenter.typeset.hyphens import hyphenated

        broken = hyphenated(styled, language)
        if broken != styled:
            text = "".join(part.text for part in broken)
            found = wrap(text, width, language, ruler, hang=hang)
            # A short text keeps its words where that costs no line, nor leaves one all but empty.
            worth = len(spans) > _SHORT or len(found) < len(spans)
            if worth or _wants_hyphens(plain, spans, width * 3 // 8, ruler):
                styled, plain, spans = broken, text, found
    lines: list[Line] = []
    number = offset = 0
    for start, end in spans:
        runs: list[Run] = []
        while number < len(styled):
            text, own, link = styled[number]
            piece = text[max(0, start - offset) : max(0, end - offset)]
            if SOFT_HYPHEN in piece:
                ends = piece.endswith(SOFT_HYPHEN) and offset + len(text) >= end < len(plain)
                piece = piece.replace(SOFT_HYPHEN, "")
                if ends and ruler.width(plain[start:end]) < width:
                    piece += "-"
            if piece:
                name = f"{style} {own}" if own else style
                runs.append(Run(piece, name, ruler.width(piece), link))
            if offset + len(text) > end:
                break
            offset += len(text)
            number += 1
        lines.append(directed(tuple(runs), start, stretches) if turned else tuple(runs))
    return lines


def _from_left(styled: StyledLine, plain: str) -> list[tuple[int, int]]:
    """What in `styled` runs from the left as a whole: code, addresses, numbers with a sign."""
    found, start = [], 0
    for part in styled:
        if "code" in part.style.split():
            found.append((start, start + len(part.text)))
        start += len(part.text)
    code = tuple(found)
    found += (
        (first, last)
        for first, last in always_from_left(plain)
        if all(last <= begin or end <= first for begin, end in code)
    )
    return found


_SHORT = 3
"""Lines of a text whose hyphens stand out."""

_LETTERS = "[A-Za-z\u00c0-\u04ff\u1e00-\u1eff]{2}"


def _wants_hyphens(text: str, spans: tuple[Span, ...], width: int, ruler: Ruler) -> bool:
    """Whether a line but the last is a third empty, or a word is torn."""
    for (start, end), (following, _) in pairwise(spans):
        if 3 * ruler.width(text[start:end]) <= 2 * width:
            return True
        if end == following and re.fullmatch(_LETTERS, text[end - 1 : end + 1]):
            return True
    return False
