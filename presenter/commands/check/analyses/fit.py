"""Slides that do not fit at a size, and blocks that have no room there as they are meant."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject, every_block
from presenter.deck import Diagnostic
from presenter.deck.blocks import Block, Table
from presenter.typeset import SetSlide, Setting, set_slide


def does_not_fit(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide and size at which it continues on further pages.

    And one, at its line, for each QR code or picture that has no room, so that its text stands in
    its place, and for each table that is set as a list.
    """
    settings = [(size, Setting(*size, language=subject.deck.lang)) for size in subject.sizes]
    for number, slide in subject.sound_slides():
        if subject.is_over:
            yield subject.about_slide(number, "not-tried", total=len(subject.deck.slides))
            return
        for size, setting in settings:
            done = set_slide(subject.deck, number - 1, setting)
            pages = len(done.pages)
            if pages > 1:
                yield subject.about_slide(number, "does-not-fit", size=str(size), pages=pages)
            for block in _otherwise(done):
                index = next(
                    i for i, each in enumerate(every_block(slide.content)) if each is block
                )
                code = "table-as-list" if isinstance(block, Table) else "no-room"
                yield subject.about_block(number, index, code, size=str(size), block=block.key)


def _otherwise(done: SetSlide) -> Iterator[Block]:
    """The blocks that are set otherwise than they ask for."""
    return (block for piece in done.pieces for block in piece.otherwise)
