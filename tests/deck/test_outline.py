import pytest

from presenter.deck import Part
from presenter.deck.model import Deck
from tests.deck.decks import deck_of, load, told


def titles(deck: Deck) -> list[str]:
    return [slide.title for slide in deck.slides]


def test_an_outline_goes_from_introduction_over_points_to_conclusion() -> None:
    deck = deck_of("""\
        title: 后勤工作的重要性
        conclusion: 结语
        points: [第一, 第二]
        introduction: 引言
        """)
    assert titles(deck) == ["引言", "第一", "第二", "结语"]
    assert [slide.part for slide in deck.slides] == [
        Part("introduction"),
        Part("point", 1, 2),
        Part("point", 2, 2),
        Part("conclusion"),
    ]


def test_introduction_and_conclusion_may_be_lists() -> None:
    deck = deck_of("""\
        title: 试讲
        introduction: [甲, 乙]
        conclusion: [{title: 丙}, 丁]
        """)
    assert titles(deck) == ["甲", "乙", "丙", "丁"]


def test_a_flat_deck_has_slides() -> None:
    deck = deck_of("title: 试讲\nslides: [甲, {title: 乙}]")
    assert titles(deck) == ["甲", "乙"]
    assert {slide.part.kind for slide in deck.slides} == {"slide"}


def test_slides_under_a_point_belong_to_it() -> None:
    deck = deck_of("""\
        title: 试讲
        points:
          - title: 甲
            slides: [甲之一, {title: 甲之二}]
          - 乙
        """)
    assert [(slide.title, slide.part.number, slide.part.of) for slide in deck.slides] == [
        ("甲", 1, 2),
        ("甲之一", 1, 2),
        ("甲之二", 1, 2),
        ("乙", 2, 2),
    ]


def test_slides_under_a_point_come_with_a_merge_key() -> None:
    deck = deck_of("""\
        title: 试讲
        x-more: &more {slides: [其下]}
        points:
          - {title: 甲, <<: *more}
        """)
    assert titles(deck) == ["甲", "其下"]


def test_hidden_slides_are_neither_counted_nor_there() -> None:
    loaded = load("""\
        title: 试讲
        points:
          - {title: 甲, hidden: true, slides: [甲之一]}
          - {title: 乙, slides: [{title: 乙之一, hidden: true}, 乙之二]}
          - {title: 丙, time: 5}
        """)
    assert loaded.deck is not None
    assert titles(loaded.deck) == ["乙", "乙之二", "丙"]
    assert [slide.part.number for slide in loaded.deck.slides] == [1, 1, 2]
    (problem,) = loaded.problems
    assert problem.slide == 3


def test_problems_of_hidden_slides_are_told_and_belong_to_no_slide() -> None:
    loaded = load("""\
        title: 试讲
        points:
          - {title: 甲, hidden: true, time: 5, slides: [{titel: 乙}]}
          - 丙
        """)
    assert [(*told(each), each.slide) for each in loaded.problems] == [
        (3, 36, "bare-number-time", None),
        (3, 49, "unknown-key", None),
    ]


def test_a_slide_knows_where_it_begins() -> None:
    deck = deck_of("""\
        title: 试讲
        introduction:
          title: 甲
        points:
          - 乙
          - bullets: [丙]
        """)
    assert [slide.place for slide in deck.slides] == [(3, 3), (5, 5), (6, 5)]


def test_the_head_is_read() -> None:
    deck = deck_of("""\
        title: 2026
        subtitle: yes
        author: 某人
        date: 2026-11-24
        lang: zh-Hans
        theme: paper
        time: 1h30m
        reveal: true
        x-mine: {a: [1]}
        slides: [甲]
        """)
    assert (deck.title, deck.subtitle, deck.author, deck.date) == (
        "2026",
        "yes",
        "某人",
        "2026-11-24",
    )
    assert (deck.lang, deck.theme, deck.time, deck.reveal) == ("zh-Hans", "paper", 5400.0, True)


def test_a_broken_slide_keeps_its_errors_and_the_rest_goes_on() -> None:
    loaded = load("""\
        title: 试讲
        points:
          - {title: 甲, bulets: [乙]}
          - {title: 丙, time: 5, quote: [丁]}
          - 戊
        """)
    assert loaded.deck is not None
    assert [[told(each) for each in slide.problems] for slide in loaded.deck.slides] == [
        [(3, 16, "unknown-key")],
        [(4, 22, "bare-number-time"), (4, 32, "list-for-prose")],
        [],
    ]
    assert [each.slide for each in loaded.problems] == [1, 2, 2]


def test_a_fault_of_the_head_belongs_to_no_slide() -> None:
    loaded = load("title: 试讲\ntime: soon\nslides: [甲]")
    (problem,) = loaded.problems
    assert told(problem) == (2, 7, "not-a-time")
    assert problem.slide is None
    assert loaded.deck is not None
    assert loaded.deck.time is None


def test_a_fault_that_an_alias_repeats_is_told_once_but_breaks_each_slide() -> None:
    loaded = load("""\
        title: 试讲
        x-wrong: &wrong {a: b}
        slides:
          - title: *wrong
          - title: *wrong
        """)
    assert [told(each) for each in loaded.problems] == [(2, 10, "mapping-for-text")]
    assert loaded.deck is not None
    assert [len(slide.problems) for slide in loaded.deck.slides] == [1, 1]


def test_equal_texts_have_equal_digests() -> None:
    one, two, other = (load(f"title: 甲\nslides: [{word}]") for word in ("乙", "乙", "丙"))
    assert one.digest == two.digest != other.digest


@pytest.mark.parametrize("layout", ["", ", layout: cover"])
def test_a_cover_with_nothing_but_notes_shows_the_talk_s_title(layout: str) -> None:
    loaded = load(f"title: a\nintroduction: {{notes: b{layout}}}\npoints: [c]\nconclusion: d\n")
    assert loaded.problems == ()
