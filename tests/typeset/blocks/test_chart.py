from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.content.chart_data import data_of, unit_sides, with_unit, written_number
from presenter.deck import Deck, Slide
from presenter.deck.blocks import Chart
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.blocks import set_node
from presenter.typeset.page import Ambiguous, Run, line_width
from presenter.typeset.piece import Area, Piece
from presenter.typeset.thumbnail import BITS
from tests.typeset.blocks.pieces import node_of

Kind = Literal["bar", "column", "line", "sparkline"]
KINDS: tuple[Kind, ...] = ("bar", "column", "line", "sparkline")
YEARS = {"2022年": 1320.0, "2023年": 1105.0, "2024年": 980.0, "2025年": 760.0, "2026年": 415.0}


def pieces_of(
    kind: Kind,
    data: dict[str, float],
    unit: str = "",
    *,
    width: int = 64,
    rows: int = 17,
    reveal: bool = False,
    ambiguous: Ambiguous = "narrow",
    braille: bool = True,
) -> list[Piece]:
    setting = PageOptions(80, 24, "zh-Hans", ambiguous, braille=braille)
    chart = Chart(kind=kind, data=data, unit=unit)
    node = node_of(chart, reveal)
    return set_node(node, Area(setting, width, rows, 1_000_000, alone=True))


def drawn(pieces: list[Piece]) -> list[str]:
    return ["".join(run.text for run in line) for piece in pieces for line in piece.lines]


def runs(pieces: list[Piece], style: str) -> list[tuple[int, int, Run]]:
    """Row, column and run of all that is in `style`, alone or upon others."""
    found = []
    lines = [line for piece in pieces for line in piece.lines]
    for row, line in enumerate(lines):
        column = 0
        for run in line:
            if run.style.split()[-1:] == [style]:
                found.append((row, column, run))
            column += run.width
    return found


def lengths(pieces: list[Piece], style: str = "chart.bar") -> list[int]:
    return [run.width for _, _, run in runs(pieces, style)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (40.0, "40"),
        (0.0, "0"),
        (-0.0, "0"),
        (1200.0, "1,200"),
        (-1234567.5, "-1,234,567.5"),
        (86.50, "86.5"),
        (0.1, "0.1"),
        (0.0004, "0.0004"),
        (0.00004, "4×10⁻⁵"),
        (-1.5e20, "-1.5×10²⁰"),
        (999999999999999.0, "999,999,999,999,999"),
        (1e15, "1×10¹⁵"),
        (5e-324, "5×10⁻³²⁴"),
        (1.7976931348623157e308, "1.7976931348623157×10³⁰⁸"),
    ],
)
def test_numbers_are_written_for_reading(value: float, text: str) -> None:
    assert written_number(value) == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("40", "%", "40%"),
        ("-3.5", "℃", "-3.5℃"),
        ("1,200", "万元", "1,200万元"),
        ("240", "ms", "240 ms"),
        ("-40", "$", "-$40"),
        ("40", "￥", "￥40"),
        ("5", "", "5"),
    ],
)
def test_units_stand_where_they_belong(number: str, unit: str, text: str) -> None:
    assert with_unit(number, unit_sides(unit)) == text


@pytest.mark.parametrize(
    ("language", "value", "unit", "text"),
    [
        ("de", 38000, "€", "38.000 €"),
        ("de", -7.5, "%", "-7,5\N{NO-BREAK SPACE}%"),
        ("de-CH", 38000.5, "€", "€38’000.5"),
        ("fr", 1234567, "km", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567 km"),
        ("es", 1500, "$", "1.500 $"),
        ("es-MX", 1500, "$", "$1,500"),
        ("nl", -1500, "€", "-€1.500"),
        ("it", 2.5e20, "", "2,5×10²⁰"),
        ("en-GB", 38000.5, "£", "£38,000.5"),
        ("zh-Hans", 1200, "万元", "1,200万元"),
    ],
)
def test_numbers_are_written_as_the_talks_language_has_them(
    language: str, value: float, unit: str, text: str
) -> None:
    assert data_of({"a": float(value)}, unit, language)[0].text == text


def test_bars_are_as_long_as_their_numbers_are_great() -> None:
    pieces = pieces_of("bar", {"政务": 40, "事务": 60}, "%", rows=4)
    assert lengths(pieces) == [36, 54]
    assert [run.text for _, _, run in runs(pieces, "chart.value")] == ["40%", "60%"]
    assert {column for _, column, _ in runs(pieces, "chart.bar")} == {6}


def test_bars_are_drawn_to_an_eighth_of_a_cell() -> None:
    pieces = pieces_of("bar", {"甲": 80, "乙": 79.5, "丙": 0.001}, width=90, rows=4)
    first, second, third = (run.text for _, _, run in runs(pieces, "chart.bar"))
    assert set(first) == {"█"}
    assert second[:-1] == "█" * (len(second) - 1)
    assert second[-1] in "▏▎▍▌▋▊▉"
    assert third == "▏"


def test_bars_are_thick_where_there_is_room() -> None:
    (first, second) = pieces_of("bar", {"政务": 40, "事务": 60})
    assert [len(first.lines), len(second.lines)] == [3, 3]
    names = [row for row, _, _ in runs([first, second], "chart.label")]
    assert names == [1, 4] == [row for row, _, _ in runs([first, second], "chart.value")]


def test_bars_are_thicker_on_large_pages_and_closer_where_the_heading_would_have_to_move() -> None:
    few, many = {"甲": 3.0, "乙": 4.0}, dict.fromkeys("甲乙丙丁", 1.0)
    assert [len(piece.lines) for piece in pieces_of("bar", few, rows=30)] == [5, 5]
    assert {run.text[0] for _, _, run in runs(pieces_of("bar", few, rows=30), "chart.bar")} == {
        *"▄█▀"
    }
    assert [piece.space_before for piece in pieces_of("bar", many, rows=20)] == ["item"] * 4
    assert [piece.space_before for piece in pieces_of("bar", many, rows=18)] == ["item"] * 4
    close = pieces_of("bar", many, rows=17)
    assert [piece.space_before for piece in close] == ["item", "none", "none", "none"]
    assert {len(piece.lines) for piece in close} == {3}


def test_columns_of_a_wide_chart_are_no_farther_apart_than_they_are_wide() -> None:
    (piece,) = pieces_of("column", {"甲": 3, "乙": 4}, width=160, rows=40)
    first, second = sorted({(column, run.width) for _, column, run in runs([piece], "chart.bar")})
    assert first[1] == second[1] == 20
    assert second[0] - sum(first) <= 20


def test_negative_bars_end_at_the_axis_that_others_begin_at() -> None:
    pieces = pieces_of("bar", {"车辆": -12.5, "餐饮": 30, "会务": -4, "绿化": 0}, "万元", rows=4)
    (axis,) = {column for _, column, _ in runs(pieces, "chart.axis")}
    ends = {column + run.width for _, column, run in runs(pieces, "chart.negative")}
    assert ends == {axis}
    assert {column for _, column, _ in runs(pieces, "chart.bar")} == {axis + 1}
    assert all(piece.filler[-1].text == "│" for piece in pieces)
    long, short = lengths(pieces, "chart.negative")
    (positive,) = lengths(pieces)
    assert abs(positive / long - 30 / 12.5) < 0.3
    assert abs(long / short - 12.5 / 4) < 0.5


def test_only_negative_equal_and_zero_values() -> None:
    assert lengths(pieces_of("bar", {"甲": -2, "乙": -2}, rows=2), "chart.negative") == [56, 56]
    assert lengths(pieces_of("bar", {"甲": 3, "乙": 3}, rows=2)) == [58, 58]
    zero = pieces_of("bar", {"甲": 0, "乙": 0})
    assert lengths(zero) == []
    assert [text.split() for text in drawn(zero) if text.strip()] == [["甲", "0"], ["乙", "0"]]


def test_labels_wrap_beside_bars_and_stand_above_where_it_is_narrow() -> None:
    data = {"会务接待，以及办公用品的采购与管理": 238.0, "绿化": 31.0}
    wrapped = pieces_of("bar", data, width=40)
    assert len(wrapped[0].lines) > 1
    assert all(not text.lstrip().startswith("，") for text in drawn(wrapped))
    assert "█" in drawn(wrapped)[0]
    above = pieces_of("bar", data, width=14)
    assert runs(above[:1], "chart.bar")[0][:2] == (len(above[0].lines) - 1, 0)
    assert runs(pieces_of("bar", data, width=8), "chart.bar") == []


def test_bars_appear_one_by_one() -> None:
    assert [piece.step for piece in pieces_of("bar", YEARS, reveal=True)] == [1, 2, 3, 4, 5]
    for kind in KINDS[1:]:
        slide = Slide(title="题", content=(Chart(kind=kind, data=YEARS),))
        set_one = set_slide(Deck(title="题", reveal=True, slides=(slide,)), 0, PageOptions(80, 24))
        assert [stop.step for stop in set_one.stops] == [0, 1]


def test_columns_stand_over_their_labels() -> None:
    (piece,) = pieces_of("column", YEARS, "件")
    labels = runs([piece], "chart.label")
    assert [run.text for _, _, run in labels] == list(YEARS)
    bars = runs([piece], "chart.bar")
    for (_, column, label), value in zip(labels, YEARS.values(), strict=True):
        middle = column + label.width / 2
        own = [row for row, left, run in bars if left <= middle <= left + run.width]
        number = f"{value:,.0f}件"
        ((row, left, run),) = [
            each for each in runs([piece], "chart.value") if each[2].text == number
        ]
        assert row == min(own) - 1
        assert abs(left + run.width / 2 - middle) <= 1
    heights = [
        sum(left == column for _, left, _ in bars) for column in sorted({b[1] for b in bars})
    ]
    assert heights == sorted(heights, reverse=True)


def test_columns_hang_from_the_axis_with_their_numbers_below() -> None:
    (piece,) = pieces_of("column", {"一季度": -12.5, "二季度": 30, "三季度": -4})
    ((axis, _, _),) = runs([piece], "chart.axis")
    assert all(row > axis for row, _, _ in runs([piece], "chart.negative"))
    assert all(row < axis for row, _, _ in runs([piece], "chart.bar"))
    rows = {run.text: row for row, _, run in runs([piece], "chart.value")}
    assert rows["30"] == 0
    assert axis < rows["-4"] < rows["-12.5"]


def test_the_unit_stands_above_where_numbers_have_no_room_for_it() -> None:
    months = {f"{month}月": month * 100.0 for month in range(1, 13)}
    (piece,) = pieces_of("column", months, "万元", width=80)
    assert drawn([piece])[0] == "单位：万元"
    assert "1,200" in " ".join(drawn([piece]))


def test_fifty_columns_lie_down_and_fifty_points_are_listed() -> None:
    many = {f"第{number}项": float(number) for number in range(50)}
    assert [run.text for _, _, run in runs(pieces_of("column", many), "chart.label")] == list(many)
    line = pieces_of("line", many)
    assert line[0].keep
    assert runs(line[:1], "chart.bar")
    assert [run.text for _, _, run in runs(line, "chart.label")] == list(many)


def test_a_line_without_room_for_its_numbers_on_its_page_is_bars() -> None:
    pieces = pieces_of("line", YEARS, "件", width=32, rows=6)
    assert len(pieces) == len(YEARS)
    assert all(runs([piece], "chart.bar") for piece in pieces)


def test_symbols_of_a_line_that_stand_side_by_side_are_one_run() -> None:
    """One by one they took a key three times as long as any other slide."""
    (piece,) = pieces_of("line", {"2019": 7.0, "2020": -6.0, "2021": 9.0}, "%")
    for line in piece.lines:
        assert all(
            (left.style, left.link) != (right.style, right.link) for left, right in pairwise(line)
        )


def pixels_of(text: str) -> tuple[int, list[tuple[int, int]]]:
    """How many pixels a symbol has from side to side, and which are set: columns and rows."""
    if text in "▀▄█":
        return 1, [(0, row) for row in {"▀": (0,), "▄": (1,), "█": (0, 1)}[text]]
    bits = ord(text) - 0x2800
    return 2, [(n % 2, n // 2) for n, bit in enumerate(BITS) if bits & bit]


@pytest.mark.parametrize("braille", [True, False])
def test_a_line_is_joined_and_its_numbers_stand_at_its_points(braille: bool) -> None:
    data = {"2019": 71, "2020": 68, "2021": 74, "2022": 83, "2023": 85, "2024": 91, "2025": 94}
    values = {label: float(value) for label, value in data.items()}
    (piece,) = pieces_of("line", values, "%", braille=braille)
    columns: dict[int, set[int]] = {}
    line: set[tuple[int, int]] = set()
    down = 4 if braille else 2
    for row, start, run in runs([piece], "chart.bar"):
        for column, symbol in enumerate(run.text, start):
            line.add((row, column))
            across, own = pixels_of(symbol)
            for x, y in own:
                columns.setdefault(across * column + x, set()).add(down * row + y)
    places = sorted(columns)
    assert places == list(range(places[0], places[-1] + 1))
    for left, right in pairwise(places):
        assert any(abs(a - b) <= 1 for a in columns[left] for b in columns[right])
    numbers = runs([piece], "chart.value")
    named = [run.text for _, _, run in sorted(numbers, key=lambda each: each[1])]
    assert named == [f"{value}%" for value in data.values()]
    for row, column, run in numbers:
        assert any(abs(row - y) <= 2 and column - 2 <= x <= column + run.width + 2 for y, x in line)


def test_where_braille_has_no_font_a_line_is_drawn_with_half_blocks() -> None:
    for braille in (True, False):
        (piece,) = pieces_of("line", YEARS, "件", braille=braille)
        symbols = {symbol for _, _, run in runs([piece], "chart.bar") for symbol in run.text}
        assert (symbols <= set("▀▄█")) != braille
        assert all("\u2800" < symbol <= "\u28ff" for symbol in symbols) == braille


def test_a_line_has_an_axis_as_long_as_its_labels() -> None:
    for data in ({"甲": 5.0, "乙": 6.0}, {"甲": 0.0, "乙": 6.0}, {"甲": -3.0, "乙": 6.0}):
        (piece,) = pieces_of("line", data, width=60)
        axis = runs([piece], "chart.axis")
        (row,) = {row for row, _, _ in axis}
        labels = runs([piece], "chart.label")
        assert all(below > row for below, _, _ in labels)
        assert min(column for _, column, _ in axis) == 0
        assert max(column + run.width for _, column, run in axis) == 59


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(-50, 200), min_size=2, max_size=12),
    st.integers(20, 120),
    st.integers(8, 40),
    st.booleans(),
)
def test_no_number_of_a_line_touches_another(
    values: list[int], width: int, rows: int, braille: bool
) -> None:
    data = {str(number): float(value) for number, value in enumerate(values)}
    pieces = pieces_of("line", data, "%", width=width, rows=rows, braille=braille)
    found = [*runs(pieces, "chart.value"), *runs(pieces, "chart.label")]
    for row, left, run in found:
        for other, start, own in found:
            if own is not run and other == row:
                assert start + own.width < left or left + run.width < start


@pytest.mark.parametrize("braille", [True, False])
def test_a_line_through_equal_values_is_flat(braille: bool) -> None:
    (piece,) = pieces_of("line", {"甲": 5, "乙": 5, "丙": 5}, braille=braille)
    assert len({row for row, _, _ in runs([piece], "chart.bar")}) <= 2
    assert len({row for row, _, _ in runs([piece], "chart.value")}) == 1


def test_a_sparkline_has_a_mark_for_each_number() -> None:
    pieces = pieces_of("sparkline", {str(year): float(year % 7) for year in range(2000, 2012)})
    upper, lower = pieces[0].lines
    assert (
        len([run for run in lower if run.style]) == len([run for run in upper if run.style]) == 12
    )
    assert "2011" in drawn(pieces)[-1]


def test_each_mark_of_a_sparkline_stands_above_its_number_where_all_have_room() -> None:
    days = {f"周{day}": float(number) for number, day in enumerate("一二三四五六日")}
    pieces = pieces_of("sparkline", days)
    marks = [column for _, column, _ in runs(pieces[:1], "chart.bar")][: len(days)]
    (numbers,) = [line for line in drawn(pieces) if "周日" in line]
    ruler = PageOptions(80, 24).ruler
    assert marks == [ruler.width(numbers[: numbers.index(day)]) for day in days]


def test_numbers_that_have_no_room_in_one_row_stand_in_even_ones() -> None:
    months = {f"Month {month}": month * 100.0 for month in range(1, 10)}
    rows = [line for line in drawn(pieces_of("sparkline", months)) if "Month" in line]
    assert [row.count("Month") for row in rows] == [5, 4]


GRAPHEMES = [*"后勤工作的，。《》（）ab c 1😀é—…", "👨‍👩‍👧"]
LABELS = (
    st.lists(st.sampled_from(GRAPHEMES), min_size=1, max_size=24).map("".join).filter(str.strip)
)
NUMBERS = st.one_of(
    st.integers(-2000, 2000).map(float),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0.0, 1e308, -1e308, 5e-324]),
)
DATA = st.dictionaries(LABELS, NUMBERS, min_size=1, max_size=14)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(KINDS),
    DATA,
    st.sampled_from(["", "%", "万元", "ms", "$"]),
    st.integers(1, 120),
    st.integers(1, 40),
    st.sampled_from(["narrow", "wide"]),
    st.booleans(),
)
def test_it_always_fits_and_loses_nothing(
    kind: Kind,
    data: dict[str, float],
    unit: str,
    width: int,
    rows: int,
    ambiguous: Ambiguous,
    braille: bool,
) -> None:
    pieces = pieces_of(
        kind, data, unit, width=width, rows=rows, ambiguous=ambiguous, braille=braille
    )
    ruler = PageOptions(80, 24, "", ambiguous).ruler
    # A wide character or the unbreakable has no room in a cell or two.
    least = max(2, *(ruler.width(character) for character in "—…×"))
    for piece in pieces:
        for line in (*piece.lines, piece.filler):
            assert line_width(line) <= max(width, least)
            assert all(run.width == ruler.width(run.text) for run in line)
    found = [
        "".join(run.text for _, _, run in sorted(runs(pieces, style), key=lambda each: each[:2]))
        for style in ("chart.label", "chart.value")
    ]
    said = ["".join(data), "".join(map(written_number, data.values()))]
    for shown, wanted in zip(found, said, strict=True):
        assert sorted(set(wanted.replace(" ", ""))) == sorted(
            set(shown.replace(" ", "")) & set(wanted)
        )
        for character in set(wanted) - {" "}:
            assert shown.count(character) >= wanted.count(character)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KINDS), DATA, st.integers(3, 40))
def test_upright_charts_fit_the_page_in_one(kind: Kind, data: dict[str, float], rows: int) -> None:
    for piece in pieces_of(kind, data, rows=rows):
        if runs([piece], "chart.bar") and kind in ("column", "line") and len(piece.lines) > 3:
            assert len(piece.lines) <= max(rows, 4)


def test_wide_blocks_are_whole() -> None:
    pieces = pieces_of("bar", {"甲": 3, "乙": 2.9, "丙": -1}, ambiguous="wide")
    text = "".join(drawn(pieces))
    assert set(text) <= set("甲乙丙▄█▀│ 0123456789.-")


def test_a_number_below_a_column_keeps_off_the_label() -> None:
    lines = drawn(pieces_of("column", {"甲": -5, "乙": 2}))
    number = next(row for row, line in enumerate(lines) if "-5" in line)
    assert [line.strip() for line in lines[number + 1 : -1]] == [""]
