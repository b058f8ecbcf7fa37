"""The report for GitHub Actions, which shows it beside the lines of a pull request.

Source: "Workflow commands for GitHub Actions", and the escaping of actions/toolkit's command.ts.
"""

from __future__ import annotations

from collections.abc import Sequence

from presenter.commands.check.findings import Checked
from presenter.commands.check.text import about
from presenter.deck.clean import clean

_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(decks: Sequence[Checked]) -> str:
    """A workflow command for each problem."""
    lines = []
    for deck in decks:
        for problem in deck.problems:
            properties = {
                "file": problem.path,
                "line": problem.place.line,
                "col": problem.place.column,
                "title": f"presenter: {problem.code}",
            }
            place = ",".join(
                f"{name}={clean(str(value)).translate(_IN_PROPERTY)}"
                for name, value in properties.items()
            )
            way_out = problem.help(deck.words)
            text = about(problem, deck) + (f"\n{way_out}" if way_out else "")
            lines.append(f"::{problem.severity} {place}::{clean(text).translate(_IN_DATA)}\n")
    return "".join(lines)
