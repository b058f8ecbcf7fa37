"""An app that leaves the terminal as it found it, however it ends."""

from __future__ import annotations

import os

from textual.app import App
from textual.driver import Driver

from presenter.screen.signals import EndingSignals
from presenter.screen.terminal import TerminalDriver


class PodiumApp(App[None]):
    """What stage and console share: the driver, the ways to end."""

    def __init__(self) -> None:
        super().__init__()
        # Textual's own notices and tooltips are not used: without their widgets it starts sooner.
        self._disable_notifications = self._disable_tooltips = True

    def get_driver_class(self) -> type[Driver]:
        """Ours, whatever TEXTUAL_DRIVER says."""
        return TerminalDriver

    def present(self, *, mouse: bool = True) -> int:
        """Run until quit; the exit status: 0, or 128 + n after signal n.

        Raises what went wrong inside the app; the terminal is as it was before by then.
        """
        # Rich believes them, and then a resize goes unseen.
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)
        with EndingSignals(self) as signals:
            self.run(mouse=mouse)
        if signals.number is not None:
            return 128 + signals.number
        if self._exception is not None:
            raise self._exception
        return 0

    def _fatal_error(self) -> None:
        """End; `present` raises the exception. Textual would print it with all its locals."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
