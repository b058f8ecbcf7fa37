"""Setting single blocks, and what their lines look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import strategies as st

from presenter.content import Node
from presenter.content.blocks import Resolving
from presenter.content.steps import counted
from presenter.deck.blocks import Block
from presenter.typeset import PageOptions
from presenter.typeset.blocks import set_node
from presenter.typeset.piece import Area, Piece

CHARACTERS = "后勤工作的重要性，。《》“”（）、—…ラーメン한국abc XYZ 0123.,%-_/=+é👍🇨🇳👩‍🚀①"
words = st.text(CHARACTERS, max_size=30)
rows = st.text(CHARACTERS, max_size=90)
widths = st.integers(1, 120)
ambiguous = st.sampled_from(["narrow", "wide"])


def set_block(
    block: Block,
    width: int = 60,
    *,
    ambiguous: str = "narrow",
    reveal: bool | None = None,
    shown: int = 1_000_000,
    rows: int = 16,
) -> list[Piece]:
    """The pieces of `block`; with `reveal`, as they are when `shown` of its steps are past."""
    nodes = nodes_of(block, reveal)
    setting = PageOptions(80, 24, "zh-Hans", "wide" if ambiguous == "wide" else "narrow", reveal)
    return [
        piece
        for node in nodes
        for piece in set_node(node, Area(setting, width, rows, shown, alone=True))
    ]


def node_of(block: Block, reveal: bool | None = None) -> Node:
    """`block` as the only one of a slide; it must say something."""
    (node,) = nodes_of(block, reveal)
    return node


def nodes_of(block: Block, reveal: bool | None = None) -> tuple[Node, ...]:
    """The node of `block`, the only one of a slide; none if it says nothing."""
    return counted(Resolving("zh-Hans").nodes([block]), reveal, False)


def lines_of(pieces: Sequence[Piece]) -> list[str]:
    """The text of every line, without the spaces at its end."""
    return ["".join(run.text for run in line).rstrip() for piece in pieces for line in piece.lines]


def letters(text: str) -> Counter[str]:
    """How often each character stands in `text`, spaces left out."""
    return Counter("".join(text.split()))


def assert_fits(pieces: Sequence[Piece], width: int, ambiguous: str = "narrow") -> None:
    """No line is wider than `width` (one wide grapheme apart), and every run says its width."""
    ruler = PageOptions(80, 24, ambiguous="wide" if ambiguous == "wide" else "narrow").ruler
    for piece in pieces:
        for line in (*piece.header, *piece.lines):
            assert all(run.width == ruler.width(run.text) for run in line), line
            assert sum(run.width for run in line) <= max(2, width), line


def heights(pieces: Sequence[Piece]) -> list[int]:
    """How many lines each piece has: what must not change from step to step."""
    return [len(piece.lines) for piece in pieces]
