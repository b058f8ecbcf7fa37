"""Whether what stands on a page can be read: it is on it, large enough, and under nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from tests.handout.poppler import Word

_LEAST = 12.9
"""The smallest type on a slide, that of a crowded foot, in the template's units."""


def unit_of(page: tuple[int, int]) -> float:
    """The template's unit, in points."""
    width, height = page
    return min(math.sqrt(width * height / (1280 * 720)), width / 860, height / 640)


def faults(words: Sequence[Word], page: tuple[int, int]) -> Iterable[str]:
    """What keeps words from being read: the edge of the page, their size, other words."""
    width, height = page
    for number, word in enumerate(words):
        high = word.bottom - word.top
        if not (word.left >= -1 and word.right <= width + 1):
            yield f"beside its page: {word}"
        if not (-0.2 * high <= word.top and word.bottom <= height + 0.2 * high):
            yield f"above or below its page: {word}"
        if high < _LEAST * unit_of(page):
            yield f"small: {word}"
        for other in words[number + 1 :]:
            if lies_over(word, other):
                yield f"over one another: {word} {other}"


def is_ornament(word: Word, page: tuple[int, int]) -> bool:
    """Whether it is ground for others to stand on: the number of a section, the mark of a quote."""
    high = word.bottom - word.top
    return high > page[1] / 2 or (word.text in ("“", "”") and high > 90 * unit_of(page))


def lies_over(one: Word, other: Word) -> bool:
    """Whether letters of theirs meet: boxes are higher than these, and marks share their air."""
    lower = min(one.bottom - one.top, other.bottom - other.top)
    narrower = min(one.right - one.left, other.right - other.left)
    (top, bottom), (over, under) = _letters_of(one), _letters_of(other)
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(bottom, under) - max(top, over)
    return (
        one.page == other.page and across > min(0.62 * lower, 0.7 * narrower) and down > 0.1 * lower
    )


def _letters_of(word: Word) -> tuple[float, float]:
    """Where most letters begin and end in the height of a word's box."""
    high = word.bottom - word.top
    return word.top + 0.22 * high, word.bottom - 0.22 * high
