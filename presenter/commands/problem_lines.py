"""What is wrong, as lines for the terminal: where, what, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presenter.words import Words

if TYPE_CHECKING:
    from presenter.deck import Diagnostic, Severity

_COLOURS = {"error": "red", "warning": "yellow"}


def problem_text(problem: Diagnostic, words: Words) -> str:
    """``path:line:column: error: what``, and below it ``  help: what to write``."""
    what, way_out = problem.message(words), problem.help(words)
    return labelled(problem.severity, what, way_out, words, place=f"{problem.position()}: ")


def labelled(
    severity: Severity,
    what: str,
    way_out: str,
    words: Words,
    *,
    place: str = "",
    colour: bool = False,
) -> str:
    """`what` is wrong at `place`, and in a line below the `way_out`, if there is one.

    The words error and warning are the same in every language, as tools look for them.
    """
    from presenter.deck.characters import clean

    label = f"{severity}:"
    if colour:
        import click

        label = click.style(label, fg=_COLOURS[severity], bold=True)
    text = f"{clean(place)}{label} {clean(what)}"
    return f"{text}\n  {words('check.help', help=clean(way_out))}" if way_out else text
