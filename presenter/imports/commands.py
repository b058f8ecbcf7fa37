"""What comments in Markdown decks say to the tools: pauses, notes, columns, parts.

A command is a word, or ``word: value``. Each dialect takes some of these; a command that it does
not know is no command.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from presenter.deck import Part
from presenter.deck.blocks import BLOCKS
from presenter.imports.front_matter import parse_mapping
from presenter.imports.outline_yaml import read_slide

if TYPE_CHECKING:
    from presenter.imports.slide_reader import SlideReader

Command = Callable[["SlideReader", str, int], None]
"""Does what a comment says; gets the value behind the colon and the line's index."""

_COMMAND = re.compile(r"\s*([\w/]+)\s*(?::(.*))?\s*", re.DOTALL)
_NUMBERS = re.compile(r"[\d.]+")


def obey(commands: Mapping[str, Command], reader: SlideReader, text: str, line: int) -> bool:
    """Whether the comment `text` is one of the `commands`; if so it is done."""
    match = _COMMAND.fullmatch(text)
    if match is None or match[1] not in commands:
        return False
    commands[match[1]](reader, (match[2] or "").strip(" \t"), line)
    return True


def pause(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """What follows appears with a further key."""
    reader.pause()


def note(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """Notes for the speaker; those of our own export may be a JSON text, exactly as they were."""
    value = value.strip("\n")
    if value.startswith('"'):
        with contextlib.suppress(ValueError):
            value = str(json.loads(value))
    elif value.startswith("|"):  # presenterm reads the command as YAML
        found = parse_mapping(f"note: {value}")
        value = found.text("note") if found else value
    if value:
        reader.notes.append(value)


def column_layout(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """Columns of these widths begin: ``[2, 1]``."""
    reader.begin_columns([float(each) for each in _NUMBERS.findall(value) if float(each) > 0])


def column(reader: SlideReader, value: str, line: int) -> None:
    """What follows stands in this column, counted from 0."""
    reader.column(int(value) if value.isdecimal() else -1, line)


def reset_layout(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """The columns end."""
    reader.end_columns()


def incremental_lists(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """Lists appear item by item."""
    if value.strip() == "true":
        reader.set(reveal=True)


def middle(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """The slide stands in the middle."""
    reader.set(layout="center")


def skip(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """The slide is left out of the talk."""
    reader.set(hidden=True)


def nothing(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """An empty line or the like: the outline makes its own room."""
    reader.part()


def remarked(name: str) -> Command:
    """A command that has no equivalent."""

    def act(reader: SlideReader, value: str, line: int) -> None:
        reader.remark(line, "not-carried", f"{name}: {value}" if value else name)

    return act


def part(reader: SlideReader, value: str, line: int) -> None:  # noqa: ARG001
    """The part of the outline that begins here; points are counted when all is read."""
    kinds = {
        "introduction": Part("introduction"),
        "points": Part("point", 1),
        "same point": Part("point", 0),
        "conclusion": Part("conclusion"),
    }
    reader.set(part=kinds.get(value, Part()))


def slide(reader: SlideReader, value: str, line: int) -> None:
    """What Markdown has no form for: id, time, reveal, layout; a title of several lines."""
    found = read_slide(f"<<: {value}\nbig: x", None)
    if found is None:
        reader.remark(line, "not-carried", f"slide: {value}")
        return
    own = reader.slide
    reader.set(
        title=found.title or own.title,
        subtitle=found.subtitle or own.subtitle,
        id=found.id,
        time=found.time,
        reveal=found.reveal,
        layout=found.layout,
    )


def _fields(key: str) -> Command:
    def act(reader: SlideReader, value: str, line: int) -> None:
        if value:
            reader.fields(key, value, line)
        else:
            reader.part()

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
} | {
    name: remarked(name)
    for name in (
        "font_size",
        "alignment",
        "list_item_newlines",
        "include",
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
