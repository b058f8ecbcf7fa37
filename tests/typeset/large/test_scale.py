"""One scale for a talk: its cover is the largest opening."""

import pytest

from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import Text
from presenter.typeset import PageOptions, set_slide

SECTIONS = ("稳", "第一部分", "先懂全局、明政策", "Why")


def talk(title: str) -> Deck:
    cover = Slide(title=title, layout="cover", part=Part("introduction"))
    return Deck(title=title, slides=(cover, *(Slide(title=each) for each in SECTIONS)))


def sizes(deck: Deck, setting: PageOptions) -> list[int]:
    """The size of each slide's title in large type; 0 for body type."""
    found = []
    for index in range(len(deck.slides)):
        done = set_slide(deck, index, setting)
        large = done.arrangement.large(done.frame.rows)
        found.append(large.size if large else 0)
    return found


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize(
    "title",
    [
        "水",
        "后勤工作的重要性",
        "后勤是机关运转的前提和基础",
        "Queues that do not lie",
        "用 CPU 管后勤",
    ],
)
def test_no_section_is_larger_than_the_cover(title: str, size: tuple[int, int]) -> None:
    cover, *sections = sizes(talk(title), PageOptions(*size, "zh-Hans"))
    assert max(sections) <= cover


def test_where_there_is_no_cover_sections_are_as_large_as_fits() -> None:
    deck = Deck(title="题目", slides=(Slide(content=(Text(text="甲"),)), Slide(title="第一部分")))
    assert sizes(deck, PageOptions(120, 40, "zh-Hans"))[1] > 20


def test_a_large_title_stands_at_the_foot_as_text_too() -> None:
    deck = talk("后勤工作的重要性")
    for index in range(len(deck.slides)):
        done = set_slide(deck, index, PageOptions(120, 40, "zh-Hans"))
        assert deck.slides[index].title in done.page(done.stops[-1]).text()


def test_a_cover_may_come_nearer_to_the_edges_for_large_type() -> None:
    assert sizes(talk("The House of Many Doors"), PageOptions(80, 24, "en"))[0] == 10


def test_a_cover_comes_nearer_to_the_edges_rather_than_begin_a_line_with_a_particle() -> None:
    cover = Slide(title="城南石桥的修缮史", subtitle="谈谈古桥", layout="cover")
    deck = Deck(title=cover.title, date="2026年", slides=(cover,))
    done = set_slide(deck, 0, PageOptions(80, 24, "zh-Hans"))
    large = done.arrangement.large(done.frame.rows)
    assert large
    widths = [max((len(run.text.strip()) for run in line), default=0) for line in large.lines]
    assert max(widths[:8]) > max(widths[8:15]) + 20  # five characters over three
