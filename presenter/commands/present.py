"""``presenter [DECK]``: the talk itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from presenter.commands.errors import CommandError
from presenter.commands.options import (
    OFF,
    Choice,
    CliCommand,
    ambiguous_option,
    bidi_option,
    command,
    deck_argument,
    log_option,
    log_to,
    mouse_option,
    option,
    theme_option,
)
from presenter.commands.streams import is_terminal, take_keys_from_terminal

if TYPE_CHECKING:
    from presenter.deck import Deck
    from presenter.typeset.page import Ambiguous, AmbiguousMode
    from presenter.words import Language


def _auto_is_none(_: click.Context, __: click.Parameter, value: str) -> str | None:
    return None if value == "auto" else value


class Implied(CliCommand):
    """The command that no word names, so that its help is that of the whole program."""

    def get_help(self, ctx: click.Context) -> str:
        """The help of ``presenter``."""
        return ctx.find_root().get_help()


@command("present", Implied)
@deck_argument
@option("--sample", type=Choice(["zh", "en"]))
@option("--start", default="", metavar="N|ID")
@option("--resume", is_flag=True)
@option("--rehearse", is_flag=True)
@option("--save-times", is_flag=True)
@theme_option
@option("--reveal/--no-reveal", default=None)
@ambiguous_option
@bidi_option
@option(
    "--images",
    type=Choice(["auto", "kitty", "sixel", "iterm", "blocks", "none"]),
    default="auto",
    callback=_auto_is_none,
)
@option("--render", type=Choice(["auto", "cells", "pictures"]), default="auto")
@option("--console", is_flag=True)
@option("--no-confirm", "confirm", **OFF)
@option("--no-watch", "watch", **OFF)
@option("--no-animation", "animation", **OFF)
@mouse_option
@log_option
def present(
    deck: Path | None,
    sample: Language | None,
    start: str,
    rehearse: bool,
    save_times: bool,
    theme: str,
    ambiguous: AmbiguousMode,
    console: bool,
    log: Path | None,
    **options: Any,
) -> int:
    """Present DECK in this terminal. `options`: fields of `StageOptions`, under their names."""
    from presenter.commands.decks import (
        DEFAULT,
        STANDARD_INPUT,
        deck_meant,
        deck_named,
        print_problems,
    )
    from presenter.commands.themes import sound_theme_source
    from presenter.deck.source import bundled_deck
    from presenter.screen.held_terminal import HeldTerminal

    if save_times and not rehearse:
        raise CommandError("save-times-alone")
    if sample and deck is not None:
        raise CommandError("sample-and-deck", deck=deck)
    without = deck is None and sample is None and not DEFAULT.exists()
    if save_times and (sample or without):
        raise CommandError("save-times-sample")
    piped = deck == Path(STANDARD_INPUT)
    if piped and rehearse:
        raise CommandError("rehearse-standard-input")
    if piped and console:
        raise CommandError("console-standard-input")
    log_to(log)
    path = bundled_deck(sample) if sample else deck_meant(deck)
    with HeldTerminal() as held:
        if not piped:
            held.take()
        loaded = deck_named(path)
        if loaded.deck is None or not loaded.deck.slides:
            held.release()
            print_problems(loaded if piped else deck_named(path, thorough=True))
            return 1
        _check_start(loaded.deck, start)
        theme_file = sound_theme_source(theme) if theme else None
        if piped:
            take_keys_from_terminal()
            held.take()
        if not is_terminal():
            raise CommandError("no-terminal")

        from presenter.stage import StageOptions, run

        recording = None
        if rehearse:
            from presenter.talk.rehearsal import Recording

            recording = Recording(loaded)
        given = StageOptions(
            start=start,
            theme=theme,
            theme_file=theme_file,
            ambiguous=ambiguous,
            console=console,
            sample=without,
            recording=recording,
            log=log,
            **options,
        )
        if recording is None:
            return run(None if piped else path, loaded, given, held)
        from presenter.commands.rehearse import record

        talk = partial(run, path, loaded, given, held)
        reported: Ambiguous = "wide" if ambiguous == "wide" else "narrow"
        return record(talk, path, recording, reported, save=save_times)


def _check_start(deck: Deck, start: str) -> None:
    """Raises CommandError if `start` names no slide of `deck`."""
    from presenter.deck.diagnostics import nearest
    from presenter.stage import slide_named

    if not start or slide_named(deck, start) is not None:
        return
    if start.isdecimal():
        raise CommandError("no-slide-number", number=start, slides=len(deck.slides))
    ids = [slide.id for slide in deck.slides if slide.id]
    raise CommandError("no-slide-id", id=start, near=nearest(start, ids))
