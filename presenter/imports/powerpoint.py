"""A PowerPoint file to a draft of an outline, through python-pptx.

Titles, bullets with their levels, tables, charts, pictures, notes; what has no equivalent is told
with the number of its slide.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as PLACEHOLDER

from presenter.deck import Slide
from presenter.deck.blocks import Block, Chart, Column, Columns, Image, Table, Text
from presenter.deck.clean import clean
from presenter.deck.model import DeckHead
from presenter.imports.draft import Draft, DraftSlide, Remark
from presenter.imports.language import language_in
from presenter.imports.paragraphs import blocks_of, line_of, plain_lines
from presenter.imports.plain import joined, literal_text
from presenter.imports.saved import Saved
from presenter.imports.structure import give_parts

MOST_BYTES = 512 * 1024 * 1024
"""What a file may hold when it is unpacked."""

_FURNITURE = (PLACEHOLDER.DATE, PLACEHOLDER.FOOTER, PLACEHOLDER.SLIDE_NUMBER)
_TITLES = (PLACEHOLDER.TITLE, PLACEHOLDER.CENTER_TITLE, PLACEHOLDER.VERTICAL_TITLE)
_KINDS = {"COLUMN": "column", "BAR": "bar", "LINE": "line"}


class NotPowerPointError(Exception):
    """The file is no PowerPoint file, or one too large to be read."""


def read_powerpoint(path: Path, saved: Saved) -> Draft:
    """The deck at `path`. Raises OSError, or NotPowerPointError if it cannot be understood."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_BYTES:
                raise NotPowerPointError
        deck = Presentation(str(path))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise NotPowerPointError from error
    except OSError:
        raise
    except Exception as error:  # python-pptx and lxml raise classes of their own
        raise NotPowerPointError from error
    furniture: set[str] = set()
    slides = [
        _SlideReader(slide, number, saved, furniture).read()
        for number, slide in enumerate(deck.slides, 1)
    ]
    properties = deck.core_properties
    first = next((each.slide.title for each in slides if each.slide.title), "")
    named = _said(properties.title) if _is_title(properties.title) else ""
    text = "".join(each.slide.title + each.slide.notes for each in slides)
    head = DeckHead(
        title=named or first or path.stem, author=_said(properties.author), lang=language_in(text)
    )
    give_parts(slides)
    return Draft(head, slides, place="slide")


def _said(text: str | None) -> str:
    return literal_text(clean(joined(text or "")))


def _is_title(text: str | None) -> bool:
    """Whether a file's title is one that a person gave it."""
    return bool(text) and text not in ("PowerPoint Presentation", "PowerPoint 演示文稿")


class _SlideReader:
    def __init__(self, slide: Any, number: int, saved: Saved, furniture: set[str]) -> None:
        self._slide = slide
        self._number = number
        self._saved = saved
        self._furniture = furniture
        self._remarks: list[Remark] = []
        self._title = ""
        self._subtitle = ""

    def read(self) -> DraftSlide:
        """The slide, its shapes from top to bottom."""
        placed: list[tuple[Any, list[Block]]] = []
        for shape in sorted(_flat(self._slide.shapes), key=_position):
            if blocks := self._blocks(shape):
                placed.append((shape, blocks))
        slide = Slide(
            title=self._title,
            subtitle=self._subtitle,
            notes=self._notes(),
            hidden=self._slide._element.get("show") == "0",
            content=tuple(_in_columns(placed)),
        )
        return DraftSlide(slide, self._remarks)

    def _remark(self, code: str, what: str = "") -> None:
        self._remarks.append(Remark(self._number, code, what))

    def _notes(self) -> str:
        if not self._slide.has_notes_slide:
            return ""
        frame = self._slide.notes_slide.notes_text_frame
        text = "\n\n".join(plain_lines(frame)) if frame is not None else ""
        return text + "\n" if "\n" in text else text

    def _blocks(self, shape: Any) -> list[Block]:
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if kind in _FURNITURE:
            self._note_furniture(shape, kind)
            return []
        if kind in _TITLES and not self._title:
            self._title = " ".join(plain_lines(shape.text_frame))
            return []
        if kind == PLACEHOLDER.SUBTITLE and not self._subtitle:
            self._subtitle = " ".join(plain_lines(shape.text_frame))
            return []
        if getattr(shape, "has_table", False):
            return self._table(shape.table)
        if getattr(shape, "has_chart", False):
            return self._chart(shape.chart)
        if hasattr(shape, "image"):
            return self._picture(shape)
        if shape.has_text_frame:
            return blocks_of(shape.text_frame, bulleted=kind is not None)
        self._remark("shape", shape.name)
        return []

    def _note_furniture(self, shape: Any, kind: Any) -> None:
        text = " ".join(plain_lines(shape.text_frame))
        if kind != PLACEHOLDER.SLIDE_NUMBER and text and text not in self._furniture:
            self._furniture.add(text)
            self._remark("not-carried", text)

    def _table(self, table: Any) -> list[Block]:
        rows = [tuple(line_of(cell.text_frame) for cell in row.cells) for row in table.rows]
        header = rows.pop(0) if table.first_row and len(rows) > 1 else ()
        return [Table(rows=tuple(rows), header=header)]

    def _chart(self, chart: Any) -> list[Block]:
        try:
            plot = chart.plots[0]
            labels = [clean(str(each)) for each in plot.categories]
            series = [(clean(each.name or ""), list(each.values)) for each in plot.series]
        except (AttributeError, IndexError, KeyError, ValueError, NotImplementedError):
            self._remark("not-carried", "chart")
            return []
        title = ""
        if chart.has_title and chart.chart_title.has_text_frame:
            title = line_of(chart.chart_title.text_frame)
        blocks: list[Block] = [Text(text=title)] if title else []
        values = series[0][1] if len(series) == 1 else []
        is_plain = all(isinstance(each, int | float) for each in values) and bool(values)
        if is_plain and len(set(labels)) == len(labels) == len(values):
            name = str(chart.chart_type).split("_")[0].split(".")[-1]
            shape: Any = _KINDS.get(name, "bar")
            data = {label: float(value) for label, value in zip(labels, values, strict=True)}
            return [*blocks, Chart(data=data, kind=shape)]
        self._remark("chart", title or "chart")
        rows = tuple(
            (literal_text(label), *(_number(each[1], index) for each in series))
            for index, label in enumerate(labels)
        )
        names = ("", *(literal_text(name) for name, _ in series))
        return [*blocks, Table(rows=rows, header=names)]

    def _picture(self, shape: Any) -> list[Block]:
        alt = clean(shape._element._nvXxPr.cNvPr.get("descr") or "")
        try:
            data, name = shape.image.blob, shape.image.filename or shape.name
        except (AttributeError, KeyError, ValueError):
            self._remark("picture", shape.name)
            return [Text(text=literal_text(alt))] if alt else []
        path = self._saved.save(data)
        if not path:
            self._remark("picture" if self._saved.folder else "picture-not-saved", name)
            return [Text(text=literal_text(alt))] if alt else []
        return [Image(path=path, alt=alt)]


def _number(values: list[Any], index: int) -> str:
    value = values[index] if index < len(values) else None
    return "" if value is None else f"{value:g}"


def _flat(shapes: Any) -> Iterator[Any]:
    """All shapes, those in groups too."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _position(shape: Any) -> tuple[int, int]:
    return shape.top or 0, shape.left or 0


def _in_columns(placed: list[tuple[Any, list[Block]]]) -> Iterator[Block]:
    """The blocks of all shapes; two shapes side by side make columns."""
    index = 0
    while index < len(placed):
        shape, blocks = placed[index]
        if index + 1 < len(placed) and _are_side_by_side(shape, placed[index + 1][0]):
            pair = sorted(placed[index : index + 2], key=lambda each: each[0].left)
            yield Columns(columns=tuple(Column(content=tuple(each)) for _, each in pair))
            index += 2
        else:
            yield from blocks
            index += 1


def _are_side_by_side(one: Any, other: Any) -> bool:
    """Whether two shapes share most of their height and none of their width."""
    sizes = [one.top, one.left, one.width, one.height]
    sizes += [other.top, other.left, other.width, other.height]
    if any(size is None for size in sizes):
        return False
    shared = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    apart = one.left + one.width <= other.left or other.left + other.width <= one.left
    return bool(apart and 2 * shared > max(one.height, other.height))
