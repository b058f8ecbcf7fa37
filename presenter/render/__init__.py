"""Slides set by Typst: resolved slides as data, one fixed template, and pages of any size."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Logger


def is_installed() -> bool:
    """Whether all is there that sets slides: the extra ``handout`` of the package."""
    from importlib.util import find_spec

    return all(find_spec(name) for name in ("typst", "fontpkg_noto_sans"))


@cache
def log() -> Logger:
    """The log; without a file nothing of it goes to standard error."""
    import logging  # takes 4 ms, for which no kept picture is to wait

    logger = logging.getLogger("presenter")
    logger.addHandler(logging.NullHandler())
    return logger
