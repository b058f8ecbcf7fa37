from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck.blocks import Figure, Figures
from presenter.typeset import PageOptions
from presenter.typeset.blocks import set_node
from presenter.typeset.page import line_width
from presenter.typeset.piece import Area, Piece
from tests.typeset.blocks.pieces import lines_of, node_of, set_block

SETTING = PageOptions(80, 24, "zh-Hans")
THREE = (Figure("5", "五个要点，条条都连着大局"), Figure("40%", "事务性工作"), Figure("7", "张"))


def figures(
    items: tuple[Figure, ...], width: int = 64, rows: int = 16, shown: int | None = None
) -> list[Piece]:
    block = Figures(items=items)
    node = node_of(block, shown is not None)
    return set_node(node, Area(SETTING, width, rows, shown or 0))


def text_of(pieces: list[Piece]) -> str:
    return "\n".join("".join(run.text for run in line) for piece in pieces for line in piece.lines)


def styles_of(pieces: list[Piece]) -> set[str]:
    return {run.style for piece in pieces for line in piece.lines for run in line} - {""}


def test_large_numbers_stand_side_by_side_over_their_labels() -> None:
    (piece,) = figures(THREE)
    assert styles_of([piece]) == {"big", "figure.label"}
    labels = [line for line in piece.lines if any(run.style == "figure.label" for run in line)]
    first = "".join(run.text for run in labels[0])
    # The first label is wrapped, so that the numbers stand no farther apart than they need.
    starts = [SETTING.ruler.width(first[: first.index(label)]) for label in ("事务", "张")]
    assert starts == [19, 56]
    assert "".join(run.text for run in labels[1]).startswith("条条")


@pytest.mark.parametrize(
    ("first", "second", "widths"), [("40%", "15", (64, 96, 160)), ("6.8 亿", "21 万", (140, 184))]
)
def test_numbers_stand_as_far_apart_as_they_need(
    first: str, second: str, widths: tuple[int, ...]
) -> None:
    """``40%15`` was one number: columns were equally wide, whatever stood in them."""
    for width in widths:
        (piece,) = figures((Figure(first, "政务"), Figure(second, "分钟")), width, 40)
        rows = [
            "".join(run.text for run in line if run.style != "figure.label") for line in piece.lines
        ]
        blank = [
            not any(row[column : column + 1].strip() for row in rows) for column in range(width)
        ]
        gaps = [len(list(group)) for empty, group in groupby(blank[: max(map(len, rows))]) if empty]
        high = sum(any(run.style == "big" for run in line) for line in piece.lines)
        assert max(gaps) >= high
        assert sorted(gaps)[-2] * 1.7 < max(gaps)


def test_labels_begin_where_their_numbers_do_from_row_to_row() -> None:
    five = tuple(map(Figure, ("5", "40%", "15", "1983", "3.5 m"), ("甲", "乙", "丙", "丁", "戊")))
    pieces = figures(five, 88, 26)
    assert len(pieces) == 2
    lines = ["".join(run.text for run in line) for piece in pieces for line in piece.lines]
    starts = [line.index(label) for label in "甲乙丁戊" for line in lines if label in line]
    assert starts[:2] == starts[2:]
    assert len(figures(five, 160, 44)) == 1


def test_a_wrapped_label_begins_with_no_comma() -> None:
    pieces = figures((Figure("5", "这是很长的标签，折行"),), width=14)
    assert all(not line.strip().startswith("，") for line in text_of(pieces).splitlines())


def test_fewer_stand_in_a_row_where_it_is_narrow() -> None:
    four = (Figure("1"), Figure("2"), Figure("3"), Figure("4"))
    # Not three and one.
    assert [len(piece.change_steps) for piece in figures(four, 30, 40, shown=4)] == [1, 1]
    assert [len(piece.change_steps) for piece in figures(four, 14, 60, shown=4)] == [0, 0, 0, 0]


def test_without_room_for_large_numbers_they_are_bold() -> None:
    pieces = figures(THREE, width=36, rows=4)
    assert styles_of(pieces) == {"figure.value", "figure.label"}
    assert "40%" in text_of(pieces)


def test_one_number_that_cannot_be_drawn_makes_all_bold() -> None:
    pieces = figures((Figure("5"), Figure("😀")))
    assert styles_of(pieces) == {"figure.value"}


def test_revealed_one_by_one_without_moving() -> None:
    (whole,) = figures(THREE)
    for shown in range(4):
        (piece,) = figures(THREE, shown=shown)
        assert (piece.step, piece.change_steps) == (1, (2, 3))
        assert len(piece.lines) == len(whole.lines)
        assert ("事务性工作" in text_of([piece])) == (shown >= 2)
    assert figures(THREE, shown=3)[0].lines == whole.lines


LABELS = st.text("后勤工作，。《》 ab", max_size=20)
ITEMS = st.lists(
    st.builds(Figure, st.sampled_from(["5", "40%", "1,234", "12万", "-3.5"]), LABELS),
    min_size=1,
    max_size=7,
)


@settings(max_examples=80, deadline=None)
@given(ITEMS, st.integers(8, 120), st.integers(3, 50))
def test_never_wider_than_the_text_and_nothing_lost(
    items: list[Figure], width: int, rows: int
) -> None:
    pieces = figures(tuple(items), width, rows)
    for piece in pieces:
        for line in piece.lines:
            assert line_width(line) <= width
            assert all(run.width == SETTING.ruler.width(run.text) for run in line)
    labels = "".join(
        run.text for piece in pieces for line in piece.lines for run in line if run.style != ""
    )
    for item in items:
        assert set(item.label.replace(" ", "")) <= set(labels)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_steps_are_counted_through_all_rows(count: int) -> None:
    items = tuple(Figure(str(number), "标签") for number in range(count))
    steps: list[int] = []
    for piece in figures(items, width=30, rows=60, shown=0):
        steps += [piece.step, *piece.change_steps]
    assert steps == list(range(1, count + 1))


def test_a_value_is_never_markdown() -> None:
    """Small as in large type, in pages as in handouts."""
    figures = Figures(items=(Figure("*5*", "一"), Figure("&lt; 3", "二")))
    assert lines_of(set_block(figures, 30, rows=4))[0].split() == ["*5*", "&lt;", "3"]


def test_a_unit_that_leaves_no_room_for_large_numbers_stands_small_beside_them() -> None:
    """``1.5 亿`` made all numbers of a page of 80 cells bold: Chinese needs larger type."""
    items = (Figure("1.5 亿", "读者"), Figure("62%", "回访"), Figure("8 年", "连载"))
    piece, below = figures(items, 64, 14)
    assert styles_of([piece, below]) == {"big", "figure.value", "figure.label"}
    for each, unit in ((piece, "亿"), (below, "年")):
        high = [any(run.style == "big" for run in line) for line in each.lines]
        last = each.lines[max(row for row, large in enumerate(high) if large)]
        assert [run.text for run in last if run.style == "figure.value"] == [unit]


def test_no_label_touches_the_number_below_it_where_another_way_has_room() -> None:
    (piece,) = figures((Figure("48 ms", "median"), Figure("98.7%", "within the budget")), 64, 15)
    assert [run.text for line in piece.lines for run in line if run.style == "figure.value"] == [
        "ms"
    ]


def test_a_row_that_has_room_for_all_is_taken_rather_than_one_figure_left_for_the_next() -> None:
    items = (Figure("4.2 亿", "收入"), Figure("40%", "毛利率"), Figure("300", "新签客户"))
    assert len(figures(items, 80, 24)) == 1


def test_among_other_blocks_labels_stand_close_below_their_numbers() -> None:
    items = (Figure("4.2 亿", "收入"), Figure("40%", "毛利率"), Figure("300", "新签客户"))
    first, _ = figures(items, 64, 18)
    *_, above, label = first.lines
    assert {run.style for run in label} == {"", "figure.label"}
    assert any(run.text.strip() for run in above)
