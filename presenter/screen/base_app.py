"""The app that stage and console are: the keys' one way in, what they have done alike, the ends.

Whatever a talk is asked for goes to its session. The terminal is left as it was found, however the
app ends: on a signal it closes in order, and if it cannot, the process ends all the same.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from threading import Timer
from types import FrameType, TracebackType
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from presenter.screen import left_terminals
from presenter.screen.actions import EVERYWHERE
from presenter.screen.app_links import Links
from presenter.screen.cell_widths import CellWidths
from presenter.screen.keyboard import SILENT, spellings
from presenter.screen.page_view import PageView
from presenter.screen.screens import PageScreen, TalkScreen
from presenter.screen.talk_commands import TalkCommands
from presenter.screen.terminal import LEAVE, TerminalDriver
from presenter.screen.textual_internals import OpenApp, driver_of
from presenter.talk.clock import ClockTo
from presenter.talk.log import log
from presenter.talk.session import Asker, Move, Outcome, Request, Session
from presenter.talk.talk import Blank

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_SETTLED = 1.5
"""Seconds after the first page by which all is there that a key may want."""

_GRACE = 2.0
"""Seconds that an orderly end may take."""


def _asks(move: Move) -> Callable[[TerminalApp], None]:
    """An action that asks for `move`."""

    def action(app: TerminalApp) -> None:
        app.session.do(Request(move, by=app.asker))

    return action


def _blanks(color: Blank) -> Callable[[TerminalApp], None]:
    """An action that blanks the screen in `color`, or shows the slide again if it is that."""

    def action(app: TerminalApp) -> None:
        wanted = None if app.session.blank == color else color
        app.session.do(Request("blank", color=wanted, by=app.asker))

    return action


class TerminalApp(OpenApp):
    """An app for a talk.

    Who derives from it sets `session`, `cell_widths`, `view`, `slides` and `commands`.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""

    asker: ClassVar[Asker]
    session: Session
    cell_widths: CellWidths
    view: PageView
    slides: TalkScreen
    commands: TalkCommands
    _may_ask = False

    def get_default_screen(self) -> Screen[Any]:
        """The talk."""
        return self.slides

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

    # What stage and console answer alike

    action_next = _asks("next")
    action_previous = _asks("previous")
    action_next_slide = _asks("next_slide")
    action_previous_slide = _asks("previous_slide")
    action_first = _asks("first")
    action_last = _asks("last")
    action_blank_black = _blanks("black")
    action_blank_white = _blanks("white")

    async def action_back(self) -> None:
        """To where the talk was before a jump, or was broken off."""
        if self.session.do(Request("back", by=self.asker)) is Outcome.UNCHANGED:
            self.session.say(self.session.words("stage.no-back"))

    def action_clock(self) -> None:
        """Start the clock, or pause it."""
        self.set_clock("pause" if self.session.clock_runs else "start")

    def action_clock_reset(self) -> None:
        """The clock back to zero."""
        self.set_clock("reset")

    def set_clock(self, to: ClockTo) -> None:
        """Set the talk's clock."""
        self.session.do(Request("clock", to=to, by=self.asker))

    def action_close(self) -> None:
        """End a blank; else take back a notice."""
        if self.session.blank is None:
            self.session.hush()
        else:
            self.session.do(Request("blank", color=None, by=self.asker))

    async def action_overview(self) -> None:
        """All slides in little."""
        await self.commands.overview()

    async def action_search(self) -> None:
        """Slides that say what is typed."""
        await self.commands.search()

    async def action_help(self) -> None:
        """Every action with its keys."""
        await self.commands.help()

    async def action_palette(self) -> None:
        """An action, slide or theme, found by typing."""
        await self.commands.palette()

    def action_theme(self) -> None:
        """The next of our themes."""
        self.commands.next_theme()

    def action_edit(self) -> None:
        """The deck in the user's editor, at the line of the slide that is shown."""
        self.run_worker(self.commands.edit(), group="edit", exclusive=True)

    def action_suspend(self) -> None:
        """Into the background, as the shell's job."""
        self.action_suspend_process()

    async def action_end(self) -> None:
        """Leave at once."""
        self.exit()

    async def action_quit(self) -> None:
        """Leave."""
        await self.action_end()

    # What the terminal is sent beside its frames

    def write(self, data: str) -> None:
        """Send `data` to the terminal before the next frame."""
        if data and self.terminal_driver is not None:
            self.terminal_driver.write(data)

    def links(self, failed: Callable[[], object] = lambda: None) -> Links:
        """What pictures need of this app; `failed` is called if none can be drawn any more."""
        return Links(
            self.write,
            self._is_idle,
            lambda seconds, then: self.set_timer(seconds, then),
            self.call_later,
            self._pictures_changed,
            lambda: self.view.update(),
            failed,
            self._put_around,
        )

    def _put_around(self, before: str, after: str) -> None:
        driver = self.terminal_driver
        if isinstance(driver, TerminalDriver):
            driver.around = before, after

    def _is_idle(self) -> bool:
        driver = self.terminal_driver
        return isinstance(driver, TerminalDriver) and driver.is_idle

    def _pictures_changed(self) -> None:
        self.session.relayout()
        self.commands.pictures_changed()

    # What the terminal makes of text

    def begin_asking(self) -> None:
        """The first page is on screen: have the terminal tell how it draws."""
        if not self.is_running:
            return  # it was left by then
        self.app_resume_signal.subscribe(self, lambda _: self._ask_again())
        self._may_ask = True
        self.ask_widths()
        self.set_timer(_SETTLED, self._keep_terminals)

    def _keep_terminals(self) -> None:
        """Give back the terminals of talks that were killed, and note this one's."""

        def work() -> None:
            left_terminals.mend(LEAVE)
            left_terminals.note(os.environ)

        self.run_worker(work, thread=True, group="terminals", exit_on_error=False)

    def _ask_again(self) -> None:
        self.cell_widths.lost()
        self.ask_widths()

    def ask_widths(self) -> None:
        """Ask, if it has not been done: the screen may have been too small."""
        driver = self.terminal_driver
        if (
            self._may_ask
            and isinstance(driver, TerminalDriver)
            and self.cell_widths.is_to_ask(*self.view.size)
            and driver.expect(self.hear_widths)
        ):
            self.view.write_unseen(self.cell_widths.question)

    def hear_widths(self, answer: str) -> None:
        """The terminal said something; see `CellWidths.hear`."""
        before = self.cell_widths.is_known
        if self.cell_widths.hear(answer):
            self.measured()
        if self.cell_widths.is_known and not before:
            self.view.update()

    def measured(self) -> None:
        """The terminal draws otherwise than was thought; to be overridden."""

    # The end

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


class EndingSignals:
    """While entered, SIGTERM, SIGHUP and SIGINT make `app` exit, with its terminal restored.

    `number` is the first such signal then, else None. A second one, or an app that does not exit
    within two seconds, ends the process at once with status 128 + number.
    """

    def __init__(self, app: App[Any]) -> None:
        self.number: int | None = None
        self._app = app
        self._before: dict[int, Any] = {}
        self._watchdog: Timer | None = None

    def __enter__(self) -> EndingSignals:
        for number in ENDING:
            self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._watchdog is not None:
            self._watchdog.cancel()
        leave_terminal(self._app)
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self.number == number == signal.SIGHUP:
            return  # one hang-up, told by the system, the input and the output
        if self.number is not None:
            self._end_at_once()
        self.number = number
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise SystemExit(128 + number) from None
        self._watchdog = Timer(_GRACE, self._end_at_once)
        self._watchdog.daemon = True
        self._watchdog.start()
        loop.call_soon_threadsafe(self._app.exit)

    def _end_at_once(self) -> None:
        leave_terminal(self._app)
        os._exit(128 + (self.number or signal.SIGTERM))


def leave_terminal(app: App[Any]) -> None:
    """Restore the terminal if `app` has it still."""
    driver = driver_of(app)
    if isinstance(driver, TerminalDriver):
        driver.leave_at_once()
    if isinstance(app, OpenApp) and app.held is not None:
        app.held.restore()  # the driver has not taken it yet
    left_terminals.forget()
