"""``presenter new [PATH]``: a deck to begin with."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from presenter.commands.decks import DEFAULT
from presenter.commands.errors import CommandError
from presenter.commands.options import PATH, Choice, argument, command, option
from presenter.deck.safe_files import write_new
from presenter.words import Language, Words, locale_language

SCHEMA = "slides.schema.json"
"""The schema that the starter's first line names: a file beside the deck.

An address would need the network, and a path into this installation would be wrong on every other
machine that the deck travels to; so it is a relative one, written by ``presenter schema``.
"""


@command("new")
@argument("path", required=False, metavar="[PATH]", type=PATH)
@option("--lang", type=Choice(["en", "zh"]))
def new(path: Path | None, lang: Language | None) -> int:
    """Write the starter deck to `path`, or into it if it is a folder."""
    path = path or DEFAULT
    if path.is_dir():
        path /= DEFAULT
    _write(path, starter(lang or locale_language()))
    words = Words(locale_language())
    name, schema = shlex.quote(str(path)), shlex.quote(str(path.parent / SCHEMA))
    lines = [
        (f"presenter {name}", words("making.present")),
        (f"presenter check {name}", words("making.check")),
        (f"presenter schema > {schema}", words("making.schema")),
    ]
    longest = max(len(line) for line, _ in lines)
    click.echo(words("making.made", path=path))
    for line, what in lines:
        click.echo(f"  {line:{longest}}  # {what}")
    return 0


def starter(language: Language) -> str:
    """The starter deck in `language`, its schema line first."""
    deck = Path(__file__).with_name("starters") / f"{language}.yaml"
    head = f"# yaml-language-server: $schema={SCHEMA}\n"
    return head + deck.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    """Write `text` to a new file. Raises CommandError if there is one, or no way to make one."""
    try:
        write_new(path, text.encode())
    except FileExistsError:
        raise CommandError("exists", path=path) from None
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not path.parent.exists():
            raise CommandError("no-such-folder", folder=path.parent) from None
        why = os.strerror(error.errno) if error.errno else error
        raise CommandError("unwritable", path=path, why=why) from None
