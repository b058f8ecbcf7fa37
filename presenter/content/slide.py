"""One slide, resolved: nothing of it is left to decide but how it looks."""

from __future__ import annotations

from unicodedata import bidirectional

from presenter.content import nodes
from presenter.content.blocks import Resolving
from presenter.content.inline import Paragraph, inline, one_line, plain
from presenter.content.lazy import lazy
from presenter.content.nodes import Node
from presenter.content.steps import counted
from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import extract_text
from presenter.deck.characters import on_one_line
from presenter.deck.model import Layout
from presenter.words import Words
from presenter.words.language import chinese_count, chinese_numeral, korean_ordinal

_LANGUAGES = frozenset(
    "ar arc ckb dv fa he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi".split()  # noqa: SIM905
)
"""Written from right to left unless a script is named. Source: CLDR, characterOrder."""

_SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"))


def resolve(
    deck: Deck, index: int, reveal: bool | None = None, language: str = ""
) -> ResolvedSlide:
    """The slide at `index`, from 0, of `deck`.

    reveal: the command line's word, over all else. language: BCP 47 tag of our own texts in it, as
    a callout's label; empty for the deck's, and if that is empty too, for the locale's.
    """
    return ResolvedSlide(deck, index, reveal, language or deck.lang)


def layout_of(deck: Deck, index: int) -> Layout:
    """The layout of the slide at `index`: the one that it names, else by what it is.

    The introduction's first slide is a cover, and so is a first slide that says no more than the
    talk's title; a slide with only a title is a section.
    """
    slide = deck.slides[index]
    if slide.problems:
        return "default"
    if slide.layout:
        return slide.layout
    if index == 0 and (
        slide.part.kind == "introduction" or (slide.title == deck.title and not slide.content)
    ):
        return "cover"
    return "section" if slide.title and not slide.content else "default"


def name_of(slide: Slide) -> str:
    """What a slide is called in a list: its title, else the first that it says, on one line."""
    if slide.title:
        return one_line(slide.title)
    said = (part for block in slide.content for part in extract_text(block))
    lines = (one_line(part.text) if part.markdown else part.text for part in said)
    return next((" ".join(line.split()) for line in lines if line.strip()), "")


def part_label(part: Part, words: Words) -> str:
    """The part as the audience reads it; empty where the deck has no parts."""
    if part.kind == "slide":
        return ""
    number, of = str(part.number), str(part.of)
    # Both in the same numerals; beyond 99 figures are shorter and read faster.
    if words.language == "zh" and part.of < 100:
        traditional = words.labels == "zh_hant"
        number, of = chinese_numeral(part.number), chinese_count(part.of, traditional=traditional)
    elif words.labels == "ko":
        number = korean_ordinal(part.number)
    return words(f"parts.{part.kind}", number=number, of=of)


def is_right_to_left(deck: Deck) -> bool:
    """Whether the talk is written from right to left: by its language, else by its title.

    A script in the language's tag decides over the language (az-Arab); without a tag the first
    letter of the title does, as in rule P2 of UAX #9.
    """
    language, *others = deck.lang.lower().split("-")
    if language:
        scripts = [each for each in others if len(each) == 4 and each.isalpha()]
        return scripts[0] in _SCRIPTS if scripts else language in _LANGUAGES
    strong = (bidirectional(each) for each in deck.title)
    return next((each != "L" for each in strong if each in ("L", "R", "AL")), False)


def _lines_of(title: str) -> Paragraph:
    """A title, whose lines stay apart, whatever a line feed does in running text."""
    return inline(title.replace("\n", "  \n")) if title else ()


class ResolvedSlide:
    """What a slide says, and when; each thing is worked out when it is first asked for."""

    def __init__(self, deck: Deck, index: int, reveal: bool | None, language: str) -> None:
        self.index = index
        self.total = len(deck.slides)
        self.deck = deck
        self._reveal = reveal
        self._resolving = Resolving(language, turned=is_right_to_left(deck))

    @property
    def written(self) -> Slide:
        """The slide as it is written."""
        return self.deck.slides[self.index]

    @lazy
    def layout(self) -> Layout:
        """How it is arranged."""
        return layout_of(self.deck, self.index)

    @lazy
    def title(self) -> Paragraph:
        """The heading, line by line as it is written; that of a cover without one is the talk's."""
        return _lines_of(self._title)

    @lazy
    def subtitle(self) -> Paragraph:
        """What stands under the title; on a cover with the talk's title the talk's."""
        subtitle = self.written.subtitle
        if self.layout == "cover" and self._title == self.deck.title:
            subtitle = subtitle or self.deck.subtitle
        return _lines_of(subtitle)

    @property
    def _title(self) -> str:
        title = self.written.title
        return title or self.deck.title if self.layout == "cover" else title

    @lazy
    def name(self) -> str:
        """The title on one line, without markup; may be empty."""
        return on_one_line(plain(self.title))

    @lazy
    def part(self) -> str:
        """Where in the outline it stands, as the audience reads it; may be empty."""
        return part_label(self.written.part, self._resolving.words)

    @lazy
    def numeral(self) -> str:
        """The number of its point, as its part says it; empty where it has none."""
        number = self.written.part.number
        if self.written.part.kind != "point":
            return ""
        chinese = self._resolving.words.language == "zh" and number < 100
        return chinese_numeral(number) if chinese else str(number)

    @lazy
    def head(self) -> str:
        """The talk's title; empty on a cover, and where the slide says it itself."""
        deck = self.deck
        told = self.layout == "cover" or self.written.title == deck.title
        return "" if told else one_line(deck.title)

    @lazy
    def byline(self) -> str:
        """Who speaks, and when, as part of a cover's heading; empty elsewhere."""
        return self._speaker if self.layout == "cover" else ""

    @lazy
    def foot(self) -> str:
        """Who speaks, and when; empty on a cover."""
        return "" if self.layout == "cover" else self._speaker

    @property
    def _speaker(self) -> str:
        deck = self.deck
        return " · ".join(one_line(text) for text in (deck.author, deck.date) if text)

    @lazy
    def nodes(self) -> tuple[Node, ...]:
        """What it shows below its heading, in order; on an error slide what is wrong with it."""
        slide, deck = self.written, self.deck
        if slide.problems:
            words = self._resolving.words
            problems = tuple(
                nodes.Problem(each, each.message(words), each.help(words))
                for each in slide.problems
            )
            return (nodes.Problems(problems=problems),)
        otherwise = deck.reveal if slide.reveal is None else slide.reveal
        return counted(self._resolving.nodes(slide.content), self._reveal, otherwise)

    @property
    def last(self) -> int:
        """The last step: all of the slide is there then. It has as many steps after the start."""
        return max((step for node in self.nodes for step in node.steps), default=0)

    @property
    def first(self) -> int:
        """The step at which it is first seen: 1 where at 0 not even a heading is there."""
        headed = bool(self.title or self.subtitle)
        there = headed or not self.nodes or min(node.step for node in self.nodes) == 0
        return 0 if there else 1

    @property
    def steps(self) -> range:
        """Every step at which it looks another way than before."""
        return range(self.first, self.last + 1)
