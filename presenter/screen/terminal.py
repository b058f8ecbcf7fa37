"""The terminal under a running app: what it sends, what becomes of it on a stop or a hang-up.

Textual's own driver takes late answers for keys, spins when the terminal is gone, stops only
itself and not `make` above it on ctrl+z, and forgets how it found the terminal when continued
after a SIGSTOP, and what was typed during it. This one does not.
"""

from __future__ import annotations

import contextlib
import io
import os
import selectors
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

from textual import events

from presenter.screen.controls import ESC, Controls
from presenter.screen.textual_internals import OpenApp, OpenDriver

if TYPE_CHECKING:
    from types import FrameType

    from textual.app import App

LEAVE = (
    "\x1b[?2026l\x1b[?2004l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l"
    "\x1b[?7h\x1b[<u\x1b[0m\x1b[?1049l\x1b[?25h"
)
"""Ends all that an app begins: frame, paste, mouse, focus, wrapping off, kitty's keys, screen."""

_KEYBOARD, _OWN_KEYBOARD = "\x1b[>", "\x1b[<u"
"""What asks for kitty's keys begins so; what gives those back that were before."""

_BEGINS, _ENDS = "\x1b[?2026h", "\x1b[?2026l"
"""About each frame."""

_TOP = "\x1b[1;1H"
"""A frame that holds the whole screen begins with its first row."""

_PASSED_ON = "\x1bPtmux;"
"""What tmux hands on begins so; it is no frame."""

_SCREEN = "\x1b[?1049h"
"""Takes the alternate screen, and clears it."""

_NO_QUERIES = ("", "dumb", "linux", "unknown")
_POLL = 0.1
_ANSWERING = 1.0
"""Seconds within which answers come over any usable line."""


class TerminalDriver(OpenDriver):
    """Textual's driver for Linux and macOS, made fit for a talk."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert sys.__stdout__ is not None
        self._output = Output(sys.__stdout__)
        self.write_to(self._output)
        self._engaged = False
        self._listeners: dict[Callable[[str], object], None] = {}
        self._asked = -_ANSWERING
        self._answered = Event()
        self._controls = Controls()
        self._begin_reading()
        self._held = app.held if isinstance(app, OpenApp) else None
        """Who has the terminal until it is taken."""
        self._has_screen = False
        """Whether the alternate screen is there already."""
        self.stands: Callable[[], bool] | None = None
        """Tells whether the first whole frame is what the terminal shows already."""
        self.farewell: Callable[[], str] = str
        """Gives what to send last whenever the terminal is left."""
        self.resized: Callable[[], object] = lambda: None
        """Called when the terminal may have another size, in cells or in pixels."""
        self.around = ("", "")
        """What is to stand before and after each frame."""
        self._frame: list[str] = []
        """What has been written of a frame that is not ended."""
        signal.signal(signal.SIGTSTP, self._on_stop)
        signal.signal(signal.SIGCONT, self._on_continue)

    # Stopping and continuing. Signals only schedule: Python may run their handlers while a lock
    # is held that the work itself needs.

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.loop.call_soon_threadsafe(self._stop)

    def _on_continue(self, _number: int, _frame: FrameType | None) -> None:
        self.loop.call_soon_threadsafe(self._continue)

    def _stop(self) -> None:
        if self.restarts:
            self.suspend_application_mode()
        # The whole group stops, as when the terminal itself handles ctrl+z, so that `make` hands
        # the prompt back too. Where no shell could continue it, the system lets it run on.
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._on_stop)
        self.loop.call_soon(self._resume)

    def _continue(self) -> None:
        if self._engaged and self.restarts:
            # Stopped without warning (SIGSTOP): a shell may have had the terminal since. What was
            # typed meanwhile and is not read yet was meant for the talk.
            self._keeps_typed = True
            self.suspend_application_mode()
            self._keeps_typed = False
        self._resume()

    def _resume(self) -> None:
        if self.restarts and not self._engaged and not self.is_leaving:
            self.resume_and_tell()
            # The size may be the same; what was on screen is gone all the same.
            self.app.refresh(layout=True)

    def start_application_mode(self) -> None:
        """Take the terminal, remembering how it was found."""
        self.attrs_before = None
        self._engaged = True
        self._shown, self._frame = "", []
        held, self._held = self._held, None
        self._has_screen = held is not None and held.has_page and not held.is_disturbed
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._has_screen = False
        if held is not None and self.attrs_before is not None:
            self.attrs_before = held.hand_over()
        self._watch_size()
        # In the background, or hung up, it could not be taken.
        self._engaged = self.attrs_before is not None

    def _watch_size(self) -> None:
        """Tell of every change of size: Textual passes over one that is of pixels alone."""
        handle = signal.getsignal(signal.SIGWINCH)

        def on_size(number: int, frame: FrameType | None) -> None:
            self._shown, self.stands = "", None
            # Not now: a signal that came meanwhile would tell of its size first, and this one's
            # would be taken for the last.
            if callable(handle):
                self.loop.call_soon_threadsafe(handle, number, frame)
            # By the app's own queue: what it begins, timers say, must know the app.
            self.loop.call_soon_threadsafe(self.app.call_later, self._resized)

        signal.signal(signal.SIGWINCH, on_size)

    def _resized(self) -> None:
        """Tell of the size, and paint all: where it is what it was Textual paints nothing, but a
        terminal that was smaller for a moment has lost what had no room.
        """
        self.app.refresh(layout=True)
        self.resized()

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found; again does nothing."""
        if self._engaged:
            # tmux that has grown meanwhile would keep rows of ours on the screen it goes back to.
            self.write(self.farewell() + "\x1b[0m\x1b[2J")
            super().stop_application_mode()
            self._engaged = False

    def disable_input(self) -> None:
        """Stop reading keys. From the background the terminal is not touched: that stops us."""
        if not self._engaged or self.exit_event.is_set():
            return
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        self._await_answers()
        self.end_mouse()
        self.exit_event.set()
        self.join_reading()
        self.exit_event.clear()
        if not self._keeps_typed:
            # Whoever has the terminal next is not to get the mouse's last reports.
            with contextlib.suppress(termios.error):
                termios.tcflush(self.fileno, termios.TCIFLUSH)
            self._begin_reading()

    def leave_at_once(self) -> None:
        """Leave the terminal as it was found without waiting for anything or anyone."""
        if not self._engaged:
            return
        self._engaged = False
        self._output.close_up()
        leave = LEAVE if self._output.has_keyboard else LEAVE.replace(_OWN_KEYBOARD, "")
        try:
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            with selectors.SelectSelector() as selector:
                selector.register(self._output.fileno(), selectors.EVENT_WRITE)
                if selector.select(0):
                    os.write(self._output.fileno(), (self.farewell() + leave).encode())
        except (OSError, termios.error):
            pass

    @property
    def is_idle(self) -> bool:
        """Whether the terminal has taken all that was written: a slow line takes its time."""
        return self._engaged and not self.has_unwritten and not self._output.is_busy

    def write(self, data: str) -> None:
        """Write `data`, unless the terminal is not ours now, or it is the frame that is shown.

        Textual paints a screen that opens or closes up to four times over; what is in a whole
        frame is a second's work for some terminals where there are pictures. A frame is handed over
        with its brackets: each for itself would wake the thread that writes, and a key waits for
        its turns.
        """
        if not self._engaged or (self._has_screen and data == _SCREEN):
            return
        if data == _BEGINS:
            self._frame = [data]
        elif data == _ENDS:
            frame, self._frame = self._frame, []
            if len(frame) > 1:
                super().write("".join((*frame, data)))
        elif not self._is_shown(data):
            if not data.startswith(_PASSED_ON):
                data = data.join(self.around)
            if self._frame:
                self._frame.append(data)
            else:
                super().write(data)

    def _is_shown(self, data: str) -> bool:
        """Whether this is the whole frame that the terminal shows; if not, it is from now on."""
        is_there = data.startswith(_TOP) and (data == self._shown or self._stands())
        self._shown = data
        return is_there

    def _stands(self) -> bool:
        stands, self.stands = self.stands, None
        return stands is not None and stands()

    # What is asked of the terminal.

    def may_ask(self) -> bool:
        """Not one that would print the question."""
        return os.environ.get("TERM", "") not in _NO_QUERIES

    def ask(self, question: str, listen: Callable[[str], object]) -> None:
        """Ask the terminal something, and have `listen` called with whatever it says.

        The question ends with the one for the terminal's kind (DA1), or whether it is well (DSR
        5). Nothing is waited for: answers come one by one, each as a whole, in the interface's
        thread, late or never. Whoever has asked once hears all of them.
        """
        self._listeners[listen] = None
        if question and self.expect(listen):
            self.write(question)

    def expect(self, listen: Callable[[str], object]) -> bool:
        """The same for a question that is part of the next frame; whether it may be asked."""
        self._listeners[listen] = None
        if not self._engaged or not self.may_ask():
            return False
        self._asked = monotonic()
        self._answered.clear()
        self._controls.asked()
        return True

    def _hear(self, answer: str) -> None:
        """Called in the thread that reads."""
        if not self._controls.due:
            self._answered.set()
        with contextlib.suppress(RuntimeError):  # the loop has ended
            for listen in tuple(self._listeners):
                self.loop.call_soon_threadsafe(self.app.call_later, listen, answer)

    def _await_answers(self) -> None:
        """Answers that are on their way are not to be typed at the shell's prompt."""
        rest = self._asked + _ANSWERING - monotonic()
        if self._controls.due and rest > 0:
            self._answered.wait(rest)

    def terminal_size(self) -> tuple[int, int]:
        """The size that the terminal has, whatever COLUMNS and LINES say."""
        try:
            columns, rows = os.get_terminal_size(self._output.fileno())
        except OSError:
            return 80, 24
        return columns or 80, rows or 24

    # What the terminal sends.

    def _begin_reading(self) -> None:
        """What comes next is not the rest of anything."""
        self._keeps_typed = False
        self._controls = Controls(self._hear, self._controls.due)
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def run_input_thread(self) -> None:
        """Read keys until told to stop; a terminal that is gone ends the talk as SIGHUP does."""
        controls = self._controls
        parser = self.new_parser()
        heard = monotonic()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                patience = controls.patience
                silence = monotonic() - heard
                wait = _POLL if patience is None else min(_POLL, max(0.0, patience - silence))
                if selector.select(wait):
                    data = _read(self.fileno)
                    if not data:
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    heard = monotonic()
                    keys = controls.feed(self._decode(data))
                elif patience is not None and monotonic() - heard >= patience:
                    heard = monotonic()
                    keys = controls.expire()
                else:
                    continue
                for key in keys:
                    if key == ESC:
                        self.process_message(events.Key("escape", ESC))
                        continue
                    try:
                        for message in parser.feed(key):
                            self.process_message(message)
                    except (ValueError, OverflowError):
                        # A key with a code point that is none.
                        parser = self.new_parser()


def _read(fileno: int) -> bytes:
    """What can be read; nothing if the terminal is gone."""
    try:
        return os.read(fileno, 4096)
    except OSError:
        return b""


class Output(io.TextIOWrapper):
    """The terminal as a file that never raises: a hang-up is told once, text it lacks becomes ?."""

    def __init__(self, stream: TextIO) -> None:
        self._gone = False
        self.is_busy = False
        """Whether something is being handed to the terminal, in whatever thread."""
        self.has_keyboard = False
        """Whether the terminal was asked for kitty's keys."""
        buffer = open(stream.fileno(), "wb", closefd=False)  # noqa: SIM115
        super().__init__(buffer, stream.encoding, errors="replace", newline="")

    def write(self, text: str) -> int:
        """Write `text`, or nothing once the terminal is gone."""
        self.is_busy = True
        try:
            if self._gone:
                return 0
            if text.startswith(_KEYBOARD) and text.endswith("u"):
                self.has_keyboard = True
            return super().write(text)
        except OSError:
            return self._hang_up()
        finally:
            self.is_busy = False

    def close_up(self) -> None:
        """Write nothing any more: what waits in another thread would come after the end."""
        self._gone = True

    def flush(self) -> None:
        """Have it shown."""
        self.is_busy = True
        try:
            if not self._gone:
                super().flush()
        except OSError:
            self._hang_up()
        finally:
            self.is_busy = False

    def _hang_up(self) -> int:
        self._gone = True
        os.kill(os.getpid(), signal.SIGHUP)
        return 0
