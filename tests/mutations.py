"""A deck's text made wrong: lines, words and characters of it changed by chance.

By a `random.Random`, so that a seed gives the same again, and Hypothesis, which has one of its own,
finds the smallest text that shows a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

INSERTED = [
    *"-:#'\"[]{}&*!|>%@`?,\t\n \u3000，：“”\u200f\u202e\x00\x1b",
    "- ",
    ": ",
    " #",
    "<<: ",
    "\n\n",
]

_KEYS = """\
title subtitle author date lang theme time reveal introduction points conclusion slides content id
notes layout hidden text bullets numbers quote by code language source lines file from to table
header rows align image path alt caption width chart kind data unit columns figures value label
callout big qr x-mine titel footer
"""

_VALUES = """\
null ~ true no 15m 0 -1 1e400 .nan 2026-11-24 0x1F 1:30 "" '' [] {} | > |- >+2 *a &a !!binary !!x
ink nosuch cover zh-Hans xx bar mermaid 100% -5 1-3|5 https://example.org ../../etc/passwd
gallery/clock.py gallery/hills.png 后勤 **《书名》**的 `x` $x^2$ [a](b) <b>&amp;
e\u0301 👩‍🚀 שלום \u202e
"""
KEYS, VALUES = _KEYS.split(), _VALUES.split()

_WORD = re.compile(r"[\w.%-]+|[^\w\s]")


def snippet(chance: Random, deep: int = 0) -> str:
    """A few lines of YAML about keys that a deck has, without their indentation."""
    lines: list[str] = []
    for _ in range(chance.randint(1, 3)):
        key, kind = chance.choice(KEYS), chance.randrange(4 if deep < 3 else 2)
        if kind < 2:
            lines.append(f"{key}: {chance.choice(VALUES)}")
        elif kind == 2:
            inner = snippet(chance, deep + 1).split("\n")
            lines += [f"{key}:", *(f"  {line}" for line in inner)]
        else:
            items = [chance.choice((chance.choice(VALUES), snippet(chance, deep + 1)))]
            lines.append(f"{key}:")
            lines += ("  - " + item.replace("\n", "\n    ") for item in items)
    return "\n".join(lines)


def _delete(lines: list[str], at: int, chance: Random) -> None:
    del lines[at : at + chance.randint(1, 3)]


def _double(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(chance.randint(0, len(lines)), lines[at])


def _swap(lines: list[str], at: int, chance: Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indent(lines: list[str], at: int, chance: Random) -> None:
    lines[at] = " " * chance.randint(0, 8) + lines[at].lstrip(" ")


def _insert(lines: list[str], at: int, chance: Random) -> None:
    line = lines[at]
    cut = chance.randint(0, len(line))
    lines[at] = line[:cut] + chance.choice(INSERTED) + line[cut:]


def _cut(lines: list[str], at: int, chance: Random) -> None:
    line = lines[at]
    cut = chance.randint(0, len(line))
    lines[at] = line[:cut] + line[cut + chance.randint(1, 3) :]


def _join(lines: list[str], at: int, chance: Random) -> None:
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def _word(lines: list[str], at: int, chance: Random) -> None:
    """Another word, or none, in the place of one."""
    words = list(_WORD.finditer(lines[at]))
    if words:
        word = chance.choice(words)
        other = chance.choice((chance.choice(KEYS), chance.choice(VALUES), ""))
        lines[at] = lines[at][: word.start()] + other + lines[at][word.end() :]


def _value(lines: list[str], at: int, chance: Random) -> None:
    """Another value for a key."""
    key, colon, _ = lines[at].partition(": ")
    if colon:
        lines[at] = f"{key}: {chance.choice(VALUES)}"


def _snippet(lines: list[str], at: int, chance: Random) -> None:
    """More keys, indented as the line that they stand before, or in a list of their own."""
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))].replace("-", " ")
    more = snippet(chance).split("\n")
    if chance.randrange(3) == 0:
        more = [f"- {more[0]}", *(f"  {line}" for line in more[1:])]
    lines[at:at] = [indent + line for line in more]


def _repeat(lines: list[str], at: int, chance: Random) -> None:
    """The same many times: a list, or a text, that is long."""
    lines[at : at + 1] = [lines[at]] * chance.randint(10, 60)


_CHANGES: tuple[Callable[[list[str], int, Random], None], ...] = (
    *(_delete, _double, _swap, _indent, _insert, _cut, _join),
    *(_word, _value, _snippet, _repeat),
)


def mutated(text: str, chance: Random, times: int) -> str:
    """`text` with so many changes."""
    lines = text.split("\n")
    for _ in range(times):
        chance.choice(_CHANGES)(lines, chance.randrange(len(lines)), chance)
        lines = lines or [""]
    return "\n".join(lines)
