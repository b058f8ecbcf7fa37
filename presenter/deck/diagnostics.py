"""What is wrong with a deck, where, and what to write instead."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from presenter.deck.clean import clean
from presenter.words import Words

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """A place in a deck's file; both count from 1, columns in characters."""

    line: int = 1
    column: int = 1


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One problem. Its sentences are made from `code` and `values` in the reader's language."""

    path: str
    place: Place
    code: str
    values: dict[str, object] = {}
    severity: Severity = "error"
    slide: int | None = None
    """The number of the slide it is about, from 1; None for the deck as a whole."""

    def message(self, words: Words) -> str:
        """What is wrong, in one sentence without a full stop."""
        return words(f"problems.{self.code}", **self.values)

    def help(self, words: Words) -> str:
        """What to write instead: the name that was probably meant, if one is known."""
        if near := self.values.get("near"):
            return words("problems.did-you-mean", near=near)
        return words(f"problems.{self.code}.help", **self.values)

    def position(self) -> str:
        """``path:line:column``, as compilers write it and editors open it."""
        return f"{clean(self.path)}:{self.place.line}:{self.place.column}"
