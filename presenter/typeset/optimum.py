"""Which opportunities a paragraph's lines take.

The choice is made over the whole paragraph (as in Knuth and Plass, "Breaking Paragraphs into
Lines", 1981): the cheapest way down, where a line costs the square of what it leaves empty and a
break costs by its quality. Words are kept whole at first; only where that leaves a hole may
they be split.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from presenter.deck.characters import SOFT_HYPHEN, has_cjk
from presenter.typeset.bidi import has_right_to_left
from presenter.typeset.opportunities import (
    NOT_AT_END,
    NOT_AT_START,
    Opportunity,
    Quality,
    inside,
    may_part,
    opportunities,
    unbreakable,
)
from presenter.typeset.paragraph import Span
from presenter.typeset.width import SPACES, Ruler

_COST = {
    Quality.PAUSE: 0.0,
    Quality.WORD: 0.2,
    Quality.LEANING: 5.0,
    Quality.HYPHEN: 25.0,
    Quality.CHARACTER: 75.0,
    Quality.TORN: 1000.0,
    Quality.UNIT: 3000.0,
    Quality.FORBIDDEN: 10000.0,
}
"""What a break costs in running text; a line that is left empty altogether costs 100."""

_COST_BALANCED = {
    **_COST,
    Quality.WORD: 16.0,
    Quality.LEANING: 36.0,
    Quality.HYPHEN: 60.0,
    Quality.CHARACTER: 80.0,
}
"""The same in a title: it breaks behind punctuation if that makes no line much longer."""

_PULL = 150.0
"""What it costs besides, so that lines are rather full than even: their number is what counts."""

_HOLE = 0.3
"""The part of a line that may be left empty for the sake of whole words."""

_LINE = 5.0
_LINE_BALANCED = 500.0
"""What one more line costs: in a title, more than any evenness is worth."""

_RUNT = 150.0
_RUNT_BALANCED = 700.0
"""What it costs to leave one character alone on the last line: more than splitting a word; in a
title, more than one more line."""

_PAIR = 30.0
_PAIR_LONG = 8.0
"""What it costs to end in two characters, in a text of up to three lines and in a longer one: less
than tearing a phrase."""

HANGING = frozenset("，。、；：”’」』")
"""What may stand beside the text at the end of a line (CLREQ 3.1.3, JLREQ 3.8.2)."""

_COST_QUOTED = 40.0
_QUOTED = re.compile("《[^》]*》|〈[^〉]*〉|「[^」]*」|『[^』]*』|“[^”]*”|（[^）]*）")
"""What a title does not break within, if it need not."""

_SHORT = 3
"""Lines of a text whose last one is seen to be short."""

_TITLE = 1000
"""Characters of the longest text that is balanced."""

_CLOSING = "".join(NOT_AT_START) + SPACES
_OPENING = "".join(NOT_AT_END)
_NEVER = float("inf")


def best_lines(
    text: str, width: int, language: str, ruler: Ruler, *, balanced: bool, hang: int = 0
) -> tuple[Span, ...]:
    """The lines of `text`, which is wider than `width`; see `paragraph.wrap`.

    A text longer than any title is not balanced: that takes four times the time.
    """
    balanced = balanced and len(text) <= _TITLE
    if balanced or (hang and (not has_cjk(text) or has_right_to_left(text))):
        hang = 0
    return _Paragraph(text, width, language, ruler, hang).lines(balanced=balanced)


class _Paragraph:
    """A text that needs more than one line of `width` cells; see `wrap` for `hang`."""

    def __init__(self, text: str, width: int, language: str, ruler: Ruler, hang: int) -> None:
        self._text = text
        self._width = width
        self._hang = hang
        self._soft = SOFT_HYPHEN in text
        self._spaced = " " in text or "\u3000" in text
        self._ruler = ruler
        self._offsets = ruler.offsets(text)
        self._language = language
        self._runt = self._before_last(len(text)) or len(text)
        """A last line that begins here or behind has one character besides punctuation."""
        self._pair = self._before_last(self._runt) or self._runt
        """The same with two characters."""

    def _before_last(self, end: int) -> int:
        """Where the last character before `end` begins, with what opens before it; 0 for none."""
        last = len(self._text[:end].rstrip(_CLOSING)) - 1
        return len(self._text[:last].rstrip(_OPENING)) if last > 0 else 0

    def lines(self, *, balanced: bool) -> tuple[Span, ...]:
        """The cheapest lines."""
        if balanced:
            return self._balanced()
        end = Opportunity(len(self._text), Quality.PAUSE)
        words = opportunities(self._text, self._language, words=True)
        spans = self._running([*words, end])
        return self._running(self._all_breaks()) if self._has_fault(spans) else spans

    def _running(self, breaks: list[Opportunity]) -> tuple[Span, ...]:
        """Lines as full as can be, the last one apart."""
        costs = [_LINE + _COST[chance.quality] for chance in breaks]
        return self._cheapest(breaks, costs, self._width, last=False)

    def _balanced(self) -> tuple[Span, ...]:
        """As few lines, near equal in length; one more at most where that keeps words whole."""
        breaks = self._all_breaks()
        words = [chance for chance in breaks if chance.quality is not Quality.CHARACTER]
        fewest, whole = self._fewest(breaks), self._fewest(words)
        runt = whole[-1].start >= self._runt
        if len(whole) <= len(fewest) + 1 and not runt and not self._has_long_line(whole):
            breaks, fewest = words, whole
        quoted = inside(match.span() for match in _QUOTED.finditer(self._text))
        costs = [
            _LINE_BALANCED
            + _COST_BALANCED[chance.quality]
            + (_COST_QUOTED if chance.at in quoted else 0)
            for chance in breaks
        ]
        return self._cheapest(breaks, costs, self._offsets[-1] / len(fewest), last=True)

    def _fewest(self, breaks: list[Opportunity]) -> tuple[Span, ...]:
        return self._cheapest(breaks, [1.0] * len(breaks), 0, last=True)

    def _has_long_line(self, spans: tuple[Span, ...]) -> bool:
        offsets, width = self._offsets, self._width
        return any(
            offsets[end] - offsets[start] + self._hyphen(end) - self._hung(end) > width
            for start, end in spans
        )

    def _has_fault(self, spans: tuple[Span, ...]) -> bool:
        """Whether a line is too long or leaves a hole, or the last one is a single character."""
        offsets = self._offsets
        shortest = self._width * (1 - _HOLE)
        return (
            spans[-1].start >= self._runt
            or self._has_long_line(spans)
            or any(offsets[end] - offsets[start] < shortest for start, end in spans[:-1])
        )

    def _all_breaks(self) -> list[Opportunity]:
        """All opportunities, tears in each unit that is wider than a line, the text's end."""
        breaks = opportunities(self._text, self._language)
        end = Opportunity(len(self._text), Quality.PAUSE)
        result: list[Opportunity] = []
        start = 0
        whole: set[int] | None = None
        for chance in (*breaks, end):
            if self._cells(start, chance.at) > self._width:
                if whole is None:
                    whole = unbreakable(self._text)
                result += self._tears(start, chance.at, whole)
            result.append(chance)
            start = chance.at
        return result

    def _tears(self, start: int, end: int, whole: set[int]) -> Iterator[Opportunity]:
        """Breaks between graphemes; forbidden ones only where nothing else is left."""
        text = self._text
        edges: list[int] = []
        index = start
        for grapheme in self._ruler.graphemes(text[start:end]):
            if index > start and grapheme not in SPACES and grapheme != SOFT_HYPHEN:
                edges.append(index)
            index += len(grapheme)
        allowed = [index for index in edges if index not in whole and may_part(text, index)]
        previous = start
        for index in (*allowed, end):
            if self._cells(previous, index) > self._width:
                inner = edges[bisect_right(edges, previous) : bisect_left(edges, index)]
                for edge in inner:
                    fits = may_part(text, edge)
                    yield Opportunity(edge, Quality.UNIT if fits else Quality.FORBIDDEN)
            if index < end:
                yield Opportunity(index, Quality.TORN)
            previous = index

    def _cells(self, start: int, end: int) -> int:
        """The width of a line from `start` to `end`, the spaces at its end left out."""
        return self._offsets[self._bare(start, end)] - self._offsets[start] + self._hyphen(end)

    def _hyphen(self, end: int) -> int:
        """The cells of the hyphen that is seen where a line ends at `end`."""
        return int(self._soft and 0 < end < len(self._text) and self._text[end - 1] == SOFT_HYPHEN)

    def _hung(self, end: int) -> int:
        """The cells of the punctuation before `end` that may stand beside the text."""
        cells = 0
        while self._hang and end and self._text[end - 1] in HANGING:
            end -= 1
            wider = cells + self._ruler.width(self._text[end])
            if wider > self._hang:
                break
            cells = wider
        return cells

    def _bare(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1] in SPACES:
            end -= 1
        return end

    def _cheapest(
        self, breaks: list[Opportunity], costs: list[float], ideal: float, *, last: bool
    ) -> tuple[Span, ...]:
        """The cheapest lines: from each reachable break, every next one that still fits is tried.

        A line costs the square of what it differs from `ideal` by, the last one only if `last`,
        and the cost of its break.
        """
        width = self._width
        indexes = [0, *(chance.at for chance in breaks)]
        starts = [self._offsets[index] for index in indexes]
        ends = starts[1:]
        if self._spaced:
            ends = [self._offsets[self._bare(start, end)] for start, end in pairwise(indexes)]
        if self._soft:
            ends = [end + self._hyphen(at) for end, at in zip(ends, indexes[1:], strict=True)]
        fits = ends
        """The ends that must lie within the width: without what may hang."""
        if self._hang:
            text = self._text
            fits = [
                end - self._hung(at) if text[at - 1] in HANGING else end
                for end, at in zip(ends, indexes[1:], strict=True)
            ]
        count = len(breaks)
        scale = 100 / (ideal * ideal) if ideal else 0.0
        pull = 0.0 if last else _PULL / width
        runt, pair = _RUNT, _PAIR if self._offsets[-1] <= _SHORT * width else _PAIR_LONG
        if last:
            runt, pair = _RUNT_BALANCED, 0.0
        dear = _COST[Quality.UNIT]
        is_torn = max(costs) >= dear
        best = [0.0] + [_NEVER] * count
        came = [0] * (count + 1)
        for begin in range(count):
            so_far = best[begin]
            if so_far == _NEVER:
                continue
            left = starts[begin]
            stop = max(bisect_right(fits, left + width, begin), begin + 1)
            first = begin if last else min(bisect_left(ends, left + width // 2, begin), stop - 1)
            if is_torn and min(costs[first:stop]) >= dear:
                first = begin  # a line that is nearly empty is better than what is forbidden
            for end in range(first, stop):
                if end == count - 1 and not last:
                    price = so_far + _LINE
                else:
                    short = ideal - ends[end] + left
                    if short < 0 and not last:
                        short = 0  # What hangs leaves nothing empty.
                    price = so_far + costs[end] + scale * short * short + pull * short
                if end == count - 1 and begin and indexes[begin] >= self._pair:
                    price += runt if indexes[begin] >= self._runt else pair
                if price < best[end + 1]:
                    best[end + 1] = price
                    came[end + 1] = begin
        spans: list[Span] = []
        at = count
        while at:
            start, end = indexes[came[at]], indexes[at]
            spans.append(Span(start, self._bare(start, end)))
            at = came[at]
        return tuple(reversed(spans))
