"""The command: decks in, a report on standard output."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from presenter.commands.choices import Choice, Code, Size, SizeType
from presenter.commands.command import Argument, Command, Option
from presenter.commands.errors import CommandError, sentences

FORMATS = ("text", "json", "github")
"""Each is a module beside this one, with a function ``report``."""

DEFAULT_SIZES = (Size(80, 24),)
"""The terminal of old, and what a projector shows in large type; what fits it fits larger ones."""


@click.command("check", cls=Command)
@click.argument("decks", cls=Argument, metavar="DECK…", nargs=-1, required=True)
@click.option("--size", "sizes", cls=Option, type=SizeType(), multiple=True, metavar="COLUMNSxROWS")
@click.option("--format", "form", cls=Option, type=Choice(FORMATS), default="text")
@click.option("--ignore", "ignored", cls=Option, type=Code(), multiple=True, metavar="CODE")
@click.option("--strict", cls=Option, is_flag=True)
def command(
    decks: tuple[str, ...],
    sizes: tuple[Size, ...],
    form: str,
    ignored: tuple[str, ...],
    strict: bool,
) -> int:
    """Report on `decks`: 1 for errors (if `strict`, for warnings too), 2 if one is no file."""
    from presenter.commands.check.analyses.patience import Patience
    from presenter.commands.check.findings import Checked, check_deck
    from presenter.commands.decks import STANDARD_INPUT, read_deck, read_standard_input

    checked: list[Checked] = []
    absent: list[CommandError] = []
    for name in decks:
        patience = Patience()
        try:
            if name == STANDARD_INPUT:
                loaded = read_standard_input(thorough=True)
            else:
                loaded = read_deck(Path(name), thorough=True)
        except CommandError as error:
            absent.append(error)
        else:
            wanted = tuple(dict.fromkeys(sizes)) or DEFAULT_SIZES
            checked.append(check_deck(name, loaded, wanted, ignored, patience))
    if checked:
        report = import_module(f"presenter.commands.check.{form}").report
        click.echo(report(checked), nl=False)
    for each in absent:
        click.echo(sentences(each), err=True)
    if absent:
        return 2
    severities = {problem.severity for deck in checked for problem in deck.problems}
    return 1 if "error" in severities or (strict and severities) else 0
