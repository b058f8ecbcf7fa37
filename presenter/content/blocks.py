"""Blocks to nodes: a function for each type of block, which `node_of` finds.

What is decided here, no output decides again: how texts are parsed, what fills a table's short
rows, what a callout is called, which dash a source has. Steps are counted afterwards, by `steps`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING

from msgspec.structs import replace

from presenter.content import nodes
from presenter.content.chart_data import data_of
from presenter.content.inline import (
    Paragraph,
    inline,
    is_address,
    one_paragraph,
    paragraphs,
    plain,
    plain_text,
)
from presenter.content.lazy import lazy
from presenter.content.nodes import Column, Node, Stress
from presenter.deck.blocks import (
    Align,
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Columns,
    Figures,
    Image,
    Item,
    Numbers,
    Qr,
    Quote,
    SizedImage,
    Table,
    Text,
)
from presenter.deck.characters import SOFT_HYPHEN, has_cjk
from presenter.words import Words

if TYPE_CHECKING:
    from segno import QRCode

_NUMBER = r"\s*[-+−±~≈<>≤≥]?\s*[¥￥$€£]?\s*\d[\d.,\s]*\s*(?:[%％‰]|[^\W\d]{1,4})?\s*"
_NO_NUMBER = r"\s*[-‐‑‒–—―−/]*\s*"
"""What stands in a column of numbers where there is none."""


class Resolving:
    """One slide's blocks on their way to nodes.

    language: BCP 47; empty for the locale's. turned: whether the talk is written from the right.
    """

    def __init__(self, language: str, *, turned: bool = False) -> None:
        self.language = language
        self.turned = turned
        self._count = 0

    @lazy
    def words(self) -> Words:
        """The texts that a talk in this language has of ours, as a callout's label."""
        return Words.of(self.language)

    def nodes(self, blocks: Iterable[Block]) -> tuple[Node, ...]:
        """A node for each of `blocks` that says anything at all; without steps."""
        return tuple(self._nodes(blocks))

    def _nodes(self, blocks: Iterable[Block]) -> Iterator[Node]:
        for block in blocks:
            number = self._count
            self._count += 1
            node = node_of(block, self)
            if node is not None:
                yield replace(node, key=block.key, number=number, reveal=block.reveal)


@singledispatch
def node_of(block: Block, resolving: Resolving) -> Node | None:  # noqa: ARG001
    """The node that `block` is shown as; None where it says nothing."""
    raise LookupError(f"presenter.content.blocks has no node for the block {block.key}")


def _unbroken(text: str) -> str:
    """`text`, which is no running text, without the soft hyphens of its words."""
    return text.replace(SOFT_HYPHEN, "")


def _is_said(*texts: str) -> bool:
    return any(text.strip() for text in texts)


@node_of.register(Text)
def _text(block: Text, _: Resolving) -> Node | None:
    if not _is_said(block.text):
        return None
    return nodes.Text(paragraphs=paragraphs(block.text))


@node_of.register(Bullets)
def _list(block: Bullets, _: Resolving) -> Node | None:
    if not block.items:
        return None
    items = _items(block.items, numbered=isinstance(block, Numbers))
    # An empty item says something, too: its marker is seen.
    return nodes.List(items=items, pieces=(True,) * len(items))


def _items(items: Sequence[Item], *, numbered: bool = False) -> tuple[nodes.ListItem, ...]:
    return tuple(
        nodes.ListItem(number if numbered else 0, paragraphs(item.text), _items(item.items))
        for number, item in enumerate(items, 1)
    )


@node_of.register(Quote)
def _quote(block: Quote, resolving: Resolving) -> Node | None:
    if not _is_said(block.text, block.by):
        return None
    dash = _dash(resolving.language, block.text + block.by)
    by = inline(f"{dash} {block.by}") if block.by else ()
    return nodes.Quote(paragraphs=paragraphs(block.text), by=by)


def _dash(language: str, said: str) -> str:
    """What stands before a source: two ems in Chinese and Japanese (GB/T 15834, 4.9), else one.

    Where the talk does not say its language, what is `said` does.
    """
    primary = language.partition("-")[0].lower()
    wide = primary in ("zh", "cmn", "yue", "wuu", "ja") if primary else has_cjk(said)
    return "——" if wide else "—"


@node_of.register(Callout)
def _callout(block: Callout, resolving: Resolving) -> Node | None:
    label = resolving.words(f"blocks.{block.kind}")
    return nodes.Callout(kind=block.kind, label=label, paragraphs=paragraphs(block.text))


@node_of.register(Code)
def _code(block: Code, _: Resolving) -> Node | None:
    count = block.source.count("\n") + 1
    every = frozenset(range(block.first, block.first + count))
    groups = [None if lines is None or lines >= every else lines for lines in block.stressed]
    return nodes.Code(
        source=_unbroken(block.source),
        language=block.language,
        first=block.first,
        numbered=block.numbers,
        stresses=tuple(Stress(0, lines) for lines in groups),
    )


@node_of.register(Table)
def _table(block: Table, resolving: Resolving) -> Node | None:
    written = (block.header, *block.rows)
    if not any(_is_said(*row) for row in written):
        return None
    count = max(map(len, written))
    rows = [_filled(row, count) for row in block.rows]
    header = _filled(block.header, count) if any(block.header) else ()
    said = tuple(tuple(map(one_paragraph, row)) for row in rows)
    return nodes.Table(
        header=tuple(map(one_paragraph, header)),
        rows=said,
        aligns=tuple(
            _align(block, said, column, turned=resolving.turned) for column in range(count)
        ),
        pieces=tuple(_is_said(*row) for row in rows),
    )


def _filled(row: Sequence[str], count: int) -> tuple[str, ...]:
    return (*row, *[""] * (count - len(row)))


def _align(
    block: Table, rows: Sequence[Sequence[Paragraph]], column: int, *, turned: bool
) -> Align:
    """How the cells of a column stand; numbers, where nothing is said, so that units are in line.

    That is at the right in any script: where a table is mirrored, where its other cells begin.
    """
    if column < len(block.align):
        return block.align[column]
    cells = [plain(row[column]) for row in rows]
    there = [cell for cell in cells if not re.fullmatch(_NO_NUMBER, cell)]
    numbers = there and all(re.fullmatch(_NUMBER, cell) for cell in there)
    return "right" if numbers and not turned else "left"


@node_of.register(Image)
def _picture(block: Image, _: Resolving) -> Node | None:
    found = block if isinstance(block, SizedImage) else None
    return nodes.Picture(
        file=found.file if found else None,
        size=found.size if found else None,
        alt=_unbroken(block.alt),
        instead=_unbroken(block.alt or block.path),
        caption=one_paragraph(block.caption),
        width=block.width,
    )


@node_of.register(Chart)
def _chart(block: Chart, resolving: Resolving) -> Node | None:
    data = data_of(block.data, block.unit, resolving.language)
    pieces = (True,) * len(data) if block.kind == "bar" else ()
    return nodes.Chart(kind=block.kind, data=data, pieces=pieces)


@node_of.register(Columns)
def _columns(block: Columns, resolving: Resolving) -> Node | None:
    columns = tuple(
        Column(width=column.width, nodes=resolving.nodes(column.content))
        for column in block.columns
    )
    return nodes.Columns(columns=columns) if any(each.nodes for each in columns) else None


@node_of.register(Figures)
def _figures(block: Figures, _: Resolving) -> Node | None:
    pieces = tuple(_is_said(item.value, item.label) for item in block.items)
    if not any(pieces):
        return None
    items = tuple(
        nodes.Figure(_unbroken(item.value), one_paragraph(item.label)) for item in block.items
    )
    return nodes.Figures(items=items, pieces=pieces)


@node_of.register(Big)
def _big(block: Big, _: Resolving) -> Node | None:
    if not _is_said(block.text):
        return None
    return nodes.Big(lines=tuple(map(plain_text, block.text.strip().split("\n"))))


@node_of.register(Qr)
def _qr(block: Qr, _: Resolving) -> Node | None:
    text = _unbroken(block.text)
    link = text if is_address(text) else ""
    return nodes.Qr(text=text, link=link, label=paragraphs(block.label))


@lru_cache(maxsize=16)
def qr_code(text: str) -> QRCode:
    """The code for `text`, in the least error correction: large modules are read from further away.

    A clean screen needs no more correction. All is in UTF-8: in the mode made for Japanese text
    phones read codes less surely. The mask is a matter of taste, and choosing one for a large code
    takes longer than a key may.
    """
    import segno

    mask = None if len(text) < 100 else 0
    return segno.make_qr(text, error="l", mode="byte", encoding="utf-8", mask=mask)
