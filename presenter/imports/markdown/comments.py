"""What decks say to their tools in comments.

A command in a comment is a word, or ``word: value``. Each dialect takes some of these; a command
that it does not know is no command. What has no equivalent is told.

Sources: presenterm's manual, "Comment commands"; lookatme's, "Progressive slides"; Marpit's,
"Directives"; patat's, "Configuration"; reveal.js' manual, "Markdown"; Slidev's, "Syntax Guide".
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Mapping

from presenter.deck import Part
from presenter.deck.blocks import BLOCKS
from presenter.imports.markdown.front_matter import parse_mapping, shown
from presenter.imports.markdown.media import show_other_deck
from presenter.imports.markdown.named import read_slide
from presenter.imports.markdown.slide import SlideBuilder

CommentCommand = Callable[[SlideBuilder, str, int], bool | None]
"""Does what a comment says; gets the value behind the colon and the line's index. False if it takes
no such value: then the comment is no command."""

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
    "include": lambda slide, value, line: show_other_deck(slide, value, f"include: {value}", line),
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
    slide.warnings += found.warnings
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
    if not text.startswith("config:") or (found := parse_mapping(text[7:], line + 1)) is None:
        return False
    slide.warnings += found.warnings
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
