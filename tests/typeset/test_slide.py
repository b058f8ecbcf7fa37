from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from presenter.deck import Deck, Diagnostic, Part, Place, Slide
from presenter.deck.blocks import Big, Bullets, Figure, Figures, Item, Quote, Table, Text
from presenter.typeset import Page, PageOptions, SetSlide, set_slide
from presenter.typeset.frame import frame_for
from presenter.typeset.large.mosaic import Ease, ease_of
from presenter.typeset.page import line_width
from tests.typeset.decks import letters, set_slides, texts_of

ITEMS = tuple(Item(text) for text in ("任务繁重", "事务琐细", "先懂全局", "再办后勤"))
DECK = Deck(
    title="后勤工作的重要性",
    author="张三",
    date="2026",
    lang="zh-Hans",
    slides=(
        Slide(title="后勤工作的重要性", part=Part("introduction")),
        Slide(title="连着大局", content=(Bullets(items=ITEMS),), part=Part("point", 1, 2)),
        Slide(title="结语", part=Part("conclusion")),
    ),
)


def with_slide(**fields: object) -> Deck:
    return Deck(title="讲", lang="zh", slides=(Slide(title="甲"), Slide(**fields)))  # type: ignore[arg-type]


def last_page(deck: Deck, index: int, width: int, height: int) -> Page:
    slide = set_slide(deck, index, PageOptions(width, height))
    return slide.page(slide.stops[-1])


def rows_of(page: Page, text: str) -> list[int]:
    return [row for row, line in enumerate(page.text().split("\n")) if text in line]


@hypothesis_settings(max_examples=150, deadline=None)
@given(set_slides)
def test_pages_have_their_size_and_no_line_is_wider(slide: SetSlide) -> None:
    setting = slide.setting
    for stop in slide.stops:
        page = slide.page(stop)
        assert len(page.lines) == page.height == setting.height
        for line in page.lines:
            assert line_width(line) <= setting.width
            assert all(run.width == setting.ruler.width(run.text) for run in line)


@hypothesis_settings(max_examples=150, deadline=None)
@given(set_slides)
def test_every_character_is_on_the_last_stops_of_the_pages(slide: SetSlide) -> None:
    last = {stop.page: stop for stop in slide.stops}
    assert sorted(last) == list(range(len(slide.pages)))
    shown = Counter[str]()
    for stop in last.values():
        shown += Counter(letters("".join(slide.page(stop).text())))
    wanted = Counter(letters("".join(texts_of(slide))))
    assert not wanted - shown


@hypothesis_settings(max_examples=150, deadline=None)
@given(set_slides)
def test_stops_go_forward_and_each_shows_something_new(slide: SetSlide) -> None:
    stops = slide.stops
    assert stops
    assert list(stops) == sorted(stops, key=lambda stop: (stop.page, stop.step))
    assert list(stops) == sorted(stops, key=lambda stop: (stop.step, stop.anchor))
    pages = [slide.page(stop) for stop in stops]
    # Where a page is too small for its number, two pages may look alike by what they hold.
    if slide.frame.foot >= 0 and slide.setting.width >= 20:
        assert all(before != after for before, after in pairwise(pages))


@hypothesis_settings(max_examples=100, deadline=None)
@given(set_slides)
def test_a_later_step_only_adds_to_a_page(slide: SetSlide) -> None:
    for before, after in pairwise(slide.stops):
        if before.page == after.page:
            one, two = slide.page(before), slide.page(after)
            assert all(not old or old == new for old, new in zip(one.lines, two.lines, strict=True))


def test_reveal_shows_the_title_first_then_item_by_item() -> None:
    slide = set_slide(DECK, 1, PageOptions(80, 24, reveal=True))
    assert [(stop.step, stop.page) for stop in slide.stops] == [(step, 0) for step in range(5)]
    texts = [slide.page(stop).text() for stop in slide.stops]
    assert [sum(item.text in text for item in ITEMS) for text in texts] == [0, 1, 2, 3, 4]
    assert [text.count("▪") for text in texts] == [0, 1, 2, 3, 4]
    assert all("连着大局" in text for text in texts)


def test_nested_items_appear_with_their_parent() -> None:
    nested = (Item("食堂", (Item("早"), Item("晚"))), Item("车队"))
    slide = set_slide(
        with_slide(title="乙", content=(Bullets(items=nested),)),
        1,
        PageOptions(60, 20, reveal=True),
    )
    texts = [slide.page(stop).text() for stop in slide.stops]
    assert len(texts) == 3
    assert "早" in texts[1]
    assert "晚" in texts[1]
    assert "车队" not in texts[1]


@pytest.mark.parametrize(
    ("deck", "slide", "block", "override", "stops"),
    [
        (False, None, None, None, 1),
        (True, None, None, None, 5),
        (True, False, None, None, 1),
        (False, True, None, None, 5),
        (False, True, False, None, 1),
        (False, False, True, None, 5),
        (True, True, True, False, 1),
        (False, False, False, True, 5),
    ],
)
def test_the_nearest_word_on_reveal_counts(
    deck: bool, slide: bool | None, block: bool | None, override: bool | None, stops: int
) -> None:
    talk = Deck(
        title="讲",
        reveal=deck,
        slides=(Slide(title="乙", reveal=slide, content=(Bullets(items=ITEMS, reveal=block),)),),
    )
    assert len(set_slide(talk, 0, PageOptions(80, 24, reveal=override)).stops) == stops


def test_a_page_is_complete_before_the_next_one_begins() -> None:
    many = tuple(Item(f"第{number}条") for number in range(12))
    deck = with_slide(
        title="乙", reveal=True, content=(Bullets(items=many), Text(text="尾声", reveal=False))
    )
    stops = set_slide(deck, 1, PageOptions(40, 8)).stops
    assert stops[-1].page > 0
    assert list(stops) == sorted(stops, key=lambda stop: (stop.page, stop.step))
    assert stops[-1].step == 12


def test_the_same_place_is_found_at_another_size() -> None:
    text = "".join(f"这是第{number}句话，后勤连着大局。" for number in range(60))
    deck = with_slide(title="乙", content=(Text(text=text),))
    small = set_slide(deck, 1, PageOptions(40, 12)).stops
    large = set_slide(deck, 1, PageOptions(60, 16)).stops
    here = small[len(small) // 2]
    there = max(stop for stop in large if (stop.step, stop.anchor) <= (here.step, here.anchor))
    page = set_slide(deck, 1, PageOptions(60, 16)).page(there).text()
    first = set_slide(deck, 1, PageOptions(40, 12)).page(here).text().split("\n")[3].strip()
    assert first[:10] in page.replace("\n", "").replace(" ", "")


def test_the_number_is_on_every_slide() -> None:
    for width, height in ((20, 5), (40, 12), (80, 24), (200, 60)):
        for index in range(3):
            assert f"{index + 1}/3" in last_page(DECK, index, width, height).text()


def test_the_number_of_ten_thousand_fits_twenty_columns() -> None:
    slide = Slide(title="甲", content=(Text(text="后勤" * 200),), part=Part("point", 101, 120))
    deck = Deck(title="讲", lang="zh", slides=(slide,) * 10_000)
    page = last_page(deck, 9_999, 20, 5)
    pages = len(set_slide(deck, 9_999, PageOptions(20, 5)).pages)
    assert page.text().split("\n")[-1].split() == [f"({pages}/{pages})", "10000/10000"]
    assert "第101点 · 共120点" in last_page(deck, 9_999, 80, 24).text()


def test_a_slide_that_goes_on_is_marked_and_repeats_its_heading() -> None:
    deck = with_slide(title="连着大局", content=(Text(text="后勤工作。" * 400),))
    slide = set_slide(deck, 1, PageOptions(80, 24))
    assert len(slide.pages) > 1
    for stop in slide.stops:
        text = slide.page(stop).text()
        assert f"({stop.page + 1}/{len(slide.pages)})  2/2" in text
        assert "连着大局" in text


def test_a_heading_that_is_too_tall_flows_as_text() -> None:
    title = "后勤工作是机关运转的前提和基础" * 6
    slide = set_slide(with_slide(title=title, content=(Text(text="话"),)), 1, PageOptions(20, 5))
    assert slide.heading == ()
    assert "".join(slide.page(stop).text() for stop in slide.stops).count("机") == 6


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


def test_a_cover_says_who_and_when_and_has_no_running_head() -> None:
    page = last_page(DECK, 0, 40, 12)
    lines = [line.strip() for line in page.text().split("\n")]
    assert "后勤工作的重要性" in lines
    assert "张三 · 2026" in lines
    assert lines[-1].startswith("引言")


def test_a_title_in_large_type_is_on_the_cover_once_as_text() -> None:
    page = last_page(DECK, 0, 120, 40)
    assert any(run.style == "title.large" for line in page.lines for run in line)
    assert page.text().count("后勤工作的重要性") == 1


def test_content_of_a_cover_follows_its_title() -> None:
    deck = Deck(
        title="讲",
        slides=(Slide(title="开讲", content=(Bullets(items=ITEMS),), part=Part("introduction")),),
    )
    page = last_page(deck, 0, 40, 12)
    assert rows_of(page, "开讲") < rows_of(page, "任务繁重")


def test_a_slide_with_errors_says_where_and_what() -> None:
    problem = Diagnostic(
        path="slides.yaml",
        place=Place(7, 3),
        code="unknown-key",
        values={"key": "titel", "near": "title"},
    )
    slide = set_slide(
        with_slide(title="乙", problems=(problem,)), 1, PageOptions(80, 24, reveal=True)
    )
    assert len(slide.stops) >= 1
    assert "slides.yaml:7:3" in slide.page(slide.stops[-1]).text()


def test_a_deck_with_errors_can_be_kept_in_a_cache() -> None:
    problem = Diagnostic(
        path="a", place=Place(), code="unknown-key", values={"key": "x", "near": "y"}
    )
    slide = set_slide(with_slide(problems=(problem,)), 1, PageOptions(80, 24))
    assert {slide: 1}[slide] == 1


def test_labels_speak_the_settings_language_then_the_decks() -> None:
    assert (
        "Conclusion"
        in set_slide(DECK, 2, PageOptions(80, 24, "en"))
        .page(set_slide(DECK, 2, PageOptions(80, 24)).stops[0])
        .text()
    )
    assert "结语" in last_page(DECK, 2, 80, 24).text()


def test_two_points_are_counted_in_good_chinese() -> None:
    assert "第一点 · 共两点" in last_page(DECK, 1, 80, 24).text()


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


def test_a_quote_keeps_its_source_on_its_page() -> None:
    deck = with_slide(
        title="乙", content=(Text(text="话。" * 150), Quote(text="兵马未动，粮草先行。", by="古语"))
    )
    for height in range(6, 24):
        slide = set_slide(deck, 1, PageOptions(60, height))
        pages = [slide.page(stop).text() for stop in slide.stops]
        assert any("粮草先行" in text and "古语" in text for text in pages)


@pytest.mark.parametrize("layout", ["default", "section", "center", "cover"])
def test_a_title_breaks_where_it_is_written_to(layout: str) -> None:
    deck = with_slide(title="一件事\n*两面*看", subtitle="sub 1\nsub 2", layout=layout)
    page = last_page(deck, 1, 40, 12)
    rows = [rows_of(page, text)[0] for text in ("一件事", "两面看", "sub 1", "sub 2")]
    assert rows == sorted(set(rows))
    assert rows[1] == rows[0] + 1
    assert rows[3] == rows[2] + 1


def test_a_large_title_breaks_where_it_is_written_to_and_its_copy_is_on_one_line() -> None:
    def drawn(title: str) -> list[str]:
        page = last_page(with_slide(title=title, layout="cover"), 1, 120, 40)
        assert len(rows_of(page, "工作量")) == 1
        return page.text().split("\n")

    # 工 has a vertical stroke that nothing stands beside, if it is on a line of its own.
    assert "██" in map(str.strip, drawn("工\n作量"))
    assert "██" not in map(str.strip, drawn("工作量"))


def test_the_head_line_has_the_talks_title_on_one_line() -> None:
    deck = Deck(title="一件事\n两面看", slides=(Slide(title="甲", content=DECK.slides[1].content),))
    assert rows_of(last_page(deck, 0, 80, 24), "一件事两面看") == [0]


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
