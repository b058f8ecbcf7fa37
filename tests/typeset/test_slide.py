"""A slide's stops and pages, and what its head, foot and heading say."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from presenter.deck import Deck, Diagnostic, Part, Place, Slide
from presenter.deck.blocks import Bullets, Item, Quote, Text
from presenter.typeset import PageOptions, SetSlide, set_slide
from presenter.typeset.page import line_width
from tests.typeset.decks import letters, set_slides, texts_of
from tests.typeset.talk import DECK, ITEMS, last_page, rows_of, with_slide


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


def test_a_cover_says_who_and_when_and_has_no_running_head() -> None:
    page = last_page(DECK, 0, 40, 12)
    lines = [line.strip() for line in page.text().split("\n")]
    assert "后勤工作的重要性" in lines
    assert "张三 · 2026" in lines
    assert lines[-1].startswith("引言")


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


def test_the_head_line_has_the_talks_title_on_one_line() -> None:
    deck = Deck(title="一件事\n两面看", slides=(Slide(title="甲", content=DECK.slides[1].content),))
    assert rows_of(last_page(deck, 0, 80, 24), "一件事两面看") == [0]
