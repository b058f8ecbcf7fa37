"""Running text, quotes and callouts; each appears as a whole."""

from __future__ import annotations

from presenter.content.inline import paragraphs
from presenter.deck.blocks import Callout, Quote, Text
from presenter.handout.html.context import Context
from presenter.handout.html.inline import blocks, markdown, text


def write_text(block: Text, context: Context) -> str:
    """Paragraphs."""
    if not paragraphs(block.text):
        return ""
    return f'<div class="text"{context.step()}>{blocks(block.text, context.setting.language)}</div>'


def write_quote(block: Quote, context: Context) -> str:
    """The words, and whose they are."""
    language = context.setting.language
    words = blocks(block.text, language)
    by = f"<figcaption>—— {markdown(block.by, language)}</figcaption>" if block.by else ""
    if not words and not by:
        return ""
    return f'<figure class="quote"{context.step()}><blockquote>{words}</blockquote>{by}</figure>'


def write_callout(block: Callout, context: Context) -> str:
    """The kind's name, then the text."""
    label = text(context.setting.words(f"blocks.{block.kind}"))
    words = blocks(block.text, context.setting.language)
    return (
        f'<div class="callout {block.kind}" role="note"{context.step()}>'
        f'<p class="label">{label}</p>{words}</div>'
    )
