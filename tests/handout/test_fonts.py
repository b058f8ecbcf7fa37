"""Fonts of documents: the packaged ones first."""

from __future__ import annotations

from presenter.handout.fonts import fonts_for


def test_packaged_fonts_have_chinese_and_latin() -> None:
    fonts, lacking = fonts_for(frozenset("后勤工作abc，“”——é→▪\n"))
    assert lacking == ""
    assert {"Noto Sans SC", "DejaVu Sans Mono"} <= set(fonts.families())
    assert all(font.path is None or "pylopdf" in font.path for font in fonts.fonts())


def test_a_character_that_no_font_has_is_named() -> None:
    _, lacking = fonts_for(frozenset("后\U0010fffd"))
    assert lacking == "\U0010fffd"
