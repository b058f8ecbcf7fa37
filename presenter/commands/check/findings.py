"""All problems of one deck."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from presenter.commands.check.analyses import ANALYSES, Subject
from presenter.commands.check.analyses.patience import Patience
from presenter.commands.choices import Size
from presenter.deck import Deck, Diagnostic, Loaded
from presenter.deck.lines import on_one_line
from presenter.words import Words, language_of


class Checked(NamedTuple):
    """A deck's problems in the order of its text, then its theme's; its slides' titles."""

    problems: tuple[Diagnostic, ...]
    titles: tuple[str, ...]
    words: Words
    """In the language of its readers: the deck's own, else the locale's."""

    def title(self, problem: Diagnostic) -> str:
        """The title of the slide that `problem` is about; empty if it is none or has none."""
        number = problem.slide or 0
        return self.titles[number - 1] if 0 < number <= len(self.titles) else ""


def check_deck(
    path: str,
    loaded: Loaded,
    sizes: tuple[Size, ...],
    ignored: Collection[str] = (),
    patience: Patience | None = None,
) -> Checked:
    """What is wrong with the deck that was loaded as `path`, also at `sizes`.

    When `patience` is over, no more is tried. Warnings with a code among `ignored`, or that the
    deck or the slide ignores, are left out.
    """
    deck, text = loaded.deck, loaded.text
    if deck is None and loaded.rest is not None:
        deck, text = loaded.rest.deck, loaded.rest.text
    problems = list(loaded.problems)
    if deck is not None:
        subject = Subject(path, deck, text, sizes, loaded.theme, patience)
        problems += (problem for analysis in ANALYSES for problem in analysis(subject))
    problems = [each for each in problems if not _is_ignored(each, deck, ignored)]
    problems.sort(key=lambda problem: (problem.path != path, problem.place))
    return Checked(
        tuple(problems),
        tuple(on_one_line(slide.title) for slide in deck.slides) if deck else (),
        Words(language_of(deck.lang if deck else None)),
    )


def _is_ignored(problem: Diagnostic, deck: Deck | None, ignored: Collection[str]) -> bool:
    if problem.severity == "error":
        return False
    if problem.code in ignored or (deck is not None and problem.code in deck.ignore):
        return True
    return bool(
        deck is not None
        and problem.slide is not None
        and problem.code in deck.slides[problem.slide - 1].ignore
    )
