"""The ``code`` block, and languages by Pygments' names. Nothing in a deck is ever run."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Annotated, ClassVar

from msgspec import Meta, structs

from presenter.deck.blocks.block import Block, BlockContext
from presenter.deck.fields import MOST_SOURCE, Later, SourceCode, Steering
from presenter.deck.reporter import Fault

_GROUP = r"\s*(?:all|\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)\s*"


class Code(Block, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """Source code, written here or taken from a file in the deck's folder."""

    key: ClassVar[str] = "code"
    shorthand: ClassVar[str] = "source"
    later: ClassVar[Later] = {"run": "key"}

    source: Annotated[SourceCode, Meta(description="The code itself.")] = ""
    file: Annotated[
        Steering, Meta(description="A file in the deck's folder, instead of source.")
    ] = ""
    language: Annotated[
        Steering, Meta(description="For the colours; guessed from the file's name if left out.")
    ] = ""
    first: Annotated[int, Meta(ge=1, description="The first line to show.")] = 1
    last: Annotated[
        Annotated[int, Meta(ge=1)] | None, Meta(description="The last line to show.")
    ] = None
    lines: Annotated[
        Steering,
        Meta(description="Lines to stress, | parting steps: 1-3|5|all. Counted as numbers: shows."),
    ] = ""
    numbers: Annotated[bool, Meta(description="Whether lines are numbered.")] = False

    @property
    def stressed(self) -> tuple[frozenset[int] | None, ...]:
        """The numbers of the lines stressed at each step; None for all of them."""
        if not self.lines.strip():
            return ()
        return tuple(_numbers(group) for group in self.lines.split("|"))

    def finish_loading(self, context: BlockContext) -> Block | Fault:
        """The block with its source read and cut, its language guessed if it comes from a file.

        FAULT if the file or a field is at fault.
        """
        if bool(self.source) == bool(self.file):
            return context.report("file" if self.file else "", "code-source-or-file")
        if self.language and not is_language(self.language):
            context.report("language", "code-language", "warning", language=self.language)
        source = self.source
        if self.file:
            text = context.read_text("file", self.file)
            if not isinstance(text, str):
                return text
            source = text
        rows = source.rstrip("\n").split("\n")
        first, last = self.first, min(self.last or len(rows), len(rows))
        if first > last:
            return context.report("from", "code-from-to", first=first, last=last, count=len(rows))
        if fault := self._wrong_lines(context, first, last):
            return fault
        source = "\n".join(rows[first - 1 : last])
        if len(source) > MOST_SOURCE:
            length, most = f"{len(source):,}", f"{MOST_SOURCE:,}"
            return context.report("file", "too-long", length=length, most=most)
        language = self.language or (language_of_file(self.file) if self.file else "")
        return structs.replace(self, source=source, language=language)

    def _wrong_lines(self, context: BlockContext, first: int, last: int) -> Fault | None:
        for group in self.lines.split("|") if self.lines.strip() else ():
            if not re.fullmatch(_GROUP, group):
                return context.report("lines", "code-lines", value=group.strip())
            wrong = [number for number in _numbers(group) or () if not first <= number <= last]
            if wrong:
                return context.report(
                    "lines", "code-lines-range", number=wrong[0], first=first, last=last
                )
        return None


def _numbers(group: str) -> frozenset[int] | None:
    """The line numbers that ``1-3,5`` names; None for ``all``."""
    if group.strip() == "all":
        return None
    numbers: set[int] = set()
    for part in group.split(","):
        start, _, end = part.partition("-")
        # A span of millions is as wrong as one of thousands, and cheaper to say so.
        numbers.update(range(int(start), min(int(end or start), int(start) + 100_000) + 1))
    return frozenset(numbers)


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
