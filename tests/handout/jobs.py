"""Jobs of exporting whole decks, or some of their slides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from presenter.deck import load_deck, load_source
from presenter.deck.source import decode
from presenter.handout.export_job import ExportJob
from presenter.typeset import PageOptions
from presenter.typeset.themes import OURS

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "slides.yaml"
GALLERY = ROOT / "docs" / "gallery.yaml"


def select(
    source: str | Path,
    *,
    theme: str = "ink",
    notes: bool = False,
    steps: bool = False,
    indexes: Sequence[int] | None = None,
    warn: Callable[..., None] | None = None,
) -> ExportJob:
    """All slides of a deck, or those at `indexes`; the deck is a file, or YAML itself."""
    if isinstance(source, Path):
        loaded = load_deck(source)
    else:
        loaded = load_source(decode(source.encode(), "talk.yaml"))
    assert loaded.deck is not None, loaded.problems
    deck = loaded.deck
    chosen = ExportJob(
        deck=deck,
        indexes=tuple(indexes if indexes is not None else range(len(deck.slides))),
        setting=PageOptions(80, 24, deck.lang),
        theme=OURS[theme],
        notes=notes,
        steps=steps,
        warn=warn or _fail,
    )
    return chosen


def _fail(key: str, **values: object) -> None:
    raise AssertionError((key, values))
