"""An app that leaves the terminal as it found it, however it ends."""

from __future__ import annotations

import os
from collections.abc import Sequence

from textual import events
from textual.driver import Driver
from textual.worker import Worker, WorkerState

from presenter.screen.commands import EVERYWHERE
from presenter.screen.keyboard import SILENT, spellings
from presenter.screen.page_screen import PageScreen
from presenter.screen.signals import EndingSignals
from presenter.screen.terminal import TerminalDriver
from presenter.screen.textual_internals import OpenApp
from presenter.talk.log import log


class PodiumApp(OpenApp):
    """What stage and console share: the driver, the keys' one way in, the ways to end."""

    def get_driver_class(self) -> type[Driver]:
        """Ours, whatever TEXTUAL_DRIVER says."""
        return TerminalDriver

    async def on_event(self, event: events.Event) -> None:
        """Do keys and pastes here, each to its end before the next.

        Textual hands them to the screen, which hands back what it does not want: two queues, in
        which a later key may pass an earlier one.
        """
        if isinstance(event, events.Key):
            await self._press(event)
        elif isinstance(event, events.Paste):
            if isinstance(self.screen, PageScreen):
                self.screen.paste(event.text)
        else:
            await super().on_event(event)

    async def _press(self, event: events.Key) -> None:
        if event.key.rpartition("+")[2] not in SILENT:
            names = tuple(spellings(event.key, event.character))
            text = event.character if event.is_printable else None
            await self.pressed(names, text or "")

    async def pressed(self, names: Sequence[str], text: str) -> None:
        """Do what a key means. `names` are its spellings, `text` is what it prints, if anything."""
        anywhere = next((EVERYWHERE[name] for name in names if name in EVERYWHERE), None)
        if anywhere is not None:
            await self.run_action(anywhere)
        elif isinstance(self.screen, PageScreen):
            await self.screen.press(names, text)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Log what a worker failed of: the talk may go on without it."""
        if event.state is WorkerState.ERROR:
            worker = event.worker
            log.error("worker %s/%s failed", worker.group, worker.name, exc_info=worker.error)

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
        if self.fault is not None:
            raise self.fault
        return 0
