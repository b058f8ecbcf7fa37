"""Slides that together take longer than the talk may."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject
from presenter.deck import Diagnostic
from presenter.deck.duration import format_duration


def times_beyond(subject: Subject) -> Iterator[Diagnostic]:
    """A warning if the slides' times exceed the deck's."""
    planned = subject.deck.time
    total = sum(slide.time or 0 for slide in subject.deck.slides)
    if planned is not None and total > planned:
        yield subject.about_key(
            "time",
            "times-beyond",
            total=format_duration(total),
            planned=format_duration(planned),
            over=format_duration(total - planned),
        )
