"""Takes code apart with Pygments, in a process of its own; run as a file by `highlight`.

A highlighter may never end, hold the interpreter while it backtracks, or ask for memory without
end; then only this process suffers. Requests and answers are lines of JSON on file descriptor 0, a
socket: ``{"source", "language", "seconds"}`` gives ``{"tokens": [[kind, text], …]}`` or
``{"fault": …}`` with a fault of `highlight.Fault`.
"""

from __future__ import annotations

import json
import signal
import socket
import sys
from collections.abc import Iterator
from types import FrameType

_MEMORY = 512 * 1024 * 1024
"""Bytes of address space: several times what any sound highlighter takes."""


class _TimeUpError(BaseException):
    """Not an `Exception`: no highlighter may take it for one of its own."""


def time_up(_number: int, _frame: FrameType | None) -> None:
    """What the timer calls."""
    raise _TimeUpError


def tokens(source: str, language: str) -> Iterator[tuple[str, str]]:
    """What Pygments takes `source` for: kinds of token and their texts."""
    from pygments.lexers import find_lexer_class_by_name

    # Empty lines at the edges stay, so that numbers hold; a piece of PHP is PHP also without its
    # opening tag.
    lexer = find_lexer_class_by_name(language)(stripnl=False, startinline="<?" not in source)
    for kind, text in lexer.get_tokens(source):
        yield str(kind).removeprefix("Token."), text


def answer(source: str, language: str, seconds: float) -> dict[str, object]:
    """The tokens of `source`, or why there are none; `seconds` of this process's time are given.

    Its own time, not the clock's: a busy machine gives no other answer.
    """
    made: list[list[str]] = []
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        try:
            _collect(source, language, made)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _TimeUpError:
        return {"fault": "slow"}
    except Exception:  # noqa: BLE001 - 550 highlighters of others; the answer says so
        return {"fault": "failed"}
    if "".join(text for _, text in made) != source:
        return {"fault": "altered"}
    return {"tokens": made}


def _collect(source: str, language: str, made: list[list[str]]) -> None:
    """Put the tokens of `source` into `made`; those of a longer text than that end it.

    A function of its own: in Python 3.13 the timer's error may come at a jump back to the loop's
    head that no `try` of the same function covers.
    """
    left = len(source)
    for kind, text in tokens(source, language):
        left -= len(text)
        if made and made[-1][0] == kind:
            # Errors come a character at a time, half a flag for one.
            made[-1][1] += text
        elif text:
            made.append([kind, text])
        if left < 0:
            return


def main() -> None:
    """Answer until nobody asks any more."""
    sys.path.insert(0, sys.argv[1])
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, OSError, ValueError):
        pass  # Where a system has no such limit, that of time is left.
    signal.signal(signal.SIGVTALRM, time_up)
    import pygments.lexers  # noqa: F401 - before the first clock runs

    with socket.socket(fileno=0) as asked, asked.makefile("rwb") as lines:
        for line in lines:
            answered = answer(**json.loads(line))
            lines.write(json.dumps(answered).encode() + b"\n")
            lines.flush()


if __name__ == "__main__":
    main()
