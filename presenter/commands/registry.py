"""Which commands there are: a new one is a file, and a row here."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import click

COMMANDS: dict[str, str] = {
    "notes": "presenter.commands.notes",
    "check": "presenter.commands.check",
    "export": "presenter.commands.export",
    "import": "presenter.commands.import_talk",
    "share": "presenter.commands.share",
    "new": "presenter.commands.new",
    "themes": "presenter.commands.themes",
    "schema": "presenter.commands.schema",
    "rehearsals": "presenter.commands.rehearsals",
    "doctor": "presenter.commands.doctor",
    "help": "presenter.commands.help",
}
"""Each command's module, which holds it under the name ``command``.

A name without its module is reserved for a later version. What a command is for stands in
``words/command_line.py``.
"""


def exists(name: str) -> bool:
    """Whether this version has the command `name`."""
    return name in COMMANDS and find_spec(COMMANDS[name]) is not None


def load(name: str) -> click.Command:
    """The command `name`, which must exist."""
    command: click.Command = import_module(COMMANDS[name]).command
    return command
