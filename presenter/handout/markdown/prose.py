"""Blocks of prose as Markdown: texts, lists, quotes and callouts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presenter.deck.blocks import Bullets, Callout, Item, Numbers, Quote, Text
from presenter.handout.markdown.reading import is_paragraph, is_paragraphs, list_texts

Written = tuple[str, Sequence[str]]
"""Markdown, and the names of the fields that it does not say."""

_ALERTS = {"note": "NOTE", "tip": "TIP", "warning": "WARNING"}
_BY = re.compile(r"^(?:—|―|--)", re.MULTILINE)
_ALERT = re.compile(r"\[!\w+\]")


def write_text(block: Text) -> Written | None:
    """Paragraphs; None if anything in them would be read as more than that."""
    text = block.text.rstrip("\n")
    return (text, ()) if is_paragraphs(text) else None


def write_bullets(block: Bullets) -> Written | None:
    """A list with dashes; None if it cannot be read back."""
    return _list(block.items, "-")


def write_numbers(block: Numbers) -> Written | None:
    """A numbered list; None if it cannot be read back."""
    return _list(block.items, "1.")


def _list(items: Sequence[Item], mark: str) -> Written | None:
    lines = [line for number, item in enumerate(items, 1) for line in _item(item, mark, number)]
    text = "\n".join(lines)
    expected = [pair for item in items for pair in _nested(item, 0)]
    return (text, ()) if items and list_texts(text) == expected else None


def _nested(item: Item, depth: int) -> Iterator[tuple[int, str]]:
    """The texts of an item and of those under it, each with its depth."""
    yield depth, item.text
    for each in item.items:
        yield from _nested(each, depth + 1)


def _item(item: Item, mark: str, number: int = 0) -> list[str]:
    lead = f"{number}. " if mark == "1." else "- "
    margin = " " * len(lead)
    lines = [
        (lead if index == 0 else margin) + line for index, line in enumerate(item.text.split("\n"))
    ]
    for index, each in enumerate(item.items, 1):
        lines += [margin + line for line in _item(each, mark, index)]
    return lines


def write_quote(block: Quote) -> Written | None:
    """A quote, the dash before who said it; None if it cannot be read back."""
    text = block.text.rstrip("\n")
    if not is_paragraphs(text) or _BY.search(text) or _ALERT.match(text):
        return None
    if block.by:
        if not is_paragraph(block.by) or "\n" in block.by or _BY.match(block.by):
            return None
        text += f"\n\n— {block.by}"
    return _quoted(text), ()


def write_callout(block: Callout) -> Written | None:
    """A callout as GitHub writes it; None if it cannot be read back."""
    text = block.text.rstrip("\n")
    whole = f"[!{_ALERTS[block.kind]}]\n{text}"
    return (_quoted(whole), ()) if is_paragraphs(text) and is_paragraphs(whole) else None


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
