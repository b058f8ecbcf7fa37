"""Pages as a designer wants them: nothing is torn, crowded or lost in emptiness on any shape."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PIL import ImageChops

from presenter.render.compiling import Workspace
from presenter.render.slides import deck_data, slide_data
from presenter.typeset.themes import OURS
from tests.handout import poppler
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler
from tests.render.test_design import LANDSCAPE, drawn, words_of

HALF, PHONE = (616, 759), (480, 960)


@needs_poppler
@pytest.mark.parametrize("theme", OURS)
def test_a_byline_has_one_line_where_it_has_room(theme: str, tmp_path: Path) -> None:
    job = select(
        "title: 题\nlang: zh-Hans\ndate: 2026 年 11 月\nslides: [{layout: cover, title: 题}]"
    )
    data = deck_data(job.deck, OURS[theme], LANDSCAPE)
    slides = [
        slide_data(each, OURS[theme], Workspace(tmp_path), steps=False) for each in job.slides()
    ]
    found = poppler.words(Workspace(tmp_path).pdf({**data, "slides": slides}, "zh-Hans").data)
    assert len({round(each.bottom) for each in found if each.text[-1] in "年月"}) == 1


@pytest.mark.parametrize("theme", ["ink", "paper"])
def test_what_is_emphasized_is_slanted(theme: str, tmp_path: Path) -> None:
    upright, slanted = (
        drawn(f"{{title: t, text: 'so {said} is'}}", tmp_path, theme=theme)[0]
        for said in ("fill", "*fill*")
    )
    differs = ImageChops.difference(upright, slanted).convert("L").histogram()
    assert sum(differs[100:]) > 100


@needs_poppler
def test_lines_in_a_narrow_callout_are_of_like_length(tmp_path: Path) -> None:
    code = "{width: 3, code: 'columns:'}"
    said = "Give `width` to the column that needs more room."
    slide = f"{{title: 题, columns: [{code}, {{width: 2, callout: '{said}'}}]}}"
    for width in range(1140, 1300, 40):
        found = words_of(slide, tmp_path, (width, 759))
        lines = Counter(each.top // 40 for each in found if each.text.strip(".") in said)
        assert min(lines.values()) > 1


def test_charts_that_have_no_room_below_each_other_stand_beside_each_other(tmp_path: Path) -> None:
    charts = "".join(
        f"\n  - chart: {{kind: {kind}, data: {{甲: 40, 乙: 60}}}}"
        for kind in ("column", "bar", "line")
    )
    assert len(drawn(f"title: 图\n  content:{charts}", tmp_path)) == 1


@needs_poppler
def test_bars_that_go_both_ways_have_the_width_of_a_narrow_page(tmp_path: Path) -> None:
    data = "{第一事业部: 1240, 第二事业部: -380, 海外: -1105}"
    slide = f"{{title: 盈亏, chart: {{unit: 万元, data: {data}}}}}"
    (image,) = drawn(slide, tmp_path, page=HALF)
    bar = tuple(bytes.fromhex(OURS["ink"].color("accent")[1:]))
    longest = max(
        sum(image.getpixel((x, y)) == bar for x in range(image.width))
        for y in range(150, image.height - 100)
    )
    assert longest > HALF[0] * 0.4


@needs_poppler
@pytest.mark.parametrize("page", [LANDSCAPE, HALF])
def test_a_source_without_spaces_stays_on_its_page(page: tuple[int, int], tmp_path: Path) -> None:
    found = words_of(f"{{title: 宣言, quote: {{text: 不积跬步, by: {'w' * 60}}}}}", tmp_path, page)
    assert min(each.left for each in found) > 0


@needs_poppler
def test_what_is_little_on_a_phone_is_near_its_heading(tmp_path: Path) -> None:
    title, text, *_ = words_of("{title: 题, text: 几个字}", tmp_path, PHONE)
    assert text.top - title.bottom < PHONE[1] / 7
