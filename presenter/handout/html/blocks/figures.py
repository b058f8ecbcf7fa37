"""Large type: numbers with their labels, and words."""

from __future__ import annotations

from presenter.deck.blocks import Big, Figures
from presenter.handout.html.context import Context
from presenter.handout.html.inline import markdown, text
from presenter.typeset.inline import plain_text

_LARGEST = 5
"""The size of a large number, in the size of text."""


def write_figures(block: Figures, context: Context) -> str:
    """A list of numbers side by side, all in the size that the longest takes."""
    ruler, language = context.setting.ruler, context.setting.language
    longest = max((ruler.width(item.value) for item in block.items), default=1)
    size = context.rules.of(f"--cells:{max(2, longest)};--count:{len(block.items)}")
    figures = ""
    for index, item in enumerate(block.items):
        label = f"<dd>{markdown(item.label, language)}</dd>" if item.label else "<dd></dd>"
        figures += f"<div{context.step(index)}><dt>{text(item.value)}</dt>{label}</div>"
    return f'<dl class="figures {size}">{figures}</dl>'


def write_big(block: Big, context: Context) -> str:
    """A few words, as large as their longest line lets them be."""
    lines = [plain_text(line) for line in block.text.strip().split("\n")]
    longest = max(map(context.setting.ruler.width, lines))
    size = context.rules.of(f"--cells:{max(2, longest)}")
    said = "<br>".join(map(text, lines))
    return f'<p class="big {size}"{context.step()}>{said}</p>'
