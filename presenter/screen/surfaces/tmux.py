"""tmux between us and the terminal: who looks at our window, and what gets through to them.

tmux (1), "allow-passthrough", "FORMATS": what is wrapped in a DCS of its own is handed on as it is
to whoever looks at the pane; from 3.3 only where the user allows it. Of terminals nothing is
believed that tmux says in their place: 3.5 tells of sixels in terminals that show none. What it
knows of them (`client_termtype`) is their own answer to XTVERSION.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from threading import Event, Thread
from typing import NamedTuple

_KITTY = re.compile(r"kitty\((\d+)\.(\d+)")
_LEAST_KITTY = (0, 28)
"""The first that shows pictures in cells of text (Unicode placeholders)."""

_NEARER = ("STY", "ZELLIJ")
"""Set by programs that stand between us and tmux, or around it: nobody knows."""

_OURS = "#{pane_tty}\t#{window_id}\t#{allow-passthrough}\t#{window_panes}"
_AND_CLIENTS = (
    *(";", "list-clients", "-F"),
    "#{window_id}\t#{client_pid}-#{client_created}\t#{client_termtype}",
)
"""What is asked, of ours and of each terminal that is attached; no name has a tab in it."""

_PATIENCE = 2.0
_EVERY = 1.0
"""Seconds between two looks at who is attached."""


class Watchers(NamedTuple):
    """Who looks at our window. names: of each, as long as it stays attached."""

    names: frozenset[str]
    show_placeholders: bool
    """Whether all of their terminals show pictures in cells of text. True of nobody."""
    is_split: bool = False
    """Whether our window has other parts."""


_NOBODY = Watchers(frozenset(), show_placeholders=True)
_UNREACHED = Watchers(frozenset({""}), show_placeholders=False)
"""Somebody, who is not shown pictures."""


def passed_on(data: str) -> str:
    """`data` as tmux hands it on to the terminal."""
    doubled = data.replace("\x1b", "\x1b\x1b")
    return f"\x1bPtmux;{doubled}\x1b\\"


HOLD, RELEASE = map(passed_on, ("\x1b[?2026h", "\x1b[?2026l"))
"""What is between is shown at once (synchronized output). tmux does not say so by itself, and a
whole picture of cells would be seen to come, row by row.
"""


def watchers(environment: Mapping[str, str], tty: str) -> Watchers | None:
    """Who looks at our window now; None where nothing is passed on to them. Waits for tmux.

    tty: the name of our terminal. A window that was opened from within tmux has its variables.
    """
    pane = environment.get("TMUX_PANE")
    if not pane or not environment.get("TMUX") or any(map(environment.get, _NEARER)):
        return None
    try:
        told = subprocess.run(
            ["tmux", "display-message", "-p", "-t", pane, _OURS, *_AND_CLIENTS],
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
        ).stdout
    except subprocess.TimeoutExpired:
        return _NOBODY
    except (OSError, subprocess.SubprocessError):
        return None
    return read(told, tty)


def read(told: str, tty: str) -> Watchers | None:
    """What tmux printed."""
    first, *others = told.splitlines() or [""]
    if first.count("\t") != 3:
        return None
    pane, window, passes, panes = first.split("\t")
    if pane != tty or passes not in ("on", "all", "1", "2"):
        return None
    clients = [tuple(each.split("\t", 2)) for each in others if each.count("\t") >= 2]
    ours = {name: kind for at, name, kind in clients if at == window}
    shows = all(map(_has_placeholders, ours.values()))
    return Watchers(frozenset(ours), shows, is_split=panes != "1")


def _has_placeholders(kind: str) -> bool:
    if kitty := _KITTY.match(kind):
        return (int(kitty[1]), int(kitty[2])) >= _LEAST_KITTY
    return kind.startswith("ghostty")


def own_tty() -> str:
    """The name of our terminal; empty if it has none."""
    try:
        assert sys.__stdout__ is not None
        return os.ttyname(sys.__stdout__.fileno())
    except (OSError, AssertionError):
        return ""


def is_shown_past_tmux() -> bool:
    """Whether pictures get through to all who look at our window. Waits for tmux."""
    found = watchers(os.environ, own_tty())
    return found is not None and bool(found.names) and found.show_placeholders


class Watch:
    """Looks every second who is attached, in a thread, until it is closed or nothing gets through.

    `tell` is called in that thread, after each look.
    """

    def __init__(self, tell: Callable[[Watchers], object]) -> None:
        self._tell = tell
        self._closed = Event()
        Thread(target=self._run, name="tmux", daemon=True).start()

    def close(self) -> None:
        """Look no more."""
        self._closed.set()

    def _run(self) -> None:
        tty = own_tty()
        was_reached = False
        while not self._closed.is_set():
            found = watchers(os.environ, tty)
            if found is not None or was_reached:
                self._tell(found or _UNREACHED)
            if found is None:
                return
            was_reached = True
            self._closed.wait(_EVERY)


class Onlookers:
    """Keeps up with who looks, and with whether what was sent has reached all of them."""

    def __init__(
        self,
        anywhere: Callable[[Callable[[], object]], object],
        tell: Callable[[bool, bool], object],
        *,
        alone: bool = False,
    ) -> None:
        """`anywhere` has something called in the interface's thread, from any.

        tell: called there at each look at which there is somebody: whether all of them show
        pictures in cells of text, and whether they may lack what was sent. alone: never in a
        window with other parts: two that send pictures there disturb each other in kitty 0.41.
        """
        self._tell = tell
        self._alone = alone
        self._names: frozenset[str] = frozenset()
        self.are_none = False
        self._unseen = False
        """Whether something was sent since somebody was seen to look: it may have gone nowhere."""
        self._watch = Watch(lambda found: anywhere(lambda: self._look(found)))

    def sent(self) -> None:
        """Something was sent just now."""
        self._unseen = True

    def close(self) -> None:
        """Look no more."""
        self._watch.close()

    def _look(self, found: Watchers) -> None:
        if not found.names:
            self.are_none = True
            return
        lost = bool(found.names - self._names) or (self.are_none and self._unseen)
        self._names, self.are_none, self._unseen = found.names, False, False
        self._tell(found.show_placeholders and not (self._alone and found.is_split), lost)
