import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcswidth

from presenter.typeset import width as module
from presenter.typeset.width import SAMPLES, USUAL, Drawing, Ruler, graphemes, measured, ruler

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


TERMINALS = {
    "kitty 0.26": (2, 2, 8, 3, 4, 1, 3),
    "xterm 379": (1, 4, 8, 4, 2, 2, 3),
    "tmux 3.3": (1, 4, 2, 4, 2, 2, 3),
    "Konsole 22.12": (1, 2, 2, 4, 2, 2, 3),
    "mlterm 3.9": (1, 4, 11, 3, 2, 2, 3),
}
"""The cells that terminals said they give to the samples (CPR)."""

TOLD = {
    "\u2764\ufe0f": (2, 1, 1, 1, 1),
    "\u2139\ufe0f": (2, 1, 1, 1, 1),
    "#\ufe0f\u20e3": (2, 1, 1, 1, 1),
    "\u261d\U0001f3fd": (1, 3, 3, 1, 3),
    "\U0001f469\U0001f3fd": (2, 4, 4, 2, 4),
    "\U0001f469\U0001f3fd\u200d\U0001f4bb": (4, 6, 4, 2, 7),
    "\U0001f3f3\ufe0f\u200d\U0001f308": (4, 3, 1, 1, 4),
    "\U0001f469\u200d\u2764\ufe0f\u200d\U0001f468": (6, 5, 2, 2, 7),
    "\U0001f1e8\U0001f1f3": (2, 2, 2, 2, 2),
    "\u0928\u094d\u0926\u0940": (2, 3, 3, 3, 2),
    "\u0939\u093f": (1, 2, 2, 2, 1),
    "\u0ba8\u0bbf": (1, 2, 2, 2, 1),
    "\u0b95\u0bcb": (1, 2, 2, 2, 1),
    "\u0b95\u0bcd\u0bb7": (2, 2, 2, 2, 2),
    "\u1781\u17d2\u1798\u17c2": (2, 3, 3, 3, 2),
    "\u1112\u1161": (3, 2, 2, 2, 2),
    "\u231a\ufe0e": (1, 2, 2, 2, 2),
    "\u3299\ufe0f": (2, 2, 2, 2, 2),
    "e\u0301": (1, 1, 1, 1, 1),
    "\u6c49": (2, 2, 2, 2, 2),
}
"""What the same terminals said of others."""


@pytest.mark.parametrize("number", range(len(TERMINALS)), ids=TERMINALS.keys())
def test_what_a_terminal_says_of_the_samples_tells_the_rest(number: int) -> None:
    ambiguous, drawing = measured(list(TERMINALS.values())[number])
    assert ambiguous == "narrow"
    own = ruler("narrow", drawing)
    assert tuple(map(own.width, SAMPLES[:-1])) == drawing
    assert {each: own.width(each) for each in TOLD} == {
        each: cells[number] for each, cells in TOLD.items()
    }


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ((2, 2, 2, 2, 2, 2, 6), ("wide", USUAL)),
        ((2, 2, 2, 2, 2, 2, 5), (None, USUAL)),
        ((9, 3, 0, 7, 1, 0, 3), ("narrow", USUAL)),  # nobody draws like this
        ((1, 2, 2, 2, 2, 2, 3), ("narrow", Drawing(emoji=1))),
    ],
)
def test_measured(cells: tuple[int, ...], found: tuple[str | None, Drawing]) -> None:
    assert measured(cells) == found


marks = st.lists(
    st.sampled_from([*TOLD, *SAMPLES, *"a中\u1161\u11ab\u200d\ufe0f\U0001f3fd\U0001f468"]),
    max_size=8,
).map("".join)


@given(marks, st.sampled_from(list(TERMINALS.values())))
def test_in_a_terminal_that_was_asked(text: str, cells: tuple[int, ...]) -> None:
    own = ruler("narrow", measured(cells)[1])
    assert "".join(own.graphemes(text)) == text
    assert own.offsets(text)[-1] == own.width(text)
    assert sum(part.cells for part in own.stretches(text)) == own.width(text)
    assert own.width(own.cut(text, 5)) <= 5


@pytest.mark.parametrize(
    ("terminal", "parts"),
    [
        ("kitty 0.26", ["\U0001f469\U0001f3fd\u200d", "\U0001f4bb"]),
        ("xterm 379", ["\U0001f469", "\U0001f3fd\u200d", "\U0001f4bb"]),
        ("Konsole 22.12", ["\U0001f469\U0001f3fd\u200d\U0001f4bb"]),
    ],
)
def test_what_is_drawn_apart_may_be_broken_there(terminal: str, parts: list[str]) -> None:
    own = ruler("narrow", measured(TERMINALS[terminal])[1])
    assert own.graphemes("\U0001f469\U0001f3fd\u200d\U0001f4bb") == parts


def test_rulers_agree_as_long_as_nothing_was_met_that_they_draw_otherwise() -> None:
    usual, asked = Ruler(1), ruler("narrow", Drawing(emoji=1))
    usual.width("后勤 e\u0301 \U0001f44b\U0001f3fc")
    assert usual.agrees(asked)
    assert not usual.agrees(ruler("wide"))
    usual.width("\u26a0\ufe0f")
    assert not usual.agrees(asked)
