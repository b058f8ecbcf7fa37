"""Pictures whose header is right and whose pixels cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject, every_block
from presenter.deck import Diagnostic, Place
from presenter.deck.blocks import SizedImage
from presenter.deck.deck_file import DeckFile

_ENOUGH = 64
"""Pixels: a JPEG is read through to its end at an eighth of its size, several times faster."""


def broken_pictures(subject: Subject) -> Iterator[Diagnostic]:
    """An error for each picture that is cut short or otherwise broken, once for each file."""
    known: dict[DeckFile, bool] = {}
    for number, slide in subject.sound_slides():
        for image in every_block(slide.content):
            if not isinstance(image, SizedImage):
                continue
            if image.file not in known and subject.is_over:
                yield subject.about_slide(number, "pictures-not-tried")
                return
            if image.file not in known:
                known[image.file] = _is_sound(image.file)
            if not known[image.file]:
                yield Diagnostic(
                    path=subject.path,
                    place=_place(subject.text, slide.place, image.path),
                    code="image-broken",
                    values={"file": image.path},
                    slide=number,
                )


def _is_sound(file: DeckFile) -> bool:
    # Imported where there are pictures: Pillow takes a tenth of a start.
    from presenter.deck.pixels import PictureError, read_pixels

    try:
        read_pixels(file, _ENOUGH, _ENOUGH)
    except PictureError:
        return False
    return True


def _place(text: str, slide: Place, name: str) -> Place:
    """Where `name` is written in the slide that begins at `slide`; else that beginning."""
    for line, written in enumerate(text.splitlines()[slide.line - 1 :], slide.line):
        if (column := written.find(name)) >= 0:
            return Place(line, column + 1)
    return slide
