"""Pages as pictures: the SVG of each, drawn by Typst with the packaged fonts."""

from __future__ import annotations

from collections.abc import Iterator

import typst

from presenter.handout.export_job import ExportJob
from presenter.handout.fonts import picture_fonts
from presenter.handout.svg import page_as_svg

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.page), format: "svg")"""

_PPI = 192
"""Two pixels for a unit of the SVG: 1,644 in all for a page of 80 cells."""


def export(job: ExportJob) -> Iterator[bytes]:
    """A PNG for each page. Characters that no font has are told to `job.warn`."""
    fonts, told = None, frozenset[str]()
    for _, page in job.pages():
        drawn = page_as_svg(page, job.theme, job.setting.ruler, packaged=True)
        fonts, lacking = picture_fonts(frozenset(page.text()))
        if new := [each for each in lacking if each not in told]:
            job.warn("handout.no-glyph", characters=" ".join(new))
            told |= frozenset(new)
        compiler = typst.Compiler(_PAGE, font_paths=fonts, sys_inputs={"page": drawn})
        made = compiler.compile(format="png", ppi=_PPI)
        assert isinstance(made, bytes)
        yield made
