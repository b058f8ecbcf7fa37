"""Source code to styled lines: the one way to coloured code, for the stage and for every export.

Of Pygments' 550 highlighters a good part take time in the square of a line's length, some never end
on a tab, and those of console sessions swallow lines. A thread cannot be ended and a regular
expression does not let go of the interpreter: so they work in a process of their own
(`lexer_process`), which ends itself after its time and is ended if it does not.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Literal, NamedTuple

from msgspec import json

from presenter.content.inline import Styled
from presenter.deck.blocks.code import is_language

Fault = Literal["", "slow", "altered", "failed"]
"""Why code has no colours: its highlighter takes too long, changes the text, or fails."""

_STYLES = {
    "Keyword": "code.keyword",
    "Keyword.Constant": "code.constant",
    "Keyword.Type": "code.type",
    "Operator": "code.operator",
    "Operator.Word": "code.keyword",
    "Punctuation": "code.punctuation",
    "Name": "code.name",
    "Name.Attribute": "code.function",
    "Name.Builtin": "code.function",
    "Name.Builtin.Pseudo": "code.constant",
    "Name.Class": "code.type",
    "Name.Constant": "code.constant",
    "Name.Decorator": "code.decorator",
    "Name.Exception": "code.type",
    "Name.Function": "code.function",
    "Name.Namespace": "code.type",
    "Name.Tag": "code.keyword",
    "Literal": "code.string",
    "Literal.Number": "code.number",
    "Comment": "code.comment",
    "Comment.Preproc": "code.decorator",
    "Generic.Deleted": "code.deleted",
    "Generic.Heading": "code.keyword",
    "Generic.Inserted": "code.inserted",
    "Error": "code.error",
}
"""Style names by Pygments' token types; the nearest ancestor that stands here decides."""

MOST = 30_000
"""Characters that are coloured: 30 ms. More stay plain, as no slide shows them at once."""

Plain = Literal["", "long", Fault]
"""Why code whose language is known has no colours: nothing, or it is too long, or a fault."""

Lines = tuple[tuple[Styled, ...], ...]


def highlight(source: str, language: str) -> Lines:
    """The lines of `source`, each as styled text, which together are `source` to the last space.

    Plain if its language is not known, or for one of the reasons that `why_plain` gives.
    """
    return _highlighted(source, language)[0]


def why_plain(source: str, language: str) -> Plain:
    """Why `source` has no colours although `language` is known."""
    return _highlighted(source, language)[1]


@lru_cache(maxsize=256)
def _highlighted(source: str, language: str) -> tuple[Lines, Plain]:
    if not language or not is_language(language):
        return _plain(source), ""
    if len(source) > MOST:
        return _plain(source), "long"
    # With a line feed at its end, which is no part of it: highlighters of console sessions look
    # for one, and without it leave out the last line.
    tokens, fault = lex(source + "\n", language)
    if fault:
        return _plain(source), fault
    lines: list[list[Styled]] = [[]]
    for kind, text in tokens:
        style = _style(kind)
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
            line = lines[-1]
            if line and line[-1].style == style:
                part = line.pop().text + part
            if part:
                line.append(Styled(part, style))
    return tuple(map(tuple, lines[:-1])), ""


def _plain(source: str) -> Lines:
    return tuple((Styled(line, "code.text"),) if line else () for line in source.split("\n"))


@cache
def _style(kind: str) -> str:
    while kind:
        if kind in _STYLES:
            return _STYLES[kind]
        kind = kind.rpartition(".")[0]
    return "code.text"


_SECONDS = 0.5
"""Of processor time for a piece of code: 15 times what 30,000 characters of Python take."""

_LEAST = 0.01
"""The same for a language whose highlighter has been too slow before, again and again."""

_WAIT = 5.0
"""Seconds by the clock after which a process that does not answer is ended."""


_SCRIPT = Path(__file__).with_name("lexer_process.py")


class Lexed(NamedTuple):
    """Kinds of token with their texts, which together are the source; or a fault."""

    tokens: Sequence[tuple[str, str]]
    fault: Fault = ""


class _Process:
    """One process that lexes; OSError if it cannot be started, or does not answer as it should."""

    def __init__(self) -> None:
        # Most decks have no code.
        import socket
        import subprocess

        found = find_spec("pygments")
        if found is None or not found.origin or not sys.executable:
            raise OSError("no Pygments, or no Python to run it")
        folder = Path(found.origin).parents[1]
        self._socket, other = socket.socketpair()
        try:
            with other:
                # A session of its own: ctrl+c and ctrl+z in the terminal are not meant for it.
                self._process = subprocess.Popen(
                    [sys.executable, "-I", "-S", str(_SCRIPT), str(folder)],
                    stdin=other.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
        except BaseException:
            self._socket.close()
            raise

    def ask(self, source: str, language: str, seconds: float) -> Lexed:
        """The tokens of `source`, for which the process gives itself `seconds`."""
        request = {"source": source, "language": language, "seconds": seconds}
        until = monotonic() + seconds + _WAIT
        self._socket.settimeout(seconds + _WAIT)
        self._socket.sendall(json.encode(request) + b"\n")
        received = bytearray()
        while not received.endswith(b"\n"):
            self._socket.settimeout(max(0.001, until - monotonic()))
            part = self._socket.recv(1 << 16)
            if not part:
                raise OSError("the process has ended")
            received += part
        try:
            answer = json.decode(received)
            return Lexed([(k, t) for k, t in answer.get("tokens", ())], answer.get("fault", ""))
        except ValueError as error:
            raise OSError("no answer") from error

    def end(self) -> None:
        """End it and wait for that."""
        self._socket.close()
        self._process.kill()
        self._process.wait()


_idle: list[_Process] = []
_lock = Lock()
_slow: dict[str, int] = {}
"""By language, how often its highlighter was too slow."""


def lex(source: str, language: str) -> Lexed:
    """The tokens of `source`, whose `language` Pygments knows; any thread may ask.

    A language that was too slow gets half the time at each further try, so that a deck full of such
    code is set soon, too.
    """
    seconds = max(_LEAST, _SECONDS / 2 ** _slow.get(language, 0))
    process: _Process | None = None
    try:
        with _lock:
            process = _idle.pop() if _idle else None
        process = process or _Process()
        lexed = process.ask(source, language, seconds)
    except BaseException as error:
        if process is not None:
            process.end()
        if not isinstance(error, OSError):
            raise
        lexed = Lexed((), "slow" if isinstance(error, TimeoutError) else "failed")
    else:
        with _lock:
            _idle.append(process)
    if lexed.fault == "slow":
        _slow[language] = _slow.get(language, 0) + 1
    return lexed


@atexit.register
def _end() -> None:
    with _lock, suppress(OSError):
        while _idle:
            _idle.pop().end()
