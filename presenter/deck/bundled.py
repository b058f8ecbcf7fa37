"""Finding the deck that comes with presenter."""

from __future__ import annotations

from pathlib import Path


def bundled_deck() -> Path:
    """The bundled ``slides.yaml``: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "slides.yaml"
    return inside if inside.exists() else package.parent / "slides.yaml"
