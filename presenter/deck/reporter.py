"""Collecting what is wrong while a deck is converted, and where its parts are written."""

from __future__ import annotations

from array import array

from yaml.nodes import Node

from presenter.deck.characters import INVISIBLE, clean, without_needless
from presenter.deck.diagnostics import Diagnostic, Place, Severity
from presenter.deck.files import Files

MOST_PROBLEMS = 10_000
"""More are counted, not kept: nobody reads them, and a hostile deck could hold millions."""

MOST_HOSTILE = 20
"""Warnings about hostile characters that are told one by one."""

MOST_SUGGESTED = 500
"""Problems up to which names are suggested; a search takes half a millisecond."""

LONGEST_VALUE = 60
"""Characters of a deck's own text that a message quotes."""


class Fault:
    """What a conversion gives when it has reported a fault."""


FAULT = Fault()
"""Stands for a value that could not be had; its diagnostic has been reported."""


def place_of(node: Node) -> Place:
    """Where `node` begins."""
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


class Places:
    """Where a deck's own keys and its slides' blocks are written; eight bytes for each block."""

    def __init__(self) -> None:
        self.keys: dict[str, Place] = {}
        """Where the values begin that the deck itself has, by their keys."""
        self._blocks = array("Q")
        """Line and column of each block's key."""
        self._ends = array("Q")
        """Behind the last block of each slide."""

    def __eq__(self, other: object) -> bool:
        """Whether all of them are the same: a deck that is read again has not changed by that."""
        return isinstance(other, Places) and vars(self) == vars(other)

    def add_block(self, key: Node) -> None:
        """A block of the slide that is being read: `key` is its key."""
        mark = key.start_mark
        self._blocks.append(mark.line << 32 | mark.column)

    def end_slide(self, *, is_shown: bool) -> None:
        """What was added since the last call are a slide's blocks; one not shown is forgotten."""
        if is_shown:
            self._ends.append(len(self._blocks))
        else:
            del self._blocks[self._ends[-1] if self._ends else 0 :]

    def block(self, slide: int, index: int) -> Place | None:
        """Where the key of a block stands, both counted from 0; None if there is none.

        Blocks in columns count behind their `columns`. Right for a slide without errors.
        """
        begin = self._ends[slide - 1] if slide else 0
        if begin + index >= self._ends[slide]:
            return None
        line, column = divmod(self._blocks[begin + index], 1 << 32)
        return Place(line + 1, column + 1)


class Reporter:
    """The problems found so far, each once, however often an alias repeats its place."""

    def __init__(
        self, path: str, text: str, files: Files | None = None, *, thorough: bool = False
    ) -> None:
        self.path = path
        self.has_invisible = not text.isascii() and INVISIBLE.search(text) is not None
        self.thorough = thorough
        """Whether to warn of what is right and may be meant otherwise, too."""
        self.text = text
        self.files = files or Files(None)
        self.slide: int | None = None
        self.problems: list[Diagnostic] = []
        self.slide_errors: list[Diagnostic] = []
        """Errors of the slide that is being read, those that an alias repeats included."""
        self.places = Places()
        self.ids: dict[str, Place] = {}
        self.texts = 0
        self.characters = 0
        """How many texts were read so far, aliases written out, and how long they are together."""
        self._known: set[tuple[Place, str, str]] = set()
        self._hostile = 0
        self._beyond = 0
        """Problems that were counted, not kept."""

    def report(
        self,
        where: Node | Place,
        code: str,
        severity: Severity = "error",
        *,
        keeps_slide: bool = False,
        **values: object,
    ) -> Fault:
        """Note a problem at `where`; returns FAULT, to be passed on in place of the value.

        `values` are the message's. `keeps_slide`: the slide is shown nevertheless, as it has
        something to show instead.
        """
        place = where if isinstance(where, Place) else place_of(where)
        problem = Diagnostic(
            path=self.path,
            place=place,
            code=code,
            values={name: _quotable(value) for name, value in values.items()},
            severity=severity,
            slide=self.slide,
        )
        if severity == "error" and not keeps_slide and len(self.slide_errors) < MOST_PROBLEMS:
            self.slide_errors.append(problem)
        same = (place, code, str(values.get("key", "")))
        if same not in self._known:
            if len(self.problems) >= MOST_PROBLEMS:
                self._beyond += 1
                return FAULT
            self._known.add(same)
            self.problems.append(problem)
        return FAULT

    def report_hostile(self, place: Place, character: str, code: str) -> bool:
        """Warn of a character that was made visible or left out; whether more are to be told."""
        self._hostile += 1
        if self._hostile <= MOST_HOSTILE:
            self.report(place, code, "warning", character=character)
        elif self._hostile == MOST_HOSTILE + 1:
            self.report(place, "hostile-more", "warning")
        return self._hostile <= MOST_HOSTILE

    def place_within(self, node: Node, offset: int) -> Place:
        """Where the character is written that stands `offset` behind the beginning of `node`."""
        begin = node.start_mark.index
        at = begin + offset
        line = node.start_mark.line + self.text.count("\n", begin, at) + 1
        return Place(line, at - self.text.rfind("\n", 0, at))

    def lines_of(self, node: Node) -> list[str]:
        """The lines of the text from that where `node` begins to that where it ends."""
        begin = self.text.rfind("\n", 0, node.start_mark.index) + 1
        end = self.text.find("\n", node.end_mark.index)
        return self.text[begin : end if end >= 0 else None].split("\n")

    def suggests(self) -> bool:
        """Whether a name is still to be looked for in place of a wrong one."""
        return len(self.problems) < MOST_SUGGESTED

    def finish(self) -> tuple[Diagnostic, ...]:
        """All problems in the order of their places, with a word about those not told."""
        self.slide = None
        problems = sorted(self.problems, key=lambda each: each.place)
        if self._beyond:
            last = problems[-1].place
            problems.append(
                Diagnostic(
                    path=self.path, place=last, code="more-problems", values={"more": self._beyond}
                )
            )
        return tuple(problems)


def _quotable(value: object) -> object:
    """`value` fit to be shown: text of the deck without control characters, on one line, short.

    A tuple is a list of words of our own, given whole.
    """
    if isinstance(value, tuple):
        return ", ".join(value)
    if not isinstance(value, str):
        return value
    line = without_needless(clean(" ".join(value[: 4 * LONGEST_VALUE].split())), "\ufffd")
    return line if len(line) <= LONGEST_VALUE else line[:LONGEST_VALUE] + "…"
