"""The text in a PowerPoint file: paragraphs as lists, texts, code and headings.

Sources: ISO/IEC 29500-1, 21.1.2.4 (bullets and numbering), 19.3.1.51 (the master's styles).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Bullets, Code, Item, Numbers, Text
from presenter.deck.fields import MOST_TEXT
from presenter.imports.plain import joined
from presenter.imports.powerpoint.package import Reading
from presenter.imports.powerpoint.runs import font_of, markdown_of, plain_of
from presenter.imports.powerpoint.xml import at, children, number

# Lengths.

MOST_TITLE = 1_000
"""A longer title is a text: nobody reads it as a title, and a deck refuses one of 4,000."""

MOST_NOTES = 190_000


Size = tuple[int, int]
"""How many texts, and how long they are together."""

_Part = TypeVar("_Part")


def grouped(
    parts: Iterable[_Part], size_of: Callable[[_Part], Size], most: Size
) -> Iterator[list[_Part]]:
    """`parts` in groups, as few as may be, each of `most` texts and characters."""
    kept: list[_Part] = []
    texts = characters = 0
    for each in parts:
        own = size_of(each)
        if kept and not fits((texts + own[0], characters + own[1]), most):
            yield kept
            kept, texts, characters = [], 0, 0
        kept.append(each)
        texts, characters = texts + own[0], characters + own[1]
    if kept:
        yield kept


def fits(size: Size, most: Size) -> bool:
    """Whether `size` is no more than `most`."""
    return size[0] <= most[0] and size[1] <= most[1]


def texts_of(paragraphs: Sequence[str]) -> Iterator[Text]:
    """Paragraphs of inline Markdown as texts, as few as may be."""
    pieces = (piece for each in paragraphs for piece in _cut_up(each, MOST_TEXT - 2))
    for group in grouped(pieces, lambda piece: (0, len(piece) + 2), (0, MOST_TEXT)):
        yield Text(text="\n\n".join(group) + "\n" * (len(group) > 1))


def _cut_up(text: str, most: int) -> Iterator[str]:
    """`text` in pieces of at most `most` characters, cut at a space where there is one."""
    while len(text) > most:
        cut = text.rfind(" ", most // 2, most)
        cut = cut if cut > 0 else most - (text[most - 1] == "\\")
        yield text[:cut]
        text = text[cut:].strip()
    yield text


# Bullets and numbers.

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
    for each in children(properties):
        match each.tag:
            case "a:buNone":
                return Mark(kind="", numerals="")
            case "a:buChar" | "a:buBlip":
                return Mark("bullets")
            case "a:buAutoNum":
                return Mark("numbers", number(each, "startAt", 1), each.get("type", ""))
    return None


# Paragraphs.

_MONOSPACED = ("consolas", "courier", "menlo", "monaco", "lucida console")
"""How the names of fonts for code begin; the others have "mono" or "code" in them."""

_COUNTED = ("arabic", "circleNum", "ea1ChsPeriod")


class _Line(NamedTuple):
    text: str
    level: int
    mark: Mark


def blocks_of(body: Element, styles: Sequence[Element], reading: Reading) -> list[Block]:
    """The blocks of a text body; `styles`: what says the marks of its paragraphs, nearest first."""
    if source := _code(body):
        return [Code(source=source)]
    lines = [
        _Line(text, level_of(each), mark_of(each, styles))
        for each in children(body, "a:p")
        if (text := markdown_of(reading, each))
    ]
    if len(lines) == 1:
        (only,) = lines
        if not only.level and only.mark.kind == "bullets" and not only.mark.own:
            return list(texts_of([only.text]))
    return list(_blocks(lines, reading))


def line_of(body: Element | None, reading: Reading, *, bold: bool = True) -> str:
    """A text body on one line of inline Markdown."""
    return joined(markdown_of(reading, *_said(body), bold=bold))


def heading_of(body: Element | None, reading: Reading) -> str:
    """A title: inline Markdown without bold, its paragraphs and line breaks kept as lines."""
    text = markdown_of(reading, *_said(body), bold=False, between="\n")
    return text.replace("\\\n", "\n")


def _said(body: Element | None) -> list[Element]:
    """The paragraphs in which something stands."""
    return [each for each in children(body, "a:p") if plain_of(each).strip()]


def _code(body: Element) -> str:
    """The text of a body of which every run is in a monospaced font; empty for others."""
    paragraphs = children(body, "a:p")
    runs = [run for each in paragraphs for run in children(each, "a:r")]
    fonts = [font_of(run) for run in runs if "".join(run.itertext()).strip()]
    if not fonts or not all(map(_is_monospaced, fonts)):
        return ""
    return "\n".join(plain_of(each).rstrip() for each in paragraphs).strip("\n")


def _is_monospaced(font: str) -> bool:
    name = font.casefold()
    return name.startswith(_MONOSPACED) or "mono" in name.split() or name.endswith(" code")


def _blocks(lines: Sequence[_Line], reading: Reading) -> Iterator[Block]:
    for run in _runs(lines):
        mark = run[0].mark
        if not mark.kind:
            yield from texts_of([line.text for line in run])
            continue
        if any(line.mark.kind != mark.kind for line in run):
            reading.warn("mixed-list", "")
        if mark.kind == "numbers":
            _warn_numbers(run, reading)
        yield (Numbers if mark.kind == "numbers" else Bullets)(items=_items(run, 0))


def _runs(lines: Sequence[_Line]) -> list[list[_Line]]:
    """`lines` as texts and lists: a list ends at another mark, or at a number that starts anew."""
    runs: list[list[_Line]] = []
    for line in lines:
        before = runs[-1][0].mark if runs else Mark()
        # A deeper line belongs to the list that it is in, whatever its own mark.
        belongs = line.mark.kind == before.kind and line.mark[1:3] == before[1:3]
        if runs and (belongs or (line.level and before.kind)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _warn_numbers(run: Sequence[_Line], reading: Reading) -> None:
    mark = run[0].mark
    if mark.start != 1:
        reading.warn("numbering-from", str(mark.start))
    if mark.numerals and not mark.numerals.startswith(_COUNTED):
        reading.warn("numerals", mark.numerals)


def _items(lines: Sequence[_Line], level: int) -> tuple[Item, ...]:
    """Items of `level` with the deeper ones under them."""
    items: list[Item] = []
    for deeper, group in groupby(lines, lambda line: line.level > level):
        found = list(group)
        if not deeper:
            items += [Item(joined(line.text)) for line in found]
        elif items:
            items[-1] = Item(items[-1].text, _items(found, level + 1))
        else:
            items += _items(found, level + 1)
    return tuple(items)
