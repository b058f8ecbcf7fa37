"""Server-sent events: one viewer's connection.

Source: the HTML standard, "Server-sent events".
"""

from __future__ import annotations

import asyncio
import random
import socket

from aiohttp import web

from presenter.share.feed import Feed

_BEAT = 15.0
"""Seconds after which a silent stream says that it lives; after three times that viewers leave."""

_PATIENCE = 10.0
"""Seconds that a viewer has to take what was sent; then it is dropped, and may come again."""

_STAGGER = (0.03, 0.15)
"""Seconds after a move in which viewers are told of it, not all at once: the stage paints first."""

_KERNEL = 16 * 1024
"""Bytes that the system keeps for one viewer."""


async def send_events(request: web.Request, feed: Feed) -> web.StreamResponse:
    """Send the newest message of `feed`, and each that is newest when the viewer can take it.

    Ends by being cancelled when the viewer leaves or the server ends.
    """
    response = web.StreamResponse(
        headers={
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        }
    )
    await response.prepare(request)
    transport = request.transport
    if transport is None:
        return response
    if (plug := transport.get_extra_info("socket")) is not None:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _KERNEL)
    seen = -1
    while True:
        try:
            async with asyncio.timeout(_BEAT):
                await feed.newer(seen)
                if seen >= 0:
                    await asyncio.sleep(random.uniform(*_STAGGER))
            seen = feed.number
            event = f"data: {feed.message}\n\n"
        except TimeoutError:
            event = "event: beat\ndata:\n\n"
        try:
            await response.write(event.encode())
            if transport.get_write_buffer_size():
                async with asyncio.timeout(_PATIENCE):
                    while transport.get_write_buffer_size():  # noqa: ASYNC110 - no event tells it
                        await asyncio.sleep(0.05)
        except TimeoutError:
            transport.abort()
            return response
        except ConnectionError:
            return response
