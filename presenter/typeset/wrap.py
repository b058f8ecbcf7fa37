"""A paragraph to lines of a width."""

from __future__ import annotations

from functools import lru_cache

from presenter.typeset.span import SPACES, Span
from presenter.typeset.width import Ruler


@lru_cache(maxsize=8192)
def wrap(
    text: str, width: int, language: str, ruler: Ruler, *, balanced: bool = False
) -> tuple[Span, ...]:
    """The lines of `text`, one paragraph without line feeds, each at most `width` cells wide.

    Balanced lines are near equal in length, the last one too, as titles want them. A grapheme
    wider than `width` still makes a line.
    """
    if ruler.width(text) <= width:
        return (Span(0, len(text.rstrip(SPACES))),)
    # Imported when a first line is too long: it takes 8 ms, and most starts show none.
    from presenter.typeset.optimum import best_lines

    return best_lines(text, width, language, ruler, balanced=balanced)
