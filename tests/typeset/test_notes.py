"""Speaker notes: how Markdown is set, and what belongs to which step."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.typeset import Line, PageOptions
from presenter.typeset.notes import NOW, OTHER, note_sections, set_note_sections, set_notes
from presenter.typeset.page import line_width

SETTING = PageOptions(80, 24, "zh-Hans")


def text_of(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def rows(text: str, width: int = 20) -> list[str]:
    return text_of(set_notes(text, width, SETTING))


def test_a_paragraph_breaks_within_the_width_and_joins_han_lines() -> None:
    assert rows("先停两秒，\n看着大家。", 30) == ["先停两秒，看着大家。"]
    assert rows("先停两秒，看着大家。", 10) == ["先停两秒，", "看着大家。"]


def test_an_empty_line_parts_paragraphs() -> None:
    assert rows("甲\n\n\n乙") == ["甲", "", "乙"]


def test_inline_markup_becomes_styles() -> None:
    (line,) = set_notes("说**慢**些，`q` 退出", 30, SETTING)
    assert [(run.text, run.style) for run in line if run.text in ("慢", "q")] == [
        ("慢", f"{NOW} strong"),
        ("q", f"{NOW} code"),
    ]


def test_lists_hang_and_nest() -> None:
    assert rows("- 管理的前提是懂全局\n  - 子项\n- 乙", 14) == [
        "▪ 管理的前提是",
        "  懂全局",
        "  – 子项",
        "▪ 乙",
    ]


def test_numbers_are_kept_and_aligned_at_their_right() -> None:
    assert rows("9. 九\n10. 十") == [" 9. 九", "10. 十"]


def test_items_that_are_written_apart_are_set_apart() -> None:
    assert rows("- 甲\n\n- 乙") == ["▪ 甲", "", "▪ 乙"]


def test_a_heading_is_told_from_text() -> None:
    (line,) = set_notes("## 开场", 20, SETTING)
    assert [(run.text, run.style) for run in line] == [("开场", f"{NOW} notes.heading")]


def test_code_keeps_its_spaces_and_is_not_markup() -> None:
    assert rows("```\nif a:\n    *b*\n```") == ["  if a:", "      *b*"]


def test_a_quote_has_a_bar_beside_each_line() -> None:
    assert rows("> 兵马未动，粮草先行。", 14) == ["▎ 兵马未动，", "▎ 粮草先行。"]


def test_html_and_link_definitions_stay_text() -> None:
    assert rows("<b>甲</b>\n\n[a]: x") == ["<b>甲</b>", "", "[a]: x"]


def test_step_lines_part_the_sections() -> None:
    assert note_sections("甲\n[step]\n乙\n---\n丙\n") == ("甲", "乙", "丙")
    assert note_sections("- 甲\n[Step]\n- 乙") == ("- 甲", "- 乙")
    assert note_sections("[step]\n乙") == ("", "乙")
    assert note_sections("") == ("",)


def test_what_only_looks_like_a_step_parts_nothing() -> None:
    for text in ("```\n---\n[step]\n```", "甲 [step] 乙", "***\n甲", "|a|b|\n|---|---|"):
        assert note_sections(text) == (text,)


def test_the_section_of_the_step_stands_out() -> None:
    notes = set_note_sections("甲\n[step]\n乙\n\n丙\n[step]\n丁", 1, 20, SETTING)
    assert text_of(notes.lines) == ["  甲", "", "▎ 乙", "▎ ", "▎ 丙", "", "  丁"]
    assert (notes.first, notes.end) == (2, 5)
    styles = {run.text: run.style for line in notes.lines for run in line}
    assert (styles["甲"], styles["乙"], styles["丁"]) == (OTHER, NOW, OTHER)


def test_steps_beyond_the_last_section_stay_with_it() -> None:
    notes = set_note_sections("甲\n---\n乙", 7, 20, SETTING)
    assert (notes.first, notes.end) == (2, 3)


def test_notes_without_steps_are_all_for_now() -> None:
    notes = set_note_sections("甲\n\n乙", 3, 20, SETTING)
    assert text_of(notes.lines) == ["甲", "", "乙"]
    assert (notes.first, notes.end) == (0, 3)


@settings(max_examples=60)
@given(
    st.text(st.sampled_from("先停，“a *`-#>1.[]\n "), max_size=60),
    st.integers(1, 30),
    st.integers(0, 3),
    st.sampled_from(["narrow", "wide"]),
)
def test_any_text_stays_within_any_width(text: str, width: int, step: int, rule: str) -> None:
    setting = PageOptions(80, 24, "zh-Hans", "wide" if rule == "wide" else "narrow")
    notes = set_note_sections(text, step, width, setting)
    assert 0 <= notes.first <= notes.end <= len(notes.lines)
    for line in notes.lines:
        assert line_width(line) <= max(width, 2)
        assert line_width(line) == sum(setting.ruler.width(run.text) for run in line)
