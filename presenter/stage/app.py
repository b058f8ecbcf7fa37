"""The stage: one slide at a time, full screen."""

from __future__ import annotations

from functools import lru_cache

from textual import events
from textual.app import App, ComposeResult

from presenter.deck import Deck
from presenter.screen.page_view import PageView
from presenter.screen.styles import Palette
from presenter.talk import Talk
from presenter.typeset import SetSlide, Setting, Stop, set_slide
from presenter.typeset.themes import OURS


class Stage(App[None]):
    """Presents a deck."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("right", "next", "Next"), ("left", "previous", "Previous"), ("q", "quit", "Quit")]

    def __init__(self, deck: Deck) -> None:
        super().__init__()
        self.deck = deck
        self.setting = Setting(80, 24, deck.lang)
        self.talk = Talk(len(deck.slides), self._stops_of)
        self.view = PageView()
        self._set = lru_cache(64)(set_slide)

    def compose(self) -> ComposeResult:
        """One page, full screen."""
        yield self.view

    def _slide(self, index: int) -> SetSlide:
        return self._set(self.deck, index, self.setting)

    def _stops_of(self, index: int) -> tuple[Stop, ...]:
        return self._slide(index).stops

    def on_resize(self, event: events.Resize) -> None:
        """Set everything anew for the new size."""
        self.setting = Setting(event.size.width, event.size.height, self.deck.lang)
        self.talk.restop()
        self.paint()

    def paint(self) -> None:
        """Show where the talk is."""
        self.view.palette = Palette(OURS["ink"])
        stop = self._stops_of(self.talk.slide)[self.talk.stop]
        self.view.show(self._slide(self.talk.slide).page(stop))

    def action_next(self) -> None:
        """On."""
        if self.talk.next():
            self.paint()

    def action_previous(self) -> None:
        """Back."""
        if self.talk.previous():
            self.paint()
