"""What comments in Markdown decks say to the tools: pauses, notes, columns, parts.

A command is a word, or ``word: value``. Each dialect takes some of these; a command that it does
not know is no command.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Mapping

from presenter.deck import Part
from presenter.deck.blocks import BLOCKS
from presenter.imports.markdown.front_matter import parse_mapping
from presenter.imports.markdown.named import read_slide
from presenter.imports.markdown.slide import SlideBuilder

Command = Callable[[SlideBuilder, str, int], None]
"""Does what a comment says; gets the value behind the colon and the line's index."""

_COMMAND = re.compile(r"\s*([\w/]+)\s*(?::(.*))?\s*", re.DOTALL)
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")


def obey(commands: Mapping[str, Command], slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether the comment `text` is one of the `commands`; if so it is done."""
    match = _COMMAND.fullmatch(text)
    if match is None or match[1] not in commands:
        return False
    commands[match[1]](slide, (match[2] or "").strip(" \t"), line)
    return True


def pause(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """What follows appears with a further key."""
    slide.pause()


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


def column_layout(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """Columns of these widths begin: ``[2, 1]``."""
    slide.begin_columns([float(each) for each in _NUMBERS.findall(value) if float(each) > 0])


def column(slide: SlideBuilder, value: str, line: int) -> None:
    """What follows stands in this column, counted from 0."""
    slide.column(int(value) if value.isdecimal() else -1, line)


def reset_layout(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """The columns end."""
    slide.end_columns()


def incremental_lists(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """Lists appear item by item."""
    if value.strip() == "true":
        slide.set(reveal=True)


def middle(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """The slide stands in the middle."""
    slide.set(layout="center")


def skip(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """The slide is left out of the talk."""
    slide.set(hidden=True)


def nothing(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """An empty line or the like: the outline makes its own room."""
    slide.part()


def remarked(name: str) -> Command:
    """A command that has no equivalent."""

    def act(slide: SlideBuilder, value: str, line: int) -> None:
        slide.remark(line, "not-carried", f"{name}: {value}" if value else name)

    return act


def other_file(slide: SlideBuilder, value: str, line: int) -> None:
    """Slides of another file stand here; its name is kept."""
    slide.remark(line, "other-file", value)
    slide.text(f"`include: {value}`")


def part(slide: SlideBuilder, value: str, line: int) -> None:  # noqa: ARG001
    """The part of the outline that begins here; points are counted when all is read."""
    kinds = {
        "introduction": Part("introduction"),
        "points": Part("point", 1),
        "same point": Part("point", 0),
        "conclusion": Part("conclusion"),
    }
    slide.set(part=kinds.get(value, Part()))


def slide(slide: SlideBuilder, value: str, line: int) -> None:
    """What Markdown has no form for: id, time, reveal, layout; a title of several lines."""
    found = read_slide(f"<<: {value}\nbig: x", None)
    if found is None:
        slide.remark(line, "not-carried", f"slide: {value}")
        return
    own = slide.slide
    slide.set(
        title=found.title or own.title,
        subtitle=found.subtitle or own.subtitle,
        id=found.id,
        time=found.time,
        reveal=found.reveal,
        layout=found.layout,
    )


def _fields(key: str) -> Command:
    def act(slide: SlideBuilder, value: str, line: int) -> None:
        if value:
            slide.fields(key, value, line)
        else:
            slide.part()

    return act


PRESENTERM: dict[str, Command] = {
    "pause": pause,
    "speaker_note": note,
    "column_layout": column_layout,
    "column": column,
    "reset_layout": reset_layout,
    "incremental_lists": incremental_lists,
    "jump_to_middle": middle,
    "skip_slide": skip,
    "end_slide": nothing,
    "new_line": nothing,
    "new_lines": nothing,
    "newline": nothing,
    "newlines": nothing,
    "include": other_file,
} | {
    name: remarked(name)
    for name in (
        "font_size",
        "alignment",
        "list_item_newlines",
        "no_footer",
        "snippet_output",
    )
}
"""Source: presenterm's manual, "Comment commands"."""

LOOKATME: dict[str, Command] = {"stop": pause, "notes": note}
"""Source: lookatme's manual, "Progressive slides"."""

PRESENTER: dict[str, Command] = {
    **{key: _fields(key) for key in BLOCKS},
    "part": part,
    "slide": slide,
    "notes": note,
    "column_layout": column_layout,
    "column": column,
    "reset_layout": reset_layout,
}
"""What `presenter.handout.markdown` writes."""

PLAIN = {**LOOKATME, **PRESENTERM}
"""What no other meaning can have, in a deck of no known dialect."""
