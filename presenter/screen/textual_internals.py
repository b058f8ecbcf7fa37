"""The one place where Textual's private names stand; all else knows them by the names given here.

What stage and console need and Textual keeps to itself: whether the app is leaving, what it failed
of, which rows it writes, how its driver asks, reads and measures.
``tests/screen/test_textual_internals.py`` holds every such name to what is relied on here, so that
a newer Textual fails there first.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from io import TextIOWrapper
from typing import Any, cast

from rich.console import COLOR_SYSTEMS
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from presenter.screen.colors import ColorSystem
from presenter.screen.held_terminal import HeldTerminal

# In Textual's own cache the object that holds a widget's rendered lines is part of the key: those
# of the last 1024 screens that were closed would stay, some 7 KB each.
StylesCache.get_inner_outer = staticmethod(  # type: ignore[assignment]
    lru_cache(64)(partial(StylesCache.get_inner_outer.__wrapped__, StylesCache))
)


class OpenApp(App[None]):
    """An app that ends without a word of Textual's: what it failed of is for the caller to say."""

    held: HeldTerminal | None = None
    """What holds the terminal until the app does."""

    def __init__(self) -> None:
        super().__init__()
        # Textual's own notices and tooltips are not used: without their widgets it starts sooner.
        self._disable_notifications = self._disable_tooltips = True

    @property
    def color_system(self) -> ColorSystem | None:
        """Those of the terminal, as far as Rich knows; None where it is none."""
        return cast("ColorSystem | None", self.console.color_system)

    @color_system.setter
    def color_system(self, system: ColorSystem | None) -> None:
        self.console._color_system = COLOR_SYSTEMS.get(system or "")  # noqa: SLF001 - they stand here

    @property
    def terminal_driver(self) -> Driver | None:
        """What stands between the app and the terminal, while the app runs."""
        return driver_of(self)

    @property
    def is_leaving(self) -> bool:
        """Whether the app was told to exit."""
        return self._exit

    @property
    def fault(self) -> Exception | None:
        """The first exception that ended the app."""
        return self._exception

    def _fatal_error(self) -> None:
        """End. Textual would print the exception with all its locals."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def driver_of(app: App[Any]) -> Driver | None:
    """The driver of `app`; None before it has one."""
    return app._driver  # noqa: SLF001 - this module is where they stand


class OpenWidget(Widget):
    """A widget that knows of its size before it paints anything at that."""

    def resized(self, width: int, height: int) -> None:
        """It has this size from now on; to be overridden."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        before = self.outer_size
        is_new = super()._size_updated(size, virtual_size, container_size, layout)
        if size and size != before:
            self.resized(*size)
        return is_new


class RowStrip(Strip):
    """A row that is told when it is written, and says what with.

    Textual asks a widget for all its rows and divides those that it writes, from the top.
    """

    __slots__ = ("written",)

    def __init__(
        self, segments: Iterable[Segment], width: int, written: Callable[[Strip], Strip]
    ) -> None:
        """`written`: gives what is written in the place of the row."""
        super().__init__(segments, width)
        self.written = written

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The row is written now."""
        strip = self.written(self)
        return super().divide(cuts) if strip is self else strip.divide(cuts)


class OpenDriver(LinuxDriver):
    """Textual's driver for Linux and macOS; what can be done differently has a public name.

    To be overridden: `terminal_size`, `may_ask`, `run_input_thread`.
    """

    @property
    def app(self) -> App[Any]:
        """The app that is driven."""
        return self._app

    @property
    def loop(self) -> AbstractEventLoop:
        """The app's loop."""
        return self._loop

    @property
    def restarts(self) -> bool:
        """Whether the terminal is to be taken again after a stop; not while an editor has it."""
        return self._auto_restart

    @property
    def is_leaving(self) -> bool:
        """Whether the app was told to exit."""
        return self._app._exit  # noqa: SLF001 - this module is where they stand

    @property
    def has_unwritten(self) -> bool:
        """Whether something that was written waits to be handed to the file."""
        thread = self._writer_thread
        return thread is not None and not thread._queue.empty()  # noqa: SLF001 - they stand here

    def write_to(self, file: TextIOWrapper) -> None:
        """Have what the app writes go to `file`; before the terminal is taken."""
        self._file = file

    def resume_and_tell(self) -> None:
        """Take the terminal again, and have the app publish that it is back."""
        self._must_signal_resume = True
        self.resume_application_mode()

    def end_mouse(self) -> None:
        """Ask the terminal for no more of the mouse."""
        self._disable_mouse_support()

    def join_reading(self) -> None:
        """Wait for the thread that reads keys; it must have been told to end (`exit_event`)."""
        if self._key_thread is not None:
            self._key_thread.join()

    def new_parser(self) -> XTermParser:
        """What turns the terminal's sequences into events."""
        return XTermParser(self._debug)

    def may_ask(self) -> bool:
        """Whether this terminal may be asked if it shows frames as a whole (mode 2026)."""
        return True

    def terminal_size(self) -> tuple[int, int]:
        """Columns and rows."""
        return super()._get_terminal_size()

    def _query_in_band_window_resize(self) -> None:
        """Not asked (mode 2048): SIGWINCH says the same, and pixels are of no use here."""

    def _request_terminal_sync_mode_support(self) -> None:
        if self.may_ask():
            super()._request_terminal_sync_mode_support()

    def _get_terminal_size(self) -> tuple[int, int]:
        return self.terminal_size()

    def _run_input_thread(self) -> None:
        """Read keys; a fault of that ends the app as one of its own would."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - whatever it is, the app ends of it
            handle = self._app._handle_exception  # noqa: SLF001 - this module is where they stand
            self._app.call_later(handle, error)
