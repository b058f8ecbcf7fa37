"""The steps of the document are those of the stage, so that it can follow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from presenter.typeset import PageOptions, set_slide
from tests.handout.html.documents import GALLERY, bundled, html, loaded

BOTH = """
title: 甲
lang: zh
slides:
- title: 分栏里的代码
  reveal: true
  text: 先说一句
  columns:
  - code: {source: "a\\nb\\nc", lines: 1|2|3}
    text: 甲
  - code: {source: "a\\nb", lines: 1|all}
  - bullets: [甲, 乙]
  bullets: [丙, {丁: [戊, 己]}]
  table: {rows: [[1, 2], [3, 4]]}
- title: 各种
  content:
  - code: {source: "a\\nb\\nc", lines: 1|2|3}
  - quote: {text: 甲, reveal: true}
  - figures: [{value: 1, label: 甲}, {value: 2}, {value: 3}]
  - numbers: {items: [甲, 乙, 丙], reveal: true}
  - chart: {data: {a: 1, b: 2}, reveal: true}
  - callout: {text: 甲, reveal: true}
"""


def steps_of(section: str) -> int:
    """The last step of a slide, as its document says."""
    steps = [int(each) for each in re.findall(r'data-step="(\d+)"', section)]
    for base, count in re.findall(r'data-base="(\d+)" data-groups="(\d+)"', section):
        steps.append(int(base) + int(count) - 1)
    return max(steps, default=0)


@pytest.mark.parametrize("reveal", [None, True, False])
@pytest.mark.parametrize("deck", [bundled(), GALLERY, BOTH], ids=["bundled", "gallery", "both"])
def test_as_many_steps_as_on_the_stage(deck: Path | str, reveal: bool | None) -> None:
    found = loaded(deck).deck
    assert found is not None
    sections = re.split(r"(?=<section )", html(deck, steps=True, reveal=reveal))[1:]
    setting = PageOptions(120, 60, found.lang, reveal=reveal)
    stage = [
        max(stop.step for stop in set_slide(found, index, setting).stops)
        for index in range(len(found.slides))
    ]
    assert [steps_of(section) for section in sections] == stage
    if deck == BOTH and reveal is not False:
        assert max(stage) > 4


def test_without_steps_all_is_shown() -> None:
    document = html(BOTH)
    assert not re.search(r'data-(step|groups|in)="', document)


def test_a_single_group_of_lines_is_pointed_out() -> None:
    document = html('title: 甲\nslides: [{code: {source: "a\\nb\\nc", lines: "2"}}]')
    assert re.findall(r'<span class="(\w+)">(\w)', document) == [
        ("dim", "a"),
        ("on", "b"),
        ("dim", "c"),
    ]
