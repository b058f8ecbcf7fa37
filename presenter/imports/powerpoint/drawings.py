"""Shapes without text: which of them say something, and how they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from presenter.deck.clean import clean
from presenter.imports.powerpoint.reading import properties_of
from presenter.imports.powerpoint.xml import at, first, is_on

_PLAIN = ("rect", "roundRect", "line", "straightConnector1", "ellipse", "round2SameRect")
"""Shapes that frame, part or underlie what others say."""


def drawing_name(shape: Element) -> str:
    """What a shape without text is, in its own words; empty for one that is there for looks.

    It says something if someone described it, if it leads from one thing to another, or if its
    outline does: an arrow, a cross, a curve drawn by hand.
    """
    properties = properties_of(shape)
    if properties is None or is_on(first(properties, "adec:decorative"), "val"):
        return ""
    if properties.get("descr"):
        return clean(properties.get("descr", ""))
    if shape.tag == "p:contentPart":
        return clean(properties.get("name") or "ink")
    look = at(shape, "p:spPr")
    preset = at(look, "a:prstGeom")
    name = preset.get("prst", "") if preset is not None else ""
    if (
        _is_connected(shape)
        or _has_head(look)
        or (name and name not in _PLAIN)
        or (at(look, "a:custGeom") is not None)
    ):
        return clean(properties.get("name") or name or "?")
    return ""


def listed(names: Iterable[str]) -> str:
    """Names on one line, those that come more than once counted: ``Arrow 1, Line (3)``."""
    counted = Counter(names)
    return ", ".join(name if count == 1 else f"{name} ({count})" for name, count in counted.items())


def _is_connected(shape: Element) -> bool:
    own = at(shape, "p:nvCxnSpPr", "p:cNvCxnSpPr")
    return at(own, "a:stCxn") is not None or at(own, "a:endCxn") is not None


def _has_head(look: Element | None) -> bool:
    line = at(look, "a:ln")
    ends = (at(line, "a:headEnd"), at(line, "a:tailEnd"))
    return any(each is not None and each.get("type", "none") != "none" for each in ends)
