"""Fonts of documents and pictures: the packaged ones first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from typst import Fonts

from presenter.fonts import choice
from presenter.fonts.faces import script_tags
from presenter.render import compiling, fonts
from presenter.render.compiling import Workspace
from presenter.render.fonts import Flaw, all_fonts, document_fonts, font_names, picture_fonts
from presenter.render.pictures import DeckPictures
from presenter.render.stops import Pages
from presenter.words import Words
from tests.render.watching import deck_of, look


def test_packaged_fonts_have_chinese_and_latin() -> None:
    found, flaws = picture_fonts(frozenset("后勤工作abc，“”——é→▪\n"))
    assert flaws == []
    assert {"Noto Sans", "Noto Sans SC", "DejaVu Sans Mono"} <= set(found.families())
    packaged = ("pylopdf", "fontpkg")
    assert all(
        font.path is None or any(name in font.path for name in packaged) for font in found.fonts()
    )


def test_a_character_that_no_font_has_is_named() -> None:
    flaw = Flaw("no-glyph", {"characters": "\U0010fffd"})
    assert picture_fonts(frozenset("后\U0010fffd"))[1] == [flaw]
    assert document_fonts(frozenset("后\U0010fffd한"), "ko")[1] == [flaw]


def test_a_writing_system_that_no_font_has_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_is_shown", lambda each, *_, system: not "ก" <= each <= "๛")
    (flaw,) = document_fonts(frozenset("后 กขคงจฉชซฌญฎ"), "th")[1]
    assert flaw.code == "no-script"
    assert Words("en")("handout.no-script", **flaw.values) == (
        "no font on this machine has Thai (ก ข ค ง จ ฉ ช ซ ฌ ญ …): boxes stand in its place; "
        "install “Noto Sans Thai”, say"
    )
    assert "泰文" in Words("zh")("handout.no-script", **flaw.values)


def test_a_font_that_joins_no_letters_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert document_fonts(frozenset("क्ष"), "hi")[1] == []
    monkeypatch.setattr(fonts, "_font_taken", lambda *_: ("New Computer Modern", ""))
    (flaw,) = document_fonts(frozenset("क्ष"), "hi")[1]
    assert (flaw.code, flaw.values["font"]) == ("not-joined", "New Computer Modern")
    assert "Devanagari" in Words("en")("problems.not-joined", **flaw.values)
    assert document_fonts(frozenset("שלום"), "he")[1] == []


def test_the_font_that_is_taken_is_found() -> None:
    family, file = fonts._font_taken("क्ष", "hi")
    assert family == "Noto Sans"
    assert "dev2" in script_tags(file)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-TW", "zh-HK", "ja", "ko", "en"])
def test_typst_has_the_families_that_a_document_names(language: str) -> None:
    names = font_names(language)
    found, _ = document_fonts(frozenset("字"), language)
    assert {names["latin"], names["mono"], *names["han"]} <= set(found.families())
    assert names["bold"]


def test_a_bold_that_no_font_has_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_EXTRA_HAN", "no_such_package/a.ttc")
    monkeypatch.setattr(choice, "_family_of", choice._family_of.__wrapped__)
    names = font_names("zh-Hans")
    assert (names["han"], names["bold"]) == (["Noto Sans SC", "Noto Sans SC"], False)


def test_pictures_look_for_rare_characters_only_in_fonts_that_have_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = deck_of("title: 语言\nslides: [{title: שלום, text: 'مرحبا 😀 ∮ 👩‍💻'}]")

    def drawn(name: str) -> Pages:
        return DeckPictures(deck, look(), Workspace(tmp_path / name)).draw(0, 0)

    with monkeypatch.context() as patch:
        patch.setattr(compiling, "drawing_fonts", lambda _c, language, *_: all_fonts(language))
        whole = drawn("all fonts")
    monkeypatch.setattr(fonts, "_fonts", partial(_packaged_alone, fonts._fonts))
    assert drawn("few fonts") == whole


def _packaged_alone(made: Callable[..., Fonts], *folders: frozenset[str], system: bool) -> Fonts:
    """Typst reads all fonts of the system with Python's lock held: a key would wait for it."""
    assert not system
    return made(*folders, system=system)
