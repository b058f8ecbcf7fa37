"""Texts from nodes, by what they are for: how long they may be, and which line breaks they keep.

A thorough reading also warns of what is right and may be meant otherwise; what it needs for that
is imported only then, as compiling its patterns takes a tenth of a start.
"""

from __future__ import annotations

from functools import partial

from yaml.nodes import Node, SequenceNode

from presenter.deck import lines
from presenter.deck.fields import MOST_TEXT
from presenter.deck.nodes import Convert, text_of
from presenter.deck.reporter import Fault, Reporter


def text(node: Node, reporter: Reporter, most: int = MOST_TEXT) -> str | Fault:
    """A text of at most `most` characters."""
    if reporter.thorough:
        from presenter.deck.misread import look_at_text

        look_at_text(node, reporter)
    return text_of(node, reporter, most)


def _heading(node: Node, reporter: Reporter, most: int) -> str | Fault:
    """A title: the line breaks that YAML leaves in it stay."""
    value = text(node, reporter, most)
    return value if isinstance(value, Fault) else lines.heading(value)


def _prose(node: Node, reporter: Reporter, most: int) -> str | Fault:
    """Paragraphs, which hold no other blocks of Markdown."""
    if isinstance(node, SequenceNode):
        return reporter.report(node, "list-for-prose")
    if reporter.thorough:
        from presenter.deck.markdown_blocks import look_at_prose

        look_at_prose(node, reporter)
    return text(node, reporter, most)


def _notes(node: Node, reporter: Reporter, most: int) -> str | Fault:
    """Markdown with all its blocks."""
    if reporter.thorough:
        from presenter.deck.markdown_blocks import look_at_folds

        look_at_folds(node, reporter)
    return text(node, reporter, most)


def _source(node: Node, reporter: Reporter, most: int) -> str | Fault:
    """Code, line by line."""
    if reporter.thorough:
        from presenter.deck.markdown_blocks import look_at_code

        look_at_code(node, reporter)
    return text(node, reporter, most)


_TEXTS = {"heading": _heading, "prose": _prose, "notes": _notes, "source": _source}


def text_reader(kind: str, most: int | None) -> Convert:
    """The converter of texts of a `kind` that `presenter.deck.fields` declares, empty for any."""
    return partial(_TEXTS.get(kind, text), most=most or MOST_TEXT)
