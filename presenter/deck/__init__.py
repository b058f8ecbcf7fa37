"""The outline: YAML in, a `Deck` and its diagnostics out. Knows no sizes, styles or Textual."""

from presenter.deck.diagnostics import Diagnostic, Place, Severity
from presenter.deck.load import Loaded, load_deck, load_source
from presenter.deck.model import Deck, Part, Slide

__all__ = [
    "Deck",
    "Diagnostic",
    "Loaded",
    "Part",
    "Place",
    "Severity",
    "Slide",
    "load_deck",
    "load_source",
]
