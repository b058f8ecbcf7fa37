"""A headless Chromium, driven by its DevTools protocol; it reaches nothing but this machine.

Source: https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import pytest

DEADLINE = 30.0
"""Seconds after which a wait has failed; far more than anything needs."""

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="there is no chromium"
)

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
    # No name leads anywhere else.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)


class Page:
    """A tab; `problems` are its errors, `requests` the addresses that it asked for."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._browser = browser
        self._session = session

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method of the protocol."""
        return await self._browser.call(method, params, self._session)

    async def open(self, url: str) -> None:
        """Go to `url` and wait until it is loaded."""
        await self.call("Page.navigate", url=url)
        await self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    async def run(self, script: str) -> Any:
        """The value of `script`. Raises ScriptError."""
        done = await self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in done:
            raise ScriptError(done["exceptionDetails"])
        return done["result"].get("value")

    async def until(self, script: str) -> Any:
        """Wait until `script` is true; its value."""
        value: Any = None
        try:
            async with asyncio.timeout(DEADLINE):
                while True:
                    try:
                        value = await self.run(script)
                    except (ProtocolError, ScriptError) as error:  # the page is being replaced
                        value = error
                        await asyncio.sleep(0.02)
                        continue
                    if value:
                        return value
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"never came true: {script} is {value!r}") from None

    async def press(self, key: str, *, modifiers: int = 0) -> None:
        """Press a key by its name in ``KeyboardEvent.key``. 2 is ctrl, 8 shift."""
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 and not modifiers & 2 else "")
        event = {"key": key, "modifiers": modifiers}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **event)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    async def click(self, selector: str) -> None:
        """Click the middle of the element that `selector` finds."""
        box = await self.run(
            f"(r => [r.x + r.width / 2, r.y + r.height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        place = {"x": box[0], "y": box[1], "button": "left", "clickCount": 1}
        await self.call("Input.dispatchMouseEvent", type="mousePressed", **place)
        await self.call("Input.dispatchMouseEvent", type="mouseReleased", **place)

    async def resize(self, width: int, height: int, *, touch: bool = False) -> None:
        """Make the screen so many pixels large; `touch`: that of a phone."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=touch,
        )
        await self.call("Emulation.setTouchEmulationEnabled", enabled=touch)

    async def picture(self, path: Path) -> None:
        """Write what is seen to `path`, a PNG."""
        data = (await self.call("Page.captureScreenshot"))["data"]
        path.write_bytes(base64.b64decode(data))

    async def pdf(self) -> bytes:
        """The page as it is printed."""
        done = await self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        return base64.b64decode(done["data"])

    def take(self, method: str, params: dict[str, Any]) -> None:
        """Note an event."""
        if method == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(params["exceptionDetails"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.problems.append(json.dumps(params["entry"]))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "assert"):
            self.problems.append(json.dumps(params["args"]))
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])


class ProtocolError(Exception):
    """The browser refused a call."""


class ScriptError(AssertionError):
    """A script failed in the page."""


class Browser:
    """The connection to a browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}
        self._reading = asyncio.create_task(self._read())

    async def page(self) -> Page:
        """A new tab, which shares nothing with the others."""
        context = (await self.call("Target.createBrowserContext", {}))["browserContextId"]
        target = {"url": "about:blank", "browserContextId": context}
        made = (await self.call("Target.createTarget", target))["targetId"]
        attach = {"targetId": made, "flatten": True}
        session = (await self.call("Target.attachToTarget", attach))["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Page", "Runtime", "Log", "Network"):
            await page.call(f"{domain}.enable")
        return page

    async def call(self, method: str, params: dict[str, Any], session: str = "") -> dict[str, Any]:
        """The result of a method. Raises ProtocolError."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        future = self._waiting[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json(message)
        return await asyncio.wait_for(future, DEADLINE)

    async def _read(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                future = self._waiting.pop(said["id"])
                if future.done():
                    continue
                if "error" in said:
                    future.set_exception(ProtocolError(said["error"]))
                else:
                    future.set_result(said["result"])
            elif page := self._pages.get(said.get("sessionId", "")):
                page.take(said["method"], said["params"])


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser with a profile of its own, gone at the end."""
    assert CHROMIUM is not None, "chromium is not installed"
    with TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            CHROMIUM,
            *_FLAGS,
            f"--user-data-dir={folder}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            port, path = await _address(Path(folder) / "DevToolsActivePort", process)
            async with (
                aiohttp.ClientSession() as session,
                session.ws_connect(f"ws://127.0.0.1:{port}{path}", max_msg_size=0) as socket,
            ):
                browser = Browser(socket)
                yield browser
                with suppress(ProtocolError, ConnectionError):
                    await browser.call("Browser.close", {})
        finally:
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), 5)
            if process.returncode is None:
                process.kill()
                await process.wait()


async def _address(file: Path, process: asyncio.subprocess.Process) -> tuple[str, str]:
    """The port and path at which the browser says that it listens."""
    async with asyncio.timeout(DEADLINE):
        while process.returncode is None:
            if file.exists() and len(lines := file.read_text().split()) == 2:
                return lines[0], lines[1]
            await asyncio.sleep(0.05)
    raise AssertionError(f"chromium ended with {process.returncode}")
