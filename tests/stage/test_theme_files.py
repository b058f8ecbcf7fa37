"""Themes from files, on the stage."""

from __future__ import annotations

from pathlib import Path

from presenter.deck import load_deck
from presenter.deck.source import Source
from presenter.stage import StageOptions
from presenter.stage.app import Stage
from tests.stage.running import DECK, foot, stage

PINE = 'name: 松烟\npalette: {accent: "#ff8888"}\n'


def deck_with(folder: Path, theme: str) -> Path:
    (folder / "mine.yaml").write_text(theme, encoding="utf-8")
    deck = folder / "talk.yaml"
    deck.write_text(DECK + "theme: mine.yaml\n", encoding="utf-8")
    return deck


async def test_the_talk_is_shown_in_it_and_the_theme_key_comes_back_to_it(tmp_path: Path) -> None:
    app = Stage(load_deck(deck_with(tmp_path, PINE)))
    async with app.run_test() as pilot:
        names = []
        for _ in range(6):
            names.append(app.view.palette.theme.name)
            await pilot.press("t")
        assert names == ["松烟", "ink", "paper", "vermilion", "board", "松烟"]


async def test_a_bad_one_falls_back_to_the_default_and_says_so(tmp_path: Path) -> None:
    app = Stage(load_deck(deck_with(tmp_path, "dork: 1")))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.view.palette.theme.name == "ink"
        assert "mine.yaml:1:1：不认识的键“dork”" in foot(app)


async def test_one_from_the_command_line_goes_before_the_decks(tmp_path: Path) -> None:
    file = Source("other.yaml", PINE)
    deck = DECK + "theme: paper\n"
    async with stage(deck=deck, theme=file.path, theme_file=file) as (app, _):
        assert app.view.palette.theme.name == "松烟"


async def test_an_edit_of_it_shows_and_a_bad_one_is_told(tmp_path: Path) -> None:
    path = deck_with(tmp_path, PINE)
    app = Stage(load_deck(path), StageOptions(watch=False), path)
    async with app.run_test() as pilot:
        for theme, shown, said in (
            (PINE.replace("ff8888", "88ff88"), "#88ff88", ""),
            ("dork: 1", "#88ff88", "mine.yaml:1:1：不认识的键“dork”"),
            (PINE, "#ff8888", ""),
        ):
            (tmp_path / "mine.yaml").write_text(theme, encoding="utf-8")
            await pilot.press("r")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.view.palette.theme.palette["accent"] == shown
            assert said in foot(app)
