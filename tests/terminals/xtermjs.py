"""VS Code's terminal, in a window of Chromium: xterm.js with its image addon, both of npm.

``python -m tests.terminals.xtermjs MODULES FONT SIZE WIDTH HEIGHT COMMAND…``: sizes in pixels. Like
VS Code it tells the system no pixels of its cells: they are kept in the file `pixels` beside
MODULES, for who looks at it. Chromium is spoken to by its DevTools' protocol, on two pipes.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import selectors
import struct
import subprocess
import sys
import termios
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.terminals.display import WITH_US

VERSION = "6.0.0"
PACKAGES = (f"@xterm/xterm@{VERSION}", "@xterm/addon-image@0.9.0")
"""As of the VS Code that is newest when they are raised; its settings are below."""

_TOLD = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TERM_PROGRAM": "vscode"}

_PAGE = """<!doctype html>
<meta charset="utf-8">
<link rel="stylesheet" href="node_modules/@xterm/xterm/css/xterm.css">
<style>html, body, #terminal { margin: 0; height: 100%; background: #000; overflow: hidden }</style>
<div id="terminal"></div>
<script src="node_modules/@xterm/xterm/lib/xterm.js"></script>
<script src="node_modules/@xterm/addon-image/lib/addon-image.js"></script>
<script>
const terminal = new Terminal({
  fontFamily: FONT, fontSize: SIZE, allowProposedApi: true, cursorBlink: false,
  windowOptions: { getWinSizePixels: true, getCellSizePixels: true, getWinSizeChars: true },
});
const images = window.ImageAddon.ImageAddon || window.ImageAddon;
terminal.loadAddon(new images({ sixelSupport: true, iipSupport: true, enableSizeReports: true }));
terminal.open(document.getElementById("terminal"));
const tell = (kind, what) => told(JSON.stringify([kind, what]));
const keys = (text) => tell("keys", text);
terminal.onData(keys);
terminal.onBinary(keys);
function fit() {
  const cell = terminal._core._renderService.dimensions.css.cell;
  terminal.resize(Math.floor(innerWidth / cell.width), Math.floor(innerHeight / cell.height));
  const { cols, rows } = terminal;
  tell("size", [cols, rows, Math.round(cell.width * cols), Math.round(cell.height * rows)]);
}
function put(base64) {
  const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  return new Promise((done) => terminal.write(bytes, done));
}
addEventListener("resize", fit);
addEventListener("load", fit);
addEventListener("focus", () => terminal.focus());
terminal.focus();
</script>
"""


class Browser:
    """Chromium with one page, which calls us by `told`, a function of its own."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        to_it, self._in = os.pipe()
        self.out, from_it = os.pipe()
        self._number = 0
        self._rest = b""
        self._session: dict[str, str] = {}
        window = f"--window-size={size[0]},{size[1]}"
        options = ["--no-sandbox", "--disable-gpu", "--kiosk", "--no-first-run", window]
        options += ["--allow-file-access-from-files", "--remote-debugging-pipe"]
        command = ["chromium", *options, f"--user-data-dir={folder}/chromium", "data:text/html,"]
        # Its pipes are these two numbers.
        script = f'exec "$@" 3<&{to_it} 4>&{from_it}'
        self.process = subprocess.Popen(
            [*WITH_US, "bash", "-c", script, "bash", *command], pass_fds=(to_it, from_it)
        )
        os.close(to_it)
        os.close(from_it)

    def open(self, page: Path) -> None:
        """Show a page in its window."""
        targets: Sequence[Mapping[str, Any]] = []
        while not targets:
            found = self.call("Target.getTargets")["targetInfos"]
            targets = [each for each in found if each["type"] == "page"]
        target = targets[0]["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}
        self.call("Runtime.enable")
        self.call("Runtime.addBinding", name="told")
        self.call("Page.navigate", url=page.as_uri())
        self.call("Page.bringToFront")

    def say(self, method: str, **parameters: Any) -> int:
        """Call a method; the number under which its answer will come."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters, **self._session}
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._in, data) :]
        return self._number

    def hear(self) -> list[dict[str, Any]]:
        """What it says now, at least a part of a message."""
        data = os.read(self.out, 1 << 16)
        if not data:
            raise EOFError
        *whole, self._rest = (self._rest + data).split(b"\0")
        return [json.loads(each) for each in whole]

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method and wait for its answer; what else is said meanwhile is lost."""
        number = self.say(method, **parameters)
        while True:
            for message in self.hear():
                if message.get("id") == number:
                    answer: dict[str, Any] = message["result"]
                    return answer


def main(modules: Path, font: str, size: str, width: str, height: str, *command: str) -> None:
    folder = modules.parent
    page, pixels = folder / "page.html", folder / "pixels"
    page.write_text(_PAGE.replace("FONT", json.dumps(font)).replace("SIZE", size), encoding="utf-8")
    browser = Browser(folder, (int(width), int(height)))
    browser.open(page)
    first = _resized(next(what for kind, what in _heard(browser) if kind == "size"), pixels)
    child, master = pty.fork()
    if not child:
        fcntl.ioctl(0, termios.TIOCSWINSZ, first)
        os.execvpe(command[0], command, {**os.environ, **_TOLD})
    try:
        _serve(browser, master, pixels)
    except (OSError, EOFError):
        browser.process.terminate()


def _heard(browser: Browser) -> Iterator[tuple[str, Any]]:
    while True:
        for message in browser.hear():
            if message.get("method") == "Runtime.bindingCalled":
                yield tuple(json.loads(message["params"]["payload"]))


def _resized(what: Sequence[int], pixels: Path) -> bytes:
    """What the system is to be told of a size; what it is not told goes into a file."""
    columns, rows, width, height = what
    new = pixels.with_suffix(".new")
    new.write_text(f"{width} {height}", encoding="utf-8")
    new.replace(pixels)
    return struct.pack("HHHH", rows, columns, 0, 0)


def _serve(browser: Browser, master: int, pixels: Path) -> None:
    """Carry bytes both ways until one of them ends: the next are written after those before."""
    chosen = selectors.DefaultSelector()
    chosen.register(browser.out, selectors.EVENT_READ)
    chosen.register(master, selectors.EVENT_READ)
    written = 0
    while True:
        for ready, _ in chosen.select():
            if ready.fd == master:
                data = b64encode(os.read(master, 1 << 16)).decode()
                put = {"expression": f"put('{data}')", "awaitPromise": True}
                written = browser.say("Runtime.evaluate", **put)
                chosen.unregister(master)
                continue
            for message in browser.hear():
                if message.get("id") == written:
                    written = 0
                    chosen.register(master, selectors.EVENT_READ)
                elif message.get("method") == "Runtime.bindingCalled":
                    kind, what = json.loads(message["params"]["payload"])
                    if kind == "keys":
                        os.write(master, what.encode())
                    else:
                        fcntl.ioctl(master, termios.TIOCSWINSZ, _resized(what, pixels))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
