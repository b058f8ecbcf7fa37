"""Giving a talk: the terminal held, the deck read, the stage. It needs no click, nor does an error.

So a talk without options begins at once (see `entry`); with them, ``present`` says which.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from msgspec.structs import replace

from presenter.commands.decks import DEFAULT, deck_meant, deck_named, print_problems
from presenter.commands.streams import is_terminal, take_keys_from_terminal
from presenter.screen.held_terminal import HeldTerminal
from presenter.stage import StageOptions, run, show_beginning, slide_named

if TYPE_CHECKING:
    from presenter.deck import Deck
    from presenter.typeset.page import Ambiguous


def give_plainly(deck: Path | None) -> int:
    """Give the talk on `deck`, or on the one that is meant, as no option says otherwise."""
    sample = deck is None and not DEFAULT.exists()
    return give(deck_meant(deck), StageOptions(sample=sample))


def give(
    path: Path,
    options: StageOptions,
    *,
    piped: bool = False,
    rehearse: bool = False,
    save: bool = False,
) -> int:
    """Give the talk on the deck at `path`; the exit status. Raises CommandError.

    piped: the deck comes from standard input. rehearse: it is a rehearsal; save: whose times are
    written into the deck.
    """
    with HeldTerminal() as held:
        if not piped:
            held.take()
        if held.found and not (piped or rehearse or options.start or options.resume):
            _begin(path, options, held)
        loaded = deck_named(path)
        if loaded.deck is None or not loaded.deck.slides:
            held.release()
            print_problems(loaded if piped else deck_named(path, thorough=True))
            return 1
        _check_start(loaded.deck, options.start)
        if options.theme:
            from presenter.commands.themes import sound_theme_source

            options = replace(options, theme_file=sound_theme_source(options.theme))
        if piped:
            take_keys_from_terminal()
            held.take()
        if not is_terminal():
            _refuse("no-terminal")
        if not rehearse:
            return run(None if piped else path, loaded, options, held)
        from presenter.commands.rehearse import record
        from presenter.talk.rehearsal import Recording

        recording = Recording(loaded)
        talk = partial(run, path, loaded, replace(options, recording=recording), held)
        reported: Ambiguous = "wide" if options.ambiguous == "wide" else "narrow"
        return record(talk, path, recording, reported, save=save)


def _begin(path: Path, options: StageOptions, held: HeldTerminal) -> None:
    """Show the first page of a long deck before the rest is read."""
    from presenter.deck.beginning import load_beginning

    if not options.theme and (beginning := load_beginning(path)) is not None:
        show_beginning(beginning, path, options, held)


def _check_start(deck: Deck, start: str) -> None:
    """Raises CommandError if `start` names no slide of `deck`."""
    if not start or slide_named(deck, start) is not None:
        return
    if start.isdecimal():
        _refuse("no-slide-number", number=start, slides=len(deck.slides))
    from presenter.deck.diagnostics import nearest

    ids = [slide.id for slide in deck.slides if slide.id]
    _refuse("no-slide-id", id=start, near=nearest(start, ids))


def _refuse(code: str, *, near: str = "", **values: object) -> NoReturn:
    from presenter.commands.errors import CommandError

    raise CommandError(code, near=near, **values)
