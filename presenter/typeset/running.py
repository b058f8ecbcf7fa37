"""The quiet lines about a page that run through the whole talk: head, progress, foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presenter.deck import Part
from presenter.typeset.frame import Frame
from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.piece import space
from presenter.typeset.setting import Setting
from presenter.words.language import chinese_count, chinese_numeral

_BETWEEN = 3
"""Cells between what stands at the left and what stands at the right."""

_DOT = " · "
"""What parts the pieces of a text that may be shortened: the last ones go first."""

_SHORTEST = 6
"""A text that had to be cut to fewer cells is left out."""


def part_label(part: Part, setting: Setting) -> str:
    """The part as the audience reads it; empty where the deck has no parts."""
    if part.kind == "slide":
        return ""
    words = setting.words
    number, of = str(part.number), str(part.of)
    # Both in the same numerals; beyond 99 figures are shorter and read faster.
    if words.language == "zh" and part.of < 100:
        number, of = chinese_numeral(part.number), chinese_count(part.of)
    return words(f"parts.{part.kind}", number=number, of=of)


def head_line(title: str, part: Part, frame: Frame, setting: Setting) -> Line:
    """The talk's title at the left, the part at the right; either may be empty."""
    label = part_label(part, setting)
    return _ends((title, "head.title"), [((label, "part.label"),)], frame, setting)


def foot_line(
    left: tuple[str, str], page: str, number: int, total: int, frame: Frame, setting: Setting
) -> Line:
    """`left` (text, style) at the left, the slide's number at the right, `page` before that.

    Where there is no room for all of it, the left goes first and `page` next, then the total.
    """
    count = (f"{number}/{total}", "foot.number")
    ways = [((f"({page})", "foot.page"), ("  ", ""), count)] if page else []
    ways += [((f"({page})", "foot.page"), (" ", ""), count)] if page else []
    return _ends(left, [*ways, (count,), ((str(number), "foot.number"),)], frame, setting)


def progress_line(done: float, frame: Frame, setting: Setting) -> Line:
    """A line between the margins, heavy as far as the talk has come (`done`, 0 to 1), then light.

    Heavy and light differ without colours, too.
    """
    ruler = setting.ruler
    cells = setting.width - 2 * frame.outer
    heavy = ruler.fill("━", round(cells * done))
    light = ruler.fill("─", cells - ruler.width(heavy))
    return (
        space(frame.outer),
        Run(heavy, "progress.done", ruler.width(heavy)),
        Run(light, "progress.rest", ruler.width(light)),
    )


def _ends(
    left: tuple[str, str],
    rights: Sequence[Sequence[tuple[str, str]]],
    frame: Frame,
    setting: Setting,
) -> Line:
    """The first of `rights` that fits on the right; `left`, cut if it must, on the left.

    They stand at the margins, and beyond them only if the right one needs that.
    """
    ruler = setting.ruler
    lines = (tuple(_runs(texts, setting)) for texts in rights)
    right: Line = next((line for line in lines if line_width(line) <= setting.width), ())
    beyond = line_width(right) + 2 * frame.outer - setting.width
    if beyond > 0:
        return (space(frame.outer - (beyond + 1) // 2), *right)
    text, style = left
    free = -beyond - (_BETWEEN if right else 0)
    while ruler.width(text) > free and _DOT in text:
        text = text.rpartition(_DOT)[0]
    shown = ruler.cut(text, free) if text and free > 0 else ""
    if shown != text and ruler.width(shown) < _SHORTEST:
        shown = ""
    start = (space(frame.outer), Run(shown, style, ruler.width(shown)))
    if not right:
        return start if shown else ()
    gap = setting.width - frame.outer - line_width(right) - line_width(start)
    return (*start, space(gap), *right) if shown else (space(gap + frame.outer), *right)


def _runs(texts: Sequence[tuple[str, str]], setting: Setting) -> Iterator[Run]:
    return (Run(text, style, setting.ruler.width(text)) for text, style in texts if text)
