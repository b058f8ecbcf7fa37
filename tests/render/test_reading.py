"""What is read from the back row: large enough, in a contrast of 4.5, its lines ended by sense."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from presenter.render.look import look_data
from presenter.typeset.themes import OURS, STYLES, Theme, find, names
from presenter.typeset.themes.theme import READABLE, contrast
from tests.handout import poppler
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler
from tests.render.test_design import LANDSCAPE, drawn, words_of

FOOT = 19
"""Units of the type at the foot; a page of 16:9 is 720 of them high."""


def in_every_theme() -> list[Theme]:
    """Each palette composed as the design that has fields of the accent."""
    found = [theme for name in names() if (theme := find(name))]
    night = OURS["ink"].palette | {"accent": "#f0b429"}
    pastel = OURS["paper"].palette | {"accent": "#5a6e7c"}
    own = [
        Theme(name="own", dark=dark, palette=each)
        for each, dark in ((night, True), (pastel, False))
    ]
    return [replace(theme, design="vermilion") for theme in (*found, *own)]


@pytest.mark.parametrize("theme", in_every_theme(), ids=lambda theme: theme.name)
def test_what_stands_on_a_field_or_a_ground_is_read(theme: Theme) -> None:
    colors = look_data(select("title: T\nslides: [{text: x}]").deck, theme)["colors"]
    for name in ("on-field", "quiet-on-field"):
        for field in ("accent", "field-end"):
            assert contrast(colors[name], colors[field]) >= READABLE
    for style in STYLES:
        if style.startswith(("text", "subtitle", "code.", "callout.")):
            assert contrast(colors[style], colors["soft"]) >= READABLE


def sizes(slide: str, folder: Path, page: tuple[int, int] = LANDSCAPE) -> dict[str, float]:
    """In units, how large the type of each word is, told by that of the number at the foot."""
    found = words_of(slide, folder, page)
    foot = next(word for word in reversed(found) if word.text == "1/1")
    return {each.text: FOOT * high(each) / high(foot) for each in found}


def high(word: poppler.Word) -> float:
    return word.bottom - word.top


TABLE = """{title: 一张宽表, table: {
header: [季度, 销售额, 成本, 毛利, 毛利率, 客户数, 新客户, 流失, 备注],
rows: [
[一季度, '1,204.5', '803.2', '401.3', 33.3%, 128, 24, 3, 春节淡季，靠老客户撑住],
[二季度, '1,530.0', '960.7', '569.3', 37.2%, 146, 31, 5, 新产品上市],
[三季度, '1,488.9', '1,002.4', '486.5', 32.7%, 151, 19, 11, 原料涨价，部分客户转走],
[四季度, '1,910.2', '1,120.0', '790.2', 41.4%, 170, 40, 2, 年底集中采购]]}}"""
CHART = """{title: 图, chart: {unit: 万元, data: {会务接待和办公用品集中采购支出: 238.5, 物业: 120,
车辆维修及燃油费用补贴: -86.5, 餐饮: -12}}}"""


@needs_poppler
@pytest.mark.parametrize(
    ("slide", "word", "least", "page"),
    [
        (TABLE, "1,204.5", 23.5, LANDSCAPE),
        (CHART, "238.5", 28, LANDSCAPE),
        (CHART, "238.5", 28, (616, 759)),
    ],
    ids=["table", "chart", "narrow chart"],
)
def test_what_is_wide_is_broken_rather_than_set_small(
    slide: str, word: str, least: float, page: tuple[int, int], tmp_path: Path
) -> None:
    assert sizes(slide, tmp_path, page)[word] >= least


@needs_poppler
@pytest.mark.parametrize("page", [(1024, 768), (616, 759)])
def test_no_word_of_a_table_is_torn(page: tuple[int, int], tmp_path: Path) -> None:
    rows = "[[Mercury, 0, 4223, Craters and a thin exosphere], [Mars, 2, 24.7, Olympus Mons]]"
    header = "[Planet, Moons, 'Day, hours', Known for]"
    found = words_of(f"{{table: {{header: {header}, rows: {rows}}}}}", tmp_path, page)
    assert {"Mercury", "exosphere", "Olympus", "Moons"} <= {word.text for word in found}


def test_twelve_short_rows_have_one_page(tmp_path: Path) -> None:
    rows = ", ".join(f"[{number}, 数据迁移, 张三]" for number in range(12))
    slide = f"{{title: 表, table: {{header: [号, 项, 谁], rows: [{rows}]}}}}"
    for page in (LANDSCAPE, (1920, 1080), (1024, 768)):
        assert len(drawn(slide, tmp_path, page=page)) == 1


@needs_poppler
@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("The best way to predict the future is to invent it.", ["way", "future", "it."]),
        (
            "Perfection is achieved, not when there is nothing more to add, but when there is "
            "nothing left to take away.",
            ["achieved,", "nothing", "add,", "nothing", "away."],
        ),
        ("To be, or not to be: that is the question.", ["be:", "question."]),
    ],
)
def test_lines_of_a_quote_end_where_its_sense_pauses(
    said: str, ends: list[str], tmp_path: Path
) -> None:
    found = words_of(f"{{quote: '{said}'}}", tmp_path, lang="en")
    large = [word for word in found if high(word) > 60 and word.text.isascii()]
    lines = [list(line) for _, line in groupby(large, key=lambda word: round(word.top))]
    assert [line[-1].text for line in lines] == ends


@needs_poppler
@pytest.mark.parametrize(
    "slide",
    [
        "{title: Internationalization, layout: cover}",
        "{title: Responsibilities of Internationalization, layout: section}",
        "{quote: Internationalization is hard}",
        "{title: 'Wirtschaftswissenschaftler und Internationalization heute', text: x}",
    ],
)
@pytest.mark.parametrize("page", [LANDSCAPE, (616, 759)])
def test_no_word_of_large_type_is_torn(slide: str, page: tuple[int, int], tmp_path: Path) -> None:
    found = words_of(slide, tmp_path, page, lang="en")
    assert "Internationalization" in [word.text for word in found]


@needs_poppler
def test_no_line_is_a_word_that_is_left(tmp_path: Path) -> None:
    items = "[A decision without its reasons, 'New colleagues read ten pages, and know five years']"
    for width in range(900, 1300, 40):
        slide = f"{{quote: So, bullets: {items}, callout: x}}"
        found = words_of(slide, tmp_path, (width, 759), lang="en")
        (five,), (years,) = ([w for w in found if w.text == text] for text in ("five", "years"))
        assert round(five.top) == round(years.top)


def test_grounds_beside_each_other_are_of_one_height(tmp_path: Path) -> None:
    columns = "[{bullets: [甲, 乙, 丙, 丁]}, {callout: 提示}, {code: make}]"
    (image,) = drawn(f"{{title: 三栏, columns: {columns}}}", tmp_path)
    ground = tuple(bytes.fromhex(OURS["ink"].color("surface")[1:]))
    spans = [
        [y for y in range(image.height) if image.getpixel((x, y)) == ground]
        for x in (image.width * part // 100 for part in (32, 60, 90))
    ]
    assert len({(rows[0], rows[-1]) for rows in spans}) == 1


def share(image: Image.Image, color: str) -> float:
    """How much of a picture has this colour."""
    wanted = tuple(bytes.fromhex(color[1:]))
    found = sum(count for count, each in image.getcolors(1 << 24) or () if each == wanted)
    return found / (image.width * image.height)


def test_a_section_without_a_number_is_more_than_a_strip(tmp_path: Path) -> None:
    (image,) = drawn("{title: 背景, layout: section}", tmp_path, theme="vermilion")
    assert 0.25 < share(image, OURS["vermilion"].palette["accent"]) < 0.6


def test_a_code_to_scan_has_an_edge_on_a_light_page(tmp_path: Path) -> None:
    (image,) = drawn("{title: 扫码, qr: 'https://example.org'}", tmp_path, theme="vermilion")
    left = image.crop((0, 200, 200, 600))
    assert share(left, OURS["vermilion"].palette["faint"]) > 0.003
