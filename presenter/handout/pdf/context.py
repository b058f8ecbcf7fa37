"""What the blocks of one slide are converted by, and the steps of its reveal."""

from __future__ import annotations

from dataclasses import dataclass, field

from presenter.handout.pdf.pictures import Pictures
from presenter.handout.pdf.spans import Span, paragraph_spans, plain_span, spans
from presenter.typeset import Setting
from presenter.typeset.themes import Theme


@dataclass
class Context:
    """What a converter goes by besides its block.

    reveal: whether the block appears piece by piece. step: the last step that is taken; a piece
    that appears from the start has step 0. used: the steps at which something appears or changes.
    """

    theme: Theme
    setting: Setting
    pictures: Pictures
    reveal: bool = False
    step: int = 0
    used: set[int] = field(default_factory=set)

    def appears(self) -> int:
        """The step of a piece that comes next."""
        if self.reveal:
            return self.changes()
        self.used.add(0)
        return 0

    def changes(self) -> int:
        """The step at which something that is there changes next."""
        self.step += 1
        self.used.add(self.step)
        return self.step

    def spans(self, text: str, style: str) -> list[Span]:
        """The spans of one paragraph of inline Markdown."""
        return spans(text, style, self.theme)

    def paragraphs(self, text: str, style: str) -> list[list[Span]]:
        """The spans of each paragraph of `text`."""
        return paragraph_spans(text, style, self.theme)

    def plain(self, text: str, style: str, link: str = "") -> list[Span]:
        """The span of a text that is no Markdown."""
        return [plain_span(text, style, self.theme, link)]

    def color(self, style: str) -> str:
        """The colour of a style."""
        return self.theme.style(style).color or ""
