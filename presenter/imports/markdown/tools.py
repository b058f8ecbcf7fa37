"""What decks say to their tools outside comments: in paragraphs, headings, pictures, and before
slides. What has no equivalent is told.

Sources: Pandoc's manual, "Inserting pauses"; Marpit's, "Image syntax"; presenterm's, "Images";
remark's wiki, "Markdown"; Deckset's, "Formatting commands" and "Images"; Slidev's, "Syntax Guide"
and "Built-in Layouts".
"""

from __future__ import annotations

import re
from typing import Literal

from presenter.imports.markdown.front_matter import FrontMatter, shown
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.media import show_file, show_other_deck, show_picture
from presenter.imports.markdown.slide import SlideBuilder

Place = Literal["", "left", "right"]
"""Where a picture stands: in its place in the text, or beside all of the slide."""

# Paragraphs and headings.

_DECKSET_COMMAND = re.compile(r"\[\.([\w-]+):[ \t]*([^\]]*)\]")
_FIT = re.compile(r"\[fit\][ \t]*")
_SLOT = re.compile(r"::([\w-]+)::\s*")
_IMPORT = re.compile(r"<<<[ \t]+(?:@/)?([^\s#{]+)(#[\w-]+)?[ \t]*(.*)")


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
            slide.warn(line + text.count("\n", 0, match.start()), "setting", match[0])
    return True


def slidev_paragraph(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a paragraph names a slot, or a file whose code stands here."""
    if match := _IMPORT.fullmatch(text.strip()):
        if match[2] or not show_file(slide, match[1], match[3], line):
            slide.warn(line, "file-kept", text.strip())
            slide.text(f"`{text.strip()}`")
        return True
    match = _SLOT.fullmatch(text)
    if match is None:
        return False
    if match[1] in ("left", "right"):
        slide.slot(match[1] == "right")
    elif match[1] == "default":
        slide.end_paragraphs()
    else:
        slide.end_columns()
        slide.warn(line, "not-carried", text)
    return True


def deckset_heading(slide: SlideBuilder, source: str, line: int) -> str:
    """A heading without ``[fit]``, which sets it as large as it can be."""
    if match := _FIT.match(source):
        slide.warn(line, "setting", match[0].strip())
        return source[match.end() :]
    return source


# Pictures: each without the words about its looks, and its place.

_MARP_WORD = re.compile(
    r"(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity"
    r"|saturate|sepia)(?::\S+)?|bg|cover|contain|auto|fit|\d+%|vertical|(?:left|right)(?::\d+%)?"
)
_MARP_WIDTH = re.compile(r"(?:w|width):(\S+)")
_PRESENTERM_WIDTH = re.compile(r"image:w(?:idth)?:(\S+)")
_DECKSET_WORD = re.compile(
    r"left|right|inline|fit|fill|original|filtered|mute|autoplay|loop|hide|alt|\d+%"
    r"|corner-radius\(\d+\)"
)


def marp_picture(slide: SlideBuilder, picture: Picture, line: int) -> tuple[Picture, Place]:
    """A background stands beside the slide."""
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
        slide.warn(line, "picture-words", " ".join(said))
    return picture._replace(alt=alt, width=width or picture.width), place


def presenterm_picture(
    slide: SlideBuilder,  # noqa: ARG001
    picture: Picture,
    line: int,  # noqa: ARG001
) -> tuple[Picture, Place]:
    """Its words give its width."""
    match = _PRESENTERM_WIDTH.search(picture.alt)
    if match is None:
        return picture, ""
    return picture._replace(alt=picture.alt.replace(match[0], "").strip(), width=match[1]), ""


def deckset_picture(slide: SlideBuilder, picture: Picture, line: int) -> tuple[Picture, Place]:
    """One that is not inline is a background."""
    words = picture.alt.replace(",", " ").split()
    marks = [word for word in words if _DECKSET_WORD.fullmatch(word)]
    alt = " ".join(word for word in words if word not in marks)
    place: Place = ""
    if "inline" not in marks:
        place = "left" if "left" in marks else "right" if "right" in marks or not alt else ""
    if said := [word for word in marks if word not in ("inline", "left", "right")]:
        slide.warn(line, "picture-words", " ".join(said))
    return picture._replace(alt=alt), place


# What stands before a slide's text.

FIRST_SLIDE_KEYS = frozenset(["layout", "class", "image", "background", "src", "hide", "disabled"])
"""Keys of the front matter of a deck of Slidev's that its first slide reads."""

_SLIDEV_LAYOUTS = {
    **dict.fromkeys(["default", "two-cols", "two-cols-header"], ""),
    **dict.fromkeys(["image", "image-left", "image-right"], ""),
    **dict.fromkeys(["cover", "intro"], "cover"),
    "center": "center",
    "section": "section",
}
"""The layouts that are read, and which of ours they are."""

_REMARK_PROPERTY = re.compile(
    r"(name|class|layout|template|count|exclude|title|continued|sealed|color|slideNumber"
    r"|background-(?:image|color|size|position|repeat)):[ \t]*(.*)"
)


def slidev_front(slide: SlideBuilder, front: FrontMatter, first: bool) -> None:
    """A slide's own front matter; that of the `first` slide is the deck's, too."""
    layout = front.text("layout")
    if own := _SLIDEV_LAYOUTS.get(layout):
        slide.set(layout=own)
    slide.warnings += front.warnings if not first else ()
    known = {"title", *(["layout"] if layout in _SLIDEV_LAYOUTS else [])}
    known |= {"image"} if layout.startswith("image") else set()
    for key, value in front.values.items():
        line = front.lines.get(key, 1) - 1
        if key in ("hide", "disabled"):
            slide.set(hidden=value == "true")
        elif key == "src":
            show_other_deck(slide, shown(value), f"src: {shown(value)}", line)
        elif (key in FIRST_SLIDE_KEYS or not first) and key not in known:
            slide.warn(line, "setting", f"{key}: {shown(value)}")
    if layout.startswith("image") and (path := front.text("image")):
        line = front.lines.get("image", 1) - 1
        place = "left" if layout == "image-left" else "right"
        show_picture(slide, Picture(path, ""), line, place)


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
        if key == "name" and re.fullmatch(r"(?!\d+$)[\w-]+", value):
            slide.set(id=value)
        elif key == "exclude" and value == "true":
            slide.set(hidden=True)
        elif key == "class" and set(value.replace(",", " ").split()) == {"center", "middle"}:
            slide.set(layout="center")
        else:
            if key == "layout" and value == "true":
                slide.set(hidden=True)  # a pattern for others, and no slide
            slide.warn(slide.first + number, "setting", f"{key}: {value}")
    return len(lines)
