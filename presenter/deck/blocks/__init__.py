"""The blocks that a slide shows; a new one needs a row in `BLOCKS`.

To add a block:

1. Write a `Block` subclass (``frozen=True, kw_only=True``) with its ``key``, its ``shorthand`` (the
   field that ``key: value`` fills; leave it out if there is none) and its fields, each
   ``Annotated[…, Meta(description="…")]``. A field without a default is required. It stands beside
   those that are like it (`text`, `data`, `image`), or in a file of its own, as `code`.
2. Add the class to `BLOCKS` below. Loader, suggestions, JSON Schema, search and the way back
   to YAML follow from the fields, which `presenter.deck.fields.spec_of` reads for them all.
3. Texts for its own diagnostics go to ``presenter/words/problems/outline.py``: ``code`` and
   ``code.help``.

A field's type says how it is written (Meta may add ``ge``, ``gt``, ``le``, ``lt`` to a number and
``min_length`` to a list: ``Annotated[int, Meta(ge=1, description="…")] | None``):

===================================  ==============================================================
``str``                              any scalar, as it is written
``bool``, ``int``, ``float``         true/false, numbers without quotes
``Literal["left", "right"]``         one of these words
``Seconds``, ``Percent``             ``90s``, ``60%``; see `presenter.deck.fields` for more
``Steering``                         a text that is not said to an audience: a file's name
``tuple[T, ...]``                    a list; ``tuple[tuple[Cell, ...], ...]`` for rows with gaps
``dict[str, T]``                     a mapping of the writer's own keys, in its order
``T | None``                         may be left out
a `Struct`                           a mapping; with ``shorthand: ClassVar[str]`` also for short
a `Struct` with ``from_node``        whatever ``from_node(cls, node, reporter)`` takes; it gives a
                                     value, or reports and gives FAULT. Its ``schema(cls, text)``
                                     says the same in JSON Schema (see `text.Item`)
a `Struct` with ``content: Blocks``  a mapping that also takes blocks, in their order (a column)
===================================  ==============================================================

What the types cannot say, `Block.finish_loading` checks; files named in the deck are read there:
``context.read_text("file", self.file)``, ``context.report("lines", "code-lines", value=…)``.
"""

from presenter.deck.blocks.block import Block, BlockContext, Blocks, TextPart, extract_text
from presenter.deck.blocks.code import Code
from presenter.deck.blocks.data import Align, Chart, Figure, Figures, Table
from presenter.deck.blocks.image import Image, Qr, SizedImage
from presenter.deck.blocks.text import (
    Big,
    Bullets,
    Callout,
    Column,
    Columns,
    Item,
    Numbers,
    Quote,
    Text,
    every_block,
)

BLOCKS: dict[str, type[Block]] = {
    block.key: block
    for block in (
        Text,
        Bullets,
        Numbers,
        Quote,
        Code,
        Table,
        Image,
        Chart,
        Columns,
        Figures,
        Callout,
        Big,
        Qr,
    )
}
"""Every block by the key that it is written with."""

RESERVED = frozenset(["math", "diagram"]) - frozenset(BLOCKS)
"""Keys of blocks that the format has and this version does not show yet."""

__all__ = [
    "BLOCKS",
    "RESERVED",
    "Align",
    "Big",
    "Block",
    "BlockContext",
    "Blocks",
    "Bullets",
    "Callout",
    "Chart",
    "Code",
    "Column",
    "Columns",
    "Figure",
    "Figures",
    "Image",
    "Item",
    "Numbers",
    "Qr",
    "Quote",
    "SizedImage",
    "Table",
    "Text",
    "TextPart",
    "every_block",
    "extract_text",
]
