"""The file that ``--log`` names."""

from __future__ import annotations

from pathlib import Path

from presenter.commands.errors import CommandError


def log_to(path: Path | None) -> None:
    """Log to `path` from now on; nowhere with None.

    Raises CommandError if it cannot be written, or holds something else than a log.
    """
    if path is None:
        return
    from presenter.talk.log import NotALogError, open_log

    try:
        open_log(path)
    except NotALogError:
        raise CommandError("not-a-log", path=path) from None
    except OSError as error:
        raise CommandError("log-refused", path=path, why=error.strerror or error) from None
