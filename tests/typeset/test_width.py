import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcswidth

from presenter.typeset import width as module
from presenter.typeset.width import graphemes, ruler

from .samples import EVERYTHING

NARROW = ruler("narrow")
WIDE = ruler("wide")

texts = st.text(
    st.sampled_from("中，“—·ーｶﾞe\u0301가ᄒ\u1161각👩🏽\u200d💻❤\ufe0f🇨🇳1\u20e3 ▪"), max_size=12
)


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("后勤", 4, 4),
        ("“好”——", 6, 10),
        ("第1点·A", 7, 8),
        ("ｶﾞ", 2, 2),
        ("e\u0301", 1, 1),
        ("\u1112\u1161\u11ab", 2, 2),
        ("👩🏽\u200d💻", 2, 2),
        ("❤\ufe0f", 2, 2),
        ("1\ufe0f\u20e3", 2, 2),
        ("🇨🇳🇯🇵", 4, 4),
        ("⌚\ufe0e", 2, 2),
        ("𠮷", 2, 2),
        ("▪━", 2, 3),
        ("a\tb", 2, 2),
        ("", 0, 0),
    ],
)
def test_cells_under_both_rules(text: str, narrow: int, wide: int) -> None:
    assert (NARROW.width(text), WIDE.width(text)) == (narrow, wide)


def test_the_quick_tables_agree_with_wcwidth() -> None:
    for first, last in (*module._WIDE, *module._NARROW):
        for character in map(chr, range(first, last + 1)):
            assert NARROW.width(character) == wcswidth(character), hex(ord(character))
            assert WIDE.width(character) == wcswidth(character, ambiguous_width=2), character
            assert graphemes("a" + character) == ["a", character]


@pytest.mark.parametrize("text", EVERYTHING)
def test_narrow_agrees_with_what_textual_crops_by(text: str) -> None:
    assert NARROW.width(text) == cell_len(text)


def test_the_environment_changes_nothing() -> None:
    code = (
        "from presenter.typeset.width import ruler;"
        "print(ruler('narrow').width('👩🏽\u200d💻❤\ufe0f—中'), ruler('wide').width('—中'))"
    )
    environment = {"UNICODE_VERSION": "4.1.0", "TERM_PROGRAM": "xterm", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["7", "4"]


@given(texts, st.sampled_from([NARROW, WIDE]))
def test_a_text_is_as_wide_as_its_graphemes(text: str, ruler: module.Ruler) -> None:
    assert "".join(graphemes(text)) == text
    assert ruler.width(text) == sum(ruler.width(grapheme) for grapheme in graphemes(text))
    offsets = ruler.offsets(text)
    assert len(offsets) == len(text) + 1
    assert offsets[-1] == ruler.width(text)
    assert offsets == sorted(offsets)


@pytest.mark.parametrize("ruler", [NARROW, WIDE])
@pytest.mark.parametrize(
    "text", ["作" + "🏽" * 30, "c🏽🏽", "“🏽", "ᄀ" * 30, "é🏽\u0301🏽", "👩🏽🏽"]
)
def test_no_grapheme_is_wider_than_two_cells(text: str, ruler: module.Ruler) -> None:
    assert "".join(graphemes(text)) == text
    assert max(map(ruler.width, graphemes(text))) <= 2
    assert ruler.width(text) == sum(map(ruler.width, graphemes(text)))


def test_a_skin_tone_stays_with_its_emoji() -> None:
    assert graphemes("👩🏽\u200d💻作") == ["👩🏽\u200d💻", "作"]


@given(texts, st.integers(0, 20), st.sampled_from([NARROW, WIDE]))
def test_cut_fits_and_keeps_the_beginning(text: str, cells: int, ruler: module.Ruler) -> None:
    cut = ruler.cut(text, cells)
    assert ruler.width(cut) <= cells
    assert cut == text or cut == "" or (cut.endswith("…") and text.startswith(cut[:-1]))


@pytest.mark.parametrize(
    ("ruler", "text", "cells", "filled"),
    [
        (NARROW, "━", 3, "━━━"),
        (WIDE, "━", 3, "━"),
        (NARROW, "中", 1, ""),
        (NARROW, "\u200b", 5, ""),
        (NARROW, "", 5, ""),
        (NARROW, "━", 0, ""),
        (NARROW, "━", -2, ""),
    ],
)
def test_fill(ruler: module.Ruler, text: str, cells: int, filled: str) -> None:
    assert ruler.fill(text, cells) == filled


@pytest.mark.parametrize(
    ("ruler", "text", "cells", "cut"),
    [
        (NARROW, "后勤", 1, "…"),
        (NARROW, "ab", 1, "…"),
        (NARROW, "ab", 0, ""),
        (WIDE, "后勤", 2, "…"),
        (WIDE, "后勤", 1, ""),
        (WIDE, "后勤", 3, "…"),
        (NARROW, "后勤", 3, "后…"),
        (WIDE, "后勤", 4, "后勤"),
        (NARROW, "后 勤", 4, "后…"),
    ],
)
def test_cut_where_the_mark_alone_has_room(
    ruler: module.Ruler, text: str, cells: int, cut: str
) -> None:
    assert ruler.cut(text, cells) == cut


def test_cut_with_another_mark() -> None:
    assert NARROW.cut("后勤工作", 3, mark="...") == "..."
    assert NARROW.cut("后勤工作", 2, mark="...") == ""
    assert NARROW.cut("后勤工作的重要性", 7) == "后勤工…"
    assert NARROW.cut("后勤工作的重要性", 7, mark="") == "后勤工"
    assert NARROW.cut("后勤", 0) == ""


@pytest.mark.parametrize(
    "grapheme",
    [
        *(
            "⚠\ufe0f",
            "✔\ufe0f",
            "1\ufe0f\u20e3",
            "⌚\ufe0e",
            "👋🏼",
            "👨\u200d👩\u200d👧",
            "🇨🇳",
            "☀",
        ),
        *("\U0001fae0", "\ue0b0", "हि", "न्दी", "நி", "\u1112\u1161\u11ab", "\U000131f2\ufe0f"),
    ],
)
def test_what_terminals_disagree_about_stands_by_itself(grapheme: str) -> None:
    parts = NARROW.stretches(f"前{grapheme}後 a")
    assert [part for part in parts if part.doubtful] == [(grapheme, NARROW.width(grapheme), True)]


@pytest.mark.parametrize(
    "text", ["后勤 work", "e\u0301 ọ̀ ê̄", "“好”——▪━", "Ελληνικά", "สวัสดี", "שלום"]
)
def test_what_all_terminals_draw_alike_is_in_one_piece(text: str) -> None:
    assert NARROW.stretches(text) == [(text, NARROW.width(text), False)]


@given(texts)
def test_stretches_are_the_text_and_its_cells(text: str) -> None:
    for each in (NARROW, WIDE):
        parts = each.stretches(text)
        assert "".join(part.text for part in parts) == text
        assert sum(part.cells for part in parts) == each.width(text)
