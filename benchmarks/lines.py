"""``python -m benchmarks.lines [LANGUAGE…]``: how well lines are broken, language by language.

Each text of `prose` is set at every measure of three ranges, as the text of a slide is. Counted
are: cells left unused in all lines but the last, and in the emptiest of them; line breaks within a
word, and those with a hyphen; edges of lines that typography forbids; texts of two or three lines
that end in one character, or in two; clauses set as titles that end in one character. Then the CPU
time that a thousand paragraphs take.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from time import process_time

from icu4py.breakers import LineBreaker

from benchmarks.prose import PROSE
from presenter.content.inline import inline
from presenter.typeset.opportunities import NOT_AT_END, NOT_AT_START, PAUSES
from presenter.typeset.page import Line, PageOptions
from presenter.typeset.paragraph import set_paragraph, wrap

RANGES = ((20, 40), (41, 80), (81, 200))
"""Measures in cells."""

_EAST_ASIAN = ("zh", "ja")
_CLAUSE = re.compile("[^，。；：、！？「」“”,.;:!?]+")
_HANG = 2
"""The cells beside the text in which punctuation may stand, as on most slides."""


@dataclass
class Count:
    """What was counted at the measures of one range."""

    breaks: int = 0
    split: int = 0
    hyphens: int = 0
    forbidden: int = 0
    cells: int = 0
    unused: int = 0
    emptiest: float = 0.0
    short: int = 0
    one: int = 0
    two: int = 0


def measure(language: str, least: int, most: int) -> Count:
    """What all texts of `language` come to at each measure from `least` to `most` cells."""
    count = Count()
    setting = PageOptions(most, 24, language)
    for text in PROSE[language]:
        words = _words(text, language)
        for width in range(least, most + 1):
            lines = set_paragraph(inline(text), "text", width, setting, hang=_HANG)
            _count(count, text, lines, width, words, language)
    return count


def _count(
    count: Count, text: str, lines: list[Line], width: int, words: set[int], language: str
) -> None:
    rows = ["".join(run.text for run in line) for line in lines]
    for line in lines[:-1]:
        used = sum(run.width for run in line)
        empty = max(0, width - used)
        count.cells += width
        count.unused += empty
        count.emptiest = max(count.emptiest, empty / width)
    for at, hyphen in _starts(text, rows):
        count.breaks += 1
        count.hyphens += hyphen
        count.split += at not in words and not hyphen
        if language.startswith(_EAST_ASIAN):
            before = text[:at].rstrip()[-1]
            count.forbidden += text[at] in NOT_AT_START or before in NOT_AT_END
    if 2 <= len(rows) <= 3:
        count.short += 1
        last = len(rows[-1].strip("".join(NOT_AT_START | NOT_AT_END) + " "))
        count.one += last == 1
        count.two += last == 2


def _starts(text: str, rows: list[str]) -> Iterator[tuple[int, bool]]:
    """Where each line but the first begins in `text`, and whether a hyphen was put before it."""
    at = 0
    for row, following in pairwise(rows):
        hyphen = not text.startswith(row, at)
        at += len(row) - hyphen
        while not text.startswith(following[:2], at):
            at += 1
        yield at, hyphen


def _words(text: str, language: str) -> set[int]:
    """Where words of `text` begin."""
    if not language.startswith(_EAST_ASIAN):
        return {match.end() for match in re.finditer(r"\s+|[-–—/]", text)}
    found = set(accumulate(map(len, LineBreaker(text, "ja@lw=phrase"))))
    borders = (at for at in range(1, len(text)) if text[at - 1].isascii() != text[at].isascii())
    return found.union(borders)


def titles(language: str) -> tuple[int, int]:
    """How many titles of several lines there are, and how many of them end in one character."""
    several = single = 0
    ruler = PageOptions(80, 24).ruler
    closing = "".join(NOT_AT_START | NOT_AT_END | PAUSES) + " "
    for text in PROSE[language]:
        clauses = _CLAUSE.findall(text)
        for title in {*clauses, *map("".join, pairwise(clauses))}:
            for width in range(10, 61):
                spans = wrap(title, width, language, ruler, balanced=True)
                several += len(spans) > 1
                start, end = spans[-1]
                single += len(spans) > 1 and len(title[start:end].strip(closing)) == 1
    return several, single


def speed() -> float:
    """Seconds of CPU that a thousand paragraphs take, no two at one measure."""
    texts = [text for several in PROSE.values() for text in several]
    setting = PageOptions(80, 24, "zh-Hans")
    for text in texts:
        set_paragraph(inline(text), "text", 33, setting, hang=_HANG)
    wrap.cache_clear()
    began = process_time()
    for number in range(1000):
        text = texts[number % len(texts)]
        set_paragraph(inline(text), "text", 40 + number // len(texts), setting, hang=_HANG)
    return process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lines", description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help=f"of {', '.join(PROSE)}")
    parser.add_argument("--speed", action="store_true", help="only how long it takes")
    options = parser.parse_args()
    if not options.speed:
        print("          cells   unused  worst   split  hyphens  forbidden  end in 1  in 2")
        for language in options.languages or PROSE:
            for least, most in RANGES:
                found = measure(language, least, most)
                of = f"{language:8} {least:3}–{most:<3}"
                breaks, short = max(1, found.breaks), max(1, found.short)
                print(
                    f"{of}  {found.unused / max(1, found.cells):6.1%} {found.emptiest:6.0%}"
                    f"  {found.split / breaks:6.2%}  {found.hyphens / breaks:7.2%}"
                    f"  {found.forbidden:9}  {found.one / short:8.1%} {found.two / short:5.1%}"
                )
            several, single = titles(language)
            print(f"{language:8} titles: {single} of {several} end in one character")
    print(f"1,000 paragraphs: {speed():.3f} s of CPU")


if __name__ == "__main__":
    main()
