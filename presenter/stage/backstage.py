"""What begins behind the first slide: loading the rest, the link, the saved place, the console."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.worker import WorkType

from presenter.deck import Deck, Loaded
from presenter.deck.source import Source
from presenter.stage import StageOptions
from presenter.talk.log import log
from presenter.talk.session import Look, Session
from presenter.typeset import PageOptions
from presenter.typeset.ahead import load_ahead

if TYPE_CHECKING:
    from presenter.talk.link.host import LinkHost
    from presenter.talk.resume import PlaceSaver

_SWITCH = 0.001
"""Seconds for which a thread may go on while a key waits, this one or one that draws pictures.

Python's own are five times that, and a key waits for several such turns.
"""

_REST = 0.005
"""Seconds between two portions."""

_JOINING = 10.0
"""Seconds that a console in a window of its own may take to join."""

_OFFERED = 10.0
"""Seconds for which the place of a talk that was broken off is offered."""


def settle(
    deck: Deck,
    setting: PageOptions,
    text: str,
    more: Callable[[], None],
    cancelled: Callable[[], bool],
    wait: Callable[[], object] = lambda: None,
) -> None:
    """Load what the talk on `deck` will need, and what `more` loads; in a thread of its own.

    `text` is the deck's file. `cancelled` ends it early; `wait` comes back when the time has come.
    The garbage collector works again, and leaves alone what is there: walking that in mid-talk
    takes 30 ms each time.
    """
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(_SWITCH)
    try:
        wait()
        for _ in load_ahead(deck, setting, text):
            if cancelled():
                return
            sleep(_REST)
        more()
    finally:
        gc.freeze()


class Backstage:
    """The link and the saved place of the talk on the deck at `path`; the console's window.

    look: how slides are shown now. theme_of: the file of the theme in which a version of the deck
    is shown.
    """

    def __init__(
        self,
        app: App[Any],
        session: Session,
        path: Path,
        options: StageOptions,
        look: Callable[[], Look],
        theme_of: Callable[[Loaded], Source | None],
    ) -> None:
        self._app = app
        self._session = session
        self._path = path
        self._options = options
        self._look = look
        self._theme_of = theme_of
        self._host: LinkHost | None = None
        self._saver: PlaceSaver | None = None
        self._ended = False

    async def begin(self) -> None:
        """Let consoles join, keep the place from now on, and offer the one that was kept."""
        session, options = self._session, self._options
        for module in ("presenter.talk.link.host", "presenter.talk.resume"):
            await asyncio.to_thread(import_module, module)  # a tenth of a second: no key waits
        if self._ended or not await self._open_link():
            return
        if options.console:
            self._spawn(self._open_console())
        if options.sample:
            return
        from presenter.talk.resume import PlaceSaver, saved_place

        place = await asyncio.to_thread(saved_place, self._path)
        if self._ended:
            return
        self._saver = PlaceSaver(session, self._path, asyncio.get_running_loop())
        session.subscribe(self._saver)
        self._app.set_interval(1.0, self._saver.save)
        self._saver.save()
        if options.resume:
            key = "link.resumed" if session.talk.moved else "link.no-place"
            text = session.words(key, number=session.talk.slide + 1)
            session.say(text, _OFFERED / 2, aside=True)
        elif place is not None and not (session.talk.moved or options.start or options.recording):
            session.offer(place, _OFFERED)

    def end(self, *, given: bool) -> None:
        """Leave; a talk that was `given` to its end leaves no place to resume."""
        self._ended = True
        if self._saver is not None:
            self._saver.close(forget=given)
            self._saver = None
        if self._host is not None:
            self._host.close()

    async def _open_link(self) -> bool:
        """Serve the link, and say why if it cannot be; False if another stage does."""
        from presenter.talk.link.host import LinkHost

        session = self._session
        try:
            self._host = LinkHost(session, self._path, self._look, self._theme_of, self._spawn)
            session.subscribe(self._host)
            await self._host.open()
        except BlockingIOError:
            self._close_link()
            session.say(session.words("link.second"), _OFFERED, aside=True)
            return False
        except (OSError, ValueError) as error:
            self._close_link()
            log.warning("no link", exc_info=True)
            session.say(session.words("link.refused", reason=_reason(error)), _OFFERED, aside=True)
        return True

    def _close_link(self) -> None:
        if self._host is not None:
            self._host.close()
            self._host = None

    def _spawn(self, work: WorkType[None]) -> None:
        self._app.run_worker(work, group="link", exit_on_error=False)

    async def _open_console(self) -> None:
        """Open a console in a terminal of its own; say where it is, or that there is none."""
        from presenter.stage.console_window import console_command, open_first, openings

        session, options = self._session, self._options
        passed = ["--ambiguous", options.ambiguous, "--render", options.render]
        passed += [] if options.mouse else ["--no-mouse"]
        if options.log is not None:
            passed += ["--log", str(options.log.absolute())]
        command = console_command(self._path, passed, os.environ)
        ways = openings(command, os.environ, shutil.which, sys.platform)
        window = await asyncio.to_thread(open_first, ways)
        # The answer to an option is said here: a console in tmux is not seen by anybody yet.
        if window:
            session.say(session.words("console.session", session=window), _OFFERED)
            return
        if window is not None and self._host is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._host.console_joined.wait(), _JOINING)
                return
        session.say(session.words("console.no-window"), _OFFERED)


def _reason(error: Exception) -> str:
    """What is wrong, and where, if the system says so."""
    said = getattr(error, "strerror", None) or str(error)
    where = getattr(error, "filename", None)
    return f"{where}: {said}" if where else said
