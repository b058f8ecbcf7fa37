"""What only Marp's decks say: directives in comments, and how pictures stand.

Source: Marpit's manual, "Directives" and "Image syntax".
"""

from __future__ import annotations

import re

from presenter.imports.markdown.dialect import Place
from presenter.imports.markdown.front_matter import parse_mapping, shown
from presenter.imports.markdown.inline import Picture
from presenter.imports.markdown.slide_builder import SlideBuilder

_DIRECTIVES = re.compile(
    r"theme|style|headingDivider|size|math|title|author|description|keywords|url|image"
    r"|marp|paginate|header|footer|class|backgroundColor|backgroundImage"
    r"|backgroundPosition|backgroundRepeat|backgroundSize|color|lang|transition"
)
_WORD = re.compile(
    r"(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity"
    r"|saturate|sepia)(?::\S+)?|bg|cover|contain|auto|fit|\d+%|vertical|(?:left|right)(?::\d+%)?"
)
_WIDTH = re.compile(r"(?:w|width):(\S+)")


def comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a comment holds nothing but directives; each is told."""
    found = parse_mapping(text, line + 1)
    if found is None or not found.values:
        return text.strip().lower() == "fit"
    if not all(_DIRECTIVES.fullmatch(key.lstrip("_$")) for key in found.values):
        return False
    for key, value in found.values.items():
        slide.remark(found.lines.get(key, line + 1) - 1, "setting", f"{key}: {shown(value)}")
    return True


def picture(slide: SlideBuilder, picture: Picture, line: int) -> tuple[Picture, Place]:
    """A picture without the words about its looks; a background stands beside the slide."""
    words = picture.alt.split(" ")
    marks = [word for word in words if _WORD.fullmatch(word)]
    if "bg" not in marks:
        marks = [word for word in marks if ":" in word]
    alt = " ".join(word for word in words if word not in marks).strip()
    width = next((match[1] for word in marks if (match := _WIDTH.fullmatch(word))), "")
    place: Place = ""
    if "bg" in marks:
        place = "left" if any(word.startswith("left") for word in marks) else "right"
    said = [word for word in marks if not _WIDTH.fullmatch(word)]
    if said and said != ["bg", place]:
        slide.remark(line, "picture-words", " ".join(said))
    return picture._replace(alt=alt, width=width), place
