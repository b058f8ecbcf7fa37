"""How a slide is arranged: a small function for each layout; a new one needs a row in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from presenter.content import ResolvedSlide, layout_of, resolve
from presenter.content.inline import Paragraph, Styled
from presenter.deck import Deck
from presenter.typeset.frame import Frame, frame_for
from presenter.typeset.headings import (
    HeadingVariant,
    Texts,
    agree,
    centred,
    centred_headings,
    large_heading,
    large_opening,
    set_heading,
)
from presenter.typeset.page import Line, PageOptions


def _none(rows: int) -> HeadingVariant | None:  # noqa: ARG001
    return None


class Arrangement(Struct, frozen=True):
    """A slide's heading, and where things go."""

    frame: Frame
    texts: Texts
    """What the heading says."""
    variants: tuple[HeadingVariant, ...]
    """Forms of the heading, from airy to tight; none for a slide without one."""
    centred: bool
    """Whether heading and content stand in the middle, not the heading on its usual row."""
    foot: tuple[str, str]
    """The text at the left of the foot, with its style, where there is no heading."""
    large: Callable[[int], HeadingVariant | None] = _none
    """The heading with its title in large type in so many rows, if they are enough."""


def _default(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """A heading with a rule on its row, the content below it at the same left edge."""
    frame = frame_for(setting.width, setting.height)
    texts, foot = _titles(slide), _foot(slide, frame)
    ways = [False] if texts else []
    if slide.title and frame.rows >= 8:
        ways.insert(0, True)
    variants = tuple(
        HeadingVariant(tuple(set_heading(texts, frame.width, setting, rule=rule)), foot)
        for rule in ways
    )
    size, widest = agree(slide.deck, setting)
    if size:
        left = setting.width - frame.margin - widest
        frame = replace(frame, left=max(frame.margin, min(frame.left, left)))
    large = partial(large_heading, slide, texts, size, frame, setting) if size else _none
    return Arrangement(frame, texts, variants, False, foot, large)


def _section(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """A title alone in the middle of the page: a pause between two stretches of the talk."""
    frame = frame_for(setting.width, setting.height)
    texts, foot = _titles(slide), _foot(slide, frame)
    variants = tuple(
        HeadingVariant(lines, foot) for lines in centred_headings(texts, frame, setting)
    )
    most = _largest_opening(slide.deck, setting)
    # Where the cover has no large type, sections have none either.
    large = partial(large_opening, slide, texts, frame, setting, (), most=most) if most else _none
    return Arrangement(frame, texts, variants, True, foot, large)


def _center(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """Heading and content in the middle of the page, each line of the heading for itself."""
    frame = frame_for(setting.width, setting.height)
    texts, foot = _titles(slide), _foot(slide, frame)
    lines = centred(set_heading(texts, frame.width, setting), setting.width)
    variants = (HeadingVariant(tuple(lines), foot),) if lines else ()
    return Arrangement(frame, texts, variants, True, foot)


def _cover(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """The first page of a talk: its title large, the subtitle, and one quiet line."""
    frame = frame_for(setting.width, setting.height)
    texts = _cover_texts(slide)
    foot = ("", "") if frame.head >= 0 else (slide.part, "part.label")
    air: tuple[Line, ...] = ((),) if slide.nodes else ()
    *airy, tight = centred_headings(texts, frame, setting) or [()]
    variants = (*(HeadingVariant(lines + air, foot) for lines in airy), HeadingVariant(tight, foot))
    large = partial(large_opening, slide, texts, frame, setting, air)
    return Arrangement(frame, texts, variants, True, foot, large)


LAYOUTS: dict[str, Callable[[ResolvedSlide, PageOptions], Arrangement]] = {
    "default": _default,
    "cover": _cover,
    "section": _section,
    "center": _center,
}


def _titles(slide: ResolvedSlide) -> list[tuple[Paragraph, str]]:
    """The slide's title and subtitle, as far as it has them."""
    texts = ((slide.title, "title"), (slide.subtitle, "subtitle"))
    return [(text, style) for text, style in texts if text]


def _cover_texts(slide: ResolvedSlide) -> list[tuple[Paragraph, str]]:
    """What a cover says of the talk."""
    texts = _titles(slide)
    if slide.byline:
        texts.append((((Styled(slide.byline, ""),),), "cover.byline"))
    return texts


_LARGEST = 1000
"""Pixels to the em; no page has room for as much."""

_last: tuple[Deck, PageOptions, int] | None = None
"""The last answer of `_largest_opening`: a talk asks again and again for one deck and size."""


def _largest_opening(deck: Deck, setting: PageOptions) -> int:
    """The size of large type, in pixels to the em, that no section of `deck` may exceed.

    It is that of the talk's cover; 0 if that has body type.
    """
    global _last
    last = _last
    if last and last[0] is deck and last[1] == setting:
        return last[2]
    covers = (index for index in range(len(deck.slides)) if layout_of(deck, index) == "cover")
    index = next(covers, None)
    size = _LARGEST
    if index is not None:
        frame = frame_for(setting.width, setting.height)
        cover = resolve(deck, index, setting.reveal, setting.language)
        opening = large_opening(cover, _cover_texts(cover), frame, setting, (), frame.rows)
        size = opening.size if opening else 0
    _last = deck, setting, size
    return size


def _foot(slide: ResolvedSlide, frame: Frame) -> tuple[str, str]:
    """Who speaks, and when; on a page without a head line, the part instead."""
    if frame.head < 0 and slide.part:
        return slide.part, "part.label"
    return slide.foot, "foot.text"
