"""``presenter notes [DECK]``: the speaker's console."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import click

from presenter.commands.choices import Bidi, Choice, is_ours_to_turn
from presenter.commands.command import Argument, Command, Option
from presenter.commands.errors import CommandError
from presenter.commands.log_option import log_to
from presenter.commands.present import print_problems
from presenter.commands.streams import is_terminal


@click.command("notes", cls=Command)
@click.argument(
    "deck", cls=Argument, required=False, metavar="[DECK]", type=click.Path(path_type=Path)
)
@click.option("--theme", cls=Option, default="", metavar="NAME|FILE")
@click.option("--ambiguous", cls=Option, type=Choice(["narrow", "wide"]), default="narrow")
@click.option("--bidi", cls=Option, type=Choice(["auto", "terminal", "presenter"]), default="auto")
@click.option("--no-mouse", cls=Option, is_flag=True)
@click.option("--with-talk", cls=Option, is_flag=True)
@click.option("--log", cls=Option, metavar="FILE", type=click.Path(path_type=Path))
def notes(
    deck: Path | None,
    theme: str,
    ambiguous: Literal["narrow", "wide"],
    bidi: Bidi,
    no_mouse: bool,
    with_talk: bool,
    log: Path | None,
) -> int:
    """Show this slide, the next one, notes and clock."""
    from presenter.commands.decks import deck_to_join, read_shown_deck
    from presenter.commands.theme_option import sound_theme_source

    log_to(log)
    path = deck_to_join(deck, "notes")
    loaded = read_shown_deck(path)
    if loaded.deck is None or not loaded.deck.slides:
        print_problems(loaded)
        return 1
    theme_file = sound_theme_source(theme) if theme else None
    if not is_terminal():
        raise CommandError("no-terminal")

    from presenter.console import ConsoleOptions, run

    turns = is_ours_to_turn(bidi, os.environ)
    options = ConsoleOptions(
        theme, theme_file, ambiguous, mouse=not no_mouse, with_talk=with_talk, bidi=turns
    )
    return run(path, loaded, options)


command = notes
