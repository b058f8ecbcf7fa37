"""What stands in a frame on a slide: tables, and SmartArt as a list.

Source: ISO/IEC 29500-1, 21.4 (the points of a diagram, and the connections that make a tree).
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Bullets, Item, Table
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.package import BrokenPartError, Reading, words_in
from presenter.imports.powerpoint.text import line_of
from presenter.imports.powerpoint.xml import at, children, first, is_on, number


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
                    reading.warn("hidden-words", words)
                cells.append("")
                continue
            # A header is bold as it is.
            bold = not (has_header and not rows)
            body = at(cell, "a:txBody")
            several = several or sum(1 for each in children(body, "a:p") if words_in(each)) > 1
            cells.append(line_of(body, reading, bold=bold))
        rows.append(cells)
    if merged:
        reading.warn("merged", name)
    if several:
        reading.warn("cell-lines", name)
    width = max(map(len, rows), default=0)
    full = [tuple(row + [""] * (width - len(row))) for row in rows]
    header = full.pop(0) if has_header and len(full) > 1 else ()
    return Table(rows=tuple(full), header=header)


_DEEPEST = 8
"""Deeper points stand in the list of those above them."""

_FARTHEST = 50
"""Points that lie still deeper stand at the end."""


def smart_art_blocks(frame: Element, name: str, reading: Reading) -> list[Block]:
    """The list that a diagram makes, which is told; its bare words where its tree is broken."""
    try:
        part, model = reading.linked(first(frame, "dgm:relIds"), "r:dm")
    except BrokenPartError:
        return _drawn(name, reading)
    items = _Tree(model, part).items()
    if not items:
        return _drawn(name, reading)
    reading.warn("smart-art", name)
    return [Bullets(items=items)]


class _Tree:
    """The points of a diagram and which of them belong to which."""

    def __init__(self, model: Element, reading: Reading) -> None:
        self._reading = reading
        self._points = {
            each.get("modelId", ""): each for each in children(at(model, "dgm:ptLst"), "dgm:pt")
        }
        self._under: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for each in children(at(model, "dgm:cxnLst"), "dgm:cxn"):
            if each.get("type", "parOf") == "parOf":
                place = (number(each, "srcOrd"), each.get("destId", ""))
                self._under[each.get("srcId", "")].append(place)
        self._seen: set[str] = set()

    def items(self) -> tuple[Item, ...]:
        """The list, and in it what no connection leads to."""
        starts = [key for key, each in self._points.items() if each.get("type") == "doc"]
        found = [item for key in starts for item in self._items(key, 0)]
        for key, each in self._points.items():
            is_left = key not in self._seen and each.get("type", "node") != "pres"
            if is_left and (text := self._text(each)):
                found.append(Item(text))
        return tuple(found)

    def _items(self, key: str, depth: int) -> list[Item]:
        found: list[Item] = []
        if depth > _FARTHEST:
            return found
        for _, under in sorted(self._under[key]):
            point = self._points.get(under)
            if point is None or under in self._seen:
                continue
            self._seen.add(under)
            text = self._text(point)
            inner = self._items(under, depth + 1)
            if text and depth < _DEEPEST:
                found.append(Item(text, tuple(inner)))
            else:
                found += [Item(text), *inner] if text else inner
        return found

    def _text(self, point: Element) -> str:
        return line_of(at(point, "dgm:t"), self._reading)


def _drawn(name: str, reading: Reading) -> list[Block]:
    """What is drawn of a diagram whose data cannot be read."""
    trees = [tree for _, tree in reading.of_kind("diagramDrawing") if tree is not None]
    words = [words_in(each) for tree in trees for each in tree.iter("a:p")]
    reading.warn("smart-art" if words else "not-carried", name)
    items = tuple(Item(literal_text(each)) for each in words if each)
    return [Bullets(items=items)] if items else []
