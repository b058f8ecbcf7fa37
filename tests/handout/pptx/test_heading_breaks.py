"""Headings in PowerPoint files: their lines end between words."""

from __future__ import annotations

import pytest

from presenter.content.inline import inline, plain
from presenter.handout.pptx.metrics import width_of
from presenter.handout.pptx.slides import _between_words

TITLE = "数字人民币与**幻灯片**：父亲和母亲怎样学会扫二维码"


@pytest.mark.parametrize("width", range(8, 24))
def test_a_heading_is_broken_between_words(width: int) -> None:
    (line,) = inline(TITLE)
    rows = _between_words(line, width, "zh-Hans")
    assert plain(rows).replace("\n", "") == plain((line,))
    said = plain(rows).split("\n")
    assert all(width_of(row) <= width for row in said)
    for word in ("人民币", "幻灯片", "父亲", "母亲", "二维码"):
        assert any(word in row for row in said), said
    strong = "".join(part.text for row in rows for part in row if part.style == "strong")
    assert strong == "幻灯片"


def test_what_fits_and_what_has_spaces_is_left_to_the_program() -> None:
    (line,) = inline("幻灯片")
    assert _between_words(line, 10, "zh-Hans") == (line,)
    (line,) = inline("A heading of several words that is long")
    assert _between_words(line, 10, "zh-Hans") == (line,)
