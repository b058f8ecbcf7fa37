"""Pictures by kitty's graphics protocol, placed by Unicode placeholders.

The picture is sent once; cells of text then say which part of it they show. So it moves, is
covered and is erased like text, and nothing is left when the screen is. Every command says q=2:
the terminal answers nothing. Source: https://sw.kovidgoyal.net/kitty/graphics-protocol/,
"Unicode placeholders" and "Remote client".
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from PIL import Image

from presenter.screen.pictures.drawn import Drawn

_CHUNK = 4096
"""The most bytes of payload that a command may carry."""

_PLACEHOLDER = "\U0010eeee"

_MARKS = """305 30D-30E 310 312 33D-33F 346 34A-34C 350-352 357 35B 363-36F 483-487 592-595 597-599
59C-5A1 5A8-5A9 5AB-5AC 5AF 5C4 610-617 657-65B 65D-65E 6D6-6DC 6DF-6E2 6E4 6E7-6E8 6EB-6EC 730
732-733 735-736 73A 73D 73F-741 743 745 747 749-74A 7EB-7F1 7F3 816-819 81B-823 825-827 829-82D 951
953-954 F82-F83 F86-F87 135D-135F 17DD 193A 1A17 1A75-1A7C 1B6B 1B6D-1B73 1CD0-1CD2 1CDA-1CDB 1CE0
"""
"""Code points of the combining marks that count, in order, the first of those that kitty lists."""


def _listed(ranges: str) -> tuple[str, ...]:
    marks: list[str] = []
    for part in ranges.split():
        first, _, last = part.partition("-")
        marks += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return tuple(marks)


MARKS = _listed(_MARKS)
"""The combining mark for each number of a row or column, from 0."""

MOST_CELLS = len(MARKS)
"""The most cells or rows that can be counted so."""

FIRST_NUMBER, LAST_NUMBER = 16, 255
"""Pictures' numbers are colours of the 256: those which no terminal writes in another way."""


def kitty(image: Image.Image, width: int, height: int, number: int) -> Drawn:
    """`image`, in RGB, on `width` cells and `height` rows, both at most `MOST_CELLS`."""
    file = BytesIO()
    image.save(file, "PNG", compress_level=1)
    data = b64encode(file.getvalue()).decode("ascii")
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    head = f"a=T,U=1,q=2,i={number},f=100,c={width},r={height}"
    commands = [
        f"{head if not at else 'q=2'},m={int(at + 1 < len(chunks))};{chunk}"
        for at, chunk in enumerate(chunks)
    ]
    columns = MARKS[:width]
    rows = (
        f"\x1b[38;5;{number}m"
        + "".join(f"{_PLACEHOLDER}{MARKS[row]}{column}" for column in columns)
        + "\x1b[0m"
        for row in range(height)
    )
    return Drawn(
        tuple(rows), width, "".join(f"\x1b_G{each}\x1b\\" for each in commands), number=number
    )


def forget(number: int) -> str:
    """What makes the terminal forget the picture of that number, its data too."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
