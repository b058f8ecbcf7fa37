from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Table
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.piece import Piece
from presenter.typeset.themes import OURS
from presenter.typeset.width import ruler
from tests.typeset.blocks.pieces import (
    CHARACTERS,
    ambiguous,
    assert_fits,
    letters,
    lines_of,
    set_block,
    widths,
    words,
)

MONEY = Table(
    header=("项目", "说明", "金额"),
    rows=(
        ("餐饮", "对内有偿服务，实行费用结算制度", "45 万元"),
        ("物业", "保洁、绿化、会务", "1,200 万元"),
    ),
)
cells = st.text(CHARACTERS.replace("_", ""), max_size=30).map(str.strip)
tables = st.integers(1, 7).flatmap(
    lambda count: st.builds(
        Table,
        header=st.one_of(st.just(()), st.tuples(*[words] * count)),
        rows=st.lists(
            st.lists(st.one_of(cells, st.just("")), max_size=count).map(tuple), max_size=5
        ).map(tuple),
        align=st.lists(st.sampled_from(["left", "center", "right"]), max_size=count).map(tuple),
    )
)


def column_starts(pieces: list[Piece], *texts: str) -> set[int]:
    """The cells at which lines with these texts have them."""
    measure = ruler("narrow").width
    return {
        measure(line[: line.index(text)])
        for line in lines_of(pieces)
        for text in texts
        if text in line
    }


def column_ends(pieces: list[Piece], *texts: str) -> set[int]:
    measure = ruler("narrow").width
    return {
        measure(line[: line.index(text) + len(text)])
        for line in lines_of(pieces)
        for text in texts
        if text in line
    }


def test_columns_are_aligned_to_the_cell() -> None:
    pieces = set_block(MONEY)
    assert column_starts(pieces, "项目", "餐饮", "物业") == {0}
    assert len(column_starts(pieces, "说明", "对内", "保洁")) == 1


def test_numbers_stand_at_the_right_and_so_does_their_header() -> None:
    assert len(column_ends(set_block(MONEY), "金额", "45 万元", "1,200 万元")) == 1


def test_decimal_points_stand_one_under_another() -> None:
    texts = ("1,204.5", "998", "-12.25", "")
    pieces = set_block(Table(header=("年", "收入"), rows=tuple(("甲", text) for text in texts)))
    assert column_ends(pieces, "1,204", "998", "-12") == {10}
    assert column_ends(pieces, "收入") == column_ends(pieces, "-12.25")
    comma = set_block(Table(rows=tuple(("a", text) for text in ("1.204,5", "998", "3,25"))))
    assert len(column_ends(comma, "1.204", "998", "3")) == 1
    assert len(column_ends(set_block(MONEY), "45 万元", "1,200 万元")) == 1


def test_columns_stand_farther_apart_where_they_have_room_and_no_farther_than_is_seen() -> None:
    table = Table(rows=(("a", "b"), ("c", "d")))
    gaps = {width: column_starts(set_block(table, width), "b", "d") for width in (60, 96, 200)}
    assert gaps == {60: {4}, 96: {7}, 200: {9}}


def test_the_accent_is_left_to_the_heading() -> None:
    for theme in OURS.values():
        accent = theme.style("title").color
        for name in ("table.header", "table.header.rule", "table.rule", "quote.bar"):
            assert theme.style(name).color != accent, (theme.name, name)


def test_the_alignment_that_is_given_goes_first() -> None:
    table = Table(rows=(("1", "a"), ("22222", "bbb")), align=("left", "right"))
    assert lines_of(set_block(table, rows=6)) == ["1         a", "22222   bbb"]


def test_a_cell_in_the_middle() -> None:
    table = Table(rows=(("a",), ("bbbbb",)), align=("center",))
    assert lines_of(set_block(table, rows=6)) == ["  a", "bbbbb"]


def test_an_emoji_or_a_flag_takes_its_two_cells() -> None:
    rows = (("👩‍🚀", "甲"), ("🇨🇳", "乙"), ("é", "丙"), ("后", "丁"))
    pieces = set_block(Table(rows=rows))
    assert len(column_starts(pieces, "甲", "乙", "丙", "丁")) == 1


def test_missing_cells_are_empty() -> None:
    table = Table(header=("甲", "乙", "丙"), rows=(("a",), (), ("a", "", "b")))
    lines = lines_of(set_block(table, rows=6))
    assert lines[2:] == ["a", "", "a         b"]


def test_cells_take_inline_markdown_and_keep_their_alignment() -> None:
    pieces = set_block(Table(rows=(("**粗体**", "甲"), ("`代码`", "乙"))))
    assert len(column_starts(pieces, "甲", "乙")) == 1
    styles = {run.style for piece in pieces for line in piece.lines for run in line}
    assert {"table.cell strong", "table.cell code"} <= styles


def test_the_header_is_kept_with_the_first_row_and_repeated() -> None:
    heading, *rows = set_block(MONEY)
    assert heading.keep
    assert all(row.header == heading.lines for row in rows)


def test_rows_are_parted_by_rules_where_cells_wrap() -> None:
    assert not any("─" in line for line in lines_of(set_block(MONEY, 70)))
    lines = lines_of(set_block(MONEY, 34))
    assert sum("─" in line for line in lines) == 1


def test_rows_have_air_where_the_page_has_room() -> None:
    table = Table(rows=(("a",), ("b",), ("c",)))
    assert lines_of(set_block(table, rows=12)) == ["a", "", "b", "", "c"]
    assert lines_of(set_block(table, rows=11)) == ["a", "b", "c"]


def test_a_wrapped_cell_begins_with_no_comma() -> None:
    for width in range(24, 60):
        for line in lines_of(set_block(MONEY, width)):
            assert not any(part.startswith(("，", "、")) for part in line.split()), line


def test_without_room_for_columns_each_row_is_a_list_under_the_header_s_names() -> None:
    table = Table(
        header=tuple(f"第{n}列" for n in range(12)),
        rows=(tuple(f"内容{n}" for n in range(12)),),
    )
    lines = lines_of(set_block(table, 40))
    assert lines[0] == "第0列   内容0"
    assert lines[11] == "第11列  内容11"


def test_an_address_wider_than_the_page_is_torn_not_lost() -> None:
    address = "https://example.org/" + "a" * 80
    pieces = set_block(Table(rows=(("网址", address),)), 30)
    assert_fits(pieces, 30)
    assert address in "".join("".join(lines_of(pieces)).split())


def test_rows_are_revealed_one_by_one() -> None:
    steps = [piece.step for piece in set_block(MONEY, reveal=True)]
    assert steps == [1, 1, 2]


@settings(max_examples=200, deadline=None)
@given(tables, widths, ambiguous)
def test_never_wider_than_the_text_and_nothing_lost(
    table: Table, width: int, ambiguous: str
) -> None:
    pieces = set_block(table, width, ambiguous=ambiguous)
    assert_fits(pieces, width, ambiguous)
    drawn = letters("".join(lines_of(pieces)))
    for row in table.rows:
        for cell in row:
            assert not letters(cell) - drawn, cell
    if table.rows:
        total = sum((letters(cell) for row in table.rows for cell in row), letters(""))
        assert not total - drawn


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 7), st.integers(20, 120), st.data())
def test_every_line_of_a_column_begins_in_the_same_cell(
    count: int, width: int, data: st.DataObject
) -> None:
    """Each cell says its column: 甲 only in the first, 乙 only in the second, and so on."""
    marks = "甲乙丙丁戊己庚"
    rows = tuple(
        tuple(marks[column] * data.draw(st.integers(1, 12)) for column in range(count))
        for _ in range(3)
    )
    pieces = set_block(Table(header=tuple(marks[:count]), rows=rows), width)
    if len(pieces) != 4:  # set as lists
        return
    for mark in marks[:count]:
        assert len(column_starts(pieces, mark)) == 1


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8])
def test_a_table_can_be_read_at_any_width(width: int) -> None:
    drawn = letters("".join(lines_of(set_block(MONEY, width))))
    assert not letters("对内有偿服务，实行费用结算制度") - drawn


def test_on_a_short_page_a_list_goes_before_rows_taller_than_the_page() -> None:
    table = Table(header=("号", "说明"), rows=(("1", "很长的说明文字" * 6),))
    assert lines_of(set_block(table, 30, rows=16))[0] == "号  说明"
    assert lines_of(set_block(table, 30, rows=6))[0] == "号    1"


def test_a_header_is_not_left_alone_on_a_page() -> None:
    table = Table(header=("号", "说明"), rows=tuple((str(n), "说明文字" * 8) for n in range(5)))
    deck = Deck(title="试讲", slides=(Slide(title="表格", content=(table,)),))
    for height in range(5, 30):
        for width in (20, 30, 40, 80):
            done = set_slide(deck, 0, PageOptions(width, height, "zh-Hans"))
            for stop in done.stops:
                styles = {run.style for line in done.page(stop).lines for run in line}
                assert "table.cell" in styles, (width, height)


def test_a_list_leaves_out_no_columns_name() -> None:
    table = Table(
        header=("甲", "乙\\\n二", *"丙丁戊己庚辛壬癸"), rows=(("1", "2", "", *"4567890"),)
    )
    assert lines_of(set_block(table, 20)) == [
        *(
            "甲  1",
            "乙  2",
            "二",
            "丙",
            "丁  4",
            "戊  5",
            "己  6",
            "庚  7",
            "辛  8",
            "壬  9",
            "癸  0",
        )
    ]
    alone = Table(header=tuple("甲乙丙丁戊己庚辛壬癸"), rows=())
    assert lines_of(set_block(alone, 20)) == list("甲乙丙丁戊己庚辛壬癸")


MONTHS = Table(
    header=("Month", *(f"2026-{n:02}" for n in range(1, 12))),
    rows=(("Visitors", *("1200",) * 11), ("Sales", *("45",) * 11), ("Returns", *("2.5",) * 11)),
)


def test_without_room_for_columns_rows_stand_side_by_side_if_they_have_room() -> None:
    lines = lines_of(set_block(MONTHS, 64))
    assert lines[0].split() == ["Month", "Visitors", "Sales", "Returns"]
    assert lines[2].split() == ["2026-01", "1200", "45", "2.5"]
    assert len(lines) == 13
    # In two tables where not all have room, in lists where not two have.
    lines = lines_of(set_block(MONTHS, 32))
    assert [line.split() for line in lines if "Month" in line] == [
        ["Month", "Visitors", "Sales"],
        ["Month", "Returns"],
    ]
    assert lines_of(set_block(MONTHS, 20))[1].split() == ["2026-01", "1200"]


def test_no_word_of_a_table_is_torn_that_has_room_on_a_line() -> None:
    said = ("Population", "Continent", "President", "Currency", "Kyrgyzstan", "Marseillaise")
    table = Table(header=said, rows=(said[::-1], said))
    for width in range(30, 80):
        words = " ".join(lines_of(set_block(table, width))).split()
        assert all(words.count(each) >= 3 for each in said), width


def test_a_table_that_has_room_is_no_list_if_that_is_hardly_shorter() -> None:
    long = "a very long cell that explains everything in so many words that it must be wrapped"
    table = Table(header=("Key", "Value"), rows=(("k", long), ("Antidisestablishment", "short")))
    assert lines_of(set_block(table, 48, rows=16))[0].split() == ["Key", "Value"]


def test_rules_between_rows_go_before_a_page_is_split() -> None:
    table = Table(header=("号", "说明"), rows=(("1", "说明文字" * 8), ("2", "短"), ("3", "短")))
    assert [len(lines_of(set_block(table, 40, rows=rows))) for rows in (16, 9, 7)] == [8, 6, 6]


def test_columns_stand_closer_rather_than_break_a_cell() -> None:
    row = ("Larger machines", "8 min", "three weeks", "little")
    table = Table(header=("Approach", "Time saved", "Cost", "Risk"), rows=(row,))
    assert len(lines_of(set_block(table, 49))) == 3
