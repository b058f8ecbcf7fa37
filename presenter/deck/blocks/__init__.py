"""The blocks that a slide shows, one file each; a new one needs a row in `BLOCKS`."""

from presenter.deck.blocks.block import Block
from presenter.deck.blocks.bullets import Bullets, Item, Numbers
from presenter.deck.blocks.quote import Quote
from presenter.deck.blocks.text import Text

BLOCKS: dict[str, type[Block]] = {block.key: block for block in (Text, Bullets, Numbers, Quote)}
"""Every block by the key that it is written with."""

RESERVED = frozenset(["code", "table", "image", "chart", "columns", "figures", "callout", "big", "qr"]) - frozenset(
    BLOCKS
)
"""Keys of blocks that the format has and this version does not show yet."""

__all__ = ["BLOCKS", "RESERVED", "Block", "Bullets", "Item", "Numbers", "Quote", "Text"]
