"""What an import makes: a deck before it is written, and what was not carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from presenter.deck import Slide
from presenter.deck.clean import clean
from presenter.deck.model import DeckHead
from presenter.deck.writing import write_outline
from presenter.words import Words


class Remark(NamedTuple):
    """Something that has no equivalent: the line where it stands (or slide, in a file without
    lines; 0 where it is of the whole deck), the sentence ``imports.code``, and what it is in the
    writer's own words.

    A remark without a code is a comment of the writer's own: it goes into the outline only.
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
    """A slide and the remarks about it."""

    slide: Slide
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class Draft:
    """A deck and the remarks about its head. `place` names what a remark's number counts."""

    head: DeckHead
    slides: list[DraftSlide]
    remarks: list[Remark] = field(default_factory=list)
    place: str = "line"

    def told(self) -> list[Remark]:
        """All that was not carried, in the order of the file."""
        remarks = [*self.remarks, *(each for slide in self.slides for each in slide.remarks)]
        return sorted((each for each in remarks if each.code), key=lambda each: each.line)

    def yaml(self, words: Words) -> str:
        """The outline, with a comment at the place of each remark."""
        return write_outline(
            self.head,
            [each.slide for each in self.slides],
            {index: self._comments(each.remarks, words) for index, each in enumerate(self.slides)},
            self._comments(self.remarks, words),
        )

    def _comments(self, remarks: Sequence[Remark], words: Words) -> list[str]:
        made: list[str] = []
        for each in sorted(remarks, key=lambda each: each.line):
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
