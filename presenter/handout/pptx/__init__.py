"""A deck as PowerPoint: native placeholders, lists, tables, charts; all of it can be edited."""

from presenter.handout.pptx.export import export

__all__ = ["export"]
