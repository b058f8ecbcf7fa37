"""The source that the stage shows, kept beside its socket.

The deck's file may be broken or gone while the talk goes on with its last good version.
"""

from __future__ import annotations

from pathlib import Path

from presenter.deck import Loaded, load_source
from presenter.deck.source import Source
from presenter.talk.link.paths import meeting_of
from presenter.talk.whole_file import read_whole, write_whole


def write_shown(deck: Path, text: str) -> None:
    """Keep `text` as what the stage shows of `deck`, mode 0600. Raises OSError."""
    write_whole(meeting_of(deck).source, text.encode("utf-8", "surrogatepass"))


def read_shown(deck: Path) -> Loaded | None:
    """What the stage shows of `deck`; None if no stage has told.

    Blocks for as long as loading takes. If the stage has gone on to another version meanwhile,
    the digest is not that of its state: a state with the new one is on its way.
    """
    try:
        text = read_whole(meeting_of(deck).source).decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError):
        return None
    return load_source(Source(str(deck), text, deck.parent))
