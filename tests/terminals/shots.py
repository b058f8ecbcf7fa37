"""``python -m tests.terminals.shots``: the READMEs' pictures, taken of a real kitty.

Each is what the window shows once the slide's picture is on it; then with few colours, to be small.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from presenter.deck.source import bundled_deck
from tests.terminals.expected import Expected
from tests.terminals.kinds import KINDS
from tests.terminals.talk import Talk
from tests.terminals.window import Window

_ROOT = Path(__file__).parents[2]
_PICTURES = _ROOT / "docs" / "pictures"
_COLORS = 128


class Shot(NamedTuple):
    """A slide, by its number, of a deck in a theme, with all that it reveals."""

    deck: Path
    slide: int
    theme: str = "ink"


_GALLERY = _ROOT / "docs" / "gallery.yaml"
_ZH, _EN = bundled_deck("zh"), bundled_deck("en")

SHOTS = {
    "cover-en": Shot(_EN, 1),
    "chart-en": Shot(_EN, 3, "paper"),
    "code-en": Shot(_GALLERY, 11, "board"),
    "cover-zh": Shot(_ZH, 1),
    "list-zh": Shot(_ZH, 4, "vermilion"),
    "chart-zh": Shot(_GALLERY, 23, "paper"),
}
"""By the names of their files."""


def main() -> None:
    _PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="shots-") as own,
        Window(KINDS["kitty"], Path(own)) as window,
    ):
        for name, shot in SHOTS.items():
            picture = _taken(window, shot, Path(own) / name)
            small = picture.quantize(_COLORS, dither=Image.Dither.NONE)
            small.save(_PICTURES / f"{name}.png", optimize=True)


def _taken(window: Window, shot: Shot, folder: Path) -> Image.Image:
    """What the window's cells look like with this slide on them."""
    with Expected(shot.deck) as expected:
        talk = Talk(window, expected, shot.deck, "--theme", shot.theme)
        talk.theme = shot.theme
        talk.sees(1)
        talk.keys(*str(shot.slide), "Return")
        last = expected.last_step(shot.slide)
        talk.keys(*["Right"] * last)
        talk.sees(shot.slide, last)
        picture = window.still()
        talk.end()
    return window.crop(picture)


if __name__ == "__main__":
    main()
