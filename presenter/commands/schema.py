"""``presenter schema``: the format as a JSON Schema, for editors."""

from __future__ import annotations

import json
import sys

import click

from presenter.commands.options import command
from presenter.commands.streams import can_write_unicode


@command("schema")
def schema() -> None:
    """Print the JSON Schema of a deck."""
    from presenter.deck.schema import deck_schema

    ascii_only = not can_write_unicode(sys.stdout)
    click.echo(json.dumps(deck_schema(), indent=2, ensure_ascii=ascii_only))
