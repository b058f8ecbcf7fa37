"""``presenter notes [DECK]``: the speaker's console."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from presenter.commands.choices import Choice
from presenter.commands.command import Command, Option
from presenter.commands.errors import CommandError
from presenter.commands.present import print_problems
from presenter.commands.streams import is_terminal

if TYPE_CHECKING:
    from presenter.deck import Loaded


@click.command("notes", cls=Command)
@click.argument("deck", required=False, metavar="[DECK]", type=click.Path(path_type=Path))
@click.option("--theme", cls=Option, default="", metavar="NAME|FILE")
@click.option("--ambiguous", cls=Option, type=Choice(["narrow", "wide"]), default="narrow")
@click.option("--no-mouse", cls=Option, is_flag=True)
def notes(
    deck: Path | None, theme: str, ambiguous: Literal["narrow", "wide"], no_mouse: bool
) -> int:
    """Show this slide, the next one, notes and clock."""
    from presenter.commands.decks import DEFAULT
    from presenter.commands.theme_option import sound_theme_source
    from presenter.deck.bundled import bundled_deck

    path = bundled_deck() if deck is None and not DEFAULT.exists() else deck or DEFAULT
    loaded = _shown_or_read(path)
    if loaded.deck is None or not loaded.deck.slides:
        print_problems(loaded)
        return 1
    theme_file = sound_theme_source(theme) if theme else None
    if not is_terminal():
        raise CommandError("no-terminal")

    from presenter.console import ConsoleOptions, run

    options = ConsoleOptions(theme, theme_file, ambiguous, mouse=not no_mouse)
    return run(path, loaded, options)


def _shown_or_read(path: Path) -> Loaded:
    """The deck at `path`; if that shows nothing now, what a stage shows of it.

    Raises CommandError if there is neither.
    """
    from presenter.commands.decks import read_deck
    from presenter.talk.link import read_shown

    try:
        loaded = read_deck(path)
    except CommandError:
        shown = read_shown(path)
        if shown is None or shown.deck is None:
            raise
        return shown
    if loaded.deck is None:
        return read_shown(path) or loaded
    return loaded


command = notes
