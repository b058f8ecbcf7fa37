"""Nothing prints over anything else, and nothing leaves its page or column."""

from __future__ import annotations

from itertools import combinations

import pytest

from presenter.handout.pdf import export
from presenter.render.spans import words as whole_words
from presenter.typeset.opportunities import opportunities
from tests.handout import poppler
from tests.handout.jobs import select
from tests.handout.poppler import needs_poppler, page_image, squeezed, texts

pytestmark = needs_poppler

EDGE = 960 - 96
"""Where the text ends at the right, in points."""

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
ADDRESS = f"https://example.org/{'path/' * 6}{'x' * 60}?{'a=b&' * 8}end"


def pdf(slides: str, lang: str = "zh-Hans") -> bytes:
    (data,) = export(select(f"title: T\nlang: {lang}\nslides:\n{slides}", theme="paper"))
    return data


def table(columns: int, cell: str, name: str = "栏目", rows: int = 2) -> str:
    header = ", ".join(f"{name}{number}" for number in range(columns))
    row = ", ".join(f"'{cell}{number}'" for number in range(columns))
    return (
        f"- {{title: 表, table: {{header: [{header}], rows: [{', '.join([f'[{row}]'] * rows)}]}}}}"
    )


@pytest.mark.parametrize(
    "slide",
    [
        table(10, "1234567"),
        table(14, "12345"),
        table(16, "123456789", "第几季度的情况"),
        table(3, WORD),
        table(2, ADDRESS),
        f"- columns: [{table(3, '1234567')[2:].replace('title: 表,', '')}, "
        f"{{text: {WORD}}}, {{bullets: ['{ADDRESS}']}}]",
        "- columns: [{code: 'name(of_some_parameters, argument_number_two)'}, "
        f"{{text: {'右边的字' * 9}}}, {{quote: {WORD}}}, {{text: 丁}}]",
        "- columns: [{code: 'run --option-with-a-very-long-name=value-that-goes-on'}, {text: 甲}, "
        f"{{callout: {WORD}}}, {{text: 乙}}]",
        "- figures: [{value: '1,234,567,890,123,456', label: 元}, {value: '2'}, {value: '3'}]",
        f"- columns: [{{figures: [{{value: '123', label: {WORD}}}, {{value: '4'}}]}}, "
        "{text: 甲}]",
        f"- columns: [{{chart: {{data: {{甲: 1234567890, {WORD}: 5}}, unit: 万元}}}}, "
        "{text: 甲}, {text: 乙}, {text: 丙}]",
        "- chart: {data: {甲: -1234567.5, 乙: 0}, unit: 一个很长的单位}",
        f"- {{title: {WORD}{WORD}, subtitle: '{ADDRESS}', text: '{ADDRESS}'}}",
        f"- {{layout: cover, title: '{WORD} {WORD}', text: {WORD}{WORD}}}",
        f"- quote: {{text: 甲, by: '{ADDRESS}'}}\n  callout: 乙 {ADDRESS}",
    ],
)
def test_nothing_prints_over_anything(slide: str) -> None:
    found = poppler.words(pdf(slide))
    body = [word for word in found if 60 < word.top < 490]
    assert body
    assert [pair for pair in combinations(body, 2) if pair[0].covers(pair[1])] == []
    assert [word for word in body if word.right > EDGE + 40 or word.left < 60] == []


def test_a_wide_table_is_set_smaller_and_a_wider_one_as_lists() -> None:
    smaller, lists = (poppler.words(pdf(table(count, "1234567"))) for count in (9, 30))
    height = {word.bottom - word.top for word in smaller if word.text.startswith("1234567")}
    assert len({round(word.top) for word in smaller if word.text.startswith("1234567")}) == 2
    assert max(height) < 30
    rows = {round(word.top) for word in lists if word.page == 1 and word.text.startswith("1234567")}
    assert len(rows) > 5
    names = [word.text for word in lists if word.text.startswith("栏目")]
    assert len(names) == 60


TITLES = [
    "我的父亲是一个普通的工人他一辈子没有离开过那座小城",
    "机关后勤工作的质量直接关系到中心工作能不能顺利开展下去",
    "政务与事务并重才是现代后勤管理的基本前提和出发点",
]


@pytest.mark.parametrize("layout", ["cover", "section", "center", "default"])
def test_titles_break_between_words(layout: str) -> None:
    slides = "\n".join(f"- {{layout: {layout}, title: {title}}}" for title in TITLES)
    pages = texts(pdf(slides))
    for title, page in zip(TITLES, pages, strict=True):
        lines = [
            line.strip() for line in page.split("\n") if line.strip() and line.strip() in title
        ]
        assert "".join(lines) == title
        graded = {at for at, _ in opportunities(title, "zh", words=True)}
        at = 0
        for line in lines[:-1]:
            at += len(line)
            assert at in graded, lines


def test_words_are_what_the_stage_takes_for_words() -> None:
    text = "我的父亲，在K8s上部署了3个节点。"
    found = [text[start:end] for start, end in whole_words(text)]
    assert "父亲" in found
    assert "部署了" in found
    assert not any(mark in word for word in found for mark in "，。")


def test_words_that_are_kept_whole_leave_no_mark_in_the_text() -> None:
    data = pdf("- {title: 后勤工作, text: 用K8s部署GPU卡，第3点。}")
    (page,) = texts(data)
    assert "\u2060" not in page
    assert "用K8s部署GPU卡，第3点。" in squeezed(page)


def test_a_title_of_two_lines_is_one_line_elsewhere() -> None:
    data = pdf('- {title: "第一行\\n第二行", text: 正文}\n- {title: "One\\nTwo"}', "zh-Hans")
    first, second = texts(data)
    assert "第一行\n第二行" in first
    assert "One\nTwo" in second
    assert [text for _, text, _ in poppler.bookmarks(data)] == ["第一行第二行", "One Two"]


def test_a_slide_that_says_nothing_is_an_empty_page() -> None:
    data = pdf("- {bullets: []}\n- {columns: [{text: ' '}]}\n- {table: {rows: []}}")
    assert poppler.info(data)["Pages"] == "3"


@pytest.mark.parametrize("values", [(-5, -0.5, -4, 0), (5, 0.4, 4, 0.2), (0, 3, 0, -3)])
def test_no_number_of_a_line_chart_stands_on_the_axis(values: tuple[float, ...]) -> None:
    labels = "甲乙丙丁"
    data = ", ".join(f"{name}: {value}" for name, value in zip(labels, values, strict=True))
    made = pdf(f"- {{title: 图, chart: {{kind: line, data: {{{data}}}, unit: ms}}}}")
    image = page_image(made, 1, 72)
    ground = image.getpixel((2, 2))
    drawn = [
        row
        for row in range(120, 470)
        if all(image.getpixel((x, row)) != ground for x in (97, 98, 861, 862))
    ]
    assert drawn
    for word in poppler.words(made):
        if word.text[-1].isdigit() and 110 < word.top < 490:
            assert not any(word.top + 4 < row < word.bottom - 4 for row in drawn), word


@pytest.mark.parametrize(
    "block",
    [
        "callout: {kind: tip, text: ENDS}",
        "qr: {text: 'https://example.org/', label: ENDS}",
        "figures: [{value: 5, label: ENDS}]",
    ],
)
def test_what_cannot_be_cut_goes_whole_to_the_next_page(block: str) -> None:
    slides = ""
    for lines in range(10, 22):
        above = f"    - {'一句话。' * 9}\n" * lines
        whole = block.replace("ENDS", f"BEGINS{lines} " + "很长的说明，" * 12 + f" ENDS{lines}")
        slides += f"- title: a\n  bullets:\n{above}  {whole}\n"
    pages = texts(pdf(slides))

    def found(text: str) -> list[int]:
        return [index for index, page in enumerate(pages) if text in page]

    for lines in range(10, 22):
        assert found(f"BEGINS{lines}") == found(f"ENDS{lines}"), lines
    assert found("提示") == (found("BEGINS") if "callout" in block else [])


@pytest.mark.parametrize("width", range(1, 12))
def test_no_line_begins_with_a_mark_that_ends_a_clause(width: int) -> None:
    """A line may break before these after a box, as a word that is kept whole is one."""
    said = "一" * width + "同比下降了三个百分点；部门采购：设备" * 6
    found = poppler.words(pdf(f"- {{title: 甲, text: {said}}}"))
    lines: dict[int, list[poppler.Word]] = {}
    for word in found:
        lines.setdefault(round(word.top), []).append(word)
    firsts = [min(line, key=lambda word: word.left).text for line in lines.values()]
    assert len(firsts) > 4
    assert [text for text in firsts if text[0] in "；："] == []
