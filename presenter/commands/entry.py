"""Where a run of ``presenter`` begins, and the exit status with which it ends.

0 fine; 1 errors in the deck; 2 wrong usage; 70 a crash (EX_SOFTWARE of sysexits.h); 128+n after
signal n. Everything else is imported within, so that these endings hold for the imports too.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

COMPLETE = "_PRESENTER_COMPLETE"
"""The variable in which a shell asks for completion, as click names it."""

_CRASHED = 70

_LONGEST = 200
"""How much of an error itself is shown on the terminal, in characters."""


_COLLECTING = (10_000, 20, 20)
"""When the garbage collector goes round: what a start makes stays, and walking it often is a
tenth of the time that a short command takes."""


def main() -> NoReturn:
    """The ``presenter`` of the shell: runs what its arguments say and leaves with the status."""
    gc.set_threshold(*_COLLECTING)
    from presenter.commands.streams import guard_streams

    guard_streams()
    status = run(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever presses twice gets the same status
    gc.freeze()  # the system takes back what is there sooner than the collector does
    sys.exit(status)


def run(arguments: Sequence[str], *, platform: str = sys.platform) -> int:
    """Run what `arguments` say; the exit status. Never raises, SystemExit apart."""
    from presenter.commands.streams import LOST, LostOutputError, discard_output, status_after

    try:
        return status_after(_run(arguments, platform))
    except LostOutputError as error:
        from presenter.commands.errors import CommandError, error_text

        print(error_text(CommandError("output-lost", why=error)), file=sys.stderr)
        return LOST
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            print(file=sys.stderr)  # the prompt shall not follow the terminal's ^C
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # `presenter check … | head`: nobody reads on. Python's own flush at the end must not
        # find the pipe again.
        discard_output()
        return 128 + signal.SIGPIPE
    except Exception as error:  # noqa: BLE001 - the last line of defence
        report_fault(error, "crash")
        return _CRASHED


def _run(arguments: Sequence[str], platform: str) -> int:
    from presenter.commands.streams import escape_unencodable, forget_borrowed_colours

    escape_unencodable(sys.stdout, sys.stderr)
    forget_borrowed_colours(os.environ)
    try:
        if platform == "win32":
            from presenter.commands.errors import CommandError

            raise CommandError("windows")
        if os.environ.get(COMPLETE):
            return _run_command(arguments)
        if is_plain(arguments):
            _load_msgspec()
            from presenter.commands.giving import give_plainly

            return give_plainly(Path(arguments[0]) if arguments else None)
        if is_plain_check(arguments):
            _load_msgspec()
            from presenter.commands.check.checking import check_decks

            return check_decks(arguments[1:])
        return _run_command(arguments)
    except Exception as error:
        status = _refused(error)
        if status is None:
            raise
        return status


def is_plain(arguments: Sequence[str]) -> bool:
    """Whether they are those of a talk without options: none, or a deck that is there.

    Then click is not needed, whose import takes a third of the time to the first page.
    """
    if len(arguments) != 1:
        return not arguments
    (name,) = arguments
    return name.endswith((".yaml", ".yml")) and not name.startswith("-") and Path(name).is_file()


def is_plain_check(arguments: Sequence[str]) -> bool:
    """Whether they are those of a check of decks without options; nor then is click needed."""
    command, *decks = arguments or [""]
    return command == "check" and bool(decks) and not any(deck.startswith("-") for deck in decks)


def _load_msgspec() -> None:
    """Load it as where there are no `typing_extensions`, which it does without.

    They load `inspect`, and that a compiler's parts: a tenth of the time to the first page.
    """
    others = "typing_extensions"
    if others in sys.modules:
        return
    sys.modules[others] = None  # type: ignore[assignment]  # so an import says that there are none
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[others]


def _run_command(arguments: Sequence[str]) -> int:
    from presenter.commands.program import program

    # Not `program.main`: it swallows a broken pipe.
    if asked := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        import presenter.commands.completion  # noqa: F401  # registers itself with click

        return shell_complete(program, {}, "presenter", COMPLETE, asked)
    with program.make_context("presenter", [*arguments]) as context:
        status = program.invoke(context)
    return status if isinstance(status, int) else 0


def _refused(error: Exception) -> int | None:
    """The exit status of wrong usage, which is told; None for another error."""
    import click

    from presenter.commands.errors import error_text

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        click.echo(error_text(error), err=True)
        return error.exit_code
    return None


def report_fault(error: BaseException, what_came: str = "fault") -> None:
    """Write `error` with its traceback to a file of its own, and say in one line where.

    what_came: ``crash``, or ``fault`` for what ends nothing, such as one answer of a server.
    """
    import traceback

    from presenter.talk.log import log
    from presenter.words import Words, locale_language

    log.critical("%s", what_came, exc_info=error)
    words = Words(locale_language())
    said = traceback.format_exception_only(error)[-1].strip()[:_LONGEST]
    what = "".join(character if character.isprintable() else "\ufffd" for character in said)
    if file := _write_report("".join(traceback.format_exception(error))):
        line = words(f"usage.{what_came}", what=what, log=file)
    else:
        line = words(f"usage.{what_came}-without-log", what=what)
    print(line, file=sys.stderr)


def _write_report(trace: str) -> Path | None:
    """The file of the report, in the state folder, else a temporary one; None for neither."""
    import platform
    import tempfile
    from datetime import datetime

    from presenter import __version__
    from presenter.deck.safe_files import state_folder, write_new

    head = f"presenter {__version__}, Python {platform.python_version()}, {platform.platform()}"
    report = f"{head}\narguments: {' '.join(map(repr, sys.argv[1:]))}\n\n{trace}"
    name = f"crash-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.log"
    for folder in (state_folder, lambda: Path(tempfile.mkdtemp(prefix="presenter-"))):
        try:
            file = folder() / name
            write_new(file, report.encode(errors="backslashreplace"))
        except (OSError, RuntimeError):
            continue
        return file
    return None
