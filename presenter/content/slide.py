"""One slide, resolved."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from presenter.content.layout import layout_of
from presenter.content.nodes import Node
from presenter.content.problems import Problems
from presenter.content.steps import nodes_of
from presenter.deck import Deck


class Heading(NamedTuple):
    """What a slide's heading says, inline Markdown; either may be empty.

    A line feed in a title parts lines, whatever it does in running text: they are hard breaks here.
    """

    title: str
    subtitle: str


def heading_of(deck: Deck, index: int) -> Heading:
    """The heading of the slide at `index`, from 0.

    A cover without a title has the talk's, and with that its subtitle.
    """
    slide = deck.slides[index]
    title, subtitle = slide.title, slide.subtitle
    if layout_of(deck, index) == "cover":
        title = title or deck.title
        subtitle = subtitle or (deck.subtitle if title == deck.title else "")
    return Heading(*(text.replace("\n", "  \n") for text in (title, subtitle)))


class ResolvedSlide(Struct, frozen=True, kw_only=True):
    """A slide of which nothing is left to decide but how it looks.

    nodes: what it shows below its heading, in the order in which it is written; on an error slide
    what is wrong with it.
    """

    layout: str
    heading: Heading
    nodes: tuple[Node, ...]

    @property
    def last(self) -> int:
        """The last step: all of the slide is there then. It has as many steps after the start."""
        return max((step for node in self.nodes for step in node.steps), default=0)

    @property
    def first(self) -> int:
        """The step at which it is first seen: 1 where at 0 not even a heading is there."""
        there = any(self.heading) or not self.nodes or min(node.step for node in self.nodes) == 0
        return 0 if there else 1

    @property
    def steps(self) -> range:
        """Every step at which it looks another way than before."""
        return range(self.first, self.last + 1)


def resolve(deck: Deck, index: int, reveal: bool | None = None) -> ResolvedSlide:
    """The slide at `index`, from 0, of `deck`. reveal: the command line's word, over all else."""
    slide = deck.slides[index]
    if slide.problems:
        nodes: tuple[Node, ...] = (Node(block=Problems(problems=slide.problems)),)
    else:
        otherwise = deck.reveal if slide.reveal is None else slide.reveal
        nodes = nodes_of(slide.content, reveal, otherwise)
    return ResolvedSlide(
        layout=layout_of(deck, index), heading=heading_of(deck, index), nodes=nodes
    )
