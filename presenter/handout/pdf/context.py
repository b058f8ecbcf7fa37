"""What a block is converted by."""

from __future__ import annotations

from dataclasses import dataclass

from presenter.content import Node
from presenter.handout.pdf.pictures import Pictures
from presenter.handout.pdf.spans import Span, paragraph_spans, plain_span, spans
from presenter.typeset import Setting
from presenter.typeset.themes import Theme


@dataclass
class Context:
    """What a converter goes by besides its block; node: that block with its steps."""

    theme: Theme
    setting: Setting
    pictures: Pictures
    node: Node

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
