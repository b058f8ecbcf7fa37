"""How much room text takes. PowerPoint lays out text itself; these estimates err on the safe side.

Widths are in ems. A line is as high as the tallest font that may have to stand in for the named
one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from presenter.handout.ems import ems_of
from presenter.handout.pptx.fonts import is_east_asian
from presenter.typeset.opportunities import opportunities

_MONOSPACED = 0.61
"""The widest of the fonts that stand in for Consolas."""
_SLACK = 1.02
_SMALLEST, _SMALLEST_HEADING = 6.0, 18.0
"""Points that text has at the least, and a heading, if it can be helped."""


def line_height(text: str) -> float:
    """The height of a line of `text`, in ems."""
    return 1.45 if is_east_asian(text) else 1.2


def width_of(text: str) -> float:
    """The width of `text` in one line, in ems."""
    return _offsets(text, False)[-1]


def unit_width(text: str, language: str) -> float:
    """The width of the widest part of `text` that no line may part, in ems."""
    ends = [index for index, _ in opportunities(text, language)] if text else []
    return max(
        width_of(text[start:end].rstrip(" "))
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True)
    )


@lru_cache(maxsize=4096)
def line_starts(text: str, width: float, language: str, *, mono: bool = False) -> tuple[int, ...]:
    """Where the lines of `text` begin if it wraps at `width` ems; the first is 0."""
    offsets = _offsets(text, mono)
    if offsets[-1] <= width:
        return (0,)
    breaks = [index for index, _ in opportunities(text, language)]
    starts = [0]
    last = 0
    for index in (*breaks, len(text)):
        end = index - len(text[last:index]) + len(text[last:index].rstrip(" "))
        if offsets[end] - offsets[starts[-1]] > width:
            if last > starts[-1]:
                starts.append(last)
            # A word that is wider than a line is torn.
            for at in range(starts[-1] + 1, end):
                if offsets[at + 1] - offsets[starts[-1]] > width:
                    starts.append(at)
        last = index
    return tuple(starts)


def text_height(texts: Sequence[str], width: float, language: str, *, mono: bool = False) -> float:
    """The height of `texts`, one below another, that wrap at `width` ems; in ems, too."""
    return sum(
        len(line_starts(text, width, language, mono=mono)) * line_height(text) for text in texts
    )


def how_many(heights: Iterable[float], room: float) -> int:
    """How many of `heights`, one below another, go into `room`."""
    return sum(high <= room for high in accumulate(heights))


def fitting_size(
    texts: Sequence[str], width: float, height: float, language: str, most: float, *, lines: int
) -> float:
    """The largest size, `most` points at most, at which `texts`, one below another, fit a box.

    They take at most `lines` lines, if each has one, and no word is torn, down to a size at which
    a heading is none any more.
    """
    word = max((unit_width(text, language) for text in texts), default=0.0)
    size = most
    while size > _SMALLEST:
        count = sum(len(line_starts(text, width / size, language)) for text in texts)
        few = count <= max(lines, len(texts)) and word * size <= width
        high = text_height(texts, width / size, language) * size
        if (few or size <= _SMALLEST_HEADING) and high <= height:
            break
        size = max(_SMALLEST, size - max(2, size // 20))
    return size


@lru_cache(maxsize=4096)
def _offsets(text: str, mono: bool) -> Sequence[float]:
    """Ems before each character, and before the end."""
    if mono and text.isascii():
        return [each * _MONOSPACED * _SLACK for each in range(len(text) + 1)]
    return list(accumulate((_width(each, mono) * _SLACK for each in text), initial=0.0))


def _width(character: str, mono: bool) -> float:
    return _MONOSPACED if mono and character.isascii() else ems_of(character)
