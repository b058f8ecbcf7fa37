"""Asking a terminal what it is, and how many cells it gives to a character.

Unlike the talk, which goes on meanwhile, this waits. Sources: ECMA-48 (CPR), xterm's ctlseqs (DA1).
"""

from __future__ import annotations

import os
import re
import select
import termios
import time
import tty
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from presenter.screen.controls import Controls
from presenter.screen.surfaces import Asking, Capabilities

PATIENCE = 2.0
"""Seconds to wait for the last answer: more than a slow ssh takes, less than one waits in vain."""

_SILENT = ("", "dumb", "unknown")
"""Kinds of terminals that are asked nothing."""

_POSITION = "\x1b[6n"
_KIND = "\x1b[c"
"""The terminal's kind, which every terminal tells."""

_COLUMN = re.compile(r"\x1b\[\d+;(\d+)R")
_LAST = re.compile(r"\x1b\[\?[\d;]*c")
"""What it answers to that: no other answer is to come."""


class Answers(NamedTuple):
    """What a terminal said.

    complete: whether the last answer came. known: of it, by its answers and its environment. says:
    the ways to show pictures that it said it has. widths: the cells that each probe took, as far
    as it told.
    """

    complete: bool = False
    known: Capabilities = Capabilities()
    says: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


def ask(descriptor: int, probes: Sequence[str], environment: Mapping[str, str]) -> Answers:
    """Ask the terminal at `descriptor`, which takes keys and shows text; it is left as found.

    Each of `probes` is written at the beginning of the line, and the cursor's column asked for;
    the line is erased in the end. What is typed meanwhile is lost. Raises OSError or
    `termios.error` if that is no terminal, or not ours now.
    """
    if environment.get("TERM", "") in _SILENT:
        return Answers()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        _write(descriptor, _questions(probes, environment).encode())
        said = _listen(descriptor)
        if question := _hear(said, environment)[0].follow_up():
            _write(descriptor, question.encode())
            said += _listen(descriptor)
        return heard(said, environment)
    finally:
        # Also drops what came too late, which would else be typed at the prompt.
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)


def heard(said: bytes, environment: Mapping[str, str]) -> Answers:
    """The answers in `said`, whatever else is in it."""
    asking, answers = _hear(said, environment)
    columns = filter(None, map(_COLUMN.fullmatch, answers))
    return Answers(
        any(map(_LAST.fullmatch, answers)),
        asking.capabilities,
        tuple(sorted(asking.says)),
        tuple(int(column[1]) - 1 for column in columns),
    )


def _hear(said: bytes, environment: Mapping[str, str]) -> tuple[Asking, list[str]]:
    """What is known by what was said, and each of the answers."""
    asking, answers = Asking(environment), list[str]()
    for _key in Controls(answers.append).feed(said.decode("utf-8", "replace")):
        pass
    for answer in answers:
        asking.hear(answer)
    return asking, answers


def _questions(probes: Sequence[str], environment: Mapping[str, str]) -> str:
    measured = "".join(f"\r{probe}{_POSITION}" for probe in probes)
    return f"{measured}\r\x1b[K{Asking(environment).question() or _KIND}"


def _listen(descriptor: int) -> bytes:
    """What comes until the last answer, or for as long as there is patience."""
    said, end = b"", time.monotonic() + PATIENCE
    while (
        not _LAST.search(said.decode("ascii", "replace")) and (rest := end - time.monotonic()) > 0
    ):
        if select.select([descriptor], [], [], rest)[0]:
            data = os.read(descriptor, 4096)
            if not data:
                break
            said += data
    return said


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
