"""``presenter check``: every problem of every deck, before the audience sees it."""

from __future__ import annotations

from pathlib import Path

import click

from presenter.commands.errors import CommandError, error_text, missing_extra
from presenter.commands.options import (
    Choice,
    Size,
    argument,
    command,
    option,
    size,
    warning_code,
)
from presenter.render import is_installed

DEFAULT_SIZES = (Size(80, 24),)
"""The terminal of old, and what a projector shows in large type; what fits it fits larger ones."""


@command("check")
@argument("decks", metavar="DECK…", nargs=-1, required=True)
@option("--size", "sizes", type=size, multiple=True, metavar="COLUMNSxROWS")
@option("--render", type=Choice(["cells", "pictures", "both"]), default="cells")
@option("--format", "form", type=Choice(["text", "json", "github"]), default="text")
@option("--ignore", "ignored", type=warning_code, multiple=True, metavar="CODE")
@option("--strict", is_flag=True)
def check(
    decks: tuple[str, ...],
    sizes: tuple[Size, ...],
    render: str,
    form: str,
    ignored: tuple[str, ...],
    strict: bool,
) -> int:
    """Report on `decks`: 1 for errors (if `strict`, for warnings too), 2 if one is no file."""
    from presenter.commands.check.analyses import Checked, Deadline, PictureSize, check_deck
    from presenter.commands.check.reports import report
    from presenter.commands.decks import deck_named

    wanted = tuple(dict.fromkeys(sizes))
    in_cells = () if render == "pictures" else wanted or DEFAULT_SIZES
    as_pictures: tuple[PictureSize, ...] = ()
    if render != "cells":
        if not is_installed():
            raise missing_extra("presenter check --render", "handout")
        as_pictures = tuple(map(PictureSize.of, wanted)) or (PictureSize.usual(),)
    checked: list[Checked] = []
    absent: list[CommandError] = []
    for name in decks:
        deadline = Deadline()
        try:
            loaded = deck_named(Path(name), thorough=True)
        except CommandError as error:
            absent.append(error)
        else:
            found = check_deck(name, loaded, in_cells, ignored, deadline, as_pictures)
            checked.append(found)
    if checked:
        click.echo(report(checked, form), nl=False)
    for each in absent:
        click.echo(error_text(each), err=True)
    if absent:
        return 2
    severities = {problem.severity for deck in checked for problem in deck.problems}
    return 1 if "error" in severities or (strict and severities) else 0
