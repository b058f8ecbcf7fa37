"""What only Slidev's decks say: slides' own front matters, slots, code from files, notes.

Source: Slidev's manual, "Syntax Guide" and "Built-in Layouts".
"""

from __future__ import annotations

import re

from presenter.imports.markdown import commands
from presenter.imports.markdown.code import show_file
from presenter.imports.markdown.front_matter import FrontMatter, shown
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.pictures import show_picture
from presenter.imports.markdown.slide import SlideBuilder

FIRST_SLIDE_KEYS = frozenset(["layout", "class", "image", "background", "src", "hide", "disabled"])
"""Keys of the deck's front matter that its first slide reads."""

_SLOT = re.compile(r"::([\w-]+)::\s*")
_IMPORT = re.compile(r"<<<[ \t]+(?:@/)?([^\s#{]+)(#[\w-]+)?[ \t]*(.*)")
_LAYOUTS = re.compile(
    r"default|cover|center|section|intro|two-cols|two-cols-header|image|image-left"
    r"|image-right"
)


def comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Keep a comment until the slide's end shows whether it is its notes."""
    slide.comments.append((line, text, slide.nodes))
    return True


def take_last_comment(slide: SlideBuilder) -> None:
    """A comment at a slide's end is its notes; others are the writer's own."""
    for line, text, node in slide.comments:
        if (line, text, node) == slide.comments[-1] and node == slide.nodes:
            commands.note(slide, text.strip(), line)
        else:
            slide.own_comment(text, line)


def paragraph(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a paragraph names a slot, or a file whose code stands here."""
    if match := _IMPORT.fullmatch(text.strip()):
        if match[2] or not show_file(slide, match[1], match[3], line):
            slide.remark(line, "file-kept", text.strip())
            slide.text(f"`{text.strip()}`")
        return True
    match = _SLOT.fullmatch(text)
    if match is None:
        return False
    if match[1] in ("left", "right"):
        slide.slot(match[1] == "right")
    elif match[1] == "default":
        slide.part()
    else:
        slide.end_columns()
        slide.remark(line, "not-carried", text)
    return True


def front(slide: SlideBuilder, front: FrontMatter, first: bool) -> None:
    """What a slide's own front matter says; that of the `first` slide is the deck's, too."""
    layout = front.text("layout")
    if layout in ("cover", "center", "section", "intro"):
        slide.set(layout="cover" if layout == "intro" else layout)
    for number, said in front.broken if not first else ():
        slide.remark(number - 1, "front-broken", said)
    for number, said in front.comments if not first else ():
        slide.remark(number - 1, "", said)
    for key, value in front.values.items():
        line = front.lines.get(key, 1) - 1
        if key in ("hide", "disabled"):
            slide.set(hidden=value == "true")
        elif key == "src":
            slide.remark(line, "other-file", shown(value))
            slide.text(f"`src: {shown(value)}`")
        elif (key in FIRST_SLIDE_KEYS or not first) and not _is_known(key, layout):
            slide.remark(line, "setting", f"{key}: {shown(value)}")
    if layout.startswith("image") and (path := front.text("image")):
        line = front.lines.get("image", 1) - 1
        place = "left" if layout == "image-left" else "right"
        show_picture(slide, Picture(path, ""), line, place)


def _is_known(key: str, layout: str) -> bool:
    """Whether a key of a slide's front matter has been read."""
    if key == "layout":
        return _LAYOUTS.fullmatch(layout) is not None
    if key == "image":
        return layout.startswith("image")
    return key == "title"
