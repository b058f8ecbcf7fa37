"""Each block as Markdown, a function each; one that cannot be read back is YAML in a fence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch
from typing import Any

from presenter.deck.blocks import (
    BLOCKS,
    Block,
    Bullets,
    Callout,
    Code,
    Columns,
    Image,
    Item,
    Numbers,
    Quote,
    Table,
    Text,
)
from presenter.deck.fields import spec_of
from presenter.deck.writing import as_written, block_yaml, struct_entries
from presenter.handout.markdown.syntax import (
    block_tokens,
    comment,
    is_bare,
    is_paragraph,
    is_paragraphs,
    list_texts,
)

_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9_.#-]*(?:\+\+)?")
_LINES = re.compile(r"[\d\s,\-|al]+")
_ALIGNS = {"left": ":---", "center": ":---:", "right": "---:"}
_BACKTICKS = re.compile(r"^\s*(`{3,})", re.MULTILINE)
_ALERTS = {"note": "NOTE", "tip": "TIP", "warning": "WARNING"}
_BY = re.compile(r"^(?:—|―|--)", re.MULTILINE)
_ALERT = re.compile(r"\[!\w+\]")

Markdown = tuple[str, Sequence[str]]
"""Markdown, and the names of the fields that it does not say."""


@singledispatch
def written(block: Block) -> Markdown | None:  # noqa: ARG001
    """A block as Markdown; None for one that would not come back so, and must be YAML in a fence.

    That is so of all for which no function is registered.
    """
    return None


def blocks_lines(content: Sequence[Block]) -> list[str]:
    """The pieces of Markdown for `content`, to be parted by empty lines."""
    lines: list[str] = []
    before: Block | None = None
    for block in content:
        lines += _block(block, parted=before is not None and type(before) is type(block))
        before = block
    return lines


def _block(block: Block, *, parted: bool) -> list[str]:
    """The pieces for a block; `parted`: after another of its kind, which it would go on."""
    markdown = written(block)
    if markdown is None:
        return [fenced("yaml presenter", block_yaml(block))]
    text, unsaid = markdown
    default = {field.name: field.default for field in spec_of(BLOCKS[block.key]).fields.values()}
    fields = {name: getattr(as_written(block), name) for name in ("reveal", *unsaid)}
    said = {name: value for name, value in fields.items() if value != default[name]}
    pieces = [text]
    if said:
        pieces = [comment(block.key, _entries(block, said)), text]
    elif parted:
        pieces = [f"<!-- {block.key} -->", text]
    if isinstance(block, Columns):
        pieces.append("<!-- reset_layout -->")
    return pieces


def _entries(block: Block, names: Mapping[str, Any]) -> Mapping[str, Any]:
    left_out = [name for name in type(block).__struct_fields__ if name not in names]
    return struct_entries(as_written(block), BLOCKS[block.key], left_out)


def fenced(info: str, source: str) -> str:
    """`source` in a fence longer than any in it."""
    longest = max((len(match) for match in _BACKTICKS.findall(source)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{info}\n{source}\n{fence}"


@written.register
def _text(block: Text) -> Markdown | None:
    """Paragraphs; None if anything in them would be read as more than that."""
    text = block.text.rstrip("\n")
    return (text, ()) if is_paragraphs(text) else None


@written.register
def _bullets(block: Bullets) -> Markdown | None:
    """A list with dashes; None if it cannot be read back."""
    return _list(block.items, "-")


@written.register
def _numbers(block: Numbers) -> Markdown | None:
    """A numbered list; None if it cannot be read back."""
    return _list(block.items, "1.")


def _list(items: Sequence[Item], mark: str) -> Markdown | None:
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


@written.register
def _quote(block: Quote) -> Markdown | None:
    """A quote, the dash before who said it; None if it cannot be read back."""
    text = block.text.rstrip("\n")
    if not is_paragraphs(text) or _BY.search(text) or _ALERT.match(text):
        return None
    if block.by:
        if not is_paragraph(block.by) or "\n" in block.by or _BY.match(block.by):
            return None
        text += f"\n\n— {block.by}"
    return _quoted(text), ()


@written.register
def _callout(block: Callout) -> Markdown | None:
    """A callout as GitHub writes it; None if it cannot be read back."""
    text = block.text.rstrip("\n")
    whole = f"[!{_ALERTS[block.kind]}]\n{text}"
    return (_quoted(whole), ()) if is_paragraphs(text) and is_paragraphs(whole) else None


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


@written.register
def _code(block: Code) -> Markdown | None:
    known = not block.language or _LANGUAGE.fullmatch(block.language)
    if not (known and block.source.strip()) or (block.lines and not _LINES.fullmatch(block.lines)):
        return None
    unsaid = ["file", "first", "last"] if block.file else []
    info = block.language
    if not block.language and (block.lines or block.numbers):
        unsaid += ["lines", "numbers"]
    else:
        info += f" {{{block.lines}}}" if block.lines else ""
        info += " +line_numbers" if block.numbers else ""
    return fenced(info, block.source), unsaid


@written.register
def _table(block: Table) -> Markdown | None:
    width = len(block.header)
    if not width or any(len(row) != width for row in block.rows):
        return None
    marks = [_ALIGNS[each] for each in block.align[:width]]
    marks += ["---"] * (width - len(marks))
    rows = [block.header, marks, *block.rows]
    text = "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in rows)
    read = [token.content for token in block_tokens(text) if token.type == "inline"]
    cells = [cell for row in (block.header, *block.rows) for cell in row]
    says_all = read == cells and all(map(is_bare, cells)) and len(block.align) <= width
    return (text, ()) if says_all else None


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


@written.register
def _image(block: Image) -> Markdown | None:
    path = f"<{block.path}>" if re.search(r"[\s()]", block.path) else block.path
    title = f' "{block.caption}"' if block.caption else ""
    text = f"![{block.alt}]({path}{title})"
    if re.search(r'["\\\n<>\[\]&`*_]', block.alt + block.caption) or re.search(
        r"[\\\n<>&]", block.path
    ):
        return None
    return text, ("width",)


@written.register
def _columns(block: Columns) -> Markdown | None:
    """Columns as presenterm writes them: side by side there, one below the other elsewhere."""
    nested = any(isinstance(each, Columns) for column in block.columns for each in column.content)
    if nested or not block.columns:
        return None
    widths = ", ".join(f"{column.width:g}" for column in block.columns)
    if [float(width) for width in widths.split(", ")] != [each.width for each in block.columns]:
        return None
    pieces = [f"<!-- column_layout: [{widths}] -->"]
    for index, column in enumerate(block.columns):
        pieces += [f"<!-- column: {index} -->", *blocks_lines(column.content)]
    return "\n\n".join(pieces), ()
