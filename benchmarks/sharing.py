"""The stage's keys while many viewers follow the talk in their browsers, over loopback."""

from __future__ import annotations

import asyncio
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import decks, setup
from benchmarks.report import Figure
from benchmarks.terminal import Terminal

RIGHT = b"\x1b[C"
_JOINING = 30.0
"""Seconds that all viewers have to join."""


class Viewers:
    """Connections that read what they are told, in a thread of their own."""

    def __init__(self, port: int, count: int) -> None:
        self.joined = 0
        self.heard = 0
        self._port, self._count = port, count
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Viewers:
        self._thread.start()
        self._ready.wait(_JOINING)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._end)
        self._thread.join(5)

    def _run(self) -> None:
        for _ in range(self._count):
            self._loop.create_task(self._follow())
        self._loop.run_forever()

    def _end(self) -> None:
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.call_later(0.2, self._loop.stop)

    async def _follow(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        try:
            await reader.readuntil(b"data: ")
            self.joined += 1
            if self.joined == self._count:
                self._ready.set()
            while line := await reader.readline():
                self.heard += line.startswith(b"data: ")
        finally:
            writer.close()


def measure(folder: Path, presses: int = 100, count: int = 500) -> Iterator[Figure]:
    deck = decks.plain(folder, 2 * presses + 1)
    environment = setup.environment(folder) | {"PYTHONUNBUFFERED": "1", "LANG": "C.UTF-8"}
    command = setup.presenter("share", deck, "--port", "0")
    with (
        Terminal(setup.presenter(deck), environment) as stage,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            stage.until(decks.title(0))
            stage.settle(0.5)
            alone = _keys(stage, 0, presses)
            with Viewers(_port(server), count) as viewers:
                stage.settle(0.5)
                before = viewers.heard
                among = _keys(stage, presses, presses)
                stage.settle(0.5)
                told = (viewers.heard - before) / max(1, viewers.joined) / presses
                joined = viewers.joined
        finally:
            server.terminate()
    detail = f"{median(among):.2f} ms; without viewers {median(alone):.2f} ms; {told:.0%} told"
    yield Figure(
        f"key with {joined} viewers, median : without",
        median(among) / median(alone),
        2,
        "×",
        detail,
    )
    worst = f"without viewers {max(alone):.1f} ms"
    yield Figure(f"key with {joined} viewers, worst of {presses}", max(among), 16, "ms", worst)


def _keys(stage: Terminal, first: int, presses: int) -> list[float]:
    times = []
    for number in range(first + 1, first + presses + 1):
        pressed = stage.send(RIGHT)
        times.append((stage.until(decks.title(number)) - pressed) * 1000)
        stage.settle()
    return times


def _port(server: subprocess.Popen[str]) -> int:
    """Where the server says that it listens."""
    assert server.stdout is not None
    for line in server.stdout:
        if "http://127.0.0.1:" in line:
            return int(line.rpartition(":")[2].strip().strip("/"))
    raise RuntimeError("the server ended")
