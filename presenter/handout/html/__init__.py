"""A deck as one HTML file: slides, a scrolling document, and a handout for the printer in one."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.handout.export_job import ExportJob
from presenter.handout.html.document import Document, make


def export(job: ExportJob) -> Iterator[bytes]:
    """The one file."""
    yield make(job).html.encode()


__all__ = ["Document", "export", "make"]
