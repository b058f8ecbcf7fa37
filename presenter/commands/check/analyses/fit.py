"""Slides that do not fit at a size."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject
from presenter.deck import Diagnostic
from presenter.typeset import Setting, set_slide


def does_not_fit(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide and size at which it continues on further pages."""
    settings = [(size, Setting(*size, language=subject.deck.lang)) for size in subject.sizes]
    for number, _ in subject.sound_slides():
        for size, setting in settings:
            pages = len(set_slide(subject.deck, number - 1, setting).pages)
            if pages > 1:
                yield subject.about_slide(number, "does-not-fit", size=str(size), pages=pages)
