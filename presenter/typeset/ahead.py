"""Loading what a deck's slides will need, so that no key waits for it.

Modules, tables and fonts are loaded at first use, as a start needs few of them: 20 ms for the
characters of an emoji, as much for a computer language or the first large glyph. A talk has them
loaded behind its first slide by setting, once, a slide of each kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from presenter.content import layout_of
from presenter.content.inline import Styled, inline
from presenter.deck import Deck
from presenter.deck.blocks import Big, Block, Chart, Code, Figures, Quote, Text, every_block
from presenter.typeset.blocks import SHORT
from presenter.typeset.frame import frame_for
from presenter.typeset.hyphens import hyphenated
from presenter.typeset.page import PageOptions
from presenter.typeset.paragraph import wrap
from presenter.typeset.slide import set_slide
from presenter.typeset.width import graphemes

_MOST_LARGE = 32
"""Slides with large type that are set ahead: each takes 5 to 20 ms the first time."""


_DRAWN = ("cover", "section", "statement", Big, Figures)
"""What is in large type."""

_MARKUP = re.compile(r"""[*_`~<&\\|>]|\][({]|\[\^|["']\[""")
"""In a deck's file: where texts are marked up, or of several lines. Flow lists are neither."""


def load_ahead(deck: Deck, setting: PageOptions, text: str = "") -> Iterator[None]:
    """Load all that setting this deck takes, a portion for each item that is asked for.

    `text` is the deck's file, notes included. May run in a thread of its own.
    """
    if _MARKUP.search(text):  # a parser of Markdown takes 1.6 MB
        inline("`markup`")
        yield
    if _has_long_line(text, setting):
        wrap("机关后勤工作", 4, "zh-Hans", setting.ruler)
        yield
        hyphenated((Styled("Internationalization", ""),), setting.language or deck.lang)
    yield
    graphemes("".join(filter(str.isprintable, set(text))))
    for index in telling_slides(deck):
        yield
        made = set_slide(deck, index, setting)
        made.page(made.stops[0])


def telling_slides(deck: Deck) -> list[int]:
    """The indexes of some slides that show every kind of thing that any of them shows.

    Those with large type are all there, up to a number: what they draw is kept.
    """
    known: set[object] = set()
    found: list[int] = []
    large = 0
    for index, slide in enumerate(deck.slides):
        layout = layout_of(deck, index)
        traits = {layout, *_traits(slide.content)}
        if _is_statement(slide.content):
            traits.add("statement")
        drawn = not traits.isdisjoint(_DRAWN) and large < _MOST_LARGE
        if drawn or traits - known:
            found.append(index)
            large += drawn
            known |= traits
    return found


def _is_statement(blocks: Sequence[Block]) -> bool:
    """Whether a slide says nothing but a short text, which is then as large as can be."""
    return len(blocks) == 1 and isinstance(blocks[0], Text | Quote) and len(blocks[0].text) <= SHORT


def _has_long_line(text: str, setting: PageOptions) -> bool:
    """Whether some line of the file is likely to be broken; what breaks lines takes 7 MB."""
    width = frame_for(setting.width, setting.height).width
    lines = (line.strip(" -") for line in text.splitlines() if 2 * len(line) > width)
    return any(setting.ruler.width(line) > width for line in lines)


def _traits(blocks: Iterable[Block]) -> Iterator[object]:
    """What kinds of things `blocks` need to be set."""
    for block in every_block(blocks):
        yield type(block)
        if isinstance(block, Code):
            yield block.language
        elif isinstance(block, Chart):
            yield block.kind
