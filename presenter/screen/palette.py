"""What the palette offers: every command, every slide, every theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presenter.content import part_label
from presenter.deck import Slide
from presenter.deck.characters import on_one_line
from presenter.screen.commands import Command
from presenter.screen.key_names import key_name
from presenter.screen.menu import Choice
from presenter.typeset import PageOptions
from presenter.words import Words


def choices(
    commands: Iterable[Command],
    slides: Sequence[Slide],
    themes: Iterable[str],
    words: Words,
    setting: PageOptions,
) -> Iterator[Choice]:
    """All of it in this order; a choice's value is a `Command`, a slide's index, a theme's name."""
    for command in commands:
        if command.palette:
            keys = "  ".join(key_name(key, words) for key in command.keys)
            yield Choice(words(f"keys.command.{command.name}"), keys, command)
    places = len(str(len(slides)))
    for index, slide in enumerate(slides):
        title = on_one_line(slide.title) or words("stage.palette.untitled")
        number = f"{index + 1:>{places}}"
        part = part_label(slide.part, setting.words)
        yield Choice(f"{number}  {title}", part, index, index + 1, part)
    for name in themes:
        yield Choice(words("stage.theme", name=name), "", name)


__all__ = ["choices"]
