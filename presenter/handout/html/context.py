"""What the blocks of one slide are written with: words, steps, and rules of style of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from presenter.typeset import Setting


class Rules:
    """Rules that single elements need, as classes: style attributes would need a laxer policy."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, declarations: str) -> str:
        """The class whose elements have these CSS `declarations`."""
        return self._names.setdefault(declarations, f"r{len(self._names)}")

    @property
    def css(self) -> str:
        """All the rules."""
        return "".join(f".{name}{{{text}}}" for text, name in self._names.items())


@dataclass
class Context:
    """One slide on its way to HTML.

    steps: whether what appears step by step is marked with its step, as `data-step`. private:
    whether nothing but what the audience is to see may be told, not even where an error is.
    reveal: whether the block at hand appears piece by piece. last: the last step counted so far;
    they are counted as the typesetter does, so that they are the stage's.
    """

    setting: Setting
    steps: bool
    private: bool
    rules: Rules = field(default_factory=Rules)
    reveal: bool = False
    last: int = 0

    def step(self) -> str:
        """The attribute of what appears by a step of its own; nothing where nothing does."""
        if not self.reveal:
            return ""
        self.last += 1
        return f' data-step="{self.last}"' if self.steps else ""

    @contextmanager
    def within(self) -> Iterator[None]:
        """What is written now stands in something that appears as a whole."""
        before, self.reveal = self.reveal, False
        yield
        self.reveal = before
