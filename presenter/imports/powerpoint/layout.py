"""What a slide has of its layout and master: where placeholders stand, which marks lists have."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from presenter.imports.powerpoint.geometry import Box, box_in
from presenter.imports.powerpoint.package import BrokenPartError
from presenter.imports.powerpoint.reading import Reading, words_in
from presenter.imports.powerpoint.xml import at, children, first, is_on

TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_NO_LISTS = (*FURNITURE, "pic", "chart", "tbl", "clipArt", "dgm", "media", "sldImg")


class Layout:
    """The layout of a slide and the master above it; where they are broken, there is nothing."""

    def __init__(self, slide: Reading) -> None:
        self.words: list[str] = []
        """What stands on every slide of this layout, and is no placeholder."""
        self._by_number: dict[str, Element] = {}
        self._by_type: dict[str, Element] = {}
        self._master: dict[str, Element] = {}
        self._styles: Element | None = None
        layout, part = self._read(slide, "slideLayout")
        if layout is None or part is None:
            return
        for each, place in _placeholders(layout):
            self._by_number.setdefault(place.get("idx", "0"), each)
            self._by_type.setdefault(place.get("type", "obj"), each)
        self._keep_words(layout)
        master, _ = self._read(part, "slideMaster")
        if master is not None:
            for each, place in _placeholders(master):
                self._master.setdefault(place.get("type", "obj"), each)
            self._styles = at(master, "p:txStyles")
            if is_on(layout, "showMasterSp", True):
                self._keep_words(master)

    def box_of(self, place: Element) -> Box | None:
        """Where the placeholder that says `place` (``p:ph``) stands if it does not say itself."""
        for each in self._above(place):
            if box := box_in(at(each, "p:spPr", "a:xfrm")):
                return box
        return None

    def styles_of(self, place: Element) -> list[Element]:
        """The level styles of a placeholder, nearest first."""
        lists = [at(each, "p:txBody", "a:lstStyle") for each in self._above(place)]
        kind = place.get("type", "obj")
        if kind in TITLES:
            lists.append(at(self._styles, "p:titleStyle"))
        elif kind not in _NO_LISTS:
            lists.append(at(self._styles, "p:bodyStyle"))
        return [each for each in lists if each is not None]

    def _above(self, place: Element) -> list[Element]:
        kind = place.get("type", "obj")
        if kind in TITLES:
            layout = self._by_type.get("title", self._by_type.get("ctrTitle"))
        else:
            layout = self._by_number.get(place.get("idx", "0"), self._by_type.get(kind))
        general = "title" if kind in TITLES else kind if kind in _NO_LISTS else "body"
        return [each for each in (layout, self._master.get(general)) if each is not None]

    def _read(self, reading: Reading, kind: str) -> tuple[Element | None, Reading | None]:
        for name in reading.of_kind(kind):
            try:
                return reading.package.tree(name), reading.beside(name)
            except BrokenPartError:
                pass
        return None, None

    def _keep_words(self, root: Element) -> None:
        tree = at(root, "p:cSld", "p:spTree")
        for each in tree if tree is not None else ():
            if first(each, "p:ph") is None and (words := words_in(each)):
                self.words.append(words)


def place_of(shape: Element) -> Element | None:
    """The ``p:ph`` of a shape that is a placeholder."""
    for outer in shape:
        found = at(outer, "p:nvPr", "p:ph")
        if found is not None:
            return found
    return None


def _placeholders(root: Element) -> list[tuple[Element, Element]]:
    shapes = children(at(root, "p:cSld", "p:spTree"), "p:sp", "p:pic", "p:graphicFrame")
    return [(each, place) for each in shapes if (place := place_of(each)) is not None]
