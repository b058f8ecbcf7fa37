"""The charts of Office 2016 (waterfall, treemap, histogram, …) as a table.

Source: [MS-ODRAWXML] 2.24.3, the namespace ``chartex``.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Table, Text
from presenter.deck.clean import clean
from presenter.imports.plain import joined, literal_text
from presenter.imports.powerpoint.number_formats import exact, shown
from presenter.imports.powerpoint.reading import Reading, words_in
from presenter.imports.powerpoint.xml import at, children, first, number

_MOST = 50_000


def newer_table(root: Element, name: str, reading: Reading) -> list[Block]:
    """The numbers of a chart with its title above; what cannot be read is told."""
    title = _title(root)
    tables: list[Block] = []
    for data in children(at(root, "cx:chartData"), "cx:data"):
        columns = [_column(each) for each in children(data, "cx:strDim", "cx:numDim")]
        count = max(map(len, columns), default=0)
        rows = tuple(
            tuple(_cell(each.get(index, "")) for each in columns)
            for index in range(min(count, _MOST))
        )
        if rows:
            tables.append(Table(rows=rows))
    names = [_cell(each.text or "") for each in root.iter("cx:v")]
    reading.tell("chart" if tables else "chart-unreadable", title or name)
    texts = [each for each in (title, *names) if each]
    return [*([Text(text=" · ".join(dict.fromkeys(texts)))] if texts else []), *tables]


def _column(dimension: Element) -> dict[int, str]:
    """The points of a dimension by their number; levels from the outermost in."""
    found: dict[int, str] = {}
    for level in reversed(list(children(dimension, "cx:lvl"))):
        code = level.get("formatCode", "")
        for each in children(level, "cx:pt"):
            text = clean(each.text or "")
            if dimension.tag == "cx:numDim":
                text = _number(text, code)
            index = number(each, "idx")
            if 0 <= index < _MOST:
                found[index] = " · ".join(filter(None, (found.get(index), text)))
    return {place: found[index] for place, index in enumerate(sorted(found))}


def _number(text: str, code: str) -> str:
    try:
        return shown(exact(float(text)), code)
    except ValueError:
        return text


def _title(root: Element) -> str:
    title = first(root, "cx:title")
    return _cell(words_in(title)) if title is not None else ""


def _cell(text: str) -> str:
    return literal_text(joined(text))
