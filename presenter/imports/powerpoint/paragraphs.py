"""The paragraphs of a PowerPoint text as lists and texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Bullets, Code, Item, Numbers
from presenter.imports.plain import joined
from presenter.imports.powerpoint.lengths import texts_of
from presenter.imports.powerpoint.marks import Mark, level_of, mark_of
from presenter.imports.powerpoint.reading import Reading
from presenter.imports.powerpoint.runs import font_of, markdown_of, plain_of
from presenter.imports.powerpoint.xml import children

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
    lines = []
    for each in children(body, "a:p"):
        if text := markdown_of(reading, each):
            lines.append(_Line(text, level_of(each), mark_of(each, styles)))
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
    paragraphs = list(children(body, "a:p"))
    runs = [run for each in paragraphs for run in children(each, "a:r") if "".join(run.itertext())]
    runs = [run for run in runs if "".join(run.itertext()).strip()]
    if not runs or not all(_is_monospaced(font_of(run)) for run in runs):
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
            reading.tell("mixed-list", "")
        if mark.kind == "numbers":
            _tell_numbers(run, reading)
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


def _tell_numbers(run: Sequence[_Line], reading: Reading) -> None:
    mark = run[0].mark
    if mark.start != 1:
        reading.tell("numbering-from", str(mark.start))
    if mark.numerals and not mark.numerals.startswith(_COUNTED):
        reading.tell("numerals", mark.numerals)


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
