"""A slide of a PowerPoint file: its shapes as blocks, its title and notes.

What has no equivalent is told with the slide's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as PLACEHOLDER

from presenter.deck import Slide
from presenter.deck.blocks import Block, Image, Table, Text
from presenter.deck.clean import clean
from presenter.imports.draft import DraftSlide, Remark
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.charts import UnreadableChartError, data_of, title_of
from presenter.imports.powerpoint.paragraphs import blocks_of, line_of, plain_lines
from presenter.imports.powerpoint.saved import Saved
from presenter.imports.powerpoint.side_by_side import in_columns

_FURNITURE = (PLACEHOLDER.DATE, PLACEHOLDER.FOOTER, PLACEHOLDER.SLIDE_NUMBER)
_TITLES = (PLACEHOLDER.TITLE, PLACEHOLDER.CENTER_TITLE, PLACEHOLDER.VERTICAL_TITLE)
_BOLD = re.compile(r"\*\*([^*]*)\*\*")


class SlideReader:
    """Reads the slide of a `number`; `furniture`: what stands at the foot of those before it."""

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
            content=tuple(in_columns(placed)),
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
        # A header is bold as it is.
        header = tuple(_BOLD.sub(r"\1", cell) for cell in header)
        return [Table(rows=tuple(rows), header=header)]

    def _chart(self, chart: Any) -> list[Block]:
        try:
            data = data_of(chart)
        except UnreadableChartError:
            self._remark("not-carried", "chart")
            return []
        title = title_of(chart)
        if isinstance(data, Table):
            self._remark("chart", title or "chart")
        return [Text(text=title), data] if title else [data]

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


def _flat(shapes: Any) -> Iterator[Any]:
    """All shapes, those in groups too."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _position(shape: Any) -> tuple[int, int]:
    return shape.top or 0, shape.left or 0
