"""``presenter import``: another tool's deck as an outline, and what it could not carry over."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from presenter.commands.errors import CommandError
from presenter.commands.options import PATH, Choice, argument, command, option
from presenter.commands.problem_lines import problem_text
from presenter.words import Words, locale_language

if TYPE_CHECKING:
    from presenter.imports.draft import Draft
    from presenter.imports.powerpoint.pictures import Saved

_DIALECTS = ["presenterm", "marp", "slidev", "remark", "reveal", "pandoc", "deckset", "patat"]
_DIALECTS += ["lookatme", "mdp", "slides", "plain", "presenter"]
"""The names in `presenter.imports.markdown.dialects`, which a help text need not import."""


@command("import")
@argument("talk", metavar="TALK", type=PATH)
@option("-o", "--output", type=PATH, metavar="FILE")
@option("--from", "dialect", type=Choice(_DIALECTS), metavar="TOOL")
def import_talk(talk: Path, output: Path | None, dialect: str | None) -> int:
    """Write the outline of `talk` to `output`: 1 if there is nothing in it, 2 if it cannot be."""
    from presenter.imports.powerpoint.pictures import Saved

    if output == Path("-"):  # standard output, as without -o
        output = None
    if output is not None and os.path.lexists(output):
        raise CommandError("output-exists", path=output)
    saved = Saved(output.parent, output.stem) if output is not None else Saved(None)
    try:
        return _import(talk, output, dialect or "", saved)
    except BaseException:
        saved.discard()  # pictures of an outline that there is not
        raise


def _import(talk: Path, output: Path | None, dialect: str, saved: Saved) -> int:
    words = Words(locale_language())
    draft = _read(talk, output, dialect, saved, words)
    _tell(draft, talk, words)
    if not draft.slides:
        _refuse(words("imports.nothing", path=talk))
    text = draft.yaml(words)
    if output is None:
        sys.stdout.write(text)
    else:
        _write(output, text)
        saved.keep()
        made = "imports.made" if draft.slides[1:] else "imports.made-one"
        click.echo(words(made, path=output, slides=len(draft.slides)))
        click.echo(f"  presenter check {shlex.quote(str(output))}")
    return _check(text, talk, output)


def _read(talk: Path, output: Path | None, dialect: str, saved: Saved, words: Words) -> Draft:
    """What `talk` holds. Raises CommandError, or Exit when it was told why it cannot be read."""
    from presenter.deck.source import UnreadableError, read_source
    from presenter.imports.markdown.deck import MOST_PIECES, TalkTooLargeError, read_markdown
    from presenter.imports.markdown.named import Named
    from presenter.imports.powerpoint.package import is_presentation

    home = output.parent if output is not None else talk.parent
    if not home.is_dir():
        raise CommandError("no-such-folder", folder=home)
    try:
        if is_presentation(talk):
            return _read_powerpoint(talk, saved)
        source = read_source(talk)
    except UnreadableError as error:
        _refuse(problem_text(error.diagnostic, words))
    except FileNotFoundError:
        raise CommandError("no-such-talk", path=talk) from None
    except IsADirectoryError:
        raise CommandError("is-folder", path=talk) from None
    except OSError as error:
        raise CommandError("unreadable", path=talk, why=error.strerror or error) from None
    try:
        return read_markdown(source.text, Named(talk.parent, home), dialect, talk.stem)
    except TalkTooLargeError:
        _refuse(words("imports.too-large", path=talk, most=MOST_PIECES))


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    raise click.exceptions.Exit(1)


def _read_powerpoint(talk: Path, saved: Saved) -> Draft:
    from presenter.imports.powerpoint.deck import NotPowerPointError, read_powerpoint
    from presenter.imports.powerpoint.package import foreign_kind
    from presenter.imports.powerpoint.pictures import NotSavedError

    if kind := foreign_kind(talk):
        raise CommandError(f"is-{kind}", path=talk)
    try:
        return read_powerpoint(talk, saved)
    except NotPowerPointError:
        raise CommandError("not-powerpoint", path=talk) from None
    except NotSavedError as error:
        raise CommandError("not-written", path=error.path, why=error.why) from None


def _tell(draft: Draft, talk: Path, words: Words) -> None:
    """List on standard error what was not carried over."""
    from presenter.deck.characters import clean

    warnings = draft.warnings
    for warning in warnings:
        place = f":{warning.line}" if warning.line else ""
        click.echo(f"{clean(str(talk))}{place}: {warning.sentence(words)}", err=True)
    if warnings:
        key = "imports.told-one" if len(warnings) == 1 else "imports.told"
        click.echo(words(key, count=len(warnings)), err=True)


def _write(output: Path, text: str) -> None:
    from presenter.deck.safe_files import write_new

    try:
        write_new(output, text.encode())
    except FileExistsError:
        raise CommandError("output-exists", path=output) from None
    except OSError as error:
        raise CommandError("not-written", path=output, why=error.strerror or error) from None


def _check(text: str, talk: Path, output: Path | None) -> int:
    """1 if the outline has an error after all: the talk is larger than a deck may be, as a rule."""
    from presenter.commands.decks import print_problems
    from presenter.deck import load_source
    from presenter.deck.source import Source

    path = output or talk.with_suffix(".yaml")
    loaded = load_source(Source(str(path), text, path.parent))
    if not any(problem.severity == "error" for problem in loaded.problems):
        return 0
    print_problems(loaded)
    return 1
