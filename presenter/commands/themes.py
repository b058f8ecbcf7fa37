"""``presenter themes``: what there is to choose from, each as it looks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from presenter.commands.command import Command, Option
from presenter.commands.streams import has_true_colour, in_colour
from presenter.words import Words, locale_language

if TYPE_CHECKING:
    from presenter.typeset.themes import Style, Theme

SAMPLE = ("title", "text", "text strong", "text code", "foot.text")
"""The styles in a sample, in order; their words are in ``words/reports.py``."""


@click.command("themes", cls=Command)
@click.option("--theme", cls=Option, default="", metavar="NAME|FILE")
def command(theme: str) -> int:
    """Print a line for each theme, or for `theme` alone: 1 if that has errors.

    A line holds its name, dark or light, a sample if colours can be shown. What is wrong with the
    reader's own themes goes to standard error.
    """
    from presenter.commands.check.text import problem_text
    from presenter.commands.theme_option import theme_named, theme_names
    from presenter.typeset.width import ruler

    words = Words(locale_language())
    measure = ruler("narrow").width
    chosen = {name: theme_named(name) for name in ([theme] if theme else theme_names())}
    found = {name: each.theme for name, each in chosen.items() if each.found}
    longest = max(map(measure, found), default=0)
    colour = in_colour(sys.stdout)
    for name, each in found.items():
        kind = words("samples.dark" if each.dark else "samples.light")
        sample = f"  {_sample(each, words)}" if colour else ""
        gap = " " * (longest - measure(name))
        click.echo(f"{name}{gap}  {kind}{sample}", color=colour)
    for broken in chosen.values():
        for problem in broken.problems:
            click.echo(problem_text(problem, words), err=True)
    return 1 if theme and not found else 0


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
