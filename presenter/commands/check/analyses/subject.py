"""What an analysis looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from yaml.nodes import MappingNode, ScalarNode

from presenter.commands.check.analyses.patience import Patience
from presenter.commands.choices import Size
from presenter.deck import Deck, Diagnostic, Place, Severity, Slide
from presenter.deck.block_places import block_places
from presenter.deck.blocks import Block, Columns
from presenter.deck.clean import clean
from presenter.deck.compose import compose
from presenter.deck.reporter import place_of
from presenter.deck.source import Source


class Subject(NamedTuple):
    """A deck that could be read, its name, text and theme file, and the sizes to set it at."""

    path: str
    deck: Deck
    text: str
    sizes: tuple[Size, ...]
    theme: Source | None = None
    patience: Patience | None = None
    """After which no more is tried; without it, all is."""

    @property
    def is_over(self) -> bool:
        """Whether the patience has run out."""
        return self.patience is not None and self.patience.is_over()

    def sound_slides(self) -> Iterator[tuple[int, Slide]]:
        """The slides without errors, numbered from 1; the others have other worries."""
        for number, slide in enumerate(self.deck.slides, 1):
            if not slide.problems:
                yield number, slide

    def about_slide(self, number: int, code: str, **values: object) -> Diagnostic:
        """A warning about the slide `number`, where it begins."""
        return Diagnostic(
            path=self.path,
            place=self.deck.slides[number - 1].place,
            code=code,
            values=values,
            severity="warning",
            slide=number,
        )

    def about_block(self, number: int, index: int, code: str, **values: object) -> Diagnostic:
        """A warning about a block of the slide `number`, where its key stands.

        `index` is its place among all that `every_block` gives of that slide.
        """
        slide = self.deck.slides[number - 1].place
        places = _block_places(self.text).get(slide, [])
        return Diagnostic(
            path=self.path,
            place=places[index] if index < len(places) else slide,
            code=code,
            values=values,
            severity="warning",
            slide=number,
        )

    def about_key(
        self, key: str, code: str, severity: Severity = "warning", **values: object
    ) -> Diagnostic:
        """A problem of the value that the deck itself has for `key`."""
        return Diagnostic(
            path=self.path,
            place=self._place_of_key(key),
            code=code,
            values=values,
            severity=severity,
        )

    def _place_of_key(self, key: str) -> Place:
        """Where the value of the deck's `key` stands. Read anew: few decks need it."""
        root = compose(clean(self.text), self.path)
        if isinstance(root, MappingNode):
            for key_node, value_node in root.value:
                if isinstance(key_node, ScalarNode) and key_node.value == key:
                    return place_of(value_node)
        return Place()


_block_places = lru_cache(maxsize=1)(block_places)


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks`, and those in their columns."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from every_block(column.content)
