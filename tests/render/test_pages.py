"""Pages of any size."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.render.compiling import Workspace
from presenter.render.look import PAGE
from presenter.render.slides import deck_data, slide_data
from tests.handout import poppler
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler

pytestmark = needs_poppler

DECK = """
title: 封面
author: 林岚
introduction: {}
points:
  - {title: 管理的前提, bullets: [甲乙丙丁, 戊己庚辛]}
  - {title: 分栏, columns: [{text: 左边的一段话}, {table: {header: [栏, 数], rows: [[一, 12]]}}]}
  - {chart: {kind: line, data: {一月: 4, 二月: 6}}}
"""


def rendered(folder: Path, page: tuple[float, float]) -> bytes:
    """The slides of `DECK` on pages of this size, in points."""
    job, workspace = select(DECK), Workspace(folder)
    data = deck_data(job.deck, job.theme, page)
    data["slides"] = [
        slide_data(slide, job.theme, workspace, steps=False) for slide in job.slides()
    ]
    return workspace.pdf(data, job.deck.lang).data


def test_a_page_of_the_same_shape_is_the_same_page_larger(tmp_path: Path) -> None:
    usual, large = (
        poppler.words(rendered(tmp_path, (PAGE[0] * by, PAGE[1] * by))) for by in (1, 3)
    )
    assert [word.text for word in usual] == [word.text for word in large]
    for small, word in zip(usual, large, strict=True):
        assert word.page == small.page
        # What tables allow for rounding is no larger there.
        assert word[2:] == pytest.approx([3 * side for side in small[2:]], abs=3)


@pytest.mark.parametrize("page", [(800, 600), (2560, 1080), (600, 900)])
def test_a_page_of_another_shape_has_its_foot_at_its_foot(
    tmp_path: Path, page: tuple[float, float]
) -> None:
    made = rendered(tmp_path, page)
    assert poppler.info(made)["Page size"] == f"{page[0]} x {page[1]} pts"
    words = poppler.words(made)
    numbers = [word for word in words if word.text in ("1/4", "2/4", "3/4", "4/4")]
    assert [word.page for word in numbers] == [1, 2, 3, 4]
    for word in words:
        assert 0 < word.left < word.right < page[0]
        assert 0 < word.top < word.bottom < page[1]
    for word in numbers:
        assert page[1] - word.bottom < page[1] / 20
        assert page[0] - word.right == pytest.approx(0.085 * page[0], abs=1)
