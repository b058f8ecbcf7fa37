"""Pictures in few colours: where a slide's are few, nobody sees a difference, and it takes less.

Slides of one deck have most of their colours in common. Those of areas stay as they are, as the
eye compares them from slide to slide; for the others the nearest of a palette do, or do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import cast

from PIL import Image, ImageChops, ImageStat

COLORS = 64
"""Of 16 the background would not be the theme's; of 256 a screen takes three times as long."""

_EXACT = 8
"""So many of a picture's commonest colours are in its palette as they are."""

_AREA = 20
"""The part of a picture that makes a colour common: one of so many pixels."""

_RULE = 2000
"""The part of a picture that makes a colour that of a rule, a bar or a letter, none between it and
its ground: one of so many pixels. What is near to it would do for those, but is seen there.
"""

_KEPT = 32
"""So many such colours are in a palette, those of earlier pictures among them."""

_MARKED = 12
"""So many of a picture's, the commonest, are looked at."""

_LIKE = 12
"""How far the red, green and blue of such a colour may be from a palette's."""

_APART = 8
"""How far a colour must be from a common one. Pillow looks for the nearest colour in steps of 4,
and would take another for an area's.
"""

_NEAR, _NEAR_ON_AVERAGE = 40, 0.8
"""How far off a pixel's red, green and blue may be, of 255; else the palette lacks a colour."""

_FAR = [int(value > _NEAR) for value in range(256)] * 3
"""By red, green and blue: whether one that is so much off is too far off."""

_STRIP = 64
"""Rows of pixels that are looked at together."""

_GENTLE, _GENTLE_SLOPE = 0.01, 5
"""The part of a picture whose pixels differ from the one beside them by less than that: of text and
flat shapes there are hardly any, in photographs and shades, which would show bands, many.
"""

_NEAREST = Image.Resampling.NEAREST

Color = tuple[int, int, int]


class FewColors:
    """Reduces pictures one after the other. They are opaque, in red, green and blue."""

    def __init__(self, most: int = COLORS) -> None:
        """`most`: colours that may be taken where `COLORS` do not do; at least as many."""
        self._most = most
        self.palette = Palette(())
        """That of the last picture."""
        self._rules: list[Color] = []
        """Of the last pictures, the latest first: what has one once has it again."""

    def near(self, image: Image.Image) -> Image.Image | None:
        """`image` in so few colours that none is far off; None if that cannot be."""
        found = self.reduced(image)
        is_near = _is_near(_quarter(found), _quarter(image)) and not _is_far_anywhere(found, image)
        return found if is_near else None

    def reduced(self, image: Image.Image) -> Image.Image:
        """`image` in colours of the palette before, if they do, else of one of its own."""
        quarter = _quarter(image)
        common, rules = _common(image), _rules(quarter)
        if self.palette.holds(common) and self.palette.has_like(rules):
            found = self._applied_if_near(image, quarter)
            if found is not None:
                return found
        self._rules = list(dict.fromkeys([*rules, *self._rules]))[:_KEPT]
        for rule in self._rules:
            if all(_off_by(rule, each) > _LIKE for each in common):
                common.append(rule)
        half = _halved(image)
        few = _mixed(half, COLORS - len(common))
        self.palette = Palette(common, few)
        found = self._applied_if_near(image, quarter)
        if found is not None:
            return found
        # There are more colours, or a thin line has been missed.
        rest = max(0, self._most - len(common) - len(few))
        more = _colors(_halved(half).quantize(rest, Image.Quantize.MEDIANCUT)) if rest else []
        if more:
            self.palette = Palette(common, few + more)
            found = self.palette.applied(image)
            if not _is_far_anywhere(found, image):
                return found
        self.palette = Palette(common, _mixed(image, COLORS - len(common)) + more)
        return self.palette.applied(image)

    def _applied_if_near(self, image: Image.Image, quarter: Image.Image) -> Image.Image | None:
        """`image` in colours of the palette, if they do; `quarter`: a part of it, tried first."""
        if not _is_near(self.palette.applied(quarter), quarter):
            return None
        found = self.palette.applied(image)
        return None if _is_far_anywhere(found, image) else found


class Palette:
    """Colours by their number."""

    def __init__(self, common: Sequence[Color], others: Iterable[Color] = ()) -> None:
        apart = (color for color in others if all(_apart(color, each) for each in common))
        self.colors = list(dict.fromkeys([*common, *apart]))
        self._known = frozenset(self.colors)
        self._image = Image.new("P", (1, 1))
        self._image.putpalette([value for color in self.colors for value in color])

    def holds(self, colors: Iterable[Color]) -> bool:
        """Whether it has all of these as they are."""
        return bool(self._known) and self._known.issuperset(colors)

    def has_like(self, colors: Iterable[Color]) -> bool:
        """Whether it has what nobody tells from these."""
        return all(any(_off_by(one, own) <= _LIKE for own in self.colors) for one in colors)

    def applied(self, image: Image.Image) -> Image.Image:
        """`image`, each pixel in the nearest of these colours."""
        return image.quantize(palette=self._image, dither=Image.Dither.NONE)


def smaller(png: bytes, few: FewColors) -> bytes:
    """The picture, opaque, in few colours if they do and take less; else as it is."""
    image = Image.open(BytesIO(png)).convert("RGB")
    found = None if _is_shaded(image) else few.near(image)
    if found is None:
        return png
    file = BytesIO()
    found.save(file, "PNG", compress_level=6)
    return min(png, file.getvalue(), key=len)


def _is_shaded(image: Image.Image) -> bool:
    """Whether it has photographs in it, or colours that run into one another."""
    gray = image.convert("L")
    across, down = (
        ImageChops.difference(gray, ImageChops.offset(gray, *by)) for by in ((1, 0), (0, 1))
    )
    slopes = ImageChops.lighter(across, down).histogram()
    return sum(slopes[1:_GENTLE_SLOPE]) > _GENTLE * gray.width * gray.height


def _common(image: Image.Image) -> list[Color]:
    """The colours of areas."""
    sample = image.resize((min(image.width, 64), min(image.height, 64)), _NEAREST)
    counts = sorted(sample.getcolors(64 * 64) or (), reverse=True)
    least = sample.width * sample.height // _AREA
    found: list[Color] = []
    for color in (cast("Color", color) for count, color in counts[:_EXACT] if count >= least):
        if all(_apart(color, each) for each in found):
            found.append(color)
    return found


def _rules(quarter: Image.Image) -> list[Color]:
    """The colours of what is no edge, the commonest first."""
    size = quarter.width * quarter.height
    counts = sorted(quarter.getcolors(size) or (), reverse=True)[:_MARKED]
    return [cast("Color", color) for count, color in counts if count * _RULE >= size]


def _mixed(image: Image.Image, most: int) -> list[Color]:
    return _colors(image.quantize(most, Image.Quantize.FASTOCTREE))


def _colors(indexed: Image.Image) -> list[Color]:
    flat = indexed.getpalette() or []
    return [(flat[at], flat[at + 1], flat[at + 2]) for at in range(0, len(flat), 3)]


def _apart(one: Color, other: Color) -> bool:
    return _off_by(one, other) >= _APART


def _off_by(one: Color, other: Color) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _halved(image: Image.Image) -> Image.Image:
    """`image` at half its size."""
    return image.resize((-(-image.width // 2), -(-image.height // 2)), _NEAREST)


def _quarter(image: Image.Image) -> Image.Image:
    """`image` at a quarter of its size."""
    return _halved(_halved(image))


def _is_near(indexed: Image.Image, image: Image.Image) -> bool:
    """Whether the pixels are so on the average."""
    return max(ImageStat.Stat(_off(indexed, image)).mean) <= _NEAR_ON_AVERAGE


def _is_far_anywhere(indexed: Image.Image, image: Image.Image) -> bool:
    """In strips: new memory for whole pictures takes longer than what is done there."""
    for top in range(0, image.height, _STRIP):
        box = (0, top, image.width, min(top + _STRIP, image.height))
        # What is left is black unless it is further off.
        if _off(indexed.crop(box), image.crop(box)).point(_FAR).getbbox() is not None:
            return True
    return False


def _off(indexed: Image.Image, image: Image.Image) -> Image.Image:
    """How far each pixel is off."""
    return ImageChops.difference(indexed.convert("RGB"), image)
