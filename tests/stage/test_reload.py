"""What of an edited deck is shown, and what is said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from presenter.deck import load_deck
from presenter.stage import StageOptions, reload
from presenter.stage.app import Stage
from presenter.stage.reload import PATIENCE
from presenter.talk.reread import DeckRead, reread
from tests.stage.running import shown
from tests.talk.test_reread import GOOD

NO_YAML = GOOD + "theme: [\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "slides.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


class Talk:
    """A stage whose file's versions are handed in, at the moments that a test chooses."""

    def __init__(self, stage: Stage, pilot: Pilot[None], path: Path) -> None:
        self.stage, self.pilot, self.path = stage, pilot, path

    async def edit(self, text: str | None, *, by_hand: bool = False) -> None:
        """Let the file hold `text`, and the stage know."""
        if text is None:
            self.path.unlink()
        else:
            self.path.write_text(text, encoding="utf-8")
        assert self.stage.reloader is not None
        self.stage.reloader.take(reread(self.path, by_hand=by_hand))
        await self.pilot.pause()

    @property
    def page(self) -> str:
        return shown(self.stage)


@asynccontextmanager
async def talk(path: Path) -> AsyncIterator[Talk]:
    stage = Stage(load_deck(path), StageOptions(watch=False), path)
    async with stage.run_test() as pilot:
        yield Talk(stage, pilot, path)


async def test_before_the_first_move_it_goes_to_the_changed_slide(path: Path) -> None:
    async with talk(path) as it:
        await it.edit(GOOD.replace("谢谢", "谢谢各位"))
        assert it.stage.session.talk.slide == 2
        assert "谢谢各位" in it.page
        assert "已更新" not in it.page


async def test_afterwards_it_stays_and_says_so(path: Path) -> None:
    async with talk(path) as it:
        await it.pilot.press("right")
        await it.edit(GOOD.replace("谢谢", "谢谢各位"))
        assert it.stage.session.talk.slide == 1
        assert "第 3 张已更新" in it.page
        await it.edit(GOOD.replace("- {title: 开场白", "- 新\n- {title: 开场白"))
        assert it.stage.session.talk.slide == 2
        assert "先懂全局" in it.page


async def test_what_was_written_between_loading_and_watching_is_shown(path: Path) -> None:
    stage = Stage(load_deck(path), StageOptions(), path)
    path.write_text(GOOD.replace("机关后勤", "学校后勤"), encoding="utf-8")
    async with stage.run_test() as pilot, asyncio.timeout(20):
        while "学校后勤" not in shown(stage):
            await pilot.pause()


async def test_a_bad_edit_is_not_said_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reload, "PATIENCE", 1000)
    async with talk(path) as it:
        for text in ("title: 写到一半", NO_YAML, GOOD):
            await it.edit(text)
            assert "slides.yaml" not in it.page


async def test_a_bad_edit_that_stays_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reload, "PATIENCE", 0.01)
    async with talk(path) as it, asyncio.timeout(20):
        await it.edit(NO_YAML)
        while "slides.yaml:8" not in it.page:
            await it.pilot.pause()
        assert "机关后勤" in it.page
        await it.edit(GOOD)
        assert "slides.yaml" not in it.page


async def test_a_half_written_file_is_never_spoken_of(path: Path) -> None:
    async with talk(path) as it:
        await it.edit("")
        await it.edit(GOOD.replace("机关", "学校"))
        await it.pilot.pause(PATIENCE + 0.05)
        assert "slides.yaml" not in it.page
        assert "学校后勤" in it.page


async def test_reloading_by_hand_says_what_came_of_it(path: Path) -> None:
    async with talk(path) as it:
        await it.edit(GOOD, by_hand=True)
        assert "没有改动" in it.page
        await it.edit(None, by_hand=True)
        assert "已不在" in it.page


async def test_the_key_reads_the_file(path: Path) -> None:
    async with talk(path) as it:
        path.write_text(GOOD.replace("机关", "学校"), encoding="utf-8")
        await it.pilot.press("r")
        await it.stage.workers.wait_for_complete()
        await it.pilot.pause()
        assert "学校后勤" in it.page


def test_a_message_holds_what_was_read(path: Path) -> None:
    message = reread(path, by_hand=True)
    assert isinstance(message, DeckRead)
    assert message.by_hand
    assert message.loaded == load_deck(path)


async def test_the_files_that_a_deck_names_are_watched(path: Path) -> None:
    code = path.with_name("plan.py")
    code.write_text("print('计划')\n", encoding="utf-8")
    path.write_text(GOOD.replace("text: 机关后勤", "code: {file: plan.py}"), encoding="utf-8")
    stage = Stage(load_deck(path), StageOptions(), path)
    async with stage.run_test() as pilot:
        await pilot.pause()
        assert "计划" in shown(stage)
        code.write_text("print('总结')\n", encoding="utf-8")
        for _ in range(1000):
            if "总结" in shown(stage):
                break
            await pilot.pause(0.01)
        assert "总结" in shown(stage)
