"""``presenter [DECK]``: the talk itself."""

from __future__ import annotations

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

if TYPE_CHECKING:
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
    rehearse: bool,
    save_times: bool,
    console: bool,
    log: Path | None,
    **options: Any,
) -> int:
    """Present DECK in this terminal. `options`: fields of `StageOptions`, under their names."""
    from presenter.commands.decks import DEFAULT, STANDARD_INPUT, deck_meant
    from presenter.commands.giving import give
    from presenter.deck.source import bundled_deck
    from presenter.stage import StageOptions

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
    given = StageOptions(console=console, sample=without, log=log, **options)
    return give(path, given, piped=piped, rehearse=rehearse, save=save_times)
