"""Fonts of documents and pictures: the packaged ones first."""

from __future__ import annotations

import pytest

from presenter.fonts import choice
from presenter.render.fonts import document_fonts, font_names, picture_fonts


def test_packaged_fonts_have_chinese_and_latin() -> None:
    fonts, lacking = picture_fonts(frozenset("后勤工作abc，“”——é→▪\n"))
    assert lacking == ""
    assert {"Noto Sans", "Noto Sans SC", "DejaVu Sans Mono"} <= set(fonts.families())
    packaged = ("pylopdf", "fontpkg")
    assert all(
        font.path is None or any(name in font.path for name in packaged) for font in fonts.fonts()
    )


def test_a_character_that_no_font_has_is_named() -> None:
    assert picture_fonts(frozenset("后\U0010fffd"))[1] == "\U0010fffd"
    assert document_fonts(frozenset("后\U0010fffd한"), "ko")[1] == "\U0010fffd"


@pytest.mark.parametrize("language", ["zh-Hans", "zh-TW", "zh-HK", "ja", "ko", "en"])
def test_typst_has_the_families_that_a_document_names(language: str) -> None:
    names = font_names(language)
    fonts, _ = document_fonts(frozenset("字"), language)
    assert {names["latin"], names["mono"], *names["han"]} <= set(fonts.families())
    assert names["bold"]


def test_a_bold_that_no_font_has_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_EXTRA_HAN", "no_such_package/a.ttc")
    monkeypatch.setattr(choice, "_family_of", choice._family_of.__wrapped__)
    names = font_names("zh-Hans")
    assert (names["han"], names["bold"]) == (["Noto Sans SC", "Noto Sans SC"], False)
