"""``presenter notes [DECK]``: the speaker's console."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from presenter.commands.errors import CommandError
from presenter.commands.options import (
    Choice,
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
from presenter.commands.streams import is_terminal


@command("notes")
@deck_argument
@theme_option
@ambiguous_option
@bidi_option
@mouse_option
@option("--render", type=Choice(["auto", "cells", "pictures"]), default="auto")
@option("--with-talk", is_flag=True)
@log_option
def notes(deck: Path | None, theme: str, log: Path | None, **options: Any) -> int:
    """Show this slide, the next one, notes and clock. `options`: fields of `ConsoleOptions`."""
    from presenter.commands.decks import deck_to_join
    from presenter.commands.themes import sound_theme_source

    log_to(log)
    path, loaded = deck_to_join(deck, "notes")
    theme_file = sound_theme_source(theme) if theme else None
    if not is_terminal():
        raise CommandError("no-terminal")

    from presenter.console import ConsoleOptions, run

    return run(path, loaded, ConsoleOptions(theme, theme_file, **options))
