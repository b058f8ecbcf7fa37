"""The marks of a paragraph, a bullet or a number: its own, or those of the styles above it.

Sources: ISO/IEC 29500-1, 21.1.2.4 (bullets and numbering), 19.3.1.51 (the master's styles).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.imports.powerpoint.xml import at, number

DEEPEST = 8
"""PowerPoint's levels go from 0 to 8."""


class Mark(NamedTuple):
    """What stands before a paragraph."""

    kind: str = ""
    """``numbers``, ``bullets`` or nothing."""
    start: int = 1
    numerals: str = ""
    """What numbers look like: ``arabicPeriod``, ``alphaLcParenR``, …"""
    own: bool = False
    """Whether the paragraph says it of itself."""


def level_of(paragraph: Element) -> int:
    """How deep a paragraph lies, from 0."""
    return min(max(number(at(paragraph, "a:pPr"), "lvl"), 0), DEEPEST)


def mark_of(paragraph: Element, styles: Sequence[Element]) -> Mark:
    """The mark of a paragraph; `styles` are the lists of level styles above it, nearest first."""
    own = _mark(at(paragraph, "a:pPr"))
    if own is not None:
        return own._replace(own=True)
    name = f"a:lvl{level_of(paragraph) + 1}pPr"
    for style in styles:
        if found := _mark(at(style, name)):
            return found
    return Mark()


def _mark(properties: Element | None) -> Mark | None:
    for each in properties if properties is not None else ():
        match each.tag:
            case "a:buNone":
                return Mark(kind="", numerals="")
            case "a:buChar" | "a:buBlip":
                return Mark("bullets")
            case "a:buAutoNum":
                return Mark("numbers", number(each, "startAt", 1), each.get("type", ""))
    return None
