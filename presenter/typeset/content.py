"""A slide's blocks to pieces, with the steps of its reveal counted through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Block
from presenter.typeset.blocks import set_block
from presenter.typeset.blocks.problems import Problems
from presenter.typeset.page import line_width
from presenter.typeset.piece import Context, Piece
from presenter.typeset.setting import Setting

_ALL = 1_000_000
"""More steps than any block has."""


class SetBlock:
    """A block that is set: its pieces with all steps past, and how it looks at earlier ones."""

    def __init__(self, block: Block, context: Context, before: int) -> None:
        """`before` is how many steps come before the block's own."""
        self._block = block
        self._context = context
        self._before = before
        self.pieces = self._set(_ALL)
        self.last_step = max((piece.last_step for piece in self.pieces), default=0)
        self._stepwise = any(piece.also for piece in self.pieces)
        self._set_at = lru_cache(maxsize=8)(self._set)

    def at(self, step: int) -> list[Piece]:
        """The pieces as they are at `step` of the slide; which of them show is not decided here."""
        return self._set_at(max(0, step - self._before)) if self._stepwise else self.pieces

    @property
    def width(self) -> int:
        """The width of its widest line."""
        return max((line_width(line) for piece in self.pieces for line in piece.lines), default=0)

    def _set(self, shown: int) -> list[Piece]:
        context = self._context if shown == _ALL else replace(self._context, shown=shown)
        pieces = set_block(self._block, context)
        if context.reveal and not any(piece.last_step for piece in pieces):
            pieces = [replace(piece, step=1) for piece in pieces]
        pieces = [piece.moved(self._before) for piece in pieces]
        if pieces and pieces[0].air != "block":
            pieces[0] = replace(pieces[0], air="block")
        return pieces


def set_blocks(deck: Deck, slide: Slide, setting: Setting, width: int, rows: int) -> list[SetBlock]:
    """The slide's blocks in their order, for text of `width` cells on pages of `rows` rows."""
    return list(_blocks(deck, slide, setting, width, rows))


def _blocks(
    deck: Deck, slide: Slide, setting: Setting, width: int, rows: int
) -> Iterator[SetBlock]:
    before = 0
    content = content_of(slide)
    for block in content:
        reveal = reveals(deck, slide, block, setting)
        context = Context(setting, width, rows, reveal, _ALL, alone=len(content) == 1)
        done = SetBlock(block, context, before)
        before = max(before, done.last_step)
        yield done


def content_of(slide: Slide) -> tuple[Block, ...]:
    """What the slide shows: its blocks, or what is wrong with it."""
    if slide.problems:
        return (Problems(problems=slide.problems),)
    return slide.content


def reveals(deck: Deck, slide: Slide, block: Block, setting: Setting) -> bool:
    """Whether `block` of `slide` appears piece by piece."""
    for choice in (setting.reveal, block.reveal, slide.reveal):
        if choice is not None:
            return choice
    return deck.reveal and not slide.problems
