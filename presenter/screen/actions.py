"""What a speaker can have done, declared once: keys, help and palette are made of this.

A new action is one row here, one label in `presenter.words.talk` and one method
``action_<name>`` on the app.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from presenter.words import Words

_SIGNS = {"right": "→", "left": "←", "up": "↑", "down": "↓"}
_NAMED = frozenset(
    ["space", "enter", "backspace", "escape", "home", "end", "pagedown", "pageup", "tab", "digits"]
)

Group = Literal["move", "jump", "screen", "notes", "talk"]
GROUPS: tuple[Group, ...] = ("move", "jump", "screen", "notes", "talk")


class Action(NamedTuple):
    """One action.

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


ACTIONS: tuple[Action, ...] = (
    Action("next", "move", ("right", "down", "space", "pagedown", "enter", "l", "j")),
    Action("previous", "move", ("left", "up", "backspace", "pageup", "h", "k")),
    Action("next_slide", "move", ("shift+right", "n")),
    Action("previous_slide", "move", ("shift+left", "p")),
    Action("first", "jump", ("home", "g")),
    Action("last", "jump", ("end", "G")),
    Action("go", "jump", (), palette=False, shown=("digits", "enter")),
    Action("back", "jump", ("ctrl+o",)),
    Action("overview", "jump", ("o", "tab")),
    Action("search", "jump", ("/", "ctrl+f")),
    Action("blank_black", "screen", ("b", ".", "f6")),
    Action("blank_white", "screen", ("w", "f7")),
    Action("theme", "screen", ("t", "f3")),
    Action("clock", "talk", ("c", "f8")),
    Action("clock_reset", "talk", ("ctrl+r",)),
    Action("help", "talk", ("?", "f1"), palette=False),
    Action("palette", "talk", ("ctrl+p",), palette=False),
    Action("edit", "talk", ("e", "f4")),
    Action("reload", "talk", ("r", "f5")),
    Action("suspend", "talk", ("ctrl+z",)),
    Action("close", "talk", ("escape",), palette=False),
    Action("quit", "talk", ("q", "ctrl+c")),
    Action("pictures", "talk", ("v", "f9")),
)
"""In the order of the help."""

_SCROLLING: tuple[Action, ...] = (
    Action("notes_down", "notes", ("shift+down", "]")),
    Action("notes_up", "notes", ("shift+up", "[")),
)

STAGE_ACTIONS: tuple[Action, ...] = (
    *ACTIONS,
    Action("notes", "notes", ("s", "f2")),
    *_SCROLLING,
)
"""Those of the stage."""

CONSOLE_ACTIONS: tuple[Action, ...] = (
    *ACTIONS,
    *_SCROLLING,
    Action("notes_larger", "notes", ("+", "=", "f10")),
    Action("notes_smaller", "notes", ("-", "f12")),
)
"""Those of the speaker's console."""

EVERYWHERE = {"ctrl+c": "end", "ctrl+z": "suspend"}
"""Keys that do the same whatever is open, and the actions that they are."""


def key_table(actions: Iterable[Action]) -> dict[str, str]:
    """The action of each key, by the key's name; see `presenter.screen.keyboard`."""
    return {key: action.name for action in actions for key in action.keys}


def key_name(key: str, words: Words) -> str:
    """`key`, as Textual names it, for the help: ``→``, ``shift+→``, ``ctrl+p``, ``F1``, 空格."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if base in _NAMED:
        base = words(f"keys.key.{base}")
    elif len(base) > 1 and base[0] == "f" and base[1:].isdecimal():
        base = base.upper()
    return "+".join([*(name.capitalize() for name in modifiers), _SIGNS.get(base, base)])
