"""``presenter [DECK]``: the talk itself."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from presenter.commands.errors import CommandError
from presenter.commands.options import (
    Bidi,
    Choice,
    CliCommand,
    ambiguous_option,
    bidi_option,
    command,
    deck_argument,
    is_ours_to_turn,
    log_option,
    log_to,
    mouse_option,
    option,
    theme_option,
)
from presenter.commands.streams import is_terminal, take_keys_from_terminal

if TYPE_CHECKING:
    from presenter.deck import Deck
    from presenter.words import Language


_IMAGES = ["auto", "kitty", "sixel", "blocks", "none"]


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
@option("--images", type=Choice(_IMAGES), default="auto")
@option("--console", is_flag=True)
@option("--no-confirm", is_flag=True)
@option("--no-watch", is_flag=True)
@option("--no-animation", is_flag=True)
@mouse_option
@log_option
def present(
    deck: Path | None,
    sample: Language | None,
    start: str,
    resume: bool,
    rehearse: bool,
    save_times: bool,
    theme: str,
    reveal: bool | None,
    ambiguous: Literal["narrow", "wide"],
    bidi: Bidi,
    images: Literal["auto", "kitty", "sixel", "blocks", "none"],
    console: bool,
    no_confirm: bool,
    no_watch: bool,
    no_animation: bool,
    no_mouse: bool,
    log: Path | None,
) -> int:
    """Present DECK in this terminal."""
    from presenter.commands.decks import (
        DEFAULT,
        STANDARD_INPUT,
        deck_meant,
        print_problems,
        read_deck,
        read_standard_input,
    )
    from presenter.commands.themes import sound_theme_source
    from presenter.deck.bundled import bundled_deck

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
    loaded = read_standard_input() if piped else read_deck(path)
    if loaded.deck is None or not loaded.deck.slides:
        print_problems(loaded if piped else read_deck(path, thorough=True))
        return 1
    _check_start(loaded.deck, start)
    theme_file = sound_theme_source(theme) if theme else None
    if piped:
        take_keys_from_terminal()
    if not is_terminal():
        raise CommandError("no-terminal")

    from presenter.stage import run
    from presenter.stage.options import StageOptions

    recording = None
    if rehearse:
        from presenter.talk.rehearsal import Recording

        recording = Recording(loaded)
    options = StageOptions(
        start=start,
        resume=resume,
        theme=theme,
        theme_file=theme_file,
        ambiguous=ambiguous,
        bidi=is_ours_to_turn(bidi, os.environ),
        reveal=reveal,
        console=console,
        confirm=not no_confirm,
        watch=not no_watch,
        animation=not no_animation,
        mouse=not no_mouse,
        sample=without,
        images=None if images == "auto" else images,
        recording=recording,
        log=log,
    )
    if recording is None:
        return run(None if piped else path, loaded, options)
    from presenter.commands.rehearse import record

    talk = partial(run, path, loaded, options)
    return record(talk, path, recording, ambiguous, save=save_times)


def _check_start(deck: Deck, start: str) -> None:
    """Raises CommandError if `start` names no slide of `deck`."""
    from presenter.deck.suggest import nearest
    from presenter.stage.options import slide_named

    if not start or slide_named(deck, start) is not None:
        return
    if start.isdecimal():
        raise CommandError("no-slide-number", number=start, slides=len(deck.slides))
    ids = [slide.id for slide in deck.slides if slide.id]
    raise CommandError("no-slide-id", id=start, near=nearest(start, ids))
