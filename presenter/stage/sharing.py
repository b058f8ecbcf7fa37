"""The stage's part in the link and in resuming: its state told and kept, others' commands done."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import UNSET

from presenter.deck import Loaded
from presenter.talk.clock import Clock, ClockTo, clock_text
from presenter.talk.log import log

if TYPE_CHECKING:
    from presenter.stage.app import Stage
    from presenter.talk.link.protocol import Mover, Request, State
    from presenter.talk.link.server import LinkServer
    from presenter.talk.resume import PlaceKeeper, SavedPlace

_JOINING = 10.0
"""Seconds that a console in a window of its own may take to join."""

_OFFERED = 10.0
"""Seconds for which the place of a talk that was broken off is offered."""


class Sharing:
    """Shares the talk of `stage` on the deck at `path`; with None there is no more than a clock."""

    def __init__(self, stage: Stage, path: Path | None, shown: Loaded) -> None:
        self.clock = Clock()
        self.mover: Mover = ""
        self._stage = stage
        self._path = path
        self._moves = 0
        self._by: Mover = "stage"
        self._offer: SavedPlace | None = None
        self._keeper: PlaceKeeper | None = None
        self._server: LinkServer | None = None
        self._shown: Loaded = shown
        self._kept: Loaded | None = None
        """What the file beside the socket holds; states wait until that is what is shown."""
        self._ended = False
        self._console_joined = asyncio.Event()
        self._keeping = asyncio.Lock()
        self._digest = self._pictures = ""
        self._told: State | None = None

    # Beginning and end

    def resume(self) -> None:
        """Take the place of a talk that was broken off, if there is one, before the first frame."""
        from presenter.talk.resume import saved_place

        self._offer = saved_place(self._path) if self._path else None
        self.take_offer()

    async def start(self) -> None:
        """Let consoles join, keep the place from now on, and offer the one that was kept."""
        if self._path is None:
            return
        stage = self._stage
        # Imported now, as nothing of it is needed for the first slide.
        from presenter.talk.link.server import LinkServer
        from presenter.talk.resume import PlaceKeeper, saved_place

        try:
            server = self._server = LinkServer(self._path, self._state, self._do, self._joined)
            await self._keep_source()
            await server.open()
        except BlockingIOError:
            self._close_server()
            stage.notice(stage.words("link.second"), _OFFERED, aside=True)
            return
        except (OSError, ValueError) as error:
            self._close_server()
            log.warning("no link", exc_info=True)
            reason = _reason(error)
            stage.notice(stage.words("link.refused", reason=reason), _OFFERED, aside=True)
        if stage.options.console:
            stage.run_worker(self._open_console(self._path), group="console", exit_on_error=False)
        if stage.options.sample:
            return
        place = await asyncio.to_thread(saved_place, self._path)
        if self._ended:
            return
        self._keeper = PlaceKeeper(self._path)
        stage.set_interval(1.0, self._save)
        self._save()
        options = stage.options
        if options.resume:
            key = "link.resumed" if stage.talk.moved else "link.no-place"
            text = stage.words(key, number=stage.talk.slide + 1)
            stage.notice(text, _OFFERED / 2, aside=True)
        elif place is not None and not (stage.talk.moved or options.start or options.recording):
            self._make_offer(place)

    def stop(self, *, given: bool) -> None:
        """Leave; a talk that was `given` to its end leaves no place to resume."""
        self._ended = True
        if self._keeper is not None:
            self._save()
            if given and self._stage.talk.moved:
                self._keeper.forget()
            self._keeper.close()
            self._keeper = None
        self._close_server()

    def _close_server(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    async def _open_console(self, deck: Path) -> None:
        """Open a console in a terminal of its own; say where it is, or that there is none."""
        from presenter.stage.console_window import console_command, open_first, openings

        stage, options = self._stage, self._stage.options
        passed = ["--ambiguous", options.ambiguous, *([] if options.mouse else ["--no-mouse"])]
        if options.log is not None:
            passed += ["--log", str(options.log.absolute())]
        command = console_command(deck, passed, os.environ)
        ways = openings(command, os.environ, shutil.which, sys.platform)
        session = await asyncio.to_thread(open_first, ways)
        # The answer to an option is said here: a console in tmux is not seen by anybody yet.
        if session:
            stage.notice(stage.words("console.session", session=session), _OFFERED)
            return
        if session is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._console_joined.wait(), _JOINING)
                return
        stage.notice(stage.words("console.no-window"), _OFFERED)

    def _joined(self) -> None:
        self._console_joined.set()
        self._stage.paint()

    @property
    def has_console(self) -> bool:
        """Whether a console is there to tell the speaker what the audience need not read."""
        return self._server is not None and self._server.has_console

    # The place

    def _make_offer(self, place: SavedPlace) -> None:
        stage = self._stage
        self._offer = place
        number = place.mark(stage.deck.slides).slide + 1
        elapsed = clock_text(place.elapsed)
        text = stage.words("link.offer", number=number, elapsed=elapsed)
        stage.notice(text, _OFFERED, aside=True)
        stage.set_timer(_OFFERED, self._end_offer)

    def _end_offer(self) -> None:
        self._offer = None

    def take_offer(self) -> bool:
        """Go to the place that is offered, its clock too; whether there was one."""
        place, self._offer = self._offer, None
        if place is None:
            return False
        self.clock.restore(place.clock, place.elapsed)
        return self._stage.talk.return_to(place.mark(self._stage.deck.slides))

    def _save(self) -> None:
        """Keep where the talk is and what the clock shows, once it has been moved."""
        talk, clock = self._stage.talk, self.clock
        if self._keeper is not None and talk.moved:
            from presenter.talk.resume import SavedPlace

            slide = self._stage.deck.slides[talk.slide]
            self._keeper.save(SavedPlace.of(talk.here, slide, clock.state, clock.elapsed))

    # The clock

    def set_clock(self, to: ClockTo) -> None:
        """Start, pause or reset it; keep and tell what it shows."""
        getattr(self.clock, to)()
        self._save()
        self.changed()

    # What is told

    def use(self, shown: Loaded) -> None:
        """The stage shows another version of its deck from now on."""
        self._shown = shown
        if self._server is not None:
            self._stage.run_worker(self._keep_source(), group="link", exit_on_error=False)

    async def _keep_source(self) -> None:
        """Keep the source that is shown for the consoles, then tell them."""
        async with self._keeping:
            shown, server = self._shown, self._server
            # A full disk keeps no console from following: it reads the file itself.
            try:
                if server is not None:
                    await asyncio.to_thread(server.keep, shown, self._stage.theme_source(shown))
            except OSError:
                log.warning("what is shown is not kept for consoles", exc_info=True)
            self._digest = await asyncio.to_thread(lambda: shown.digest)
            self._pictures = shown.pictures_digest
            self._kept = shown
        self.changed()

    def changed(self) -> None:
        """Something may have changed that others are told: place, size, theme, blank, clock."""
        talk = self._stage.talk
        if talk.moves != self._moves:
            self._moves = talk.moves
            self.mover = self._by
            self._offer = None
            self.clock.moved()
            self._save()
        if self._stage.rehearsing is not None:
            self._stage.rehearsing.observe()
        if self._server is not None:
            self._server.say(self._stage.notices.aside)
            self._server.tell()

    def _state(self) -> State:
        """All that others are told."""
        from presenter.talk.link.protocol import ClockReading, State

        if self._kept is not self._shown and self._told is not None:
            return self._told
        stage, talk, stops = self._stage, self._stage.talk, self._stage.talk.stops
        setting = stage.pages.setting
        self._told = State(
            deck=os.fsencode(os.path.realpath(self._path or "")).decode("utf-8", "replace"),
            digest=self._digest,
            pictures=self._pictures,
            size=(setting.width, setting.height),
            theme=stage.view.palette.theme.name,
            reveal=stage.options.reveal,
            slide=talk.slide + 1,
            slides=talk.slides,
            step=talk.at.step,
            steps=max(stop.step for stop in stops),
            page=talk.at.page + 1,
            pages=1 + max(stop.page for stop in stops),
            blank=talk.blank,
            clock=ClockReading(self.clock.state, round(self.clock.elapsed, 3)),
            mover=self.mover,
        )
        return self._told

    # What others ask for

    def _do(self, command: Request) -> None:
        """Do what a console or remote asks for, as if a key had been pressed."""
        talk = self._stage.talk
        self._by = command.by
        try:
            if command.do == "blank" and command.color is not UNSET:
                talk.blank = command.color
                self._stage.paint()
            elif command.do == "clock" and command.to is not UNSET:
                self.set_clock(command.to)
            elif command.do == "go" and command.slide is not UNSET:
                self._moved(talk.go_to(command.slide - 1))
            elif command.do == "back":
                self._moved(self.take_offer() or talk.back())
            else:
                self._moved(getattr(talk, command.do)())
        finally:
            self._by = "stage"

    def _moved(self, changed: bool) -> None:
        if changed:
            self._stage.hush()


def _reason(error: Exception) -> str:
    """What is wrong, and where, if the system says so."""
    said = getattr(error, "strerror", None) or str(error)
    where = getattr(error, "filename", None)
    return f"{where}: {said}" if where else said
