"""Pages as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from presenter.typeset import Page


def pages_as_text(pages: Iterable[Page]) -> str:
    """The pages' text, parted by form feeds; empty rows at the foot of each are left out."""
    return "\f".join(page.text().rstrip("\n") + "\n" for page in pages)
