"""Long words get hyphens where their room is narrow; no character of theirs is in the text."""

from __future__ import annotations

import pytest

from presenter.handout.pdf import export
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler, texts

pytestmark = needs_poppler

SHY = "\u00ad"


def page(slide: str, lang: str) -> str:
    (data,) = export(select(f"title: T\nlang: {lang}\nslides:\n- {slide}", theme="paper"))
    return texts(data)[0]


def lines_in_a_column(words: str, lang: str, *, of: int = 3) -> list[str]:
    others = ", ".join(["text: §"] * (of - 1))
    said = page(f"columns: [text: '{words}', {others}]", lang)
    return said.partition("§")[0].strip().split("\n")


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("Straßenbahnhaltestellenverzeichnis", "de"),
        ("telecommunicationsinfrastructures", "en"),
        ("elektroencefalografistkamikami", "pl"),
    ],
)
def test_a_word_that_is_wider_than_its_column_is_broken_with_hyphens(word: str, lang: str) -> None:
    *lines, last = lines_in_a_column(word, lang)
    assert lines
    assert all(line.endswith(SHY) for line in lines)
    assert "".join(line.removesuffix(SHY) for line in (*lines, last)) == word


def test_a_long_word_leaves_no_line_empty() -> None:
    first, *_ = lines_in_a_column("Wir von der Straßenbahnhaltestelle", "de", of=2)
    assert first.startswith("Wir von der Stra")


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("`Straßenbahnhaltestellenverzeichnis`", "de"),
        ("telecommunicationsinfrastructures", "zh-Hans"),
        ("a" * 60, "en"),
    ],
)
def test_what_has_no_hyphens_gets_none_and_keeps_within_its_room(words: str, lang: str) -> None:
    lines = lines_in_a_column(words, lang)
    assert len(lines) > 1
    assert "".join(lines) == words.strip("`")


def test_a_wide_line_has_none() -> None:
    assert SHY not in page(
        "text: " + "Verantwortungsbereiche und Straßenbahnhaltestellen, " * 9, "de"
    )


@pytest.mark.parametrize("lang", ["de", "en", "fr"])
def test_a_word_with_soft_hyphens_is_found(lang: str) -> None:
    assert "Fahrradklingel" in page('{title: A, text: "Eine Fahr\\xADrad\\xADklingel."}', lang)
