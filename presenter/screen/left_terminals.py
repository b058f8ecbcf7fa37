"""Terminals that a killed talk left with their keys set for itself, and how they are mended.

Where a terminal tells of every key by kitty's keyboard protocol, a shell that is back after
``kill -9`` gets nothing but codes: not even `reset` can be typed. So a talk notes where it runs,
and the next one, in another window, gives such a terminal back, if its shell waits for a line.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event

import msgspec
from msgspec import Struct

from presenter.deck.safe_files import atomic_write, read_regular_file, state_folder
from presenter.screen.surfaces.capabilities import is_within
from presenter.talk.log import log

_PATIENCE = 2.0

_KEYS_BY_PROTOCOL = (
    ("TERM", r"xterm-kitty|xterm-ghostty|foot(-.*)?|alacritty"),
    ("KITTY_WINDOW_ID", r".+"),
    ("TERM_PROGRAM", r"ghostty|iTerm\.app"),
)
"""A variable and what it is in terminals that have kitty's keyboard protocol at once."""

_OWN_GROUND = "\x1b]111\x1b\\"
"""Takes back the colour of the cells' ground, which was the slide's (xterm's ctlseqs, OSC 11)."""


class Process(Struct, frozen=True):
    """One that runs. began: when, as ``ps`` says it. foreground: the group its terminal serves."""

    began: str
    foreground: int


class Note(Struct, frozen=True):
    """A talk that runs: its process, its terminal, and whoever started it there."""

    pid: int
    began: str
    terminal: str
    shell: int
    shell_began: str


_over = Event()
"""Set once the terminal was given back."""


def note(environment: Mapping[str, str]) -> None:
    """Note where this talk runs, if it would leave the terminal of no use. Waits for ``ps``."""
    group = os.getpgid(os.getppid())
    shell = group if group != os.getpgrp() else os.getsid(0)
    if not _has_protocol(environment) or shell == os.getpid() or sys.__stdout__ is None:
        return
    with suppress(OSError, RuntimeError, subprocess.SubprocessError):
        found = _processes(os.getpid(), shell)
        if len(found) == 2:
            own, starter = found[os.getpid()], found[shell]
            terminal = os.ttyname(sys.__stdout__.fileno())
            written = Note(os.getpid(), own.began, terminal, shell, starter.began)
            folder = _folder()
            folder.mkdir(mode=0o700, exist_ok=True)
            atomic_write(folder / f"{os.getpid()}.json", msgspec.json.encode(written), "private")
            if _over.is_set():
                forget()


def forget() -> None:
    """The terminal has been given back."""
    _over.set()
    with suppress(OSError, RuntimeError):
        (_folder() / f"{os.getpid()}.json").unlink(missing_ok=True)


def mend(leave: str) -> None:
    """Send `leave`, what gives a terminal back, to those that killed talks left. Waits for ``ps``.

    One where something else runs by now is looked at again the next time.
    """
    with suppress(OSError, RuntimeError):
        for file in sorted(_folder().glob("*.json")):
            try:
                left = msgspec.json.decode(read_regular_file(file), type=Note)
                if _is_over(left, leave):
                    file.unlink(missing_ok=True)
            except (OSError, msgspec.MsgspecError, subprocess.SubprocessError):
                log.warning("a terminal cannot be mended", exc_info=True)


def _is_over(left: Note, leave: str) -> bool:
    """Whether nothing is left to be done, or it has been done by now."""
    found = _processes(left.pid, left.shell)
    talk, shell = found.get(left.pid), found.get(left.shell)
    if talk is not None and talk.began == left.began:
        return False  # it runs
    if shell is None or shell.began != left.shell_began:
        return True  # the window is closed
    if shell.foreground != left.shell:
        return False
    descriptor = os.open(left.terminal, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        if os.isatty(descriptor):
            os.write(descriptor, f"{_OWN_GROUND}{leave}".encode())
    finally:
        os.close(descriptor)
    return True


def _processes(*numbers: int) -> dict[int, Process]:
    """Those of these that run."""
    told = subprocess.run(
        ["ps", "-o", "pid=,tpgid=,lstart=", "-p", ",".join(map(str, numbers))],
        capture_output=True,
        check=False,  # it fails if one of them does not run
        text=True,
        timeout=_PATIENCE,
        env={**os.environ, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
    ).stdout
    rows = (line.split(None, 2) for line in told.splitlines())
    return {int(pid): Process(began, int(group)) for pid, group, began in rows}


def _has_protocol(environment: Mapping[str, str]) -> bool:
    return not is_within(environment) and any(
        re.fullmatch(pattern, environment.get(name, "")) for name, pattern in _KEYS_BY_PROTOCOL
    )


def _folder() -> Path:
    return state_folder() / "terminals"
