"""Which theme a talk is shown in."""

from __future__ import annotations

from typing import NamedTuple

from presenter.deck import Diagnostic
from presenter.deck.source import Source
from presenter.typeset.themes.builtin import find
from presenter.typeset.themes.theme import Theme


class Chosen(NamedTuple):
    """A theme, and what is wrong with the file that was to give one."""

    theme: Theme
    """The one that was named; the default if it cannot be had."""
    found: bool
    """Whether it is the one that was named."""
    problems: tuple[Diagnostic, ...] = ()


def choose(name: str, file: Source | None) -> Chosen:
    """The theme called `name`, which stands in `file` where it has one; the default for no name.

    For a deck: ``choose(deck.theme, loaded.theme)``.
    """
    default = find("")
    assert default is not None
    if file is None:
        theme = find(name)
        return Chosen(theme or default, theme is not None)
    from presenter.typeset.themes.reading import read_theme  # 10 ms, for a theme's file alone

    read = read_theme(file)
    return Chosen(read.theme or default, read.theme is not None, read.problems)
