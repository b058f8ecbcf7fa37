"""``presenter themes``: what there is to choose from, each as it looks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from presenter.commands.command import Command
from presenter.commands.errors import CommandError
from presenter.commands.streams import has_true_colour, in_colour
from presenter.words import Words, locale_language

if TYPE_CHECKING:
    from presenter.deck import Deck
    from presenter.typeset.themes import Style, Theme

SAMPLE = ("title", "text", "text strong", "text code", "foot.text")
"""The styles in a sample, in order; their words are in ``words/samples.py``."""


@click.command("themes", cls=Command)
def command() -> int:
    """Print a line for each theme: name, dark or light, a sample if colours can be shown."""
    from presenter.typeset import themes

    words = Words(locale_language())
    names = themes.names()
    longest = max(map(len, names))
    colour = in_colour(sys.stdout)
    for name in names:
        theme = themes.find(name)
        if theme is not None:
            kind = words("samples.dark" if theme.dark else "samples.light")
            sample = f"  {_sample(theme, words)}" if colour else ""
            click.echo(f"{name:{longest}}  {kind}{sample}", color=colour)
    return 0


def chosen_theme(name: str, deck: Deck) -> Theme:
    """The theme called `name`, else the deck's own, else the default.

    Raises CommandError if there is no theme called `name`.
    """
    from presenter.deck.suggest import nearest
    from presenter.typeset import themes

    theme = themes.find(name or deck.theme)
    if theme is None and name:
        raise CommandError("no-such-theme", theme=name, near=nearest(name, themes.names()))
    return theme or next(iter(themes.OURS.values()))


def _sample(theme: Theme, words: Words) -> str:
    """A few words in the theme's colours, on its background."""
    gap = _painted("  ", theme.style(""))
    pieces = [_painted(words(f"samples.{style}"), theme.style(style)) for style in SAMPLE]
    return gap + gap.join(pieces) + gap


def _painted(text: str, style: Style) -> str:
    return click.style(
        text,
        fg=_colour(style.color),
        bg=_colour(style.background),
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
    )


def _colour(colour: str | None) -> tuple[int, int, int] | int | None:
    """``#rrggbb`` for click, or the nearest of 256; None where the terminal decides."""
    if colour is None or not colour.startswith("#"):
        return None
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if has_true_colour():
        return red, green, blue
    # The cube of 6x6x6 colours from index 16 on. Source: xterm's 256colres.pl.
    return 16 + 36 * round(red / 51) + 6 * round(green / 51) + round(blue / 51)
