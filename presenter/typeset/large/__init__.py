"""Large type: text in glyphs that are built from block elements, Chinese included."""

from presenter.typeset.large.large import set_large

__all__ = ["set_large"]
