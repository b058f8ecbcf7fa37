from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from pylopdf_fonts_zh_cn import sans_path

from presenter.typeset import Setting
from presenter.typeset.large import fonts, large
from presenter.typeset.large.large import set_large, set_side_by_side

FIND = fonts._fonts.__wrapped__
"""The search itself, which other tests do without."""

SETTING = Setting(80, 24)


@pytest.fixture
def search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str | None]:
    """Looks for fonts in a folder, anew each time."""
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path / "missing"), str(tmp_path)))
    monkeypatch.setattr(fonts, "_fonts", FIND)
    return fonts.system_font.__wrapped__


def test_a_font_that_has_every_character_is_found(
    tmp_path: Path, search: Callable[[str], str | None]
) -> None:
    assert search("后勤") is None
    font = copy(sans_path(), tmp_path / "Some Sans.ttf")
    assert search("后勤 40%") == str(font)
    assert search("后勤😀") is None


def test_what_is_no_font_is_passed_over(
    tmp_path: Path, search: Callable[[str], str | None]
) -> None:
    (tmp_path / "A Sans CJK.ttf").write_bytes(b"no font")
    (tmp_path / "readme.txt").write_bytes(b"")
    folder = tmp_path / "deeper" / "still"
    folder.mkdir(parents=True)
    font = copy(sans_path(), folder / "Sans.otf")
    assert search("后勤") == str(font)


def test_plain_faces_go_before_bold_ones_and_serifs(
    tmp_path: Path, search: Callable[[str], str | None]
) -> None:
    for name in ("Noto Sans CJK Bold.ttc", "Noto Serif CJK.ttc", "Zen Gothic.ttf", "Abc.ttf"):
        copy(sans_path(), tmp_path / name)
    assert [Path(font).name for font in FIND()] == [
        *("Zen Gothic.ttf", "Abc.ttf", "Noto Sans CJK Bold.ttc", "Noto Serif CJK.ttc")
    ]


@pytest.mark.parametrize("text", ["سلام", "שלום", "कि", "ที่", "\u1112\u1161", "a\u200db"])
def test_letters_that_must_be_joined_or_marked_are_left_to_the_terminal(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_fonts", lambda: ("any",))
    monkeypatch.setattr(fonts, "covers", lambda text, font: True)
    assert fonts.system_font.__wrapped__(text) is None
    assert fonts.system_font.__wrapped__("한국") == "any"


def test_it_is_drawn_in_the_font_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = set_large("说明", 60, 12, SETTING)
    beside = set_side_by_side(["5", "说明"], 60, 12, SETTING, "big")
    assert packaged
    assert beside
    monkeypatch.setattr(large, "covers", lambda text: False)
    large._large.cache_clear()
    large._side_by_side.cache_clear()
    assert set_large("说明", 60, 12, SETTING) is None
    large._large.cache_clear()
    large._side_by_side.cache_clear()
    monkeypatch.setattr(fonts, "system_font", lambda text: sans_path())
    assert set_large("说明", 60, 12, SETTING) == packaged
    assert set_side_by_side(["5", "说明"], 60, 12, SETTING, "big") == beside
    large._large.cache_clear()
    large._side_by_side.cache_clear()
