"""How each block goes into the template: what it is, as data; a new one needs a row in `BLOCKS`.

A converter gives a mapping with the ``kind`` of the template's function and what that takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from presenter.content import Node, Problems
from presenter.content.chart_data import data_of
from presenter.content.inline import inline, plain_text
from presenter.deck.blocks import (
    Big,
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
from presenter.render.compiling import Workspace
from presenter.render.spans import (
    Span,
    paragraph_spans,
    plain_span,
    spans,
    styled_spans,
    torn,
    words,
)
from presenter.typeset import Setting
from presenter.typeset.blocks.table import align_of
from presenter.typeset.charts.measure import parts, reach
from presenter.typeset.highlight import highlight
from presenter.typeset.themes import Theme

_TAB = 4
_LATIN = re.compile(r"[^\s\u3000-\U0003ffff]+")
_LONGEST = 18
_CANDIDATES = 3
"""How many of a column's words are measured: their widths in cells tell only about."""

_ADDRESS = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)


@dataclass
class TypstContext:
    """What a converter goes by besides its block; node: that block with its steps."""

    theme: Theme
    setting: Setting
    workspace: Workspace
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


Converter = Callable[[Any, TypstContext], dict[str, Any]]


def convert(context: TypstContext) -> dict[str, Any]:
    """The context's block as the template takes it."""
    block = context.node.block
    return BLOCKS[type(block)](block, context)


def _text(block: Text, context: TypstContext) -> dict[str, Any]:
    return {
        "kind": "text",
        "step": context.node.step,
        "paragraphs": context.paragraphs(block.text, "text"),
    }


def _bullets(block: Bullets, context: TypstContext) -> dict[str, Any]:
    items = [
        {**_item(item, context), "step": context.node.step_of(index)}
        for index, item in enumerate(block.items)
    ]
    kind = "numbers" if isinstance(block, Numbers) else "bullets"
    return {"kind": kind, "items": items, "color": context.color("bullet.marker")}


def _item(item: Item, context: TypstContext) -> dict[str, Any]:
    data: dict[str, Any] = {"paragraphs": context.paragraphs(item.text, "bullet.text")}
    if item.items:
        data["items"] = [_item(child, context) for child in item.items]
    return data


def _quote(block: Quote, context: TypstContext) -> dict[str, Any]:
    by = context.spans(f"—— {block.by}", "quote.by") if block.by else []
    return {
        "kind": "quote",
        "step": context.node.step,
        "bar": context.color("quote.bar"),
        "paragraphs": context.paragraphs(block.text, "quote.text"),
        "by": by,
    }


def _callout(block: Callout, context: TypstContext) -> dict[str, Any]:
    style = f"callout.{block.kind}"
    label = context.setting.words(f"blocks.{block.kind}")
    return {
        "kind": "callout",
        "step": context.node.step,
        "bar": context.color(style),
        "label": context.plain(label, f"{style} callout.label"),
        "paragraphs": context.paragraphs(block.text, "callout.text"),
    }


def _big(block: Big, context: TypstContext) -> dict[str, Any]:
    lines = [torn(plain_text(line)) for line in block.text.strip().split("\n")]
    color = context.color("big")
    return {"kind": "big", "step": context.node.step, "lines": lines, "color": color}


def _code(block: Code, context: TypstContext) -> dict[str, Any]:
    """The lines as spans; ``stress`` lists, step by step, the lines pointed out (none for all)."""
    rows = highlight(block.source.expandtabs(_TAB), block.language)
    stress = [
        {
            "step": step,
            "lines": None if lines is None else [line - block.first for line in sorted(lines)],
        }
        for step, lines in context.node.stresses
    ]
    return {
        "kind": "code",
        "step": context.node.step,
        "lines": [list(styled_spans(row, "", context.theme)) for row in rows],
        "first": block.first,
        "numbers": block.numbers,
        "stress": stress,
        "dim": context.color("code.dim"),
        "bar": context.color("code.stress"),
        "number": context.color("code.line-number"),
    }


def _table(block: Table, context: TypstContext) -> dict[str, Any]:
    """Header and rows, each filled up to the same number of cells."""
    count = max(len(row) for row in (block.header, *block.rows, ("",)))
    rows = [[*row, *[""] * (count - len(row))] for row in block.rows]
    header = [*block.header, *[""] * (count - len(block.header))] if any(block.header) else []
    return {
        "kind": "table",
        "step": context.node.step,
        "header": [context.spans(cell, "table.header") for cell in header],
        "rows": [
            {
                "step": context.node.step_of(number),
                "cells": [context.spans(cell, "table.cell") for cell in row],
            }
            for number, row in enumerate(rows)
        ],
        "align": [align_of(block, rows, column) for column in range(count)],
        "words": [
            _widest_words(column, context) for column in zip(header or rows[0], *rows, strict=True)
        ],
        "rule": context.color("table.rule"),
        "strong": context.color("table.header.rule"),
    }


def _widest_words(cells: Iterable[str], context: TypstContext) -> list[str]:
    """Words of a column that may be the widest: its cells are not to be so narrow as to tear them.

    A very long one is given in part, for it may be torn.
    """
    width = context.setting.ruler.width
    found = {
        word
        for cell in cells
        for line in inline(cell)
        for text in ["".join(part.text for part in line)]
        for word in (*_LATIN.findall(text), *(text[first:last] for first, last in words(text)))
    }
    return [word[:_LONGEST] for word in sorted(found, key=width)[-_CANDIDATES:]]


def _chart(block: Chart, context: TypstContext) -> dict[str, Any]:
    """Labels, numbers as they are written, and each value as a part of the greatest size."""
    data = data_of(block.data, block.unit)
    values, up, down = parts(data)
    low, high = reach(values)
    return {
        "kind": f"chart-{block.kind}",
        "step": context.node.step,
        "data": [
            {
                "step": context.node.step_of(index),
                "label": context.spans(datum.label, "chart.label"),
                "text": context.plain(datum.text, "chart.value"),
                "value": value,
            }
            for index, (datum, value) in enumerate(zip(data, values, strict=True))
        ],
        "up": up,
        "down": down,
        "low": low,
        "high": high,
        "color": context.color("chart.bar"),
        "negative": context.color("chart.negative"),
        "axis": context.color("chart.axis"),
    }


def _figures(block: Figures, context: TypstContext) -> dict[str, Any]:
    """Numbers with their labels."""
    return {
        "kind": "figures",
        "items": [
            {
                "step": context.node.step_of(index),
                "value": context.plain(item.value, "big"),
                "label": context.spans(item.label, "figure.label") if item.label else [],
            }
            for index, item in enumerate(block.items)
        ],
    }


def _image(block: Image, context: TypstContext) -> dict[str, Any]:
    """The picture's copy; without one, its alt text stands in its place."""
    name = context.workspace.copy_of(block) if isinstance(block, SizedImage) else ""
    alt = block.alt or block.path
    data: dict[str, Any] = {
        "kind": "image" if name else "no-image",
        "step": context.node.step,
        "alt": alt,
        "says": context.plain(alt, "image.alt"),
        "caption": context.spans(block.caption, "image.caption") if block.caption else [],
        "frame": context.color("image.frame"),
    }
    if name and isinstance(block, SizedImage):
        data |= {"name": name, "size": list(block.size), "width": block.width}
    return data


def _qr(block: Qr, context: TypstContext) -> dict[str, Any]:
    """The code's rows as stretches of dark modules (first, length), and what it says."""
    import segno

    # As on stage: all in UTF-8, the least error correction, the largest modules.
    code = segno.make_qr(block.text, error="l", mode="byte", encoding="utf-8")
    rows = ["".join("1" if module & 1 else "0" for module in row) for row in code.matrix]
    link = block.text if _ADDRESS.fullmatch(block.text) else ""
    return {
        "kind": "qr",
        "step": context.node.step,
        "size": len(rows),
        "rows": [[[run.start(), len(run[0])] for run in re.finditer("1+", row)] for row in rows],
        "text": context.plain(block.text, "qr.link" if link else "qr.text", link),
        "label": context.paragraphs(block.label, "qr.label") if block.label else [],
        "alt": block.text,
    }


def _columns(_: Columns, context: TypstContext) -> dict[str, Any]:
    columns = [
        {
            "width": column.width,
            "step": column.step,
            "blocks": [convert(replace(context, node=node)) for node in column.nodes],
        }
        for column in context.node.columns
    ]
    return {"kind": "columns", "columns": columns}


def _problems(block: Problems, context: TypstContext) -> dict[str, Any]:
    words = context.setting.words
    paragraphs = []
    for problem in block.problems:
        lines = (
            *context.plain(problem.position(), "error.place"),
            "\n",
            *context.plain(problem.message(words), "error.message"),
            "\n",
            *context.plain(problem.help(words), "error.help"),
        )
        paragraphs.append(list(lines))
    return {"kind": "text", "step": context.node.step, "paragraphs": paragraphs}


BLOCKS: dict[type, Converter] = {
    Text: _text,
    Bullets: _bullets,
    Numbers: _bullets,
    Quote: _quote,
    Code: _code,
    Table: _table,
    Image: _image,
    SizedImage: _image,
    Chart: _chart,
    Columns: _columns,
    Figures: _figures,
    Callout: _callout,
    Big: _big,
    Qr: _qr,
    Problems: _problems,
}
