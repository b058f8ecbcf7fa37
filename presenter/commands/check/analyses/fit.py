"""Slides, codes and pictures that do not fit at a size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presenter.commands.check.analyses.subject import Subject, every_block
from presenter.deck import Diagnostic
from presenter.deck.blocks import Block, Qr, SizedImage
from presenter.typeset import SetSlide, Setting, set_slide


def does_not_fit(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide and size at which it continues on further pages.

    And one where a QR code or a picture has no room, so that its text stands in its place.
    """
    settings = [(size, Setting(*size, language=subject.deck.lang)) for size in subject.sizes]
    for number, slide in subject.sound_slides():
        drawn = [b for b in every_block(slide.content) if isinstance(b, Qr | SizedImage)]
        for size, setting in settings:
            done = set_slide(subject.deck, number - 1, setting)
            pages = len(done.pages)
            if pages > 1:
                yield subject.about_slide(number, "does-not-fit", size=str(size), pages=pages)
            for block in _without_room(done, drawn) if drawn else ():
                yield subject.about_slide(number, "no-room", size=str(size), block=block)


def _without_room(done: SetSlide, drawn: Sequence[Block]) -> Iterator[str]:
    """The keys of the blocks of `drawn` that are not; of codes side by side, all are or none."""
    pictures = sum(len(piece.pictures) for piece in done.pieces)
    if pictures < sum(isinstance(block, SizedImage) for block in drawn):
        yield SizedImage.key
    runs = (run for piece in done.pieces for line in piece.lines for run in line)
    if any(isinstance(block, Qr) for block in drawn) and all(run.style != "qr" for run in runs):
        yield Qr.key
