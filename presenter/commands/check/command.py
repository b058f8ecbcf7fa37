"""``presenter check``: every problem of every deck, before the audience sees it."""

from __future__ import annotations

from pathlib import Path

import click

from presenter.commands.errors import CommandError, error_text
from presenter.commands.options import (
    Choice,
    Size,
    argument,
    command,
    option,
    size,
    warning_code,
)

DEFAULT_SIZES = (Size(80, 24),)
"""The terminal of old, and what a projector shows in large type; what fits it fits larger ones."""


@command("check")
@argument("decks", metavar="DECK…", nargs=-1, required=True)
@option("--size", "sizes", type=size, multiple=True, metavar="COLUMNSxROWS")
@option("--format", "form", type=Choice(["text", "json", "github"]), default="text")
@option("--ignore", "ignored", type=warning_code, multiple=True, metavar="CODE")
@option("--strict", is_flag=True)
def check(
    decks: tuple[str, ...],
    sizes: tuple[Size, ...],
    form: str,
    ignored: tuple[str, ...],
    strict: bool,
) -> int:
    """Report on `decks`: 1 for errors (if `strict`, for warnings too), 2 if one is no file."""
    from presenter.commands.check.analyses import Checked, Deadline, check_deck
    from presenter.commands.check.reports import report
    from presenter.commands.decks import deck_named

    checked: list[Checked] = []
    absent: list[CommandError] = []
    for name in decks:
        deadline = Deadline()
        try:
            loaded = deck_named(Path(name), thorough=True)
        except CommandError as error:
            absent.append(error)
        else:
            wanted = tuple(dict.fromkeys(sizes)) or DEFAULT_SIZES
            checked.append(check_deck(name, loaded, wanted, ignored, deadline))
    if checked:
        click.echo(report(checked, form), nl=False)
    for each in absent:
        click.echo(error_text(each), err=True)
    if absent:
        return 2
    severities = {problem.severity for deck in checked for problem in deck.problems}
    return 1 if "error" in severities or (strict and severities) else 0
