"""What a speaker can tell the screen, declared once: keys, help and palette are made of this.

A new command is one row here, one label in `presenter.words.talk` and one method
``action_<name>`` on the app.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Group = Literal["move", "jump", "screen", "notes", "talk"]
GROUPS: tuple[Group, ...] = ("move", "jump", "screen", "notes", "talk")


class Command(NamedTuple):
    """One command.

    name: of its label and of the app's action. keys: as Textual names them or as a character,
    the best first. At least one prints nothing, as a Chinese input method swallows letters.
    palette: whether the palette offers it. shown: keys that the help shows too, but that the
    slide's screen reads by itself.
    """

    name: str
    group: Group
    keys: tuple[str, ...]
    palette: bool = True
    shown: tuple[str, ...] = ()


COMMANDS: tuple[Command, ...] = (
    Command("next", "move", ("right", "down", "space", "pagedown", "enter", "l", "j")),
    Command("previous", "move", ("left", "up", "backspace", "pageup", "h", "k")),
    Command("next_slide", "move", ("shift+right", "n")),
    Command("previous_slide", "move", ("shift+left", "p")),
    Command("first", "jump", ("home", "g")),
    Command("last", "jump", ("end", "G")),
    Command("go", "jump", (), palette=False, shown=("digits", "enter")),
    Command("back", "jump", ("ctrl+o",)),
    Command("overview", "jump", ("o", "tab")),
    Command("search", "jump", ("/", "ctrl+f")),
    Command("blank_black", "screen", ("b", ".", "f6")),
    Command("blank_white", "screen", ("w", "f7")),
    Command("theme", "screen", ("t", "f3")),
    Command("clock", "talk", ("c", "f8")),
    Command("clock_reset", "talk", ("ctrl+r",)),
    Command("help", "talk", ("?", "f1"), palette=False),
    Command("palette", "talk", ("ctrl+p",), palette=False),
    Command("edit", "talk", ("e", "f4")),
    Command("reload", "talk", ("r", "f5")),
    Command("suspend", "talk", ("ctrl+z",)),
    Command("close", "talk", ("escape",), palette=False),
    Command("quit", "talk", ("q", "ctrl+c")),
)
"""In the order of the help."""

_SCROLLING: tuple[Command, ...] = (
    Command("notes_down", "notes", ("shift+down", "]")),
    Command("notes_up", "notes", ("shift+up", "[")),
)

STAGE_COMMANDS: tuple[Command, ...] = (
    *COMMANDS,
    Command("notes", "notes", ("s", "f2")),
    *_SCROLLING,
)
"""Those of the stage."""

CONSOLE_COMMANDS: tuple[Command, ...] = (
    *COMMANDS,
    *_SCROLLING,
    Command("notes_larger", "notes", ("+", "=", "f10")),
    Command("notes_smaller", "notes", ("-", "f9")),
)
"""Those of the speaker's console."""

EVERYWHERE = {"ctrl+c": "end", "ctrl+z": "suspend"}
"""Keys that do the same whatever is open, and the actions that they are."""


def key_table(commands: Iterable[Command]) -> dict[str, str]:
    """The action of each key, by the key's name; see `presenter.screen.keyboard`."""
    return {key: command.name for command in commands for key in command.keys}


__all__ = [
    "COMMANDS",
    "CONSOLE_COMMANDS",
    "EVERYWHERE",
    "GROUPS",
    "STAGE_COMMANDS",
    "Command",
    "key_table",
]
