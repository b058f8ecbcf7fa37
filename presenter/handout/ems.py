"""How wide text is where something else lays it out: an estimate in ems, on the safe side.

The widths of ASCII are the wider of Arial's and Arial Bold's.
"""

from __future__ import annotations

from presenter.typeset.width import ruler

_HUNDREDTHS = {
    24: "'",
    28: " ,./I\\ijl|",
    33: "!()-:;[]`ft",
    39: "*r{}",
    47: '"',
    50: "z",
    56: "#$0123456789J_aceksvxy",
    58: "+<=>^~",
    61: "?FLTZbdghnopqu",
    67: "EPSVXY",
    72: "&ABCDHKNRU",
    78: "GOQw",
    83: "M",
    89: "%m",
    94: "W",
    102: "@",
}
_ASCII = {each: width / 100 for width, texts in _HUNDREDTHS.items() for each in texts}


def ems_of(character: str) -> float:
    """The width of `character` in a proportional font."""
    if character in _ASCII:
        return _ASCII[character]
    cells = ruler("wide").width(character)
    return 0.0 if not cells else 1.05 if cells > 1 else 0.67
