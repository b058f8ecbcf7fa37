"""One size of type for the lists of a deck, as far as they have room in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.render.agreement import list_size
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler
from tests.render.test_design import words_of

SHORT = "{title: 短, bullets: [甲, 乙甲, 丙]}"
LONG = "{title: 长, bullets: [甲, 乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙, 丙]}"
MANY = "{title: 多, numbers: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛]}"


def size_of(*slides: str, page: tuple[float, float] = (1920, 1080)) -> int:
    whole = "".join(f"\n- {slide}" for slide in slides)
    return list_size(select(f"title: T\nlang: zh-Hans\nslides:{whole}").deck, page)


@needs_poppler
@pytest.mark.parametrize("page", [(1232, 759), (1920, 1080), (1024, 768)])
def test_lists_that_differ_by_a_line_are_of_one_size(page: tuple[int, int], tmp_path: Path) -> None:
    lists = (
        "{title: 题, bullets: [食堂, 车队和物业, 会务]}",
        "{title: 题, bullets: [食堂, 车队和物业的保障同会务的保障一样, 会务]}",
        "{title: 题, bullets: [食堂, 车队和物业, 会务, 节能, 绿化]}",
    )
    found = words_of("\n- ".join(lists), tmp_path, page)
    sizes = [round(word.bottom - word.top, 1) for word in found if word.text == "食堂"]
    assert len(sizes) == 3
    assert len(set(sizes)) == 1


def test_the_longest_line_decides_and_what_has_no_room_does_not() -> None:
    assert size_of(SHORT) == 54
    assert size_of(SHORT, LONG) == 46
    assert size_of(SHORT, MANY) == 54
    assert size_of(MANY) == 54
    # More room across for the same number of lines.
    assert size_of(SHORT, LONG, page=(2560, 1080)) == 54


def test_what_is_no_list_is_of_no_account() -> None:
    long = "很长的一句话" * 6
    assert size_of(SHORT, f"{{title: 字, text: {long}}}", f"{{quote: {long}}}") == 54
    assert size_of(f"{{title: 封, layout: cover, bullets: [{'字' * 21}]}}", SHORT) == 54


def test_markup_takes_no_room() -> None:
    linked = "{title: 题, bullets: ['**乙**[乙](https://example.org/somewhere/else)']}"
    assert size_of(linked) == 54
