"""A console with pictures: where the talk rests in a slide may be another thing with every one."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.console import pictures
from presenter.console.app import Console
from presenter.talk.session import Look
from tests.console.running import followed, place, shown
from tests.talk.link.peers import until

ITEMS = ", ".join(f"第{number}件要记住的事情" for number in range(40))
TEXT = f"""
title: 图
lang: zh-Hans
slides:
- 第一张
- 第二张
- {{title: 许多, bullets: [{ITEMS}]}}
"""
SIZE = (120, 40)


@pytest.fixture(autouse=True)
def kitty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal is kitty, of cells of 8 by 16 pixels."""
    for name in ("TMUX", "STY", "ZELLIJ", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.setattr(pictures, "terminal_pixels", lambda: (SIZE[0] * 8, SIZE[1] * 16))
    # The thread that draws gives way to all else, and so gets nowhere on a busy machine.
    monkeypatch.setattr(pictures, "_NICE", 0)


def begin(app: Console) -> None:
    """Show pictures, as the first frame of a real terminal has it."""
    app.pictures.begin(lambda _question, _hear: None)
    app.view.update()


async def drawn(app: Console, slide: int) -> None:
    """Wait until what the pictures say of that slide is what was drawn, on several pages."""
    await until(lambda: len(app.pictures.stops_of(app.session.deck, slide)) > 1)


async def test_a_longer_deck_is_followed_to_its_new_end(tmp_path: Path) -> None:
    path = tmp_path / "slides.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with followed(path, SIZE, text=TEXT) as (app, pilot, stage):
        stage.tell(slide=3, slides=3, step=0, pixels=(1600, 900))
        await until(lambda: place(app) == (2, 0))
        begin(app)
        await until(lambda: bool(app.pictures.stops_of(app.session.deck, 2)))
        longer = TEXT.replace("- 第一张", "- 新的一张\n- 第一张")
        stage.show(longer)
        stage.tell(slide=4, slides=4)
        await until(lambda: place(app) == (3, 0))
        await pilot.pause()
        assert "4/4" in shown(app)


async def test_a_stage_of_another_shape_leaves_the_talk_where_it_is(tmp_path: Path) -> None:
    """Until the slide is drawn anew it is taken to fit on one page, while the clock ticks."""
    path = tmp_path / "slides.yaml"
    path.write_text(TEXT, encoding="utf-8")
    async with followed(path, SIZE, text=TEXT) as (app, pilot, stage):
        stage.tell(slide=3, slides=3, step=0, page=1, pages=4, pixels=(1600, 900))
        begin(app)
        await drawn(app, 2)
        stage.tell(page=2)
        await until(lambda: place(app) == (2, 1))
        stage.tell(pixels=(1024, 768))
        await until(lambda: app.session.look == Look((80, 24), "ink", None, (1024, 768)))
        for _ in range(5):
            app.view.update()
        await drawn(app, 2)
        await pilot.pause()
        assert place(app) == (2, 1)
