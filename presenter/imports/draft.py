"""What an import makes: a deck before it is written, and what was not carried over.

Its language, where only its script says it; whether its slides are an outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import structs

from presenter.deck import Part, Slide
from presenter.deck.blocks import extract_text
from presenter.deck.characters import clean
from presenter.deck.model import DeckHead
from presenter.deck.writing import write_outline
from presenter.words import Words


class ImportWarning(NamedTuple):
    """Something that has no equivalent: the line where it stands (or slide, in a file without
    lines; 0 where it is of the whole deck), the sentence ``imports.code``, and what it is in the
    writer's own words.

    One without a code is a comment of the writer's own: it goes into the outline only.
    """

    line: int
    code: str
    what: str = ""

    def sentence(self, words: Words, *, whole: bool = False) -> str:
        """What to tell, on one line; a short one unless `whole`."""
        what = clean(" ".join(self.what.split()))
        if len(what) > _LONGEST and not whole:
            what = what[:_LONGEST] + " …"
        return words(f"imports.{self.code}", what=what) if self.code else what


_LONGEST = 160


@dataclass
class DraftSlide:
    """A slide and the warnings about it."""

    slide: Slide
    warnings: list[ImportWarning] = field(default_factory=list)


@dataclass
class Draft:
    """A deck and the warnings about its head. `place` names what a warning's number counts."""

    head: DeckHead
    slides: list[DraftSlide]
    head_warnings: list[ImportWarning] = field(default_factory=list)
    place: str = "line"

    @property
    def warnings(self) -> list[ImportWarning]:
        """All that was not carried over, in the order of the file."""
        found = [*self.head_warnings, *(each for slide in self.slides for each in slide.warnings)]
        return sorted((each for each in found if each.code), key=lambda each: each.line)

    def yaml(self, words: Words) -> str:
        """The outline, with a comment at the place of each warning."""
        return write_outline(
            self.head,
            [each.slide for each in self.slides],
            {index: self._comments(each.warnings, words) for index, each in enumerate(self.slides)},
            self._comments(self.head_warnings, words),
        )

    def _comments(self, warnings: Sequence[ImportWarning], words: Words) -> list[str]:
        made: list[str] = []
        for each in sorted(warnings, key=lambda each: each.line):
            # What is left out stands here whole; a style or a script line by line.
            rest: list[str] = []
            if each.code == "silent":
                first, *rest = each.what.strip().split("\n")
                each = each._replace(what=first)
            text = each.sentence(words, whole=True)
            if each.code and each.line:
                text = words(f"imports.{self.place}", number=each.line, text=text)
            made += [text, *(clean(line.rstrip()) for line in rest if line.strip())]
        return made


MOST_POINTS = 7
"""A talk with more slides between its first and its last has sections rather than points."""

_CLOSING = re.compile(
    r"\W*(?:conclusions?|summary|wrap[- ]?up|recap|take[- ]?aways?|in short|the end|questions?"
    r"|q ?& ?a|thanks?\b.*|thank you\b.*|小结|总结|结语|结论|结束语|谢谢.*|感谢.*|致谢|问答|提问"
    r"|まとめ|おわりに)\W*",
    re.IGNORECASE,
)


def give_parts(slides: Sequence[DraftSlide]) -> None:
    """Give the slides of a short talk that closes with a conclusion their parts.

    The first is the introduction, the last the conclusion, each between one point. Others stay
    flat: a count of points that nobody meant would stand on every slide.
    """
    shown = [each for each in slides if not each.slide.hidden]
    points = len(shown) - 2
    if len(shown) != len(slides) or not 1 <= points <= MOST_POINTS:
        return
    if not _CLOSING.fullmatch(slides[-1].slide.title):
        return
    parts = [
        Part("introduction"),
        *(Part("point", number, points) for number in range(1, points + 1)),
        Part("conclusion"),
    ]
    for each, part in zip(slides, parts, strict=True):
        each.slide = structs.replace(each.slide, part=part)


def count_points(slides: Sequence[DraftSlide]) -> None:
    """Number the points of an outline whose slides say which begin one (``number`` 1)."""
    number = 0
    part = Part()
    for each in slides:
        own = each.slide.part
        if own.kind == "slide":
            own = part
        if own.kind == "point":
            number += own.number or not number
            own = Part("point", number)
        part = Part(own.kind)
        each.slide = structs.replace(each.slide, part=own)


_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_LETTER = re.compile(r"[A-Za-z]")


def language_of(slides: Iterable[DraftSlide]) -> str:
    """The language in which `slides` speak; code and markup do not count."""
    texts: list[str] = []
    for each in slides:
        slide = each.slide
        texts += (slide.title, slide.subtitle, slide.notes)
        texts += (
            part.text for block in slide.content for part in extract_text(block) if part.markdown
        )
    return language_in("\n".join(texts))


def language_in(text: str) -> str:
    """``zh-Hans`` or ``ja`` for `text` in one of these; empty for any other."""
    han = len(_HAN.findall(text))
    if 4 * han <= len(_LETTER.findall(text)):
        return ""
    return "ja" if 10 * len(_KANA.findall(text)) > han else "zh-Hans"
