"""The kinds of values that a deck's fields hold, beyond Python's own.

Each is an `Annotated` alias whose ``extra["as"]`` tells the loader (`convert`) and the schema how
the value is written; so a field says it once, by its type.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

Seconds = Annotated[float, Meta(extra={"as": "duration"})]
"""A length of time in seconds, written ``90s``, ``15m``, ``1h30m`` or ``12:30``."""

Percent = Annotated[int, Meta(extra={"as": "percent"})]
"""A share from 1 to 100, written ``60%``."""

LanguageTag = Annotated[str, Meta(extra={"as": "language"})]
"""A BCP 47 language tag: ``zh-Hans``."""

Name = Annotated[str, Meta(extra={"as": "name"})]
"""A name that cannot be taken for a slide's number: not all digits."""

Code = Annotated[str, Meta(extra={"as": "code"})]
"""The code of a warning: ``no-notes``."""

Cell = Annotated[str, Meta(extra={"as": "cell"})]
"""A text in a list that may have gaps: an item with nothing in it is the empty text."""

MOST_TEXT = 20_000
"""Characters of a text, if its field says nothing else: some ten full screens at 80x24."""

MOST_SOURCE = 100_000
"""Characters of code on one slide."""

Heading = Annotated[str, Meta(max_length=4_000, extra={"as": "heading"})]
"""Inline Markdown on a line of its own, or on several: a line feed is a break that is wanted."""

Prose = Annotated[str, Meta(max_length=MOST_TEXT, extra={"as": "prose"})]
"""Paragraphs of inline Markdown, parted by empty lines."""

Notes = Annotated[str, Meta(max_length=200_000, extra={"as": "notes"})]
"""Markdown with its lists, fences and the like."""

SourceCode = Annotated[str, Meta(max_length=MOST_SOURCE, extra={"as": "source"})]
"""Lines that stay as they are."""

Later = dict[str, Literal["key", "list", "mapping"]]
"""Keys that the format has and this version does not: the key itself, or a form of its value.

A Struct names its own in a class variable ``later``.
"""

LANGUAGE_TAG = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
"""The shape of a language tag, as a pattern both of Python and of JSON Schema."""

DIGITS = "[0-9０-９]+"
"""What a name cannot be."""

PERCENT = "([1-9][0-9]?|100) ?%"
