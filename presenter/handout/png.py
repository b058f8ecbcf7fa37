"""Slides as pictures: as the stage shows them by Typst, or page by page in cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from presenter.handout.export_job import ExportJob, RefusedSlidesError
from presenter.handout.svg import page_as_svg
from presenter.render.compiling import RefusedError, Workspace, svg_as_png
from presenter.render.fonts import Flaw
from presenter.render.own_folder import own_folder
from presenter.render.pictures import DeckPictures
from presenter.render.stops import Pages, PictureLook, stops_of

_PPI = 192
"""Two pixels for a unit of the SVG: 1,644 in all for a page of 80 cells."""


def export(job: ExportJob) -> Iterator[bytes]:
    """A PNG for each page. Characters that no font has are told to `job.warn`.

    Raises RefusedSlidesError.
    """
    return _in_cells(job) if job.pixels is None else _by_typst(job, job.pixels)


def _by_typst(job: ExportJob, pixels: tuple[int, int]) -> Iterator[bytes]:
    """What the stage shows as pictures of so many pixels: each stop, or each page at its end."""
    look = PictureLook(job.theme, *pixels, job.setting.reveal, job.setting.language)
    with own_folder() as folder:
        pictures = DeckPictures(job.deck, look, Workspace(folder))
        for flaw in pictures.flaws(job.indexes):
            job.warn(f"handout.{flaw.code}", **flaw.values)
        for place, index in enumerate(job.indexes):
            job.passed(place, len(job.indexes))
            try:
                pages = _pages(pictures, index, steps=job.steps)
            except RefusedError as error:
                raise RefusedSlidesError(str(error), index) from error
            yield from pages


def _pages(pictures: DeckPictures, index: int, *, steps: bool) -> Pages:
    """The pictures of a slide: at each of its stops, or each page at its end."""
    all_steps = pictures.steps(index)
    if not steps:
        return pictures.draw(index, all_steps[-1])
    # A step is looked at several times, to find where pages change.
    drawn = cache(partial(pictures.draw, index))
    return tuple(drawn(step)[page] for step, page, _ in stops_of(all_steps, drawn, 0))


def _in_cells(job: ExportJob) -> Iterator[bytes]:
    told: list[Flaw] = []
    for _, page in job.pages():
        svg = page_as_svg(page, job.theme, job.setting.ruler, packaged=True)
        made = svg_as_png(svg, frozenset(page.text()), _PPI)
        for flaw in made.flaws:
            if flaw not in told:
                job.warn(f"handout.{flaw.code}", **flaw.values)
                told.append(flaw)
        yield made.data
