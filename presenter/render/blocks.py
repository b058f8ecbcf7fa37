"""How each node goes into the template: what it is, as data; a new one needs a function here.

A function registered for `convert` gives a mapping with the ``kind`` of the template's function and
what that takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, singledispatch
from typing import Any, NamedTuple

from presenter.content import MissingOutputError, Node, nodes
from presenter.content.blocks import qr_code
from presenter.content.chart_data import parts, reach
from presenter.content.inline import Paragraph, Styled
from presenter.render.compiling import Workspace
from presenter.render.spans import Span, plain_span, spans, styled_spans, words
from presenter.typeset.highlight import highlight
from presenter.typeset.isolates import isolated
from presenter.typeset.themes import Theme
from presenter.typeset.width import ruler

Data = dict[str, Any]

_TAB = 4
_LONGEST = 18
_QUANTITY = re.compile(r"\W?[\d.,]+ ?\D{0,4}")
_SHORT = 12
"""Cells of a line of a table that is kept whole if that can be."""
_CANDIDATES = 3
"""How many of a column's words are measured: their widths in cells tell only about."""


@cache
def _latin() -> re.Pattern[str]:
    """Words of what is parted by spaces. Compiling it takes 3 ms."""
    return re.compile(r"[^\s\u3000-\U0003ffff]+")


class TypstContext(NamedTuple):
    """What a node is converted by besides itself."""

    theme: Theme
    workspace: Workspace
    turned: bool = False
    """Whether the talk is written from right to left."""
    display: bool = False
    """Whether text is set in large type."""

    def spans(self, paragraph: Paragraph, style: str, *, display: bool = False) -> list[Span]:
        """The spans of a paragraph; display: it is set in large type."""
        return spans(paragraph, style, self.theme, display=display, turned=self.turned)

    def paragraphs(
        self, several: Iterable[Paragraph], style: str, *, display: bool = False
    ) -> list[list[Span]]:
        """The spans of each of several paragraphs."""
        return [self.spans(each, style, display=display) for each in several]

    def words(self, text: str, style: str) -> list[Span]:
        """The spans of a line of text that is no Markdown, its words marked."""
        return self.spans(((Styled(text, ""),),), style)

    def plain(self, text: str, style: str, link: str = "") -> list[Span]:
        """The span of a text that is no Markdown."""
        return [plain_span(text, style, self.theme, link)]

    def number(self, text: str, style: str) -> list[Span]:
        """The span of a number and its unit, which stay in their order in any talk."""
        (said,) = isolated((Styled(text, ""),), turned=self.turned)
        return self.plain(said.text, style)


@singledispatch
def convert(node: Node, context: TypstContext) -> Data:  # noqa: ARG001
    """A node, and all that stands in it, as the template takes it."""
    raise MissingOutputError(node, "pdf")


@convert.register
def _text(node: nodes.Text, context: TypstContext) -> Data:
    paragraphs = context.paragraphs(node.paragraphs, "text", display=context.display)
    return {"kind": "text", "step": node.step, "paragraphs": paragraphs}


@convert.register
def _list(node: nodes.List, context: TypstContext) -> Data:
    items = [
        {**_item(item, context), "step": node.step_of(index)}
        for index, item in enumerate(node.items)
    ]
    kind = "numbers" if node.highest else "bullets"
    return {"kind": kind, "items": items}


def _item(item: nodes.ListItem, context: TypstContext) -> Data:
    data: Data = {"paragraphs": context.paragraphs(item.paragraphs, "bullet.text")}
    if item.items:
        data["items"] = [_item(child, context) for child in item.items]
    return data


@convert.register
def _quote(node: nodes.Quote, context: TypstContext) -> Data:
    return {
        "kind": "quote",
        "step": node.step,
        "paragraphs": context.paragraphs(node.paragraphs, "quote.text", display=True),
        "by": context.spans(node.by, "quote.by"),
    }


@convert.register
def _callout(node: nodes.Callout, context: TypstContext) -> Data:
    return {
        "kind": "callout",
        "step": node.step,
        "variant": node.kind,
        "label": context.plain(node.label, f"callout.{node.kind} callout.label"),
        "paragraphs": context.paragraphs(node.paragraphs, "callout.text"),
    }


@convert.register
def _big(node: nodes.Big, context: TypstContext) -> Data:
    lines = [context.words(line, "") for line in node.lines]
    return {"kind": "big", "step": node.step, "lines": lines}


@convert.register
def _code(node: nodes.Code, context: TypstContext) -> Data:
    """The lines as spans; ``stress`` lists, step by step, the lines pointed out (none for all)."""
    rows = highlight(node.source.expandtabs(_TAB), node.language)
    stress = [
        {
            "step": step,
            "lines": None if lines is None else [line - node.first for line in sorted(lines)],
        }
        for step, lines in node.stresses
    ]
    return {
        "kind": "code",
        "step": node.step,
        "lines": [list(styled_spans(row, "", context.theme)) for row in rows],
        "first": node.first,
        "numbers": node.numbered,
        "stress": stress,
    }


@convert.register
def _table(node: nodes.Table, context: TypstContext) -> Data:
    rows = [
        {
            "step": node.step_of(number),
            # An empty cell is as high as a line.
            "cells": [context.spans(cell, "table.cell") or [""] for cell in row],
        }
        for number, row in enumerate(node.rows)
    ]
    every_row = [node.header, *node.rows] if node.header else node.rows
    return {
        "kind": "table",
        "step": node.step,
        "header": context.paragraphs(node.header, "table.header"),
        "rows": rows,
        "align": node.aligns,
        "words": [_widest_words(column) for column in zip(*every_row, strict=True)],
        "whole": [_widest_words(column, whole=True) for column in zip(*every_row, strict=True)],
    }


def _widest_words(cells: Iterable[Paragraph], *, whole: bool = False) -> list[str]:
    """Words of a column that may be the widest: its cells are not to be so narrow as to tear them.

    A very long one is given in part, for it may be torn. whole: short lines are words too.
    """
    width = ruler("narrow").width
    lines = {"".join(part.text for part in line) for cell in cells for line in cell}
    found = {
        line for line in lines if width(line) <= _SHORT and (whole or _QUANTITY.fullmatch(line))
    }
    for line in lines - found:
        found.update(_latin().findall(line))
        found.update(line[first:last] for first, last in words(line))
    # Of equal ones always the same: a deck looks alike in every process.
    widest = sorted(found, key=lambda word: (width(word), word))[-_CANDIDATES:]
    return [word[:_LONGEST] for word in widest]


@convert.register
def _chart(node: nodes.Chart, context: TypstContext) -> Data:
    """Labels, numbers as they are written, and each value as a part of the greatest size."""
    values, up, down = parts(node.data)
    low, high = reach(values)
    data = [
        {
            "step": node.step_of(index),
            "label": context.spans(datum.spans, "chart.label"),
            "text": context.number(datum.text, "chart.value"),
            "value": value,
        }
        for index, (datum, value) in enumerate(zip(node.data, values, strict=True))
    ]
    return {
        "kind": f"chart-{node.kind}",
        "step": node.step,
        "data": data,
        "up": up,
        "down": down,
        "low": low,
        "high": high,
    }


@convert.register
def _figures(node: nodes.Figures, context: TypstContext) -> Data:
    items = [
        {
            "step": node.step_of(index),
            "value": context.number(item.value, "big"),
            "label": context.spans(item.label, "figure.label"),
        }
        for index, item in enumerate(node.items)
    ]
    return {"kind": "figures", "items": items}


@convert.register
def _picture(node: nodes.Picture, context: TypstContext) -> Data:
    """The picture's copy; without one, what it shows in words."""
    data: Data = {
        "kind": "no-image",
        "step": node.step,
        "alt": node.instead,
        "says": context.plain(node.instead, "image.alt"),
        "caption": context.spans(node.caption, "image.caption"),
    }
    if node.file and node.size and (name := context.workspace.copy_of(node.file)):
        data |= {"kind": "image", "name": name, "size": list(node.size), "width": node.width}
    return data


@convert.register
def _qr(node: nodes.Qr, context: TypstContext) -> Data:
    """The code's rows as stretches of dark modules (first, length), and what it says."""
    rows = [
        "".join("1" if module & 1 else "0" for module in row) for row in qr_code(node.text).matrix
    ]
    return {
        "kind": "qr",
        "step": node.step,
        "size": len(rows),
        "rows": [[[run.start(), len(run[0])] for run in re.finditer("1+", row)] for row in rows],
        "text": context.plain(node.text, "qr.link" if node.link else "qr.text", node.link),
        "label": context.paragraphs(node.label, "qr.label"),
        "alt": node.text,
    }


@convert.register
def _columns(node: nodes.Columns, context: TypstContext) -> Data:
    columns = [
        {
            "width": column.width,
            "step": column.step,
            "blocks": [convert(each, context) for each in column.nodes],
        }
        for column in node.columns
    ]
    return {"kind": "columns", "columns": columns}


@convert.register
def _problems(node: nodes.Problems, context: TypstContext) -> Data:
    """Each error as a paragraph: where, what, what to write instead."""
    paragraphs = []
    for found, message, help_ in node.problems:
        place = plain_span(found.position(), "error.place", context.theme, mono=True)
        what = context.plain(message, "error.message")
        paragraphs.append([place, "\n", *what, "\n", *context.plain(help_, "error.help")])
    return {"kind": "text", "step": node.step, "paragraphs": paragraphs}
