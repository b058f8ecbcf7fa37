"""A talk on a deck in a folder of its own: the real commands, and what is done to them."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from presenter.deck import Deck, load_source
from presenter.deck.source import UnreadableError, decode
from tests.handout.jobs import GALLERY
from tests.pty.harness import DEADLINE, Terminal, presenter
from tests.soak import decks
from tests.soak.actions import ESCAPE
from tests.soak.guests import Observer, Peers, Shared
from tests.soak.screens import faults

FOLDERS = ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CACHE_HOME")
"""Where a stage leaves what is its own; this process is to look there, too."""

LEXER = 1
"""Descriptors of the process that colours code, which is started when there is some."""

_MARK = "→ 7"
"""What the foot says while a 7 is typed."""

_TELLS = 12, 1
"""Columns and rows of a screen that has room for it."""


_KEY = re.compile(r"\x1b\[[\d;]*[A-Za-z~]|\x1bO?.|.", re.DOTALL)


class Needs(NamedTuple):
    """What a process holds: memory in MB, open descriptors, threads."""

    memory: float
    descriptors: int
    threads: int


def needs_of(pid: int) -> Needs:
    """What the process `pid` holds now."""
    status = dict(
        line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines()
    )
    descriptors = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    return Needs(int(status["VmRSS"].split()[0]) / 1024, descriptors, int(status["Threads"]))


class Screen(Terminal):
    """A terminal that may be looked at for hours."""

    size = (80, 24)
    kept = 200_000
    """Bytes of what was sent that are kept."""
    taken = 0
    """How often an app has taken the screen."""

    def read(self, seconds: float) -> None:
        before = len(self.raw)
        super().read(seconds)
        self.taken += self.raw[max(0, before - 7) :].count(b"\x1b[?1049h")
        if len(self.raw) > 2 * self.kept:
            assert b"Traceback" not in self.raw
            self.raw = self.raw[-self.kept :]

    def resize(self, columns: int, rows: int) -> None:
        self.size = columns, rows
        super().resize(columns, rows)


class World:
    """Everything that has a part in the talk; `do` does an action and sees that all is well after.

    Raises AssertionError with what is wrong. folder: empty. `FOLDERS` are set in the environment.
    """

    def __init__(self, folder: Path) -> None:
        self.log = folder / "log"
        self.deck = folder / "talk" / "slides.yaml"
        self.deck.parent.mkdir()
        shutil.copytree(GALLERY.parent / "gallery", self.deck.parent / "gallery")
        self.env = {"HOME": str(folder), "EDITOR": "true"}
        self.env |= {name: os.environ[name] for name in FOLDERS}
        self.known: dict[str, Deck] = {}
        """The good decks that were written lately, by their digests."""
        self.may_be: set[str] = set()
        """The digests of those that may be shown now."""
        self._good_since: set[str] = set()
        """The digests of what was last seen to be shown, and of the good ones written since."""
        self._is_good = False
        """Whether the deck is, as it stands in its file: one that was good before a bad one may be
        read yet.
        """
        self.moves = 0
        """Keys typed since the stage was started, most of which move."""
        self.needs: list[tuple[int, Needs]] = []
        """What the stage held in moments of calm, and after how many moves."""
        self.peers = Peers(self.deck)
        self.console: Screen | None = None
        self.shared: Shared | None = None
        self.size = (80, 24)
        self._resumes: tuple[int, int] | None = None
        self._latest = b""
        """The good deck that was written last."""
        self._write(decks.good(0))
        self.start(())

    # The stage

    def start(self, options: tuple[str, ...]) -> None:
        """Begin the talk, on a good deck: in another some slides are errors from the start."""
        if self._latest != (self.deck.read_bytes() if self.deck.exists() else b""):
            self._write(self._latest.decode())
        command = presenter(self.deck, "--log", self.log, *options)
        self.stage = Screen(command, size=self.size, env=self.env)
        self.stage.size = self.size
        self._meet()
        self.moves, self.needs = 0, []
        state = self.observer.state
        if self._resumes and "--resume" in options and state is not None:
            at = (state.slide, state.step)
            assert at == self._resumes, f"resumed at {at} and not at {self._resumes}"
        self.look(None)

    def _meet(self) -> None:
        """Have an observer at the link of a stage that has just been started."""

        def meets() -> bool:
            self._alive()
            try:
                self.observer = Observer(self.deck)
            except OSError:
                return False
            return True

        self.stage.wait(meets, "the link")
        self._wait(lambda: self.observer.state is not None, "a state")

    def end(self, how: str) -> None:
        """End the talk so; the terminal is left as it was found."""
        self.look(None)
        stage, state = self.stage, self.observer.state
        assert state is not None
        is_given = how in ("q", "ctrl+c") and state.slide == state.slides
        kept = how != "SIGKILL" and not is_given and (state.mover or self._resumes is not None)
        self._resumes = (state.slide, state.step) if kept else None
        expected = 0
        if how == "close":
            stage.close()
            assert stage.process.wait(DEADLINE) == 128 + signal.SIGHUP
        else:
            if how.startswith("SIG"):
                expected = 128 + signal.Signals[how]
                stage.process.send_signal(signal.Signals[how])
            else:
                stage.send("qq" if how == "q" else "\x03")
            status = stage.status()
            assert status == expected, f"ended with status {status} by {how}"
            if how != "SIGKILL":
                stage.assert_as_found()
            stage.close()
        self.observer.close()
        self.peers.leave()
        crashes = list(Path(self.env["XDG_STATE_HOME"]).rglob("crash-*"))
        assert not crashes, crashes[0].read_text()
        said = self.log.read_text(encoding="utf-8")
        assert " ERROR " not in said, said[said.index(" ERROR ") - 300 :][:3000]
        self.log.unlink()

    # What is done

    def do(self, name: str, value: Any) -> None:
        """Do the action of that name; see `actions`."""
        getattr(self, name.replace(" ", "_"))(value)
        if name != "end":
            self._alive()

    def keys(self, value: str) -> None:
        """Type that."""
        self.moves += len(_KEY.findall(value))
        self._type(self.stage, value)

    mouse = paste = keys

    def palette(self, value: str) -> None:
        """Open the palette from the slide, and type that."""
        self._close_all(self.stage)
        self._type(self.stage, f"\x10{value}")

    def jump(self, value: int) -> None:
        """To that slide by its number: what was typed before is done by then, and this too."""
        self.look(None)  # an edit that comes now may move the talk, too
        self._type(self.stage, f"{value}\r")
        self._wait(partial(self._is_at, value), f"slide {value}")

    def _is_at(self, slide: int) -> bool:
        """Whether the talk is at `slide`, or its last, or was moved by others since."""
        state = self.observer.state
        assert state is not None
        return state.slide == min(slide, state.slides) or state.mover != "stage"

    def resize(self, value: tuple[int, int]) -> None:
        """Another size."""
        self.size = value
        self.stage.resize(*value)

    def drag(self, value: list[tuple[int, int]]) -> None:
        """Many sizes one after the other, as when a window's edge is dragged."""
        for size in value:
            self.resize(size)
            self.stage.read(0.002)

    def signal(self, value: str) -> None:
        """A signal that does not end it; one that stops it is followed by the one that does not."""
        process = self.stage.process
        process.send_signal(signal.Signals[value])
        if value == "SIGSTOP":
            os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
            self._type(self.stage, "n")
            process.send_signal(signal.SIGCONT)

    def away(self, value: str) -> None:
        """Into the editor, or the background, and back; what is typed meanwhile is theirs."""
        self.look(None)
        taken = self.stage.taken
        if value.startswith("SIG"):
            self.stage.process.send_signal(signal.Signals[value])
        else:
            self._type(self.stage, value)
        self._wait(lambda: self.stage.taken > taken, "the stage again")

    def edit(self, value: tuple[str, int, str]) -> None:
        """Write the deck; whatever cannot be shown is not."""
        kind, seed, way = value
        self._write(decks.good(seed) if kind == "good" else decks.other(seed), way)

    def _write(self, text: str, way: str = "in place") -> None:
        data, deck = text.encode(), self.deck
        fresh = deck.with_name("fresh~")
        half = data[: len(data) // 2]
        passing = self._good(half) if way == "in two parts" else set()
        self.may_be |= passing
        final = self._good(data)
        self._latest = data if final else self._latest
        if way == "in place" or not self.known:
            deck.write_bytes(data)
        elif way == "in two parts":
            with deck.open("wb") as file:
                file.write(half)
                file.flush()
                self._pass(0.05)
                file.write(data[len(half) :])
        elif way == "twice":
            deck.write_bytes(data)
            deck.write_bytes(data)
        else:
            if way == "delete":
                deck.unlink()
                self._pass(0.4)
            elif way == "away and back":
                deck.rename(deck.with_name("away"))
                self._pass(0.1)
                deck.with_name("away").rename(deck)
            fresh.write_bytes(data)
            fresh.replace(deck)
        # Those that are followed at once by a bad one may never have been seen, nor the half seen
        # be followed by its whole.
        self._good_since |= passing | final
        self._is_good = bool(final)
        self.may_be = final or self.may_be | self._good_since

    def _good(self, data: bytes) -> set[str]:
        """The digest of the deck that `data` holds, if it is good; it is known from now on."""
        try:
            loaded = load_source(decode(data, str(self.deck), self.deck.parent))
        except UnreadableError:
            return set()
        errors = [each for each in loaded.problems if each.severity == "error"]
        if loaded.deck is None or errors:
            return set()
        self.known[loaded.digest] = loaded.deck
        return {loaded.digest}

    # Guests

    def peer(self, value: bytes) -> None:
        """A peer says that."""
        self.peers.say(value)

    def peers_come(self, value: int) -> None:
        """Peers come."""
        self.peers.come(value)

    def peers_leave(self, _: None = None) -> None:
        """All peers leave."""
        self.peers.leave()

    def console_comes(self, value: tuple[int, int]) -> None:
        """A console of that size, if there is none."""
        if self.console is None:
            self.console = Screen(presenter("notes", self.deck), size=value, env=self.env)

    def console_keys(self, value: str) -> None:
        """Type that in the console."""
        if self.console is not None:
            self._type(self.console, value)

    def console_leaves(self, value: str) -> None:
        """The console ends so."""
        console, self.console = self.console, None
        if console is None:
            return
        self._wait(lambda: "25" not in console.modes, "the console", console)
        if value == "q":
            self._close_all(console)
            console.send("qq")
        else:
            console.process.send_signal(signal.Signals[value])
        status = console.status()
        assert status == (0 if value == "q" else 128 + signal.Signals[value]), status
        if value != "SIGKILL":
            console.assert_as_found()
        assert b"Traceback" not in console.raw
        console.close()

    def share(self, _: None = None) -> None:
        """The web page, if there is none."""
        if self.shared is None:
            shared = Shared(self.deck, self.env)
            self.shared = shared if shared.port else None

    def viewers(self, value: int) -> None:
        """So many come, if there is a web page."""
        if self.shared is not None:
            self.shared.come(value)

    def share_leaves(self, _: None = None) -> None:
        """The web page ends."""
        shared, self.shared = self.shared, None
        if shared is not None:
            shared.end()

    # What must be seen

    def look(self, _: None) -> None:
        """What was typed is done, and all show what the session tells."""
        self._close_all(self.stage)
        if all(mine >= least for mine, least in zip(self.size, _TELLS, strict=True)):
            self._type(self.stage, "7")
            self._wait(lambda: _MARK in self.stage.text, "what is typed")
            self._type(self.stage, "\x7f")
        self._until_none(self._stage_faults)
        state = self.observer.state
        if state is not None and self._is_good:
            self.may_be = {state.digest}
            self._good_since = set(self.may_be)
        if self.console is not None and min(self.console.size) >= 16:
            self._close_all(self.console)
            self._until_none(self._console_faults)
        if self.shared is not None:
            self._until_none(self._viewers_faults)

    def calm(self, _: None = None) -> None:
        """All guests leave; what the stage holds now is kept, on one deck at one size each time."""
        self.console_leaves("q")
        self.share_leaves()
        self.peers.leave()
        self.resize((80, 24))
        self._write(decks.good(0))
        self.jump(1)
        self.look(None)
        pid = self.stage.process.pid
        if self.needs:
            most = self.needs[0][1].descriptors + LEXER
            self._wait(lambda: needs_of(pid).descriptors <= most, "descriptors closed")
        else:
            self._pass(0.5)  # what is opened behind the first slide is open by then
        self.needs.append((self.moves, needs_of(pid)))

    def _stage_faults(self) -> Iterator[str]:
        self.observer.look()
        state = self.observer.state
        assert state is not None
        if _MARK in self.stage.text:
            yield "a number that is typed still"
        if state.digest not in self.may_be or state.digest not in self.known:
            yield f"shows deck {state.digest} and not one of {self.may_be}"
            return
        columns, rows = self.size
        if state.size[0] != columns or state.size[1] > rows:
            yield f"set for {state.size} and not for {self.size}"
            return
        yield from faults(self.stage.rows, state, self.known[state.digest])

    def _console_faults(self) -> Iterator[str]:
        assert self.console is not None
        self.observer.look()
        self.console.read(0)
        state = self.observer.state
        assert state is not None
        if f"{state.slide}/{state.slides}" not in self.console.text:
            yield f"the console does not show {state.slide}/{state.slides}:\n{self.console.text}"

    def _viewers_faults(self) -> Iterator[str]:
        assert self.shared is not None
        self.observer.look()
        state = self.observer.state
        assert state is not None
        expected = {"on": True, "slide": state.slide, "step": state.step, "blank": state.blank}
        for viewer in self.shared.viewers:
            viewer.look()
            told = {key: viewer.told.get(key) for key in expected}
            if told != expected:
                yield f"a viewer was told {viewer.told} and not {expected}"

    def _until_none(self, wrong: Callable[[], Iterator[str]]) -> None:
        """Wait until nothing is `wrong`."""
        found: list[str] = []

        def is_well() -> bool:
            self._alive()
            found[:] = wrong()
            return not found

        try:
            self._wait(is_well, "")
        except AssertionError:
            raise AssertionError("\n".join(found[:12])) from None

    def _alive(self) -> None:
        code = self.stage.process.poll()
        crashes = [each.read_text() for each in Path(self.env["XDG_STATE_HOME"]).rglob("crash-*")]
        assert code is None, f"the stage ended with {code}\n{''.join(crashes)}"

    def _close_all(self, screen: Screen) -> None:
        """Close what is open over the slide."""
        self._type(screen, ESCAPE * 4)

    def _type(self, screen: Screen, keys: str) -> None:
        """Type `keys`, reading meanwhile, as a terminal does that is not to block."""
        screen.read(0)
        screen.send(keys.encode("utf-8", "surrogateescape"))
        screen.read(0.005)

    def _pass(self, seconds: float) -> None:
        self.stage.read_for(seconds)

    def _wait(
        self, condition: Callable[[], object], what: str, screen: Screen | None = None
    ) -> None:
        """As `Terminal.wait`; the observer and the console are read meanwhile."""

        def holds() -> bool:
            self._alive()
            self.observer.look()
            if self.console is not None and self.console is not screen:
                self.console.read(0)
            if screen is not None:
                self.stage.read(0)
            return bool(condition())

        (screen or self.stage).wait(holds, what)

    def close(self) -> None:
        """End everything at once."""
        for screen in (self.stage, self.console):
            if screen is not None:
                screen.__exit__(None, None, None)
        if self.shared is not None:
            self.shared.end()
        self.observer.close()
        self.peers.leave()
