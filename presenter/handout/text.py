"""Pages as plain text, parted by form feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from presenter.handout.export_job import ExportJob
from presenter.words import Words, language_of


def export(job: ExportJob) -> Iterator[bytes]:
    """One text file; with notes, those of a slide follow its last page."""
    # A picture leaves no room behind: its words stand in its place, all of them. A text is read
    # by programs that turn what is written from right to left by themselves.
    setting = replace(job.setting, pictures=False, bidi=False)
    words = replace(job, setting=setting)
    pages = list(words.pages())
    texts = []
    for place, (index, page) in enumerate(pages):
        text = page.text().rstrip("\n") + "\n"
        notes = job.deck.slides[index].notes.strip("\n")
        is_last = place + 1 == len(pages) or pages[place + 1][0] != index
        if job.notes and notes and is_last:
            label = Words(language_of(job.deck.lang))("handout.notes")
            text += f"\n{label}\n{notes}\n"
        texts.append(text)
    yield "\f".join(texts).encode()
