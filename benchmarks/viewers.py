"""``python -m benchmarks.viewers PORT COUNT``: connections that read what a talk's page is told.

A process of its own and of low priority: in a real room they are other machines. It says
``joined`` when all are there; ended by its input, it says how many messages each heard on average.
"""

from __future__ import annotations

import asyncio
import os
import sys


async def main(port: int, count: int) -> None:
    heard = 0
    joined = [asyncio.Event() for _ in range(count)]

    async def follow(event: asyncio.Event) -> None:
        nonlocal heard
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        while line := await reader.readline():
            if line.startswith(b"data: "):
                heard += event.is_set()
                event.set()

    tasks = [asyncio.create_task(follow(event)) for event in joined]
    await asyncio.gather(*(event.wait() for event in joined))
    print("joined", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    print(heard / count, flush=True)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    os.nice(19)
    asyncio.run(main(*map(int, sys.argv[1:])))
