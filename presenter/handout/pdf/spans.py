"""Inline Markdown to spans: stretches of text with their look, as the template takes them.

A span is a text alone, or ``[text, look]`` with of `look` only what differs from plain text:
``c`` colour, ``b`` the colour of a bold one's stroke, ``i u s`` italic, underlined, struck, ``m``
monospaced, ``l`` where it leads. A line feed is a hard break.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from presenter.typeset.inline import Styled, inline, paragraphs
from presenter.typeset.themes import Theme

Span = str | list[Any]


def spans(text: str, base: str, theme: Theme) -> list[Span]:
    """The spans of one paragraph of inline Markdown in the style `base`."""
    found: list[Span] = []
    for number, line in enumerate(inline(text)):
        if number:
            found.append("\n")
        found += styled_spans(line, base, theme)
    return found


def paragraph_spans(text: str, base: str, theme: Theme) -> list[list[Span]]:
    """The spans of each paragraph of `text`."""
    return [spans(part, base, theme) for part in paragraphs(text)]


def plain_span(text: str, base: str, theme: Theme, link: str = "") -> Span:
    """A text that is no Markdown."""
    look = _look(base, theme)
    if link:
        look |= {"l": link, "u": True}
    return [text, look] if look else text


def styled_spans(line: Iterable[Styled], base: str, theme: Theme) -> Iterator[Span]:
    """The spans of styled text."""
    for part in line:
        look = _look(f"{base} {part.style}", theme)
        if "code" in part.style.split():
            look["m"] = True
        if part.link:
            look["l"] = part.link
        yield [part.text, look] if look else part.text


def _look(names: str, theme: Theme) -> dict[str, Any]:
    style = theme.style(names)
    look: dict[str, Any] = {}
    if style.color != theme.style("").color:
        look["c"] = style.color
    if style.bold:
        look["b"] = style.color
    for key, on in (("i", style.italic), ("u", style.underline), ("s", style.strike)):
        if on:
            look[key] = True
    return look
