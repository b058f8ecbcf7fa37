"""A theme that there is not."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject
from presenter.deck import Diagnostic
from presenter.deck.suggest import nearest
from presenter.typeset import themes


def unknown_theme(subject: Subject) -> Iterator[Diagnostic]:
    """An error if the deck's theme is unknown: the talk would be shown in another one."""
    name = subject.deck.theme
    if name and themes.find(name) is None:
        near = nearest(name, themes.names())
        yield subject.about_key("theme", "unknown-theme", "error", theme=name, near=near)
