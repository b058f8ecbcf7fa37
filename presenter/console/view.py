"""What the console shows, as data: a page is made of this and a size, and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from presenter.console.previews import Previews
from presenter.talk.clock import Running
from presenter.talk.link.protocol import Mover
from presenter.talk.talk import Blank

Link = Literal["waiting", "connected", "silent", "lost"]
"""No stage seen yet; following one; it does not answer; it is gone."""


@dataclass(frozen=True)
class View:
    """A moment of the talk, seen from the console.

    slide, stop: from 0, on the stage. clock, elapsed: the talk's clock, in seconds. now: the wall
    clock. name: of the deck's file. share: by how many steps the notes are larger than at first.
    top: the notes' first row that is shown; None for the one that fits the step.
    """

    previews: Previews
    slide: int = 0
    stop: int = 0
    blank: Blank | None = None
    clock: Running = "stopped"
    elapsed: float = 0.0
    now: datetime = datetime(2000, 1, 1)
    link: Link = "waiting"
    mover: Mover = ""
    name: str = ""
    share: int = 0
    top: int | None = None


__all__ = ["Link", "View"]
