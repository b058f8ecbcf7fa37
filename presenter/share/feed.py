"""What is told to many: only the newest matters, so nothing queues up for anybody."""

from __future__ import annotations

import asyncio


class Feed:
    """The newest of a series of messages. Lives in one asyncio loop."""

    def __init__(self, message: str) -> None:
        self.message = message
        self.number = 0
        """How many others came before it."""
        self._changed = asyncio.Event()

    def put(self, message: str) -> None:
        """Have `message` be the newest; one like the last is none."""
        if message != self.message:
            self.message = message
            self.number += 1
            changed, self._changed = self._changed, asyncio.Event()
            changed.set()

    async def newer(self, than: int) -> int:
        """The newest message's number, once that is another one than `than`."""
        while self.number == than:
            await self._changed.wait()
        return self.number
