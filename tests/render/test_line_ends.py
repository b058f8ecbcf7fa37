"""Where lines end on slides: words and clauses stay whole, and no line is a leftover."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.render.spans import words
from tests.handout.poppler import Word, needs_poppler
from tests.render.test_design import LANDSCAPE, words_of

pytestmark = needs_poppler


def lines_of(words: list[Word]) -> list[tuple[float, float]]:
    """Left and right edges of the lines of these words, from the top."""
    lines: dict[int, tuple[float, float]] = {}
    for word in sorted(words, key=lambda word: word.top):
        left, right = lines.get(at := round(word.top / 12), (word.left, word.right))
        lines[at] = (min(left, word.left), max(right, word.right))
    return list(lines.values())


@pytest.mark.parametrize("page", [LANDSCAPE, (1024, 768), (616, 759)])
def test_a_clause_that_is_kept_whole_stays_in_order(page: tuple[int, int], tmp_path: Path) -> None:
    clauses = ["行くべきところへ行けよ、", "道はあるなり。"]
    found = words_of(f"{{quote: {''.join(clauses)}}}", tmp_path, page, "ja")
    assert [word.text for word in found if word.text != "“"][:2] == clauses


@pytest.mark.parametrize("page", [(2066, 987), (1080, 1920), (807, 743)])
def test_lines_of_a_title_stand_one_below_the_other(page: tuple[int, int], tmp_path: Path) -> None:
    said = ["Prévoir", "l’organisation,", "2", "jours"]
    found = words_of(f'"{" ".join(said)}"', tmp_path, page, "fr")[: len(said)]
    in_order = sorted(found, key=lambda word: (round(word.top / 12), word.left))
    assert [word.text for word in in_order] == said


@pytest.mark.parametrize("width", range(1640, 1940, 100))
def test_an_option_stays_with_its_value(width: int, tmp_path: Path) -> None:
    command = "convert talk.yaml -o out.pdf --pages 3-7 --paper 210x297 --margin 12 --color wide"
    slide = f"{{title: t, code: {{language: bash, source: '{command}'}}}}"
    found = words_of(slide, tmp_path, (width, 1080))
    tops = {word.text: round(word.top) for word in found}
    for option, value in zip(command.split()[2::2], command.split()[3::2], strict=True):
        assert tops[option] == tops[value]


@pytest.mark.parametrize("block", ["text: {}", "bullets: [{}]", "big: {}"])
def test_a_number_stays_with_its_unit(block: str, tmp_path: Path) -> None:
    said = '"It took 98 % of the 128 GB that we had, at 25 °C"'
    for width in range(700, 1000, 100):
        found = words_of(f"{{title: t, {block.format(said)}}}", tmp_path, (width, 759), "en")
        tops = {word.text: word.top for word in found}
        assert tops["98"] == tops["%"]
        assert tops["128"] == tops["GB"]
        assert tops["25"] == tops["°C"]


@pytest.mark.parametrize("width", range(1180, 1320, 40))
def test_no_paragraph_ends_in_a_line_of_a_word(width: int, tmp_path: Path) -> None:
    first, second = "月底同财务对账。", "每一笔费用都记清楚，月底同财务对一遍账，有差错要查"
    found = words_of(f'{{title: 题, text: "{first}\\n\\n{second}"}}', tmp_path, (width, 759))
    lengths = [right - left for left, right in lines_of(found)[2:4]]
    assert min(lengths) > 0.5 * max(lengths)


@pytest.mark.parametrize("width", range(1000, 1080, 20))
def test_lines_of_like_length_are_no_more_than_were_measured(width: int, tmp_path: Path) -> None:
    said = "Dritte Ebene mit einem etwas längeren Satz der umbrochen wird"
    items = f"{{Erste: [{{Zweite: [{said}, Noch eine]}}, Wieder zweite]}}, Und zurück, Und weiter"
    slide = f"{{title: Drei, bullets: [{items}, Und so fort, Schluss]}}"
    found = words_of(slide, tmp_path, (width, 759), "de")
    assert len(lines_of([word for word in found if word.text in said.split()])) == 2


@pytest.mark.parametrize(
    ("said", "together"),
    [
        ("There is only one way to be on time, and every team finds it alone.", ("one", "way")),
        (
            "A talk is not the slides that were shown but the one thought that is still there the "
            "morning after.",
            ("but", "one"),
        ),
    ],
)
def test_a_quote_is_not_parted_behind_a_word_that_leads_on(
    said: str, together: tuple[str, str], tmp_path: Path
) -> None:
    found = words_of(f"{{title: t, quote: '{said}'}}", tmp_path, lang="en")
    tops = {word.text: word.top for word in found}
    assert tops[together[0]] == tops[together[1]]


def test_the_last_words_of_a_short_item_leave_no_single_word_before_them(tmp_path: Path) -> None:
    columns = ", ".join(["{bullets: [503 and Retry-Info]}"] * 3)
    found = words_of(f"{{title: t, columns: [{columns}]}}", tmp_path, (1024, 768), "en")
    tops = {word.text: word.top for word in found}
    assert tops["503"] == tops["and"]


def test_the_label_of_a_large_code_does_not_end_in_a_line_of_a_word(tmp_path: Path) -> None:
    slide = '{title: t, qr: {text: "https://example.org/queue", label: "Slides, code and data"}}'
    found = words_of(slide, tmp_path, (1024, 768), "en")
    tops = {word.text: word.top for word in found}
    assert tops["code"] < tops["and"] == tops["data"]


def test_a_label_below_a_narrow_number_takes_two_lines(tmp_path: Path) -> None:
    items = "{value: 71 ms, label: median}, {value: 18%, label: less}, "
    label = "pages at night since May"
    slide = f"{{title: t, figures: [{items}{{value: 0, label: {label}}}]}}"
    found = [word for word in words_of(slide, tmp_path) if word.text in label.split()]
    assert len(lines_of(found)) == 2


def test_what_the_dictionary_lacks_is_a_word_before_a_comma_too() -> None:
    text = "可以着重、删去，也可以不改"
    assert "删去" in [text[start:end] for start, end in words(text)]
