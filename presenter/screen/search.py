"""Finding slides by what they say. Pure: slides and a question in, ranked hits out.

A question is folded as the texts are: no case, no full width (NFKC), no spaces beside Chinese and
Japanese characters, no signs of inline Markdown. All of its words must occur in a slide, anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from math import inf
from time import monotonic
from typing import Literal, NamedTuple

from presenter.content.inline import plain_text
from presenter.deck import Slide
from presenter.deck.blocks import extract_text
from presenter.deck.characters import SOFT_HYPHEN, has_cjk, on_one_line

Where = Literal["number", "title", "body", "notes"]

_MARKS = str.maketrans("", "", "*`~_")
_SPACES = re.compile(r"\s+")


class Hit(NamedTuple):
    """A slide that was found.

    slide: its index. where: the first of number, title, body and notes by which every word is
    found. passage: a text of its body or notes that holds a word which the title lacks; empty if
    there is none. marks: the folded words, to be stressed where they stand.
    """

    slide: int
    where: Where
    passage: str
    marks: tuple[str, ...]


def folded(text: str) -> str:
    """`text` without case, full width and soft hyphens, for comparing."""
    return unicodedata.normalize("NFKC", text).casefold().replace(SOFT_HYPHEN, "")


def _folded(text: str) -> str:
    """`text` as it is looked through."""
    text = folded(text)
    if not text.isascii():
        text = _SPACES.sub(_joined, text)
    return text.translate(_MARKS) if any(mark in text for mark in "*`~_") else text


def _joined(space: re.Match[str]) -> str:
    text, before, end = space.string, max(0, space.start() - 1), space.end()
    return "" if has_cjk(text[before : before + 1] + text[end : end + 1]) else space[0]


class _Searched(NamedTuple):
    """A slide as it is looked through: title, body and notes, folded, and where they end."""

    text: str
    title: int
    body: int


class Index:
    """Everything that can be found in `slides`, folded once."""

    def __init__(self, slides: Sequence[Slide]) -> None:
        self.slides = slides
        self._searched: list[_Searched] = []

    def prepare(self, seconds: float = inf) -> bool:
        """Fold slides for at most about so long; whether all are folded now."""
        end = monotonic() + seconds
        for slide in self.slides[len(self._searched) :]:
            if monotonic() >= end:
                return False
            self._searched.append(_searched(slide))
        return True

    def find(self, question: str, *, notes: bool = True) -> list[Hit]:
        """The slides that hold every word of `question`; `notes`: whether theirs count.

        One that is called by exactly that number comes first, then those found by their titles,
        then by their bodies, then by their notes, each in the talk's order. Nothing asked, nothing
        found.
        """
        words = tuple(filter(None, (word.translate(_MARKS) for word in folded(question).split())))
        if not words:
            return []
        self.prepare()
        digits = words[0] if len(words) == 1 and words[0].isdecimal() else ""
        ranks: dict[Where, list[int]] = {"number": [], "title": [], "body": [], "notes": []}
        for index, (text, title, body) in enumerate(self._searched):
            if digits == str(index + 1):
                ranks["number"].append(index)
                continue
            last = 0
            for word in words:
                at = text.find(word)
                if at < 0:
                    break
                last = max(last, at)
            else:
                where: Where = "title" if last < title else "body" if last < body else "notes"
                if notes or where != "notes":
                    ranks[where].append(index)
        return [Hit(slide, where, "", words) for where, found in ranks.items() for slide in found]

    def passage(self, hit: Hit) -> Hit:
        """`hit` with its passage: without markup, on one line."""
        if hit.where in ("number", "title"):
            return hit
        slide = self.slides[hit.slide]
        text, title, _ = self._searched[hit.slide]
        sought = [word for word in hit.marks if text.find(word, 0, title) < 0]
        for text, markdown in _passages(slide, hit.where):
            if any(word in _folded(text) for word in sought):
                plain = plain_text(text) if markdown else text
                return hit._replace(passage=" ".join(plain.split()))
        return hit


def _searched(slide: Slide) -> _Searched:
    title = _folded(f"{on_one_line(slide.title)}\n{on_one_line(slide.subtitle)}") + "\n"
    body = _folded("\n".join(said.text for block in slide.content for said in extract_text(block)))
    own = _folded(slide.notes)
    return _Searched(f"{title}{body}\n{own}", len(title), len(title) + len(body) + 1)


def _passages(slide: Slide, where: Where) -> Iterable[tuple[str, bool]]:
    if where == "notes":
        # What only the notes hold is what is sought; the body's words are a second best.
        yield from ((line, True) for line in slide.notes.split("\n"))
    for block in slide.content:
        for said in extract_text(block):
            if said.markdown:
                yield said
            else:
                yield from ((line, False) for line in said.text.split("\n"))


def spans(text: str, marks: Iterable[str]) -> list[tuple[int, int]]:
    """Where in `text` the folded words stand: start and end, in order, none within another."""
    pieces: list[str] = []
    origin: list[int] = []
    dropped = {
        at for space in _SPACES.finditer(text) if not _joined(space) for at in range(*space.span())
    }
    for at, character in enumerate(text):
        piece = "" if at in dropped else folded(character).translate(_MARKS)
        pieces.append(piece)
        origin += [at] * len(piece)
    whole = "".join(pieces)
    found: list[tuple[int, int]] = []
    for mark in marks:
        start = whole.find(mark)
        while start >= 0:
            found.append((origin[start], origin[start + len(mark) - 1] + 1))
            start = whole.find(mark, start + len(mark))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
