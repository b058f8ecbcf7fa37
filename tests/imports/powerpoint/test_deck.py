"""PowerPoint files: titles, bullets, tables, charts, pictures, notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from presenter.deck.blocks import Bullets, Chart, Code, Columns, Image, Item, Table, Text
from presenter.imports.powerpoint.deck import NotPowerPointError, read_powerpoint
from presenter.imports.powerpoint.pictures import Saved
from tests.imports.powerpoint.decks import BOX, only, read

HILLS = Path(__file__).parents[1] / "markdown" / "decks" / "hills.png"


def test_titles_bullets_and_notes(deck: Any, tmp_path: Path) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "第一点：*前提*"
    frame = slide.placeholders[1].text_frame
    frame.text = "政务与事务"
    for text, level in [("互相支撑", 1), ("缺一不可", 2), ("管好资产", 0)]:
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    run = frame.paragraphs[-1].add_run()
    run.text, run.font.bold = " 要紧 ", True
    slide.notes_slide.notes_text_frame.text = "各位同事：\n开始。"
    found = only(read(deck, tmp_path))
    assert found.title == r"第一点：\*前提\*"
    assert found.notes == "各位同事：\n\n开始。\n"
    nested = Item("政务与事务", (Item("互相支撑", (Item("缺一不可"),)),))
    assert found.content == (Bullets(items=(nested, Item("管好资产 **要紧**"))),)


def test_text_in_a_font_for_code_is_code(deck: Any, tmp_path: Path) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    frame = slide.shapes.add_textbox(*BOX).text_frame
    frame.text = "def 总数(n):\n    return n * 2"
    for paragraph, bold in zip(frame.paragraphs, (True, False), strict=True):
        paragraph.runs[0].font.name = "Consolas"
        paragraph.runs[0].font.bold = bold
    assert only(read(deck, tmp_path)).content == (Code(source="def 总数(n):\n    return n * 2"),)
    frame.paragraphs[0].runs[0].font.name = "Arial"
    assert isinstance(only(read(deck, tmp_path)).content[0], Text)


def test_a_header_is_bold_as_it_is(deck: Any, tmp_path: Path) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(2, 1, *BOX).table
    for row, text in enumerate(("年份", "2024")):
        run = table.cell(row, 0).text_frame.paragraphs[0].add_run()
        run.text, run.font.bold = text, True
    (found,) = only(read(deck, tmp_path)).content
    assert found == Table(header=("年份",), rows=(("**2024**",),))


def test_tables_and_charts(deck: Any, tmp_path: Path) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(2, 2, *BOX).table
    for row, texts in enumerate([["年份", "人数"], ["2024", "120"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    data = CategoryChartData()
    data.categories = ["政务", "事务"]
    data.add_series("时间", (40, 60.5))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, data)
    first, second = (each.slide for each in read(deck, tmp_path).slides)
    assert first.content == (Table(rows=(("2024", "120"),), header=("年份", "人数")),)
    (chart,) = (each for each in second.content if isinstance(each, Chart))
    assert (chart.kind, chart.data) == ("column", {"政务": 40.0, "事务": 60.5})


def test_pictures_are_saved_beside_once_and_replace_nothing(deck: Any, tmp_path: Path) -> None:
    (tmp_path / "talk-1.png").write_text("mine")
    for _ in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes.add_picture(str(HILLS), 0, 0)
    blocks = [each.slide.content[0] for each in read(deck, tmp_path).slides]
    assert [each.path for each in blocks if isinstance(each, Image)] == ["talk-2.png"] * 2
    assert (tmp_path / "talk-1.png").read_text() == "mine"
    assert (tmp_path / "talk-2.png").read_bytes() == HILLS.read_bytes()


def test_pictures_without_a_place_are_told(deck: Any, tmp_path: Path) -> None:
    deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_picture(str(HILLS), 0, 0)
    draft = read(deck, tmp_path, Saved(None))
    assert [each.code for each in draft.warnings] == ["picture-not-saved"]
    assert only(draft).content == (Text(text="hills.png"),)
    assert [each.name for each in tmp_path.iterdir()] == ["talk.pptx"]


def test_two_boxes_side_by_side_are_columns_and_hidden_slides_hidden(
    deck: Any, tmp_path: Path
) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[3])
    slide.placeholders[1].text, slide.placeholders[2].text = "从前\n少", "现在\n多"
    slide._element.set("show", "0")
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "谢谢"
    found, last = (each.slide for each in read(deck, tmp_path).slides)
    assert (found.hidden, last.hidden) == (True, False)
    (block,) = found.content
    assert isinstance(block, Columns)
    assert [each.content for each in block.columns] == [
        (Bullets(items=(Item("从前"), Item("少"))),),
        (Bullets(items=(Item("现在"), Item("多"))),),
    ]


def test_what_is_no_powerpoint_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "talk.pptx"
    path.write_text("# 甲")
    with pytest.raises(NotPowerPointError):
        read_powerpoint(path, Saved(None))
