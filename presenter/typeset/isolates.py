"""Styled lines marked for programs that put them into their order themselves (UAX #9).

They know which way a page runs, but not that a text may run the other way as a whole, nor that
code, addresses and signed numbers do within a text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from presenter.content.inline import Styled, StyledLine
from presenter.typeset.bidi import always_from_left, runs_from_left, runs_from_right

_NUMBER = re.compile("[-+−±]?[0-9][0-9.,:/ ]*[%‰]?")


class Marks(NamedTuple):
    """What stands before and behind a stretch from the left, and from the right; none if empty."""

    left: str
    right: str
    end: str


ISOLATES = Marks("\u2066", "\u2067", "\u2069")
"""LRI, RLI and PDI; a deck has none of its own."""

IMPLICIT = Marks("\u200e", "", "\u200e")
"""LRM, which also programs know that are older than isolates; it turns no text as a whole."""


def isolated(line: StyledLine, *, turned: bool, marks: Marks = ISOLATES) -> StyledLine:
    """`line` as its letters run, on a page that runs from the right if `turned`.

    A number keeps its sign and its per cent as they are written: Hebrew and Arabic have it so where
    digits are European (CLDR's number patterns), and bare UAX #9 would not. Within what runs from
    the right, code, addresses and signed numbers run from the left.
    """
    whole = "".join(part.text for part in line)
    if not runs_from_right(whole, in_such=turned):
        if turned and (runs_from_left(whole) or _NUMBER.fullmatch(whole)):
            return _around(line, marks.left, marks.end)
        return line
    parts = tuple(part._replace(text=_with_marks(part, marks)) for part in line)
    return parts if turned or not marks.right else _around(parts, marks.right, marks.end)


def _with_marks(part: Styled, marks: Marks) -> str:
    """The text of `part`, all of it marked if it is code, else what runs from the left in it."""
    if "code" in part.style.split():
        return f"{marks.left}{part.text}{marks.end}"
    text, at = "", 0
    for start, end in always_from_left(part.text):
        text += f"{part.text[at:start]}{marks.left}{part.text[start:end]}{marks.end}"
        at = end
    return text + part.text[at:]


def _around(line: StyledLine, mark: str, end: str) -> StyledLine:
    if len(line) == 1:
        return (line[0]._replace(text=f"{mark}{line[0].text}{end}"),)
    first, *others, last = line
    return (
        first._replace(text=mark + first.text),
        *others,
        last._replace(text=last.text + end),
    )
