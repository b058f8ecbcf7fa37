"""Fonts of documents: the packaged ones first."""

from __future__ import annotations

import pytest

from presenter.handout import fonts as fonts_module
from presenter.handout.fonts import HanFace, fonts_for, han_face


def test_packaged_fonts_have_chinese_and_latin() -> None:
    fonts, lacking = fonts_for(frozenset("后勤工作abc，“”——é→▪\n"))
    assert lacking == ""
    assert {"Noto Sans", "Noto Sans SC", "DejaVu Sans Mono"} <= set(fonts.families())
    packaged = ("pylopdf", "fontpkg")
    assert all(
        font.path is None or any(name in font.path for name in packaged) for font in fonts.fonts()
    )


def test_a_character_that_no_font_has_is_named() -> None:
    _, lacking = fonts_for(frozenset("后\U0010fffd"))
    assert lacking == "\U0010fffd"


@pytest.mark.parametrize(
    ("language", "there", "taken"),
    [
        ("zh-Hans", {}, HanFace("Noto Sans SC", False)),
        ("zh-Hans", {"PingFang SC": {300, 400, 600}}, HanFace("PingFang SC", True)),
        # Without a bold of its own it is no better than the packaged one.
        ("zh", {"Noto Sans CJK SC": {400}}, HanFace("Noto Sans SC", False)),
        ("ja-JP", {"Noto Sans CJK JP": {400, 700}}, HanFace("Noto Sans CJK JP", True)),
        ("zh-Hant-HK", {"Noto Sans CJK TC": {400, 700}}, HanFace("Noto Sans CJK TC", True)),
        ("zh-TW", {"Noto Sans CJK SC": {400, 700}}, HanFace("Noto Sans SC", False)),
        ("ko", {"Malgun Gothic": {400, 700}}, HanFace("Malgun Gothic", True)),
    ],
)
def test_the_system_s_font_with_a_bold_face_is_taken_first(
    monkeypatch: pytest.MonkeyPatch, language: str, there: dict[str, set[int]], taken: HanFace
) -> None:
    monkeypatch.setattr(fonts_module, "_system_weights", lambda: there)
    assert han_face(language) == taken
