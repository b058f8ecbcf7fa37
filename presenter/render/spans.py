"""Styled text to spans: stretches of text with their look, as the template takes them.

A span is a text alone, or ``[text, look]`` with of `look` only what differs from plain text:
``c`` colour, ``b`` bold, ``i u s`` italic, underlined, struck, ``m`` monospaced, ``l`` where it
leads. A line feed is a hard break. What stands between two marks U+2060 is a word that no line
tears: Typst knows where lines may break, but not where Chinese, Japanese and Korean words begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from presenter.content.inline import Paragraph, Styled, StyledLine
from presenter.deck.characters import has_cjk
from presenter.typeset.isolates import isolated
from presenter.typeset.opportunities import (
    NOT_AT_END,
    NOT_AT_START,
    PAUSES,
    Quality,
    opportunities,
    quantities_held,
)
from presenter.typeset.themes import Theme

Span = str | list[Any]

WORD = "\u2060"
"""Stands before and behind a word that is kept whole."""

_LONGEST = 7
"""Characters of a word that is kept whole: a longer one might be wider than its room."""

_CLOSE = 4
"""Characters up to which words that lean on each other, such as 部署|了, are kept together."""

_BEFORE = "".join(NOT_AT_END) + " "
_BEHIND = "".join(NOT_AT_START | PAUSES) + " "


_CLAUSE = re.compile(f"[^{re.escape(''.join(NOT_AT_END | NOT_AT_START | PAUSES))}]+")
_SPACE = re.compile(r"\s")
_LONGEST_CLAUSE = 11
"""Characters of a clause that is kept whole where type is large."""

_UNSPACED = re.compile("[^\\s\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+")
"""What a line breaks within only where it must."""

_RUN = re.compile(f"[{re.escape(''.join(NOT_AT_END | NOT_AT_START))}]{{16,}}")
"""Characters between which no line may break; so many say nothing, but are not lost either."""


def spans(
    paragraph: Paragraph, base: str, theme: Theme, *, display: bool = False, turned: bool = False
) -> list[Span]:
    """The spans of one paragraph in the style `base`.

    display: it is set so large that its lines are to end where its clauses do. turned: it is of a
    talk that is written from right to left.
    """
    found: list[Span] = []
    for number, line in enumerate(paragraph):
        if number:
            found.append("\n")
        line = quantities_held(_with_tears(line))
        words = tuple(_with_words(line, display=display))
        found += styled_spans(isolated(words, turned=turned), base, theme)
    return found


def plain_span(text: str, base: str, theme: Theme, link: str = "", *, mono: bool = False) -> Span:
    """A text that is no Markdown."""
    look, text = _look(base, theme), torn(text)
    if mono:
        look["m"] = True
    if link:
        look |= {"l": link, "u": True}
    return [text, look] if look else text


def styled_spans(line: Iterable[Styled], base: str, theme: Theme) -> Iterator[Span]:
    """The spans of styled text."""
    for part in line:
        look = _look(f"{base} {part.style}", theme)
        if "code" in part.style.split():
            look["m"] = True
        if part.link:
            look["l"] = part.link
        yield [part.text, look] if look else part.text


def _with_tears(line: StyledLine) -> StyledLine:
    """`line` with places to break within a run of brackets or marks that is wider than a line."""
    return tuple(part._replace(text=torn(part.text)) for part in line)


def torn(text: str) -> str:
    """`text` with places to break within such runs."""
    return _RUN.sub(lambda run: "\u200b".join(run[0]), text)


def _with_words(line: StyledLine, *, display: bool) -> Iterator[Styled]:
    """`line` with its words marked; if it is for `display`, its clauses."""
    whole = "".join(part.text for part in line)
    if not (has_cjk(whole) or _hangul().search(whole)):
        yield from line
        return
    if WORD in whole:
        line = tuple(part._replace(text=part.text.replace(WORD, "")) for part in line)
        whole = whole.replace(WORD, "")
    found, start = (clauses(whole) if display else []) or words(whole), 0
    for part in line:
        text, end = "", start
        for first, last in found:
            first, last = max(first, start), min(last, start + len(part.text))
            if last - first > 1:
                text += f"{whole[end:first]}{WORD}{whole[first:last]}{WORD}"
                end = last
        yield part._replace(text=text + whole[end : start + len(part.text)])
        start += len(part.text)


@cache
def _hangul() -> re.Pattern[str]:
    """Compiling it takes a millisecond."""
    return re.compile("[\u1100-\u11ff\uac00-\ud7af]")


@lru_cache(maxsize=2048)
def words(text: str) -> list[tuple[int, int]]:
    """Where in `text` the words begin and end that a line should not tear.

    Text of Chinese, Japanese or Korean; the punctuation about the words is left out, for Typst sets
    it closer at the edges of a line.
    """
    graded = opportunities(text, "", words=True)
    ends = [at for at, quality in graded if quality <= Quality.WORD]
    leaning = [at for at, quality in graded if quality is Quality.LEANING]
    found = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        inner = [at for at in leaning if start < at < end] if end - start > _CLOSE else []
        for first, last in zip([start, *inner], [*inner, end], strict=True):
            word = text[first:last]
            core = word.strip(_BEFORE + _BEHIND)
            if 1 < len(core) <= _LONGEST and (has_cjk(core) or _hangul().search(core)):
                first += word.index(core)
                found.append((first, first + len(core)))
    return found


def clauses(text: str) -> list[tuple[int, int]]:
    """Where in `text` its clauses begin and end, or the words of those that are long.

    None if it is but one, or parted by spaces.
    """
    spans = [match.span() for match in _CLAUSE.finditer(text)]
    if len(spans) < 2 or _SPACE.search(text):
        return []
    found = []
    for start, end in spans:
        if end - start <= _LONGEST_CLAUSE:
            found.append((start, end))
        else:
            found += [(start + first, start + last) for first, last in words(text[start:end])]
    return found


def longest_word(data: Any) -> int:
    """Of how many characters the longest word in `data` is, its spans side by side as one text."""
    if isinstance(data, str):
        return max(map(len, _UNSPACED.findall(data)), default=0)
    if isinstance(data, dict):
        return max(map(longest_word, data.values()), default=0)
    if not isinstance(data, list | tuple):
        return 0
    texts = [each[0] if _is_styled(each) else each for each in data]
    if all(isinstance(text, str) for text in texts):
        return longest_word("".join(texts))
    return max(map(longest_word, data), default=0)


def _is_styled(span: Any) -> bool:
    return isinstance(span, list) and len(span) == 2 and isinstance(span[1], dict)


def _look(names: str, theme: Theme) -> dict[str, Any]:
    style = theme.style(names)
    look: dict[str, Any] = {}
    if style.color != theme.style("").color:
        look["c"] = style.color
    if style.bold:
        look["b"] = style.color
    for key, on in (("i", style.italic), ("u", style.underline), ("s", style.strike)):
        if on:
            look[key] = True
    return look
