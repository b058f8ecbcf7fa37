"""A screen that nobody sees: Xvfb, with what types on it and what takes pictures of it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from contextlib import ExitStack
from types import TracebackType

from PIL import Image, ImageGrab

SIZE = (1280, 800)
"""Of the screen, in pixels; windows lie at its top left."""

WITH_US = ("setpriv", "--pdeathsig", "TERM", "--")
"""What stands before a command that is to end when we do (util-linux's setpriv)."""


class Display:
    """An X server of our own, on a number that it chooses; use it in a ``with`` statement.

    It ends when it is closed, and when this process ends in whatever way: nothing is left running.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        ours, its = os.pipe()
        size = "x".join(map(str, (*SIZE, 24)))
        command = [*WITH_US, "Xvfb", "-displayfd", str(its), "-screen", "0", size]
        self._server = subprocess.Popen(
            [*command, "-nolisten", "tcp", "-noreset"],
            pass_fds=(its,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._stack.callback(end, self._server)
        os.close(its)
        with os.fdopen(ours) as told:
            self.name = f":{told.readline().strip()}"
        """What ``DISPLAY`` is for programs on it."""
        if self.name == ":":
            self.close()
            raise RuntimeError("Xvfb did not start")

    def __enter__(self) -> Display:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End it, and with it every window that is still on it."""
        self._stack.close()

    def picture(self) -> Image.Image:
        """All that is on it now."""
        return ImageGrab.grab(xdisplay=self.name).convert("RGB")

    def do(self, *words: str) -> str:
        """Have xdotool do something; what it says. Empty, too, if it found no window."""
        command = ["xdotool", *words]
        env: Mapping[str, str] = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run(
            command, env=env, capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started as a session of its own, with what it has started itself."""
    for number in ("TERM", "KILL"):
        if process.poll() is None:
            subprocess.run(["kill", f"-{number}", "--", f"-{process.pid}"], check=False)
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                continue
