"""Slides whose blocks are all empty."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject, every_block
from presenter.deck import Diagnostic
from presenter.deck.blocks import Block, Image
from presenter.deck.text_of import text_of


def shows_nothing(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide that has blocks and yet nothing to show, such as an empty list.

    One without title and blocks the loader has told of.
    """
    for number, slide in subject.sound_slides():
        blocks = every_block(slide.content)
        headed = slide.title or slide.subtitle
        if slide.content and not headed and not any(map(_shows, blocks)):
            yield subject.about_slide(number, "blank-slide")


def _shows(block: Block) -> bool:
    return isinstance(block, Image) or any(said.text.strip() for said in text_of(block))
