"""The link that shares a running talk: a Unix socket, lines of JSON, the whole state each time.

The stage serves (`LinkServer`); consoles and the web page join (`LinkClient`). Only processes of
the same user on the same machine can.
"""

from presenter.talk.link.client import LinkClient
from presenter.talk.link.protocol import ClockReading, Command, State
from presenter.talk.link.shown import read_shown, shown_theme, write_shown

__all__ = [
    "ClockReading",
    "Command",
    "LinkClient",
    "State",
    "read_shown",
    "shown_theme",
    "write_shown",
]
