"""The notes in their area: those of this step are brought into sight, the others are quiet."""

from __future__ import annotations

from typing import NamedTuple

from presenter.typeset import Line, PageOptions
from presenter.typeset.frame import MEASURE
from presenter.typeset.notes import SetNotes, set_note_sections


class Rolled(NamedTuple):
    """The notes as far as they are seen.

    top: their first row that is shown, `most` the last that can be it. below: how many rows are
    out of sight below.
    """

    lines: list[Line]
    top: int
    most: int
    below: int


def roll(
    text: str, step: int, top: int | None, size: tuple[int, int], setting: PageOptions
) -> Rolled:
    """The notes `text` at `step` in an area of `size`, from row `top` or from where it fits."""
    width, height = size
    notes = set_note_sections(text, step, min(width, MEASURE), setting)
    most = max(0, len(notes.lines) - height)
    at = first_row(notes, height) if top is None else top
    at = max(0, min(at, most))
    seen = notes.lines[at : at + height]
    return Rolled(seen, at, most, len(notes.lines) - at - len(seen))


def first_row(notes: SetNotes, height: int) -> int:
    """The row with which to begin so that what belongs to the step is seen, and a row before it."""
    if notes.end <= height:
        return 0
    return max(0, notes.first - 1)


__all__ = ["Rolled", "first_row", "roll"]
