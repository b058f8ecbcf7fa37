"""A rehearsal from beginning to end: the talk, what is kept, printed and written of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from presenter.commands.rehearsing.canvas import Canvas, spoken
from presenter.commands.rehearsing.report import report
from presenter.deck.lines import on_one_line
from presenter.talk.rehearsal import Recording, Rehearsal
from presenter.typeset.setting import Ambiguous
from presenter.words import Words, language_of


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
            fault = _kept(path, rehearsal)
    if status:
        return status
    deck = recording.deck
    words = spoken(sys.stdout, language_of(deck.lang))
    if not rehearsal.shown:
        click.echo(words("rehearsal.nothing"))
        return 0
    canvas = Canvas.of(sys.stdout, ambiguous)
    for line in report(rehearsal, on_one_line(deck.title), words, canvas):
        click.echo(line, color=canvas.colour)
    if rehearsal.planned is None and not save:
        click.echo("\n" + "\n".join(canvas.folded(words("rehearsal.unplanned"))))
    if fault:
        click.echo(words("rehearsal.not-kept", reason=fault), err=True)
    return _save(path, recording, words) if save else 0


def _kept(path: Path, rehearsal: Rehearsal) -> str:
    """Add it to the history; why that cannot be done, or nothing."""
    from presenter.talk.rehearsal_history import keep_rehearsal

    try:
        keep_rehearsal(path, rehearsal)
    except (OSError, RuntimeError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""


def _save(path: Path, recording: Recording, words: Words) -> int:
    """Write the times into the deck, say what was written and what was not; the exit status."""
    from presenter.deck.duration import format_duration
    from presenter.deck.times import TimesRefusedError, save_times

    name, times = path.name, recording.times()
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
    if count or not edit.left:
        key = {0: "saved.none", 1: "saved.one"}.get(count, "saved")
        click.echo(words(f"rehearsal.{key}", count=count, name=name))
    for left in edit.left:
        title = on_one_line(edit.deck.slides[left.slide].title) or words("rehearsal.untitled")
        text = words(f"rehearsal.left.{left.reason}", number=left.slide + 1, title=title)
        click.echo(text, err=True)
        click.echo(words("rehearsal.left.add", time=format_duration(times[left.slide])), err=True)
    total = sum(slide.time or 0 for slide in edit.deck.slides)
    if edit.deck.time is not None and total > edit.deck.time:
        values = {"sum": format_duration(total), "time": format_duration(edit.deck.time)}
        click.echo(words("rehearsal.beyond", **values))
    return 0


__all__ = ["record"]
