"""What only decks of one tool say beside the commands in their comments: Marp, presenterm, patat,
remark, reveal.js, Deckset. Slidev, which says most, has a module of its own.

Sources: Marpit's manual, "Directives" and "Image syntax"; presenterm's, "Comment commands" and
"Images"; patat's, "Configuration" and "Fragmented slides"; remark's wiki, "Markdown"; reveal.js'
manual, "Markdown"; Deckset's, "Formatting commands" and "Images".
"""

from __future__ import annotations

import re
from typing import Literal

from presenter.imports.markdown.front_matter import FrontMatter, parse_mapping, shown
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.slide import SlideBuilder

Place = Literal["", "left", "right"]
"""Where a picture stands: in its place in the text, or beside all of the slide."""

_MARP_DIRECTIVES = re.compile(
    r"theme|style|headingDivider|size|math|title|author|description|keywords|url|image"
    r"|marp|paginate|header|footer|class|backgroundColor|backgroundImage"
    r"|backgroundPosition|backgroundRepeat|backgroundSize|color|lang|transition"
)
_MARP_WORD = re.compile(
    r"(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity"
    r"|saturate|sepia)(?::\S+)?|bg|cover|contain|auto|fit|\d+%|vertical|(?:left|right)(?::\d+%)?"
)
_MARP_WIDTH = re.compile(r"(?:w|width):(\S+)")
_PRESENTERM_WIDTH = re.compile(r"image:w(?:idth)?:(\S+)")
_REMARK_PROPERTY = re.compile(
    r"(name|class|layout|template|count|exclude|title|continued|sealed|color|slideNumber"
    r"|background-(?:image|color|size|position|repeat)):[ \t]*(.*)"
)
_DECKSET_COMMAND = re.compile(r"\[\.([\w-]+):[ \t]*([^\]]*)\]")
_DECKSET_WORD = re.compile(
    r"left|right|inline|fit|fill|original|filtered|mute|autoplay|loop|hide|alt|\d+%"
    r"|corner-radius\(\d+\)"
)
_FIT = re.compile(r"\[fit\][ \t]*")


# Comments.


def marp_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a comment holds nothing but directives; each is told."""
    found = parse_mapping(text, line + 1)
    if found is None or not found.values:
        if text.strip().lower() != "fit":
            return False
        slide.remark(line, "setting", "fit")
        return True
    if not all(_MARP_DIRECTIVES.fullmatch(key.lstrip("_$")) for key in found.values):
        return False
    for key, value in found.values.items():
        if key not in ("headingDivider", "marp"):
            slide.remark(found.lines.get(key, line + 1) - 1, "setting", f"{key}: {shown(value)}")
    return True


def presenterm_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a comment is the writer's own."""
    stripped = text.strip()
    if not stripped.startswith(("//", "comment:")):
        return False
    slide.own_comment(stripped.removeprefix("//").removeprefix("comment:"), line)
    return True


def patat_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a comment holds settings; each is told."""
    if not text.startswith("config:") or (found := parse_mapping(text[7:])) is None:
        return False
    for key, value in found.values.items():
        slide.remark(line, "setting", f"{key}: {shown(value)}")
    return True


def reveal_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a comment gives attributes to a slide or an element; a fragment is a step."""
    said = " ".join(text.split())
    if not said.startswith((".slide:", ".element:")):
        return False
    if "fragment" in said:
        slide.pause()
    if said.startswith(".slide:") and re.search(r"data-visibility=\"?hidden", said):
        slide.set(hidden=True)
    if not re.fullmatch(r"\.element: class=\"fragment\"", said):
        slide.remark(line, "attributes", said)
    return True


# Paragraphs.


def dots(slide: SlideBuilder, text: str, line: int) -> bool:  # noqa: ARG001
    """Whether a paragraph is a pause: ``. . .``, as in Pandoc's Markdown."""
    if text.strip() != ". . .":
        return False
    slide.pause()
    return True


def deckset_paragraph(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a paragraph holds only commands: ``[.build-lists: true]``."""
    if _DECKSET_COMMAND.sub("", text).strip():
        return False
    for match in _DECKSET_COMMAND.finditer(text):
        if match[1] == "build-lists":
            slide.set(reveal=match[2].strip() != "false")
        else:
            slide.remark(line + text.count("\n", 0, match.start()), "setting", match[0])
    return True


def deckset_heading(slide: SlideBuilder, source: str, line: int) -> str:
    """A heading without ``[fit]``, which sets it as large as it can be."""
    if match := _FIT.match(source):
        slide.remark(line, "setting", match[0].strip())
        return source[match.end() :]
    return source


# What stands before a slide's text.


def remark_front(slide: SlideBuilder, lines: list[str]) -> int:
    """Read remark's properties of a slide, ``class: center``; how many `lines` they take."""
    at = 0
    while at < len(lines) and not lines[at].strip():
        at += 1
    for number in range(at, len(lines)):
        match = _REMARK_PROPERTY.fullmatch(lines[number].rstrip())
        if match is None:
            return number
        key, value = match[1], match[2].strip()
        line = slide.first + number
        if key == "name" and re.fullmatch(r"(?!\d+$)[\w-]+", value):
            slide.set(id=value)
        elif key == "exclude" and value == "true":
            slide.set(hidden=True)
        else:
            if key == "layout" and value == "true":
                slide.set(hidden=True)  # a pattern for others, and no slide
            if key == "class" and set(value.replace(",", " ").split()) == {"center", "middle"}:
                slide.set(layout="center")
                continue
            slide.remark(line, "setting", f"{key}: {value}")
    return len(lines)


# Pictures and headings.


def marp_picture(slide: SlideBuilder, picture: Picture, line: int) -> tuple[Picture, Place]:
    """A picture without the words about its looks; a background stands beside the slide."""
    words = picture.alt.split(" ")
    marks = [word for word in words if _MARP_WORD.fullmatch(word)]
    if "bg" not in marks:
        marks = [word for word in marks if ":" in word]
    alt = " ".join(word for word in words if word not in marks).strip()
    width = next((match[1] for word in marks if (match := _MARP_WIDTH.fullmatch(word))), "")
    place: Place = ""
    if "bg" in marks:
        place = "left" if any(word.startswith("left") for word in marks) else "right"
    said = [word for word in marks if not _MARP_WIDTH.fullmatch(word)]
    if said and said != ["bg", place]:
        slide.remark(line, "picture-words", " ".join(said))
    return picture._replace(alt=alt, width=width or picture.width), place


def presenterm_picture(
    slide: SlideBuilder,  # noqa: ARG001
    picture: Picture,
    line: int,  # noqa: ARG001
) -> tuple[Picture, Place]:
    """A picture with the width that its words give."""
    match = _PRESENTERM_WIDTH.search(picture.alt)
    if match is None:
        return picture, ""
    return picture._replace(alt=picture.alt.replace(match[0], "").strip(), width=match[1]), ""


def deckset_picture(slide: SlideBuilder, picture: Picture, line: int) -> tuple[Picture, Place]:
    """A picture without the words about its looks; one that is not inline is a background."""
    words = picture.alt.replace(",", " ").split()
    marks = [word for word in words if _DECKSET_WORD.fullmatch(word)]
    alt = " ".join(word for word in words if word not in marks)
    place: Place = ""
    if "inline" not in marks:
        place = "left" if "left" in marks else "right" if "right" in marks or not alt else ""
    if said := [word for word in marks if word not in ("inline", "left", "right")]:
        slide.remark(line, "picture-words", " ".join(said))
    return picture._replace(alt=alt), place


def reveals_deckset(front: FrontMatter) -> bool:
    """Whether Deckset's settings make lists appear item by item."""
    return front.text("build-lists") == "true"
