"""Pictures on the stage: their room is kept, they come when they are drawn, neighbours ahead."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from presenter.deck import load_deck
from presenter.screen.pictures.protocol import Drawn
from presenter.stage import StageOptions
from presenter.stage.app import Stage
from presenter.typeset import Picture
from tests.drawings import write
from tests.stage.running import shown

DECK = """\
title: 图
lang: zh-Hans
slides:
- title: 开头
  columns:
    - {image: {path: a.png, alt: 第一张}}
    - {text: 旁边的字}
- title: 中间
  image: {path: b.png, alt: 第二张}
- title: 末尾
  image: {path: c.png, alt: 第三张}
"""


@asynccontextmanager
async def stage(folder: Path, **options: Any) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    path = folder / "slides.yaml"
    path.write_text(DECK, encoding="utf-8")
    for name in "abc":
        write(folder / f"{name}.png", 640, 480)
    app = Stage(load_deck(path), StageOptions(**options), path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield app, pilot


async def until(pilot: Pilot[None], text: str, app: Stage) -> None:
    for _ in range(500):
        if text in shown(app):
            return
        await pilot.pause(0.01)
    raise AssertionError(f"never came: {text}\n{shown(app)}")


async def test_half_blocks_stand_in_the_pictures_room(tmp_path: Path) -> None:
    async with stage(tmp_path, images="blocks", watch=False) as (app, pilot):
        await until(pilot, "▀", app)
        assert "第一张" not in shown(app)
        assert "旁边的字" in shown(app)
        await pilot.press("right")
        await until(pilot, "▀", app)
        assert "中间" in shown(app)


async def test_the_room_is_kept_with_the_alt_text_until_a_picture_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def slow(picture: Picture, *_: object, **__: object) -> Drawn:
        assert go.wait(20)
        return Drawn(("▀" * picture.width,) * picture.height, picture.width)

    monkeypatch.setattr("presenter.screen.pictures.draw.draw", slow)
    async with stage(tmp_path, images="blocks", watch=False) as (app, pilot):
        assert "第一张" in shown(app)
        await pilot.press("n")
        assert "第二张" in shown(app)
        before = shown(app).split("\n")
        go.set()
        await until(pilot, "▀", app)
        after = shown(app).split("\n")
        rows = [row for row, line in enumerate(after) if "▀" in line]
        assert rows == [
            row for row, line in enumerate(before) if line.strip()[:1] in "┌│└" and line
        ]
        assert all(after[row] == before[row] for row in range(24) if row not in rows)


async def test_neighbours_are_drawn_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def quick(picture: Picture, *_: object, **__: object) -> Drawn:
        done.append(Path(picture.file.path).name)
        return Drawn(("▀" * picture.width,) * picture.height, picture.width)

    monkeypatch.setattr("presenter.screen.pictures.draw.draw", quick)
    async with stage(tmp_path, images="blocks", watch=False, start="2") as (app, pilot):
        for _ in range(500):
            if len(done) == 3:
                break
            await pilot.pause(0.01)
        assert done[0] == "b.png"
        assert sorted(done) == ["a.png", "b.png", "c.png"]
        await pilot.press("n")
        assert "▀" in shown(app)
        assert len(done) == 3


async def test_another_theme_draws_them_on_its_background(tmp_path: Path) -> None:
    async with stage(tmp_path, images="blocks", watch=False) as (app, pilot):
        await until(pilot, "▀", app)
        await pilot.press("t")
        await until(pilot, "▀", app)
        assert app.gallery is not None
        assert len({key.background for key in app.gallery._drawn}) == 2


async def test_the_help_and_back(tmp_path: Path) -> None:
    async with stage(tmp_path, images="blocks", watch=False) as (app, pilot):
        await until(pilot, "▀", app)
        await pilot.press("?")
        await pilot.press("escape")
        await until(pilot, "▀", app)


async def test_without_pictures_all_of_the_words_stand_there(tmp_path: Path) -> None:
    async with stage(tmp_path, images="none", watch=False) as (app, pilot):
        assert app.gallery is None
        assert "│ 第一张 │" in shown(app)
        await pilot.press("b")
        assert "第一张" not in shown(app)
