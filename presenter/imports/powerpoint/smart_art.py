"""SmartArt as a list: its points, each under the one that it belongs to.

Source: ISO/IEC 29500-1, 21.4 (points, and the connections that make a tree of them).
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Bullets, Item
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.package import BrokenPartError
from presenter.imports.powerpoint.paragraphs import line_of
from presenter.imports.powerpoint.reading import Reading, words_in
from presenter.imports.powerpoint.xml import at, children, first, number

_DEEPEST = 8
"""Deeper points stand in the list of those above them."""

_FARTHEST = 50
"""Points that lie still deeper stand at the end."""


def smart_art_blocks(frame: Element, name: str, reading: Reading) -> list[Block]:
    """The list that a diagram makes, which is told; its bare words where its tree is broken."""
    ids = first(frame, "dgm:relIds")
    try:
        part = reading.target(ids.get("r:dm") if ids is not None else None)
        model = reading.package.tree(part)
    except BrokenPartError:
        return _drawn(name, reading)
    items = _Tree(model, reading.beside(part)).items()
    if not items:
        return _drawn(name, reading)
    reading.tell("smart-art", name)
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
            if (
                key not in self._seen
                and each.get("type", "node") != "pres"
                and (text := self._text(each))
            ):
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
        body = at(point, "dgm:t")
        return line_of(body, self._reading) if body is not None else ""


def _drawn(name: str, reading: Reading) -> list[Block]:
    """What is drawn of a diagram whose data cannot be read."""
    words = []
    for part in reading.of_kind("diagramDrawing"):
        try:
            words += [words_in(each) for each in reading.package.tree(part).iter("a:p")]
        except BrokenPartError:
            continue
    reading.tell("smart-art" if words else "not-carried", name)
    items = tuple(Item(literal_text(each)) for each in words if each)
    return [Bullets(items=items)] if items else []
