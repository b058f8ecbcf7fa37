"""What only presenterm's decks say beside its commands: own comments, and widths of pictures.

Source: presenterm's manual, "Comment commands" and "Images".
"""

from __future__ import annotations

import re

from presenter.imports.markdown.dialect import Place
from presenter.imports.markdown.inline import Picture
from presenter.imports.markdown.slide_builder import SlideBuilder

_WIDTH = re.compile(r"image:w(?:idth)?:(\S+)")


def comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a comment is the writer's own."""
    stripped = text.strip()
    if not stripped.startswith(("//", "comment:")):
        return False
    slide.own_comment(stripped.removeprefix("//").removeprefix("comment:"), line)
    return True


def picture(
    slide: SlideBuilder,  # noqa: ARG001
    picture: Picture,
    line: int,  # noqa: ARG001
) -> tuple[Picture, Place]:
    """A picture with the width that its words give."""
    match = _WIDTH.search(picture.alt)
    if match is None:
        return picture, ""
    return picture._replace(alt=picture.alt.replace(match[0], "").strip(), width=match[1]), ""
