from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from presenter.deck.blocks import Code
from presenter.typeset.page import Line
from presenter.typeset.piece import Piece
from tests.typeset.blocks.pieces import (
    CHARACTERS,
    ambiguous,
    assert_fits,
    heights,
    letters,
    lines_of,
    set_block,
    widths,
)

SOURCE = 'def greet(name):\n    """问候。"""\n    return f"你好，{name}"\n\nprint(greet("后勤"))'
sources = st.lists(st.text(CHARACTERS + '\t"#(){}', max_size=90), min_size=1, max_size=6)


def styles_by_text(pieces: list[Piece]) -> dict[str, str]:
    return {run.text: run.style for piece in pieces for line in piece.lines for run in line}


def dimmed(line: Line) -> bool:
    return any("code.dim" in run.style for run in line)


def test_words_of_the_language_have_their_colours() -> None:
    styles = styles_by_text(set_block(Code(source=SOURCE, language="python")))
    assert styles["def"] == "code.keyword"
    assert styles["greet"] in ("code.function", "code.name")
    assert styles['"""问候。"""'] == "code.string"


def test_code_of_no_language_is_plain() -> None:
    pieces = set_block(Code(source=SOURCE))
    assert lines_of(pieces) == SOURCE.split("\n")
    assert set(styles_by_text(pieces).values()) == {"code.text"}


def test_a_piece_of_php_needs_no_opening_tag() -> None:
    assert styles_by_text(set_block(Code(source="return $x;", language="php")))["$x"] != "code.text"


def test_numbers_are_those_of_the_file_and_aligned() -> None:
    pieces = set_block(Code(source="a\n\nb", first=9, last=11, numbers=True))
    assert lines_of(pieces) == [" 9  a", "10", "11  b"]


def test_no_room_is_wasted_on_numbers_where_it_is_narrow() -> None:
    assert lines_of(set_block(Code(source="abcdefgh", numbers=True), 10)) == ["abcdefgh"]


def test_a_long_line_goes_on_behind_a_mark_as_far_in() -> None:
    source = "    后勤工作 = 服务 + 保障 + 管理"
    assert lines_of(set_block(Code(source=source), 24)) == [
        "    后勤工作 = 服务 +",
        "    ↪ 保障 + 管理",
    ]


def test_tabs_lead_to_stops_counted_in_cells() -> None:
    assert lines_of(set_block(Code(source="后\t#\nabc\t#\n\t\t#"))) == [
        "后  #",
        "abc #",
        "        #",
    ]


def test_stressed_lines_have_a_bar_and_the_others_are_dimmed() -> None:
    first, second, third, *_ = set_block(Code(source=SOURCE, lines="1,3"))
    assert [dimmed(piece.lines[0]) for piece in (first, second, third)] == [False, True, False]
    assert [piece.lines[0][0].text for piece in (first, second, third)] == ["▎", " ", "▎"]


def test_each_group_is_a_step_of_its_own() -> None:
    code = Code(source=SOURCE, lines="1|3|all")
    bars = []
    for shown in range(3):
        pieces = set_block(code, shown=shown)
        assert {piece.step for piece in pieces} == {0}
        assert max(piece.last_step for piece in pieces) == 2
        bars.append([piece.lines[0][0].text == "▎" for piece in pieces])
    assert bars[0] == [True, False, False, False, False]
    assert bars[1] == [False, False, True, False, False]
    assert not any(bars[2])


def test_under_reveal_the_code_comes_with_its_first_group() -> None:
    code = Code(source=SOURCE, lines="1|3")
    pieces = set_block(code, reveal=True, shown=1)
    assert {piece.step for piece in pieces} == {1}
    assert [piece.change_steps for piece in pieces] == [(), (), (2,), (), ()]
    assert pieces[0].lines[0][0].text == "▎"
    assert set_block(code, reveal=True, shown=2)[2].lines[0][0].text == "▎"


def test_without_reveal_at_all_nothing_is_dimmed_step_by_step() -> None:
    pieces = set_block(Code(source=SOURCE, lines="1|3"), reveal=False)
    assert not any(piece.last_step or dimmed(piece.lines[0]) for piece in pieces)


def test_a_long_file_is_set_without_colours() -> None:
    pieces = set_block(Code(source="x = 1\n" * 6000, language="python"))
    assert set(styles_by_text(pieces).values()) == {"code.text"}


@settings(max_examples=150, deadline=None)
@given(
    sources,
    widths,
    ambiguous,
    st.booleans(),
    st.sampled_from(["", "python", "yaml"]),
    st.sampled_from(["", "1", "1|all"]),
)
@example(["🇨🇨"], 1, "narrow", False, "python", "")
def test_never_wider_than_the_text_and_nothing_lost(
    source: list[str], width: int, ambiguous: str, numbers: bool, language: str, lines: str
) -> None:
    text = "\n".join(source)
    code = Code(source=text, language=language, numbers=numbers, lines=lines)
    pieces = set_block(code, width, ambiguous=ambiguous)
    assert len(pieces) == len(source)
    assert_fits(pieces, width, ambiguous)
    drawn = "".join(
        run.text
        for piece in pieces
        for line in piece.lines
        for run in line
        if not run.style.startswith(("code.wrap", "code.stress", "code.line-number"))
    )
    assert letters(drawn) == letters(text)


@settings(max_examples=50, deadline=None)
@given(sources, widths, st.booleans())
def test_no_step_moves_a_line(source: list[str], width: int, reveal: bool) -> None:
    code = Code(source="\n".join(source), lines="1|all|1")
    pieces = [set_block(code, width, reveal=reveal or None, shown=shown) for shown in range(4)]
    assert len({tuple(heights(each)) for each in pieces}) == 1
    assert len({letters("".join(lines_of(each)).replace("▎", "")).total() for each in pieces}) == 1


def test_an_option_stays_whole_at_a_break() -> None:
    source = "presenter export --slides 2-4"
    assert lines_of(set_block(Code(source=source), 20)) == ["presenter export", "↪ --slides 2-4"]
