"""Looking a text up and filling it in."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from presenter.words.language import (
    LabelLanguage,
    Language,
    interface_language,
    label_language_of,
)

_SURFACES = {
    "talk": "stage keys overview search notes clock reload edit link console",
    "command_line": "command_line",
    "usage": "usage",
    "reports": "check doctor rehearsal making samples",
    "labels": "parts blocks",
    "outputs": "handout scripts html share",
    "imports": "imports",
    "problems": "problems",
}
"""The modules of this package and their topics, each of which is a table there, in capitals."""

MODULES = {topic: module for module, topics in _SURFACES.items() for topic in topics.split()}


class Text(NamedTuple):
    """One text of the interface in both languages; ``{name}`` is filled in by `Words`."""

    en: str
    zh: str


class Label(NamedTuple):
    """A text of ours that stands on slides, in every language that has its own, else English."""

    en: str
    zh: str
    zh_hant: str
    ja: str
    ko: str


class Name(str):
    """A value that is itself the key of a text: it is said in the language of what it stands in."""


class Words:
    """The texts for one language: ``words("parts.point", number=3, of=5)``.

    language: of the interface; labels: of what stands on slides, if that is another.
    """

    def __init__(self, labels: LabelLanguage) -> None:
        self.language: Language = interface_language(labels)
        self.labels: LabelLanguage = labels

    @classmethod
    def of(cls, tag: str | None) -> Words:
        """Those for a BCP 47 tag; none, or an empty one, means: ask the locale."""
        return cls(label_language_of(tag))

    def __call__(self, name: str, /, **values: object) -> str:
        """The text called ``topic.key``, `values` filled in. Raises KeyError if there is none."""
        topic, _, key = name.partition(".")
        row = table(topic)[key]
        text: str = getattr(row, self.labels if isinstance(row, Label) else self.language)
        said = {key: self(of) if isinstance(of, Name) else of for key, of in values.items()}
        return text.format_map(said)


def table(topic: str) -> dict[str, Text | Label]:
    """The texts of `topic` by their keys; its module is imported now. KeyError if there is none."""
    found: dict[str, Text | Label] = getattr(
        import_module(f"presenter.words.{MODULES[topic]}"), topic.upper()
    )
    return found
