"""What is said to the speaker in a line, and where it is said."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 500
"""Characters of a notice that are told over the link."""


@dataclass
class Notices:
    """What there is to say now; empty for nothing.

    answer: to a key that was pressed on the stage. news: what has just happened. standing: what
    goes on being so, a fault in the deck's file say.
    """

    answer: str = ""
    news: str = ""
    standing: str = ""

    @property
    def aside(self) -> str:
        """What a console tells the speaker, so that the audience need not read it."""
        return (self.news or self.standing)[:LONGEST]

    def on_stage(self, *, console: bool) -> str:
        """What the stage says, if there is a `console` or if there is none."""
        return self.answer or ("" if console else self.news or self.standing)


__all__ = ["LONGEST", "Notices"]
