"""Slides to pages: pure functions from a slide, a size and a stop to lines of styled runs.

Widths are cells of a terminal, heights are rows. Nothing here knows Textual, terminals or files.
"""

from presenter.typeset.page import Line, Page, Picture, Run, Stop
from presenter.typeset.setting import Setting
from presenter.typeset.slide import SetSlide, set_slide

__all__ = ["Line", "Page", "Picture", "Run", "SetSlide", "Setting", "Stop", "set_slide"]
