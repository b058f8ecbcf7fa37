"""Hyphens: those that are written as soft ones, and those that a language has."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.content.inline import inline, plain
from presenter.deck import Deck
from presenter.typeset import Line, PageOptions, set_slide
from presenter.typeset.hyphens import hyphenated
from presenter.typeset.paragraph import set_paragraph, set_plain
from tests.deck.decks import deck_of

SHY = "\u00ad"


def setting(language: str, *, hyphens: bool = True) -> PageOptions:
    return PageOptions(80, 24, language, hyphens=hyphens)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def rows(text: str, width: int, language: str, **options: bool) -> list[str]:
    return texts(set_paragraph(inline(text), "text", width, setting(language), **options))


def shown(text: str, language: str) -> str:
    (line,) = inline(text)
    return "".join(part.text for part in hyphenated(line, language)).replace(SHY, "-")


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("Straßenbahnhaltestelle", "de", "Stra-ßen-bahn-hal-te-stelle"),
        ("Straßenbahnhaltestelle", "de-AT", "Stra-ßen-bahn-hal-te-stelle"),
        ("understanding", "en", "under-stand-ing"),
        ("développement", "fr", "déve-lop-pe-ment"),
        ("происшествие", "ru", "про-ис-ше-ствие"),
        ("understanding", "zh-Hans", "understanding"),
        ("understanding", "", "understanding"),
        ("understanding", "tlh", "understanding"),
        ("UNDERSTANDING", "en", "UNDERSTANDING"),
        ("under\u00adstanding", "en", "under-standing"),
        ("short", "en", "short"),
        ("`understanding`", "en", "understanding"),
        ("understandingOf", "en", "understandingOf"),
        ("understanding()", "en", "understanding()"),
        ("module.understanding", "en", "module.understanding"),
        ("src/understanding", "en", "src/understanding"),
        ("https://understanding.example", "en", "https://understanding.example"),
        ("someone@understanding.example", "en", "someone@understanding.example"),
        ("“Understanding,” (understanding).", "en", "“Under-stand-ing,” (under-stand-ing)."),
    ],
)
def test_long_words_of_a_language_have_hyphens_but_names_have_none(
    word: str, language: str, parts: str
) -> None:
    assert shown(word, language) == parts


def test_a_hyphen_is_put_where_a_line_would_stay_a_third_empty() -> None:
    text = "Die Geschwindigkeitsbegrenzungen gelten"
    assert rows(text, 30, "de") == ["Die Geschwindigkeitsbegrenzun-", "gen gelten"]
    assert rows(text, 30, "zh-Hans") == ["Die", "Geschwindigkeitsbegrenzungen", "gelten"]
    assert rows("This is a plain understanding of it", 20, "en") == [
        "This is a plain",
        "understanding of it",
    ]


def test_headings_and_code_have_none() -> None:
    text = "Die Geschwindigkeitsbegrenzungen gelten"
    assert not any("-" in row for row in rows(text, 32, "de", balanced=True))
    assert not any("-" in row for row in rows("Die `Geschwindigkeitsbegrenzungen`", 20, "de"))
    assert not any("-" in row for row in texts(set_plain(text, "code", 20, setting("de"))))


def test_a_soft_hyphen_is_seen_where_a_line_ends_at_it_and_nowhere_else() -> None:
    text = "Fahr\u00adrad\u00adständer und **Fahr\u00adrad\u00adständer**"
    assert rows(text, 10, "zh") == ["Fahrrad-", "ständer", "und Fahr-", "radständer"]
    assert rows(text, 80, "de") == ["Fahrradständer und Fahrradständer"]
    assert rows("Fahr\u00adrad", 8, "de") == ["Fahrrad"]
    assert rows("a\u00adb", 1, "de") == ["a", "b"]
    whole = setting("de", hyphens=False)
    assert texts(set_paragraph(inline(text), "text", 14, whole)) == [
        "Fahrradständer",
        "und",
        "Fahrradständer",
    ]


def test_what_is_said_is_found_without_soft_hyphens() -> None:
    assert plain(inline("Fahr\u00adrad *stän\u00adder*")) == "Fahrrad ständer"
    assert inline("`a\u00adb`")[0][0].text == "ab"


SLIDES = """
title: Haupt\u00adtitel
subtitle: Unter\u00adtitel
author: Au\u00adtorin
lang: de
slides:
- title: Titel\u00adzeile
  subtitle: Unter\u00adzeile
  text: Fließ\u00adtext `Quell\u00adtext` und **Fett\u00addruck**
- bullets: [Punkt\u00adliste, {Ober\u00adpunkt: [Unter\u00adpunkt]}]
- quote: {text: Zi\u00adtat, by: Ver\u00adfasser}
- code: print("Quell\u00adtext")
- table: {header: [Kopf\u00adzeile], rows: [[Tabellen\u00adzelle]]}
- chart: {kind: bar, data: {Balken\u00adname: 4}}
- columns: [{text: Links\u00adspalte}, {text: Rechts\u00adspalte}]
- figures: [{value: vier\u00adzig, label: Beschrif\u00adtung}]
- callout: {kind: note, text: Hin\u00adweis}
- big: Dan\u00adke
- qr: {text: "https://bei\u00adspiel.example", label: Bei\u00adspiel}
"""


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (20, 5)])
def test_no_page_has_a_soft_hyphen(size: tuple[int, int]) -> None:
    deck: Deck = deck_of(SLIDES)
    for index in range(len(deck.slides)):
        slide = set_slide(deck, index, PageOptions(*size))
        for stop in slide.stops:
            page = slide.page(stop)
            assert SHY not in page.text()
            assert all(
                run.width == slide.setting.ruler.width(run.text)
                for line in page.lines
                for run in line
            )


PIECES = (
    "Die **Geschwindigkeitsbegrenzungen** gelten, Verwaltungs\u00advorschriften "
    "`Organisationshandbuch` 机关后勤，工作质量。 a Straßenbahnhaltestelle 4%"
)
words = st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=12).map(" ".join)


@given(words, st.integers(1, 60), st.integers(0, 2))
def test_nothing_is_lost_or_too_wide_with_hyphens(text: str, width: int, hang: int) -> None:
    lines = set_paragraph(inline(text), "text", width, setting("de"), hang=hang)
    said = "".join(plain(inline(text)).split())
    found = "".join(texts(lines)).replace(" ", "")
    assert found.replace("-", "") == said
    if width > 1:
        assert all(sum(run.width for run in line) <= width + hang for line in lines)


def test_no_dictionary_is_read_before_a_word_asks_for_it() -> None:
    script = """
import sys
from presenter.content.inline import inline
from presenter.typeset import PageOptions
from presenter.typeset.paragraph import set_paragraph
for language, text in (("en", "Plain words that fill lines"), ("zh", "机关后勤工作质量")):
    set_paragraph(inline(text), "text", 12, PageOptions(80, 24, language))
print("pyphen" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_a_short_text_has_hyphens_only_where_they_save_a_line_or_fill_an_empty_one() -> None:
    assert rows("Checked by all partners", 21, "en") == ["Checked by all", "partners"]
    assert rows("Ask internationally", 18, "en")[0].endswith("-")
