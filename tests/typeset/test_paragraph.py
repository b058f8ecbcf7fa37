from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.content.inline import inline
from presenter.typeset import Line, PageOptions, Run
from presenter.typeset.page import line_width
from presenter.typeset.paragraph import set_paragraph, set_plain, set_styled

NARROW = PageOptions(80, 24, "zh-Hans")
WIDE = PageOptions(80, 24, "zh-Hans", ambiguous="wide")

marked = st.lists(
    st.sampled_from(
        ["**后勤**", "*工作*", "的重要性，", "`code x`", "~~旧~~", " hello ", "——", "“好”"]
    )
    | st.just("[链接](https://example.org)"),
    min_size=1,
    max_size=30,
).map("".join)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def test_runs_keep_their_styles_over_the_lines() -> None:
    lines = set_paragraph(inline("后勤**工作琐细繁杂，却连着大局**的"), "text", 14, NARROW)
    assert texts(lines) == ["后勤工作琐细", "繁杂，却连着", "大局的"]
    assert lines[0] == (Run("后勤", "text", 4), Run("工作琐细", "text strong", 8))
    assert lines[2] == (Run("大局", "text strong", 4), Run("的", "text", 2))


def test_a_link_goes_on_over_the_lines() -> None:
    lines = set_paragraph(inline("[后勤工作的重要性](https://example.org)"), "text", 8, NARROW)
    assert [run.link for line in lines for run in line] == ["https://example.org"] * 2


def test_a_hard_break_parts_lines() -> None:
    assert texts(set_paragraph(inline("甲  \n乙"), "text", 10, NARROW)) == ["甲", "乙"]


def test_plain_text_has_no_markup_and_keeps_its_lines() -> None:
    assert texts(set_plain("**甲**\n\n乙 <丙>", "text", 20, NARROW)) == ["**甲**", "", "乙 <丙>"]
    assert texts(set_plain("甲\t乙", "text", 20, NARROW)) == ["甲 乙"]


@pytest.mark.parametrize("width", [0, -3, 1])
def test_no_width_is_one_cell(width: int) -> None:
    assert texts(set_paragraph(inline("甲乙"), "text", width, NARROW)) == ["甲", "乙"]


@given(marked, st.integers(2, 60), st.sampled_from([NARROW, WIDE]), st.booleans())
def test_runs_reassemble_to_the_text(
    text: str, width: int, setting: PageOptions, balanced: bool
) -> None:
    (styled,) = inline(text)
    lines = set_styled(styled, "text", width, setting, balanced=balanced)
    expected = [(c, part.style, part.link) for part in styled for c in part.text if c != " "]
    found = [
        (c, run.style.removeprefix("text").strip(), run.link)
        for line in lines
        for run in line
        for c in run.text
        if c != " "
    ]
    assert found == expected
    assert all(run.width == setting.ruler.width(run.text) for line in lines for run in line)
    assert all(line_width(line) <= width for line in lines)


@pytest.mark.parametrize("ambiguous", ["narrow", "wide"])
def test_a_very_long_paragraph_is_set_whole(ambiguous: Literal["narrow", "wide"]) -> None:
    setting = PageOptions(80, 24, "zh-Hans", ambiguous=ambiguous)
    lines = set_paragraph(inline("事务琐细，却处处**连着**中心工作。" * 3000), "text", 40, setting)
    assert sum(len(text) for text in texts(lines)) == len("事务琐细，却处处连着中心工作。") * 3000
