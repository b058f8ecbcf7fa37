"""Slides without notes, in a deck that has them."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject
from presenter.deck import Diagnostic


def no_notes(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide without notes, if any slide has some."""
    if any(slide.notes for slide in subject.deck.slides):
        for number, slide in subject.sound_slides():
            if not slide.notes:
                yield subject.about_slide(number, "no-notes")
