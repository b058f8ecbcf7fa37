"""A theme that there is not, or what is wrong in its file."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.commands.check.analyses.subject import Subject
from presenter.deck import Diagnostic
from presenter.deck.suggest import nearest
from presenter.deck.theme_files import is_path, own_themes
from presenter.typeset import themes


def theme_problems(subject: Subject) -> Iterator[Diagnostic]:
    """The problems of the theme's file, in it; an error if the deck's theme is unknown.

    The talk would be shown in another one. A file that cannot be had the loader has told of.
    """
    name = subject.deck.theme
    chosen = themes.choose(name, subject.theme)
    yield from chosen.problems
    if name == "auto" and not chosen.found:
        yield subject.about_key("theme", "theme-auto", "error")
    elif subject.theme is None and not chosen.found and not is_path(name):
        near = nearest(name, [*themes.names(), *own_themes()])
        yield subject.about_key("theme", "unknown-theme", "error", theme=name, near=near)
