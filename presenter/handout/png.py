"""Pages as pictures: the SVG of each, drawn with the packaged fonts."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.handout.export_job import ExportJob
from presenter.handout.svg import page_as_svg
from presenter.render.compiling import svg_as_png

_PPI = 192
"""Two pixels for a unit of the SVG: 1,644 in all for a page of 80 cells."""


def export(job: ExportJob) -> Iterator[bytes]:
    """A PNG for each page. Characters that no font has are told to `job.warn`."""
    told = frozenset[str]()
    for _, page in job.pages():
        svg = page_as_svg(page, job.theme, job.setting.ruler, packaged=True)
        made = svg_as_png(svg, frozenset(page.text()), _PPI)
        if new := [each for each in made.lacking if each not in told]:
            job.warn("handout.no-glyph", characters=" ".join(new))
            told |= frozenset(new)
        yield made.data
