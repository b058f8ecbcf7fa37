"""What a presentation says when another reads it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.slide import Slide

from presenter.handout.export_job import ExportJob
from presenter.handout.pptx import export


def exported(job: ExportJob) -> bytes:
    """The file."""
    (data,) = export(job)
    return data


def slides(job: ExportJob) -> list[Slide]:
    """The slides of the file, as python-pptx opens it."""
    return list(Presentation(BytesIO(exported(job))).slides)


def parts(data: bytes) -> dict[str, bytes]:
    """All parts by name, those of the workbooks in it too."""
    found: dict[str, bytes] = {}
    with ZipFile(BytesIO(data)) as file:
        assert len(file.namelist()) == len(set(file.namelist()))
        for name in file.namelist():
            part = file.read(name)
            found[name] = part
            if name.endswith(".xlsx"):
                found |= {f"{name}/{inner}": each for inner, each in parts(part).items()}
    return found


def shapes(slide: Slide, name: str) -> list[Any]:
    """The shapes of a slide whose name begins so."""
    return [shape for shape in slide.shapes if shape.name.startswith(name)]


def texts(slide: Slide) -> Iterator[str]:
    """Every paragraph on a slide, those of tables and charts too."""
    shape: Any
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            yield from shape.chart.plots[0].categories
