"""A deck as one HTML file: slides, a scrolling document, and a handout for the printer in one."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.handout.html.document import Document, make
from presenter.handout.selection import Selection


def export(selection: Selection) -> Iterator[bytes]:
    """The one file."""
    yield make(selection).html.encode()


__all__ = ["Document", "export", "make"]
