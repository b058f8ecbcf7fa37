"""The log: where a fault that ends nothing leaves a trace, for whoever looks for it.

What the speaker must know is said on the stage, and a crash has its report. What a talk swallows so
as to go on (a picture that is not drawn, a place that is not kept) would be known to nobody:
`log` is told of it. It goes nowhere unless a file was opened (`log_file`). Its lines are written
for developers, in English, as those of crash reports are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from logging import Logger


@cache
def _logger() -> Logger:
    import logging  # takes 5 ms, and most talks have nothing to tell

    logger = logging.getLogger("presenter")
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
    return logger


class _Log:
    """The logger, made when it is first told something."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_logger(), name)


log = cast("Logger", _Log())
