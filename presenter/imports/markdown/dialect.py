"""What makes a dialect of Markdown decks; `dialects` beside this is the table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from presenter.imports.markdown import commands, cutting
from presenter.imports.markdown.front_matter import FrontMatter
from presenter.imports.markdown.inline import Picture
from presenter.imports.markdown.slide_builder import SlideBuilder

Place = Literal["", "left", "right"]
"""Where a picture stands: in its place in the text, or beside all of the slide."""

Special = Callable[[SlideBuilder, str, int], bool]
"""Whether it reads the text at the index of a line as something of its tool's own."""

ReadPicture = Callable[[SlideBuilder, Picture, int], tuple[Picture, Place]]
"""A picture, at the index of a line, without what its words say to the tool; and its place."""

ReadFront = Callable[[SlideBuilder, FrontMatter, bool], None]
"""Reads a slide's own front matter; that of the first slide is the deck's, too."""


@dataclass(frozen=True)
class Dialect:
    """How a tool's decks are read.

    commands: what its comments may say. comments_are_notes: whether other comments are notes.
    title_slide: whether its front matter shows as a slide. setext_titles: whether underlined
    headings are the slides' titles. revealing: the list markers whose lists appear item by item.
    exact: whether texts are kept to the letter: our own export. The rest: what is read in a way
    of its own.
    """

    name: str
    cut: cutting.Cut
    commands: Mapping[str, commands.Command] = field(default_factory=dict)
    comments_are_notes: bool = False
    title_slide: bool = False
    setext_titles: bool = False
    revealing: str = ""
    exact: bool = False
    own_comment: Special | None = None
    own_paragraph: Special | None = None
    own_picture: ReadPicture | None = None
    own_front: ReadFront | None = None

    def comment(self, slide: SlideBuilder, text: str, line: int) -> bool:
        """Whether the comment `text` is read; else it is the writer's own."""
        if commands.obey(self.commands, slide, text, line):
            return True
        if self.own_comment and self.own_comment(slide, text, line):
            return True
        if self.comments_are_notes:
            commands.note(slide, text.strip(), line)
        return self.comments_are_notes

    def paragraph(self, slide: SlideBuilder, text: str, line: int) -> bool:
        """Whether the paragraph `text` is no text but a command."""
        return self.own_paragraph is not None and self.own_paragraph(slide, text, line)

    def picture(self, slide: SlideBuilder, picture: Picture, line: int) -> tuple[Picture, Place]:
        """`picture` without what its words say to the tool, and its place."""
        return self.own_picture(slide, picture, line) if self.own_picture else (picture, "")

    def front(self, slide: SlideBuilder, front: FrontMatter, *, first: bool) -> None:
        """What a slide's own front matter says of it; that of the `first` is the deck's, too."""
        if self.own_front:
            self.own_front(slide, front, first)

    def reveals_list(self, marker: str) -> bool:
        """Whether a list with this marker appears item by item."""
        return bool(marker) and marker in self.revealing
