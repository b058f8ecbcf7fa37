"""Checking the decks that are named and saying what was found. It needs no click.

So a check without options begins sooner (see `entry`); with them, ``check`` says which.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from presenter.commands.check.analyses import Checked, Deadline, check_deck
from presenter.commands.check.reports import report
from presenter.commands.decks import deck_named
from presenter.commands.sizes import PictureSize, Size

if TYPE_CHECKING:
    from presenter.commands.errors import CommandError

DEFAULT_SIZES = (Size(80, 24),)
"""The terminal of old, and what a projector shows in large type; what fits it fits larger ones."""


def check_decks(
    names: Sequence[str],
    in_cells: tuple[Size, ...] = DEFAULT_SIZES,
    as_pictures: tuple[PictureSize, ...] = (),
    form: str = "text",
    ignored: Collection[str] = (),
    *,
    strict: bool = False,
) -> int:
    """Report on the decks: 1 for errors (if `strict`, for warnings too), 2 if one is no file."""
    checked: list[Checked] = []
    absent: list[CommandError] = []
    for name in names:
        deadline = Deadline()
        try:
            loaded = deck_named(Path(name), thorough=True)
        except Exception as error:
            # The class of this one brings click: it is loaded where a deck is absent.
            from presenter.commands.errors import CommandError

            if not isinstance(error, CommandError):
                raise
            absent.append(error)
        else:
            checked.append(check_deck(name, loaded, in_cells, ignored, deadline, as_pictures))
    if checked:
        print(report(checked, form), end="", flush=True)
    if absent:
        from presenter.commands.errors import error_text

        for each in absent:
            print(error_text(each), file=sys.stderr)
        return 2
    severities = {problem.severity for deck in checked for problem in deck.problems}
    return 1 if "error" in severities or (strict and severities) else 0
