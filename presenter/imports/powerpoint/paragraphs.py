"""The paragraphs of a PowerPoint text as lists and texts, their runs as inline Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from presenter.deck.blocks import Block, Bullets, Code, Item, Numbers, Text
from presenter.deck.clean import clean
from presenter.imports.plain import joined, link_target, literal_text

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_MONOSPACED = ("consolas", "courier", "menlo", "monaco", "lucida console")
"""How the names of fonts for code begin; the others have "mono" or "code" in them."""

DEEPEST = 8
"""PowerPoint's levels go from 0 to 8."""


class _Line(NamedTuple):
    text: str
    level: int
    mark: str
    """``numbers``, ``bullets`` or nothing."""


def blocks_of(frame: Any, *, bulleted: bool) -> list[Block]:
    """The blocks of a text frame; `bulleted`: paragraphs have bullets unless they say otherwise."""
    if source := _code(frame):
        return [Code(source=source)]
    lines = [line for each in frame.paragraphs if (line := _line(each, bulleted)).text.strip()]
    if len(lines) == 1 and not lines[0].level and lines[0].mark == "bullets" and bulleted:
        own = frame.paragraphs[0]._p.pPr
        if own is None or own.find(f"{_A}buChar") is None:
            return [Text(text=lines[0].text)]
    return list(_blocks(lines))


def _code(frame: Any) -> str:
    """The text of a frame of which every run is in a monospaced font; empty for others."""
    runs = [run for each in frame.paragraphs for run in each.runs if run.text.strip()]
    if not runs or not all(_is_monospaced(run.font.name or "") for run in runs):
        return ""
    lines = (clean(each.text.replace("\v", "\n")).rstrip() for each in frame.paragraphs)
    return "\n".join(lines).strip("\n")


def _is_monospaced(font: str) -> bool:
    name = font.casefold()
    return name.startswith(_MONOSPACED) or "mono" in name.split() or name.endswith(" code")


def line_of(frame: Any) -> str:
    """A text frame on one line of inline Markdown."""
    return joined(" ".join(filter(None, (_markdown(each) for each in frame.paragraphs))))


def plain_lines(frame: Any) -> list[str]:
    """The paragraphs of a text frame without their looks, empty ones left out."""
    texts = (clean(each.text.replace("\v", "\n")).strip() for each in frame.paragraphs)
    return [literal_text(text) for text in texts if text]


def _blocks(lines: Sequence[_Line]) -> Iterator[Block]:
    mark = ""
    runs: list[list[_Line]] = []
    for line in lines:
        # A deeper line belongs to the list that it is in, whatever its own mark.
        if runs and (line.mark == mark or (line.level and mark)):
            runs[-1].append(line)
        else:
            runs.append([line])
            mark = line.mark
    for run in runs:
        if not run[0].mark:
            yield Text(text="\n\n".join(line.text for line in run) + "\n" * (len(run) > 1))
        else:
            kind = Numbers if run[0].mark == "numbers" else Bullets
            yield kind(items=_items(run, 0))


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


def _line(paragraph: Any, bulleted: bool) -> _Line:
    own = paragraph._p.pPr
    mark = "bullets" if bulleted else ""
    if own is not None:
        if own.find(f"{_A}buAutoNum") is not None:
            mark = "numbers"
        elif own.find(f"{_A}buChar") is not None or own.find(f"{_A}buBlip") is not None:
            mark = "bullets"
        elif own.find(f"{_A}buNone") is not None:
            mark = ""
    return _Line(_markdown(paragraph), min(paragraph.level, DEEPEST), mark)


def _markdown(paragraph: Any) -> str:
    """The text of a paragraph with its bold, italic and links."""
    runs = {run._r: run for run in paragraph.runs}
    pieces: list[tuple[str, str, str]] = []
    for child in paragraph._p:
        run = runs.get(child)
        if run is not None:
            font = run.font
            mark = ("**" if font.bold else "") + ("*" if font.italic else "")
            pieces.append((clean(run.text.replace("\v", "\n")), mark, _address(run)))
        elif child.tag == f"{_A}br":
            pieces.append(("\n", "", ""))
        elif child.tag == f"{_A}fld":
            pieces.append((clean("".join(child.itertext())), "", ""))
    written = [
        _marked("".join(text for text, _, _ in group), mark, address)
        for (mark, address), group in groupby(pieces, lambda piece: piece[1:])
    ]
    return "".join(written).strip().replace("\n", "\\\n")


def _address(run: Any) -> str:
    try:
        return clean(run.hyperlink.address or "")
    except (AttributeError, KeyError):
        return ""


def _marked(text: str, mark: str, address: str) -> str:
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    shown = literal_text(inner)
    if address:
        shown = f"[{shown}]({link_target(address)})"
    return f"{before}{mark}{shown}{mark[::-1]}{after}"
