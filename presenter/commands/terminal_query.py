"""Asking a terminal what it is, and how many cells it gives to a character.

Sources: ECMA-48 (CPR), xterm's ctlseqs (DA1, XTVERSION, CSI 14 t), kitty's graphics protocol
("Querying support").
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

PATIENCE = 2.0
"""Seconds to wait for the last answer: more than a slow ssh takes, less than one waits in vain."""

_SILENT = ("", "dumb", "unknown")
"""Kinds of terminals that are asked nothing."""

_NAME = "\x1b[>q"
_PIXELS = "\x1b[14t"
_KITTY = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
_POSITION = "\x1b[6n"
_LAST = "\x1b[c"
"""The terminal's kind, which every terminal tells: after this answer none is to come."""

_ANSWER = re.compile(
    rb"\x1b\[(?P<row>\d+);(?P<column>\d+)R"
    rb"|\x1b\[\?(?P<kind>[\d;]*)c"
    rb"|\x1b\[4;(?P<down>\d+);(?P<across>\d+)t"
    rb"|\x1bP>\|(?P<name>[^\x1b]*)\x1b\\"
    rb"|\x1b_G[^;\x1b]*;(?P<kitty>[^\x1b]*)\x1b\\"
)


class Answers(NamedTuple):
    """What a terminal said.

    complete: whether the last answer came. name: with the version, as it calls itself.
    pixels: width and height of its text area. kitty, sixel: the pictures it says it can show.
    widths: the cells that each probe took, as far as it told.
    """

    complete: bool = False
    name: str = ""
    pixels: tuple[int, int] | None = None
    kitty: bool = False
    sixel: bool = False
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
        return heard(_listen(descriptor))
    finally:
        # Also drops what came too late, which would else be typed at the prompt.
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)


def heard(said: bytes) -> Answers:
    """The answers in `said`, whatever else is in it."""
    answers, widths = Answers(), []
    for match in _ANSWER.finditer(said):
        told = match.groupdict()
        if told["column"] is not None:
            widths.append(int(told["column"]) - 1)
        elif told["kind"] is not None:
            answers = answers._replace(complete=True, sixel=b"4" in told["kind"].split(b";"))
        elif told["across"] is not None:
            answers = answers._replace(pixels=(int(told["across"]), int(told["down"])))
        elif told["name"] is not None:
            answers = answers._replace(name=told["name"].decode("utf-8", "replace").strip())
        elif told["kitty"] is not None:
            answers = answers._replace(kitty=told["kitty"] == b"OK")
    return answers._replace(widths=tuple(widths))


def _questions(probes: Sequence[str], environment: Mapping[str, str]) -> str:
    term = environment.get("TERM", "")
    # The console of Linux shows what it does not understand, tmux and screen take kitty's
    # question for a title.
    plain = term == "linux"
    within = "TMUX" in environment or "STY" in environment or term.startswith(("tmux", "screen"))
    asked = "" if plain else _NAME + _PIXELS + ("" if within else _KITTY)
    measured = "".join(f"\r{probe}{_POSITION}" for probe in probes)
    return f"{asked}\r\x1b[K{measured}\r\x1b[K{_LAST}"


def _listen(descriptor: int) -> bytes:
    """What comes until the last answer, or for as long as there is patience."""
    said, end = b"", time.monotonic() + PATIENCE
    while not heard(said).complete and (rest := end - time.monotonic()) > 0:
        if select.select([descriptor], [], [], rest)[0]:
            data = os.read(descriptor, 4096)
            if not data:
                break
            said += data
    return said


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
