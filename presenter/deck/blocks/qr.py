"""The ``qr`` block: a code for the phones of the audience, and what it says in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta, structs

from presenter.deck.blocks.block import Block

if TYPE_CHECKING:
    from presenter.deck.reporter import Fault
    from presenter.deck.written import Written

MOST_BYTES = 2953
"""What the largest code holds. Source: ISO/IEC 18004, table 7 (version 40-L, byte mode)."""


class Qr(Block, frozen=True, kw_only=True):
    """A QR code, with its text below to be read and copied."""

    key: ClassVar[str] = "qr"
    shorthand: ClassVar[str] = "text"

    text: Annotated[str, Meta(description="What the code says: an address, as a rule.")]
    label: Annotated[str, Meta(description="What it leads to. Inline Markdown.")] = ""

    def completed(self, written: Written) -> Block | Fault:
        """The block with its text trimmed; FAULT if no code can hold that."""
        text = self.text.strip()
        size = len(text.encode())
        if not 1 <= size <= MOST_BYTES:
            return written.report("text", "qr-length", bytes=size, most=MOST_BYTES)
        return structs.replace(self, text=text)
