"""Reading the file of a running talk's deck again, and whether what it holds now may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from presenter.deck import Diagnostic, Loaded, load_deck
from presenter.talk.log import log
from presenter.typeset.themes import choose
from presenter.words import Words


class DeckRead(NamedTuple):
    """The deck's file was read again: what it holds, or why it could not be read."""

    loaded: Loaded | None = None
    error: Exception | None = None
    by_hand: bool = False


def reread(path: Path, *, by_hand: bool = False) -> DeckRead:
    """What the file at `path` holds; never raises, as a half-written file can hold anything."""
    try:
        return DeckRead(load_deck(path), by_hand=by_hand)
    except Exception as error:  # noqa: BLE001 - told at the foot; the talk goes on
        log.warning("%s cannot be read again", path, exc_info=True)
        return DeckRead(error=error, by_hand=by_hand)


def fault_of(found: DeckRead, shown: Loaded, path: Path, words: Words) -> str:
    """Why what was read is not to replace `shown`, in one line; empty if it is.

    A deck without errors is never replaced by one with errors.
    """
    name = path.name
    if isinstance(found.error, FileNotFoundError):
        return words("reload.gone", name=name)
    if found.error is not None:
        reason = getattr(found.error, "strerror", None) or repr(found.error)
        return words("reload.unreadable", name=name, reason=reason)
    assert found.loaded is not None
    deck, errors = found.loaded.deck, _errors(found.loaded)
    nothing = deck is None or not deck.slides
    if errors and (nothing or not _errors(shown)):
        first = structs.replace(errors[0], path=Path(errors[0].path).name)
        return words(
            "reload.problems" if errors[1:] else "reload.problem",
            position=first.position(),
            message=first.message(words),
            more=len(errors) - 1,
        )
    return ""


def _errors(loaded: Loaded) -> list[Diagnostic]:
    """The errors of a deck, and those of its theme's file."""
    theme = choose(loaded.deck.theme, loaded.theme).problems if loaded.deck else ()
    return [each for each in (*loaded.problems, *theme) if each.severity == "error"]
