"""Large type: numbers with their labels, and words."""

from __future__ import annotations

from presenter.content.inline import plain_text
from presenter.deck.blocks import Big, Figures
from presenter.handout.html.context import Context
from presenter.handout.html.inline import markdown, plain, text, unit, width

_LABEL = 7.0
"""Ems of a label that is not broken."""

_TIMES = 1.7
"""How much larger than its label a number is at least, about."""

_LEAST = 1.5
"""Ems that any large type is taken to have at least: a single digit is no poster."""


def write_figures(block: Figures, context: Context) -> str:
    """A list of numbers side by side, all in one size, in which they fit on one row."""
    language = context.setting.language
    labels = [_label(item.label, language) for item in block.items]
    values = [max(_LEAST, width(item.value)) for item in block.items]
    pairs = zip(values, labels, strict=True)
    widths = [max(value, label / _TIMES) for value, label in pairs] or [_LEAST]
    size = context.rules.of(
        f"--widths:{sum(widths):.1f};--unit:{max(values, default=1):.1f};--count:{len(widths)}"
    )
    figures = ""
    for index, (item, label) in enumerate(zip(block.items, labels, strict=True)):
        room = context.rules.of(f"--label:{label:.0f}em")
        said = f'<dd class="{room}">{markdown(item.label, language)}</dd>' if label else "<dd></dd>"
        figures += f"<div{context.step(index)}><dt>{text(item.value)}</dt>{said}</div>"
    two = " pairs" if len(widths) == 4 else ""
    return f'<dl class="figures {size}{two}">{figures}</dl>'


def _label(source: str, language: str) -> float:
    """The room that a label is to have, in ems: that of all of it, or of a few words."""
    said = plain_text(source)
    return min(max(_LABEL, unit(said, language)), width(said)) if said else 0.0


def write_big(block: Big, context: Context) -> str:
    """A few words, as large as their longest line lets them be; never broken within a word."""
    language = context.setting.language
    lines = [plain_text(line) for line in block.text.strip().split("\n")]
    longest = max(_LEAST, *map(width, lines))
    widest = max(_LEAST, *(unit(line, language) for line in lines))
    size = context.rules.of(f"--line:{longest:.1f};--unit:{widest:.1f}")
    said = "<br>".join(plain(line, language) for line in lines)
    return f'<p class="big {size}"{context.step()}>{said}</p>'
