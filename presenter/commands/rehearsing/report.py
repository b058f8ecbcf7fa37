"""What is printed after a rehearsal: each slide's time against its plan, and all together."""

from __future__ import annotations

from presenter.commands.rehearsing.canvas import Canvas
from presenter.commands.rehearsing.table import Row, difference, minutes, table
from presenter.talk.rehearsal import Rehearsal
from presenter.words import Words


def report(rehearsal: Rehearsal, title: str, words: Words, canvas: Canvas) -> list[str]:
    """The lines of the report on `rehearsal` of the talk with this `title`."""
    none = canvas.marks.none
    planned = rehearsal.planned
    keys = ["actual", "planned", "difference"] if planned is not None else ["actual"]
    rows = [Row(tuple(words(f"rehearsal.{key}") for key in keys), words("rehearsal.slide"))]
    for slide in rehearsal.slides:
        took = minutes(slide.actual) if slide.shown else none
        cells: tuple[str, ...] = (took,)
        if planned is not None:
            plan = none if slide.planned is None else minutes(slide.planned)
            differs = difference(slide.planned, slide.actual, none) if slide.shown else none
            cells = (took, plan, differs)
        bar = (slide.actual, slide.planned) if slide.shown else None
        name = slide.title or slide.id or words("rehearsal.untitled")
        rows.append(Row(cells, canvas.writable(name), str(slide.number), bar))
    total = rehearsal.total
    cells = (minutes(total),)
    if planned is not None:
        cells = (minutes(total), minutes(planned), difference(planned, total, none))
    lines = [canvas.cut(canvas.writable(f"{words('rehearsal.head')} · {title}"), canvas.width), ""]
    slides = table([*rows, Row(cells, words("rehearsal.total"), strong=True)], canvas)
    lines += [*slides[:-1], "", slides[-1]]
    if planned is not None:
        lines.append(canvas.bar(total, planned, canvas.width / max(total, planned)))
        lines += ["", *canvas.legend(words)]
    return lines


__all__ = ["report"]
