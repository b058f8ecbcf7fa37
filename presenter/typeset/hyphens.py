"""Hyphens: where long words of a language may be broken.

By the patterns of Liang ("Word Hy-phen-a-tion by Com-put-er", 1983) in pyphen's dictionaries. They
are read here, not by pyphen: that parses all of them first, which takes a second for German.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from presenter.content.inline import Styled, StyledLine
from presenter.deck.characters import SOFT_HYPHEN

SHORTEST = 7
"""Letters of the shortest word that is broken."""

_LEFT = _RIGHT = 3
"""Letters that stay before a hyphen, and that go behind one."""

_TOKEN = re.compile(r"\S+")
_WORD = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff]{7,}")
"""Words of Latin, Greek and Cyrillic letters: other scripts have no hyphens, or no such ones."""

_OF_NAMES = re.compile(r"[\d_/\\@#$%&=+*<>|~^`{}\[\]]|\.\w|:\w|\w\(|[^\W\d_A-Z]\w*[A-Z]")
"""What tells an address, a path, a name of code: camelCase, f(x), a.b."""

_PREFERRED = {"en": "en_US", "de": "de_DE"}
"""The dictionary of languages that have several, if a deck says no country."""

_PORTION = 2048
"""Patterns read at once, so that a thread that reads ahead holds no other up."""


def hyphenated(line: StyledLine, language: str, shortest: int = SHORTEST) -> StyledLine:
    """`line` with soft hyphens in words of so many letters, if `language` (BCP 47) has any.

    Not in code, in addresses and other names, in words all in capitals, nor in those that have soft
    hyphens already: whoever wrote them knows better.
    """
    patterns = _patterns_of(language)
    if not patterns:
        return line
    return tuple(_hyphenated(part, patterns, shortest) for part in line)


def _hyphenated(part: Styled, patterns: Path, shortest: int) -> Styled:
    if "code" in part.style.split():
        return part

    def token(found: re.Match[str]) -> str:
        text = found[0]
        if SOFT_HYPHEN in text or _OF_NAMES.search(text):
            return text
        return _WORD.sub(word, text)

    def word(found: re.Match[str]) -> str:
        return found[0] if len(found[0]) < shortest else with_hyphens(found[0], patterns)

    return part._replace(text=_TOKEN.sub(token, part.text))


@lru_cache(maxsize=4096)
def with_hyphens(word: str, patterns: Path) -> str:
    """`word` with soft hyphens where the dictionary at `patterns` allows a break."""
    small = word.lower()
    if word.isupper() or len(small) != len(word):
        return word
    pieces, begin = [], 0
    for at in _breaks(small, patterns):
        if _LEFT <= at <= len(word) - _RIGHT:
            pieces.append(word[begin:at])
            begin = at
    return SOFT_HYPHEN.join([*pieces, word[begin:]])


def _breaks(word: str, patterns: Path) -> Iterator[int]:
    """The indexes in `word`, in small letters, where its patterns give an odd number."""
    known, longest = _read(patterns)
    marked = f".{word}."
    numbers = [0] * (len(marked) + 1)
    for start in range(len(marked)):
        for end in range(start + 1, min(start + longest, len(marked)) + 1):
            if pattern := known.get(marked[start:end]):
                at = start
                for each in pattern:
                    if each.isdigit():
                        numbers[at] = max(numbers[at], int(each))
                    else:
                        at += 1
    return (at - 1 for at, number in enumerate(numbers) if number % 2)


@cache
def _patterns_of(language: str) -> Path | None:
    """The dictionary of a language; None if there is none."""
    if not language or language.startswith(("zh", "ja", "ko")):
        return None
    from pyphen import LANGUAGES, language_fallback

    name = _PREFERRED.get(language.lower()) or language_fallback(language)
    path: Path | None = LANGUAGES.get(name)
    return path


@cache
def _read(path: Path) -> tuple[dict[str, str], int]:
    """The patterns of a dictionary by their letters, and the most letters that one has.

    What the files hold besides, remarks and breaks that change the spelling, matches no word.
    """
    data = path.read_bytes()
    encoding = data.partition(b"\n")[0].decode("ascii").strip()
    lines = data.decode("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
    patterns = [line.strip() for line in lines.split("\n")[1:]]
    known: dict[str, str] = {}
    for start in range(0, len(patterns), _PORTION):
        portion = patterns[start : start + _PORTION]
        letters = re.sub("[0-9]", "", "\n".join(portion)).split("\n")
        known.update(zip(letters, portion, strict=True))
    return known, max(map(len, known))
