"""What happens after a fault of presenter's own: a log file, one line, status 70."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from presenter import __version__
from presenter.deck.user_folders import state_folder
from presenter.deck.whole_files import write_new
from presenter.talk.log import log
from presenter.words import Words, locale_language

STATUS = 70
"""EX_SOFTWARE of sysexits.h."""

_LONGEST = 200
"""How much of the error itself is shown on the terminal, in characters."""


def report_crash(error: BaseException) -> int:
    """Write `error` with its traceback to a log file and say where; the exit status."""
    _tell(error, "crash")
    return STATUS


def report_fault(error: BaseException) -> None:
    """The same of what ends nothing, such as one answer of a server."""
    _tell(error, "fault")


def _tell(error: BaseException, what_came: str) -> None:
    log.critical("%s", what_came, exc_info=error)
    words = Words(locale_language())
    said = traceback.format_exception_only(error)[-1].strip()[:_LONGEST]
    what = "".join(character if character.isprintable() else "\ufffd" for character in said)
    file = _write(_report(error))
    if file is None:
        line = words(f"usage.{what_came}-without-log", what=what)
    else:
        line = words(f"usage.{what_came}", what=what, log=file)
    print(line, file=sys.stderr)


def _report(error: BaseException) -> str:
    head = f"presenter {__version__}, Python {platform.python_version()}, {platform.platform()}"
    command = " ".join(map(repr, sys.argv[1:]))
    return f"{head}\narguments: {command}\n\n{''.join(traceback.format_exception(error))}"


def _write(report: str) -> Path | None:
    """The file `report` is now in, in the state folder, else a temporary one; None for neither."""
    name = f"crash-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.log"
    for folder in (state_folder, _temporary_folder):
        try:
            log = folder() / name
            write_new(log, report.encode(errors="backslashreplace"))
        except (OSError, RuntimeError):
            continue
        return log
    return None


def _temporary_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="presenter-"))
