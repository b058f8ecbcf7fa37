"""The console: what the speaker needs to see, in a second terminal."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import structs
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import WorkType

from presenter.console.actions import Actions
from presenter.console.console_screen import ConsoleScreen
from presenter.console.follower import Follower
from presenter.console.options import ConsoleOptions
from presenter.console.page import compose, cover_page
from presenter.console.palette import ConsolePalette
from presenter.content import is_right_to_left
from presenter.deck import Loaded, load_deck
from presenter.screen.commands import EVERYWHERE
from presenter.screen.notice import with_notice
from presenter.screen.page_view import PageView, turns_words
from presenter.talk.link import snapshot
from presenter.talk.link.client import LinkClient
from presenter.talk.link.protocol import Request, State
from presenter.talk.log import log
from presenter.typeset import Page, PageOptions
from presenter.typeset.themes import Theme, choose, find
from presenter.words import Words, language_of

_AGAIN = 0.5
"""Seconds until the stage's source is read again, if it was not the one that the stage told of."""

_PATIENCE = 2.0
"""Seconds for which the stage may leave a command unanswered until that is said."""

_BEHIND = 0.005
"""Seconds after a full second at which the clock is painted, so that it never shows the last."""


class Console(Actions):
    """Follows the stage that shows the deck at `path`, and has it move."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""

    def __init__(
        self,
        loaded: Loaded,
        path: Path,
        options: ConsoleOptions | None = None,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """`loaded` must hold a deck with at least one slide. `now` gives the wall clock."""
        super().__init__()
        self.options = options or ConsoleOptions()
        self.path: Path = path
        self.follower = Follower(loaded, self.options.ambiguous, self.options.bidi)
        self.client = LinkClient(path, self.take, self.lose, self.hear, "console")
        theme, file = self.options.theme, self.options.theme_file
        self._own_theme = choose(theme, file).theme if theme else None
        self._dressed: tuple[Theme | None, str, str] | None = None
        self._now = now
        self._covered = self.options.with_talk
        """Whether the notes are hidden: whoever opened this may not know who sees it."""
        self._said = ""
        self._place: tuple[int, int] = (0, 0)
        self._notice_timer: Timer | None = None
        self._tick_timer: Timer | None = None
        self._speak()
        self.view = PageView(
            self._palette(),
            self.page,
            turns_words=self.options.bidi and turns_words(os.environ),
        )
        self.slides = ConsoleScreen(self.view, self._over_notes)

    def get_default_screen(self) -> Screen[Any]:
        """The console itself."""
        return self.slides

    def on_mount(self) -> None:
        """Look for a stage; let the clock tick."""
        self.client.start()
        self._tick()

    def on_unmount(self) -> None:
        """Leave the stage."""
        self.client.stop()

    async def pressed(self, names: Sequence[str], text: str) -> None:
        """Do what a key means; the first one only shows the notes, if they are covered."""
        if self._covered and not EVERYWHERE.keys() & set(names):
            self._covered = False
            self.paint()
        else:
            await super().pressed(names, text)

    # What is on screen

    def _speak(self) -> None:
        """Set in the deck's language, which may have changed."""
        tag = self.options.language or self.follower.deck.lang
        self.words = Words(language_of(tag))
        deck = self.follower.deck
        bidi = self.options.bidi
        turned = bidi and is_right_to_left(deck)
        self.setting = PageOptions(
            80, 24, tag, self.options.ambiguous, bidi=bidi, right_to_left=turned
        )

    def page(self, width: int, height: int) -> Page:
        """The page to show now."""
        self.setting = replace(self.setting, width=width, height=height)
        talk = self.follower.talk
        if (talk.slide, talk.stop) != self._place:
            self._place, self.top = (talk.slide, talk.stop), None
        if self._silent:
            self.follower.link = "silent"
        view = self.follower.view(self._now(), self.path.name, self.share, self.top)
        self.composed = compose(view, self.setting)
        if self._covered:
            self.composed = self.composed._replace(page=cover_page(view, self.setting))
        typed = self.slides.typed
        said = self._said or self.follower.notice
        said = self.words("stage.typed", number=typed) if typed else said
        return with_notice(self.composed.page, said, self.setting)

    def paint(self) -> None:
        """Show how things are."""
        self.view.update()

    def _tick(self) -> None:
        """Paint the clock now and after each of its full seconds."""
        self.paint()
        clock = self.follower.clock
        rest = 1 - clock.elapsed % 1 if clock.state == "running" else 1.0
        if self._tick_timer is not None:
            self._tick_timer.stop()
        self._tick_timer = self.set_timer(rest + _BEHIND, self._tick)

    def notice(self, text: str, seconds: float = 4) -> None:
        """Say `text` at the foot for so long; an empty one takes back."""
        self._said = text
        if self._notice_timer is not None:
            self._notice_timer.stop()
        self._notice_timer = self.set_timer(seconds, self._end_notice) if text else None
        self.paint()

    def _end_notice(self) -> None:
        self.notice("")

    def _over_notes(self, x: int, y: int) -> bool:
        notes = self.composed.areas.notes
        return self._covered or (notes is not None and notes.holds(x, y))

    def _palette(self) -> ConsolePalette:
        """The console's own theme, which is the stage's unless another was asked for, and that."""
        loaded, name = self.follower.loaded, self.follower.theme
        of_deck = choose(self.follower.deck.theme, loaded.theme).theme
        known = {of_deck.name: of_deck}
        if self._own_theme is not None:
            known.setdefault(self._own_theme.name, self._own_theme)
        if self.client.state and (file := snapshot.load_theme(self.path)):
            of_stage = choose("", file).theme
            known[of_stage.name] = of_stage
        stage = known.get(name) or (find(name) if name else None) or of_deck
        return ConsolePalette(self._own_theme or stage, stage)

    def choose_theme(self, name: str) -> None:
        """Show the console in the theme of that name from now on."""
        self._own_theme = find(name)
        self._dress()

    def _dress(self) -> None:
        """Take the themes that are wanted now."""
        wanted = (self._own_theme, self.follower.theme, self.follower.digest)
        if wanted != self._dressed:
            self._dressed = wanted
            self.view.palette = self._palette()

    # The link

    def ask(self, command: Request) -> None:
        """Have the stage do `command`; it tells what came of it. Without one it is done here.

        One that does not answer is not asked for more: it would do it all when it is resumed.
        """
        if self._silent:
            self.paint()
            return
        if self.client.send(command):
            self.follower.expect(command)
        else:
            self.follower.do(command)
            self._tick()
        if command.do != "clock":
            self.notice("")

    @property
    def _silent(self) -> bool:
        return self.client.unanswered > _PATIENCE

    def take(self, state: State) -> None:
        """Go by what the stage tells."""
        if not self._follow(state):
            self._read_deck(self._fetch)

    def _follow(self, state: State, *, at_once: bool = False) -> bool:
        """Show what the stage tells; see `Follower.take`."""
        same = self.follower.take(state, at_once=at_once)
        self._dress()
        self._tick()
        return same

    def hear(self, notice: str) -> None:
        """Say what the stage has to say."""
        self.follower.notice = notice
        self.paint()

    def lose(self) -> None:
        """Go on alone, or end with the talk."""
        if self.options.with_talk:
            self.exit()
        self.follower.lose()
        self.paint()

    def _read_deck(self, how: WorkType[None]) -> None:
        """Read the deck without holding up a key; the last such wish is the one that counts."""
        self.run_worker(how, group="deck", exclusive=True)

    async def _fetch(self) -> None:
        """Take the version of the deck that the stage shows."""
        while self.client.state is not None:
            loaded = await asyncio.to_thread(self._shown)
            state = self.client.state
            fresh = loaded is not None and self.follower.use(loaded)
            if fresh:
                self._speak()
            done = state is None or self._follow(state, at_once=True)
            if fresh:
                self.renew_finding()
            if done:
                return
            await asyncio.sleep(_AGAIN)

    def _shown(self) -> Loaded | None:
        """What the stage shows, else what the file holds; None for neither."""
        return snapshot.load(self.path) or self._read()

    def _read(self) -> Loaded | None:
        try:
            return load_deck(self.path)
        except Exception:  # noqa: BLE001 - the file is being written, or gone: the deck stays as it is
            log.warning("%s cannot be read", self.path, exc_info=True)
            return None

    def edited(self) -> None:
        """Read the deck's file again; a stage sees its changes by itself."""
        if self.client.state is None:
            self.reload()

    def reload(self) -> None:
        """Read the deck again: what the stage shows, or without one the file."""
        self._read_deck(self._reload)

    async def _reload(self) -> None:
        connected = self.client.state is not None
        loaded = await asyncio.to_thread(self._shown if connected else self._read)
        before = self.follower.digest
        if loaded is None:
            self.notice(self.words("reload.gone", name=self.path.name))
        elif not self.follower.use(loaded):
            first = structs.replace(loaded.problems[0], path=self.path.name)
            first = structs.replace(first, path=Path(first.path).name)  # a path may be longer
            text = self.words(
                "reload.problem", position=first.position(), message=first.message(self.words)
            )
            self.notice(text)
        else:
            self._speak()
            changed = before != self.follower.digest
            self.notice(self.words("reload.deck" if changed else "reload.same"))
            self._dress()
            self.renew_finding()


__all__ = ["Console"]
