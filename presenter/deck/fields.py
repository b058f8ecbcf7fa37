"""The kinds of values that a deck's fields hold, beyond msgspec's own.

Each is an `Annotated` alias whose ``extra["as"]`` tells the loader and the schema how the value is
written; so a field says it once, by its type.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Seconds = Annotated[float, Meta(extra={"as": "duration"})]
"""A length of time in seconds, written ``90s``, ``15m``, ``1h30m`` or ``12:30``."""
