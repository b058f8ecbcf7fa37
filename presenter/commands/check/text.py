"""The report for people: as compilers write it, so that editors can open the places."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from presenter.commands.check.findings import Checked
from presenter.commands.streams import in_colour
from presenter.deck import Diagnostic
from presenter.deck.clean import clean
from presenter.words import Words, locale_language

_COLOURS = {"error": "red", "warning": "yellow"}


def report(decks: Sequence[Checked]) -> str:
    """Two lines for each problem, then a line that sums up."""
    lines = [
        problem_text(problem, deck.words, colour=in_colour(sys.stdout))
        for deck in decks
        for problem in deck.problems
    ]
    languages = {deck.words.language for deck in decks}
    words = Words(languages.pop() if len(languages) == 1 else locale_language())
    return "\n".join([*lines, _summary(decks, words)]) + "\n"


def problem_text(problem: Diagnostic, words: Words, *, colour: bool = False) -> str:
    """``path:line:column: error: what``, and below it ``  help: what to write``.

    The two labels are the same in every language, as tools look for them.
    """
    label = f"{problem.severity}:"
    if colour:
        label = click.style(label, fg=_COLOURS[problem.severity], bold=True)
    text = f"{clean(problem.position())}: {label} {clean(problem.message(words))}"
    way_out = clean(problem.help(words))
    return f"{text}\n  help: {way_out}" if way_out else text


def _summary(decks: Sequence[Checked], words: Words) -> str:
    severities = [problem.severity for deck in decks for problem in deck.problems]

    def count(what: str, number: int) -> str:
        return words(f"check.{what}" if number == 1 else f"check.{what}s", number=number)

    about = words(
        "check.about",
        decks=count("deck", len(decks)),
        slides=count("slide", sum(deck.slides for deck in decks)),
    )
    if not severities:
        return words("check.fine", about=about)
    return words(
        "check.found",
        about=about,
        errors=count("error", severities.count("error")),
        warnings=count("warning", severities.count("warning")),
    )
