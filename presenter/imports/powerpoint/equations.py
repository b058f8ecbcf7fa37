"""Equations (Office Math) as a line of text: a fraction as (a)/(b), a root as √(x), x² as x²."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from presenter.imports.powerpoint.scripts import in_script
from presenter.imports.powerpoint.xml import at, children

_DEEPEST = 40
"""What lies deeper is given as its bare words."""


def equation_text(element: Element, depth: int = 0) -> str:
    """What `element` says, on one line. Source: ISO/IEC 29500-1, 22.1."""
    if element.tag == "m:t":
        return element.text or ""
    if depth > _DEEPEST:
        return "".join(each.text or "" for each in element.iter("m:t"))

    def part(name: str) -> str:
        found = at(element, name)
        return equation_text(found, depth + 1) if found is not None else ""

    match element.tag:
        case "m:f":
            return f"{_grouped(part('m:num'))}/{_grouped(part('m:den'))}"
        case "m:rad":
            return f"{_script(part('m:deg'), 1)}√{_grouped(part('m:e'))}"
        case "m:sSup" | "m:sSub" | "m:sSubSup":
            return part("m:e") + _script(part("m:sub"), -1) + _script(part("m:sup"), 1)
        case "m:sPre":
            return _script(part("m:sub"), -1) + _script(part("m:sup"), 1) + part("m:e")
        case "m:nary":
            sign = at(element, "m:naryPr", "m:chr")
            shown = sign.get("m:val", "∫") if sign is not None else "∫"
            return f"{shown}{_script(part('m:sub'), -1)}{_script(part('m:sup'), 1)} {part('m:e')}"
        case "m:d":
            inner = [equation_text(each, depth + 1) for each in children(element, "m:e")]
            return (
                _bracket(element, "m:begChr", "(")
                + ", ".join(inner)
                + _bracket(element, "m:endChr", ")")
            )
        case "m:m":
            rows = (
                ", ".join(equation_text(cell, depth + 1) for cell in children(row, "m:e"))
                for row in children(element, "m:mr")
            )
            return "; ".join(rows)
        case "m:oMathPara" | "m:eqArr":
            return "; ".join(filter(None, (equation_text(each, depth + 1) for each in element)))
    return "".join(equation_text(each, depth + 1) for each in element)


def _grouped(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _script(text: str, shift: int) -> str:
    if not text:
        return ""
    return in_script(text, shift) or ("^" if shift > 0 else "_") + _grouped(text)


def _bracket(element: Element, name: str, otherwise: str) -> str:
    found = at(element, "m:dPr", name)
    return otherwise if found is None else found.get("m:val", "")
