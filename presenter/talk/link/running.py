"""Which talks are running now, for who joins one without naming it."""

from __future__ import annotations

import re
from pathlib import Path

from presenter.talk.link.listening import answers
from presenter.talk.link.paths import meeting_folder
from presenter.talk.link.shown import deck_of

_NAME = re.compile(r"[0-9a-f]{16}")


def running_decks() -> list[Path]:
    """The decks of all stages of this user that can be joined, in the order of their paths.

    A suspended stage is one of them; what a killed one has left is none.
    """
    try:
        sockets = [path for path in meeting_folder().iterdir() if _NAME.fullmatch(path.name)]
    except OSError:
        return []
    found = (deck_of(path.with_suffix(".shown")) for path in sockets if answers(path))
    return sorted(deck for deck in found if deck is not None)


__all__ = ["running_decks"]
