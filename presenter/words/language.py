"""Which of the interface's two languages to speak."""

from __future__ import annotations

import os
from typing import Literal

Language = Literal["en", "zh"]


def language_of(tag: str | None) -> Language:
    """The interface's language for a BCP 47 tag: ``zh`` for any Chinese, else ``en``.

    No tag (``None`` or empty) means: ask the locale.
    """
    if not tag:
        return locale_language()
    primary = tag.replace("_", "-").split("-", 1)[0].lower()
    return "zh" if primary in ("zh", "cmn", "yue", "wuu") else "en"


def locale_language() -> Language:
    """The interface's language by the environment, read as POSIX orders it (LC_ALL first)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
