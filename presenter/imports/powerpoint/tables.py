"""Tables of a PowerPoint file."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from presenter.deck.blocks import Table
from presenter.imports.powerpoint.paragraphs import line_of
from presenter.imports.powerpoint.reading import Reading, words_in
from presenter.imports.powerpoint.xml import at, children, is_on


def table_of(table: Element, name: str, reading: Reading) -> Table:
    """A table, every row as long as the longest; cells that were merged are told.

    What a merged cell shows stands in its first one. The others are empty; text in them, which
    PowerPoint keeps and does not show, is told.
    """
    has_header = is_on(at(table, "a:tblPr"), "firstRow")
    rows: list[list[str]] = []
    merged = several = False
    for row in children(table, "a:tr"):
        cells: list[str] = []
        for cell in children(row, "a:tc"):
            merged = merged or bool(cell.get("gridSpan") or cell.get("rowSpan"))
            if is_on(cell, "hMerge") or is_on(cell, "vMerge"):
                if words := words_in(cell):
                    reading.tell("hidden-words", words)
                cells.append("")
                continue
            # A header is bold as it is.
            bold = not (has_header and not rows)
            body = at(cell, "a:txBody")
            several = several or sum(1 for each in children(body, "a:p") if words_in(each)) > 1
            cells.append(line_of(body, reading, bold=bold))
        rows.append(cells)
    if merged:
        reading.tell("merged", name)
    if several:
        reading.tell("cell-lines", name)
    width = max(map(len, rows), default=0)
    full = [tuple(row + [""] * (width - len(row))) for row in rows]
    header = full.pop(0) if has_header and len(full) > 1 else ()
    return Table(rows=tuple(full), header=header)
