"""A talk as data: the deck, its slides and their parts.

The written fields, with their descriptions, are declared here once; the loader, the JSON Schema
and the documentation read them. What the loader adds (parts, places, problems) is declared beside
them in the subclasses.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from presenter.deck.blocks import Blocks
from presenter.deck.diagnostics import Diagnostic, Place
from presenter.deck.fields import Code, Heading, LanguageTag, Later, Name, Notes, Seconds

PartKind = Literal["introduction", "point", "conclusion", "slide"]
Layout = Literal["default", "cover", "section", "center"]


class Part(Struct, frozen=True):
    """Where in the outline a slide stands: its part, and for points which one of how many."""

    kind: PartKind = "slide"
    number: int = 0
    of: int = 0


class WrittenSlide(Struct, frozen=True, kw_only=True):
    """What is written in a slide; all of it may be left out."""

    later: ClassVar[Later] = {
        "include": "key",
        "align": "key",
        "footer": "key",
        "logo": "key",
        "background": "key",
    }

    title: Annotated[Heading, Meta(description="The heading: the point of the slide.")] = ""
    subtitle: Annotated[Heading, Meta(description="A line under the heading.")] = ""
    id: Annotated[Name, Meta(description="A name for --start and links; not all digits.")] = ""
    notes: Annotated[Notes, Meta(description="What only the speaker sees. Markdown.")] = ""
    time: Annotated[
        Seconds | None, Meta(description="Planned length of this slide: 90s, 2m, 1:30.")
    ] = None
    reveal: Annotated[
        bool | None, Meta(description="Whether lists appear item by item on this slide.")
    ] = None
    layout: Annotated[Layout | None, Meta(description="How the slide is arranged.")] = None
    hidden: Annotated[bool, Meta(description="Left out of the talk and of every export.")] = False
    ignore: Annotated[
        tuple[Code, ...], Meta(description="Warnings that check is not to give for this slide.")
    ] = ()
    content: Blocks = ()


class Slide(WrittenSlide, frozen=True, kw_only=True):
    """One slide: what is written, plus where it stands."""

    part: Part = Part()
    place: Place = Place()
    """Where its mapping begins."""
    problems: tuple[Diagnostic, ...] = ()
    """Errors in this slide; where there are any, the stage shows them instead of the slide."""


class DeckHead(Struct, frozen=True, kw_only=True):
    """What a deck says about itself."""

    later: ClassVar[Later] = {
        "author": "list",
        "theme": "mapping",
        "footer": "key",
        "logo": "key",
        "background": "key",
    }

    title: Annotated[Heading, Meta(description="The talk's title.")]
    subtitle: Annotated[Heading, Meta(description="A line under the title.")] = ""
    author: Annotated[str, Meta(description="Who speaks.")] = ""
    date: Annotated[str, Meta(description="When; shown as it is written.")] = ""
    lang: Annotated[
        LanguageTag,
        Meta(description="BCP 47: rules of line breaking, language of labels and interface."),
    ] = ""
    theme: Annotated[str, Meta(description="A theme's name, or a path to a theme file.")] = ""
    time: Annotated[Seconds | None, Meta(description="Planned length of the talk: 15m.")] = None
    reveal: Annotated[bool, Meta(description="Whether lists appear item by item.")] = False
    ignore: Annotated[
        tuple[Code, ...], Meta(description="Warnings that check is not to give for this deck.")
    ] = ()


class Deck(DeckHead, frozen=True, kw_only=True):
    """A talk: its head and its visible slides in order, at least one; hidden ones are not here."""

    slides: tuple[Slide, ...]
