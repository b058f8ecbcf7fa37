"""What a slide must look like: the very picture that `presenter.render` makes of it.

It is made in a process of its own, as the talk's is: in this one, tests hide the system's fonts.
"""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Self

from PIL import Image, ImageChops

from presenter.content import resolve
from presenter.deck import load_deck

SAME = 2
"""How far a channel of a pixel may be off, of 255, where every colour can be shown: a terminal
that draws by floating-point numbers rounds them."""

NEAR, MOST_OFF = 40, 0.0001
"""Where 64 colours stand for all, a pixel is off if a channel is by more than `NEAR`: the encoder
takes what is up to 32 off, and sixels tell colours in hundredths. This part of them may be off; two
steps of a list differ in thirty times as many."""


_DRAW = """
import sys, tempfile
from pathlib import Path
from presenter.deck import load_deck
from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.stops import PictureLook
from presenter.typeset.themes import find
deck = load_deck(Path(sys.argv[1])).deck
with tempfile.TemporaryDirectory() as folder:
    workspace = Workspace(Path(folder))
    for line in sys.stdin:
        theme, *numbers = line.split()
        width, height, slide, step, page = map(int, numbers)
        look = PictureLook(find(theme), width, height, None, deck.lang)
        png = DeckPictures(deck, look, workspace).draw(slide - 1, step)[page]
        sys.stdout.buffer.write(b"%d\\n%s" % (len(png), png))
        sys.stdout.flush()
"""


class Expected:
    """The pictures of a deck; use it in a ``with`` statement."""

    def __init__(self, deck: Path) -> None:
        loaded = load_deck(deck).deck
        assert loaded is not None
        self.deck = loaded
        self._drawn = lru_cache(None)(self._draw)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _DRAW, str(deck)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def last_step(self, slide: int) -> int:
        """At which step the slide of this number shows all that it has."""
        return resolve(self.deck, slide - 1, None, self.deck.lang).steps[-1]

    def picture(
        self, size: tuple[int, int], slide: int, step: int = 0, page: int = 0, theme: str = "ink"
    ) -> Image.Image:
        """The slide of this number, from 1, at `size`, in pixels."""
        return self._drawn(theme, *size, slide, step, page)

    def _draw(self, theme: str, *numbers: int) -> Image.Image:
        asked, drawn = self._process.stdin, self._process.stdout
        assert asked is not None
        assert drawn is not None
        asked.write(f"{theme} {' '.join(map(str, numbers))}\n".encode())
        asked.flush()
        length = int(drawn.readline())
        return Image.open(BytesIO(drawn.read(length))).convert("RGB")


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
