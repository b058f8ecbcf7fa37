"""Lines written from right to left, as cells show them."""

from __future__ import annotations

import sys
from pathlib import Path
from unicodedata import bidirectional, category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.deck import Deck, load_source
from presenter.deck.source import Source
from presenter.typeset import PageOptions, Run, set_slide
from presenter.typeset.bidi import (
    has_right_to_left,
    in_cell_order,
    mirrored,
    visual,
    words_as_written,
)
from presenter.typeset.page import Line, line_width, space
from presenter.typeset.paragraph import wrap
from presenter.typeset.width import ruler
from tests.deck.decks import deck_of

RULER = ruler("narrow")
GALLERY = Path(__file__).parents[2] / "docs" / "gallery"


def line(*parts: str | int) -> Line:
    """Texts and, as numbers of cells, the gaps between them."""
    return tuple(
        space(part) if isinstance(part, int) else Run(part, "text", RULER.width(part))
        for part in parts
    )


def text(of: Line) -> str:
    return "".join(run.text for run in of)


@pytest.mark.parametrize(
    ("given_line", "shown"),
    [
        (line("שלום"), "      םולש"),
        (line("▪", 2, "שלום"), "   םולש  ▪"),
        (line("אב (1)"), "    (1) בא"),
        (line("אב: cd"), "    cd :בא"),
        (line("אב, ", "cd ef"), " cd ef ,בא"),
        (line("1", 3, "x"), "     x   1"),
        (line("▌", 1, "אב"), "      בא ▐"),
        (line("שִׁ", "ב"), "        בשִׁ"),
        ((), ""),
    ],
)
def test_a_line_begins_at_the_right(given_line: Line, shown: str) -> None:
    assert text(mirrored(given_line, 10, RULER)) == shown


def test_styles_go_with_their_text() -> None:
    runs = (Run("אב ", "text", 3), Run("גד", "text strong", 2), Run(" he", "text", 3))
    assert mirrored(runs, 8, RULER) == (
        Run("he ", "text", 3),
        Run("דג", "text strong", 2),
        Run(" בא", "text", 3),
    )


def test_code_runs_from_the_left_and_turns_only_what_is_hebrew() -> None:
    runs = (Run("x = 1  ", "code.text", 7), Run("# אב", "code.comment", 4))
    assert text(visual(runs, RULER)) == "x = 1  # בא"


def test_arabic_letters_are_joined() -> None:
    # LAM final, BEH medial, QAF initial: قبل
    assert text(mirrored(line("قبل"), 3, RULER)) == "\ufede\ufe92\ufed7"


def test_letters_about_a_non_joiner_are_not_joined() -> None:
    # YEH final, not medial: می‌رود
    assert "\ufbfd" in text(mirrored(line("می\u200cرود"), 6, RULER))
    assert "\ufbfd" not in text(mirrored(line("میرود"), 6, RULER))


def test_a_joiner_may_begin_a_text() -> None:
    assert "ب" in text(mirrored(line("\u200dب"), 4, RULER))


@given(st.text(st.sampled_from("אבש\u05c1ل،\u200d\u200c\u0640(1)[a]. –中"), max_size=20))
def test_nothing_is_lost_and_nothing_grows(content: str) -> None:
    turned = mirrored(line(content), 60, RULER)
    assert line_width(turned) == 60
    assert _seen(text(turned)) == _seen(content)


def _seen(content: str) -> list[str]:
    """The characters that are seen: brackets and Arabic letters whichever way they are drawn."""
    drawn = normalize("NFKC", content.translate(str.maketrans("([", ")]")))
    return sorted(each for each in drawn if each not in " \u200c\u200d")


DECK = """
title: שלום
lang: he
slides:
- title: כותרת
  bullets: [אחד, שתיים]
  table: {header: [א, ב], rows: [[ג, ד]]}
- columns: [{text: ימין}, {text: שמאל}]
- {title: מרכז, layout: center, text: טקסט}
- {code: "if x:\\n    y"}
"""


@pytest.fixture(scope="module")
def deck() -> Deck:
    return deck_of(DECK)


def rows(deck: Deck, index: int) -> list[str]:
    made = set_slide(deck, index, PageOptions(80, 24))
    return made.page(made.stops[-1]).text().split("\n")


def test_a_page_is_aligned_at_the_right(deck: Deck) -> None:
    page = rows(deck, 0)
    ends = {len(row) for row in page if "תרתוכ" in row or "▪" in row}
    assert ends == {72}
    assert any(row.endswith("דחא  ▪") for row in page)
    assert next(row for row in page if "א" in row and "ב" in row).split() == ["ב", "א"]


def test_the_first_column_is_the_right_one(deck: Deck) -> None:
    row = next(row for row in rows(deck, 1) if "ןימי" in row)
    assert row.index("לאמש") < 40 < row.index("ןימי")
    assert len(row) == 72


def test_the_middle_stays_the_middle(deck: Deck) -> None:
    for word in ("זכרמ", "טסקט"):
        row = next(row for row in rows(deck, 2) if word in row)
        assert abs(row.index(word) - (80 - len(word)) // 2) <= 1


def test_code_keeps_its_left_edge(deck: Deck) -> None:
    first, second = (row for row in rows(deck, 3) if "if x:" in row or row.endswith("y"))
    assert second.index("y") == first.index("if x:") + 4


def test_hebrew_in_a_talk_from_the_left_is_turned_where_it_stands() -> None:
    deck = deck_of("title: x\nslides:\n- {title: y, text: see אבג (דה) there}")
    assert any(row.endswith("  see (הד) גבא there") for row in rows(deck, 0))


def test_words_alone_can_be_as_written() -> None:
    assert words_as_written("cd (הד) גבא") == "cd (דה) אבג"


def test_a_terminal_that_turns_gets_lines_as_they_are_written(deck: Deck) -> None:
    made = set_slide(deck, 0, PageOptions(80, 24, bidi=False))
    assert "        ▪  אחד" in made.page(made.stops[-1]).text()


def test_a_character_of_every_type_has_its_place() -> None:
    """Also of none, which this Python's Unicode does not know yet; what is not seen may go."""
    kinds = {bidirectional(chr(code)): chr(code) for code in range(0x20, 0x110000)}
    assert "" in kinds
    for character in kinds.values():
        for around in ("א{}", "{}א", "א{}b", "א {} ב"):
            runs = line(around.format(character))
            seen = sorted(each for each in text(runs) if category(each) != "Cf")
            shown = sorted(each for each in text(visual(runs, RULER)) if category(each) != "Cf")
            assert shown == seen, repr(character)


def test_every_character_that_runs_from_the_right_is_known() -> None:
    """Whatever this Python's Unicode: what is looked at only in its own blocks stands in them."""
    turned = ("R", "AL", "RLE", "RLO", "RLI")
    every = map(chr, range(sys.maxunicode + 1))
    assert not [
        each for each in every if bidirectional(each) in turned and not has_right_to_left(each)
    ]


MIXED = """
title: שלום
lang: he
slides:
- {title: "API (v2)", text: "Queues do not lie."}
- {title: ב, text: "ראו https://example.org/a/?b=1, ואחר כך `--theme ink.` כאן (`f(x).`): a@b.org."}
- text: Queues do not lie.
- figures: [{value: "12", label: אחד}, {value: 3%, label: שתיים}]
- big: THANKS
- big: شكر (1)
"""


@pytest.fixture(scope="module")
def mixed() -> Deck:
    return deck_of(MIXED)


def test_a_text_without_a_letter_from_the_right_runs_from_the_left(mixed: Deck) -> None:
    page = rows(mixed, 0)
    assert [row.strip() for row in page if "API" in row or "Queues" in row] == [
        "API (v2)",
        "Queues do not lie.",
    ]
    assert {len(row) for row in page if "API" in row or "Queues" in row} == {72}


def test_addresses_and_code_run_from_the_left_within_hebrew(mixed: Deck) -> None:
    page = "\n".join(rows(mixed, 1))
    for whole in ("https://example.org/a/?b=1", "--theme ink.", "a@b.org", ":(f(x).)"):
        assert whole in page, whole
    # What stands behind them is the sentence's: at their left.
    assert ",https://" in page
    assert ".a@b.org" in page


@pytest.mark.parametrize("width", range(20, 40))
def test_a_broken_address_runs_from_the_left_on_each_line(width: int) -> None:
    deck = deck_of(
        f"title: ש\nlang: he\nslides: [{{text: 'אב https://example.org/{'a/' * 9} גד'}}]"
    )
    made = set_slide(deck, 0, PageOptions(width, 24))
    page = made.page(made.stops[-1]).text().split("\n")
    lines = [row.strip() for row in page if "/" in row and not row.strip().endswith("/1")]
    assert lines[0].startswith("https:/") or lines[0].split()[0].startswith("https:/")
    assert all("//a" not in line for line in lines)
    joined = "".join(word for line in lines for word in line.split() if word.isascii())
    assert joined == f"https://example.org/{'a/' * 9}"


@pytest.mark.parametrize("width", range(34, 81))
def test_an_address_within_hebrew_stays_whole_where_a_line_has_room(width: int) -> None:
    text = (
        "פרטים נוספים על הסדנה ועל ההרשמה אליה נמצאים בכתובת https://example.net/he/a-b למי שרוצה"
    )
    spans = wrap(text, width, "he", PageOptions(80, 24).ruler)
    assert any("https://example.net/he/a-b" in text[start:end] for start, end in spans)


def test_what_begins_in_hebrew_runs_from_the_right_in_any_talk() -> None:
    deck = deck_of("title: x\nslides:\n- {title: y, text: 'אב cd, (גד) ef.'}")
    assert any(row.endswith("  .ef (דג) ,cd בא") for row in rows(deck, 0))


def test_a_statement_in_latin_letters_is_not_mirrored(mixed: Deck) -> None:
    from_left = deck_of(MIXED.replace("lang: he", "lang: en").replace("שלום", "x"))
    for index in (2, 4):
        assert large(mixed, index) == large(from_left, index)
        assert len(large(mixed, index)) > 4


def large(deck: Deck, index: int) -> list[str]:
    """The rows of what is in large type, without the blanks about them."""
    made = set_slide(deck, index, PageOptions(80, 24))
    runs = (run for line in made.page(made.stops[-1]).lines for run in line)
    found = [run.text for run in runs if run.style in ("text.large", "big")]
    left = min(len(row) - len(row.lstrip()) for row in found)
    return [row[left:].rstrip() for row in found]


def test_the_first_figure_is_the_right_one(mixed: Deck) -> None:
    labels = next(row for row in rows(mixed, 3) if "דחא" in row)
    assert labels.split() == ["םייתש", "דחא"]


def test_large_words_without_glyphs_run_from_the_right(mixed: Deck) -> None:
    assert any(row.strip() == "(1) \ufeae\ufedc\ufeb7" for row in rows(mixed, 5))


def test_the_order_of_cells_is_what_a_page_shows() -> None:
    assert in_cell_order("אבג (1) cd") == "cd (1) גבא"
    assert in_cell_order("cd אבג") == "cd גבא"
    assert in_cell_order("cd") == "cd"


CHARTS = """
title: שלום
lang: he
slides:
- chart: {unit: מ, data: {אחד: 8, שתיים: 1}}
- chart: {kind: line, data: {אחד: 1, שתיים: 2, שלוש: 9}}
- {title: קוד, qr: {text: https://example.org/talk, label: כתובת}}
- table: {rows: [["-4", "±2.5%"]]}
"""


@pytest.fixture(scope="module")
def drawn() -> Deck:
    return deck_of(CHARTS)


def test_bars_begin_at_their_labels_at_the_right(drawn: Deck) -> None:
    page = rows(drawn, 0)
    longer, shorter = (next(row for row in page if name in row) for name in ("דחא", "םייתש"))
    assert longer.rindex("█") == shorter.rindex("█") < shorter.index("םייתש")
    assert "מ 8 █" in longer


def test_a_line_begins_at_the_right_as_its_labels_do(drawn: Deck) -> None:
    page = rows(drawn, 1)
    assert next(row for row in page if "דחא" in row).split() == ["שולש", "םייתש", "דחא"]
    tops = {row.index("⣿") for row in page[:6] if "⣿" in row}
    assert tops == {min(row.index("⣿") for row in page if "⣿" in row)}


def test_a_code_stands_before_its_text(drawn: Deck) -> None:
    row = next(row for row in rows(drawn, 2) if "תבותכ" in row)
    assert row.index("תבותכ") < next(at for at, each in enumerate(row) if each in "▀▄█")


def test_a_caption_begins_below_the_beginning_of_its_picture() -> None:
    image = "{path: hills.png, caption: איור}"
    source = Source("deck.yaml", f"title: ש\nlang: he\nslides: [{{image: {image}}}]", GALLERY)
    deck = load_source(source).deck
    assert deck is not None
    made = set_slide(deck, 0, PageOptions(80, 24))
    page = made.page(made.stops[-1])
    (picture,) = page.pictures
    caption = next(row for row in page.text().split("\n") if "רויא" in row)
    assert picture.x + picture.width == len(caption)


def test_a_sign_stands_before_its_number(drawn: Deck) -> None:
    assert next(row for row in rows(drawn, 3) if "4" in row).split() == ["±2.5%", "-4"]
    deck = deck_of("title: ש\nlang: he\nslides: [{text: 'בין -4 לבין (-12.5%), 3-1'}]")
    assert any(row.endswith("3-1 ,(-12.5%) ןיבל -4 ןיב") for row in rows(deck, 0))
