"""``presenter rehearsals [DECK]``: how the talk developed; and what is said after a rehearsal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from presenter.commands.decks import deck_meant, read_deck
from presenter.commands.options import command, deck_argument
from presenter.commands.tables import Printer, Row, difference, minutes, spoken, table
from presenter.deck.characters import on_one_line
from presenter.deck.fields import format_duration
from presenter.talk.rehearsal import Rehearsal, SlideTime, rehearsals_of
from presenter.words import Words, language_of

_LISTED = 20
"""Rehearsals that get a line."""

_TREND = 5
"""Rehearsals whose times stand beside each slide."""


@command("rehearsals")
@deck_argument
def rehearsals(deck: Path | None) -> int:
    """Print a line for each rehearsal of DECK, and what each slide took in the last ones."""
    path = deck_meant(deck)
    loaded = read_deck(path).deck
    words = spoken(sys.stdout, language_of(loaded.lang if loaded else None))
    printer = Printer.of(sys.stdout)
    try:
        history = rehearsals_of(path)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        click.echo(words("rehearsal.unreadable", reason=reason), err=True)
        return 0
    if not history:
        argument = printer.writable(str(deck or "")) + (" " if deck else "")
        name = printer.writable(path.name)
        click.echo(words("rehearsal.none", name=name, argument=argument))
        return 0
    title = (on_one_line(loaded.title) if loaded else "") or path.name
    for line in development(history, title, words, printer):
        click.echo(line, color=printer.colour)
    return 0


def report(rehearsal: Rehearsal, title: str, words: Words, printer: Printer) -> list[str]:
    """The lines on one `rehearsal` of the talk with this `title`: each slide against its plan."""
    planned, total = rehearsal.planned, rehearsal.total
    columns = 1 if planned is None else 3
    none = printer.marks.none
    rows = [_head(("actual", "planned", "difference")[:columns], "slide", words)]
    for slide in rehearsal.slides:
        cells = _compared(slide.actual if slide.shown else None, slide.planned, none)[:columns]
        name = _name(slide, words, printer)
        rows.append(Row(cells, name, str(slide.number), _bar(slide)))
    cells = _compared(total, planned, none)[:columns]
    lines = [printer.cut(printer.writable(f"{words('rehearsal.head')} · {title}"), printer.width)]
    *slides, last = table([*rows, Row(cells, words("rehearsal.total"), strong=True)], printer)
    lines += ["", *slides, "", last]
    if planned is not None:
        lines.append(printer.bar(total, planned, printer.width / max(total, planned)))
        lines += ["", *printer.legend(words)]
    return lines


def written_times(slides: Sequence[SlideTime], words: Words, printer: Printer) -> list[str]:
    """A row for each of `slides` that was written into the deck: its time before and now."""
    rows = [
        Row(_times(each, printer), _name(each, words, printer), str(each.number))
        for each in slides
        if each.saved is not None
    ]
    return table([_head(("was", "now"), "slide", words), *rows], printer) if rows else []


def development(
    rehearsals: Sequence[Rehearsal], title: str, words: Words, printer: Printer
) -> list[str]:
    """The lines on `rehearsals`, the oldest first, at least one, of the talk with this `title`."""
    count, listed = len(rehearsals), rehearsals[-_LISTED:]
    key = "all-of" if count > 1 else "all-of.one"
    head = words(f"rehearsal.{key}", title=printer.writable(title), count=count)
    lines = [printer.cut(head, printer.width), "", *_totals(listed, words, printer)]
    if count > _LISTED:
        lines += printer.folded(words("rehearsal.older", count=count - _LISTED))
    lines += ["", *_slides(rehearsals[-_TREND:], words, printer)]
    if any(each.planned is not None for each in listed):
        lines += ["", *printer.legend(words)]
    replaced = _replaced(listed, words, printer)
    return lines + (["", *replaced] if replaced else [])


def _totals(rehearsals: Sequence[Rehearsal], words: Words, printer: Printer) -> list[str]:
    """A row for each, with a bar of its total."""
    columns = 3 if any(each.planned is not None for each in rehearsals) else 1
    heads = (*("actual", "planned", "difference")[:columns], "shown")
    rows = [_head(heads, "date", words)]
    for each in rehearsals:
        # What was broken off, or went over a part of the slides, says nothing about the whole.
        whole = each.shown == len(each.slides) and not each.broken_off
        times = _compared(each.total, each.planned, printer.marks.none, whole=whole)[:columns]
        name = f"{_date(each)} {words('rehearsal.broken-off')}" if each.broken_off else _date(each)
        cells = (*times, f"{each.shown}/{len(each.slides)}")
        rows.append(Row(cells, printer.writable(name), "", (each.total, each.planned)))
    return table(rows, printer, least=printer.width)


def _slides(rehearsals: Sequence[Rehearsal], words: Words, printer: Printer) -> list[str]:
    """A row for each slide of the newest rehearsal: what it took in all of them, and its bar."""
    # The newest first, as the columns on the right give way where it is narrow.
    known = [dict(_keyed(each.slides)) for each in reversed(rehearsals)]
    heads = tuple(each.date[5:10] for each in reversed(rehearsals))
    rows = [Row(heads, words("rehearsal.slide"))]
    for key, slide in known[0].items():
        took = [slides.get(key) for slides in known]
        cells = tuple(
            minutes(each.actual) if each and each.shown else printer.marks.none for each in took
        )
        rows.append(Row(cells, _name(slide, words, printer), str(slide.number), _bar(slide)))
    return table(rows, printer)


def _keyed(slides: Sequence[SlideTime]) -> list[tuple[tuple[str, int], SlideTime]]:
    """`slides` with what they are known by in other rehearsals: id, else title, and which of it."""
    count: dict[str, int] = {}
    keyed = []
    for slide in slides:
        name = f"#{slide.id}" if slide.id else slide.title
        count[name] = count.get(name, 0) + 1
        keyed.append(((name, count[name]), slide))
    return keyed


def _replaced(rehearsals: Sequence[Rehearsal], words: Words, printer: Printer) -> list[str]:
    """A row for each time that was replaced, the newest rehearsal first; none if none was."""
    rows = [
        Row(
            _times(slide, printer),
            f"{_date(each)}  {slide.number}  {_name(slide, words, printer)}",
        )
        for each in reversed(rehearsals)
        for slide in each.slides
        if slide.saved is not None and slide.before is not None
    ]
    return table([_head(("was", "now"), "replaced", words), *rows], printer) if rows else []


def _head(columns: Sequence[str], name: str, words: Words) -> Row:
    heads = tuple(words(f"rehearsal.{key}") for key in columns)
    return Row(heads, words(f"rehearsal.{name}"))


def _compared(
    actual: float | None, planned: float | None, none: str, *, whole: bool = True
) -> tuple[str, ...]:
    """What it took, what was planned, and how they differ if it was gone through as a `whole`."""
    took = none if actual is None else minutes(actual)
    plan = none if planned is None else minutes(planned)
    if actual is None or not whole:
        return took, plan, none
    return took, plan, difference(planned, actual, none)


def _times(slide: SlideTime, printer: Printer) -> tuple[str, ...]:
    """Its time in the deck before a rehearsal was written into it, and since."""
    times = (slide.before, slide.saved)
    return tuple(printer.marks.none if each is None else format_duration(each) for each in times)


def _bar(slide: SlideTime) -> tuple[float, float | None] | None:
    return (slide.actual, slide.planned) if slide.shown else None


def _name(slide: SlideTime, words: Words, printer: Printer) -> str:
    return printer.writable(slide.title or slide.id or words("rehearsal.untitled"))


def _date(rehearsal: Rehearsal) -> str:
    return rehearsal.date[:16].replace("T", " ")
