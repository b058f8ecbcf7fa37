"""Pages as plain text, parted by form feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from msgspec import structs

from presenter.deck.characters import SOFT_HYPHEN
from presenter.handout.export_job import ExportJob


def export(job: ExportJob) -> Iterator[bytes]:
    """One text file; with notes, those of a slide follow its last page."""
    # A picture leaves no room behind: its words stand in its place, all of them. A text is read
    # by programs that turn what is written from right to left by themselves, and that look for
    # whole words.
    setting = structs.replace(job.setting, pictures=False, bidi=False, hyphens=False)
    words = replace(job, setting=setting)
    pages = list(words.pages())
    texts = []
    for (slide, page), after in zip_longest(pages, pages[1:]):
        text = page.text().rstrip("\n") + "\n"
        notes = slide.written.notes.strip("\n").replace(SOFT_HYPHEN, "")
        is_last = after is None or after[0] is not slide
        if job.notes and notes and is_last:
            text += f"\n{job.setting.words('handout.notes')}\n{notes}\n"
        texts.append(text)
    yield "\f".join(texts).encode()
