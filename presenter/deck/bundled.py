"""Finding the decks that come with presenter: a sample talk in each language of the interface."""

from __future__ import annotations

from pathlib import Path

from presenter.words import Language

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_deck(language: Language = "zh") -> Path:
    """The sample talk in `language`.

    The Chinese one is the ``slides.yaml`` at the top of a checkout; a wheel carries it beside the
    English one, inside the package.
    """
    inside = _PACKAGE / "samples" / f"{language}.yaml"
    return inside if inside.exists() else _PACKAGE.parent / "slides.yaml"
