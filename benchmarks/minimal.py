"""The yardstick: about the least that a Textual app can do to show slides.

Run as ``python minimal.py FILE``: FILE's slides are parted by form feeds; right goes on, end to the
last, q quits.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class Minimal(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        ("right", "next", "Next"),
        ("end", "last", "Last"),
        ("q", "quit", "Quit"),
    ]

    def __init__(self, slides: list[str]) -> None:
        super().__init__()
        self.slides = slides
        self.number = 0

    def compose(self) -> ComposeResult:
        yield Static(self.slides[0], markup=False)

    def action_next(self) -> None:
        self._show(min(self.number + 1, len(self.slides) - 1))

    def action_last(self) -> None:
        self._show(len(self.slides) - 1)

    def _show(self, number: int) -> None:
        self.number = number
        self.query_one(Static).update(self.slides[self.number])


if __name__ == "__main__":
    Minimal(Path(sys.argv[1]).read_text(encoding="utf-8").split("\f")).run()
