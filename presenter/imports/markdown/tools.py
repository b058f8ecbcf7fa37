"""What decks say to their tools: in comments, paragraphs, headings, pictures, and before slides.

A command in a comment is a word, or ``word: value``. Each dialect takes some of these; a command
that it does not know is no command. What has no equivalent is told.

Sources: presenterm's manual, "Comment commands" and "Images"; lookatme's, "Progressive slides";
Marpit's, "Directives" and "Image syntax"; patat's, "Configuration" and "Fragmented slides";
remark's wiki, "Markdown"; reveal.js' manual, "Markdown"; Deckset's, "Formatting commands" and
"Images"; Slidev's, "Syntax Guide" and "Built-in Layouts".
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Literal

from presenter.deck import Part
from presenter.deck.blocks import BLOCKS
from presenter.imports.markdown.front_matter import FrontMatter, parse_mapping, shown
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.media import show_file, show_picture
from presenter.imports.markdown.named import read_slide
from presenter.imports.markdown.slide import SlideBuilder

CommentCommand = Callable[[SlideBuilder, str, int], bool | None]
"""Does what a comment says; gets the value behind the colon and the line's index. False if it takes
no such value: then the comment is no command."""

Place = Literal["", "left", "right"]
"""Where a picture stands: in its place in the text, or beside all of the slide."""

# Commands in comments.

_COMMAND = re.compile(r"\s*([\w/]+)\s*(?::(.*))?\s*", re.DOTALL)
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")


def obey(commands: Mapping[str, CommentCommand], slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether the comment `text` is one of the `commands`; if so it is done."""
    match = _COMMAND.fullmatch(text)
    if match is None or match[1] not in commands:
        return False
    return commands[match[1]](slide, (match[2] or "").strip(" \t"), line) is not False


def note(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """Notes for the speaker; those of our own export may be a JSON text, exactly as they were."""
    value = value.strip("\n")
    if value.startswith('"'):
        with contextlib.suppress(ValueError):
            value = str(json.loads(value))
    elif value.startswith("|"):  # presenterm reads the command as YAML
        found = parse_mapping(f"note: {value}")
        value = found.text("note") if found else value
    if value:
        slide.notes.append(value)


def _alone(do: Callable[[SlideBuilder], object]) -> CommentCommand:
    """A command that takes no value."""

    def command(slide: SlideBuilder, value: str, line: int) -> bool:  # noqa: ARG001
        if not value.strip():
            do(slide)
        return not value.strip()

    return command


def _column_layout(slide: SlideBuilder, value: str, line: int) -> bool:  # noqa: ARG001
    """Columns of these widths begin: ``[2, 1]``."""
    if not re.fullmatch(r"[\[\]\d.,\s]*", value):
        return False
    slide.begin_columns([float(each) for each in _NUMBERS.findall(value) if float(each) > 0])
    return True


def _column(slide: SlideBuilder, value: str, line: int) -> bool:
    if not value.isdecimal():
        return False
    slide.column(int(value), line)
    return True


def _incremental_lists(slide: SlideBuilder, value: str, line: int) -> bool:  # noqa: ARG001
    if value.strip() == "true":
        slide.set(reveal=True)
    return value.strip() in ("true", "false")


def _new_lines(slide: SlideBuilder, value: str, line: int) -> bool:  # noqa: ARG001
    if value.isdecimal():
        slide.end_paragraphs()
    return value.isdecimal()


def _part(slide: SlideBuilder, value: str, line: int) -> bool:  # noqa: ARG001
    """The part of the outline that begins here; points are counted when all is read."""
    if value in _PARTS:
        slide.set(part=_PARTS[value])
    return value in _PARTS


def _slide(slide: SlideBuilder, value: str, line: int) -> None:
    """What Markdown has no form for: id, time, reveal, layout; a title of several lines."""
    found = read_slide(f"<<: {value}\nbig: x", None)
    if found is None:
        slide.warn(line, "not-carried", f"slide: {value}")
        return
    slide.set(
        title=found.title or slide.slide.title,
        subtitle=found.subtitle or slide.slide.subtitle,
        id=found.id,
        time=found.time,
        reveal=found.reveal,
        layout=found.layout,
    )


def _untold(name: str) -> CommentCommand:
    """A command that has no equivalent."""
    return lambda slide, value, line: slide.warn(
        line, "not-carried", f"{name}: {value}" if value else name
    )


def _fields(key: str) -> CommentCommand:
    """The fields of a block of this `key`, or the line between two blocks of text."""
    return lambda slide, value, line: (
        slide.fields(key, value, line) if value else slide.end_paragraphs()
    )


def _other_file(slide: SlideBuilder, name: str, text: str, line: int) -> None:
    """Slides of another file stand here; its name is kept."""
    slide.warn(line, "other-file", name)
    slide.text(f"`{text}`")


_PARTS = {
    "introduction": Part("introduction"),
    "points": Part("point", 1),
    "same point": Part("point", 0),
    "conclusion": Part("conclusion"),
}

_COLUMNS: dict[str, CommentCommand] = {
    "column_layout": _column_layout,
    "column": _column,
    "reset_layout": _alone(SlideBuilder.end_columns),
}

PRESENTERM: dict[str, CommentCommand] = {
    **_COLUMNS,
    "pause": _alone(SlideBuilder.pause),
    "speaker_note": note,
    "incremental_lists": _incremental_lists,
    "jump_to_middle": _alone(lambda slide: slide.set(layout="center")),
    "skip_slide": _alone(lambda slide: slide.set(hidden=True)),
    "end_slide": _alone(SlideBuilder.end_paragraphs),
    "new_line": _alone(SlideBuilder.end_paragraphs),
    "new_lines": _new_lines,
    "newline": _alone(SlideBuilder.end_paragraphs),
    "newlines": _new_lines,
    "include": lambda slide, value, line: _other_file(slide, value, f"include: {value}", line),
    "font_size": _untold("font_size"),
    "alignment": _untold("alignment"),
    "list_item_newlines": _untold("list_item_newlines"),
    "no_footer": _untold("no_footer"),
    "snippet_output": _untold("snippet_output"),
}

LOOKATME: dict[str, CommentCommand] = {"stop": _alone(SlideBuilder.pause), "notes": note}

PRESENTER: dict[str, CommentCommand] = {
    **_COLUMNS,
    **{key: _fields(key) for key in BLOCKS},
    "part": _part,
    "slide": _slide,
    "notes": note,
}
"""What `presenter.handout.markdown` writes."""

PLAIN = {**LOOKATME, **PRESENTERM}
"""What no other meaning can have, in a deck of no known dialect."""


# Other comments: whether it is read.

_MARP_DIRECTIVES = re.compile(
    r"theme|style|headingDivider|size|math|title|author|description|keywords|url|image"
    r"|marp|paginate|header|footer|class|backgroundColor|backgroundImage"
    r"|backgroundPosition|backgroundRepeat|backgroundSize|color|lang|transition"
)


def marp_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """A comment that holds nothing but directives."""
    found = parse_mapping(text, line + 1)
    if found is None or not found.values:
        if text.strip().lower() != "fit":
            return False
        slide.warn(line, "setting", "fit")
        return True
    if not all(_MARP_DIRECTIVES.fullmatch(key.lstrip("_$")) for key in found.values):
        return False
    for key, value in found.values.items():
        if key not in ("headingDivider", "marp"):
            slide.warn(found.lines.get(key, line + 1) - 1, "setting", f"{key}: {shown(value)}")
    return True


def presenterm_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """A comment that is marked as the writer's own."""
    stripped = text.strip()
    if not stripped.startswith(("//", "comment:")):
        return False
    slide.own_comment(stripped.removeprefix("//").removeprefix("comment:"), line)
    return True


def patat_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """A comment that holds settings."""
    if not text.startswith("config:") or (found := parse_mapping(text[7:])) is None:
        return False
    for key, value in found.values.items():
        slide.warn(line, "setting", f"{key}: {shown(value)}")
    return True


def reveal_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """A comment that gives attributes to a slide or an element; a fragment is a step."""
    said = " ".join(text.split())
    if not said.startswith((".slide:", ".element:")):
        return False
    if "fragment" in said:
        slide.pause()
    if said.startswith(".slide:") and re.search(r"data-visibility=\"?hidden", said):
        slide.set(hidden=True)
    if not re.fullmatch(r"\.element: class=\"fragment\"", said):
        slide.warn(line, "attributes", said)
    return True


def slidev_comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Any comment: the slide's end shows whether it is its notes."""
    slide.comments.append((line, text, slide.nodes))
    return True


def take_last_comment(slide: SlideBuilder) -> None:
    """A comment at the end of a slide of Slidev's is its notes; others are the writer's own."""
    for line, text, node in slide.comments:
        if (line, text, node) == slide.comments[-1] and node == slide.nodes:
            note(slide, text.strip(), line)
        else:
            slide.own_comment(text, line)


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
    for number, said in front.broken if not first else ():
        slide.warn(number - 1, "front-broken", said)
    for number, said in front.comments if not first else ():
        slide.warn(number - 1, "", said)
    known = {"title", *(["layout"] if layout in _SLIDEV_LAYOUTS else [])}
    known |= {"image"} if layout.startswith("image") else set()
    for key, value in front.values.items():
        line = front.lines.get(key, 1) - 1
        if key in ("hide", "disabled"):
            slide.set(hidden=value == "true")
        elif key == "src":
            _other_file(slide, shown(value), f"src: {shown(value)}", line)
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
