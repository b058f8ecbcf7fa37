"""The stage and its link: raw peers drive it and see the truth; its place outlives it."""

from __future__ import annotations

import asyncio
import json
import random
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from presenter.deck import load_deck
from presenter.stage import StageOptions
from presenter.stage.app import Stage
from presenter.stage.backstage import Backstage
from presenter.talk.link import snapshot
from presenter.talk.link.endpoint import endpoint_for
from presenter.talk.resume import saved_place
from presenter.talk.session import LONGEST
from tests.stage.running import DECK, foot, place, shown, stage
from tests.talk.link.peers import RawPeer, connect, peer, until


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "slides.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@asynccontextmanager
async def on_stage(deck: Path, **options: Any) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """A stage that presents the file `deck`, its link settled."""
    app = Stage(load_deck(deck), StageOptions(**({"watch": False} | options)), deck)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield app, pilot


def truth(app: Stage) -> dict[str, Any]:
    """What a peer should know of the talk, by the stage itself."""
    stop = app.session.talk.at
    return {
        "slide": app.session.talk.slide + 1,
        "step": stop.step,
        "page": stop.page + 1,
        "blank": app.session.talk.blank,
        "size": list(app.size),
        "theme": app.view.palette.theme.name,
    }


async def sees(one: RawPeer, app: Stage) -> None:
    """Wait until `one` has been told the truth."""
    await one.see(**truth(app))


async def test_a_peer_is_told_all_there_is_to_know(deck: Path) -> None:
    async with on_stage(deck, start="2", reveal=True) as (_, pilot), peer(deck) as one:
        state = await one.state()
        clock = state.pop("clock")
        assert state == {
            "v": 1,
            "type": "state",
            "deck": str(deck.resolve()),
            "digest": load_deck(deck).digest,
            "pictures": load_deck(deck).pictures_digest,
            "size": [80, 24],
            "pixels": None,
            "theme": "ink",
            "reveal": True,
            "slide": 2,
            "slides": 5,
            "step": 0,
            "steps": 2,
            "page": 1,
            "pages": 1,
            "blank": None,
            "mover": "",
        }
        assert clock == {"state": "stopped", "elapsed": 0}
        await pilot.press("right")
        state = await one.state()
        assert (state["step"], state["mover"], state["clock"]["state"]) == (1, "stage", "running")


async def clock_in(one: RawPeer, state: str) -> dict[str, Any]:
    """The next state that `one` is told with the clock in `state`."""
    while (told := await one.state())["clock"]["state"] != state:
        pass
    return told


async def test_two_peers_and_the_keys_always_agree(deck: Path) -> None:
    chance = random.Random(2026)
    moves = ["next", "previous", "next_slide", "previous_slide", "first", "last", "back"]
    keys = ["right", "left", "n", "p", "home", "end", "ctrl+o", "b", "w", "t"]
    seen = set()
    async with on_stage(deck) as (app, pilot), peer(deck) as first, peer(deck) as second:
        for turn in range(100):
            one = chance.choice([first, second])
            color = chance.choice(["black", "white", None])
            command = chance.choice(
                [{"do": each} for each in moves]
                + [{"do": "go", "slide": chance.randint(-2, 9)}, {"do": "blank", "color": color}]
            )
            if chance.random() < 0.3:
                await pilot.press(chance.choice(keys))
            else:
                await one.send(json.dumps(command).encode())
            # The clock marks the turn's end, as a move may change nothing.
            to, marked = ("pause", "paused") if turn % 2 else ("start", "running")
            await one.send(json.dumps({"do": "clock", "to": to}).encode())
            for each in (first, second):
                state = await clock_in(each, marked)
                assert {name: state[name] for name in truth(app)} == truth(app)
            seen.add(tuple(map(str, truth(app).values())))
    assert len(seen) > 20


async def test_a_resize_is_told(deck: Path) -> None:
    async with on_stage(deck) as (_, pilot), peer(deck) as one:
        await pilot.resize_terminal(40, 12)
        state = await one.see(size=[40, 12])
        assert state["mover"] == ""


async def test_numbers_are_held_within_the_talk_and_nothing_is_said(deck: Path) -> None:
    async with on_stage(deck) as (app, _), peer(deck) as one:
        await one.send(b'{"do":"go","slide":99999999999999999999}')
        state = await one.see(slide=5)
        assert state["mover"] == "console"
        assert "只有" not in foot(app)
        await one.send(b'{"do":"go","slide":-99999999999999999999,"by":"remote"}')
        state = await one.see(slide=1)
        assert state["mover"] == "remote"


async def test_the_clock_is_set_by_peers_and_started_by_moves(deck: Path) -> None:
    async with on_stage(deck) as (_, pilot), peer(deck) as one:
        await one.send(b'{"do":"clock","to":"start"}')
        await clock_in(one, "running")
        await one.send(b'{"do":"clock","to":"pause"}')
        state = await clock_in(one, "paused")
        assert state["clock"]["elapsed"] > 0
        await pilot.press("right")
        assert (await one.see(slide=2))["clock"] == state["clock"]
        await one.send(b'{"do":"clock","to":"reset"}')
        assert (await clock_in(one, "stopped"))["clock"]["elapsed"] == 0
        await pilot.press("right")
        assert (await one.see(step=1))["clock"]["state"] == "running"


async def test_peers_see_the_version_that_is_shown(deck: Path) -> None:
    async with on_stage(deck) as (app, _), peer(deck) as one:
        await one.state()
        first = snapshot.load(deck)
        assert first is not None
        assert first.deck == app.session.deck
        for number in range(3):
            deck.write_text(DECK.replace("引子", f"引子{number}"), encoding="utf-8")
            app.session.replace(load_deck(deck))
        digest = load_deck(deck).digest
        deck.unlink()
        await one.see(digest=digest)
        now = snapshot.load(deck)
        assert now is not None
        assert now.digest == digest
        assert now.deck == app.session.deck


async def test_no_peer_is_told_of_a_version_that_it_cannot_see_yet(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(deck, start="5") as (app, pilot), peer(deck) as one:
        old = await one.state()
        slow, save = threading.Event(), snapshot.save

        def write(deck: Path, *shown: Any) -> None:
            assert slow.wait(20)
            save(deck, *shown)

        monkeypatch.setattr("presenter.talk.link.snapshot.save", write)
        deck.write_text("title: 后勤\nslides: [一, 二]\n", encoding="utf-8")
        app.session.replace(load_deck(deck))
        await pilot.press("left")
        async with peer(deck) as late:
            assert await late.state() == old
            slow.set()
            for each in (one, late):
                state = await each.see(digest=load_deck(deck).digest)
                assert (state["slide"], state["slides"]) == (app.session.talk.slide + 1, 2)


async def test_a_second_stage_says_so_and_leaves_the_first_alone(deck: Path) -> None:
    async with on_stage(deck) as (first, pilot):
        await pilot.press("right", "right")
        async with on_stage(deck) as (second, other):
            assert "别处放映" in foot(second)
            await other.press("end", "q")
        async with peer(deck) as one:
            await sees(one, first)
        await until(lambda: (kept := saved_place(deck)) is not None and kept.step == 1)


async def test_without_a_safe_folder_the_talk_goes_on(
    deck: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("presenter.talk.link.endpoint._folder", lambda name: tmp_path / "open")
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    async with on_stage(deck) as (app, pilot):
        assert "讲者视图无法接入" in foot(app)
        assert str(tmp_path)[:20] in foot(app)
        await pilot.press("right")
        await until(lambda: saved_place(deck))


async def test_the_talk_goes_on_whatever_happens_to_its_link(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = asyncio.Event()

    async def broken(_: Backstage) -> None:
        tried.set()
        raise RuntimeError("a fault in the link")

    monkeypatch.setattr(Backstage, "begin", broken)
    app = Stage(load_deck(deck), StageOptions(watch=False), deck)
    async with app.run_test(size=(80, 24)) as pilot:
        await tried.wait()
        await pilot.pause()
        await pilot.press("right")
        await pilot.pause()
        assert app.is_running
        assert app.session.talk.slide == 1


async def test_all_is_gone_after_the_talk(deck: Path) -> None:
    async with on_stage(deck) as (_, pilot):
        one = await connect(deck)
        await one.state()
        meeting = endpoint_for(deck)
        assert all(path.exists() for path in meeting)
        await pilot.press("ctrl+c")
    assert await one.closed()
    assert not any(path.exists() for path in meeting)


async def test_a_stage_without_a_file_has_a_clock_and_no_link() -> None:
    async with stage() as (app, pilot):
        await pilot.press("right")
        assert app.session.clock.state == "running"


# The place


async def broken_off(deck: Path) -> None:
    """A talk that ends at its second step of the second slide, without being quit."""
    async with on_stage(deck) as (app, pilot):
        await pilot.press("right", "right", "right")
        assert place(app) == (1, 2)
        app.session.clock.restore("running", 75)


async def test_a_talk_broken_off_is_offered_and_taken(deck: Path) -> None:
    await broken_off(deck)
    async with on_stage(deck) as (app, pilot):
        assert "接着上次讲：第 2 张（1:15" in foot(app)
        assert "1/5" in shown(app)
        await pilot.press("ctrl+o")
        assert place(app) == (1, 2)
        assert app.session.clock.elapsed >= 75
        assert app.session.clock.state == "running"
        assert "上次" not in shown(app)
        await pilot.press("ctrl+o")
        assert place(app) == (0, 0)


async def test_the_offer_blocks_nothing_and_ends_with_the_first_move(deck: Path) -> None:
    await broken_off(deck)
    async with on_stage(deck) as (app, pilot):
        await pilot.press("right")
        assert place(app) == (1, 0)
        assert "上次" not in shown(app)
        await pilot.press("ctrl+o")
        assert place(app) == (1, 0)
        assert app.session.clock.elapsed < 75


async def test_the_offer_ends_by_itself(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await broken_off(deck)
    monkeypatch.setattr("presenter.stage.backstage._OFFERED", 0.01)
    async with on_stage(deck) as (app, pilot):
        while app.session._offer is not None or "上次" in foot(app):
            await pilot.pause(0.01)
        await pilot.press("ctrl+o")
        assert place(app) == (0, 0)
    assert saved_place(deck) is not None


async def test_a_console_can_take_the_offer(deck: Path) -> None:
    await broken_off(deck)
    async with on_stage(deck), peer(deck) as one:
        await one.send(b'{"do":"back"}')
        state = await one.see(slide=2, step=2)
        assert state["clock"]["elapsed"] >= 75


async def test_resume_takes_the_place_by_itself(deck: Path) -> None:
    await broken_off(deck)
    async with on_stage(deck, resume=True) as (app, _):
        assert place(app) == (1, 2)
        assert "从第 2 张继续" in foot(app)
        assert app.session.clock.elapsed >= 75


async def test_resume_without_a_place_says_so(deck: Path) -> None:
    async with on_stage(deck, resume=True) as (app, pilot):
        assert place(app) == (0, 0)
        assert "没有可继续的位置" in foot(app)
        assert app.session.clock.elapsed == 0
        await pilot.press("right")
        await until(lambda: app.session.clock.elapsed > 0)


async def test_a_named_start_is_offered_nothing(deck: Path) -> None:
    await broken_off(deck)
    async with on_stage(deck, start="4") as (app, _):
        assert "上次" not in foot(app)


async def test_a_talk_that_was_given_leaves_no_place(deck: Path) -> None:
    await broken_off(deck)
    async with on_stage(deck) as (_, pilot):
        await pilot.press("end", "q")
    assert saved_place(deck) is None


@pytest.mark.parametrize("keys", [["q", "q"], ["ctrl+c"]], ids=str)
@pytest.mark.parametrize(("moves", "slide"), [([], 1), (["right"], 1), (["end", "left"], 3)])
async def test_a_talk_quit_before_its_last_slide_keeps_its_place(
    deck: Path, moves: list[str], slide: int, keys: list[str]
) -> None:
    await broken_off(deck)
    async with on_stage(deck) as (_, pilot):
        await pilot.press(*moves, *keys)
    kept = saved_place(deck)
    assert kept is not None
    assert kept.slide == slide


JOIN = b'{"do":"join","by":"console"}'


async def notice(one: RawPeer, text: str) -> None:
    """Wait until the stage says `text`; "" is nothing."""
    while (told := await one.state())["type"] != "notice" or told["text"] != text:
        pass


async def test_news_goes_to_the_console_and_not_before_the_audience(deck: Path) -> None:
    async with on_stage(deck) as (app, _), peer(deck) as one:
        app.session.say("第 3 张已更新", 60, aside=True)
        assert "第 3 张已更新" in foot(app)  # the peer may be a web page
        await one.send(JOIN)
        await notice(one, "第 3 张已更新")
        await until(lambda: "已更新" not in foot(app))
        app.session.say("存盘有误", None)
        app.session.hush()
        await notice(one, "存盘有误")
        assert "存盘有误" not in foot(app)
        async with peer(deck) as late:
            await late.send(JOIN)
            await notice(late, "存盘有误")
        one.writer.transport.abort()
        await until(lambda: "存盘有误" in foot(app))


async def test_a_peer_that_is_no_console_is_told_no_notice(deck: Path) -> None:
    async with on_stage(deck) as (app, pilot), peer(deck) as one:
        await one.send(b'{"do":"join","by":"remote"}')
        app.session.say("存盘有误", None)
        await pilot.press("right")
        while (told := await one.state())["slide"] == 1:
            assert told["type"] == "state"
        assert "存盘有误" in foot(app)


async def test_an_answer_to_a_key_of_the_stage_stays_there(deck: Path) -> None:
    async with on_stage(deck) as (app, pilot), peer(deck) as one:
        await one.send(JOIN)
        await notice(one, "")
        await pilot.press("9", "9", "enter")
        assert "只有 5 张" in foot(app)
        while (told := await one.state())["type"] == "state" and told["slide"] != 5:
            pass
        assert told["type"] == "state"


async def test_a_bad_edit_is_told_to_the_console_alone(deck: Path) -> None:
    async with on_stage(deck, watch=True) as (app, _), peer(deck) as one:
        await one.send(JOIN)
        await notice(one, "")
        good = deck.read_text(encoding="utf-8")
        deck.write_text(good + "point: []\n", encoding="utf-8")
        while (told := await one.state())["type"] == "state":
            pass
        assert told["text"].startswith("slides.yaml:")
        assert "slides.yaml" not in shown(app)
        deck.write_text(good, encoding="utf-8")
        await notice(one, "")


async def test_a_notice_fits_into_a_line_of_the_link(deck: Path) -> None:
    async with on_stage(deck) as (app, _), peer(deck) as one:
        await one.send(JOIN)
        app.session.say("长" * 100_000, 60, aside=True)
        await notice(one, "长" * LONGEST)


async def test_a_talk_that_ends_as_it_begins_keeps_nothing(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = threading.Event()

    def look(deck: Path) -> None:
        assert looked.wait(20)

    monkeypatch.setattr("presenter.talk.resume.saved_place", look)
    app = Stage(load_deck(deck), StageOptions(watch=False), deck)
    async with app.run_test() as pilot:
        await pilot.press("right")
        await until(lambda: endpoint_for(deck, make=True).socket.exists())
        assert app.backstage is not None
        app.backstage.end(given=True)
        looked.set()
        await app.workers.wait_for_complete()
        await pilot.press("right")
    monkeypatch.undo()
    assert saved_place(deck) is None
    assert not any(path.exists() for path in endpoint_for(deck))


async def test_the_clock_is_kept_while_it_runs(deck: Path) -> None:
    async with on_stage(deck) as (app, pilot):
        await pilot.press("right")
        app.session.clock.restore("running", 500)
        await until(lambda: (kept := saved_place(deck)) is not None and kept.elapsed >= 500)
        assert place(app) == (1, 0)
