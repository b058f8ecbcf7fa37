"""Looking a text up and filling it in."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from presenter.words.language import Language

_SURFACES = {
    "talk": "stage keys overview search notes clock reload edit link console",
    "command_line": "command_line",
    "usage": "usage",
    "reports": "check doctor rehearsal making samples",
    "outputs": "parts blocks handout html share",
    "imports": "imports",
    "problems": "problems",
}
"""The modules of this package and their topics, each of which is a table there, in capitals."""

MODULES = {topic: module for module, topics in _SURFACES.items() for topic in topics.split()}


class Text(NamedTuple):
    """One text of the interface in both languages; ``{name}`` is filled in by `Words`."""

    en: str
    zh: str


class Words:
    """The interface's texts in one language: ``words("parts.point", number=3, of=5)``."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __call__(self, name: str, /, **values: object) -> str:
        """The text called ``topic.key``, `values` filled in. Raises KeyError if there is none."""
        topic, _, key = name.partition(".")
        text: str = getattr(table(topic)[key], self.language)
        return text.format_map(values)


def table(topic: str) -> dict[str, Text]:
    """The texts of `topic` by their keys; its module is imported now. KeyError if there is none."""
    found: dict[str, Text] = getattr(
        import_module(f"presenter.words.{MODULES[topic]}"), topic.upper()
    )
    return found
