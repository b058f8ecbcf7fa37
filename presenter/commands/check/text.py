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

_LONGEST_TITLE = 40
"""Characters of a slide's title."""

_COLOURS = {"error": "red", "warning": "yellow"}


def report(decks: Sequence[Checked]) -> str:
    """Two lines for each problem, then a line that sums up."""
    lines = [
        _problem_lines(problem, f"{about(problem, deck)}{_code(problem)}", deck.words)
        for deck in decks
        for problem in deck.problems
    ]
    languages = {deck.words.language for deck in decks}
    words = Words(languages.pop() if len(languages) == 1 else locale_language())
    return "\n".join([*lines, _summary(decks, words)]) + "\n"


def problem_text(problem: Diagnostic, words: Words) -> str:
    """``path:line:column: error: what``, and below it ``  help: what to write``.

    The words error and warning are the same in every language, as tools look for them.
    """
    return _problem_lines(problem, problem.message(words), words, colour=False)


def about(problem: Diagnostic, deck: Checked) -> str:
    """What is wrong, and with which slide."""
    words, message = deck.words, problem.message(deck.words)
    if problem.slide is None:
        return message
    title = deck.title(problem)
    title = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE] + "…"
    return words(
        "check.in-titled" if title else "check.in-slide",
        what=message,
        number=problem.slide,
        title=title,
    )


def _code(problem: Diagnostic) -> str:
    """What the reader may write to ignore a warning."""
    return f" [{problem.code}]" if problem.severity == "warning" else ""


def _problem_lines(
    problem: Diagnostic, message: str, words: Words, *, colour: bool | None = None
) -> str:
    label = f"{problem.severity}:"
    if in_colour(sys.stdout) if colour is None else colour:
        label = click.style(label, fg=_COLOURS[problem.severity], bold=True)
    text = f"{clean(problem.position())}: {label} {clean(message)}"
    way_out = clean(problem.help(words))
    return f"{text}\n  {words('check.help', help=way_out)}" if way_out else text


def _summary(decks: Sequence[Checked], words: Words) -> str:
    severities = [problem.severity for deck in decks for problem in deck.problems]

    def count(what: str, number: int) -> str:
        return words(f"check.{what}" if number == 1 else f"check.{what}s", number=number)

    about = words(
        "check.about",
        decks=count("deck", len(decks)),
        slides=count("slide", sum(len(deck.titles) for deck in decks)),
    )
    if not severities:
        return words("check.fine", about=about)
    return words(
        "check.found",
        about=about,
        errors=count("error", severities.count("error")),
        warnings=count("warning", severities.count("warning")),
    )
