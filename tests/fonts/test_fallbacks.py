"""Fonts of the system for what the packaged one lacks, and large type drawn in them."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from presenter.fonts import choice
from presenter.fonts.choice import Font, fallbacks, packaged_font
from presenter.typeset import PageOptions
from presenter.typeset.large import glyphs, layout
from presenter.typeset.large.layout import set_large, set_side_by_side
from presenter.typeset.large.line import bitmap
from tests.fonts.font_files import face, write_font

SETTING = PageOptions(80, 24)
WHOLE = packaged_font().file


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    for remembered in (glyphs.font_with, layout._large, layout._side_by_side):
        remembered.cache_clear()


def search(text: str, monkeypatch: pytest.MonkeyPatch) -> str | None:
    """The file that is found for `text` where the packaged font has nothing."""
    real = glyphs.covers
    monkeypatch.setattr(glyphs, "covers", lambda text, font=None: font and real(text, font))
    glyphs.font_with.cache_clear()
    choice.fallbacks.cache_clear()
    choice.system_files.cache_clear()
    font = glyphs.font_with(text, "zh-Hans")
    monkeypatch.setattr(glyphs, "covers", real)
    return font and font.file


def test_a_font_that_has_every_character_is_found(
    system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert search("后勤", monkeypatch) is None
    font = copy(WHOLE, system / "Some Sans.ttf")
    assert search("后勤 40%", monkeypatch) == str(font)
    assert search("后勤😀", monkeypatch) is None


def test_what_is_no_font_is_passed_over(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (system / "A Sans CJK.ttf").write_bytes(b"no font")
    write_font(system / "A Sans CJK.otf", face("A Sans CJK"))  # cannot be drawn in
    (system / "readme.txt").write_bytes(b"")
    folder = system / "deeper" / "still"
    folder.mkdir(parents=True)
    font = copy(WHOLE, folder / "Sans.otf")
    assert search("后勤", monkeypatch) == str(font)


def test_plain_faces_go_before_bold_ones_and_serifs(system: Path) -> None:
    for name in ("Noto Sans CJK Bold.ttc", "Noto Serif CJK.ttc", "Zen Gothic.ttf", "Abc.ttf"):
        copy(WHOLE, system / name)
    assert [Path(font.file).name for font in fallbacks("SC")] == [
        *("Zen Gothic.ttf", "Abc.ttf", "Noto Sans CJK Bold.ttc", "Noto Serif CJK.ttc")
    ]


def test_the_face_of_the_language_goes_first(system: Path) -> None:
    write_font(system / "A CJK Sans.ttf", face("A CJK Sans"))
    every = [face(f"Noto Sans CJK {each}") for each in ("JP", "KR", "SC")]
    write_font(system / "Noto Sans CJK.ttc", *every)
    write_font(system / "Apple.ttc", face("Other"), face("Apple SD Gothic Neo", 500))
    assert [(font.family, font.number) for font in fallbacks("KR")] == [
        ("Noto Sans CJK KR", 1),
        ("Apple SD Gothic Neo", 1),
        ("A CJK Sans", 0),
    ]


@pytest.mark.parametrize("text", ["سلام", "שָׁלוֹם", "कि", "ที่", "\u1112\u1161", "a\u200db"])
def test_letters_that_must_be_joined_or_marked_are_left_to_the_terminal(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "fallbacks", lambda script: (Font("any"),))
    monkeypatch.setattr(glyphs, "covers", lambda text, font=None: font is not None)
    assert glyphs.font_with(text, "zh") is None
    assert glyphs.font_with("한국", "zh") == Font("any")


def test_it_is_drawn_in_the_font_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = set_large("说明", 60, 12, SETTING)
    beside = set_side_by_side(["5", "说明"], 60, 12, SETTING, "big")
    assert packaged
    assert beside
    real = glyphs.covers
    monkeypatch.setattr(glyphs, "covers", lambda text, font=None: font and real(text, font))
    for remembered in (glyphs.font_with, layout._large, layout._side_by_side):
        remembered.cache_clear()
    assert set_large("说明", 60, 12, SETTING) is None
    monkeypatch.setattr(choice, "fallbacks", lambda script: (packaged_font(),))
    for remembered in (glyphs.font_with, layout._large, layout._side_by_side):
        remembered.cache_clear()
    assert set_large("说明", 60, 12, SETTING) == packaged
    assert set_side_by_side(["5", "说明"], 60, 12, SETTING, "big") == beside


def test_a_variable_font_is_drawn_at_its_regular_weight(system: Path) -> None:
    (system / "Noto Sans CJK VF.ttc").symlink_to(choice._packaged(choice._EXTRA_HAN)[0].file)
    font = glyphs.font_with("한국", "ko")
    assert font is not None
    assert (font.family, font.variation) == ("Noto Sans CJK KR", (400,))

    def ink(weight: float) -> int:
        rows = bitmap("한국", 48, font._replace(variation=(weight,))).rows
        return sum(row.bit_count() for row in rows)

    drawn = sum(row.bit_count() for row in bitmap("한국", 48, font).rows)
    assert ink(100) < drawn == ink(400) < ink(900)
    assert set_large("한국", 60, 12, PageOptions(80, 24, "ko"))


def test_hebrew_without_points_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "fallbacks", lambda script: (Font("any"),))
    monkeypatch.setattr(glyphs, "covers", lambda text, font=None: font is not None)
    assert glyphs.font_with("תודה 1", "he") == Font("any")


def test_hebrew_is_drawn_from_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """In boxes here, but for digits: no font is sure to have it."""
    monkeypatch.setattr(layout, "font_with", lambda text, language: packaged_font())
    line, digits = bitmap("אבג 12", 40), bitmap("12", 40)
    left = [row & ((1 << digits.width) - 1) for row in line.rows]
    assert [row for row in left if row] == list(digits.rows)
    lines = set_large("אב\nגדהו", 60, 20, SETTING)
    assert lines is not None
    drawn = ["".join(run.text for run in line).rstrip() for line in lines]
    short, long = drawn[: len(drawn) // 2], drawn[len(drawn) // 2 :]
    assert max(map(len, short)) == max(map(len, long))
    assert min(len(row) - len(row.lstrip()) for row in short if row) > 5
