"""Slides in the console's rooms: as the audience sees them, or set smaller so as to be readable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from presenter.content.inline import plain_text
from presenter.deck import Deck
from presenter.screen.lines import fitted
from presenter.talk.talk import stop_showing
from presenter.typeset import Line, Page, PageOptions, SetSlide, Stop, set_slide
from presenter.typeset.frame import frame_for

_KEPT = 16

_AIRY = 12
"""A room of so many rows keeps an empty one above the slide."""

AUDIENCE = "@"
"""What begins the style of a run of the audience's page: it looks as in the stage's theme."""

_MARKS = frozenset(["bullet.marker", "quote.bar", ""])
"""Styles of what stands before a text and says nothing."""


class Previews:
    """The slides of `deck` as a stage under `stage`, its setting, shows them."""

    def __init__(
        self,
        deck: Deck,
        stage: PageOptions,
        pictures: Callable[[Deck, int], Sequence[Stop]] = lambda _deck, _slide: (),
    ) -> None:
        """`pictures` gives where the talk rests in a slide that is a picture on the stage."""
        self.deck = deck
        self.stage = stage
        self._pictures = pictures
        self._set = lru_cache(_KEPT)(self._set_slide)
        self._lines = lru_cache(_KEPT)(self._make)

    def stops_of(self, slide: int) -> tuple[Stop, ...]:
        """Where the talk rests in the slide at this index, on the stage; at least one."""
        return tuple(self._pictures(self.deck, slide)) or self._set(slide, self.stage).stops

    def after(self, slide: int, stop: int) -> tuple[int, int] | None:
        """The slide and stop that follow; None at the end of the talk."""
        if stop + 1 < len(self.stops_of(slide)):
            return slide, stop + 1
        return (slide + 1, 0) if slide + 1 < len(self.deck.slides) else None

    def lines(self, slide: int, stop: int, width: int, height: int) -> tuple[Line, ...]:
        """What the audience sees at this stop, in a room of this size; at most as many lines.

        Where the stage itself fits, this is its page. Else the slide is set again for the room,
        without the running lines, and shows the same step.
        """
        return self._lines(slide, self.stops_of(slide)[stop], width, height)

    def title(self, slide: int) -> str:
        """The title of the slide at this index, without markup; empty if it has none."""
        return plain_text(self.deck.slides[slide].title).replace("\n", " ")

    def news(self, slide: int, stop: int) -> str:
        """The text that the stop `stop` adds on the stage to the one before it on the same slide.

        Only its first line; one that goes on ends with an ellipsis.
        """
        made, stops = self._set(slide, self.stage), self.stops_of(slide)
        old, new = (self._rows(made, stops[number]) for number in (stop - 1, stop))
        rows = [text for before, text in zip(old, new, strict=True) if text and text != before]
        return "".join(rows[:1]) + ("…" if rows[1:] else "")

    def _set_slide(self, slide: int, setting: PageOptions) -> SetSlide:
        return set_slide(self.deck, slide, setting)

    def _rows(self, made: SetSlide, at: Stop) -> list[str]:
        frame = made.frame
        return [_text(line) for line in _shown(made, at).lines[frame.top : frame.bottom]]

    def _make(self, slide: int, at: Stop, width: int, height: int) -> tuple[Line, ...]:
        stage = self.stage
        if stage.width <= width and stage.height <= height:
            page, rows = _shown(self._set(slide, stage), at), slice(None)
        else:
            page, rows = self._smaller(
                slide, at, min(width, stage.width), min(height, stage.height)
            )
        return tuple(audience(page.lines[rows], page.width, stage))

    def _smaller(self, slide: int, at: Stop, width: int, height: int) -> tuple[Page, slice]:
        air = 1 if height >= _AIRY else 0
        rows = height - air
        tall = next(n for n in range(height, height + 12) if frame_for(width, n).rows >= rows)
        made = self._set(slide, replace(self.stage, width=width, height=tall))
        top = made.frame.top - air
        return _shown(made, at), slice(top, top + height)


def _shown(made: SetSlide, at: Stop) -> Page:
    """The page that shows what is shown at `at`, which may be a stop at another size."""
    return made.page(made.stops[stop_showing(made.stops, at.step, at.anchor)])


def audience(lines: Sequence[Line], width: int, setting: PageOptions) -> Iterator[Line]:
    """`lines` in the audience's styles, each `width` cells wide."""
    for line in lines:
        runs = [run for run in fitted(line, width, setting) if run.width]
        yield tuple(run._replace(style=f"{AUDIENCE}{run.style}") for run in runs)


def _text(line: Line) -> str:
    said = (" " if run.style in _MARKS else run.text for run in line)
    return " ".join("".join(said).split())
