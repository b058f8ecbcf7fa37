"""All problems of one deck."""

from __future__ import annotations

from typing import NamedTuple

from presenter.commands.check.analyses import ANALYSES, Subject
from presenter.commands.choices import Size
from presenter.deck import Diagnostic, Loaded
from presenter.words import Words, language_of


class Checked(NamedTuple):
    """A deck's problems in the order of its text, then its theme's; how many slides it has."""

    problems: tuple[Diagnostic, ...]
    slides: int
    words: Words
    """In the language of its readers: the deck's own, else the locale's."""


def check_deck(path: str, loaded: Loaded, sizes: tuple[Size, ...]) -> Checked:
    """What is wrong with the deck that was loaded as `path`, also at `sizes`."""
    deck = loaded.deck
    problems = list(loaded.problems)
    if deck is not None:
        subject = Subject(path, deck, loaded.text, sizes, loaded.theme)
        problems += (problem for analysis in ANALYSES for problem in analysis(subject))
    problems.sort(key=lambda problem: (problem.path != path, problem.place))
    return Checked(
        tuple(problems),
        len(deck.slides) if deck else 0,
        Words(language_of(deck.lang if deck else None)),
    )
