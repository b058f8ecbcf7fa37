"""The talk as the web sees it: followed through the link, its deck as a document.

What viewers and the remote are told of it is JSON. Only the remote is told notes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from presenter.content import is_right_to_left
from presenter.content.inline import plain_text
from presenter.deck import Deck, Loaded, Slide
from presenter.deck.blocks import extract_text
from presenter.handout.export_job import ExportJob
from presenter.handout.html.document import Document, make_document
from presenter.handout.html.writing import Locale, notes
from presenter.talk.link import snapshot
from presenter.talk.link.client import LinkClient
from presenter.talk.link.protocol import ClockReading, State
from presenter.talk.reread import reread
from presenter.talk.talk import Blank
from presenter.typeset import PageOptions
from presenter.typeset.themes import Theme, choose, find

_AGAIN = 0.5
"""Seconds until the stage's source is read again, if it was not the one that the stage told of."""

_MOST_LINES = 4
"""Of the next slide, for the speaker."""


class _Key(NamedTuple):
    """What a document is made from."""

    digest: str
    pictures: str
    reveal: bool | None
    theme: str


class TalkFollower:
    """Follows the stage that shows the deck at `path`; `changed` is called for all that matters.

    theme: instead of the stage's.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        changed: Callable[[], None],
        theme: Theme | None = None,
    ) -> None:
        """`loaded` must hold a deck with at least one slide. Makes its document at once."""
        self.path = path
        self.state: State | None = None
        """What the stage told last, as far as the document goes with it; None without a stage."""
        self.was_there = False
        self._changed = changed
        self._theme = theme
        self._loaded = loaded
        self._key = _Key(loaded.digest, loaded.pictures_digest, None, "")
        self.document = self._make(loaded, self._key)
        self._task: asyncio.Task[None] | None = None
        self.client = LinkClient(path, self._take, self._lose)

    @property
    def deck(self) -> Deck:
        """The deck that is shown."""
        assert self._loaded.deck is not None
        return self._loaded.deck

    def start(self) -> None:
        """Begin to look for a stage."""
        self.client.start()

    def stop(self) -> None:
        """Leave the stage."""
        self.client.stop()
        if self._task is not None:
            self._task.cancel()

    def _take(self, state: State) -> None:
        self.was_there = True
        if self._task is not None and not self._task.done():
            return  # it tells the newest state when its document is made
        if _key_of(state) == self._key:
            self._tell(state)
        else:
            self._task = asyncio.get_running_loop().create_task(self._renew(), name="document")

    def _lose(self) -> None:
        self.state = None
        self._changed()

    def _tell(self, state: State) -> None:
        self.state = state
        self._changed()

    async def _renew(self) -> None:
        """Make the document of what the stage shows, then tell where it is."""
        while (state := self.client.state) is not None:
            key = _key_of(state)
            loaded: Loaded | None = self._loaded
            if key[:2] != self._key[:2]:
                loaded = await asyncio.to_thread(self._shown)
            if loaded is not None and loaded.deck is not None:
                document = await asyncio.to_thread(self._make, loaded, key)
                self._loaded, self.document = loaded, document
                self._key = key._replace(digest=loaded.digest)
            state = self.client.state
            if state is None:
                return
            if _key_of(state) == self._key:
                self._tell(state)
                return
            await asyncio.sleep(_AGAIN if _key_of(state) == key else 0)

    def _shown(self) -> Loaded | None:
        """What the stage shows, else what the file holds; None for neither."""
        return snapshot.load(self.path) or reread(self.path).loaded

    def _make(self, loaded: Loaded, key: _Key) -> Document:
        deck = loaded.deck
        assert deck is not None
        of_deck = choose(deck.theme, loaded.theme).theme
        theme = self._theme
        if theme is None:
            file = snapshot.load_theme(self.path) if key.theme else None
            of_file = choose("", file).theme if file else of_deck
            known = {of_deck.name: of_deck, of_file.name: of_file}
            theme = known.get(key.theme) or (find(key.theme) if key.theme else None) or of_deck
        setting = PageOptions(80, 24, deck.lang, reveal=key.reveal)
        job = ExportJob(deck, tuple(range(len(deck.slides))), setting, theme)
        return make_document(job, live=file_of_ours("live.js"))


def _key_of(state: State) -> _Key:
    return _Key(state.digest, state.pictures, state.reveal, state.theme)


def file_of_ours(name: str) -> str:
    """A file of this folder."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


class ForViewers(msgspec.Struct, frozen=True):
    """Where the talk is. slide: from 1; step: from 0, of `steps`.

    version: of the document that this goes with. on: whether there is a stage; been: whether
    there was one.
    """

    version: str
    on: bool
    been: bool
    slide: int = 1
    step: int = 0
    steps: int = 0
    blank: Blank | None = None


class ForRemote(msgspec.Struct, frozen=True):
    """What the speaker needs. notes: HTML; next: the lines of the next slide, its title first."""

    on: bool
    slide: int
    slides: int
    step: int
    steps: int
    blank: Blank | None
    clock: ClockReading
    title: str
    next: tuple[str, ...]
    notes: str


def for_viewers(follower: TalkFollower) -> str:
    """The message to everybody."""
    version, state = follower.document.version, follower.state
    if state is None:
        return _encoded(ForViewers(version, False, follower.was_there))
    place = (state.slide, state.step, state.steps, state.blank)
    return _encoded(ForViewers(version, True, True, *place))


def for_remote(follower: TalkFollower) -> str:
    """The message to who has the token."""
    deck, state = follower.deck, follower.state
    count = len(deck.slides)
    index = min(state.slide, count) - 1 if state else 0
    slide = deck.slides[index]
    return _encoded(
        ForRemote(
            on=state is not None,
            slide=index + 1,
            slides=count,
            step=state.step if state else 0,
            steps=state.steps if state else 0,
            blank=state.blank if state else None,
            clock=state.clock if state else ClockReading("stopped", 0.0),
            title=_line(slide.title),
            next=_next(deck, index),
            notes=notes(slide.notes, Locale(deck.lang, is_right_to_left(deck))),
        )
    )


def _next(deck: Deck, index: int) -> tuple[str, ...]:
    if index + 1 == len(deck.slides):
        return ()
    slide: Slide = deck.slides[index + 1]
    texts = (said for block in slide.content for said in extract_text(block))
    lines = (_line(each.text) if each.markdown else each.text for each in texts)
    return (_line(slide.title), *islice(filter(str.strip, lines), _MOST_LINES))


def _line(text: str) -> str:
    return plain_text(text).replace("\n", " ")


def _encoded(message: msgspec.Struct) -> str:
    return msgspec.json.encode(message).decode()
