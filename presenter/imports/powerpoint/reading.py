"""A part that is being read: what it leads to, and the telling of what is not carried over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from presenter.deck.clean import clean
from presenter.imports.powerpoint.package import BrokenPartError, Package, Relation
from presenter.imports.powerpoint.xml import at

_UNDERSTOOD = ("a14", "cx")
"""Prefixes of the extensions that are read here: equations, and the charts of 2016."""


@dataclass(frozen=True)
class Reading:
    """A part of `package` by its name. tell: take a code of `presenter.words` and what it is of."""

    package: Package
    part: str
    relations: Mapping[str, Relation]
    tell: Callable[[str, str], None]
    slides: Mapping[str, int]
    """The numbers of the deck's slides by the names of their parts."""

    def beside(self, name: str) -> Reading:
        """The same for the part called `name`."""
        relations = self.package.relations(name)
        return Reading(self.package, name, relations, self.tell, self.slides)

    def telling(self, tell: Callable[[str, str], None]) -> Reading:
        """The same, told to another."""
        return replace(self, tell=tell)

    def target(self, relation_id: str | None) -> str:
        """The part that an id leads to. Raises BrokenPartError where it leads to none."""
        found = self.relations.get(relation_id or "")
        if found is None or found.external:
            raise BrokenPartError(relation_id)
        return found.target

    def of_kind(self, *kinds: str) -> list[str]:
        """The parts that relations of `kinds` lead to."""
        return [
            each.target
            for each in self.relations.values()
            if each.kind in kinds and not each.external
        ]


def chosen(element: Element) -> list[Element]:
    """`element` itself, or what stands in its place: the choices of ``mc:AlternateContent``.

    The first choice is taken where its extension is read here, else the fallback, else the choice.
    Source: ISO/IEC 29500-3, 7.6.
    """
    found, waiting = [], [element]
    while waiting:
        each = waiting.pop()
        if each.tag != "mc:AlternateContent":
            found.append(each)
            continue
        choice, fallback = at(each, "mc:Choice"), at(each, "mc:Fallback")
        wanted = choice is not None and choice.get("Requires", "").startswith(_UNDERSTOOD)
        taken = choice if wanted or fallback is None or not len(fallback) else fallback
        waiting += reversed(taken if taken is not None else ())
    return found


def words_in(element: Element) -> str:
    """All text under `element` on one line, the paragraphs parted by spaces."""
    texts = (
        "".join(run.text or "" for run in each.iter() if run.tag in ("a:t", "m:t"))
        for each in element.iter("a:p")
    )
    return clean(" ".join(" ".join(texts).split()))


def name_of(element: Element) -> str:
    """What a shape is called, or what it shows in words where someone wrote that."""
    properties = properties_of(element)
    if properties is None:
        return ""
    return clean(properties.get("descr") or properties.get("name") or "")


def properties_of(element: Element) -> Element | None:
    """The ``cNvPr`` of a shape: its name, its alternative text, whether it is hidden."""
    for outer in element:
        found = outer.find("p:cNvPr")
        if found is not None:
            return found
    return None
