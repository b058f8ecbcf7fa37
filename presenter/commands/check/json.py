"""The report for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from presenter.commands.check.findings import Checked
from presenter.commands.streams import in_unicode
from presenter.deck.clean import hostile


def report(decks: Sequence[Checked]) -> str:
    """A list with an object for each problem; texts in the language of the deck's readers."""
    problems = [
        {
            "path": problem.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message(deck.words),
            "help": problem.help(deck.words),
            "slide": problem.slide,
            "title": deck.title(problem),
        }
        for deck in decks
        for problem in deck.problems
    ]
    text = json.dumps(problems, indent=2, ensure_ascii=not in_unicode(sys.stdout))
    # JSON lets DEL, C1 and bidi overrides through, which a path may hold. They stand within
    # strings only (the line feeds between them are no hostile characters).
    for character in {text[index] for index, _ in hostile(text)}:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text + "\n"
