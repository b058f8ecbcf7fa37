"""``presenter [DECK]``: the talk itself."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from presenter.commands.choices import Bidi, Choice, is_ours_to_turn
from presenter.commands.command import Argument, Command, Option
from presenter.commands.errors import CommandError
from presenter.commands.log_option import log_to
from presenter.commands.streams import is_terminal, take_keys_from_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presenter.deck import Deck, Diagnostic, Loaded
    from presenter.words import Language


_IMAGES = ["auto", "kitty", "sixel", "blocks", "none"]


class Implied(Command):
    """The command that no word names, so that its help is that of the whole program."""

    def get_help(self, ctx: click.Context) -> str:
        """The help of ``presenter``."""
        return ctx.find_root().get_help()


@click.command("present", cls=Implied)
@click.argument(
    "deck", cls=Argument, required=False, metavar="[DECK]", type=click.Path(path_type=Path)
)
@click.option("--sample", cls=Option, type=Choice(["zh", "en"]))
@click.option("--start", cls=Option, default="", metavar="N|ID")
@click.option("--resume", cls=Option, is_flag=True)
@click.option("--rehearse", cls=Option, is_flag=True)
@click.option("--save-times", cls=Option, is_flag=True)
@click.option("--theme", cls=Option, default="", metavar="NAME|FILE")
@click.option("--reveal/--no-reveal", cls=Option, default=None)
@click.option("--ambiguous", cls=Option, type=Choice(["narrow", "wide"]), default="narrow")
@click.option("--bidi", cls=Option, type=Choice(["auto", "terminal", "presenter"]), default="auto")
@click.option("--images", cls=Option, type=Choice(_IMAGES), default="auto")
@click.option("--console", cls=Option, is_flag=True)
@click.option("--no-confirm", cls=Option, is_flag=True)
@click.option("--no-watch", cls=Option, is_flag=True)
@click.option("--no-animation", cls=Option, is_flag=True)
@click.option("--no-mouse", cls=Option, is_flag=True)
@click.option("--log", cls=Option, metavar="FILE", type=click.Path(path_type=Path))
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
        read_deck,
        read_standard_input,
    )
    from presenter.commands.theme_option import sound_theme_source
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
    )
    if recording is None:
        return run(None if piped else path, loaded, options)
    from presenter.commands.rehearsing.talk import record

    talk = partial(run, path, loaded, options)
    return record(talk, path, recording, ambiguous, save=save_times)


def print_problems(loaded: Loaded, more: Iterable[Diagnostic] = ()) -> None:
    """Say on standard error why there is nothing to show: the deck's problems, and `more`."""
    from presenter.commands.check.text import problem_text
    from presenter.words import Words, language_of

    words = Words(language_of(loaded.deck.lang if loaded.deck else None))
    for problem in (*loaded.problems, *more):
        click.echo(problem_text(problem, words), err=True)


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
