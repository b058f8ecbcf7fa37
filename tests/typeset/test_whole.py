"""What stands whole on a page: codes, pictures, charts, large type, figures, callouts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck, Slide
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Column,
    Columns,
    Figure,
    Figures,
    Item,
    Qr,
    Table,
    Text,
)
from presenter.typeset import Page, PageOptions, SetSlide, set_slide

WORDS = "后勤工作的重要性在于保障。"
FILLERS: tuple[Block, ...] = (
    Text(text=WORDS * 9),
    Text(text="\n\n".join([WORDS] * 4)),
    Bullets(items=tuple(Item(f"{n}") for n in range(11))),
    Table(rows=tuple((WORDS, WORDS * 4) for _ in range(3)), header=("甲", "乙")),
)
ADDRESS = "https://example.org/talk"


def pages_of(slide: Slide, width: int, height: int) -> list[Page]:
    done = set_slide(Deck(title="题", slides=(slide,)), 0, PageOptions(width, height, "zh-Hans"))
    return [done.page(stop) for stop in done.stops]


def rows_of(page: Page, style: str) -> list[int]:
    return [
        row
        for row, line in enumerate(page.lines)
        if any(style in run.style.split() for run in line)
    ]


def with_style(pages: list[Page], style: str) -> list[list[int]]:
    """For each page on which something has this style, in which rows."""
    return [rows for page in pages if (rows := rows_of(page, style))]


titles = st.sampled_from(["", "短题", WORDS * 3, WORDS * 6])
sizes = st.sampled_from([(80, 24), (60, 20), (100, 30), (120, 40), (72, 22), (44, 18)])
fillers = st.lists(st.sampled_from(FILLERS), max_size=2)


@given(titles, titles, sizes, fillers, fillers)
@settings(deadline=None)
def test_a_code_stands_whole_on_one_page(
    title: str, subtitle: str, size: tuple[int, int], before: list[Block], after: list[Block]
) -> None:
    content = (*before, Qr(text=ADDRESS, label="扫码"), *after)
    assert_whole_code(Slide(title=title, subtitle=subtitle, content=content), size)


@given(titles, sizes, fillers, fillers, st.lists(st.sampled_from(FILLERS), min_size=1, max_size=3))
@settings(deadline=None)
def test_a_code_in_columns_stands_whole_on_one_page(
    title: str,
    size: tuple[int, int],
    before: list[Block],
    after: list[Block],
    beside: list[Block],
) -> None:
    code = Column(content=(*before, Qr(text=ADDRESS, label="扫码"), *after))
    columns = Columns(columns=(Column(content=tuple(beside)), code))
    assert_whole_code(Slide(title=title, content=(*before, columns)), size)


def assert_whole_code(slide: Slide, size: tuple[int, int]) -> None:
    found = with_style(pages_of(slide, *size), "qr")
    for rows in found:
        assert len(rows) >= 13, "25 modules take 13 rows"
        assert rows == list(range(rows[0], rows[-1] + 1))
    assert len(found) <= 1


CHART = Chart(data={f"第{n}项": float(n) for n in range(1, 8)}, kind="bar")
UNCUT: list[tuple[Block, str]] = [
    (CHART, "chart.value"),
    (Big(text="谢谢"), "big"),
    (Figures(items=tuple(Figure("5", f"要点{n}") for n in range(3))), "figure.label"),
    (Callout(text="\n\n".join([WORDS * 2] * 3)), "callout.text"),
]


@pytest.mark.parametrize(("block", "style"), UNCUT)
@pytest.mark.parametrize("title", ["短题", WORDS * 5])
def test_what_fits_on_a_page_is_not_cut(block: Block, style: str, title: str) -> None:
    for before in range(13):
        for after in (0, 5, 14):
            above = Bullets(items=tuple(Item(f"{n}") for n in range(before)))
            below = Bullets(items=tuple(Item(f"{n}") for n in range(after)))
            slide = Slide(title=title, content=(above, block, below))
            assert len(with_style(pages_of(slide, 60, 20), style)) == 1, (before, after)


def test_a_chart_longer_than_a_page_is_cut_between_its_bars() -> None:
    chart = Chart(data={f"第{n}项": float(n) for n in range(1, 41)}, kind="bar")
    pages = pages_of(Slide(title="题", content=(chart,)), 60, 20)
    assert sum(map(len, with_style(pages, "chart.value"))) == 40


def test_a_row_that_fits_on_a_page_is_not_cut() -> None:
    for lines in range(4, 11):
        row = ("甲\\\n" * (lines - 1) + "甲", "乙")
        table = Table(header=("一", "二"), rows=(("短", "短"),) * 4 + (row,))
        done = set_of(table, 60, 14)
        assert all(
            placed.end - placed.start == len(done.pieces[placed.piece].lines)
            for page in done.pages
            for placed in page
        )


def set_of(block: Block, width: int, height: int) -> SetSlide:
    return set_slide(
        Deck(title="题", slides=(Slide(content=(block,)),)), 0, PageOptions(width, height)
    )
