"""Keys as a reader knows them."""

from __future__ import annotations

from presenter.words import Words

_SIGNS = {"right": "→", "left": "←", "up": "↑", "down": "↓"}
_NAMED = frozenset(
    ["space", "enter", "backspace", "escape", "home", "end", "pagedown", "pageup", "tab", "digits"]
)


def key_name(key: str, words: Words) -> str:
    """`key`, as Textual names it, for the help: ``→``, ``shift+→``, ``ctrl+p``, ``F1``, 空格."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if base in _NAMED:
        base = words(f"keys.key.{base}")
    elif len(base) > 1 and base[0] == "f" and base[1:].isdecimal():
        base = base.upper()
    return "+".join([*(name.capitalize() for name in modifiers), _SIGNS.get(base, base)])
