"""What begins behind the first page begins whatever is opened over it."""

from __future__ import annotations

import pytest

from presenter.deck import load_source
from presenter.deck.source import Source
from presenter.stage.app import Stage
from tests.stage.running import DECK


@pytest.mark.parametrize("action", ["action_help", "action_overview", "action_search"])
async def test_a_screen_that_is_opened_at_once_keeps_nothing_from_beginning(
    action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    # So Textual does for a screen that is covered before it was ever refreshed.
    monkeypatch.setattr(Stage, "call_after_refresh", lambda *_: True)
    monkeypatch.setattr(Stage, "_settle", lambda app: begun.append(type(app).__name__))
    app = Stage(load_source(Source("slides.yaml", DECK)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert not begun
        await getattr(app, action)()
        await pilot.pause()
        await pilot.pause()
        assert app.screen is not app.slides
        assert len(begun) == 1
        await pilot.press("escape")
        await pilot.pause()
        assert len(begun) == 1
