"""Pieces of our own outline inside a Markdown deck, read by the outline's own loader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from presenter.deck import Slide, load_source
from presenter.deck.blocks import BLOCKS, Block
from presenter.deck.model import DeckHead
from presenter.deck.source import Source
from presenter.deck.writing import Node, write
from presenter.deck.writing.blocks import struct_entries


def read_head(lines: Sequence[str]) -> DeckHead | None:
    """What a deck says about itself in these `lines` of YAML; None if they have an error."""
    own = [line for line in lines if not line.startswith("presenter:")]
    loaded = load_source(Source("", "\n".join([*own, "slides: [x]"])))
    if loaded.deck is None or any(problem.severity == "error" for problem in loaded.problems):
        return None
    return DeckHead(**{name: getattr(loaded.deck, name) for name in DeckHead.__struct_fields__})


def read_slide(yaml: str, folder: Path | None) -> Slide | None:
    """The slide whose mapping is `yaml`, lines without indentation; None if it has an error."""
    text = "title: x\nslides:\n- " + yaml.replace("\n", "\n  ")
    loaded = load_source(Source("", text, folder))
    if loaded.deck is None or len(loaded.deck.slides) != 1:
        return None
    (slide,) = loaded.deck.slides
    return None if slide.problems else slide


def read_block(yaml: str, folder: Path | None) -> Block | None:
    """The only block that `yaml` gives with its key; None if it has an error."""
    slide = read_slide(yaml, folder)
    return slide.content[0] if slide and len(slide.content) == 1 else None


def with_fields(block: Block, fields: str, folder: Path | None) -> Block | None:
    """`block` with more `fields`, a YAML mapping between braces; None if they do not fit."""
    entries = struct_entries(block, BLOCKS[block.key])
    changed = _merged(block.key, fields, entries, folder)
    if changed is None and "source" in entries:  # code from a file has no source of its own
        entries.pop("source")
        changed = _merged(block.key, fields, entries, folder)
    return changed


def _merged(key: str, fields: str, entries: dict[str, Node], folder: Path | None) -> Block | None:
    lines = write(entries, 2)
    return read_block("\n".join([f"{key}:", f"  <<: {fields}", *lines]), folder)
