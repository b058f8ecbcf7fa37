"""What waits until the first slide is on screen, and then loads behind it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import sleep

from presenter.deck import Deck
from presenter.typeset import PageOptions
from presenter.typeset.ahead import load_ahead

_SWITCH = 0.001
"""Seconds for which a thread may go on while a key waits, this one or one that draws pictures.

Python's own are five times that, and a key waits for several such turns.
"""

_REST = 0.005
"""Seconds between two portions."""


def settle(
    deck: Deck,
    setting: PageOptions,
    text: str,
    more: Callable[[], None],
    cancelled: Callable[[], bool],
) -> None:
    """Load what the talk on `deck` will need, and what `more` loads; in a thread of its own.

    `text` is the deck's file. `cancelled` ends it early. The garbage collector works again, and
    leaves alone what is there: walking that in mid-talk takes 30 ms each time.
    """
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(_SWITCH)
    try:
        for _ in load_ahead(deck, setting, text):
            if cancelled():
                return
            sleep(_REST)
        more()
    finally:
        gc.freeze()
