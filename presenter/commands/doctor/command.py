"""``presenter doctor``: the report on standard output."""

from __future__ import annotations

import importlib
import sys

import click

from presenter.commands.command import Command
from presenter.words import Words, locale_language

ESSENTIAL = ("msgspec", "yaml", "wcwidth", "icu4py", "markdown_it", "pygments", "segno", "textual")
"""Modules without which there is no talk, and not even a report."""


@click.command("doctor", cls=Command)
def command() -> int:
    """Print what this terminal and installation can: 1 if something is broken, else 0."""
    for name in ESSENTIAL:
        try:
            importlib.import_module(name)
        except ImportError as error:
            words = Words(locale_language())
            click.echo(words("doctor.no-module", name=name, why=error))
            click.echo(words("doctor.not-fine"))
            return 1

    from presenter.commands.doctor.report import report
    from presenter.commands.rehearsing.canvas import Canvas, spoken

    words = spoken(sys.stdout, locale_language())
    lines, broken = report(words, Canvas.of(sys.stdout))
    for line in lines:
        click.echo(line)
    return 1 if broken else 0
