"""What the blocks of one slide are converted by, and the steps of its reveal."""

from __future__ import annotations

from dataclasses import dataclass

from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.media import Media
from presenter.typeset import Setting


@dataclass
class Context:
    """What a converter goes by besides its block.

    width: of the room, in points. reveal: whether the block appears piece by piece. step: the last
    step that is taken; what is there from the start has step 0. centred: whether text stands in
    the middle.
    """

    scheme: Scheme
    setting: Setting
    media: Media
    language: str
    width: float
    reveal: bool = False
    step: int = 0
    centred: bool = False

    def appears(self) -> int:
        """The step of a piece that comes next."""
        return self.changes() if self.reveal else 0

    def changes(self) -> int:
        """The step at which something that is there changes next."""
        self.step += 1
        return self.step
