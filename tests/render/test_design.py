"""What slides look like where it is easily spoilt: in narrow columns, step by step, on any page."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.slides import deck_data, slide_data
from presenter.render.stops import Pages, PictureLook
from presenter.typeset.themes import OURS
from tests.handout import poppler
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler

LANDSCAPE, PORTRAIT = (1232, 759), (1080, 1920)


def drawn(
    slide: str,
    folder: Path,
    *,
    step: int | None = None,
    page: tuple[int, int] = LANDSCAPE,
    theme: str = "ink",
    reveal: bool = False,
) -> list[Image.Image]:
    """The pages of a slide at a step, by default the last."""
    pictures = pictures_of(slide, folder, PictureLook(OURS[theme], *page, reveal or None))
    return opened(pictures.draw(0, pictures.steps(0)[-1] if step is None else step))


def pictures_of(slides: str, folder: Path, look: PictureLook) -> DeckPictures:
    deck = select(f"title: T\nlang: zh-Hans\nslides:\n- {slides}").deck
    return DeckPictures(deck, look, Workspace(folder))


def opened(pages: Pages) -> list[Image.Image]:
    return [Image.open(BytesIO(each)).convert("RGB") for each in pages]


def words_of(
    slide: str, folder: Path, page: Sequence[float] = LANDSCAPE, lang: str = "zh-Hans"
) -> list[poppler.Word]:
    """The words of a slide on a page of this size."""
    return poppler.words(pdf_of(slide, folder, page, lang))


def pdf_of(
    slide: str, folder: Path, page: Sequence[float], lang: str, serif: str = "", theme: str = "ink"
) -> bytes:
    """A slide on a page of this size; serif: what a theme that has one takes for it."""
    job, workspace = select(f"title: T\nlang: {lang}\nslides:\n- {slide}"), Workspace(folder)
    data = deck_data(job.deck, OURS[theme], (page[0], page[1]))
    data["look"]["fonts"]["serif"] = [serif] if serif else []
    data["slides"] = [
        slide_data(each, OURS[theme], workspace, steps=False) for each in job.slides()
    ]
    return workspace.pdf(data, job.deck.lang).data


def marks(image: Image.Image) -> int:
    """How many pixels of the body's room are not ground."""
    body = image.crop((0, 180, image.width, image.height - 90))
    ground = body.getpixel((1, 1))
    return sum(count for count, color in body.getcolors(1 << 24) or () if color != ground)


BLOCKS = (
    "bullets: [甲, 乙, 丙]",
    "numbers: [甲, 乙, 丙]",
    "text: 一段话",
    "table: {header: [项, 数], rows: [[甲, 1], [乙, 2]]}",
    "figures: [{value: 12, label: 个}, {value: 40, label: 份}]",
    "chart: {data: {甲: 1, 乙: 2}}",
    "chart: {kind: column, data: {甲: 1, 乙: 2}}",
    "columns: [{text: 甲}, {text: 乙}]",
    "callout: 提示",
    "quote: 知之为知之",
    "big: 谢谢",
)


@pytest.mark.parametrize("theme", OURS)
def test_nothing_that_comes_begins_as_an_empty_page(theme: str, tmp_path: Path) -> None:
    slides = "\n- ".join(f"{{title: 标题, reveal: true, {block}}}" for block in BLOCKS)
    pictures = pictures_of(slides, tmp_path, PictureLook(OURS[theme], *LANDSCAPE))
    for slide, block in enumerate(BLOCKS):
        (first,) = opened(pictures.draw(slide, 0))
        (last,) = opened(pictures.draw(slide, pictures.steps(slide)[-1]))
        assert marks(first) > 0, block
        assert first != last, block


def test_what_has_passed_is_quiet_until_all_is_said(tmp_path: Path) -> None:
    slide = "{title: 标题, reveal: true, bullets: [甲甲甲, 乙乙乙, 丙丙丙]}"
    # Pixels as bright as text, which what is quiet is not.
    shown = [
        sum(image.convert("L").histogram()[210:])
        for step in range(4)
        for image in drawn(slide, tmp_path, step=step)
    ]
    nothing, first, second, everything = shown
    assert nothing < first
    # The second item is as large as the first, which has gone quiet.
    assert second == pytest.approx(first, rel=0.5)
    assert everything > 2 * second


def test_fifteen_lines_of_code_have_one_page(tmp_path: Path) -> None:
    lines = "\\n".join(f"line_{number} = {number}" for number in range(15))
    slide = f'{{title: 代码, code: {{language: python, numbers: true, source: "{lines}"}}}}'
    for page in (LANDSCAPE, (1920, 1080), (1024, 768)):
        assert len(drawn(slide, tmp_path, page=page)) == 1


@needs_poppler
def test_a_number_in_a_narrow_table_keeps_its_unit(tmp_path: Path) -> None:
    cells = "[[资产管理, '1,200 万元'], [物业, '86.5 万元']]"
    one = f"{{table: {{header: [项目, 金额], rows: {cells}}}}}"
    found = words_of(f"{{columns: [{one}, {one}, {one}]}}", tmp_path)
    tops = {
        name: [round(word.top) for word in found if word.text.startswith(name)]
        for name in ("1,200", "万元")
    }
    assert len(tops["1,200"]) == len(tops["万元"]) / 2 == 3


@needs_poppler
def test_figures_of_any_width_stay_on_their_page(tmp_path: Path) -> None:
    values = ["12 分钟", "40%", "7", "1,234,567 元", "-3.5 °C", "2.7 ms"]
    items = ", ".join(f"{{value: '{value}', label: 说明}}" for value in values)
    found = words_of(f"{{title: 数, figures: [{items}]}}", tmp_path, PORTRAIT)
    assert max(word.right for word in found) < PORTRAIT[0] * 0.93


@needs_poppler
@pytest.mark.parametrize("kind", ["line", "column", "bar"])
def test_charts_of_turned_decks_have_their_numbers_over_their_names(
    kind: str, tmp_path: Path
) -> None:
    slide = f"{{title: x, chart: {{kind: {kind}, data: {{א: 31, ב: 52, ג: 23}}}}}}"
    found = {word.text: word for word in words_of(slide, tmp_path, lang="he")}
    for number, name in (("31", "א"), ("52", "ב"), ("23", "ג")):
        middle = [(found[each].left + found[each].right) / 2 for each in (number, name)]
        if kind == "bar":
            assert 0 < middle[0] < middle[1] < LANDSCAPE[0]
        else:
            assert middle[0] == pytest.approx(middle[1], abs=70)


@needs_poppler
@pytest.mark.parametrize("page", [LANDSCAPE, (2560, 1080), (1024, 768), (616, 759)])
@pytest.mark.parametrize(
    "data",
    [
        "{a: 240, b: 3, c: 180, d: 5, e: 165, f: 120}",
        "{a: 35, b: 20, c: 62, d: -38, e: 20, f: 24, g: 67, h: 59, i: 12, j: 44, k: 51, l: 80}",
    ],
)
def test_numbers_along_a_line_meet_nothing_that_is_read(
    data: str, page: tuple[int, int], tmp_path: Path
) -> None:
    found = words_of(f"{{title: x, chart: {{kind: line, unit: ms, data: {data}}}}}", tmp_path, page)
    assert not [(one, two) for one in found for two in found if one != two and one.covers(two)]


@needs_poppler
def test_korean_breaks_between_words(tmp_path: Path) -> None:
    title = "총무 업무의 중요성"
    found = words_of(f"{{layout: cover, title: {title}}}", tmp_path, lang="ko")
    assert [word.text for word in found if word.bottom - word.top > 60] == title.split()


@needs_poppler
def test_code_stands_under_its_heading_and_its_numbers_in_the_margin(tmp_path: Path) -> None:
    code = 'code: {numbers: true, source: "alpha\\n    beta"}'
    found = {word.text: word for word in words_of(f"{{title: Code, {code}}}", tmp_path)}
    assert found["alpha"].left == pytest.approx(found["Code"].left, abs=4)
    assert 0 < found["1"].left < found["1"].right < found["Code"].left


@needs_poppler
def test_numbers_of_code_stand_on_the_baselines_of_their_lines(tmp_path: Path) -> None:
    words = words_of('code: {numbers: true, source: "one\\n\\nthree  # 汉字"}', tmp_path)
    tops = {word.text: word.top for word in words}
    for number, text in (("1", "one"), ("3", "three")):
        assert tops[number] == pytest.approx(tops[text], abs=0.1)


@needs_poppler
def test_one_number_that_has_its_slide_for_itself_is_larger_than_several(tmp_path: Path) -> None:
    one, other = "{value: '40%', label: 甲}", "{value: '60%', label: 乙}"
    (alone, *_), (among, *_) = (
        [word for word in words_of(f"{{figures: [{items}]}}", tmp_path) if "40" in word.text]
        for items in (one, f"{one}, {other}")
    )
    assert alone.bottom - alone.top > 1.3 * (among.bottom - among.top)


@needs_poppler
@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("后勤稳，", "机关才转得顺"),
        ("Ask whoever", " runs a service how it should be built, and then do that."),
    ],
)
def test_a_sentence_that_has_its_slide_for_itself_is_larger_than_text(
    said: str, more: str, tmp_path: Path
) -> None:
    (alone, *_), (among, *_) = (
        [word for word in words_of(f'{{text: "{text}"}}', tmp_path) if word.text in said + more]
        for text in (said + more, f"{said}\\n\\n{more}")
    )
    assert alone.bottom - alone.top > 1.3 * (among.bottom - among.top)


@needs_poppler
def test_an_apostrophe_is_of_the_font_of_its_word(tmp_path: Path) -> None:
    said, serif = "{title: L’art…, text: “L’eau et l’or”}", "DejaVu Sans Mono"
    found = poppler.fonts(pdf_of(said, tmp_path, (960, 540), "fr", serif, "paper"))
    assert {row[0].partition("+")[2].partition("-")[0] for row in found} == {"DejaVuSansMono"}


@needs_poppler
def test_marks_in_a_figure_are_of_the_font_of_its_digits(tmp_path: Path) -> None:
    said = "{title: T, figures: [{value: 3’20”, label: a}]}"
    found = poppler.fonts(pdf_of(said, tmp_path, LANDSCAPE, "en"))
    assert {row[0].partition("+")[2].partition("-")[0] for row in found} == {"NotoSans"}


@needs_poppler
def test_the_sign_of_a_root_has_no_bar_over_nothing(tmp_path: Path) -> None:
    found = {word.text: word.right - word.left for word in words_of("{big: √2 22}", tmp_path)}
    assert found["√2"] < 1.2 * found["22"]


@needs_poppler
def test_numbers_of_a_line_have_air_between_them(tmp_path: Path) -> None:
    values = (
        "'9:00': 70, '9:05': 90, '9:10': 440, '9:15': 1300, '9:20': 2500, '9:25': 2700, '9:30': 880"
    )
    slide = f"{{title: t, chart: {{kind: line, unit: ms, data: {{{values}}}}}}}"
    found = words_of(slide, tmp_path, (1024, 768))
    first, second = (next(word for word in found if word.text == each) for each in ("70", "90"))
    end = next(word.right for word in found if word.text == "ms" and word.left > first.right)
    assert second.left - end > 4 or abs(second.top - first.top) > 4


@needs_poppler
@pytest.mark.parametrize("page", [(1920, 1080), (1024, 768)])
def test_a_cell_of_two_lines_has_lines_of_like_length(
    page: tuple[int, int], tmp_path: Path
) -> None:
    cells = "资产管理, 后勤中心, 以资产管理为核心，提供物质保障和技术保障, '1,200 万元'"
    found = words_of(f"{{title: 表, table: [[{cells}], [物业, 科, 保洁, 1 万元]]}}", tmp_path, page)
    lines = [word for word in found if word.text.startswith(("以", "物质", "保障", "和", "提供"))]
    widths = [word.right - word.left for word in lines]
    assert len(lines) > 1
    assert min(widths) > 0.5 * max(widths)


@needs_poppler
def test_names_and_numbers_stand_below_the_points_of_a_small_chart(tmp_path: Path) -> None:
    found = {
        word.text: word
        for word in words_of("{chart: {kind: sparkline, data: {甲: 31, 乙: 52, 丙: 23}}}", tmp_path)
    }
    for name, number in (("甲", "31"), ("乙", "52"), ("丙", "23")):
        middle = [(found[each].left + found[each].right) / 2 for each in (name, number)]
        assert middle[0] == pytest.approx(middle[1], abs=2)
        assert found[number].top > found[name].top


@needs_poppler
@pytest.mark.parametrize("page", [LANDSCAPE, (1024, 768)])
def test_four_narrow_columns_stand_in_two_rows(page: tuple[int, int], tmp_path: Path) -> None:
    columns = ", ".join(
        f"{{text: '**{name}**', bullets: [Interview users, Review every change]}}"
        for name in ("One", "Two", "Three", "Four")
    )
    found = words_of(f"{{title: t, columns: [{columns}]}}", tmp_path, page, "en")
    tops = {word.text: round(word.top) for word in found}
    assert tops["One"] == tops["Two"] < tops["Three"] == tops["Four"]
    assert tops["Review"] == tops["change"]


@needs_poppler
def test_a_mirrored_table_begins_where_its_heading_does(tmp_path: Path) -> None:
    found = words_of(
        "{title: אבג, table: {header: [דהו, זחט], rows: [[יכל, מנס]]}}", tmp_path, lang="he"
    )
    rights = [word.right for word in found if set(word.text) & {"ד", "י", "א"}]
    assert len(rights) == 3
    assert max(rights) - min(rights) < 6


@pytest.mark.parametrize("width", [200, 216])
def test_markers_and_rules_are_seen_in_little(width: int, tmp_path: Path) -> None:
    slide = "{title: t, bullets: [b, b, b, b]}"
    (image,) = drawn(slide, tmp_path, page=(width, width * 9 // 16), theme="paper")
    left = image.crop((round(width * 0.087), 0, round(width * 0.1), image.height * 7 // 8))
    ground = image.getpixel((1, 1))
    rows = [
        any(left.getpixel((x, y)) != ground for x in range(left.width)) for y in range(left.height)
    ]
    assert sum(here and not above for above, here in pairwise(rows)) >= 6
