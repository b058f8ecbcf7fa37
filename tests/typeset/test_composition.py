"""How a page is composed: what is large, and where everything stands."""

from __future__ import annotations

from itertools import pairwise

import pytest

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Big, Bullets, Figure, Figures, Item, Quote, Table, Text
from presenter.typeset import Page, PageOptions, set_slide
from presenter.typeset.frame import frame_for
from presenter.typeset.large.mosaic import Ease, ease_of
from tests.typeset.talk import DECK, ITEMS, last_page, rows_of, with_slide


def slide_of(number: int, width: int, height: int) -> Page:
    """A slide with a heading and so many items."""
    items = tuple(Item("事务琐细") for _ in range(number))
    return last_page(
        with_slide(title="标题要长到放不进大字" * 2, content=(Bullets(items=items),)),
        1,
        width,
        height,
    )


def ink(page: Page) -> tuple[int, int]:
    """The first row of a slide that has ink, and the row after the last."""
    frame = frame_for(page.width, page.height)
    rows = [row for row in range(frame.top, frame.bottom) if any(page.lines[row])]
    return rows[0], rows[-1] + 1


def test_headings_of_full_slides_stand_in_the_same_row() -> None:
    assert {ink(slide_of(number, 80, 24))[0] for number in range(5, 8)} == {4}


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
def test_slides_that_take_less_than_half_of_the_page_stand_at_its_optical_centre(
    size: tuple[int, int],
) -> None:
    sparse = [
        (top + bottom) / 2 / size[1]
        for top, bottom in (ink(slide_of(number, *size)) for number in range(1, 9))
        if 2 * (bottom - top) < size[1]
    ]
    assert sparse
    assert all(0.4 <= centre <= 0.52 for centre in sparse)


def styles_of(page: Page) -> set[str]:
    return {run.style for line in page.lines for run in line}


def deck_with(*titles: str, items: int = 3, said: str = "事务琐细") -> Deck:
    content = (Bullets(items=tuple(Item(said) for _ in range(items))),)
    return Deck(
        title="讲", lang="zh", slides=tuple(Slide(title=title, content=content) for title in titles)
    )


def test_headings_are_large_where_the_longest_one_is() -> None:
    deck = deck_with("后勤连着大局", "后勤是机关运转的前提和基础")
    pages = [last_page(deck, index, 200, 60) for index in (0, 1)]
    assert all(
        "title.large" in styles_of(page) and "title" not in styles_of(page) for page in pages
    )
    firsts = [ink(page)[0] for page in pages]
    lefts = [
        min(
            len(line) - len(line.lstrip()) for line in page.text().split("\n") if "事务琐细" in line
        )
        for page in pages
    ]
    assert firsts[0] == firsts[1]
    assert lefts[0] == lefts[1]
    for page, slide in zip(pages, deck.slides, strict=True):
        assert page.text().count(slide.title) == 1  # at the foot


def test_one_long_title_leaves_all_headings_in_body_type() -> None:
    deck = deck_with("后勤连着大局", "后勤是机关运转的前提和基础" * 2)
    assert "title.large" not in styles_of(last_page(deck, 0, 200, 60))


def test_a_large_heading_makes_no_further_page() -> None:
    deck = deck_with("后勤连着大局", items=50, said="事务琐细" * 6)  # too wide for columns
    page = last_page(deck, 0, 200, 60)
    assert "title.large" not in styles_of(page)
    assert len(set_slide(deck, 0, PageOptions(200, 60)).stops) == 1


@pytest.mark.parametrize(
    "block", [Text(text="先懂全局，再办后勤。"), Quote(text="粮草先行。", by="古语")]
)
def test_a_short_text_alone_is_large_and_there_to_be_copied(block: Text | Quote) -> None:
    page = last_page(with_slide(title="乙", content=(block,)), 1, 120, 40)
    assert any(style.endswith("text.large") for style in styles_of(page))
    assert page.text().count(block.text) == 1


@pytest.mark.parametrize(
    ("block", "row"),
    [
        (Text(text="三思而后行，谋定而后动。"), -4),
        (Text(text="心中有数，手上有活，脚下有路。"), -1),
        (Text(text="Plan the work, work the plan, rest."), -1),
    ],
)
def test_at_80x24_a_statement_is_large_if_need_be_with_its_copy_at_the_foot(
    block: Text, row: int
) -> None:
    page = last_page(with_slide(title="", content=(block,)), 1, 80, 24)
    assert "text.large" in styles_of(page)
    rows = page.text().split("\n")
    assert block.text in rows[row]
    assert page.text().count(block.text) == 1


@pytest.mark.parametrize(
    ("block", "title", "width", "height"),
    [
        (Text(text="把 MariaDB 换成 Elasticsearch 再说。"), "", 120, 40),
        (Text(text="Straßenbahnfahrplan 怎么读？"), "", 120, 40),
        (Big(text="写 Python 的人"), "", 80, 24),
    ],
)
def test_a_text_with_long_words_is_large_nearer_to_the_edges(
    block: Text | Big, title: str, width: int, height: int
) -> None:
    content = (block,)
    page = last_page(with_slide(title=title, content=content), 1, width, height)
    large = [run for line in page.lines for run in line if run.style in ("text.large", "big")]
    assert large
    frame = frame_for(width, height)
    drawn = ["".join(run.text for run in line) for line in page.lines if {*line} & {*large}]
    assert max(map(len, drawn)) <= width - frame.outer
    left = min(len(row) - len(row.lstrip()) for row in drawn)
    assert left >= (frame.margin if title else frame.outer)


def test_a_statement_below_a_large_heading_is_large_too() -> None:
    slide = with_slide(title="原则", content=(Text(text="台账不是写出来给人看的，是用来管事的。"),))
    page = last_page(slide, 1, 120, 40)
    assert {"title.large", "text.large"} <= styles_of(page)


def test_four_figures_are_large_at_80x24() -> None:
    values = ("2.31 亿", "+18.7%", "41.2%", "386")
    items = tuple(Figure(value=value, label="甲") for value in values)
    page = last_page(with_slide(title="数字", content=(Figures(items=items),)), 1, 80, 24)
    assert ease_of(page.lines) is not Ease.NONE


def test_figures_come_nearer_to_the_edges_rather_than_be_narrow() -> None:
    items = tuple(Figure(value=value, label="甲") for value in ("7", "35%", "18", "1976", "2.4 亿"))
    page = last_page(with_slide(title="数字", content=(Figures(items=items),)), 1, 80, 24)
    assert ease_of(page.lines) is Ease.EASY


def test_a_text_that_is_not_alone_is_body_type() -> None:
    content = (Text(text="先懂全局。"), Bullets(items=ITEMS))
    page = last_page(with_slide(title="乙", content=content), 1, 120, 40)
    assert "text" in styles_of(page)
    assert "text.large" not in styles_of(page)


def test_a_table_is_as_wide_as_its_content_up_to_the_margins() -> None:
    cells = tuple("后勤工作头绪多任务重" for _ in range(7))
    content = (Table(header=(), rows=(cells, cells)),)
    page = last_page(with_slide(title="乙", content=content), 1, 200, 60)
    lines = [line for line in page.text().split("\n") if "后勤" in line]
    assert len(lines) == 2
    assert {len(line) - len(line.lstrip()) for line in lines} == {200 - 20 - 7 * 20 - 6 * 3}


def test_air_comes_before_a_second_page_and_goes_before_it() -> None:
    def rows(height: int) -> list[int]:
        page = last_page(DECK, 1, 60, height)
        return [rows_of(page, item.text)[0] for item in ITEMS]

    assert [after - before for before, after in pairwise(rows(40))] == [3, 3, 3]
    assert [after - before for before, after in pairwise(rows(24))] == [2, 2, 2]
    assert [after - before for before, after in pairwise(rows(8))] == [1, 1, 1]


def test_text_keeps_a_readable_measure_in_the_middle() -> None:
    page = last_page(with_slide(title="乙", content=(Text(text="后勤工作。" * 60),)), 1, 200, 60)
    lines = [line for line in page.text().split("\n") if "后勤工作" in line]
    assert max(len(line.strip()) for line in lines) == 40
    assert {len(line) - len(line.lstrip()) for line in lines} == {60}


def test_a_title_alone_is_a_section_in_the_middle() -> None:
    page = last_page(DECK, 2, 40, 12)
    (line,) = [line for line in page.text().split("\n") if line.strip() == "结语"]
    assert line == " " * 18 + "结语"
    assert rows_of(page, "━━━━") == [5, 10]


def test_a_section_is_as_large_as_a_cover() -> None:
    page = last_page(DECK, 2, 80, 24)
    assert "title.large" in styles_of(page)
    assert page.text().count("结语") == 2  # the part, and the title at the foot
    assert "张三 · 2026" in page.text()


def test_a_title_in_large_type_is_on_the_cover_once_as_text() -> None:
    page = last_page(DECK, 0, 120, 40)
    assert any(run.style == "title.large" for line in page.lines for run in line)
    assert page.text().count("后勤工作的重要性") == 1


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
def test_the_source_of_a_quote_in_large_type_ends_where_that_ends(size: tuple[int, int]) -> None:
    quote = Quote(text="The best way out is always through.", by="Robert Frost")
    deck = Deck(title="t", lang="en", slides=(Slide(content=(quote,)),))
    done = set_slide(deck, 0, PageOptions(*size))
    page = done.page(done.stops[0])
    ends: dict[str, int] = {}
    for line in page.lines:
        end = 0
        for run in line:
            end += run.width
            if run.text.strip():
                ends[run.style] = max(end, ends.get(run.style, 0))
    assert ends["quote.text.large"] == ends["quote.by"]


def test_a_large_title_breaks_where_it_is_written_to_and_its_copy_is_on_one_line() -> None:
    def drawn(title: str) -> list[str]:
        page = last_page(with_slide(title=title, layout="cover"), 1, 120, 40)
        assert len(rows_of(page, "工作量")) == 1
        return page.text().split("\n")

    # 工 has a vertical stroke that nothing stands beside, if it is on a line of its own.
    assert "██" in map(str.strip, drawn("工\n作量"))
    assert "██" not in map(str.strip, drawn("工作量"))


def test_what_is_large_in_the_middle_has_its_copy_in_the_middle() -> None:
    content = (Text(text="标题和内容都在正中。"),)
    page = last_page(with_slide(title="乙", layout="center", content=content), 1, 120, 40)
    rows = [line for line in page.lines if any(run.style == "text.large" for run in line)]
    (copy,) = [line for line in page.text().split("\n") if "标题和内容" in line]
    assert rows
    middle = len(copy) - len(copy.lstrip()) + page_width(copy.strip()) / 2
    assert abs(middle - 60) <= 1


def page_width(text: str) -> int:
    return PageOptions(120, 40).ruler.width(text)
