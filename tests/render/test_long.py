"""What is too long for its place: smaller as long as it can be read, then on further pages."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.stops import PictureLook
from presenter.typeset.themes import OURS
from tests.drawings import BLUE, RED, write
from tests.handout.jobs import select
from tests.handout.poppler import Word, needs_poppler
from tests.nothing_lost.legible import faults, unit_of
from tests.nothing_lost.test_pictures import SHAPES, words_at
from tests.render.test_design import LANDSCAPE

SAID = "学而时习之，不亦说乎；有朋自远方来，不亦乐乎。"


def words_of(slide: str, page: tuple[int, int], theme: str = "ink", above: str = "") -> list[Word]:
    deck = select(f"title: 题\nlang: zh-Hans\n{above}\nslides:\n- {slide}\n- 后").deck
    return words_at(deck, 0, 0, page, theme)


def count(words: list[Word], letter: str) -> int:
    return sum(word.text.count(letter) for word in words)


@needs_poppler
@pytest.mark.parametrize("page", SHAPES)
@pytest.mark.parametrize(
    "slide",
    [
        "{{quote: {{text: {said}, by: 孔子}}}}",
        "{{title: 论语, quote: {said}}}",
        "{{big: {said}}}",
        "{{title: 论语, layout: center, big: {said}}}",
    ],
)
@pytest.mark.parametrize("times", [4, 30])
def test_long_words_that_stand_alone_are_read(
    slide: str, times: int, page: tuple[int, int]
) -> None:
    words = words_of(slide.format(said=SAID * times), page)
    assert count(words, "说") == times
    assert not list(faults(words, page))
    body = [word for word in words if "而" in word.text]
    assert min(word.bottom - word.top for word in body) > 24 * unit_of(page)


@needs_poppler
@pytest.mark.parametrize("block", ["qr: {text: x, label: LONG}", "callout: LONG", "quote: LONG"])
def test_a_word_of_many_lines_goes_on_on_a_further_page(block: str) -> None:
    slide = f"{{title: t, {block}}}".replace("LONG", "w" * 1200)
    words = words_of(slide, LANDSCAPE)
    assert count(words, "w") == 1200
    assert not list(faults(words, LANDSCAPE))


@needs_poppler
def test_the_header_of_a_wide_table_without_rows_is_shown() -> None:
    names = [f"name{number:02}" for number in range(30)]
    words = words_of(f"{{table: {{header: [{', '.join(names)}], rows: []}}}}", LANDSCAPE)
    assert {word.text for word in words} >= set(names)


@needs_poppler
@pytest.mark.parametrize("layout", ["default", "center", "cover", "section"])
@pytest.mark.parametrize("theme", OURS)
def test_a_title_that_is_a_text_is_set_as_one(layout: str, theme: str) -> None:
    layout = "" if layout == "default" else f"layout: {layout}, "
    block = "text: 甲" if not layout or "center" in layout else "subtitle: 甲"
    words = words_of(f"{{{layout}title: {SAID * 20}, {block}}}", LANDSCAPE, theme)
    assert count(words, "说") == 20
    assert not list(faults(words, LANDSCAPE))
    lines = [word for word in words if len(word.text) > 20]
    assert max(word.right for word in lines) > LANDSCAPE[0] * 0.75


@needs_poppler
@pytest.mark.parametrize("theme", OURS)
@pytest.mark.parametrize("page", [(1232, 759), (2560, 1080)])
def test_the_titles_of_a_cover_leave_room_for_many_authors(
    theme: str, page: tuple[int, int]
) -> None:
    people = "author: " + "，".join(f"第{number}位" for number in range(12))
    slide = '{layout: cover, title: "甲\\n后勤：保障", subtitle: "第一点\\n第二行"}'
    words = words_of(slide, page, theme, people)
    assert count(words, "位") == 12
    assert not list(faults(words, page))


@pytest.mark.parametrize("size", [(1, 900), (900, 1), (1, 1)])
def test_a_picture_of_an_extreme_shape_is_seen(size: tuple[int, int], tmp_path: Path) -> None:
    write(tmp_path / "a.png", *size)
    source = tmp_path / "slides.yaml"
    source.write_text("title: 题\nslides:\n- image: {path: a.png, alt: 线}", encoding="utf-8")
    deck = select(source).deck
    (tmp_path / "work").mkdir()
    pictures = DeckPictures(
        deck, PictureLook(OURS["ink"], *LANDSCAPE), Workspace(tmp_path / "work")
    )
    (png,) = pictures.draw(0, 0)
    page = Image.open(BytesIO(png)).convert("RGB")
    ground = page.getpixel((1, 1))
    colors = page.crop((0, 0, LANDSCAPE[0], 650)).getcolors(1 << 24) or ()
    shown = sum(number for number, color in colors if color in (RED, BLUE))
    assert ground not in (RED, BLUE)
    assert shown >= 9
