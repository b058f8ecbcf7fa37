"""``presenter rehearsals [DECK]``: how the talk developed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from presenter.commands.command import Argument, Command


@click.command("rehearsals", cls=Command)
@click.argument(
    "deck", cls=Argument, required=False, metavar="[DECK]", type=click.Path(path_type=Path)
)
def command(deck: Path | None) -> int:
    """Print a line for each rehearsal of DECK, and what each slide took in the last ones."""
    from presenter.commands.decks import deck_meant, read_deck
    from presenter.commands.rehearsing.canvas import Canvas, spoken
    from presenter.commands.rehearsing.development import development
    from presenter.deck.lines import on_one_line
    from presenter.talk.rehearsal import rehearsals_of
    from presenter.words import language_of

    path = deck_meant(deck)
    loaded = read_deck(path).deck
    words = spoken(sys.stdout, language_of(loaded.lang if loaded else None))
    canvas = Canvas.of(sys.stdout)
    try:
        rehearsals = rehearsals_of(path)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        click.echo(words("rehearsal.unreadable", reason=reason), err=True)
        return 0
    if not rehearsals:
        argument = canvas.writable(str(deck or "")) + (" " if deck else "")
        name = canvas.writable(path.name)
        click.echo(words("rehearsal.none", name=name, argument=argument))
        return 0
    title = (on_one_line(loaded.title) if loaded else "") or path.name
    for line in development(rehearsals, title, words, canvas):
        click.echo(line, color=canvas.colour)
    return 0
