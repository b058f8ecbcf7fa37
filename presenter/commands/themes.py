"""``presenter themes``: what there is to choose from; and the theme that ``--theme`` names.

That is a built-in one, one of the reader's own, or a file.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from presenter.commands.errors import CommandError
from presenter.commands.options import command, theme_option
from presenter.commands.problem_lines import problem_text
from presenter.commands.streams import can_write_colour, has_true_colour
from presenter.deck import Loaded
from presenter.deck.diagnostics import nearest
from presenter.deck.files import is_path, own_theme, own_themes
from presenter.deck.source import Source, UnreadableError, read_source
from presenter.typeset import themes as built_in
from presenter.typeset.themes import Chosen, Style, Theme
from presenter.typeset.width import ruler
from presenter.words import Words, locale_language

SAMPLE = ("title", "text", "text strong", "text code", "foot.text")
"""The styles in a sample, in order; their words are in ``words/reports.py``."""


@command("themes")
@theme_option
def themes(theme: str) -> int:
    """Print a line for each theme, or for `theme` alone: 1 if that has errors.

    A line holds its name, dark or light, a sample if colours can be shown. What is wrong with the
    reader's own themes goes to standard error.
    """
    words = Words(locale_language())
    measure = ruler("narrow").width
    names = [theme] if theme else theme_names()
    chosen = {name: built_in.choose(name, theme_source(name)) for name in names}
    found = {name: each.theme for name, each in chosen.items() if each.found}
    longest = max(map(measure, found), default=0)
    colour = can_write_colour(sys.stdout)
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


def theme_names() -> list[str]:
    """The names of all themes, the reader's own at the end: they go before others of their name."""
    own = own_themes()
    return [*(name for name in built_in.names() if name not in own), *own]


def theme_source(name: str) -> Source | None:
    """The file of the theme that `name` names, if it has one; on the command line any path will do.

    Raises CommandError if it cannot be read, or there is no theme of that name.
    """
    path = Path(name) if is_path(name) else own_theme(name)
    if path is None:
        if built_in.find(name) is None:
            raise CommandError("no-such-theme", theme=name, near=nearest(name, theme_names()))
        return None
    try:
        return read_source(path)
    except OSError as error:
        raise CommandError("theme-unreadable", path=path, why=error.strerror or error) from None
    except UnreadableError:
        raise CommandError("theme-not-text", path=path) from None


def sound_theme_source(name: str) -> Source | None:
    """The same as `theme_source`; for a theme with errors CommandError is raised, too."""
    source = theme_source(name)
    for problem in built_in.choose(name, source).problems:
        if problem.severity == "error":
            message = problem.message(Words(locale_language()))
            raise CommandError(
                "theme-errors", position=problem.position(), message=message, theme=name
            )
    return source


def chosen_theme(name: str, loaded: Loaded) -> Chosen:
    """The theme that `name` names, else the deck's own. Raises CommandError as above."""
    if name or loaded.deck is None:
        return built_in.choose(name, sound_theme_source(name) if name else None)
    return built_in.choose(loaded.deck.theme, loaded.theme)
