"""The theme that ``--theme`` names: a built-in one, one of the reader's own, or a file."""

from __future__ import annotations

from pathlib import Path

from presenter.commands.errors import CommandError
from presenter.deck import Loaded
from presenter.deck.source import Source, UnreadableError, read_source
from presenter.deck.suggest import nearest
from presenter.deck.theme_files import is_path, own_theme, own_themes
from presenter.typeset import themes
from presenter.typeset.themes import Chosen
from presenter.words import Words, locale_language


def theme_names() -> list[str]:
    """The names of all themes, the reader's own at the end: they go before others of their name."""
    own = own_themes()
    return [*(name for name in themes.names() if name not in own), *own]


def theme_source(name: str) -> Source | None:
    """The file of the theme that `name` names, if it has one; on the command line any path will do.

    Raises CommandError if it cannot be read, or there is no theme of that name.
    """
    path = Path(name) if is_path(name) else own_theme(name)
    if path is None:
        if themes.find(name) is None:
            raise CommandError("no-such-theme", theme=name, near=nearest(name, theme_names()))
        return None
    try:
        return read_source(path)
    except OSError as error:
        raise CommandError("theme-unreadable", path=path, why=error.strerror or error) from None
    except UnreadableError:
        raise CommandError("theme-not-text", path=path) from None


def theme_named(name: str) -> Chosen:
    """The theme that `name` names, with what is wrong in its file. Raises CommandError as above."""
    return themes.choose(name, theme_source(name))


def sound_theme_source(name: str) -> Source | None:
    """The same as `theme_source`; for a theme with errors CommandError is raised, too."""
    source = theme_source(name)
    for problem in themes.choose(name, source).problems:
        if problem.severity == "error":
            message = problem.message(Words(locale_language()))
            raise CommandError(
                "theme-errors", position=problem.position(), message=message, theme=name
            )
    return source


def chosen_theme(name: str, loaded: Loaded) -> Chosen:
    """The theme that `name` names, else the deck's own. Raises CommandError as above."""
    if name or loaded.deck is None:
        return themes.choose(name, sound_theme_source(name) if name else None)
    return themes.choose(loaded.deck.theme, loaded.theme)
