"""A PowerPoint file to a draft of an outline.

Titles, lists with their levels, tables, charts, pictures, notes; what has no equivalent is told
with the number of its slide.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from presenter.deck.clean import clean
from presenter.deck.model import DeckHead
from presenter.imports.draft import Draft, DraftSlide, Remark
from presenter.imports.language import language_of
from presenter.imports.plain import joined, literal_text
from presenter.imports.powerpoint.package import BrokenPartError, Package, Relation, opened
from presenter.imports.powerpoint.reading import Reading
from presenter.imports.powerpoint.saved import Saved
from presenter.imports.powerpoint.slide import Room, read_slide
from presenter.imports.powerpoint.xml import at, children, number
from presenter.imports.structure import give_parts

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
        self._remarks: list[Remark] = []

    def read(self, stem: str) -> Draft:
        """The deck; it is called `stem` where it does not say its title. Raises BrokenPartError."""
        package = self._package
        top = package.relations("")
        part = next((each.target for each in top.values() if each.kind == "officeDocument"), "")
        root = package.tree(part or "ppt/presentation.xml")
        if root.tag != "p:presentation":
            raise BrokenPartError(part)
        main = Reading(package, part, package.relations(part), self._tell, {})
        read = self._slides(root, main)
        self._tell_sections(root, [each[0] for each in read])
        slides = [slide for each in read for slide in each]
        if main.of_kind("vbaProject"):
            self._tell("macros", "")
        head = self._head(top, slides, stem)
        give_parts(slides)
        return Draft(head, slides, self._remarks, place="slide")

    def _slides(self, root: Element, main: Reading) -> list[list[DraftSlide]]:
        size = at(root, "p:sldSz")
        width, height = number(size, "cx", _SLIDE[0]), number(size, "cy", _SLIDE[1])
        room = Room(width, height, self._saved)
        listed = list(children(at(root, "p:sldIdLst"), "p:sldId"))
        parts = []
        for each in listed[:MOST_SLIDES]:
            found = main.relations.get(each.get("r:id", ""))
            parts.append(found.target if found is not None else "")
        numbers = {name: index for index, name in enumerate(parts, 1) if name}
        self._places = {each.get("id", ""): index for index, each in enumerate(listed, 1)}
        if len(listed) > MOST_SLIDES:
            self._tell("too-many", str(len(listed) - MOST_SLIDES))
        made = []
        for index, name in enumerate(parts, 1):
            reading = Reading(
                self._package, name, self._package.relations(name), self._tell, numbers
            )
            made.append(read_slide(reading, index, room))
        return made

    def _tell_sections(self, root: Element, slides: list[DraftSlide]) -> None:
        """Tell the sections, each at its first slide."""
        for section in root.iter("p14:section"):
            name = clean(section.get("name", ""))
            inside = next(section.iter("p14:sldId"), None)
            place = self._places.get(inside.get("id", "") if inside is not None else "", 0)
            if not name or name in _UNNAMED_SECTIONS:
                continue
            remarks = slides[place - 1].remarks if 0 < place <= len(slides) else self._remarks
            remarks.insert(0, Remark(place, "section", name))

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
                found = at(properties, f"dc:{name}")
                said[name] = clean(joined((found.text or "") if found is not None else ""))
        title = literal_text(said["title"]) if said["title"] not in _UNNAMED else ""
        first = next((each.slide.title for each in slides if each.slide.title), "")
        return DeckHead(
            title=title or joined(first) or stem,
            author=literal_text(said["creator"]),
            lang=language_of(slides),
        )

    def _tell(self, code: str, what: str) -> None:
        self._remarks.append(Remark(0, code, what))
