"""Slides as pages of a PDF, as another program reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Picture

from presenter.content.inline import plain_text, split_paragraphs
from presenter.deck.blocks import Block, Columns, Image, extract_text
from presenter.handout.export_job import ExportJob
from presenter.handout.pdf import export
from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.stops import PictureLook, stops_of
from tests.handout.jobs import BUNDLED, GALLERY, select
from tests.handout.poppler import (
    bookmarks,
    contents,
    fonts,
    headings,
    info,
    needs_poppler,
    page_image,
    squeezed,
    texts,
    words,
)

pytestmark = needs_poppler


def _pdf(job: ExportJob) -> bytes:
    (data,) = export(job)
    return data


@pytest.fixture(scope="module")
def gallery() -> bytes:
    # The one character that no packaged font has is an emoji; what machines have differs.
    return _pdf(select(GALLERY, warn=lambda key, **values: None))


@pytest.fixture(scope="module")
def bundled() -> bytes:
    return _pdf(select(BUNDLED, theme="vermilion"))


def _alts(block: Block) -> set[str]:
    if isinstance(block, Columns):
        return {alt for column in block.columns for each in column.content for alt in _alts(each)}
    return {block.alt} if isinstance(block, Image) else set()


def test_each_slide_is_a_page_that_says_all_of_it_in_order(gallery: bytes) -> None:
    deck = select(GALLERY).deck
    pages = [squeezed(page) for page in texts(gallery)]
    assert len(pages) == len(deck.slides)
    for slide, page in zip(deck.slides, pages, strict=True):
        at = 0
        for text in (slide.title, slide.subtitle):
            assert squeezed(plain_text(text)) in page
        for block in slide.content:
            ordered = block.key in ("text", "bullets", "numbers", "quote", "callout", "code")
            for part in extract_text(block):
                if part.text in _alts(block):
                    continue  # It goes with the picture, for those who cannot see it.
                # Between the lines of code their numbers stand.
                lines = split_paragraphs(part.text) if part.markdown else part.text.split("\n")
                for text in lines:
                    plain = plain_text(text) if part.markdown else text
                    wanted = squeezed(plain).replace("🍚", "")
                    found = page.find(wanted, at if ordered else 0)
                    assert found >= 0, (wanted, page)
                    at = found if ordered else at


def test_part_labels_and_numbers_stand_on_the_pages(bundled: bytes) -> None:
    pages = texts(bundled)
    assert "引言" in pages[0]
    assert "第三点" in pages[3]
    assert "4/7" in pages[3]


def test_pages_are_as_wide_as_a_projector_and_none_is_blank(gallery: bytes) -> None:
    assert info(gallery)["Page size"] == "960 x 540 pts"
    background = (0x14, 0x17, 0x1C)
    for page in range(1, int(info(gallery)["Pages"]) + 1):
        image = page_image(gallery, page, 24)
        assert image.getpixel((1, 1)) == background
        middle = image.crop((0, image.height // 8, image.width, image.height * 7 // 8))
        assert len(middle.getcolors(maxcolors=100_000) or ()) > 1, page


def test_all_fonts_are_embedded_and_text_can_be_copied(gallery: bytes, bundled: bytes) -> None:
    for data in (gallery, bundled):
        rows = fonts(data)
        assert rows
        for row in rows:
            *_, embedded, subset, unicode, _, _ = row
            assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row
    assert "NotoSans" in {row[0].partition("+")[2].partition("-")[0] for row in fonts(bundled)}


def test_title_and_author_are_told() -> None:
    data = _pdf(select("title: 后勤 **大局**\nauthor: 张三\nslides: [一]"))
    assert info(data)["Title"] == "后勤 大局"
    assert info(data)["Author"] == "张三"


def test_bookmarks_lead_to_parts_and_slides(bundled: bytes) -> None:
    marks = bookmarks(bundled)
    assert marks[:4] == [
        (1, "引言", 1),
        (2, "后勤工作的重要性", 1),
        (1, "第一点 · 共五点", 2),
        (2, "后勤是机关运转的前提和基础", 2),
    ]
    assert [level for level, _, _ in marks] == [1, 2] * 7


def test_headings_in_the_structure_begin_at_the_first_level(bundled: bytes) -> None:
    """As PDF/UA-1 (ISO 14289-1, 7.4.2) wants it."""
    assert headings(bundled) == ["H1", "H2"] * 7


def test_without_parts_slides_stand_under_their_sections() -> None:
    data = _pdf(
        select("title: T\nslides: [{text: 开头}, 第一节, {title: 甲, text: x}, {bullets: [乙乙]}]")
    )
    assert bookmarks(data) == [(1, "开头", 1), (1, "第一节", 2), (2, "甲", 3), (2, "乙乙", 4)]


def test_steps_are_pages_that_hide_what_comes_later() -> None:
    source = (
        "title: T\nlang: zh\nslides: [{title: 题, reveal: true, bullets: [甲甲, 乙乙], text: 丙丙}]"
    )
    pages = texts(_pdf(select(source, steps=True)))
    assert [[text in page for text in ("题", "甲甲", "乙乙", "丙丙")] for page in pages] == [
        [True, False, False, False],
        [True, True, False, False],
        [True, True, True, False],
        [True, True, True, True],
    ]
    assert len(texts(_pdf(select(source)))) == 1


def test_what_appears_later_leaves_its_room() -> None:
    source = "title: T\nslides: [{title: 题, reveal: true, bullets: [甲甲, 乙乙]}]"
    data = _pdf(select(source, steps=True))
    one, both = (page_image(data, page) for page in (2, 3))
    above = (0, 0, one.width, one.height // 3)
    assert one.crop(above).tobytes() == both.crop(above).tobytes()
    assert one.tobytes() != both.tobytes()


def test_stressed_lines_of_code_are_steps() -> None:
    source = "title: T\nslides: [{code: {lines: 1|2, source: 'one\n\ntwo'}}]"
    data = _pdf(select(source, steps=True))
    assert info(data)["Pages"] == "2"
    assert page_image(data, 1).tobytes() != page_image(data, 2).tobytes()


def test_much_text_is_set_smaller_and_goes_on_under_the_same_heading() -> None:
    few = [f"第{number}条" for number in range(1, 10)]
    many = [f"第{number}条" for number in range(1, 41)]
    source = "title: T\nslides:\n" + "".join(
        f"  - {{title: 条目, bullets: [{', '.join(items)}]}}\n" for items in (few, many)
    )
    data = _pdf(select(source))
    first, *rest = map(squeezed, texts(data))
    assert all(item in first for item in few)
    assert len(rest) > 1
    assert all("条目" in page for page in rest)
    assert f"(1/{len(rest)})2/2" in rest[0]
    assert f"({len(rest)}/{len(rest)})2/2" in rest[-1]
    joined = "".join(rest)
    places = [joined.index(item) for item in many]
    assert places == sorted(places)
    assert [text for _, text, _ in bookmarks(data)] == ["条目", "条目"]


def test_a_slide_that_goes_on_is_revealed_page_by_page_as_on_the_stage(tmp_path: Path) -> None:
    charts = ", ".join(
        f"{{chart: {{kind: line, data: {{第{one}幅: 1, 又: 2}}}}}}" for one in "一二三四"
    )
    job = select(
        f"title: T\nreveal: true\nslides: [{{title: 图, content: [{charts}]}}, 后]", steps=True
    )
    data = _pdf(job)
    *pages, last = map(squeezed, texts(data))
    assert "后" in last
    assert bookmarks(data) == [(1, "图", 1), (1, "后", len(pages) + 1)]
    # On a further page what comes first comes with it.
    said = [[one for one in "一二三四" if f"第{one}幅" in page] for page in pages]
    assert said == [[], ["一"], ["一", "二"], ["三"], ["三", "四"]]

    pictures = DeckPictures(job.deck, PictureLook(job.theme, 960, 540), Workspace(tmp_path))
    stops = stops_of(pictures.steps(0), lambda step: pictures.draw(0, step), 0)
    assert [stop[:2] for stop in stops] == [(0, 0), (1, 0), (2, 0), (3, 1), (4, 1)]


def test_a_slide_that_has_no_room_and_yet_one_page_keeps_its_steps() -> None:
    said = "学而时习之，不亦说乎；有朋自远方来，不亦乐乎。" * 14
    source = f"title: T\nreveal: true\nslides: [{{title: 题, quote: {{text: {said}, by: 孔子}}}}]"
    pages = texts(_pdf(select(source, steps=True)))
    assert [page.count("朋") for page in pages] == [0, 14]
    assert "(1/1)" not in squeezed("".join(pages))


LINE = "{chart: {kind: line, data: {aq: 4, bq: 6, cq: 5}}}"
COLUMN = "{chart: {kind: column, data: {aq: 4, bq: 6, cq: 5}}}"


@pytest.mark.parametrize(
    "content",
    [
        f"{LINE}, {LINE}",
        f"{LINE}, {COLUMN}",
        f"{{text: 一句话}}, {COLUMN}, {LINE}",
        f"{{columns: [{{content: [{LINE}, {COLUMN}]}}, {{bullets: [甲, 乙]}}]}}",
        f"{{qr: 'https://example.org'}}, {LINE}",
        "{chart: {kind: line, data: {aq: 0}}}, {chart: {kind: line, data: {bq: 0}}}",
    ],
)
def test_several_drawings_have_room_on_one_page(content: str) -> None:
    source = f"title: T\nlang: zh\nreveal: true\nslides: [{{title: 题, content: [{content}]}}]"
    job = select(source, steps=True)
    assert len(texts(_pdf(replace(job, steps=False)))) == 1
    (slide,) = job.slides()
    assert len(texts(_pdf(job))) == len(slide.steps) > 1


def test_a_long_table_repeats_its_header() -> None:
    rows = ", ".join(f"[行{number}, 值]" for number in range(40))
    source = f"title: T\nslides: [{{title: 表, table: {{header: [名目, 数额], rows: [{rows}]}}}}]"
    pages = texts(_pdf(select(source)))
    assert len(pages) > 1
    assert all("名目" in page for page in pages)


def test_markup_of_the_typesetter_is_text() -> None:
    said = '#set page(width: 1pt) $x$ #sys @label <x> "\\n" /* c */ // x'
    source = f"title: '{said}'\nslides: [{{text: '{said}', bullets: ['#panic()']}}]"
    (page,) = texts(_pdf(select(source)))
    assert squeezed("#set page(width: 1pt) $x$ #sys @label <x>") in squeezed(page)
    assert "#panic()" in page


def test_links_can_be_followed_and_others_cannot() -> None:
    source = """title: T
slides: [{text: "[a](https://example.org/a) [b](javascript:alert(1)) [c](file:///etc/passwd)"}]
"""
    data = contents(_pdf(select(source)))
    assert b"(https://example.org/a)" in data
    assert b"javascript" not in data
    assert b"file:" not in data


def _darkness(image: Picture.Image) -> int:
    """How much ink there is below the heading, beyond the ground."""
    body = image.convert("L").crop((0, 100, image.width, image.height * 4 // 5))
    counts = body.histogram()
    ground = max(level for level, count in enumerate(counts) if count)
    return sum(count * (ground - level) for level, count in enumerate(counts))


def test_bold_is_bolder() -> None:
    source = "title: T\nlang: zh\nslides: [{text: 后勤工作}, {text: '**后勤工作**'}]"
    data = _pdf(select(source, theme="paper"))
    plain, bold = (_darkness(page_image(data, page, 96)) for page in (1, 2))
    assert bold > 1.15 * plain


def test_a_word_wider_than_the_page_breaks() -> None:
    word = "x" * 300
    data = _pdf(select(f"title: T\nslides: [{{text: {word}}}]"))
    assert word in squeezed(texts(data)[0])
    image = page_image(data, 1)
    assert len(image.crop((image.width - 30, 60, image.width, 300)).getcolors() or ()) == 1


def test_a_code_for_phones_is_drawn_module_by_module() -> None:
    import segno

    data = _pdf(select("title: T\nslides: [{qr: https://example.org/talk}]"))
    light = page_image(data, 1, 144).convert("L").point([0] * 250 + [255] * 6)
    left, top, right, _ = light.getbbox() or (0, 0, 0, 0)
    matrix = segno.make_qr(
        "https://example.org/talk", error="l", mode="byte", encoding="utf-8"
    ).matrix
    module = (right - left) / (len(matrix) + 8)
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            x, y = left + (column + 4.5) * module, top + (row + 4.5) * module
            assert bool(light.getpixel((int(x), int(y)))) != bool(dark), (row, column)


def test_a_talk_from_the_right_begins_there() -> None:
    deck = "title: שלום\n{lang}\nslides:\n- title: כותרת\n  bullets: [אחד]\n  code: x = 1"
    found = {each.text: each for each in words(_pdf(select(deck.format(lang="lang: he"))))}
    plain = {each.text: each for each in words(_pdf(select(deck.format(lang="lang: en"))))}
    width = 960 * 0.75
    for text in ("כותרת", "אחד"):
        (word, other) = (
            next(each for name, each in some.items() if set(name) == set(text))
            for some in (found, plain)
        )
        assert word.left > width / 2 > other.right
    assert abs(found["x"].left - plain["x"].left) < 1


@needs_poppler
@pytest.mark.parametrize("block", ["text", "big", "qr", "quote"])
def test_a_run_of_brackets_is_broken_rather_than_lost(block: str) -> None:
    marks = "（" * 60 + "）" * 60
    (data,) = export(select(f"title: x\nlang: zh\nslides:\n  - {block}: {marks}\n"))
    assert squeezed("".join(texts(data))).count("）") >= 60


@needs_poppler
@pytest.mark.parametrize("layout", ["cover", "section", "center", "default"])
@pytest.mark.parametrize("more", ["", "text: 正文"])
def test_a_heading_of_many_lines_stays_on_its_page(layout: str, more: str) -> None:
    lines = "".join(f"\n      第{number}行" for number in range(12))
    slide = f"title: |{lines}\n    subtitle: 副题\n    layout: {layout}\n    {more}"
    (data,) = export(select(f"title: x\nlang: zh\nslides:\n  - {slide}\n"))
    said = squeezed("".join(texts(data)))
    assert [number for number in range(12) if f"第{number}行" not in said] == []
    assert "副题" in said


@needs_poppler
@pytest.mark.parametrize("layout", ["cover", "section", "center"])
def test_a_callout_in_the_middle_has_the_width_of_the_text(layout: str) -> None:
    text = "后勤工作的重要性在于保障，" * 12
    slide = f"title: 题\n    layout: {layout}\n    callout: {text}"
    (data,) = export(select(f"title: x\nlang: zh\nslides:\n  - {slide}\n"))
    assert text in squeezed("".join(texts(data)))


@needs_poppler
@pytest.mark.parametrize("rows", ["[]", "[[一行, 二格]]"])
def test_a_table_in_the_middle_is_as_wide_as_it_reads(rows: str) -> None:
    slide = f"title: 题\n    layout: center\n    table: {{header: [左名, 右名], rows: {rows}}}"
    (data,) = export(select(f"title: x\nlang: zh\nslides:\n  - {slide}\n"))
    (page,) = texts(data)
    assert {"左名", "右名", *(["一行", "二格"] if "一" in rows else [])} <= set(page.split())


@needs_poppler
def test_a_table_in_the_middle_is_in_the_middle() -> None:
    slide = "layout: center\n    table: {header: [左名, 右名], rows: [[一行, 12]]}"
    (data,) = export(select(f"title: x\nlang: zh\nslides:\n  - {slide}\n"))
    left, right = (word for word in words(data) if word.text in ("左名", "右名"))
    assert left.left + right.right == pytest.approx(960, abs=20)


@needs_poppler
def test_a_header_that_fills_a_page_leaves_room_for_rows() -> None:
    name = "后勤工作的重要性在于保障，" * 90
    table = f"{{header: ['{name}', '{name}'], rows: [[一行, 二格], [三行, 四格]]}}"
    (data,) = export(select(f"title: x\nlang: zh\nslides:\n  - table: {table}\n"))
    said = squeezed("".join(texts(data)))
    assert all(text in said for text in ("一行", "二格", "三行", "四格"))
