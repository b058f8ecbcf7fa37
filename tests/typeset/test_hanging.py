"""Where punctuation may stand beside the text, and where not."""

from __future__ import annotations

import pytest

from presenter.typeset import PageOptions, set_slide
from presenter.typeset.frame import frame_for
from tests.deck.decks import deck_of

TEXT = (
    "值班的人先看水压，再看电表，最后把门窗都推一遍；哪一样不对，就写在本子上，等天亮交班时说清楚。"
    "新来的人嫌麻烦，直到有一夜水管裂了，才知道这本子的用处。"
)


def rows(slide: str, width: int = 80, height: int = 24, head: str = "") -> list[str]:
    deck = deck_of(f"title: 值班\n{head}slides:\n- {{title: 值班, {slide}}}")
    setting = PageOptions(width, height, "zh-Hans")
    made = set_slide(deck, 0, setting)
    lines: list[str] = []
    for stop in made.stops:
        page = made.page(stop)
        assert all(setting.ruler.width(line) <= width for line in page.text().split("\n"))
        lines += page.text().split("\n")
    return lines


def reach(lines: list[str], ruler_width: int) -> int:
    """By how many cells the widest line of the text goes beyond the text's right edge."""
    measure = PageOptions(1, 1).ruler.width
    return max(measure(line) for line in lines if "，" in line) - ruler_width


def edge(width: int, height: int = 24) -> int:
    frame = frame_for(width, height)
    return frame.left + frame.width


WIDTHS = range(32, 110)


def widest(slide: str, head: str = "") -> int:
    return max(reach(rows(slide, width, 24, head), edge(width)) for width in WIDTHS)


@pytest.mark.parametrize("slide", [f"text: {TEXT}", f"bullets: [{TEXT}]", f"callout: {TEXT}"])
def test_it_hangs_in_the_margin_of_the_page(slide: str) -> None:
    assert widest(slide) == 2


@pytest.mark.parametrize(
    "slide", [f"table: {{rows: [[甲, {TEXT}]]}}", f"text: {TEXT}, layout: center"]
)
def test_it_does_not_in_tables_and_in_the_middle(slide: str) -> None:
    tables = "table" in slide
    for width in WIDTHS:
        frame = frame_for(width, 24)
        limit = width - frame.margin if tables else edge(width)
        assert reach(rows(slide, width), limit) <= 0


def test_nor_where_lines_begin_at_the_right() -> None:
    for width in WIDTHS:
        lines = rows(f"text: {TEXT}", width, head="lang: ar\n")
        assert reach(lines, width - frame_for(width, 24).left) <= 0


def test_beside_another_column_it_does_not() -> None:
    for width in range(60, 110):
        gap = 4
        frame = frame_for(width, 24)
        lines = rows(f"columns: [{{text: {TEXT}}}, {{text: 甲}}]", width)
        room = width - 2 * frame.margin
        first = frame.margin + room  # whatever its width: no line reaches the second column's gap
        assert reach([line for line in lines if not line.rstrip().endswith("甲")], first) < -gap


def test_the_left_edge_stays_in_line_with_the_heading() -> None:
    for width in (80, 100, 120, 150):
        lines = rows(f"columns: [{{text: 甲}}, {{text: {TEXT * 2}}}]", width, 30)
        heading = next(line for line in lines if line.strip() == "值班")
        first = next(line for line in lines if line.strip().startswith("甲"))
        assert len(heading) - len(heading.lstrip()) == len(first) - len(first.lstrip())
