"""Looking a text up and filling it in."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from presenter.words.language import Language


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
        texts: dict[str, Text] = import_module(f"presenter.words.{topic}").TEXTS
        text: str = getattr(texts[key], self.language)
        return text.format_map(values)
