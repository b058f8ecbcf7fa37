"""A paragraph's runs in a PowerPoint file as inline Markdown, equations among them.

Source: ISO/IEC 29500-1, 21.1.2.3 (runs), 22.1 (equations).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.content.inline import plain_text
from presenter.deck.characters import clean
from presenter.imports.plain import LONGEST, escaped_text, in_script, link_target, literal_text
from presenter.imports.powerpoint.package import Reading, chosen
from presenter.imports.powerpoint.xml import at, attribute, children, content, first, is_on, number

# Equations: a fraction as (a)/(b), a root as √(x), x² as x².

_DEEPEST = 40
"""What lies deeper is given as its bare words."""


def equation_text(element: Element, depth: int = 0) -> str:
    """What `element` says, on one line. Source: ISO/IEC 29500-1, 22.1."""
    if element.tag == "m:t":
        return content(element)
    if depth > _DEEPEST:
        return "".join(map(content, element.iter("m:t")))

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
            sign = attribute(at(element, "m:naryPr", "m:chr"), "m:val", "∫")
            return f"{sign}{_script(part('m:sub'), -1)}{_script(part('m:sup'), 1)} {part('m:e')}"
        case "m:d":
            inner = [equation_text(each, depth + 1) for each in children(element, "m:e")]
            opens, closes = (_bracket(element, *each) for each in _BRACKETS)
            return opens + ", ".join(inner) + closes
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


_BRACKETS = (("m:begChr", "("), ("m:endChr", ")"))


def _bracket(element: Element, name: str, otherwise: str) -> str:
    found = at(element, "m:dPr", name)
    return otherwise if found is None else attribute(found, "m:val")


# Runs.

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FOLLOWED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_LETTER = re.compile(r"\w")


class _Piece(NamedTuple):
    """A stretch of text in one look. marks: those of Markdown; shift: raised above 0, lowered."""

    text: str
    marks: str = ""
    shift: int = 0
    address: str = ""


def markdown_of(
    reading: Reading, *paragraphs: Element, bold: bool = True, between: str = " "
) -> str:
    """Paragraphs as one of inline Markdown, their line breaks hard ones. bold: whether it is said.

    Several are parted by `between`. They are read as one, as marks that are alone in their own
    paragraph may make a pair.
    """
    found: list[_Piece] = []
    for each in paragraphs:
        found += [_Piece(between)] if found else []
        found += _pieces(each, reading, bold)
    pieces = _scripted(list(_merged(iter(found))), reading)
    if not any(each.marks or each.address for each in pieces):
        return _finished(_written(pieces, literal_text))
    said = _SPACES.sub("", "".join(each.text for each in pieces))
    trimmed = [part for each in pieces for part in _trimmed(each)]
    for way, escape in ((pieces, literal_text), (pieces, escaped_text), (trimmed, escaped_text)):
        text = _finished(_written(way, escape))
        if len(text) > LONGEST or _SPACES.sub("", plain_text(text)) == said:
            return text
    # Marks that would be read otherwise beside these letters are let go.
    reading.warn("looks", "".join(each.text for each in pieces if each.marks or each.address))
    return _finished(literal_text("".join(each.text for each in pieces)))


def _finished(text: str) -> str:
    return text.strip().replace("\n", "\\\n")


def plain_of(paragraph: Element) -> str:
    """A paragraph without its looks, as it is shown."""
    return "".join(piece.text for piece in _pieces(paragraph, None, False))


def _trimmed(piece: _Piece) -> list[_Piece]:
    text = piece.text
    letters = [match.end() for match in _LETTER.finditer(text)]
    if not piece.marks or piece.address or not letters:
        return [piece]
    start, end = letters[0] - 1, letters[-1]
    return [_Piece(text[:start]), piece._replace(text=text[start:end]), _Piece(text[end:])]


def _written(pieces: Sequence[_Piece], escape: Callable[[str], str]) -> str:
    return "".join(_marked(each, escape) for each in pieces)


def _marked(piece: _Piece, escape: Callable[[str], str]) -> str:
    text, inner = piece.text, piece.text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    shown = escape(inner)
    if piece.address:
        shown = f"[{shown}]({link_target(piece.address)})"
    return f"{before}{piece.marks}{shown}{piece.marks[::-1]}{after}"


def _merged(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    for _, group in groupby(pieces, lambda each: each[1:]):
        same = list(group)
        yield same[0]._replace(text="".join(each.text for each in same))


def _scripted(pieces: list[_Piece], reading: Reading) -> list[_Piece]:
    """`pieces` with raised and lowered text in characters of its own, or told."""
    made = []
    for index, piece in enumerate(pieces):
        text = in_script(piece.text, piece.shift) if piece.shift else piece.text
        if piece.shift and piece.text.strip() and not text:
            before = pieces[index - 1].text[-12:] if index else ""
            reading.warn("raised" if piece.shift > 0 else "lowered", f"{before}{piece.text}")
        made.append(piece._replace(text=text or piece.text, shift=0))
    return list(_merged(iter(made)))


def _pieces(paragraph: Element, reading: Reading | None, bold: bool) -> Iterator[_Piece]:
    for outer in paragraph:
        for child in chosen(outer):
            match child.tag:
                case "a:r":
                    yield _run(child, reading, bold)
                case "a:br":
                    yield _Piece("\n")
                case "a:pPr" | "a:endParaRPr":
                    pass
                case "a14:m" | "m:oMath" | "m:oMathPara":
                    text = _shown(equation_text(child))
                    if reading is not None and text.strip():
                        reading.warn("equation", text)
                    yield _Piece(text)
                case _:
                    yield _Piece(_written_in(child))


def _run(run: Element, reading: Reading | None, bold: bool) -> _Piece:
    text = _written_in(run)
    looks = at(run, "a:rPr")
    if looks is None or reading is None:
        return _Piece(text)
    marks = "**" if bold and is_on(looks, "b") else ""
    marks += "*" if is_on(looks, "i") else ""
    marks += "~~" if looks.get("strike", "noStrike") != "noStrike" else ""
    link = at(looks, "a:hlinkClick")
    address = address_of(link, reading, text) if link is not None else ""
    return _Piece(text, marks, number(looks, "baseline"), address)


def address_of(link: Element, reading: Reading, text: str) -> str:
    """Where a link leads if a deck may follow it there; else it is told, with its `text`."""
    found = reading.relations.get(attribute(link, "r:id"))
    target = clean(found.target) if found else ""
    if found and found.external and _FOLLOWED.match(target):
        return target
    if found and found.target in reading.slides:
        reading.warn("slide-link", f"{text} → {reading.slides[found.target]}")
    elif (target or link.get("action")) and link.get("action") != "ppaction://media":
        action = clean(link.get("action", ""))
        reading.warn("link", f"{text} → {target or action.partition('jump=')[2] or action}")
    return ""


def font_of(run: Element) -> str:
    """The font that a run asks for by itself."""
    return attribute(first(at(run, "a:rPr"), "a:latin"), "typeface")


def _written_in(element: Element) -> str:
    return _shown("".join(map(content, element.iter("a:t"))))


def _shown(text: str) -> str:
    """`text` with the escapes of control characters read (29500-1, 22.9.2.19)."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return clean(text.replace("\v", "\n").replace("\r", "\n"))


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code < 0x20 or code == 0x5F else match[0]
