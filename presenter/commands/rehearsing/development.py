"""How a talk developed: a line for each rehearsal, and what each slide took in the last ones."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.commands.rehearsing.canvas import Canvas
from presenter.commands.rehearsing.saved import replaced_times
from presenter.commands.rehearsing.table import Row, difference, minutes, table
from presenter.talk.rehearsal import Rehearsal, SlideTime
from presenter.words import Words

_LISTED = 20
"""Rehearsals that get a line."""

_TREND = 5
"""Rehearsals whose times stand beside each slide."""

_Key = tuple[str, int]


def development(
    rehearsals: Sequence[Rehearsal], title: str, words: Words, canvas: Canvas
) -> list[str]:
    """The lines on `rehearsals`, the oldest first, at least one, of the talk with this `title`."""
    count = len(rehearsals)
    key = "all-of" if count > 1 else "all-of.one"
    head = words(f"rehearsal.{key}", title=canvas.writable(title), count=count)
    lines = [canvas.cut(head, canvas.width), "", *_totals(rehearsals[-_LISTED:], words, canvas)]
    if count > _LISTED:
        lines += canvas.folded(words("rehearsal.older", count=count - _LISTED))
    lines += ["", *_slides(rehearsals, words, canvas)]
    if any(each.planned is not None for each in rehearsals[-_LISTED:]):
        lines += ["", *canvas.legend(words)]
    return lines + replaced_times(rehearsals[-_LISTED:], words, canvas)


def _totals(rehearsals: Sequence[Rehearsal], words: Words, canvas: Canvas) -> list[str]:
    """A row for each, with a bar of its total."""
    none = canvas.marks.none
    planned = any(each.planned is not None for each in rehearsals)
    keys = ["actual", *(["planned", "difference"] if planned else []), "shown"]
    rows = [Row(tuple(words(f"rehearsal.{key}") for key in keys), words("rehearsal.date"))]
    for each in rehearsals:
        cells = [minutes(each.total)]
        if planned:
            cells.append(none if each.planned is None else minutes(each.planned))
            # What was broken off, or went over a part of the slides, says nothing about the whole.
            whole = each.shown == len(each.slides) and not each.broken_off
            cells.append(difference(each.planned if whole else None, each.total, none))
        cells.append(f"{each.shown}/{len(each.slides)}")
        date = each.date[:16].replace("T", " ")
        name = f"{date} {words('rehearsal.broken-off')}" if each.broken_off else date
        rows.append(Row(tuple(cells), canvas.writable(name), "", (each.total, each.planned)))
    return table(rows, canvas, least=canvas.width)


def _slides(rehearsals: Sequence[Rehearsal], words: Words, canvas: Canvas) -> list[str]:
    """A row for each slide of the newest rehearsal: what it took in the last ones, and its bar."""
    last = rehearsals[-_TREND:]
    known = [dict(_keyed(each.slides)) for each in last]
    none = canvas.marks.none
    # The newest first, as the columns on the right give way where it is narrow.
    heads = (each.date[5:10] for each in reversed(last))
    rows = [Row((*heads,), words("rehearsal.slide"))]
    for key, slide in _keyed(last[-1].slides):
        took = [slides.get(key) for slides in reversed(known)]
        cells = [minutes(each.actual) if each and each.shown else none for each in took]
        name = canvas.writable(slide.title or slide.id or words("rehearsal.untitled"))
        bar = (slide.actual, slide.planned) if slide.shown else None
        rows.append(Row(tuple(cells), name, str(slide.number), bar))
    return table(rows, canvas)


def _keyed(slides: Sequence[SlideTime]) -> list[tuple[_Key, SlideTime]]:
    """`slides` with what they are known by in other rehearsals: id, else title, and which of it."""
    count: dict[str, int] = {}
    keyed = []
    for slide in slides:
        name = f"#{slide.id}" if slide.id else slide.title
        count[name] = count.get(name, 0) + 1
        keyed.append(((name, count[name]), slide))
    return keyed


__all__ = ["development"]
