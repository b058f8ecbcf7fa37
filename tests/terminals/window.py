"""A terminal in a window, with a shell in it: what is typed into it, and what it looks like.

Nothing here sleeps to be done: every wait has a condition on what is seen, and a deadline.
"""

from __future__ import annotations

import fcntl
import os
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from shlex import join
from types import TracebackType
from typing import NamedTuple, TypeVar

from PIL import Image, ImageChops, ImageStat

from tests.terminals.display import WITH_US, Display, end
from tests.terminals.kinds import Kind, Start

DEADLINE = 30.0
"""Seconds after which a wait has failed: far more than anything needs on a busy machine."""

_POLL = 0.05
"""Seconds between two looks."""

_KEPT = ("PATH", "LD_LIBRARY_PATH", "SSL_CERT_FILE")

T = TypeVar("T")


class Cells(NamedTuple):
    """How many a terminal has, and the pixels of all of them together."""

    columns: int
    rows: int
    width: int
    height: int


class Window:
    """A terminal of this kind, with bash in it; use it in a ``with`` statement.

    pixels: of its window. folder: home and working directory of what runs in it.
    """

    def __init__(self, kind: Kind, folder: Path, pixels: tuple[int, int] = (1232, 759)) -> None:
        self.kind = kind
        self.folder = folder
        self._stack = ExitStack()
        # The paths of sockets are short, and so is that of this folder.
        own = tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True)
        self._own = Path(self._stack.enter_context(own))
        self._prompts, self._pid = self._own / "prompts", self._own / "pid"
        self._number = ""
        self.width, self.height = pixels
        try:
            self.display = self._stack.enter_context(Display())
            self._process = self._start()
            self._wait(lambda: self.prompts > 0, "a prompt in the window")
            self._number = self._wait(self._find, "the window")
            self.display.do("windowmove", self._number, "0", "0")
            self.resize(*pixels)
            self.await_shell()
            # As a pager leaves the screen that a talk takes: scrolled.
            self.text("printf '\\e[?1049h'; seq 99; printf '\\e[?1049l'\n")
            self.still()
            self.origin = self._locate()
            """Where in the window the cells begin, in pixels."""
            self._slack = 0
            """By how many pixels they may have moved since."""
            self.empty = self.still()
            """What the window looks like with nothing in it but a prompt."""
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Window:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the terminal, and the screen that it is on."""
        self._stack.close()

    def _start(self) -> subprocess.Popen[bytes]:
        settings = self._own / "bashrc"
        # A prompt is told by a line in a file: the last command's status.
        settings.write_text(
            f"PS1='$ '\ncd {join([str(self.folder)])}\ntty >{self._own}/tty\n"
            f"PROMPT_COMMAND='echo $? >>{self._prompts}'\nunset HISTFILE\n",
            encoding="utf-8",
        )
        shell = ["bash", "--noprofile", "--rcfile", str(settings), "-i"]
        (self._own / "data").mkdir()
        env = {name: value for name, value in os.environ.items() if name in _KEPT}
        env |= {name: value for name, value in os.environ.items() if name.startswith("PYTHON")}
        env |= {
            "DISPLAY": self.display.name,
            "HOME": str(self._own),
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "QT_QPA_PLATFORM": "xcb",
            "QT_XCB_GL_INTEGRATION": "none",
            "XDG_RUNTIME_DIR": str(self._own),
            "XDG_DATA_HOME": str(self._own / "data"),
        }
        self._log = (self._own / "log").open("wb")
        self._stack.callback(self._log.close)
        process = subprocess.Popen(
            [*WITH_US, *self.kind.command(Start(shell, self.width, self.height, self._own))],
            env=env,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
        self._stack.callback(end, process)
        return process

    def _find(self) -> str:
        """The number of the terminal's window; empty while there is none that is seen."""
        found = self.display.do("search", "--onlyvisible", "--class", self.kind.window)
        return next(iter(found.split()[::-1]), "")

    def _hears(self) -> bool:
        """Give it the keyboard, and see whether the shell gets a key: new windows lose some."""
        before, until = self.prompts, time.monotonic() + 1
        self.display.do("windowfocus", self._number)
        self.keys("Return")
        while self.prompts == before and time.monotonic() < until:
            time.sleep(_POLL)
        return self.prompts > before

    def _locate(self) -> tuple[int, int]:
        """Colour every cell, one way and another: where the two differ there are cells."""
        box = ImageChops.difference(self._filled(0), self._filled(1)).getbbox()
        assert box is not None
        return box[:2]

    def _filled(self, channel: int) -> Image.Image:
        """The window while all its cells are red, green or blue."""

        def is_filled(picture: Image.Image) -> bool:
            means = ImageStat.Stat(picture).mean
            return all((mean > 100) == (each == channel) for each, mean in enumerate(means))

        color = ";".join("200" if each == channel else "0" for each in range(3))
        before = self.prompts
        clear = "printf '\\e[0m\\e[2J\\e[H'"
        self.text(f"printf '\\e[48;2;{color}m\\e[2J'; read; {clear}\n")
        found = self.wait(is_filled, "a window of one colour")
        self.text("\n")
        self.await_prompt(before)
        return found

    # What runs in it

    @property
    def prompts(self) -> int:
        """How often the shell has shown its prompt."""
        return len(self._statuses())

    @property
    def status(self) -> int:
        """Of the last command that ended or was stopped."""
        return int(self._statuses()[-1])

    def _statuses(self) -> list[str]:
        return self._prompts.read_text().split() if self._prompts.exists() else []

    def start(self, command: Sequence[str]) -> None:
        """Run a command from the shell: typed are only as many keys as its name needs."""
        self._pid.unlink(missing_ok=True)
        script = f"echo $$ >{self._pid}.new; mv {self._pid}.new {self._pid}\nexec {join(command)}\n"
        (self._own / "talk").write_text(script, encoding="utf-8")
        self.text("clear; bash ~/talk\n")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the command that was started last."""
        self._wait(self._pid.exists, "the command's process")
        os.kill(int(self._pid.read_text()), number)

    def await_prompt(self, before: int) -> None:
        """Wait until the shell has shown more prompts than it had."""
        self._wait(lambda: self.prompts > before, "the shell's prompt")

    def await_shell(self) -> None:
        """Wait until it gets keys: a terminal that is behind may not have them set for it yet."""
        self._wait(self._hears, "keys that reach the shell")

    # What is typed

    def keys(self, *names: str) -> None:
        """Press keys, named as X names them (``Right``, ``ctrl+z``, ``question``)."""
        self.display.do("key", "--delay", "0", *names)

    def text(self, text: str) -> None:
        """Type a text."""
        self.display.do("type", "--delay", "2", text)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, and wait until the terminal has told the system of it."""
        self.display.do("windowsize", self._number, str(width), str(height))
        self._wait(
            lambda: self._fits() and (self.width, self.height) == (width, height),
            f"cells in all of {width}x{height}",
        )

    def enlarge(self, *, back: bool = False) -> None:
        """Have larger type, or the usual one again, and wait until the cells are others.

        Some windows keep their size then, others as many columns and rows; Konsole's cells begin a
        pixel further down afterwards.
        """
        assert self.kind.larger is not None
        self._slack = 1
        before = self.cells
        self.keys(*self.kind.larger[back].split())
        self._wait(lambda: self.cells != before and self._fits(), "cells of another size")

    def _fits(self) -> bool:
        cells = self.cells
        shape = self.display.do("getwindowgeometry", "--shell", self._number).splitlines()
        told = dict(line.split("=") for line in shape if "=" in line)
        self.width, self.height = int(told["WIDTH"]), int(told["HEIGHT"])
        across, down = self.width - cells.width, self.height - cells.height
        return 0 <= across < 40 and 0 <= down < 60

    # What it looks like

    @property
    def cells(self) -> Cells:
        """As the system has them (tty_ioctl(4), TIOCGWINSZ), but for a rest that fills no cell."""
        fd = os.open((self._own / "tty").read_text().strip(), os.O_RDWR | os.O_NOCTTY)
        try:
            packed = fcntl.ioctl(fd, termios.TIOCGWINSZ, bytes(8))
        finally:
            os.close(fd)
        rows, columns, width, height = struct.unpack("HHHH", packed)
        told = self._own / "pixels"
        if not width and told.exists():
            # A browser's cells need not be whole pixels.
            return Cells(columns, rows, *map(int, told.read_text().split()))
        return Cells(columns, rows, width // columns * columns, height // rows * rows)

    def picture(self) -> Image.Image:
        """What the window looks like now."""
        return self.display.picture().crop((0, 0, self.width, self.height))

    def crop(self, picture: Image.Image) -> Image.Image:
        """The cells of the window."""
        (x, y), cells = self.origin, self.cells
        return picture.crop((x, y, x + cells.width, y + cells.height))

    def crops(self, picture: Image.Image) -> Iterator[Image.Image]:
        """The same, for each place where the cells may begin."""
        (x, y), cells, slack = self.origin, self.cells, range(-self._slack, self._slack + 1)
        for left, top in product(slack, slack):
            box = (x + left, y + top, x + left + cells.width, y + top + cells.height)
            yield picture.crop(box)

    def wait(self, seen: Callable[[Image.Image], bool], what: str) -> Image.Image:
        """Look until what is seen will do, and give it; an AssertionError if it never does."""

        def look() -> Image.Image | None:
            picture = self.picture()
            return picture if seen(picture) else None

        return self._wait(look, what)

    def still(self) -> Image.Image:
        """What the window looks like once two looks, a quarter of a second apart, are alike."""
        before = self.picture()

        def look() -> Image.Image | None:
            nonlocal before
            time.sleep(0.25)
            last, before = before, self.picture()
            return before if last.tobytes() == before.tobytes() else None

        return self._wait(look, "a picture that stays")

    def _wait(self, condition: Callable[[], T | None], what: str) -> T:
        until = time.monotonic() + DEADLINE
        while not (found := condition()):
            if time.monotonic() > until or (self._process.poll() is not None):
                raise AssertionError(f"never came: {what}{self._last_words()}")
            time.sleep(_POLL)
        return found

    def _last_words(self) -> str:
        self._log.flush()
        said = (self._own / "log").read_text(errors="replace")[-500:].strip()
        kept = os.environ.get("BENCH_PICTURES")
        if kept and self._number:
            path = Path(kept) / f"{self.kind.name}-{time.time_ns()}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.picture().save(path)
            said += f"\nseen: {path}"
        return f"\n{said}" if said else ""


def presenter(*arguments: str | Path) -> list[str]:
    """The command line of ``presenter`` with `arguments`, as this Python has it installed."""
    return [str(Path(sys.executable).with_name("presenter")), *map(str, arguments)]
