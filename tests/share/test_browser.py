"""The page and the remote in a real browser, following a real stage."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from presenter.share.server import ShareServer
from tests.share.chromium import Browser, Page, chromium, needs_chromium
from tests.share.conftest import SECRETS, TOKEN, Sharing
from tests.share.stages import stage, until

pytestmark = needs_chromium

SHOWN = "document.querySelector('.now').id"
SEEN = "[...document.querySelectorAll('.now li:not(.later)')].map(e => e.textContent).join()"

PLACED = """(() => {
  const lines = {}, range = document.createRange(), boxes = [];
  for (const name of ["state", "said"]) {
    range.selectNodeContents(document.getElementById(name));
    lines[name] = range.getClientRects().length;
  }
  for (const each of document.querySelectorAll("#state, #said, #controls button:not([hidden])"))
    boxes.push([each.id || each.dataset.do, each.getBoundingClientRect()]);
  const apart = (a, b) =>
    a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const overlaps = boxes.flatMap(([name, a], i) => boxes.slice(i + 1)
    .filter(([, b]) => !apart(a, b)).map(([other]) => [name, other]));
  const outside = boxes.filter(([, box]) =>
    box.left < 0 || box.right > innerWidth || box.bottom > innerHeight).map(([name]) => name);
  return [lines, overlaps, outside];
})()"""
"""In how many lines the two texts are set, what lies over what, and what is not on the screen."""


class Scene(NamedTuple):
    """A server and a browser."""

    share: ShareServer
    url: str
    browser: Browser


@asynccontextmanager
async def scene(sharing: Callable[..., Sharing]) -> AsyncIterator[Scene]:
    async with sharing() as (share, client), chromium() as browser:
        yield Scene(share, str(client.make_url("/")), browser)


async def at(page: Page, slide: int) -> None:
    """Wait until the page shows that slide."""
    await page.until(f"{SHOWN} === 'slide-{slide}'")


def sound(page: Page, url: str) -> None:
    """No error in the page's console, and nothing asked of anybody else."""
    assert page.problems == []
    assert all(each.startswith((url, "data:")) for each in page.requests), page.requests


@pytest.mark.parametrize("size", [(360, 640), (320, 480), (1280, 720)], ids=str)
@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
async def test_what_the_page_says_stands_on_one_line_beside_nothing_else(
    sharing: Callable[..., Sharing], deck: Path, size: tuple[int, int], touch: bool
) -> None:
    deck.write_text(deck.read_text("utf-8").replace("title:", "lang: en\ntitle:", 1), "utf-8")
    async with scene(sharing) as (_, url, browser):
        page = await browser.page()
        await page.resize(*size, touch=touch)
        await page.open(url)
        await page.until("document.getElementById('state').textContent.startsWith('Waiting')")
        await page.press("9")
        await page.press("Enter")
        await page.until("document.getElementById('said').textContent !== ''")
        lines, overlaps, outside = await page.run(PLACED)
        assert lines == {"state": 1, "said": 1}
        assert overlaps == []
        assert outside == []


async def test_viewers_follow_look_back_and_return(
    sharing: Callable[..., Sharing], deck: Path
) -> None:
    async with scene(sharing) as (_, url, browser):
        page = await browser.page()
        await page.open(url)
        await page.until("document.getElementById('state').textContent === '等待开讲'")
        async with stage(deck) as (_, pilot):
            await page.until("document.getElementById('state').textContent === ''")
            await at(page, 1)
            await pilot.press("right")
            await at(page, 2)
            assert await page.run(SEEN) == ""
            await pilot.press("right")
            await page.until(f"{SEEN} === '政务'")

            late = await browser.page()
            await late.open(url)
            await late.until(f"{SEEN} === '政务'")

            await page.press("p")
            await at(page, 1)
            await page.until("!document.getElementById('live').hidden")
            await pilot.press("n")
            await at(late, 3)
            await page.until("document.getElementById('live').textContent === '回到现场'")
            assert await page.run(SHOWN) == "slide-1"
            await page.click("#live")
            await at(page, 3)
            assert await page.run("document.getElementById('live').hidden")

            await page.press("Home")
            await at(page, 1)
            await page.press("Escape")
            await at(page, 3)

            await pilot.press("b")
            await page.until("document.getElementById('blank').className === 'black'")
            await pilot.press("b")
            await page.until("document.getElementById('blank').hidden")
        await page.until("document.getElementById('state').textContent === '放映已暂停或结束'")
        await at(page, 3)
        seen = await page.run("document.documentElement.outerHTML")
        assert not any(secret in seen for secret in SECRETS)
        sound(page, url)
        sound(late, url)


async def test_a_changed_deck_is_shown_at_its_place(
    sharing: Callable[..., Sharing], deck: Path
) -> None:
    async with scene(sharing) as (_, url, browser), stage(deck) as (app, pilot):
        await pilot.press("end")
        page, other = await browser.page(), await browser.page()
        for each in (page, other):
            await each.open(url)
            await at(each, 4)
        await page.press("3")
        await page.press("Enter")
        await at(page, 3)
        text = deck.read_text(encoding="utf-8")
        deck.write_text(text.replace("先懂全局", "先懂大局"), encoding="utf-8")
        app.action_reload()
        for each, slide in ((page, 3), (other, 4)):
            await each.until("document.getElementById('slide-3').textContent.includes('先懂大局')")
            await at(each, slide)
        # Another theme is another style sheet: the page loads again, and still looks around.
        app.choose_theme("board")
        for each, slide in ((page, 3), (other, 4)):
            await each.until("getComputedStyle(document.body).color === 'rgb(242, 241, 232)'")
            await at(each, slide)
        await page.until("!document.getElementById('live').hidden")
        sound(page, url)
        sound(other, url)


async def test_the_remote_moves_the_stage(sharing: Callable[..., Sharing], deck: Path) -> None:
    async with scene(sharing) as (_, url, browser), stage(deck) as (app, _):
        page = await browser.page()
        await page.resize(390, 844, touch=True)
        await page.open(f"{url}remote?token={TOKEN}")
        await page.until("document.getElementById('place').textContent === '1/4'")
        await page.until("document.getElementById('notes').textContent.includes('机密一号')")
        assert "前提" in await page.run("document.getElementById('next').textContent")
        await page.click("#go")
        await until(lambda: app.session.talk.slide == 1)
        await page.until("document.querySelector('#notes strong')?.textContent === '只给讲者'")
        await page.until("document.getElementById('clock').className === 'running'")
        await page.click("#blank")
        await until(lambda: app.session.talk.blank == "black")
        await page.until("document.getElementById('blank').ariaPressed === 'true'")
        await page.click("#blank")
        await until(lambda: app.session.talk.blank is None)
        await page.click("#previous")
        await until(lambda: app.session.talk.slide == 0)
        # Both buttons are large, and all of the page is on the screen.
        assert await page.run("document.getElementById('go').clientHeight > 150")
        assert await page.run("document.documentElement.scrollHeight <= innerHeight")
        sound(page, url)


async def test_a_wrong_token_shows_nothing(sharing: Callable[..., Sharing], deck: Path) -> None:
    async with scene(sharing) as (_, url, browser), stage(deck):
        page = await browser.page()
        await page.call("Page.navigate", url=f"{url}remote?token=wrong")
        assert await page.run("document.body?.textContent.includes('机密') ?? false") is False
        assert await page.run("document.getElementById('go')") is None


async def test_another_page_cannot_frame_or_read_it(
    sharing: Callable[..., Sharing], deck: Path
) -> None:
    """A page of another origin gets neither the stream nor the remote, token or not."""
    async with scene(sharing) as (share, url, browser), stage(deck) as (app, _):
        await until(lambda: share.follower.state is not None)
        page = await browser.page()
        await page.open("data:text/html,<p>elsewhere")
        script = f"""Promise.allSettled([
            fetch('{url}events'), fetch('{url}'),
            fetch('{url}remote', {{method: 'POST', body: '{{"do":"last"}}',
                headers: {{'X-Presenter-Token': '{TOKEN}', 'Content-Type': 'application/json'}}}}),
        ]).then(all => all.map(each => each.status).join())"""
        assert await page.run(script) == "rejected,rejected,rejected"
        assert app.session.talk.slide == 0
        assert share.viewers == 0


async def test_it_comes_back_after_the_server_was_gone(deck: Path) -> None:
    from aiohttp.test_utils import TestServer

    from presenter.deck import load_deck
    from presenter.share.admission import Hosts

    async def serve(port: int | None = None) -> TestServer:
        share = ShareServer(deck, load_deck(deck), Hosts("127.0.0.1"))
        server = TestServer(share.app, host="127.0.0.1", port=port)
        await server.start_server()
        return server

    first = await serve()
    url, port = str(first.make_url("/")), first.port
    async with chromium() as browser, stage(deck) as (_, pilot):
        page = await browser.page()
        await page.open(url)
        await page.until("document.getElementById('state').textContent === ''")
        await first.close()
        await page.until("document.getElementById('state').textContent.includes('重连')")
        await pilot.press("n")
        again = await serve(port)
        try:
            await at(page, 2)
        finally:
            await again.close()
