"""Slides to pages: pure functions from a slide, a size and a stop to lines of styled runs.

Widths are cells of a terminal, heights are rows. Nothing here knows Textual, terminals or files.
"""

from presenter.typeset.page import Line, Page, PageOptions, Picture, Run, Stop
from presenter.typeset.slide import SetSlide, set_slide

__all__ = ["Line", "Page", "PageOptions", "Picture", "Run", "SetSlide", "Stop", "set_slide"]
