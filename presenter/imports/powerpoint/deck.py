"""A PowerPoint file to a draft of an outline.

Titles, lists with their levels, tables, charts, pictures, notes; what has no equivalent is told
with the number of its slide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from msgspec import Struct, structs

from presenter.deck import Slide
from presenter.deck.blocks import Block, Bullets, Columns, Table, extract_text
from presenter.deck.characters import clean
from presenter.deck.model import DeckHead
from presenter.deck.outline import MOST_CHARACTERS, MOST_TEXTS
from presenter.imports.draft import Draft, DraftSlide, ImportWarning, give_parts, language_of
from presenter.imports.plain import joined, literal_text
from presenter.imports.powerpoint.package import BrokenPartError, Package, Reading, Relation, opened
from presenter.imports.powerpoint.pictures import Saved
from presenter.imports.powerpoint.slide import Room, read_slide
from presenter.imports.powerpoint.text import Size, fits, grouped
from presenter.imports.powerpoint.xml import at, attribute, children, content, first, number

MOST_SLIDES = 5_000
"""Slides beyond are told, not read."""

_UNNAMED = ("PowerPoint Presentation", "PowerPoint 演示文稿", "Presentation", "演示文稿")
_UNNAMED_SECTIONS = ("Default Section", "默认节", "預設章節")
_SLIDE = (12_192_000, 6_858_000)


class NotPowerPointError(Exception):
    """The file is no PowerPoint file, or one too large to be read."""


def read_powerpoint(path: Path, saved: Saved) -> Draft:
    """The deck at `path`. Raises OSError, or NotPowerPointError if it cannot be understood."""
    try:
        with opened(path) as package:
            return _Deck(package, saved).read(path.stem)
    except BrokenPartError as error:
        raise NotPowerPointError from error


class _Deck:
    """Reads the deck in a `package`."""

    def __init__(self, package: Package, saved: Saved) -> None:
        self._package = package
        self._saved = saved
        self._warnings: list[ImportWarning] = []

    def read(self, stem: str) -> Draft:
        """The deck; it is called `stem` where it does not say its title. Raises BrokenPartError."""
        package = self._package
        top = package.relations("")
        part = next((each.target for each in top.values() if each.kind == "officeDocument"), "")
        root = package.tree(part or "ppt/presentation.xml")
        if root.tag != "p:presentation":
            raise BrokenPartError(part)
        main = Reading(package, part, package.relations(part), self._warn, {})
        read = self._slides(root, main)
        self._warn_sections(root, [each[0] for each in read])
        slides = [slide for each in read for slide in each]
        if any(each.kind == "vbaProject" for each in main.relations.values()):
            self._warn("macros", "")
        head = self._head(top, slides, stem)
        give_parts(slides)
        return Draft(head, slides, self._warnings, place="slide")

    def _slides(self, root: Element, main: Reading) -> list[list[DraftSlide]]:
        size = at(root, "p:sldSz")
        width, height = number(size, "cx", _SLIDE[0]), number(size, "cy", _SLIDE[1])
        room = Room(width, height, self._saved)
        listed = children(at(root, "p:sldIdLst"), "p:sldId")
        parts = []
        for each in listed[:MOST_SLIDES]:
            found = main.relations.get(each.get("r:id", ""))
            parts.append(found.target if found else "")
        numbers = {name: index for index, name in enumerate(parts, 1) if name}
        self._places = {each.get("id", ""): index for index, each in enumerate(listed, 1)}
        if len(listed) > MOST_SLIDES:
            self._warn("too-many", str(len(listed) - MOST_SLIDES))
        main = replace(main, slides=numbers)
        return [
            _read_slide(main.beside(name), number, room) for number, name in enumerate(parts, 1)
        ]

    def _warn_sections(self, root: Element, slides: list[DraftSlide]) -> None:
        """Tell the sections, each at its first slide."""
        for section in root.iter("p14:section"):
            name = clean(section.get("name", ""))
            place = self._places.get(attribute(first(section, "p14:sldId"), "id"), 0)
            if not name or name in _UNNAMED_SECTIONS:
                continue
            warnings = slides[place - 1].warnings if 0 < place <= len(slides) else self._warnings
            warnings.insert(0, ImportWarning(place, "section", name))

    def _head(self, top: dict[str, Relation], slides: list[DraftSlide], stem: str) -> DeckHead:
        said = {"title": "", "creator": ""}
        for each in top.values():
            if each.kind != "core-properties" or each.external:
                continue
            try:
                properties = self._package.tree(each.target)
            except BrokenPartError:
                continue
            for name in said:
                said[name] = clean(joined(content(at(properties, f"dc:{name}"))))
        title = literal_text(said["title"]) if said["title"] not in _UNNAMED else ""
        first_title = next((each.slide.title for each in slides if each.slide.title), "")
        return DeckHead(
            title=title or joined(first_title) or stem,
            author=literal_text(said["creator"]),
            lang=language_of(slides),
        )

    def _warn(self, code: str, what: str) -> None:
        self._warnings.append(ImportWarning(0, code, what))


def _read_slide(reading: Reading, number: int, room: Room) -> list[DraftSlide]:
    """The slide of a `number`, with what is told of it; several if it is too much for one."""
    warnings: list[ImportWarning] = []

    def warn(code: str, what: str) -> None:
        warning = ImportWarning(number, code, what)
        if warning not in warnings[-20:]:
            warnings.append(warning)

    slide = read_slide(reading.warning_to(warn), room)
    first, *rest = _in_slides(slide, warn)
    return [DraftSlide(first, warnings), *map(DraftSlide, rest)]


# A slide that holds more than one of a deck may.

_SPARE = 100
"""Texts for titles and the like."""

_SPARE_CHARACTERS = 20_000


def _in_slides(slide: Slide, warn: Callable[[str, str], None]) -> list[Slide]:
    """`slide` itself, or several with its title that hold what it does, which is told.

    A block that is too large by itself (a table of 6,000 columns) is told with its words.
    """
    most = (MOST_TEXTS - _SPARE, MOST_CHARACTERS - _SPARE_CHARACTERS - len(slide.notes))
    if fits(_size(slide.content), most):
        return [slide]
    kept = []
    for block in (piece for each in slide.content for piece in _pieces(each, most)):
        if fits(_size(block), most):
            kept.append(block)
        else:
            warn("block-too-large", " ".join(part.text for part in extract_text(block)))
    groups = list(grouped(kept, _size, most)) or [[]]
    if len(groups) > 1:
        warn("in-several", str(len(groups)))
    first, *rest = (structs.replace(slide, content=tuple(each)) for each in groups)
    return [first, *(structs.replace(each, subtitle="", notes="") for each in rest)]


def _pieces(block: Block, most: Size) -> Iterator[Block]:
    """`block`, or where it is too large its parts: columns one by one, rows and items in groups."""
    if fits(_size(block), most):
        yield block
    elif isinstance(block, Columns):
        for column in block.columns:
            for each in column.content:
                yield from _pieces(each, most)
    elif isinstance(block, Table):
        head = _size(block.header)
        for rows in grouped(block.rows, _size, (most[0] - head[0], most[1] - head[1])):
            yield structs.replace(block, rows=tuple(rows))
    elif isinstance(block, Bullets):
        for items in grouped(block.items, _size, most):
            yield structs.replace(block, items=tuple(items))
    else:
        yield block


def _size(value: object) -> Size:
    """How many texts are in `value`, a block or a part of one, and their characters."""
    texts = characters = 0
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            texts, characters = texts + 1, characters + len(each)
        elif isinstance(each, tuple):
            waiting += each
        elif isinstance(each, dict):
            texts += len(each)
            waiting += each
        elif isinstance(each, Struct):
            waiting += (getattr(each, name) for name in each.__struct_fields__)
    return texts, characters
