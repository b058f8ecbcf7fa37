"""Texts from nodes, by what they are for: how long they may be, and which line breaks they keep."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from yaml.nodes import Node

from presenter.deck import lines
from presenter.deck.nodes import Convert, text_of
from presenter.deck.reporter import Fault, Reporter


def text(most: int) -> Convert:
    """A converter of texts of at most `most` characters."""
    return partial(text_of, most=most)


def heading(most: int) -> Convert:
    """The same for titles: the line breaks that YAML leaves in them stay."""

    def convert(node: Node, reporter: Reporter) -> str | Fault:
        value = text_of(node, reporter, most)
        return value if isinstance(value, Fault) else lines.heading(value)

    return convert


TEXTS: dict[str, Callable[[int], Convert]] = {"heading": heading, "prose": text, "notes": text}
"""Makers of converters of the kinds of texts that `presenter.deck.fields` declares."""
