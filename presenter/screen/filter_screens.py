"""Screens on which typing finds something: what palette, overview and search have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypeVar

from textual import events

from presenter.screen.page_view import Maker, PageView
from presenter.screen.screens import PageScreen
from presenter.screen.search import Index
from presenter.screen.talk_commands import SearchContext
from presenter.talk.matching import Matching
from presenter.typeset.width import graphemes

Result = TypeVar("Result")

_FAR = 1_000_000

_MOST_ASKED = 200
"""Characters of a query: what is pasted by mistake may be a whole text."""

LIST_KEYS = {
    "down": "choose(1)",
    "tab": "choose(1)",
    "up": "choose(-1)",
    "shift+tab": "choose(-1)",
    "pagedown": "choose(10)",
    "pageup": "choose(-10)",
}
"""The keys of a screen on which entries stand one below the other."""


class FilterScreen(PageScreen[Result]):
    """Typing narrows; arrows choose; enter takes; escape leaves with None.

    Letters, digits and signs are all text here, so only keys that print nothing command.
    """

    KEYS: ClassVar[Mapping[str, str]] = {
        "ctrl+n": "choose(1)",
        "ctrl+p": "choose(-1)",
        "home": f"choose({-_FAR})",
        "end": f"choose({_FAR})",
        "enter": "take",
        "escape": "leave",
        "backspace": "erase",
        "ctrl+u": "erase_all",
    }

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self.asked = ""
        self.chosen = 0

    @property
    def count(self) -> int:
        """How many there are to choose from."""
        raise NotImplementedError

    def narrow(self) -> None:
        """Find what is `asked` for, and choose from it."""
        raise NotImplementedError

    def result(self) -> Result:
        """The chosen one; asked only if there is one."""
        raise NotImplementedError

    async def press(self, names: Sequence[str], text: str) -> None:
        """Take text into the query; other keys command."""
        if text:
            self._ask(self.asked + text)
        else:
            await super().press(names, text)

    def paste(self, text: str) -> None:
        """Take the first line of what is pasted into the query."""
        self._ask(self.asked + "".join(text.splitlines()[:1]))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """On."""
        event.stop()
        self.scroll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Back."""
        event.stop()
        self.scroll(-1)

    def scroll(self, by: int) -> None:
        """What the wheel does."""
        self.action_choose(by)

    def _ask(self, query: str) -> None:
        self.asked = query[:_MOST_ASKED]
        self.narrow()
        self.view.update()

    def action_choose(self, by: int) -> None:
        """Another one, `by` further on, held at the ends."""
        self.chosen = max(0, min(self.chosen + by, self.count - 1))
        self.view.update()

    def action_take(self) -> None:
        """The chosen one, if there is one."""
        if self.count:
            self.dismiss(self.result())

    def action_leave(self) -> None:
        """Nothing."""
        self.dismiss(None)

    def action_erase(self) -> None:
        """The last character away."""
        self._ask("".join(graphemes(self.asked)[:-1]))

    def action_erase_all(self) -> None:
        """All characters away."""
        self._ask("")


class SlidePickerScreen(FilterScreen[int]):
    """Gives the index of the slide to go to."""

    def __init__(self, index: Index, context: SearchContext, make: Maker) -> None:
        """`index` finds in the deck of `context`; `make` makes the page."""
        super().__init__(PageView(context.palette, make, ruler=context.setting.ruler))
        self._index = index
        self._scope = context

    @property
    def found(self) -> Sequence[int]:
        """The indexes of the slides that match, in the order in which they are shown."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many slides match."""
        return len(self.found)

    def result(self) -> int:
        """The chosen slide."""
        return self.found[self.chosen]

    def renew(self, index: Index, context: SearchContext) -> None:
        """Look through another version of the deck; what was chosen stays so if it is found."""
        chosen = self.result() if self.count else None
        before, after = self._scope.deck.slides, context.deck.slides
        self._index, self._scope = index, context
        self.view.ruler = context.setting.ruler
        if self.view.palette.theme != context.palette.theme:
            self.view.palette = context.palette
        self.narrow()
        if chosen is not None:
            now = Matching(before, after).nearest(chosen)
            found = (position for position, slide in enumerate(self.found) if slide == now)
            self.chosen = next(found, self.chosen)
        self.view.update()
