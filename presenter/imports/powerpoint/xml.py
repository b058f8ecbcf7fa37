"""The XML in a PowerPoint file, read without trust, its names short: ``a:p``, ``p:sp``, ``r:id``.

Office Open XML comes in two sets of namespaces, Transitional and Strict (ISO/IEC 29500-1 and -4);
both read as the same short names. A document type is refused, as the standard demands (29500-2,
part 7.2): without one there are no entities that could grow.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

_OFFICE = ("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
_NAMES = {
    "drawingml/2006/main": "a",
    "drawingml/2006/chart": "c",
    "drawingml/2006/diagram": "dgm",
    "drawingml/main": "a",
    "drawingml/chart": "c",
    "drawingml/diagram": "dgm",
    "presentationml/2006/main": "p",
    "presentationml/main": "p",
    "officeDocument/2006/relationships": "r",
    "officeDocument/relationships": "r",
    "officeDocument/2006/math": "m",
    "officeDocument/math": "m",
    "markup-compatibility/2006": "mc",
    "package/2006/relationships": "rel",
    "package/2006/metadata/core-properties": "cp",
}
_OTHERS = {
    "http://schemas.microsoft.com/office/drawing/2010/main": "a14",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://schemas.microsoft.com/office/powerpoint/2010/main": "p14",
    "http://purl.org/dc/elements/1.1/": "dc",
}

MOST_ELEMENTS = 450_000
"""What a part may hold; each takes some 300 bytes of memory."""

MOST_TEXT = 4_000_000
"""How many characters of text a part may hold."""


class BrokenXmlError(Exception):
    """The text is no XML, has a document type, or holds more than it may."""


def parse(data: bytes) -> tuple[Element, int]:
    """The tree of `data`, and how many elements it has. Raises BrokenXmlError."""
    builder = _Builder()
    parser = XMLParser(target=builder)
    try:
        parser.feed(data)
        return parser.close(), builder.count
    except (ParseError, ValueError, LookupError) as error:  # LookupError: an unknown encoding
        raise BrokenXmlError from error


def children(parent: Element | None, *names: str) -> list[Element]:
    """The elements right under `parent`, of `names` if there are any; none under None."""
    if parent is None:
        return []
    if len(names) == 1:
        return parent.findall(names[0])
    return [each for each in parent if not names or each.tag in names]


def at(parent: Element | None, *path: str) -> Element | None:
    """The first element down a `path` of names; None where it ends early."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(name)
    return parent


def first(parent: Element | None, name: str) -> Element | None:
    """The first element called `name` anywhere under `parent`."""
    return None if parent is None else next(parent.iter(name), None)


def attribute(element: Element | None, name: str, otherwise: str = "") -> str:
    """An attribute; `otherwise` where there is none, or no element."""
    return otherwise if element is None else element.get(name, otherwise)


def content(element: Element | None) -> str:
    """The text right in `element`; empty for None."""
    return (element.text or "") if element is not None else ""


def number(element: Element | None, name: str, otherwise: int = 0) -> int:
    """A whole number in an attribute; `otherwise` where there is none that could be one."""
    try:
        return int(float(attribute(element, name, str(otherwise))))
    except (ValueError, OverflowError):
        return otherwise


def is_on(element: Element | None, name: str, otherwise: bool = False) -> bool:
    """A switch in an attribute (xsd:boolean, and the ``on`` of older files)."""
    return attribute(element, name, "1" if otherwise else "") in ("1", "true", "on")


class _Builder(TreeBuilder):
    """Builds a tree with short names, and no further than it may."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._text = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise BrokenXmlError
        if attrs and any(name[0] == "{" for name in attrs):
            attrs = {_short(name): value for name, value in attrs.items()}
        return super().start(_short(tag), attrs)

    def data(self, data: str, /) -> None:
        self._text += len(data)
        if self._text > MOST_TEXT:
            raise BrokenXmlError
        super().data(data)

    def doctype(self, *_: Any) -> None:
        """Refuse a document type."""
        raise BrokenXmlError


def bare_words(data: bytes) -> tuple[list[str], int]:
    """The paragraphs of a text that `parse` refuses, up to its fault, and its elements so far."""
    collector = _Words()
    parser = XMLParser(target=collector)
    try:
        parser.feed(data)
        parser.close()
    except (BrokenXmlError, ParseError, ValueError, LookupError):
        pass
    return [text for each in collector.paragraphs if (text := each.strip())], collector.count


class _Words:
    """Keeps nothing of a text but its words."""

    def __init__(self) -> None:
        self.paragraphs = [""]
        self.count = 0
        self._is_text = False
        self._left = MOST_TEXT // 4

    def start(self, tag: str, attrs: dict[str, str], /) -> None:  # noqa: ARG002
        self.count += 1
        name = _short(tag)
        self._is_text = name in ("a:t", "m:t")
        if name == "a:p":
            self.paragraphs.append("")

    def end(self, tag: str, /) -> None:  # noqa: ARG002
        self._is_text = False

    def data(self, data: str, /) -> None:
        if self._is_text:
            self.paragraphs[-1] += data[: self._left]
            self._left -= len(data)
            if self._left < 0:
                raise BrokenXmlError

    def close(self) -> None:
        """Nothing is left to be done."""

    def doctype(self, *_: Any) -> None:
        """Refuse a document type."""
        raise BrokenXmlError


@lru_cache(maxsize=10_000)
def _short(name: str) -> str:
    space, _, local = name.rpartition("}")
    return f"{_prefix(space[1:])}:{local}" if space else local


def _prefix(space: str) -> str:
    if space in _OTHERS:
        return _OTHERS[space]
    for start in _OFFICE:
        if space.startswith(start):
            return _NAMES.get(space.removeprefix(start), "?")
    return "?"
