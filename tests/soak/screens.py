"""What must be seen of a talk: what is wrong with a screen, by what the link tells of the talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import category, normalize

import msgspec

from presenter.deck import Deck
from presenter.talk.link.protocol import State
from presenter.typeset import Page, PageOptions, set_slide
from presenter.typeset.opportunities import NOT_AT_END, NOT_AT_START
from presenter.typeset.page import line_width
from tests.test_gallery import stretches

_LEAST = 20, 5
"""Columns and rows from which on there is a slide; below that nothing but a number may be left."""


_JOINER = "\u200d"


def shown(state: State, deck: Deck) -> Page | None:
    """The slide as it must be seen, before anything is said at its foot; None if it has no such
    place.
    """
    width, height = state.size
    setting = PageOptions(width, height, deck.lang, reveal=state.reveal)
    done = set_slide(deck, state.slide - 1, setting)
    place = state.step, state.page
    stops = (each for each in done.stops if (each.step, each.page + 1) == place)
    stop = next(stops, None)
    return None if stop is None else done.page(stop)


def faults(rows: Sequence[str], state: State, deck: Deck) -> Iterator[str]:
    """What is wrong with a stage's screen, or the upper part of it that holds the slide."""
    width, height = state.size
    if width < _LEAST[0] or height < _LEAST[1]:
        return
    if state.blank:
        yield from (f"not blank: {row}" for row in rows[: height - 1] if row.strip())
        return
    if state.slides != len(deck.slides):
        yield f"{state.slides} slides, the deck has {len(deck.slides)}"
        return
    page = shown(state, deck)
    if page is None:
        yield f"step {state.step} on page {state.page} is no stop of slide {state.slide}"
        return
    covered = {row for each in page.pictures for row in range(each.y, each.y + each.height)}
    expected = page.text().split("\n")
    for number, row in enumerate(rows[:height]):
        if number in covered or letters(row) == letters(expected[number]):
            continue
        if _JOINER in expected[number]:
            continue  # the emulator knows no signs that are joined of others
        if number < height - 1:
            yield f"row {number} is  {row!r}\n   and should be {expected[number]!r}"
        elif width >= 40 and expected[number] and f"{state.slide}/{state.slides}" not in row:
            yield f"row {number} does not tell {state.slide}/{state.slides}: {row!r}"
    yield from broken_rules(page, written(msgspec.to_builtins(deck.slides[state.slide - 1])))


def letters(row: str) -> str:
    """What is seen of a row, without what takes no cell; where it begins counts.

    The emulator composes what is written in parts, as an accent behind its letter.
    """
    parts = normalize("NFD", row.rstrip())
    return "".join(each for each in parts if category(each) not in ("Mn", "Cf"))


def written(part: object) -> Iterator[str]:
    """The lines of all texts in a part of a deck."""
    if isinstance(part, str):
        yield from map(str.strip, part.split("\n"))
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from written(each)


def broken_rules(page: Page, own: Iterable[str]) -> Iterator[str]:
    """Lines that are too wide, or begin or end with what must not stand there.

    own: texts of the slide, which may begin and end as they like.
    """
    begins, ends = zip(*((text[:2], text[-2:]) for text in own), strict=True)
    for line in page.lines:
        if line_width(line) > page.width:
            yield f"wider than the page: {line}"
    for text in filter(None, stretches(page)):
        is_begun = text[0] in NOT_AT_START and text[:2] not in begins
        if is_begun or (text[-1] in NOT_AT_END and text[-2:] not in ends):
            yield f"breaks a rule of line breaking: {text!r}"
