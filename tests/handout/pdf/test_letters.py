"""Letters of many alphabets, each from one font."""

from __future__ import annotations

import unicodedata

import pytest

from presenter.fonts import choice
from presenter.handout.pdf import export
from tests.handout.jobs import select
from tests.handout.poppler import fonts, needs_poppler, page_image, texts

pytestmark = needs_poppler

LETTERS = [
    "Dvořák, ďábel, Łukasz, őr, Győr",
    "Tiếng Việt: những điều nhỏ",
    "Ἀρχή ἥμισυ παντός, Ώρα",
    "Їжак, ґанок, Ёлка",
    "ọ̀pọ̀lọpọ̀ ẹ̀kọ́",
    "ˈhæmɪʃ ʃəˈvɑ̃",
]


def families(data: bytes) -> set[str]:
    return {row[0].partition("+")[2].partition("-")[0] for row in fonts(data)}


@pytest.mark.parametrize("letters", LETTERS)
def test_letters_and_their_accents_are_of_one_font(letters: str) -> None:
    (data,) = export(select(f"title: T\nlang: en\nslides: [{{title: A, text: '{letters}'}}]"))
    assert families(data) == {"NotoSans"}


def test_accents_written_apart_are_composed() -> None:
    apart = unicodedata.normalize("NFD", "Příliš café ガ 한글")
    source = f"title: T\nlang: ja\nslides: [{{title: '{apart}', code: '{apart}'}}]"
    (data,) = export(select(source))
    (page,) = texts(data)
    assert page.count("Příliš café") == 2
    assert page.count("ガ") == 2
    assert apart not in page


def test_a_mark_behind_an_escape_is_no_part_of_it() -> None:
    (data,) = export(select('title: T\nslides: [{title: A, code: "x\\n\\u0303y"}]'))
    assert "y" in texts(data)[0]


@pytest.mark.parametrize("there", [True, False], ids=["bold", "drawn"])
def test_bold_is_bolder_in_chinese_and_latin(monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    if not there:
        monkeypatch.setattr(choice, "_EXTRA_HAN", "no_such_package/a.ttc")
        monkeypatch.setattr(choice, "_family_of", choice._family_of.__wrapped__)
    source = (
        "title: T\nlang: zh\nslides: [{text: 后勤工作}, {text: '**后勤工作**'},"
        " {text: Rear}, {text: '**Rear**'}]"
    )
    (data,) = export(select(source, theme="paper"))
    ink = []
    for page in range(1, 5):
        image = page_image(data, page, 96).convert("L")
        counts = image.crop((0, 100, image.width, image.height * 4 // 5)).histogram()
        ground = max(level for level, count in enumerate(counts) if count)
        ink.append(sum(count * (ground - level) for level, count in enumerate(counts)))
    assert ink[1] > 1.15 * ink[0]
    assert ink[3] > 1.15 * ink[2]
