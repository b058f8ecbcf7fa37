"""What a slide must look like: the very picture that `presenter.render` makes of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from presenter.content import resolve
from presenter.deck import load_deck
from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.stops import Look
from presenter.typeset.themes import Theme, find

SAME = 2
"""How far a channel of a pixel may be off, of 255, where every colour can be shown: a terminal
that draws by floating-point numbers rounds them."""

NEAR, MOST_OFF = 40, 0.0001
"""Where 64 colours stand for all, a pixel is off if a channel is by more than `NEAR`: the encoder
takes what is up to 32 off, and sixels tell colours in hundredths. This part of them may be off; two
steps of a list differ in thirty times as many."""


class Expected:
    """The pictures of a deck."""

    def __init__(self, deck: Path, folder: Path) -> None:
        """`folder`: where Typst may read."""
        loaded = load_deck(deck).deck
        assert loaded is not None
        self.deck = loaded
        self._workspace = Workspace(folder)

    def last_step(self, slide: int) -> int:
        """At which step the slide of this number shows all that it has."""
        return resolve(self.deck, slide - 1, None, self.deck.lang).steps[-1]

    def picture(
        self, size: tuple[int, int], slide: int, step: int = 0, page: int = 0, theme: str = "ink"
    ) -> Image.Image:
        """The slide of this number, from 1, at `size`, in pixels."""
        look = Look(_theme(theme), *size, None, self.deck.lang)
        pages = DeckPictures(self.deck, look, self._workspace).draw(slide - 1, step)
        return Image.open(BytesIO(pages[page])).convert("RGB")


def off(seen: Image.Image, expected: Image.Image, by: int) -> float:
    """Which part of the pixels is off by more than `by` in a channel; 1 for another size."""
    if seen.size != expected.size:
        return 1.0
    red, green, blue = ImageChops.difference(seen, expected).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    histogram = most.histogram()
    return sum(histogram[by + 1 :]) / sum(histogram)


def alike(seen: Image.Image, expected: Image.Image, *, exact: bool) -> bool:
    """Whether a terminal shows that picture; `exact` if it can show every colour."""
    return off(seen, expected, SAME) == 0 if exact else off(seen, expected, NEAR) <= MOST_OFF


def _theme(name: str) -> Theme:
    found = find(name)
    assert found is not None
    return found
