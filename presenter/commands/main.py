"""``presenter``: the command that is named first, else the one that presents."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("deck", required=False, type=click.Path(path_type=Path))
def main(deck: Path | None) -> None:
    """Present DECK in this terminal."""
    from presenter.deck import load_deck
    from presenter.deck.bundled import bundled_deck
    from presenter.stage.app import Stage

    loaded = load_deck(deck or bundled_deck())
    assert loaded.deck is not None
    Stage(loaded.deck).run()
