"""Where a talk rests within a slide."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.typeset.flow import PageRows
from presenter.typeset.page import Stop
from presenter.typeset.piece import Piece


def stops_of(
    pages: Sequence[PageRows], pieces: Sequence[Piece], *, headed: bool
) -> tuple[Stop, ...]:
    """The stops of a slide, page by page, steps never going back; at least one.

    Each page rests at every step at which something on it appears or changes, and before these,
    if something of it is there to be seen (`headed`: on the first page the heading is). So no two
    stops that follow each other look alike, and a page is complete before it is left.
    """
    if len(pages) == 1 and not any(piece.last_step for piece in pieces):
        return (Stop(0, 0, 0),)
    before = _characters_before(pieces)
    stops: list[Stop] = []
    past = 0
    for number, page in enumerate(pages):
        first_seen: dict[int, int] = {}
        """For each step of this page, where in the content it first changes something."""
        for placed in page:
            piece = pieces[placed.piece]
            anchor = before[placed.piece][placed.start]
            for step in {piece.step, *piece.also}:
                first_seen.setdefault(step, anchor)
        if (headed and not number) or any(step <= past for step in first_seen):
            anchor = min((at for step, at in first_seen.items() if step <= past), default=0)
            stops.append(Stop(past, number, anchor))
        for step in sorted(first_seen):
            if step > past:
                stops.append(Stop(step, number, first_seen[step]))
                past = step
    return tuple(stops) or (Stop(0, 0, 0),)


def _characters_before(pieces: Sequence[Piece]) -> list[list[int]]:
    """For each piece, the characters before each of its lines, those of earlier pieces included.

    Spaces are no characters, so that these are the same whatever the width.
    """
    before = []
    total = 0
    for piece in pieces:
        own = [total]
        for line in piece.lines:
            total += sum(len(run.text) - run.text.count(" ") for run in line)
            own.append(total)
        before.append(own)
    return before
