"""Slides as pictures: as the stage shows them by Typst, or page by page in cells."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from presenter.handout.export_job import ExportJob
from presenter.handout.svg import page_as_svg
from presenter.render.compiling import Workspace, svg_as_png
from presenter.render.pictures import DeckPictures
from presenter.render.stops import Look, stops_of

_PPI = 192
"""Two pixels for a unit of the SVG: 1,644 in all for a page of 80 cells."""


def export(job: ExportJob) -> Iterator[bytes]:
    """A PNG for each page. Characters that no font has are told to `job.warn`."""
    return _in_cells(job) if job.pixels is None else _by_typst(job, job.pixels)


def _by_typst(job: ExportJob, pixels: tuple[int, int]) -> Iterator[bytes]:
    """What the stage shows as pictures of so many pixels: each stop, or each page at its end."""
    look = Look(job.theme, *pixels, job.setting.reveal, job.setting.language)
    with tempfile.TemporaryDirectory(prefix="presenter-") as folder:
        pictures = DeckPictures(job.deck, look, Workspace(Path(folder)))
        if lacking := pictures.lacking(job.indexes):
            job.warn("handout.no-glyph", characters=" ".join(lacking))
        for place, index in enumerate(job.indexes):
            job.passed(place, len(job.indexes))
            steps = pictures.steps(index)
            if job.steps:
                # A step is looked at several times, to find where pages change.
                drawn = cache(partial(pictures.draw, index))
                yield from (drawn(step)[page] for step, page, _ in stops_of(steps, drawn, 0))
            else:
                yield from pictures.draw(index, steps[-1])


def _in_cells(job: ExportJob) -> Iterator[bytes]:
    told = frozenset[str]()
    for _, page in job.pages():
        svg = page_as_svg(page, job.theme, job.setting.ruler, packaged=True)
        made = svg_as_png(svg, frozenset(page.text()), _PPI)
        if new := [each for each in made.lacking if each not in told]:
            job.warn("handout.no-glyph", characters=" ".join(new))
            told |= frozenset(new)
        yield made.data
