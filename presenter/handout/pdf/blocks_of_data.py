"""Tables, charts and figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from presenter.content.chart_data import data_of
from presenter.content.inline import inline
from presenter.deck.blocks import Chart, Figures, Table
from presenter.handout.pdf.context import Context
from presenter.handout.pdf.spans import words
from presenter.typeset.blocks.table import align_of
from presenter.typeset.charts.measure import parts, reach

_LATIN = re.compile(r"[^\s\u3000-\U0003ffff]+")
_LONGEST = 18
_CANDIDATES = 3
"""How many of a column's words are measured: their widths in cells tell only about."""


def table(block: Table, context: Context) -> dict[str, Any]:
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


def _widest_words(cells: Iterable[str], context: Context) -> list[str]:
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


def chart(block: Chart, context: Context) -> dict[str, Any]:
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


def figures(block: Figures, context: Context) -> dict[str, Any]:
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
