"""Whole pages as text, to be read by people: the files in ``golden/`` are the expected ones.

``GOLDEN=write pytest tests/typeset/test_golden.py`` writes them anew; read the difference before
committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import Bullets, Item, Numbers, Quote, Text
from presenter.typeset import Page, PageOptions, set_slide

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (40, 12), (20, 5), (200, 60))

DECK = Deck(
    title="后勤工作的重要性",
    subtitle="后勤稳，机关才转得顺",
    author="张三",
    date="2026年11月",
    lang="zh-Hans",
    slides=(
        Slide(title="后勤工作的重要性", part=Part("introduction")),
        Slide(title="第一部分", subtitle="认识后勤", part=Part("introduction")),
        Slide(
            title="后勤连着大局，政策性强",
            content=(
                Text(text="后勤工作是机关运转的前提和基础，一头连着政务效率，一头连着干部职工："),
                Bullets(
                    items=(
                        Item("任务繁重，政策性强，位置十分要紧"),
                        Item("事务琐细，却处处连着**中心工作**", (Item("食堂"), Item("车队"))),
                        Item("先懂全局，再办后勤"),
                    )
                ),
                Quote(text="兵马未动，粮草先行。", by="古语"),
            ),
            part=Part("point", 1, 2),
        ),
        Slide(
            title="居中的一页",
            layout="center",
            content=(Numbers(items=tuple(map(Item, ("服务", "保障", "管理")))),),
            part=Part("point", 2, 2),
        ),
        Slide(
            content=(Text(text="没有标题的一页。机关后勤工作质量，直接关系到机关能否运转。" * 4),),
            part=Part("conclusion"),
        ),
    ),
)


def as_text(page: Page) -> str:
    """The page as text, unless its title is in large type, whose shapes have their own tests."""
    if any(run.style == "title.large" for line in page.lines for run in line):
        return "(a title in large type)"
    return page.text()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_pages_are_as_they_were_approved(width: int, height: int) -> None:
    pages = []
    for index in range(len(DECK.slides)):
        slide = set_slide(DECK, index, PageOptions(width, height))
        pages += [as_text(slide.page(stop)) for stop in slide.stops]
    text = f"\n{'=' * width}\n".join(pages) + "\n"
    path = GOLDEN / f"{width}x{height}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
