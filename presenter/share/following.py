"""The talk as the web sees it: followed through the link, its deck as a document."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from presenter.deck import Deck, Loaded, load_deck
from presenter.handout.export_job import ExportJob
from presenter.handout.html.document import Document, make_document
from presenter.talk.link import snapshot
from presenter.talk.link.client import LinkClient
from presenter.talk.link.protocol import State
from presenter.talk.log import log
from presenter.typeset import Setting
from presenter.typeset.themes import Theme, choose, find

_AGAIN = 0.5
"""Seconds until the stage's source is read again, if it was not the one that the stage told of."""


class _Key(NamedTuple):
    """What a document is made from."""

    digest: str
    pictures: str
    reveal: bool | None
    theme: str


class Following:
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
        shown = snapshot.load(self.path)
        if shown is not None:
            return shown
        try:
            return load_deck(self.path)
        except OSError:
            log.warning("%s cannot be read", self.path, exc_info=True)
            return None

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
        setting = Setting(80, 24, deck.lang, reveal=key.reveal)
        job = ExportJob(deck, tuple(range(len(deck.slides))), setting, theme)
        return make_document(job, live=script("live.js"))


def _key_of(state: State) -> _Key:
    return _Key(state.digest, state.pictures, state.reveal, state.theme)


def script(name: str) -> str:
    """A file of this folder."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
