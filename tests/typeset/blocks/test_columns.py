from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck, Slide
from presenter.deck.blocks import (
    Block,
    Bullets,
    Callout,
    Code,
    Column,
    Columns,
    Figure,
    Figures,
    Item,
    Numbers,
    Quote,
    Table,
    Text,
)
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.width import ruler
from tests.typeset.blocks.pieces import (
    ambiguous,
    assert_fits,
    heights,
    letters,
    lines_of,
    set_block,
    widths,
)

LEFT = Column(content=(Bullets(items=(Item("重政务"), Item("轻事务"))),))
RIGHT = Column(content=(Text(text="从前的想法"),))
CODE = Code(source="一\n二\n三", lines="1|2|3")

plain = st.text("后勤工作，。《》连着大局ラ abc de", max_size=60)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, text=plain),
    st.builds(Bullets, items=st.lists(st.builds(Item, plain), min_size=1, max_size=3).map(tuple)),
    st.builds(Numbers, items=st.lists(st.builds(Item, plain), min_size=1, max_size=3).map(tuple)),
    st.builds(Quote, text=plain, by=plain),
    st.builds(Callout, text=plain),
    st.builds(Code, source=plain, lines=st.sampled_from(["", "1", "1|all|1"])),
    st.builds(Table, rows=st.lists(st.tuples(plain, plain), min_size=1, max_size=3).map(tuple)),
)


def columns_of(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Columns]:
    column = st.builds(
        Column,
        content=st.lists(inner, max_size=3).map(tuple),
        width=st.sampled_from([1.0, 2.0, 0.5]),
    )
    return st.builds(Columns, columns=st.lists(column, min_size=1, max_size=4).map(tuple))


columns = columns_of(st.one_of(leaves, columns_of(leaves)))


def texts_of(block: Block) -> str:
    match block:
        case Columns():
            return "".join(texts_of(each) for column in block.columns for each in column.content)
        case Bullets():
            return "".join(item.text for item in block.items)
        case Quote():
            return block.text + block.by
        case Code():
            return block.source
        case Table():
            return "".join(cell for row in block.rows for cell in row)
        case Text() | Callout():
            return block.text
    raise AssertionError(block)


def test_blocks_stand_side_by_side_by_their_parts_of_the_width() -> None:
    lines = lines_of(set_block(Columns(columns=(LEFT, RIGHT)), 64))
    assert lines == ["▪ 重政务" + " " * 26 + "从前的想法", "", "▪ 轻事务"]
    wide = Column(content=LEFT.content, width=2)
    (first, *_) = lines_of(set_block(Columns(columns=(wide, RIGHT)), 64))
    assert ruler("narrow").width(first[: first.index("从")]) == 44


def starts(width: int, *texts: str) -> list[int]:
    """Where columns with these texts begin."""
    columns = tuple(Column(content=(Text(text=text),)) for text in texts)
    (first, *_) = lines_of(set_block(Columns(columns=columns), width))
    measure = ruler("narrow").width
    return [measure(first[: first.index(text[:2])]) for text in texts]


def test_columns_that_need_little_stand_near_each_other() -> None:
    assert starts(64, "甲甲", "乙乙", "丙丙") == [0, 22, 44]
    assert starts(160, "甲甲", "乙乙", "丙丙") == [0, 40, 80]
    assert starts(160, "甲甲" * 9, "乙乙" * 10, "丙丙") == [0, 50, 100]
    assert starts(160, "甲甲", "乙乙" * 14, "丙丙") == [0, 30, 96]


def test_a_column_that_needs_more_takes_what_others_leave() -> None:
    assert starts(96, "甲甲", "乙乙" * 30) == [0, 26]
    assert starts(96, "甲甲" * 30, "乙乙") == [0, 76]
    assert starts(96, "甲甲" * 30, "乙乙" * 30) == [0, 51]


def test_no_step_of_a_column_moves_another() -> None:
    """Figures that have not come yet need as much room as when they have."""
    figures = Figures(items=(Figure("5", "甲"), Figure("40%", "乙"), Figure("1983", "丙")))
    text = Column(content=(Text(text="从前的想法" * 20),))
    block = Columns(columns=(text, Column(content=(figures,))))
    first = {
        tuple(line[:20] for line in lines_of(set_block(block, 96, rows=6, reveal=True, shown=step)))
        for step in (1, 2, 3, 4)
    }
    assert len(first) == 1


def test_they_follow_one_another_where_it_is_narrow() -> None:
    pieces = set_block(Columns(columns=(LEFT, RIGHT)), 24)
    assert lines_of(pieces) == ["▪ 重政务", "▪ 轻事务", "从前的想法"]
    assert pieces[2].space_before == "block"


def test_more_than_have_room_in_a_row_stand_in_several() -> None:
    columns = tuple(Column(content=(Text(text=each * 2),)) for each in "甲乙丙丁戊")
    pieces = set_block(Columns(columns=columns), 64)
    assert [line.split() for line in lines_of(pieces)] == [
        ["甲甲", "乙乙", "丙丙"],
        ["丁丁", "戊戊"],
    ]
    assert pieces[1].space_before == "block"
    one, other = lines_of(pieces)
    assert one.index("乙") == other.index("戊")
    steps = [piece.step for piece in set_block(Columns(columns=columns), 64, reveal=True)]
    assert steps == [1, 4]


@pytest.mark.parametrize("width", [24, 64])
def test_under_reveal_each_is_a_step(width: int) -> None:
    block = Columns(columns=(LEFT, RIGHT))
    before = set_block(block, width, reveal=True, shown=1)
    after = set_block(block, width, reveal=True, shown=2)
    assert heights(before) == heights(after)
    assert max(piece.last_step for piece in before) == 2
    seen = [line for piece in before if piece.step <= 1 for line in lines_of([piece])]
    assert "重政务" in "".join(seen)
    assert "从前" not in "".join(seen)
    assert "从前的想法" in "".join(lines_of(after))


@pytest.mark.parametrize("reveal", [None, True])
@pytest.mark.parametrize("width", [24, 64])
def test_the_steps_of_code_in_a_column_are_all_reached(width: int, reveal: bool | None) -> None:
    block = Columns(columns=(LEFT, Column(content=(CODE,))))
    first = 2 if reveal else 0
    last = max(piece.last_step for piece in set_block(block, width, reveal=reveal))
    assert last == first + 2
    for step, text in enumerate("一二三", first):
        lines = lines_of(set_block(block, width, reveal=reveal, shown=step))
        assert [line.split("▎")[1] for line in lines if "▎" in line] == [text]


def test_a_table_in_a_column_repeats_its_header() -> None:
    rows = tuple((str(number), "内容") for number in range(40))
    table = Table(header=("号", "说明"), rows=rows)
    pieces = set_block(Columns(columns=(Column(content=(table,)), Column(content=(table,)))), 64)
    assert len(pieces) > 20
    assert "".join(lines_of(pieces[:1])).count("说明") == 2
    header = "".join(run.text for run in pieces[10].header[0])
    assert header.count("说明") == 2
    start = header.index("说明")
    assert header.index("说明", start + 1) > 30


def test_a_column_with_nothing_in_it_leaves_its_room() -> None:
    lines = lines_of(set_block(Columns(columns=(Column(), RIGHT)), 64))
    assert lines == [" " * 34 + "从前的想法"]


@settings(max_examples=150, deadline=None)
@given(columns, widths, ambiguous)
def test_never_wider_than_the_text_and_nothing_lost(
    block: Columns, width: int, ambiguous: str
) -> None:
    pieces = set_block(block, width, ambiguous=ambiguous)
    assert_fits(pieces, width, ambiguous)
    assert not letters(texts_of(block)) - letters("".join(lines_of(pieces)))


@settings(max_examples=60, deadline=None)
@given(columns, widths, st.sampled_from([None, True]))
def test_no_step_moves_anything_and_steps_leave_no_gap(
    block: Columns, width: int, reveal: bool | None
) -> None:
    whole = set_block(block, width, reveal=reveal)
    steps = {step for piece in whole for step in (piece.step, *piece.change_steps)} - {0}
    assert steps == set(range(1, len(steps) + 1))
    for shown in range(len(steps) + 1):
        pieces = set_block(block, width, reveal=reveal, shown=shown)
        assert heights(pieces) == heights(whole)
        assert [(p.step, p.change_steps) for p in pieces] == [
            (p.step, p.change_steps) for p in whole
        ]


LONG = Bullets(items=tuple(Item(text=f"第{n}项") for n in range(1, 41)))


@pytest.mark.parametrize("lang", ["zh", "he"])
def test_a_list_that_is_longer_than_a_page_stands_in_columns(lang: str) -> None:
    deck = Deck(title="表", lang=lang, slides=(Slide(title="四十项", content=(LONG,)),))
    done = set_slide(deck, 0, PageOptions(80, 24, reveal=True))
    assert len(done.pages) == 1
    page = done.page(done.stops[-1]).text().split("\n")
    rows = [[each for each in line.split() if each.endswith("项")] for line in page]
    rows = [row for row in rows if row][1:]  # below the heading
    first = ["第1项", "第15项", "第29项"]
    assert rows[0] == (first[::-1] if lang == "he" else first)
    assert sorted(each for row in rows for each in row) == sorted(item.text for item in LONG.items)
    assert [stop.step for stop in done.stops] == list(range(41))


def test_a_long_list_of_long_items_goes_on_on_further_pages() -> None:
    items = tuple(Item(text=item.text * 9) for item in LONG.items)
    deck = Deck(title="表", slides=(Slide(title="四十项", content=(Bullets(items=items),)),))
    assert len(set_slide(deck, 0, PageOptions(80, 24)).pages) == 3
