"""Large type: text in glyphs that are built from block elements, Chinese included."""

from presenter.typeset.large.kept import keep_in
from presenter.typeset.large.large import set_large, set_side_by_side

__all__ = ["keep_in", "set_large", "set_side_by_side"]
