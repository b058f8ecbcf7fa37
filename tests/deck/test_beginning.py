"""The beginning of a long deck: the first page is that of the whole, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.deck import Deck, load_deck
from presenter.deck.beginning import load_beginning
from presenter.typeset import Page, PageOptions, set_slide

ITEMS = "各级各部门办事，都靠后勤打底, 一头连着政务效率，一头连着干部职工的切身利益"


def _slides(number: int, longest: str = "后勤连着大局") -> str:
    items = [f"  - title: 第{each}张\n    bullets: [{ITEMS}]\n" for each in range(number)]
    items.insert(number // 2, f"  - title: {longest}\n    text: 甲\n")
    return "".join(items)


def _written(folder: Path, text: str) -> Path:
    path = folder / "long.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _first(deck: Deck | None, width: int, height: int) -> Page:
    assert deck is not None
    made = set_slide(deck, 0, PageOptions(width, height, deck.lang))
    return made.page(made.stops[0])


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("longest", ["后勤连着大局", "后勤连着大局，办好后勤就是服务大局" * 4])
@pytest.mark.parametrize("head", ["lang: zh-Hans\n", "lang: zh-Hans\nreveal: true\ntheme: paper\n"])
def test_its_first_page_is_that_of_the_whole(
    tmp_path: Path, head: str, longest: str, size: tuple[int, int]
) -> None:
    text = f"title: 长篇\n{head}slides:\n{_slides(2000, longest)}"
    beginning = load_beginning(_written(tmp_path, text))
    assert beginning is not None
    whole = load_deck(tmp_path / "long.yaml")
    assert _first(beginning.deck, *size) == _first(whole.deck, *size)


@pytest.mark.parametrize(
    "text",
    [
        f"title: 短\nslides:\n{_slides(3)}",
        f"title: 有隐藏\nslides:\n{_slides(2000)}  - {{title: 藏, hidden: true}}\n",
        f"title: 键在后\nslides:\n{_slides(2000)}theme: paper\n",
        f"title: 分部\npoints:\n{_slides(2000)}",
        f"title: 头有错\ntim: 3m\nslides:\n{_slides(2000)}",
        f"title: 第一张有错\nslides:\n  - {{titel: 甲}}\n{_slides(2000)}",
        f"title: 别名\nslides:\n  - *later\n{_slides(2000)}",
        f"title: 控制符\nslides:\n{_slides(2000)}  - \x07\n",
        f"title: 单个\nslides:\n  - text: {'甲' * 200_000}\n",
    ],
    ids=lambda text: text.partition("\n")[0],
)
def test_where_it_cannot_be_told_there_is_none(tmp_path: Path, text: str) -> None:
    assert load_beginning(_written(tmp_path, text)) is None


def test_a_deck_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert load_beginning(tmp_path / "none.yaml") is None
    (tmp_path / "bytes.yaml").write_bytes(b"title: \xff\xfe")
    assert load_beginning(tmp_path / "bytes.yaml") is None
