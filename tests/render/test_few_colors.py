"""Pictures in few colours: where they are flat, and so that nobody sees it."""

from __future__ import annotations

from io import BytesIO
from typing import cast

import pytest
from PIL import Image, ImageChops, ImageDraw

from presenter.render.few_colors import COLORS, FewColors, smaller
from tests.drawings import noise

GROUND, TEXT, ACCENT = (20, 23, 28), (232, 230, 223), (192, 57, 43)


def slide() -> Image.Image:
    """Round shapes with soft edges, as letters have, and a bar."""
    large = Image.new("RGB", (1600, 900), GROUND)
    draw = ImageDraw.Draw(large)
    for number in range(24):
        x, y = 100 + number % 12 * 110, 100 + number // 12 * 120
        draw.ellipse((x, y, x + 60 + number, y + 70), outline=TEXT, width=11)
    draw.rectangle((0, 860, 700, 900), fill=ACCENT)
    return large.resize((400, 225), Image.Resampling.BOX)


def png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.convert("RGBA").save(file, "PNG")
    return file.getvalue()


def furthest(one: Image.Image, other: Image.Image) -> int:
    extrema = ImageChops.difference(one, other).getextrema()
    return max(high for _, high in cast("tuple[tuple[int, int], ...]", extrema))


def test_a_flat_slide_takes_half_and_looks_the_same() -> None:
    before = png(slide())
    after = smaller(before, FewColors())
    assert len(after) < len(before) / 2
    found = Image.open(BytesIO(after))
    assert found.mode == "P"
    seen = found.convert("RGB")
    assert len(seen.getcolors() or ()) <= COLORS
    assert furthest(seen, slide()) <= 40
    for place in ((0, 0), (399, 0), (200, 5), (10, 221)):
        assert seen.getpixel(place) == slide().getpixel(place)


def shade() -> Image.Image:
    return Image.linear_gradient("L").resize((400, 225)).convert("RGB")


@pytest.mark.parametrize("photograph", [noise(200, 120), shade().crop((0, 0, 200, 120))])
def test_photographs_and_shades_stay_as_they_are(photograph: Image.Image) -> None:
    image = slide()
    image.paste(photograph, (50, 50))
    before = png(image)
    assert smaller(before, FewColors()) is before


def test_the_next_slide_has_the_palette_of_the_one_before() -> None:
    few = FewColors()
    smaller(png(slide()), few)
    first = few.palette
    smaller(png(slide().transpose(Image.Transpose.FLIP_LEFT_RIGHT)), few)
    assert few.palette is first


@pytest.mark.parametrize("left", range(18, 22))
def test_a_rule_keeps_its_colour_though_the_palette_before_has_one_near_it(left: int) -> None:
    gold, near = (232, 194, 122), (206, 180, 150)
    few = FewColors()
    few.reduced(striped(near, left))
    assert few.reduced(striped(gold, left)).convert("RGB").getpixel((left + 2, 66)) == gold
    # What was needed once is there for the next.
    before = few.palette
    assert few.reduced(striped(near, left)).convert("RGB").getpixel((left + 2, 66)) == near
    assert few.palette is before


def striped(color: tuple[int, int, int], left: int) -> Image.Image:
    """A band with a rule of a thousandth of the whole: a column or two in a quarter of it."""
    image = Image.new("RGB", (400, 225), GROUND)
    image.paste(ACCENT, (0, 40, 400, 120))
    image.paste(color, (left, 60, left + 6, 76))
    return image
