"""What a talk survives leaves a line in the log, if there is one."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from presenter.deck import load_deck
from presenter.screen.pictures.gallery import Gallery
from presenter.stage import StageOptions
from presenter.stage.app import Stage
from presenter.stage.backstage import Backstage
from presenter.stage.console_window import Opening, open_first
from presenter.stage.pages import Prefetch
from presenter.talk.reread import reread
from presenter.typeset import Page, Picture
from tests.drawings import in_its_folder, write
from tests.stage.running import DECK, place

PATIENCE = 20


async def test_a_worker_that_fails_and_the_talk_goes_on(
    log_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_: Backstage) -> None:
        raise RuntimeError("no link today")

    monkeypatch.setattr(Backstage, "begin", broken)
    deck = tmp_path / "slides.yaml"
    deck.write_text(DECK, encoding="utf-8")
    app = Stage(load_deck(deck), StageOptions(watch=False), deck)
    async with app.run_test() as pilot:
        await pilot.press("n")
        assert place(app) == (1, 0)
    text = log_file.read_text(encoding="utf-8")
    assert "ERROR worker link/broken failed\nTraceback" in text
    assert "RuntimeError: no link today" in text


def test_a_picture_that_is_not_drawn(log_file: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "broken.png")
    picture = Picture(3, 4, 8, 3, in_its_folder(path))
    path.write_bytes(b"\x89PNG")
    ready = Event()
    gallery = Gallery("blocks", on_ready=ready.set, write=lambda _: None)
    gallery.want([picture], "#000000")
    assert ready.wait(PATIENCE)
    gallery.stop()
    assert f"WARNING picture {path} is not drawn\nTraceback" in log_file.read_text("utf-8")


def test_a_slide_that_cannot_be_set_ahead(log_file: Path) -> None:
    begun, done = Event(), Event()

    def broken() -> list[Page]:
        begun.set()
        raise RuntimeError("no page")

    ahead = Prefetch(lambda _: done.set())
    ahead.want(broken)
    assert begun.wait(PATIENCE)
    ahead.want(list)
    assert done.wait(PATIENCE)
    text = log_file.read_text(encoding="utf-8")
    assert "WARNING a slide cannot be set ahead\nTraceback" in text
    assert "RuntimeError: no page" in text


def test_a_deck_that_cannot_be_read_again(log_file: Path, tmp_path: Path) -> None:
    gone = tmp_path / "slides.yaml"
    assert isinstance(reread(gone).error, FileNotFoundError)
    assert f"WARNING {gone} cannot be read again" in log_file.read_text("utf-8")


def test_terminals_that_open_no_console(log_file: Path) -> None:
    assert open_first([Opening(("/nowhere/kitty",)), Opening(("false",))]) is None
    text = log_file.read_text(encoding="utf-8")
    assert "WARNING /nowhere/kitty cannot be run" in text
    assert "WARNING false opened nothing: status 1" in text
