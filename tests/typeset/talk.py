"""A small talk, and what is seen of a slide of it."""

from __future__ import annotations

from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import Bullets, Item
from presenter.typeset import Page, PageOptions, set_slide

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
