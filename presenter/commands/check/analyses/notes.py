"""Slides without notes, in a deck that has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from presenter.commands.check.analyses.subject import Subject
from presenter.deck import Diagnostic

_MOST = 12
"""Slides, or stretches of them, that are named."""


def no_notes(subject: Subject) -> Iterator[Diagnostic]:
    """One warning for all slides without notes, at the first of them, if any slide has some."""
    slides = subject.deck.slides
    if not any(slide.notes for slide in slides):
        return
    bare = [
        number
        for number, slide in subject.sound_slides()
        if not slide.notes and "no-notes" not in slide.ignore
    ]
    if bare:
        values = {"count": len(bare), "total": len(slides), "slides": _named(bare)}
        yield Diagnostic(
            path=subject.path,
            place=slides[bare[0] - 1].place,
            code="no-notes",
            values=values,
            severity="warning",
        )


def _named(numbers: Sequence[int]) -> str:
    """``1, 3–5``."""
    names = []
    for _, group in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        stretch = [number for _, number in group]
        names.append(f"{stretch[0]}–{stretch[-1]}" if stretch[1:] else str(stretch[0]))
    return ", ".join(names if len(names) <= _MOST else [*names[:_MOST], "…"])
