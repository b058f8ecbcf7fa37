"""The reports of ``presenter check``: for people, for programs, and for GitHub.

Each speaks one language: that of the decks, and where they are not of one, that of the user.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

from presenter.commands.check.analyses import Checked
from presenter.commands.problem_lines import labelled
from presenter.commands.streams import can_write_colour, can_write_unicode
from presenter.deck import Diagnostic
from presenter.deck.characters import clean, find_control_characters
from presenter.words import Words, locale_language

_LONGEST_TITLE = 40
"""Characters of a slide's title."""

_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})
"""Source: the escaping of actions/toolkit's command.ts."""


def report(decks: Sequence[Checked], form: str) -> str:
    """What there is to say of `decks`, at least one; `form` is ``text``, ``json`` or ``github``."""
    languages = {deck.language for deck in decks}
    words = Words(languages.pop() if len(languages) == 1 else locale_language())
    problems = [(problem, deck) for deck in decks for problem in deck.problems]
    match form:
        case "json":
            return _json(problems, words)
        case "github":
            return "".join(_workflow_command(*each, words) for each in problems)
    colour = can_write_colour(sys.stdout)
    lines = [*(_lines(*each, words, colour) for each in problems), _summary(decks, words)]
    return "\n".join(lines) + "\n"


def _about(problem: Diagnostic, deck: Checked, words: Words) -> str:
    """What is wrong, and with which slide."""
    what, title = problem.message(words), deck.title(problem)
    if problem.slide is None:
        return what
    title = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE] + "…"
    key = "check.in-titled" if title else "check.in-slide"
    return words(key, what=what, number=problem.slide, title=title)


def _lines(problem: Diagnostic, deck: Checked, words: Words, colour: bool) -> str:
    """As compilers write it, so that editors can open the place, and below it what to write.

    Behind a warning stands the code by which it can be ignored.
    """
    what = _about(problem, deck, words)
    if problem.severity == "warning":
        what += f" [{problem.code}]"
    place = f"{problem.position()}: "
    return labelled(problem.severity, what, problem.help(words), words, place=place, colour=colour)


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


def _json(problems: Iterable[tuple[Diagnostic, Checked]], words: Words) -> str:
    """A list with an object for each problem."""
    objects = [
        {
            "path": problem.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message(words),
            "help": problem.help(words),
            "slide": problem.slide,
            "title": deck.title(problem),
        }
        for problem, deck in problems
    ]
    text = json.dumps(objects, indent=2, ensure_ascii=not can_write_unicode(sys.stdout))
    # JSON lets DEL, C1 and bidi overrides through, which a path may hold. They stand within
    # strings only (the line feeds between them are no hostile characters).
    for character in {text[index] for index, _ in find_control_characters(text)}:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text + "\n"


def _workflow_command(problem: Diagnostic, deck: Checked, words: Words) -> str:
    """What GitHub Actions show beside the line of a pull request.

    Source: "Workflow commands for GitHub Actions".
    """
    properties = {
        "file": problem.path,
        "line": problem.place.line,
        "col": problem.place.column,
        "title": f"presenter: {problem.code}",
    }
    place = ",".join(
        f"{name}={clean(str(value)).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    text = "\n".join(filter(None, (_about(problem, deck, words), problem.help(words))))
    return f"::{problem.severity} {place}::{clean(text).translate(_IN_DATA)}\n"
