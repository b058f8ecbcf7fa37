"""The deck that an argument names. What an error needs is imported when there is one."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from presenter.deck import Diagnostic, Loaded, load_deck, load_source
from presenter.deck.source import MOST_BYTES, UnreadableError, bundled_deck, decode
from presenter.words import Words, locale_language

if TYPE_CHECKING:
    from presenter.commands.errors import CommandError

STANDARD_INPUT = Path("-")
"""What stands for standard input where a command takes a deck from there."""

DEFAULT = Path("slides.yaml")
"""The deck that is meant where none is named."""


def deck_meant(deck: Path | None) -> Path:
    """`deck`, where one is named; else the one here, else the sample in the user's language."""
    if deck is not None:
        return deck
    return DEFAULT if DEFAULT.exists() else bundled_deck(locale_language())


def deck_to_join(deck: Path | None, command: str) -> tuple[Path, Loaded]:
    """The path of a talk's deck, and what can be shown of it now: by its file, else by its stage.

    It is `deck`, where one is named; else that of the talk that is running; without one
    `deck_meant`. Raises CommandError if several are running (`command` is what could be written
    with each) or nothing is there; Exit when the deck has nothing to show, and it was told why.
    """
    from presenter.commands.errors import CommandError
    from presenter.talk.link import snapshot

    running = [] if deck is not None else snapshot.running_decks()
    if len(running) > 1:
        indent = "\n" + " " * 8
        lines = indent.join(f"presenter {command} {_as_argument(each)}" for each in running)
        raise CommandError("several-talks", number=len(running), commands=indent + lines)
    path = running[0] if running else deck_meant(deck)
    try:
        loaded = read_deck(path)
    except CommandError:
        shown = snapshot.load(path)
        if shown is None or shown.deck is None:
            raise
        loaded = shown
    if loaded.deck is None:
        loaded = snapshot.load(path) or loaded
    if loaded.deck is None or not loaded.deck.slides:
        print_problems(loaded)
        from click.exceptions import Exit

        raise Exit(1)
    return path, loaded


def _as_argument(path: Path) -> str:
    """`path` as one may type it here."""
    import shlex

    with contextlib.suppress(ValueError, OSError):
        path = path.relative_to(Path.cwd().resolve())
    return shlex.quote(f"./{path}" if path.parts[0].startswith("-") else str(path))


def read_deck(path: Path, *, thorough: bool = False) -> Loaded:
    """The deck at `path`. Raises CommandError if there is no such regular file to read.

    `thorough` is as for `load_deck`.
    """
    try:
        return load_deck(path, thorough=thorough)
    except OSError as error:
        raise _explained(path, error) from None


def deck_named(path: Path, *, thorough: bool = False) -> Loaded:
    """The deck at `path`, or on standard input for ``-``. Raises CommandError as `read_deck` does.

    That from standard input diagnostics call ``-``; files that it names lie here.
    """
    if path != STANDARD_INPUT:
        return read_deck(path, thorough=thorough)
    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
    except OSError as error:  # it is closed, or a folder
        from presenter.commands.errors import CommandError

        raise CommandError("input-unreadable", why=error.strerror or error) from None
    try:
        return load_source(decode(data, str(path)), thorough=thorough)
    except UnreadableError as error:
        return Loaded(None, (error.diagnostic,))


def _explained(path: Path, error: OSError) -> CommandError:
    from presenter.commands.errors import CommandError

    if path.is_dir():
        inside = path / DEFAULT
        return CommandError("is-folder", path=path, near=str(inside) if inside.exists() else "")
    if isinstance(error, FileNotFoundError):
        return CommandError("no-such-deck", path=path, near=_meant(path))
    if isinstance(error, PermissionError):
        return CommandError("no-permission", path=path)
    if path.exists() and not path.is_file():
        return CommandError("not-a-file", path=path)
    return CommandError("unreadable", path=path, why=error.strerror or error)


def _meant(path: Path) -> str:
    """The deck that a name that is no file was probably meant to be, told apart by its stem."""
    from presenter.deck.diagnostics import nearest

    with contextlib.suppress(OSError):
        inside = [each for each in path.parent.iterdir() if each.suffix in (".yaml", ".yml")]
        decks = {each.stem: each for each in inside}
        if near := nearest(path.stem, decks):
            return str(decks[near])
    return ""


def print_problems(loaded: Loaded, more: Iterable[Diagnostic] = ()) -> None:
    """Say on standard error why there is nothing to show: the deck's problems, and `more`."""
    from presenter.commands.problem_lines import problem_text

    words = Words.of(loaded.deck.lang if loaded.deck else None)
    for problem in (*loaded.problems, *more):
        print(problem_text(problem, words), file=sys.stderr)
