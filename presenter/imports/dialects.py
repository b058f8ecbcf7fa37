"""The dialects of Markdown decks: a new one is a row here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from presenter.imports import commands, cutting
from presenter.imports.front_matter import FrontMatter, Value, parse_mapping
from presenter.imports.inline import Picture

if TYPE_CHECKING:
    from presenter.imports.slide_reader import SlideReader

Place = Literal["", "left", "right"]
"""Where a picture stands: in its place in the text, or beside all of the slide."""

_WIDTH = re.compile(r"(?:w|width):(\S+)")
_PRESENTERM_WIDTH = re.compile(r"image:w(?:idth)?:(\S+)")
_MARP_WORD = re.compile(
    r"(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity"
    r"|saturate|sepia)(?::\S+)?|bg|cover|contain|auto|fit|\d+%|vertical|(?:left|right)(?::\d+%)?"
)
_SLOT = re.compile(r"::([\w-]+)::\s*")
_IMPORT = re.compile(r"<<<\s")

_MARP_DIRECTIVES = re.compile(
    r"theme|style|headingDivider|size|math|title|author|description|keywords|url|image"
    r"|marp|paginate|header|footer|class|backgroundColor|backgroundImage"
    r"|backgroundPosition|backgroundRepeat|backgroundSize|color|lang|transition"
)


@dataclass(frozen=True)
class Dialect:
    """How a tool's decks are read.

    commands: what its comments may say. comments_are_notes: whether other comments are notes.
    title_slide: whether its front matter shows as a slide. setext_titles: whether underlined
    headings are the slides' titles. revealing: the list markers whose lists appear item by item.
    exact: whether texts are kept to the letter: our own export.
    """

    name: str
    cut: cutting.Cut
    commands: Mapping[str, commands.Command] = field(default_factory=dict)
    comments_are_notes: bool = False
    title_slide: bool = False
    setext_titles: bool = False
    revealing: str = ""
    exact: bool = False

    def comment(self, reader: SlideReader, text: str, line: int) -> bool:
        """Whether the comment `text` is read; else it is the writer's own."""
        if commands.obey(self.commands, reader, text, line):
            return True
        special = _COMMENTS.get(self.name)
        if special and special(reader, text, line):
            return True
        if self.comments_are_notes:
            commands.note(reader, text.strip(), line)
        return self.comments_are_notes

    def paragraph(self, reader: SlideReader, text: str, line: int) -> bool:
        """Whether the paragraph `text` is no text but a command."""
        special = _PARAGRAPHS.get(self.name)
        return special is not None and special(reader, text, line)

    def picture(self, reader: SlideReader, picture: Picture, line: int) -> tuple[Picture, Place]:
        """`picture` without what its words say to the tool, and its place."""
        if self.name == "marp":
            return _marp_picture(reader, picture, line)
        if self.name == "presenterm" and (match := _PRESENTERM_WIDTH.search(picture.alt)):
            return picture._replace(
                alt=picture.alt.replace(match[0], "").strip(), width=match[1]
            ), ""
        return picture, ""

    def front(self, reader: SlideReader, front: FrontMatter, *, first: bool) -> None:
        """What a slide's own front matter says of it; that of the `first` is the deck's, too."""
        if self.name == "slidev":
            _slidev_front(reader, front, first)

    def reveals_list(self, marker: str) -> bool:
        """Whether a list with this marker appears item by item."""
        return bool(marker) and marker in self.revealing


def _marp_comment(reader: SlideReader, text: str, line: int) -> bool:
    found = parse_mapping(text, line + 1)
    if found is None or not found.values:
        return text.strip().lower() == "fit"
    if not all(_MARP_DIRECTIVES.fullmatch(key.lstrip("_$")) for key in found.values):
        return False
    for key, value in found.values.items():
        reader.remark(found.lines.get(key, line + 1) - 1, "setting", f"{key}: {_shown(value)}")
    return True


def _patat_comment(reader: SlideReader, text: str, line: int) -> bool:
    if not text.startswith("config:") or (found := parse_mapping(text[7:])) is None:
        return False
    for key, value in found.values.items():
        reader.remark(line, "setting", f"{key}: {_shown(value)}")
    return True


def _slidev_comment(reader: SlideReader, text: str, line: int) -> bool:
    reader.comments.append((line, text, reader.nodes))
    return True


def _presenterm_comment(reader: SlideReader, text: str, line: int) -> bool:
    stripped = text.strip()
    if not stripped.startswith(("//", "comment:")):
        return False
    reader.own_comment(stripped.removeprefix("//").removeprefix("comment:"), line)
    return True


def _dots(reader: SlideReader, text: str, line: int) -> bool:  # noqa: ARG001
    if text.strip() != ". . .":
        return False
    reader.pause()
    return True


def _slidev_paragraph(reader: SlideReader, text: str, line: int) -> bool:
    if _IMPORT.match(text):
        reader.remark(line, "kept", text)
        reader.text(f"`{text.strip()}`")
        return True
    match = _SLOT.fullmatch(text)
    if match is None:
        return False
    if match[1] in ("left", "right"):
        reader.slot(match[1] == "right")
    elif match[1] == "default":
        reader.part()
    else:
        reader.end_columns()
        reader.remark(line, "not-carried", text)
    return True


def _slidev_front(reader: SlideReader, front: FrontMatter, first: bool) -> None:
    layout = front.text("layout")
    if layout in ("cover", "center", "section", "intro"):
        reader.set(layout="cover" if layout == "intro" else layout)
    for key, value in front.values.items():
        line = front.lines.get(key, 1) - 1
        if key in ("hide", "disabled"):
            reader.set(hidden=value == "true")
        elif key == "src":
            reader.remark(line, "kept", f"src: {_shown(value)}")
            reader.text(f"`src: {_shown(value)}`")
        elif not (first or key == "title" or _is_known(key, layout)):
            reader.remark(line, "setting", f"{key}: {_shown(value)}")
    if layout.startswith("image") and (path := front.text("image")):
        line = front.lines.get("image", 1) - 1
        reader.picture_beside(
            Picture(path, ""), "left" if layout == "image-left" else "right", line
        )


def _is_known(key: str, layout: str) -> bool:
    """Whether a key of a slide's front matter has been read."""
    if key == "layout":
        return _SLIDEV_LAYOUTS.fullmatch(layout) is not None
    return key == "image" and layout in ("image", "image-left", "image-right")


_SLIDEV_LAYOUTS = re.compile(
    r"default|cover|center|section|intro|two-cols|two-cols-header|image|image-left"
    r"|image-right"
)


def _marp_picture(reader: SlideReader, picture: Picture, line: int) -> tuple[Picture, Place]:
    words = picture.alt.split(" ")
    marks = [word for word in words if _MARP_WORD.fullmatch(word)]
    if "bg" not in marks:
        marks = [word for word in marks if ":" in word]
    alt = " ".join(word for word in words if word not in marks).strip()
    width = next((match[1] for word in marks if (match := _WIDTH.fullmatch(word))), "")
    place: Place = ""
    if "bg" in marks:
        place = "left" if any(word.startswith("left") for word in marks) else "right"
    said = [word for word in marks if not _WIDTH.fullmatch(word)]
    if said and said != ["bg", place]:
        reader.remark(line, "picture-words", " ".join(said))
    return picture._replace(alt=alt, width=width), place


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return "{" + ", ".join(f"{key}: {_shown(each)}" for key, each in value.items()) + "}"


Special = Callable[["SlideReader", str, int], bool]

_COMMENTS: dict[str, Special] = {
    "marp": _marp_comment,
    "patat": _patat_comment,
    "slidev": _slidev_comment,
    "presenterm": _presenterm_comment,
}
_PARAGRAPHS: dict[str, Special] = {
    "patat": _dots,
    "plain": _dots,
    "slidev": _slidev_paragraph,
}

DIALECTS: dict[str, Dialect] = {
    each.name: each
    for each in (
        Dialect("presenter", cutting.at_rules, commands.PRESENTER, exact=True),
        Dialect(
            "presenterm",
            cutting.at_end_slide,
            commands.PRESENTERM,
            title_slide=True,
            setext_titles=True,
        ),
        Dialect("marp", cutting.at_rules_and_dividers, comments_are_notes=True, revealing="*)"),
        Dialect("slidev", cutting.at_dashes_with_front_matter),
        Dialect(
            "patat",
            cutting.at_rules_or_headings,
            comments_are_notes=True,
            title_slide=True,
        ),
        Dialect("lookatme", cutting.at_rules_or_headings, commands.LOOKATME),
        Dialect("slides", cutting.at_dashes),
        Dialect("plain", cutting.at_rules_or_headings, commands.PLAIN),
    )
}
"""By the names that ``--from`` takes."""

shown = _shown
