"""What pictures need of the app whose terminal they are shown on. It knows no Textual."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Links(Struct, frozen=True):
    """How pictures reach their app.

    write: sends to the terminal before the next frame. idle: whether all that was written has been
    sent. later: calls in so many seconds. anywhere: has something called in the interface's
    thread, from any. changed: a slide may rest elsewhere, or pictures have begun. repaint: what is
    shown may be another. failed: nothing is drawn any more; called once. around: has this stand
    before and after each frame.
    """

    write: Callable[[str], object]
    idle: Callable[[], bool]
    later: Callable[[float, Callable[[], object]], object]
    anywhere: Callable[[Callable[[], object]], object]
    changed: Callable[[], object]
    repaint: Callable[[], object]
    failed: Callable[[], object]
    around: Callable[[str, str], object]


class IdleSender:
    """Sends one thing after the other while the terminal has nothing else to do."""

    def __init__(self, links: Links, pause: float, more: Callable[[], str]) -> None:
        """`pause`: seconds before each; a key is never behind more than one.

        more: gives what to send next; nothing ends it until it is asked for again.
        """
        self._links = links
        self._pause = pause
        self._more = more
        self._due = False

    def soon(self) -> None:
        """There may be something to send."""
        if not self._due:
            self._due = True
            self._links.later(self._pause, self._send)

    def _send(self) -> None:
        self._due = False
        if not self._links.idle():
            self.soon()
        elif data := self._more():
            self._links.write(data)
            self.soon()
