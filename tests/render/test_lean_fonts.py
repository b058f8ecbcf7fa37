"""The fonts of pictures, kept without what hardly any slide needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.fonts.choice import Font, Script, packaged_font
from presenter.render import lean_fonts
from presenter.render.compiling import Workspace
from presenter.render.lean_fonts import ALL, COMMON, MORE, folder_of, make, need
from presenter.render.pictures import DeckPictures
from tests.render.watching import deck_of, look

DECK = """
title: 后勤工作汇报
author: 王珺
slides:
  - {title: 经费, bullets: [一般公共预算, "“三公”经费 only"]}
  - {title: 引用, quote: 兵马未动，粮草先行}
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "presenter" / "fonts"


@pytest.mark.parametrize(
    ("text", "script", "much"),
    [
        ("后勤 work é→", "SC", COMMON),
        ("王珺", "SC", MORE),
        ("後勤門", "SC", MORE),
        ("後勤", "TC", COMMON),
        ("图한국", "SC", MORE),
        ("한국 韓國", "KR", COMMON),
        ("㐂", "SC", ALL),
        ("葛\U000e0100", "JP", ALL),
        ("⚠\ufe0f", "SC", COMMON),
    ],
)
def test_how_much_is_needed(text: str, script: Script, much: int) -> None:
    assert need(text, script) == much


def test_a_face_by_itself_is_found_once_it_is_made(cache: Path) -> None:
    font = packaged_font()
    whole = str(Path(font.file).parent)
    assert folder_of(font, "SC", COMMON) == whole
    assert not lean_fonts.is_made(font, "SC", COMMON)
    assert make(font, "SC", COMMON)
    assert lean_fonts.is_made(font, "SC", COMMON)
    assert not make(font, "SC", COMMON)
    assert Path(folder_of(font, "SC", COMMON)).parent == cache
    assert folder_of(font, "SC", MORE) == whole
    assert not make(font, "SC", ALL)


def test_a_damaged_one_is_made_again(cache: Path) -> None:
    font = packaged_font()
    make(font, "SC", COMMON)
    (file,) = cache.glob("*/*")
    size = file.stat().st_size
    file.write_bytes(file.read_bytes()[: size // 2])
    assert folder_of(font, "SC", COMMON) == str(Path(font.file).parent)
    assert make(font, "SC", COMMON)
    assert file.stat().st_size == size
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_latest_are_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lean_fonts, "_MOST", 2)
    for script in ("SC", "TC", "JP"):
        make(packaged_font(), script, COMMON)
    assert len(list(cache.iterdir())) == 2


def test_what_is_no_such_font_is_used_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.ttf"
    file.write_bytes(b"no font")
    for font in (Font("A", str(file)), Font("B", str(tmp_path / "none.otf"))):
        assert not make(font, "SC", COMMON)
        assert folder_of(font, "SC", COMMON) == str(tmp_path)


def test_no_room_for_them_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert not make(packaged_font(), "SC", COMMON)


def test_pictures_stay_as_they_are(tmp_path: Path, cache: Path) -> None:
    deck = deck_of(DECK)
    pictures = DeckPictures(deck, look(), Workspace(tmp_path / "a"))
    before = [pictures.draw(slide, 0) for slide in range(len(deck.slides))]
    pictures.rest()
    assert list(cache.iterdir())
    later = DeckPictures(deck, look(), Workspace(tmp_path / "b"))
    for drawn in (pictures, later):
        assert [drawn.draw(slide, 0) for slide in range(len(deck.slides))] == before
