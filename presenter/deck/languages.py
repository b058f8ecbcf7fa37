"""Which language a piece of code is in, by Pygments' names for them; no lexer is loaded for it."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import lru_cache


@lru_cache
def is_language(name: str) -> bool:
    """Whether Pygments has a lexer called `name`."""
    from pygments.lexers import get_all_lexers

    return any(name.lower() in aliases for _, aliases, _, _ in get_all_lexers(plugins=False))


@lru_cache
def language_of_file(name: str) -> str:
    """The language of the file called `name`, by its alias; empty if no pattern fits the name.

    Of several languages that share an ending, that which is called like it is taken, else as
    Pygments does: by priority, the last of equals.
    """
    from pygments.lexers import find_lexer_class_by_name, get_all_lexers

    name = name.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower()
    found = [
        (ending in aliases, "*" not in pattern, aliases[0])
        for _, aliases, patterns, _ in get_all_lexers(plugins=False)
        for pattern in patterns
        if aliases and _fits(name, pattern)
    ]
    if len(found) < 2:
        return found[0][2] if found else ""

    def rank(candidate: tuple[bool, bool, str]) -> tuple[bool, float]:
        called, whole, alias = candidate
        return called, find_lexer_class_by_name(alias).priority + whole / 2

    return max(reversed(found), key=rank)[2]


def _fits(name: str, pattern: str) -> bool:
    """Whether `name` fits a shell `pattern`; most are endings, which need no expression."""
    if pattern.startswith("*") and not any(mark in pattern[1:] for mark in "*?["):
        return name.endswith(pattern[1:])
    return fnmatchcase(name, pattern)
