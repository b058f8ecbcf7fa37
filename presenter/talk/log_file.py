"""The file into which the log is written, where one was asked for."""

from __future__ import annotations

import errno
import logging
import os
import platform
import stat
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import TextIO

from presenter import __version__
from presenter.talk.log import log

_FIRST_LINE = b"# presenter log\n"
"""By which a log is known: no other file is ever added to, as a deck may be named by mistake."""

_MOST = 20
"""How often a talk writes the same line of code's message: a fault may come back all evening."""

OTHERS = ("asyncio", "aiohttp", "py.warnings")
"""Loggers of what works for us."""


class NotALogError(Exception):
    """What goes by the name is a file with something else in it."""


def open_log(path: Path) -> None:
    """Add what is logged from now on to `path`, a file that may be new.

    Raises NotALogError, or OSError if it cannot be written; nothing is changed then.
    """
    # Opening a FIFO for writing would wait for its reader.
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    descriptor = os.open(path, flags, 0o666)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "Not a regular file", str(path))
        if not status.st_size:
            os.write(descriptor, _FIRST_LINE)
        elif os.pread(descriptor, len(_FIRST_LINE), 0) != _FIRST_LINE:
            raise NotALogError(path)
        stream = os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")
    except BaseException:
        os.close(descriptor)
        raise
    handler = _Handler(stream)
    handler.addFilter(_Often())
    handler.setFormatter(_Plain("%(asctime)s %(process)d %(levelname)s %(message)s"))
    for logger in (log, *map(logging.getLogger, OTHERS)):
        logger.addHandler(handler)
    log.setLevel(logging.INFO)
    logging.captureWarnings(True)
    threading.excepthook = _thread_failed
    where = f"Python {platform.python_version()}, {platform.platform()}"
    log.info("presenter %s, %s, arguments: %r", __version__, where, sys.argv[1:])


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    """What Python would print over the slide."""
    name = failed.thread.name if failed.thread else "?"
    if failed.exc_value is not None:
        log.error("thread %s ended", name, exc_info=failed.exc_value)


class _Handler(logging.StreamHandler[TextIO]):
    """Writes each line at once. What cannot be written is dropped: there is nowhere to say so."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as logging has it
        pass


class _Plain(logging.Formatter):
    """What a deck smuggles into a message does nothing to the terminal that shows the log."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        return "".join(
            character
            if character.isprintable() or character == "\n"
            else character.encode("unicode_escape").decode()
            for character in text
        )


class _Often(logging.Filter):
    """Lets the first messages of one line of code pass, and says when there will be no more."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: Counter[tuple[str, int]] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        place = (record.pathname, record.lineno)
        self._seen[place] += 1
        if self._seen[place] == _MOST:
            record.msg = f"{record.msg} (again and again: not told any more)"
        return self._seen[place] <= _MOST
