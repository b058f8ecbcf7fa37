"""What a block is converted by."""

from __future__ import annotations

from dataclasses import dataclass

from presenter.content import Node
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.media import Media
from presenter.typeset import Setting


@dataclass
class Context:
    """What a converter goes by besides its block.

    width: of the room, in points. node: the block with its steps. centred: whether text stands in
    the middle.
    """

    scheme: Scheme
    setting: Setting
    media: Media
    language: str
    width: float
    node: Node
    centred: bool = False
