from __future__ import annotations

import asyncio

from presenter.share.server import Feed


async def test_only_the_newest_is_told() -> None:
    feed = Feed("one")
    seen = await feed.newer(-1)
    waiting = asyncio.create_task(feed.newer(seen))
    await asyncio.sleep(0)
    feed.put("two")
    feed.put("three")
    assert await waiting == 2
    assert feed.message == "three"


async def test_the_same_again_is_nothing_new() -> None:
    feed = Feed("one")
    feed.put("one")
    waiting = asyncio.create_task(feed.newer(0))
    await asyncio.sleep(0)
    assert not waiting.done()
    waiting.cancel()


async def test_all_who_wait_are_told() -> None:
    feed = Feed("one")
    waiting = [asyncio.create_task(feed.newer(0)) for _ in range(100)]
    await asyncio.sleep(0)
    feed.put("two")
    assert await asyncio.gather(*waiting) == [1] * 100
