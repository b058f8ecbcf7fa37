"""What a key says, whatever layout, input method or lock it comes through.

A speaker presses the key on which an L is printed; what arrives may be ``L`` (Caps Lock), ``ｌ``
(a Chinese input method at full width) or ``д`` (a Russian layout).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

SILENT: Final = frozenset(
    ["ignore", "caps_lock", "num_lock", "scroll_lock", "iso_level3_shift", "iso_level5_shift"]
    + [
        f"{side}_{name}"
        for side in ("left", "right")
        for name in ("shift", "control", "alt", "super", "hyper", "meta")
    ]
)
"""Keys that say nothing by themselves; terminals with kitty's protocol send them all the same."""

_WIDE = {"\u3000": " ", "。": ".", "、": "/", "【": "[", "】": "]"}
"""What Chinese input methods send for keys whose full-width form is another character."""

_CYRILLIC = dict(
    zip("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.", strict=True)
) | {"ё": "`", "ї": "]", "є": "'"}
"""The physical keys of ЙЦУКЕН (GOST 6431-90), and what only the Ukrainian layout has.

``і`` is left out: it stands on S in Ukrainian, on B in Belarusian.
"""

_SAME = {" ": "space", "ctrl+j": "enter"}
"""Other names of keys. A return typed before the terminal is raw arrives as a line feed."""


def spellings(key: str, text: str | None) -> Iterator[str]:
    """What a key may be called in a table of keys, the likeliest first.

    `key` is Textual's name of it, `text` the character that it prints, if any. What it prints
    counts before the place where it stands, and the case that it has before the other one: so
    ``G`` is not ``g`` wherever a table has both.
    """
    seen = dict.fromkeys((_SAME.get(key, key), *_forms(text or key)))
    *modifiers, base = key.split("+")
    if modifiers and base:
        seen |= dict.fromkeys("+".join((*modifiers, form)) for form in _forms(base))
    yield from seen


def _forms(character: str) -> Iterator[str]:
    """`character` as it is, then as the ASCII character of its key, then in lower case.

    It may be given by its name in Unicode, with ``_`` for spaces, as Textual calls keys.
    """
    if "_" in character:
        with suppress(KeyError):
            name = character.replace("_", " ").replace("hyphen minus", "hyphen-minus")
            character = unicodedata.lookup(name)
    if len(character) != 1:
        return
    plain = ascii_of(character)
    lower = plain.lower()
    place = _CYRILLIC.get(lower, plain)
    upper = place.upper() if plain != lower else place
    for form in (character, plain, upper, upper.lower()):
        yield _SAME.get(form, form)


def ascii_of(character: str) -> str:
    """The ASCII character that an input method means by `character`; else itself.

    Source: Unicode's block Halfwidth and Fullwidth Forms.
    """
    if "！" <= character <= "～":
        return chr(ord(character) - 0xFEE0)
    return _WIDE.get(character, character)
