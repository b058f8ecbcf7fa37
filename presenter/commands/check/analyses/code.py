"""Code that is shown without colours although its language is known."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject, every_block
from presenter.deck import Diagnostic
from presenter.deck.blocks import Code
from presenter.typeset.highlight import MOST, why_plain


def code_without_colours(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each, with the reason."""
    for number, slide in subject.sound_slides():
        for index, block in enumerate(every_block(slide.content)):
            if isinstance(block, Code) and (why := why_plain(block.source, block.language)):
                values = {"most": f"{MOST:,}"} if why == "long" else {"language": block.language}
                yield subject.about_block(number, index, f"code-plain-{why}", **values)
