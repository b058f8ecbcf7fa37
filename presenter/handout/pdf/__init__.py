"""A deck as PDF: slides set by Typst as pages, or with notes as a handout on A4 sheets.

The deck goes into one fixed template as data, never as markup, and Typst reads nothing but a
temporary folder with that template and copies of the deck's pictures.
"""

from presenter.handout.pdf.compiling import export

__all__ = ["export"]
