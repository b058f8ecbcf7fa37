"""How each block goes into the template: what it is, as data; a new one needs a row in `BLOCKS`.

A converter gives a mapping with the ``kind`` of the template's function and what that takes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from presenter.content import Problems
from presenter.content.inline import plain_text
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
from presenter.handout.pdf.blocks_of_code import code
from presenter.handout.pdf.blocks_of_data import chart, figures, table
from presenter.handout.pdf.blocks_of_pictures import image, qr
from presenter.handout.pdf.context import Context
from presenter.handout.pdf.spans import torn

Converter = Callable[[Any, Context], dict[str, Any]]


def convert(context: Context) -> dict[str, Any]:
    """The context's block as the template takes it."""
    block = context.node.block
    return BLOCKS[type(block)](block, context)


def _text(block: Text, context: Context) -> dict[str, Any]:
    return {
        "kind": "text",
        "step": context.node.step,
        "paragraphs": context.paragraphs(block.text, "text"),
    }


def _bullets(block: Bullets, context: Context) -> dict[str, Any]:
    items = [
        {**_item(item, context), "step": context.node.step_of(index)}
        for index, item in enumerate(block.items)
    ]
    kind = "numbers" if isinstance(block, Numbers) else "bullets"
    return {"kind": kind, "items": items, "color": context.color("bullet.marker")}


def _item(item: Item, context: Context) -> dict[str, Any]:
    data: dict[str, Any] = {"paragraphs": context.paragraphs(item.text, "bullet.text")}
    if item.items:
        data["items"] = [_item(child, context) for child in item.items]
    return data


def _quote(block: Quote, context: Context) -> dict[str, Any]:
    by = context.spans(f"—— {block.by}", "quote.by") if block.by else []
    return {
        "kind": "quote",
        "step": context.node.step,
        "bar": context.color("quote.bar"),
        "paragraphs": context.paragraphs(block.text, "quote.text"),
        "by": by,
    }


def _callout(block: Callout, context: Context) -> dict[str, Any]:
    style = f"callout.{block.kind}"
    label = context.setting.words(f"blocks.{block.kind}")
    return {
        "kind": "callout",
        "step": context.node.step,
        "bar": context.color(style),
        "label": context.plain(label, f"{style} callout.label"),
        "paragraphs": context.paragraphs(block.text, "callout.text"),
    }


def _big(block: Big, context: Context) -> dict[str, Any]:
    lines = [torn(plain_text(line)) for line in block.text.strip().split("\n")]
    color = context.color("big")
    return {"kind": "big", "step": context.node.step, "lines": lines, "color": color}


def _columns(_: Columns, context: Context) -> dict[str, Any]:
    columns = [
        {
            "width": column.width,
            "step": column.step,
            "blocks": [convert(replace(context, node=node)) for node in column.nodes],
        }
        for column in context.node.columns
    ]
    return {"kind": "columns", "columns": columns}


def _problems(block: Problems, context: Context) -> dict[str, Any]:
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
    Code: code,
    Table: table,
    Image: image,
    SizedImage: image,
    Chart: chart,
    Columns: _columns,
    Figures: figures,
    Callout: _callout,
    Big: _big,
    Qr: qr,
    Problems: _problems,
}
