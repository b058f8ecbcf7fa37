"""The running talk: the one way to move it, the one way to take another deck, and who is told.

Keys, palette, mouse, consoles, remotes and rehearsals all come through `Session.do`. Whoever has a
part in the talk observes it: the stage's view, the link, the kept place, a rehearsal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, Flag, auto
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import UNSET, Struct, UnsetType

from presenter.deck import Deck, Loaded
from presenter.talk.clock import Clock, ClockTo
from presenter.talk.matching import Matching, changed
from presenter.talk.talk import Blank, Stopping, Talk
from presenter.words import Words

if TYPE_CHECKING:
    from presenter.talk.resume import SavedPlace

LONGEST = 500
"""Characters of a notice that are told over the link."""

Move = Literal["next", "previous", "next_slide", "previous_slide", "first", "last", "back"]
Asker = Literal["stage", "console", "remote"]
Mover = Literal["", Asker]
"""Who moved the talk last; nobody yet at its beginning."""


class Request(Struct, frozen=True):
    """What is wanted of a talk, and by whom: ``Request("next")``, ``Request("go", slide=3)``.

    ``go`` needs `slide`, a number from 1, which is held within the talk; ``blank`` needs `color`,
    None to show the slide again; ``clock`` needs `to`. Raises ValueError without.
    """

    do: Literal[Move, "go", "blank", "clock"]
    slide: int | UnsetType = UNSET
    color: Blank | UnsetType | None = UNSET
    to: ClockTo | UnsetType = UNSET
    by: Asker = "console"

    def __post_init__(self) -> None:
        needed = {"go": self.slide, "blank": self.color, "clock": self.to}
        if needed.get(self.do) is UNSET:
            raise ValueError(f"incomplete request: {self.do}")


class Outcome(Enum):
    """What came of a request."""

    CHANGED = auto()
    UNCHANGED = auto()
    ASKED = auto()
    """It was passed on to the stage, which will tell."""
    UNHEARD = auto()
    """The stage does not answer, and was not asked."""


class Change(Flag):
    """What observers are told of."""

    PLACE = auto()
    BLANK = auto()
    CLOCK = auto()
    DECK = auto()
    LOOK = auto()
    """Another size or theme."""
    NOTICE = auto()
    """What is said, or whether a console is there to say it."""
    LINK = auto()
    """Whether a stage is followed."""


Observer = Callable[[Change], object]


class Look(Struct, frozen=True):
    """How the stage shows slides: its size in cells and rows, its theme's name, what overrides the
    deck's `reveal`; width and height of slides that are pictures, None where they are in cells.
    """

    size: tuple[int, int]
    theme: str
    reveal: bool | None
    pixels: tuple[int, int] | None = None


class Timer(Protocol):
    """What runs out once, unless it is stopped."""

    def stop(self) -> object:
        """Never run out."""


Later = Callable[[float, Callable[[], object]], Timer]
"""Has something called after so many seconds."""


class Notices(Struct):
    """What there is to say now; empty for nothing.

    answer: to a key that was pressed here. news: what has just happened. standing: what goes on
    being so, a fault in the deck's file say.
    """

    answer: str = ""
    news: str = ""
    standing: str = ""

    @property
    def aside(self) -> str:
        """What a console tells the speaker, so that the audience need not read it."""
        return (self.news or self.standing)[:LONGEST]

    def on_stage(self, *, console: bool) -> str:
        """What the stage says, if there is a `console` or if there is none."""
        return self.answer or ("" if console else self.news or self.standing)


class Session:
    """A talk on a deck, its clock, and what is said in it.

    `stops_of` gives a slide's stops, whatever they are made of. All is to be called in one thread.
    """

    goes_to_changes = True
    """Whether an edit before the first move goes to the slide that was edited."""

    def __init__(
        self,
        loaded: Loaded,
        stops_of: Callable[[Deck, int], Sequence[Stopping]],
        later: Later,
        *,
        start: int = 0,
        language: str = "",
    ) -> None:
        """`loaded` must hold a deck with a slide, else ValueError; `start` is the index of one.

        language: of what is said, BCP 47; empty for the deck's, else the locale's.
        """
        if loaded.deck is None or not loaded.deck.slides:
            raise ValueError("a talk needs a deck with slides")
        self.loaded = loaded
        self.deck: Deck = loaded.deck
        self.talk = Talk(len(self.deck.slides), lambda slide: stops_of(self.deck, slide), start)
        self.clock = Clock()
        self.mover: Mover = ""
        self.notices = Notices()
        self.has_console = False
        """Whether a console is there to tell the speaker what the audience need not read."""
        self.later = later
        self._language = language
        self.words = self._words()
        self._offer: SavedPlace | None = None
        self._timers: dict[str, Timer] = {}
        self._observers: list[tuple[Observer, bool]] = []

    # Who is told

    def subscribe(self, observer: Observer, *, vital: bool = False) -> None:
        """Tell `observer` of every change from now on, after those who came before it.

        One that fails is logged and keeps no other from being told; what a `vital` one failed of
        is raised then.
        """
        self._observers.append((observer, vital))

    def tell(self, change: Change) -> None:
        """Tell all observers of `change`."""
        fault: Exception | None = None
        for observer, vital in tuple(self._observers):
            try:
                observer(change)
            except Exception as error:  # noqa: BLE001 - logged, and raised where it matters
                from presenter.talk.log import log

                log.error("an observer of the talk failed", exc_info=error)
                fault = fault or (error if vital else None)
        if fault is not None:
            raise fault

    # Moving

    @property
    def blank(self) -> Blank | None:
        """What covers the slide, once all is done that was asked for."""
        return self.talk.blank

    @property
    def clock_runs(self) -> bool:
        """Whether the clock runs, likewise."""
        return self.clock.state == "running"

    def do(self, request: Request) -> Outcome:
        """Do what is asked for. What was said in passing is over with the next move."""
        talk, moves = self.talk, self.talk.moves
        if request.do == "clock" and request.to is not UNSET:
            is_new = bool(getattr(self.clock, request.to)())
            self.tell(Change.CLOCK)
        elif request.do == "blank" and request.color is not UNSET:
            is_new, talk.blank = talk.blank != request.color, request.color
            self.tell(Change.BLANK)
        elif is_new := self._move(request):
            if talk.moves != moves:
                self._moved(request.by)
            self._take_back("answer", "news")
            self.tell(Change.PLACE | Change.BLANK | Change.CLOCK | Change.NOTICE)
        return Outcome.CHANGED if is_new else Outcome.UNCHANGED

    def _move(self, request: Request) -> bool:
        if request.do == "go" and request.slide is not UNSET:
            return self.talk.go_to(request.slide - 1)
        if request.do == "back":
            return self._take_offer() or self.talk.back()
        return bool(getattr(self.talk, request.do)())

    def _moved(self, by: Mover) -> None:
        """The first move starts the clock and ends the offer of a place."""
        self.mover = by
        self._offer = None
        self.clock.moved()

    def go_to(self, number: int, by: Asker) -> None:
        """Go to the slide of that number, from 1; beyond the end to the last, and say so."""
        slides = self.talk.slides
        self.do(Request("go", slide=max(1, min(number, slides)), by=by))
        if number > slides:
            self.say(self.words("stage.beyond", slides=slides))

    def relayout(self) -> None:
        """Slides have other stops now, as the size is another one."""
        self.talk.restop()
        self.tell(Change.LOOK)

    # The place of a talk that was broken off

    def resume(self, place: SavedPlace | None) -> None:
        """Take that place, before anything is shown."""
        self._offer = place
        if self._take_offer():
            self._moved("stage")

    def offer(self, place: SavedPlace, seconds: float) -> None:
        """Let the next ``back`` take that place, until the talk moves or `seconds` have passed."""
        from presenter.talk.clock import clock_text

        self._offer = place
        number = place.mark(self.deck.slides).slide + 1
        text = self.words("link.offer", number=number, elapsed=clock_text(place.elapsed))
        self.say(text, seconds, aside=True)
        self.later(seconds, self._end_offer)

    def _end_offer(self) -> None:
        self._offer = None

    def _take_offer(self) -> bool:
        """Go to the place that is offered, its clock too; whether there was one."""
        place, self._offer = self._offer, None
        if place is None:
            return False
        self.clock.restore(place.clock, place.elapsed)
        return self.talk.return_to(place.mark(self.deck.slides))

    # The deck

    def replace(self, loaded: Loaded) -> list[int]:
        """Go on with another version of the deck; the indexes of its changed slides.

        Without a slide to show it is not taken. Before the first move the talk goes to the first
        changed slide, afterwards it stays.
        """
        if loaded.deck is None or not loaded.deck.slides:
            return []
        fresh = changed(self.deck.slides, loaded.deck.slides)
        goes = self.goes_to_changes and fresh and not self.talk.moved
        self._adopt(loaded, fresh[0] if goes else self._place_in(loaded))
        self.tell(Change.DECK)
        return fresh

    def _place_in(self, loaded: Loaded) -> int:
        """The slide of another version on which the talk goes on."""
        assert loaded.deck is not None
        return Matching(self.deck.slides, loaded.deck.slides).nearest(self.talk.slide)

    def _adopt(self, loaded: Loaded, slide: int) -> None:
        assert loaded.deck is not None
        self.loaded, self.deck = loaded, loaded.deck
        self.words = self._words()
        self.talk.replace(len(self.deck.slides), slide)

    def _words(self) -> Words:
        return Words.of(self._language or self.deck.lang)

    # What is said

    def say(self, text: str, seconds: float | None = 4, *, aside: bool = False) -> None:
        """Say `text` in one line at the foot for `seconds`; with None until the next such call.

        `aside`, or with None: not before the audience while a console is there to say it. What is
        said in passing covers what stands; that shows again afterwards. An empty text takes back.
        """
        if seconds is None:
            self.notices.standing = text
        else:
            kind = "news" if aside else "answer"
            self._take_back(kind)
            setattr(self.notices, kind, text)
            if text:
                self._timers[kind] = self.later(seconds, partial(self.say, "", 0, aside=aside))
        self.tell(Change.NOTICE)

    def hush(self) -> None:
        """Take back what was said in passing."""
        self._take_back("answer", "news")
        self.tell(Change.NOTICE)

    def _take_back(self, *kinds: str) -> None:
        for kind in kinds:
            setattr(self.notices, kind, "")
            if (timer := self._timers.pop(kind, None)) is not None:
                timer.stop()
