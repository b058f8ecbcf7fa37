"""Pictures in a Markdown deck: shown where the outline may, else a link or words, and told."""

from __future__ import annotations

import re

from msgspec import structs

from presenter.deck.blocks import Image
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.plain import link_target, literal_text

_PERCENT = re.compile(
    r"(?:(?:^|[\s{;])(?:width|w)\s*[=:]\s*\"?|^=?)([1-9][0-9]?|100)%(?:x(?=$|\s))?\"?;?"
)
_EXCERPT = 300


def show_picture(slide: SlideBuilder, picture: Picture, line: int, place: str = "") -> None:
    """Show a picture, in its place or beside the rest; one that cannot be shown is a link."""
    if not place:
        picture, place = slide.dialect.picture(slide, picture, line)
    block = image_of(slide, picture, line, read=False)
    if block is None:
        slide.text(as_link(slide, picture, line))
    elif place:
        slide.beside(block, left=place == "left")
    else:
        slide.add(block)


def image_of(
    slide: SlideBuilder, picture: Picture, line: int, *, read: bool = True
) -> Image | None:
    """A picture as a block; None if the outline cannot show it.

    `read`: whether its words may yet say something to the tool.
    """
    if read:
        picture, _ = slide.dialect.picture(slide, picture, line)
    width = _PERCENT.search(picture.width)
    percent = int(width[1]) if width else None
    caption = picture.title
    if picture.link:
        words = picture.title or literal_text(picture.alt) or literal_text(picture.link)
        caption = f"[{words}]({link_target(picture.link)})"
    path = picture.path
    block = slide.named.picture(path, literal_text(picture.alt), caption, percent)
    if block is None and slide.dialect.name == "slidev" and path.startswith("/"):
        block = slide.named.picture(
            f"public{path}", literal_text(picture.alt), caption, percent
        )  # Slidev serves that folder
    if block is None:
        return None
    if (rest := _PERCENT.sub("", picture.width, count=1)) and re.search(r"\w", rest):
        slide.remark(line, "picture-words", " ".join(rest.split()))
    return block if not percent else structs.replace(block, width=percent)


def as_link(slide: SlideBuilder, picture: Picture, line: int) -> str:
    """A picture that cannot be shown: its words, and where it lies; or where its link leads."""
    path = picture.path
    if len(path) > _EXCERPT:
        path = path[:_EXCERPT] + "…"  # a picture within its own address
    said = f"{path} {picture.width}" if picture.width else path
    slide.remark(line, "picture", said)
    name = re.split("[?#]", path)[0].rpartition("/")[2] if not path.startswith("data:") else ""
    alt = literal_text(picture.alt) or literal_text(name) or "…"
    if picture.link:
        text = f"[{alt}]({link_target(picture.link)})"
    elif path.startswith(("http://", "https://")) and path == picture.path:
        text = f"[{alt}]({link_target(path)})"
    else:
        text = f"{alt} ({literal_text(path)})" if path != alt else alt
    return f"{text} {picture.title}" if picture.title else text
