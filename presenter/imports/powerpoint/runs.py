"""The runs of a paragraph as inline Markdown: bold, italic, strikes, links, raised and lowered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.content.inline import plain_text
from presenter.deck.clean import clean
from presenter.imports.plain import LONGEST, escaped_text, link_target, literal_text
from presenter.imports.powerpoint.equations import equation_text
from presenter.imports.powerpoint.reading import Reading, chosen
from presenter.imports.powerpoint.scripts import in_script
from presenter.imports.powerpoint.xml import at, first, is_on, number

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
    reading.tell("looks", "".join(each.text for each in pieces if each.marks or each.address))
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
            reading.tell("raised" if piece.shift > 0 else "lowered", f"{before}{piece.text}")
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
                        reading.tell("equation", text)
                    yield _Piece(text)
                case _:
                    yield _Piece(_shown("".join(each.text or "" for each in child.iter("a:t"))))


def _run(run: Element, reading: Reading | None, bold: bool) -> _Piece:
    text = _shown("".join(each.text or "" for each in run.iter("a:t")))
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
    found = reading.relations.get(link.get("r:id", ""))
    target = clean(found.target) if found is not None else ""
    if found is not None and found.external and _FOLLOWED.match(target):
        return target
    if found is not None and found.target in reading.slides:
        reading.tell("slide-link", f"{text} → {reading.slides[found.target]}")
    elif (target or link.get("action")) and link.get("action") != "ppaction://media":
        action = clean(link.get("action", ""))
        reading.tell("link", f"{text} → {target or action.partition('jump=')[2] or action}")
    return ""


def font_of(run: Element) -> str:
    """The font that a run asks for by itself."""
    latin = first(at(run, "a:rPr"), "a:latin")
    return latin.get("typeface", "") if latin is not None else ""


def _shown(text: str) -> str:
    """`text` with the escapes of control characters read (29500-1, 22.9.2.19)."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return clean(text.replace("\v", "\n").replace("\r", "\n"))


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code < 0x20 or code == 0x5F else match[0]
