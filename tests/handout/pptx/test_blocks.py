"""Every block as PowerPoint's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PIL import Image as Picture
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER

from presenter.content import Node
from presenter.handout.pptx.blocks import convert
from tests.handout.jobs import GALLERY, select
from tests.handout.pptx.opened import exported, parts, shapes, slides, texts

Q = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def _only(block: str, *, title: str = "题", **chosen: Any) -> Any:
    """The one slide of a deck that shows `block`."""
    source = f"title: T\nlang: zh-Hans\nslides:\n  - title: {title}\n    {block}\n"
    (slide,) = slides(select(source, **chosen))
    return slide


def test_every_node_has_a_converter() -> None:
    ours = {each for each in Node.__subclasses__() if each.__module__ == Node.__module__}
    assert ours <= set(convert.registry)


def test_titles_are_placeholders_so_that_the_outline_has_them() -> None:
    deck = select(GALLERY).deck
    for written, slide in zip(deck.slides, slides(select(GALLERY)), strict=True):
        assert slide.shapes.title is not None
        said = slide.shapes.title.text_frame.text
        assert said == (written.title or {"谢谢": "谢谢"}.get(said, "Thank you"))


def test_bullets_are_levels_of_the_placeholder_for_content() -> None:
    slide = _only("bullets: [甲, {乙: [丙, {丁: [戊]}]}]")
    (body,) = [each for each in slide.placeholders if each.placeholder_format.idx == 1]
    assert slide.slide_layout.name == "Title and content"
    found = [(each.text, each.level) for each in body.text_frame.paragraphs]
    assert found == [("甲", 0), ("乙", 0), ("丙", 1), ("丁", 1), ("戊", 2)]
    # Markers come from the slide master, and none is typed.
    assert not body._element.findall(f".//{Q}buChar")


def test_numbers_count_by_themselves_and_lists_begin_anew() -> None:
    slide = _only("content: [{numbers: [甲, {乙: [丙]}, 丁]}, {numbers: [戊]}]")
    lists = [
        each for each in slide.shapes if "甲" in "".join(_texts(each)) or _texts(each) == ["戊"]
    ]
    assert len(lists) == 2
    numbered = lists[0]._element.findall(f".//{Q}buAutoNum")
    assert [dict(each.attrib) for each in numbered] == [{"type": "arabicPeriod"}] * 3
    assert _texts(lists[0]) == ["甲", "乙", "丙", "丁"]


def _texts(shape: Any) -> list[str]:
    if not shape.has_text_frame:
        return []
    return [paragraph.text for paragraph in shape.text_frame.paragraphs]


def test_numbers_go_on_on_a_further_slide() -> None:
    items = ", ".join(f"第{n}件" for n in range(1, 31))
    first, *_, last = slides(select(f"title: T\nslides: [{{title: 三十, numbers: [{items}]}}]"))
    assert first.shapes.title is not None
    assert last.shapes.title is not None
    assert first.shapes.title.text_frame.text.startswith("三十 (1/")
    (start,) = last.placeholders[1]._element.findall(f".//{Q}buAutoNum[@startAt]")
    assert last.placeholders[1].text_frame.paragraphs[0].text == f"第{start.get('startAt')}件"


def test_text_in_styles_is_runs() -> None:
    slide = _only('text: "甲**乙***丙*~~丁~~`戊`[己](https://example.org/?a=1&b=2)"')
    (paragraph,) = slide.placeholders[1].text_frame.paragraphs
    runs = {run.text: run for run in paragraph.runs}
    assert list(runs) == ["甲", "乙", "丙", "丁", "戊", "己"]
    assert runs["乙"].font.bold
    assert not runs["甲"].font.bold
    assert runs["丙"].font.italic
    assert runs["丁"]._r.rPr.get("strike") == "sngStrike"
    assert runs["戊"].font.name == "Consolas"
    assert runs["己"].hyperlink.address == "https://example.org/?a=1&b=2"


def test_links_lead_nowhere_but_to_the_web_and_to_mail() -> None:
    slide = _only('text: "[甲](javascript:alert(1)) [乙](file:///etc) [丙](mailto:a@b.c)"')
    (paragraph,) = slide.placeholders[1].text_frame.paragraphs
    links = {run.text.strip(): run.hyperlink.address for run in paragraph.runs}
    assert {text: link for text, link in links.items() if link} == {"丙": "mailto:a@b.c"}


def test_tables_are_tables() -> None:
    slide = _only('table: {header: [项目, 金额], rows: [[资产, "1,200 万元"], ["**餐饮**"]]}')
    (shape,) = shapes(slide, "Table")
    table = shape.table
    assert table.first_row
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["项目", "金额"], ["资产", "1,200 万元"], ["餐饮", ""]]
    assert table.cell(2, 0).text_frame.paragraphs[0].runs[0].font.bold
    aligns = [table.cell(1, column)._tc.find(f".//{Q}pPr").get("algn") for column in (0, 1)]
    assert aligns == ["l", "r"]


def test_bars_are_read_from_the_top_and_keep_their_numbers() -> None:
    slide = _only("chart: {unit: 万元, data: {物业: 1200, 餐饮: -45, 车辆: 86.5}}")
    (shape,) = shapes(slide, "Chart")
    chart = shape.chart
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(chart.plots[0].categories) == ["物业", "餐饮", "车辆"]
    assert chart.plots[0].series[0].values == (1200.0, -45.0, 86.5)
    assert chart.category_axis.reverse_order
    labels = chart.plots[0].series[0]._element.dLbls
    formats = {each.get("formatCode") for each in labels.iter("{*}numFmt")}
    assert formats == {'#,##0"万元"', '#,##0.0"万元"'}
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == (
        "物业 1,200万元; 餐饮 -45万元; 车辆 86.5万元"
    )


def test_a_label_never_becomes_a_formula_or_a_link() -> None:
    labels = ["=1+cmd|'x'!A0", "@SUM(1)", "{=1}", "https://example.org/"]
    data = dict.fromkeys(labels, 1)
    source = f"title: T\nslides: [{{chart: {{unit: '=2', data: {json.dumps(data)}}}}}]\n"
    found = parts(exported(select(source)))
    (book,) = (name for name in found if name.endswith(".xlsx"))
    assert b"<f>" not in found[f"{book}/xl/worksheets/sheet1.xml"]
    strings = ElementTree.fromstring(found[f"{book}/xl/sharedStrings.xml"])
    assert sorted(strings.itertext()) == sorted([*labels, "=2"])
    assert not [name for name in found if name.startswith(f"{book}/") and "sheet1.xml.rels" in name]


def test_each_kind_of_chart_is_powerpoints() -> None:
    kinds = {
        "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
        "line": XL_CHART_TYPE.LINE_MARKERS,
        "sparkline": XL_CHART_TYPE.LINE_MARKERS,
    }
    for kind, expected in kinds.items():
        (shape,) = shapes(_only(f"chart: {{kind: {kind}, data: {{a: 3, b: 1.0e+20}}}}"), "Chart")
        assert shape.chart.chart_type == expected
        assert shape.chart.plots[0].series[0].values == (3.0, 1e20)
        assert shape.chart.category_axis.visible == (kind != "sparkline")
        # Source: ECMA-376 part 1, 21.2.3.1 (ST_UnsignedInt).
        assert all(each.get("val").isdigit() for each in shape.chart.element.iter("{*}axId"))


def test_the_workbook_behind_a_chart_has_its_numbers() -> None:
    from io import BytesIO
    from zipfile import ZipFile

    (shape,) = shapes(_only("chart: {data: {甲: 40, 乙: 60}}"), "Chart")
    blob = shape.chart.part.chart_workbook.xlsx_part.blob
    with ZipFile(BytesIO(blob)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert "<v>40</v>" in sheet
    assert "<v>60</v>" in sheet
    assert "甲" in words
    assert "乙" in words


def test_code_is_one_box_of_monospaced_coloured_text() -> None:
    slide = _only(
        'code: {language: python, numbers: true, source: "def f():\\n\\n    return 1  # 一"}'
    )
    (shape,) = shapes(slide, "Code")
    lines = [paragraph.text for paragraph in shape.text_frame.paragraphs]
    assert lines == ["1  def f():", "2  ", "3      return 1  # 一"]
    runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
    assert {run.font.name for run in runs} == {"Consolas"}
    assert {run._r.rPr.find(f"{Q}ea").get("typeface") for run in runs} == {"Microsoft YaHei"}
    assert len({run.font.color.theme_color for run in runs if run.font.color.type}) > 1


def test_pictures_keep_their_shape_and_their_words() -> None:
    slide = slides(select(GALLERY))[26]
    (shape,) = shapes(slide, "Picture")
    assert shape._element.nvPicPr.cNvPr.get("descr") == "落日与远山，近处山色渐深"
    pixels = shape.image.size
    assert abs(shape.width / shape.height - pixels[0] / pixels[1]) < 0.01
    assert "图一　落日远山" in list(texts(slide))


def test_a_photograph_of_a_phone_that_holds_several_pictures_is_shown(tmp_path: Path) -> None:
    large, small = Picture.new("RGB", (40, 30), "red"), Picture.new("RGB", (4, 3), "blue")
    large.save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[small])
    deck = tmp_path / "slides.yaml"
    deck.write_text("title: T\nslides: [{image: {path: a.jpg, alt: 红}}]\n", "utf-8")
    (slide,) = slides(select(deck))
    (shape,) = shapes(slide, "Picture")
    assert (shape.image.ext, shape.image.size) == ("jpg", (40, 30))


def test_a_picture_that_cannot_be_had_leaves_its_words() -> None:
    slide = _only("image: {path: a.png, alt: 机构图, caption: 图一}", title="图")
    assert {"机构图", "图一"} <= set(texts(slide))
    assert not shapes(slide, "Picture")


def test_a_code_for_phones_says_its_address_in_words() -> None:
    slide = _only("qr: {text: https://example.org/talk, label: 讲稿}")
    (picture,) = shapes(slide, "QR code")
    assert picture.width == picture.height
    (words,) = shapes(slide, "Address")
    label, address = words.text_frame.paragraphs
    assert label.text == "讲稿"
    assert address.runs[0].hyperlink.address == "https://example.org/talk"


def test_figures_are_large_and_labelled() -> None:
    slide = _only('figures: [{value: "5", label: 要点}, {value: 40%, label: 时间}]')
    found = shapes(slide, "Figure")
    assert [[each.text for each in shape.text_frame.paragraphs] for shape in found] == [
        ["5", "要点"],
        ["40%", "时间"],
    ]
    value, label = found[0].text_frame.paragraphs
    assert value.runs[0].font.size > 2 * label.runs[0].font.size


def test_large_text_alone_is_the_title() -> None:
    (slide,) = slides(select("title: T\nslides: [{big: 谢谢}]"))
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == "谢谢"
    assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt > 100


def test_columns_stand_side_by_side_by_their_weights() -> None:
    slide = _only("columns: [{width: 3, text: 左}, {width: 1, text: 右}]")
    left, right = (each for each in slide.placeholders if each.placeholder_format.idx in (1, 2))
    assert (left.text_frame.text, right.text_frame.text) == ("左", "右")
    assert left.top == right.top
    assert abs(left.width / right.width - 3) < 0.01
    assert left.left + left.width < right.left


def test_quotes_and_callouts_have_their_bars_and_labels() -> None:
    slide = _only(
        "content: [{quote: {text: 知之, by: 论语}}, {callout: {kind: tip, text: 先排练}}]"
    )
    assert len(shapes(slide, "Bar")) == 2
    assert _texts(shapes(slide, "Quote")[0]) == ["知之", "—— 论语"]
    assert _texts(shapes(slide, "Callout")[0]) == ["提示", "先排练"]


def test_covers_and_sections_are_layouts() -> None:
    source = (
        "title: 后勤\nauthor: 甲\ndate: 十一月\nintroduction: {title: 后勤, subtitle: 稳}\n"
        "points: [{title: 一}]\nconclusion: {title: 完, text: 谢}"
    )
    cover, section, content = slides(select(source))
    assert [cover.slide_layout.name, section.slide_layout.name] == ["Cover", "Section"]
    kinds = [each.placeholder_format.type for each in cover.placeholders]
    assert PP_PLACEHOLDER.CENTER_TITLE in kinds
    assert PP_PLACEHOLDER.SUBTITLE in kinds
    assert "甲 · 十一月" in list(texts(cover))
    assert content.slide_layout.name == "Title and content"


def test_the_foot_has_the_part_and_the_number_as_a_field() -> None:
    source = "title: T\nlang: zh-Hans\npoints: [{title: 一, text: 甲}, {title: 二, text: 乙}]"
    _, second = slides(select(source))
    (foot,) = shapes(second, "Footer")
    assert "第二点 · 共两点" in foot.text_frame.text
    (number,) = shapes(second, "Number")
    (field,) = number._element.findall(f".//{Q}fld")
    assert field.get("type") == "slidenum"
    assert "".join(each.text for each in number._element.iter(f"{Q}t")) == "2/2"


def test_an_error_slide_says_what_is_wrong_and_where() -> None:
    job = select("title: T\nslides: [{title: 一, bulets: [甲]}]")
    (slide,) = slides(job)
    said = "\n".join(texts(slide))
    (problem,) = job.deck.slides[0].problems
    assert problem.position() in said
    assert "bulets" in said


def test_steps_are_slides_that_build_up() -> None:
    source = "title: T\nslides: [{title: 列, reveal: true, bullets: [甲, {乙: [丙]}]}]"
    found = [list(texts(slide)) for slide in slides(select(source, steps=True))]
    bodies = [[text for text in each if text in "甲乙丙"] for each in found]
    assert bodies == [[], ["甲"], ["甲", "乙", "丙"]]
    (whole,) = slides(select(source))
    assert {"甲", "乙", "丙"} <= set(texts(whole))


def test_steps_of_code_stress_other_lines() -> None:
    source = (
        'title: T\nslides:\n  - title: 码\n    code:\n      lines: 1|2\n      source: "a\\nb"\n'
    )
    bold = []
    for slide in slides(select(source, steps=True)):
        (shape,) = shapes(slide, "Code")
        bold.append([bool(each.runs[0].font.bold) for each in shape.text_frame.paragraphs])
    assert bold == [[True, False], [False, True]]


def test_steps_of_tables_and_bars_come_one_by_one() -> None:
    rows = slides(
        select("title: T\nslides: [{title: 表, reveal: true, table: [[甲], [乙]]}]", steps=True)
    )
    assert [len(shape.table.rows) for slide in rows for shape in shapes(slide, "Table")] == [1, 2]
    bars = slides(
        select(
            "title: T\nslides: [{title: 图, reveal: true, chart: {data: {a: 1, b: 2}}}]", steps=True
        )
    )
    values = [
        shape.chart.plots[0].series[0].values for slide in bars for shape in shapes(slide, "Chart")
    ]
    assert values == [(1.0, None), (1.0, 2.0)]
