"""A rehearsal from beginning to end: the talk, what is kept, printed and written of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from presenter.commands.rehearsals import report, written_times
from presenter.commands.tables import Printer, minutes, spoken
from presenter.deck.characters import on_one_line
from presenter.deck.fields import format_duration
from presenter.talk.rehearsal import (
    Judged,
    Recording,
    Rehearsal,
    amend_rehearsal,
    keep_rehearsal,
    rounded,
)
from presenter.typeset.page import Ambiguous
from presenter.words import Words, language_of

if TYPE_CHECKING:
    from presenter.deck.times import TimesEdit


def record(
    talk: Callable[[], int], path: Path, recording: Recording, ambiguous: Ambiguous, *, save: bool
) -> int:
    """Give the `talk` on the deck at `path`, which tells `recording`; report on it afterwards.

    `save` writes the times into the deck. The exit status is the talk's, or 1 if times that were
    to be saved could not be. Of a talk that a signal or a crash ends, what was measured is kept,
    but no times are written.
    """
    status: int | None = None
    fault = ""
    try:
        status = talk()
    finally:
        rehearsal = recording.ended(broken_off=status != 0)
        if rehearsal.shown:
            fault = _fault_of(partial(keep_rehearsal, path, rehearsal))
    if status:
        return status
    deck = recording.deck
    words = spoken(sys.stdout, language_of(deck.lang))
    if not rehearsal.shown:
        click.echo(words("rehearsal.nothing"))
        return 0
    printer = Printer.of(sys.stdout, ambiguous)
    for line in report(rehearsal, on_one_line(deck.title), words, printer):
        click.echo(line, color=printer.colour)
    if rehearsal.planned is None and not save:
        click.echo("\n" + "\n".join(printer.folded(words("rehearsal.unplanned"))))
    if fault:
        click.echo(words("rehearsal.not-kept", reason=fault), err=True)
    return _save(path, recording, rehearsal, words, printer) if save else 0


def _save(
    path: Path, recording: Recording, rehearsal: Rehearsal, words: Words, printer: Printer
) -> int:
    """Write the times into the deck, say what was written and what was not; the exit status."""
    from presenter.deck.times import TimesRefusedError, save_times

    name, judged = path.name, recording.judged()
    if judged.trial:
        took, planned = map(minutes, judged.trial)
        text = words("rehearsal.refused.trial", took=took, planned=planned)
        click.echo("\n".join(["", *printer.folded(text)]), err=True)
        return 1
    times = judged.times
    before = [slide.time for slide in recording.deck.slides]
    try:
        edit = save_times(path, recording.loaded, times)
    except TimesRefusedError as error:
        click.echo(words(f"rehearsal.refused.{error.code}", name=name), err=True)
        return 1
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(words("rehearsal.refused.system", name=name, reason=reason), err=True)
        return 1
    count = len(edit.written)
    click.echo()
    if count or not (edit.left or judged.doubts):
        key = {0: "saved.none", 1: "saved.one"}.get(count, "saved")
        click.echo(words(f"rehearsal.{key}", count=count, name=name))
    if count:
        saved = rehearsal.with_saved({index: times[index] for index in edit.written}, before)
        for line in written_times(saved.slides, words, printer):
            click.echo(line, color=printer.colour)
        if fault := _fault_of(partial(amend_rehearsal, path, rehearsal, saved)):
            click.echo(words("rehearsal.not-kept", reason=fault), err=True)
    for number, title, reason, seconds in _left(edit, judged, rehearsal, words):
        values = {"number": number, "title": title, "took": minutes(seconds)}
        click.echo(words(f"rehearsal.left.{reason}", **values), err=True)
        if reason != "brief":
            time = format_duration(rounded(seconds))
            click.echo(words("rehearsal.left.add", time=time), err=True)
    total = sum(slide.time or 0 for slide in edit.deck.slides)
    if edit.deck.time is not None and total > edit.deck.time:
        values = {"sum": format_duration(total), "time": format_duration(edit.deck.time)}
        click.echo(words("rehearsal.beyond", **values))
    return 0


def _left(
    edit: TimesEdit, judged: Judged, rehearsal: Rehearsal, words: Words
) -> Iterator[tuple[int, str, str, float]]:
    """The slides whose times were not written: number, title, why, and how long each took."""
    reasons: dict[int, str] = {left.slide: left.reason for left in edit.left}
    for index, reason in sorted((reasons | judged.doubts).items()):
        slide = rehearsal.slides[index]
        yield slide.number, slide.title or words("rehearsal.untitled"), reason, slide.actual


def _fault_of(change: Callable[[], object]) -> str:
    """Make a `change` of the history; why that cannot be done, or nothing."""
    try:
        change()
    except (OSError, RuntimeError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""
