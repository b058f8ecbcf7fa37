"""The yardstick: about the least that a Textual app can do to show slides.

Run as ``python minimal.py FILE``: each line of FILE is a slide; right goes on, q quits.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class Minimal(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("right", "next", "Next"), ("q", "quit", "Quit")]

    def __init__(self, slides: list[str]) -> None:
        super().__init__()
        self.slides = slides
        self.number = 0

    def compose(self) -> ComposeResult:
        yield Static(self.slides[0], markup=False)

    def action_next(self) -> None:
        self.number = min(self.number + 1, len(self.slides) - 1)
        self.query_one(Static).update(self.slides[self.number])


if __name__ == "__main__":
    Minimal(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()).run()
