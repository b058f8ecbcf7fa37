"""Who else has a part in a talk: an observer at the link, raw peers, the web page's viewers."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from presenter.talk.link.endpoint import endpoint_for
from presenter.talk.link.protocol import Lines, State, state_of

_MOST = 16
"""Raw peers that stay."""


class Observer:
    """A peer that says nothing; `state` is the last that it was told."""

    def __init__(self, deck: Path) -> None:
        """Raises OSError while there is no stage."""
        self.state: State | None = None
        self._lines = Lines()
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.connect(str(endpoint_for(deck).socket))
        except OSError:
            self._socket.close()
            raise
        self._socket.setblocking(False)

    def look(self) -> None:
        """Take in what was told by now."""
        with contextlib.suppress(BlockingIOError):
            while data := self._socket.recv(65536):
                for line in self._lines.feed(data, 10_000):
                    self.state = state_of(line) or self.state

    def close(self) -> None:
        """Leave."""
        self._socket.close()


class Peers:
    """Raw clients that say what they like and read nothing."""

    def __init__(self, deck: Path) -> None:
        self._deck = deck
        self._sockets: list[socket.socket] = []

    def come(self, count: int) -> None:
        """So many more, as far as they are let in; all but a few leave at once.

        A stage has room for 32: others are to find some.
        """
        for _ in range(count):
            one = socket.socket(socket.AF_UNIX)
            one.setblocking(False)
            try:
                one.connect(str(endpoint_for(self._deck).socket))
            except OSError:
                one.close()
            else:
                self._sockets.append(one)
        for one in self._sockets[_MOST:]:
            one.close()
        del self._sockets[_MOST:]

    def say(self, data: bytes) -> None:
        """The one who came last says `data`; one comes for it if there is none."""
        if not self._sockets:
            self.come(1)
        for one in self._sockets[-1:]:
            with contextlib.suppress(OSError):
                one.send(data)

    def leave(self) -> None:
        """All of them."""
        for one in self._sockets:
            one.close()
        self._sockets = []


class Shared:
    """``presenter share`` in a process of its own, and who looks at it."""

    def __init__(self, deck: Path, env: Mapping[str, str]) -> None:
        self.viewers: list[Viewer] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "presenter", "share", str(deck), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=os.environ | env,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        found = re.search(rb":(\d+)/", line)
        self.port = int(found[1]) if found else None
        """None if there was no deck to share just then."""
        if found is None:
            said = line + self._process.communicate(timeout=20)[0]
            assert self._process.returncode in (1, 2), said.decode()
            assert b"error" in said, said.decode()
            assert b"Traceback" not in said, said.decode()

    def come(self, count: int) -> None:
        """So many viewers more."""
        assert self.port is not None
        self.viewers += [Viewer(self.port) for _ in range(count)]

    def end(self) -> None:
        """The viewers leave, and it ends as it is to."""
        for viewer in self.viewers:
            viewer.close()
        self.viewers = []
        self._process.send_signal(signal.SIGTERM)
        said, _ = self._process.communicate(timeout=20)
        assert self._process.returncode == 128 + signal.SIGTERM, said.decode()
        assert b"Traceback" not in said, said.decode()


class Viewer:
    """One who reads the web page's stream; `told` is the last message."""

    def __init__(self, port: int) -> None:
        self.told: dict[str, Any] = {}
        self._data = b""
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        self._socket.setblocking(False)

    def look(self) -> None:
        """Take in what was told by now."""
        with contextlib.suppress(BlockingIOError):
            while data := self._socket.recv(65536):
                self._data += data
        *whole, self._data = self._data.split(b"\n\n")
        for message in whole:
            if found := re.search(rb"data: (\{.*\})", message):
                self.told = json.loads(found[1])

    def close(self) -> None:
        """Leave."""
        self._socket.close()
