"""What the server gives, and to whom, seen by a client that is no browser."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientResponse

from presenter.deck import load_deck
from presenter.deck.source import Source
from presenter.share import server as share_server
from presenter.share.follower import TalkFollower
from tests.drawings import halves, write
from tests.share.conftest import SECRETS, TOKEN, Sharing
from tests.share.stages import DEADLINE, stage, until

Start = Callable[..., Sharing]


async def event(response: ClientResponse) -> dict[str, Any]:
    """The next event of a stream."""
    while True:
        line = await asyncio.wait_for(response.content.readline(), DEADLINE)
        assert line, "the stream ended"
        if line.startswith(b"data: "):
            found: dict[str, Any] = json.loads(line[6:])
            return found


async def see(response: ClientResponse, **values: Any) -> dict[str, Any]:
    """The next event that has these values."""
    while True:
        found = await event(response)
        if all(found[name] == value for name, value in values.items()):
            return found


async def test_without_a_stage_there_is_the_first_slide(sharing: Start) -> None:
    async with sharing() as (_, client):
        page = await (await client.get("/")).text()
        assert "引子" in page
        async with client.get("/events") as stream:
            assert await event(stream) == {
                "version": page.split('data-version="')[1].split('"')[0],
                "on": False,
                "been": False,
                "slide": 1,
                "step": 0,
                "steps": 0,
                "blank": None,
            }


async def test_a_stream_follows_the_stage(sharing: Start, deck: Path) -> None:
    async with sharing() as (_, client), client.get("/events") as stream:
        async with stage(deck) as (_, pilot):
            await see(stream, on=True, slide=1)
            await pilot.press("right")
            await see(stream, slide=2, step=0, steps=2)
            await pilot.press("right")
            await see(stream, slide=2, step=1)
            await pilot.press("b")
            await see(stream, blank="black")
            async with client.get("/events") as late:
                assert (await event(late))["slide"] == 2
        await see(stream, on=False, been=True)


async def test_a_changed_deck_is_another_document(sharing: Start, deck: Path) -> None:
    async with sharing() as (_, client), client.get("/events") as stream, stage(deck) as (app, _):
        before = await see(stream, on=True)
        deck.write_text(deck.read_text(encoding="utf-8").replace("大局", "全局"), encoding="utf-8")
        app.action_reload()
        while (after := await event(stream))["version"] == before["version"]:
            pass
        response = await client.get("/")
        assert response.headers["ETag"] == f'"{after["version"]}"'
        assert "全局" in await response.text()


async def test_the_stages_reveal_and_theme_are_the_pages(sharing: Start, deck: Path) -> None:
    async with sharing() as (share, client):
        assert 'data-step="2"' in await (await client.get("/")).text()
        async with stage(deck, reveal=False, theme="paper"):
            await until(lambda: share.follower.state is not None)
            page = await (await client.get("/")).text()
            assert "data-step=" not in page.split("<script>")[0]
            assert "#faf7f0" in page


async def test_a_theme_that_only_the_stage_knows_is_the_pages(sharing: Start, deck: Path) -> None:
    theme = Source("/talk/竹.yaml", "name: 竹\npalette: {background: '#102a1b'}\n")
    async with sharing() as (share, client), stage(deck, theme="竹.yaml", theme_file=theme):
        await until(lambda: share.follower.state is not None)
        assert "#102a1b" in await (await client.get("/")).text()


async def test_no_byte_of_any_note_reaches_a_viewer(sharing: Start, deck: Path) -> None:
    async with sharing() as (_, client), client.get("/events") as stream:
        heard = b""
        async with stage(deck) as (_, pilot):
            for number in range(1, 5):
                while b'"slide":%d' % number not in heard:
                    heard += await asyncio.wait_for(stream.content.readline(), DEADLINE)
                await pilot.press("n")
            pages = [await (await client.get(path)).text() for path in ("/", "/remote", "/other")]
        for secret in SECRETS:
            assert secret not in heard.decode()
            assert not any(secret in page.replace("<wbr>", "") for page in pages)
            assert secret.encode("unicode_escape") not in heard


async def test_the_remote_moves_the_stage(sharing: Start, deck: Path) -> None:
    headers = {"X-Presenter-Token": TOKEN}
    async with (
        sharing() as (share, client),
        client.get("/remote/events", params={"token": TOKEN}) as stream,
        stage(deck) as (app, _),
    ):
        await see(stream, on=True, slide=1)
        assert share.follower.client.state is not None
        response = await client.post("/remote", json={"do": "next"}, headers=headers)
        assert response.status == 204
        told = await see(stream, slide=2)
        assert app.session.talk.slide == 1
        assert app.session.mover == "remote"
        assert told["title"] == "前提"
        assert told["next"] == ["大局", "先懂全局，再办后勤"]
        assert "<strong>只给讲者</strong>" in told["notes"]
        await client.post("/remote", json={"do": "blank", "color": "black"}, headers=headers)
        await see(stream, blank="black")


async def test_the_remote_says_who_it_is_not(sharing: Start, deck: Path) -> None:
    """What the body says of itself counts for nothing."""
    async with sharing() as (_, client), stage(deck) as (app, _):
        async with client.get("/remote/events", params={"token": TOKEN}) as stream:
            await see(stream, on=True)
            body = {"do": "next", "by": "console"}
            await client.post("/remote", json=body, headers={"X-Presenter-Token": TOKEN})
            await see(stream, slide=2)
        assert app.session.mover == "remote"


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x"])
async def test_without_the_token_there_is_nothing(sharing: Start, deck: Path, token: str) -> None:
    async with sharing() as (share, client), stage(deck) as (app, _):
        await until(lambda: share.follower.state is not None)
        answers = [
            await client.get("/remote", params={"token": token}),
            await client.get("/remote/events", params={"token": token}),
            await client.post("/remote", json={"do": "last"}, headers={"X-Presenter-Token": token}),
            await client.get("/remote/anything", params={"token": token}),
        ]
        for answer in answers:
            assert (answer.status, await answer.read()) == (403, b"")
        assert app.session.talk.slide == 0


async def test_without_remote_no_token_is_right(sharing: Start) -> None:
    async with sharing(remote=False) as (_, client):
        answer = await client.get("/remote", params={"token": TOKEN})
        assert (answer.status, await answer.read()) == (403, b"")


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}],
    ids=str,
)
@pytest.mark.parametrize("path", ["/", "/events", f"/remote?token={TOKEN}", "/nothing"])
async def test_foreign_pages_get_nothing(
    sharing: Start, headers: dict[str, str], path: str
) -> None:
    async with sharing() as (_, client):
        answer = await client.get(path, headers=headers)
        assert (answer.status, await answer.read()) == (403, b"")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b'{"do":"next"}', "text/plain", 415),
        (b'{"do":"next"}', "application/x-www-form-urlencoded", 415),
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b'{"do":"quit"}', "application/json", 400),
        (b'{"do":"go"}', "application/json", 400),
        (b"[" * 900, "application/json", 400),
        (b'{"do":"next"}' + b" " * 5000, "application/json", 413),
        (b'{"do":"next"}', "application/json", 503),
    ],
)
async def test_what_cannot_be_done_is_refused(
    sharing: Start, body: bytes, kind: str, status: int
) -> None:
    async with sharing() as (_, client):
        headers = {"X-Presenter-Token": TOKEN, "Content-Type": kind}
        assert (await client.post("/remote", data=body, headers=headers)).status == status


async def test_commands_come_at_a_pace(sharing: Start) -> None:
    async with sharing() as (_, client):
        headers = {"X-Presenter-Token": TOKEN}
        answers = [
            (await client.post("/remote", json={"do": "next"}, headers=headers)).status
            for _ in range(60)
        ]
        assert answers[0] == 503
        assert 429 in answers


@pytest.mark.parametrize("path", ["/", "/events", f"/remote?token={TOKEN}", "/nothing", "/remote"])
async def test_every_answer_has_its_headers(sharing: Start, path: str) -> None:
    async with sharing() as (_, client), client.get(path) as answer:
        headers = answer.headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "Server" not in headers
        assert "Set-Cookie" not in headers
        assert path == "/" or path == "/nothing" or headers["Cache-Control"] == "no-store"


async def test_the_page_is_sent_once(sharing: Start) -> None:
    async with sharing() as (_, client):
        first = await client.get("/")
        assert first.headers["Content-Encoding"] == "gzip"
        again = await client.get("/", headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status, await again.read()) == (304, b"")
        plain = await client.get("/", headers={"Accept-Encoding": "identity"})
        assert await plain.text() == await first.text()


async def test_there_is_room_for_so_many(sharing: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_server, "MOST_VIEWERS", 2)
    async with sharing() as (share, client):
        streams = [await client.get("/events") for _ in range(2)]
        assert (await client.get("/events")).status == 503
        streams[0].close()
        await until(lambda: share.viewers == 1)
        async with client.get("/events") as stream:
            assert (await event(stream))["slide"] == 1
        streams[1].close()
        await until(lambda: share.viewers == 0)


async def test_who_takes_nothing_is_dropped(
    sharing: Start, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setattr(share_server, "_PATIENCE", 0.2)
    async with sharing() as (share, client):
        port = client.port
        assert port is not None
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        writer.write(b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        await until(lambda: share.viewers == 1)
        number = 0
        async with asyncio.timeout(DEADLINE):
            while share.viewers:
                number += 1
                share._feed.put(f"{number}" + "x" * 100_000)
                await asyncio.sleep(0.01)
        assert share._feed.message.startswith(str(number))
        writer.close()
        del reader


def with_picture(deck: Path) -> Path:
    """A picture that the deck shows from now on."""
    picture = write(deck.parent / "a.png", 40, 30)
    image = "image: {path: a.png, alt: Stand-in}, text: 先懂"
    deck.write_text(deck.read_text("utf-8").replace("text: 先懂", image), "utf-8")
    return picture


async def test_a_changed_picture_reaches_viewers(sharing: Start, deck: Path) -> None:
    picture = with_picture(deck)
    async with sharing() as (_, client), client.get("/events") as stream, stage(deck) as (app, _):
        before = await see(stream, on=True)
        halves(20, 60).save(picture)
        app.action_reload()
        while (after := await event(stream))["version"] == before["version"]:
            pass
        assert b64encode(picture.read_bytes()).decode() in await (await client.get("/")).text()
        assert after["on"]


@pytest.mark.parametrize("swap", ["link", "fifo"])
def test_what_took_a_pictures_place_reaches_nobody(
    deck: Path, tmp_path_factory: pytest.TempPathFactory, swap: str
) -> None:
    secret = write(tmp_path_factory.mktemp("private") / "a.png", 41, 43)
    picture = with_picture(deck)
    loaded = load_deck(deck)
    assert "data:image" in TalkFollower(deck, loaded, lambda: None).document.html
    picture.unlink()
    if swap == "link":
        picture.symlink_to(secret)
    else:
        os.mkfifo(picture)
    html = TalkFollower(deck, loaded, lambda: None).document.html
    assert "data:image" not in html
    assert "Stand-in" in html


async def test_another_remote_gets_in_where_there_are_many(
    sharing: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A phone that lost its connection is counted until that is noticed."""
    monkeypatch.setattr(share_server, "MOST_REMOTES", 2)
    async with sharing() as (_, client):
        streams = []
        for _ in range(4):
            streams.append(await client.get("/remote/events", params={"token": TOKEN}))
            assert streams[-1].status == 200
            assert (await event(streams[-1]))["slide"] == 1
        with contextlib.suppress(ClientError):
            async with asyncio.timeout(DEADLINE):
                await streams[0].read()


async def test_the_right_token_enters_among_many_wrong_ones(sharing: Start) -> None:
    async with sharing() as (_, client):
        for number in range(50):
            answer = await client.get("/remote", params={"token": f"wrong-{number}"})
            assert answer.status == 403
        assert (await client.get("/remote", params={"token": TOKEN})).status == 200


async def test_a_fault_of_the_server_is_told_and_answered(sharing: Start) -> None:
    async with sharing() as (share, client):
        told: list[BaseException] = []
        share._failed = told.append
        share.follower.document = None  # type: ignore[assignment]
        answer = await client.get("/")
        assert (answer.status, await answer.read()) == (500, b"")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert len(told) == 1
