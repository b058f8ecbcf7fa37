"""The file as a whole: what is in it, and what never is."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import normpath
from zipfile import ZipFile

import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree
from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn

from presenter.deck import Deck
from presenter.deck.blocks import extract_text
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx.geometry import HEIGHT, WIDTH
from presenter.typeset import PageOptions
from presenter.typeset.themes import OURS
from tests.handout.jobs import BUNDLED, GALLERY, select
from tests.handout.pptx.opened import exported, parts, shapes, slides, texts
from tests.typeset.decks import decks, letters

HOSTILE = """
title: 'A & <b>"怪"</b>'
author: '<&>'
slides:
  - title: '<a:t>&amp;</a:t>'
    bullets: ['a < b & c > d', '"x" ''y''']
    notes: '<p:notes> & "n"'
  - title: 表
    table: {header: ['<th>'], rows: [['&nbsp;']]}
  - title: 图
    chart: {unit: '"&<', data: {'<&"': 1}}
  - title: 码
    qr: {text: 'https://example.org/?<>&"', label: '<&>'}
"""

EITHER_WAY = """
title: שלום
{lang}
slides:
- title: כותרת
  bullets: [אחד, שתיים]
  table: {{header: [א, ב], rows: [[ג, ד]]}}
- quote: מילים
  code: {{language: python, source: "x = 1"}}
"""
RIGHT_TO_LEFT, LEFT_TO_RIGHT = (EITHER_WAY.format(lang=f"lang: {each}") for each in ("he", "en"))


@pytest.mark.parametrize("deck", [BUNDLED, GALLERY])
def test_no_byte_of_any_note_is_in_a_file_without_notes(deck: Path) -> None:
    for steps in (False, True):
        data = parts(exported(select(deck, steps=steps)))
        assert not [name for name in data if "notes" in name.lower()]
        whole = b"\n".join(data.values())
        for slide in select(deck).deck.slides:
            for line in filter(None, slide.notes.split("\n")):
                assert line.encode() not in whole


def test_notes_are_in_the_notes_panes() -> None:
    source = (
        "title: T\nslides:\n  - title: 一\n    notes: |\n"
        "      各位**同事**：\n\n      - 甲\n      - 乙\n"
        "  - title: 二\n"
    )
    first, second = slides(select(source, notes=True))
    frame = first.notes_slide.notes_text_frame
    assert frame is not None
    assert [each.text for each in frame.paragraphs] == ["各位同事：", "甲", "乙"]
    assert frame.paragraphs[0].runs[1].font.bold
    assert [each.level for each in frame.paragraphs] == [0, 0, 0]
    assert not second.has_notes_slide


def test_each_step_has_its_own_notes() -> None:
    source = (
        "title: T\nslides:\n  - title: 一\n    reveal: true\n    bullets: [甲]\n"
        "    notes: |\n      先说\n\n      ---\n\n      再说\n"
    )
    frames = [
        each.notes_slide.notes_text_frame for each in slides(select(source, notes=True, steps=True))
    ]
    assert [frame.text for frame in frames if frame] == ["先说", "再说"]


def test_the_same_deck_gives_the_same_bytes() -> None:
    data = exported(select(GALLERY, notes=True))
    assert data == exported(select(GALLERY, notes=True))
    for name, part in parts(data).items():
        if name.endswith("core.xml"):
            assert b"dcterms:created" not in part
    with ZipFile(BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_it_is_and_who_made_it() -> None:
    source = "title: 后勤**工作**\nauthor: 甲\nsubtitle: 五点\nlang: zh-Hans\nslides: [{title: 一}]"
    opened = Presentation(BytesIO(exported(select(source))))
    about = opened.core_properties
    assert (about.title, about.author, about.subject) == ("后勤工作", "甲", "五点")
    assert about.language == "zh-Hans"
    assert opened.slide_width
    assert opened.slide_height
    assert opened.slide_width * 9 == opened.slide_height * 16


def test_nothing_of_the_blank_files_maker_is_left() -> None:
    whole = b"\n".join(parts(exported(select(BUNDLED))).values())
    for trace in (b"Steve Canny", b"Macintosh", b"printerSettings", b"python-pptx"):
        assert trace not in whole


@pytest.mark.parametrize(
    ("lang", "font", "language"),
    [
        ("zh-Hans", "Microsoft YaHei", "zh-CN"),
        ("zh-Hant-TW", "Microsoft JhengHei", "zh-TW"),
        ("yue", "Microsoft JhengHei", "zh-TW"),
        ("zh-Hans-HK", "Microsoft YaHei", "zh-CN"),
        ("ja", "Yu Gothic", "ja-JP"),
        ("en", "Microsoft YaHei", "zh-CN"),
    ],
)
def test_chinese_has_a_font_and_every_run_its_language(lang: str, font: str, language: str) -> None:
    source = f"title: T\nlang: {lang}\nslides: [{{title: 后勤, bullets: [甲乙, plain]}}]"
    data = parts(exported(select(source, notes=True)))
    themes = [part.decode() for name, part in data.items() if "/theme/theme" in name]
    assert themes
    assert all(theme.count(f'<a:ea typeface="{font}"/>') == 2 for theme in themes)
    slide = data["ppt/slides/slide1.xml"].decode()
    assert f'lang="{language}" altLang="en-US"' in slide
    assert f'lang="en-US" altLang="{language}"' in slide
    # Text takes the theme's fonts, so that one change there changes all of it.
    assert b'<a:ea typeface="+mn-ea"/>' in data["ppt/slideMasters/slideMaster1.xml"]


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_themes_colours_are_the_files_own(name: str) -> None:
    theme = OURS[name]
    data = parts(exported(select(GALLERY, theme=name)))
    scheme = data["ppt/theme/theme1.xml"].decode()
    for color in ("background", "text", "accent", "quiet", "surface"):
        assert theme.color(color).removeprefix("#").upper() in scheme
    back = "dk1" if theme.dark else "lt1"
    assert f'bg1="{back}"' in data["ppt/slideMasters/slideMaster1.xml"].decode()
    # Slides name the scheme's colours; literal ones are only those that have no place in it.
    literal = {
        element.get("val")
        for part, xml in data.items()
        if part.startswith("ppt/slides/slide")
        for element in etree.fromstring(xml).iter("{*}srgbClr")
    }
    assert literal <= {theme.color(each)[1:].upper() for each in ("faint", "error")}


@pytest.mark.parametrize("source", [GALLERY, BUNDLED, HOSTILE])
def test_every_part_can_be_read_and_every_relationship_leads_somewhere(source: str | Path) -> None:
    data = parts(exported(select(source, notes=True, steps=True)))
    for name, part in data.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(part)
            ids = [each.get("id") for each in root.iter("{*}cNvPr")]
            assert len(ids) == len(set(ids)), name
        if not name.endswith(".rels") or ".xlsx/" in name:
            continue
        path = PurePosixPath(name)
        base = path.parent.parent
        own = data.get(str(base / path.stem), b"")
        for each in etree.fromstring(part):
            if each.get("TargetMode") != "External":
                target = each.get("Target", "")
                found = target.lstrip("/") if target.startswith("/") else str(base / target)
                assert normpath(found) in data, (name, target)
            if own and path.parent.parent.name == "slides":
                used = f'"{each.get("Id")}"'.encode() in own
                assert used or "Layout" in each.get("Type", "") or "notes" in each.get("Type", "")


@pytest.mark.parametrize("source", [GALLERY, RIGHT_TO_LEFT])
def test_what_a_paragraph_looks_like_is_said_before_what_it_says(source: str | Path) -> None:
    # In another order, PowerPoint offers to repair the file.
    for name, part in parts(exported(select(source))).items():
        if name.startswith("ppt/slide") and name.endswith(".xml"):
            for paragraph in etree.fromstring(part).iter(qn("a:p")):
                found = [index for index, each in enumerate(paragraph) if each.tag == qn("a:pPr")]
                assert found in ([], [0]), name


def test_markup_in_a_deck_is_text() -> None:
    job = select(HOSTILE, notes=True)
    opened = slides(job)
    assert opened[0].shapes.title is not None
    assert opened[0].shapes.title.text_frame.text == "<a:t>&</a:t>"
    assert {"a < b & c > d", "\"x\" 'y'"} <= set(texts(opened[0]))
    assert {"<th>"} <= set(texts(opened[1]))
    assert {'<&"'} <= set(texts(opened[2]))


def test_what_no_xml_can_hold_is_replaced() -> None:
    deck = select("title: T\nslides: [{title: 一}]").deck
    slide = msgspec.structs.replace(deck.slides[0], title="a\x00b\x1b\ud800\uffffc")
    odd = msgspec.structs.replace(deck, title="\x07", slides=(slide,))
    job = ExportJob(odd, (0,), PageOptions(80, 24), OURS["ink"])
    (opened,) = slides(job)
    assert opened.shapes.title is not None
    assert opened.shapes.title.text_frame.text == "a\ufffdb\ufffd\ufffd\ufffdc"


@settings(max_examples=20, deadline=None)
@given(decks)
def test_nothing_is_lost_and_nothing_leaves_the_slide(deck: Deck) -> None:
    indexes = tuple(range(len(deck.slides)))
    job = ExportJob(deck, indexes, PageOptions(80, 24, deck.lang), OURS["paper"], True)
    opened = slides(job)
    for slide in opened:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= WIDTH * 12700
            assert shape.top + shape.height <= HEIGHT * 12700
    said = Counter(letters("".join("".join(texts(slide)) for slide in opened)))
    written: Counter[str] = Counter()
    for each in deck.slides:
        for text in (each.title, *(part.text for b in each.content for part in extract_text(b))):
            written += Counter(letters(text))
    assert not written - said


def test_paragraphs_and_tables_begin_at_the_right() -> None:
    first, second = slides(select(RIGHT_TO_LEFT))
    assert first.shapes.title is not None
    for paragraph in first.shapes.title.text_frame.paragraphs:
        assert paragraph._p.pPr.get("rtl") == "1"
    (table,) = shapes(first, "Table")
    assert table.table._tbl.tblPr.get("rtl") == "1"
    assert table.table.cell(1, 0).text_frame.paragraphs[0].alignment == PP_ALIGN.RIGHT
    layout = first.slide_layout.slide_master.element
    body = layout.find(f".//{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}")
    assert (body.get("algn"), body.get("rtl")) == ("r", "1")
    (quote,) = shapes(second, "Quote")
    assert quote.text_frame.paragraphs[0].alignment == PP_ALIGN.RIGHT


def test_notes_begin_at_the_side_of_their_letters() -> None:
    said = "הערה (1)", "- פריט", "English."
    notes = "\n\n    ".join(said)
    source = f"title: T\nlang: he\nslides:\n- title: A\n  notes: |\n    {notes}\n"
    frame = slides(select(source, notes=True))[0].notes_slide.notes_text_frame
    assert frame is not None
    sides = [(each.alignment, each._p.get_or_add_pPr().get("rtl")) for each in frame.paragraphs]
    assert sides == [(PP_ALIGN.RIGHT, "1"), (PP_ALIGN.RIGHT, "1"), (None, None)]


@pytest.mark.parametrize("source", [BUNDLED, LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_each_foot_says_at_which_side_it_stands(source: str | Path) -> None:
    # LibreOffice takes one that says nothing of itself for its own, in the middle and with serifs.
    for slide in slides(select(source)):
        for foot in shapes(slide, "Footer"):
            side = PP_ALIGN.RIGHT if source is RIGHT_TO_LEFT else PP_ALIGN.LEFT
            assert [each.alignment for each in foot.text_frame.paragraphs] == [side]


def test_code_runs_from_the_left() -> None:
    (code,) = shapes(slides(select(RIGHT_TO_LEFT))[1], "Code")
    paragraph = code.text_frame.paragraphs[0]
    assert (paragraph.alignment, paragraph._p.pPr.get("rtl")) == (PP_ALIGN.LEFT, "0")


def test_what_stood_at_the_left_stands_at_the_right() -> None:
    for turned, plain in zip(
        slides(select(RIGHT_TO_LEFT)), slides(select(LEFT_TO_RIGHT)), strict=True
    ):
        width = turned.part.package.presentation_part.presentation.slide_width
        for mine, theirs in zip(turned.shapes, plain.shapes, strict=True):
            assert abs(mine.left + theirs.left + mine.width - width) <= 1


def test_any_other_talk_says_nothing_of_it() -> None:
    (first, _) = slides(select(LEFT_TO_RIGHT))
    assert b"rtl" not in first.part.blob.replace(b'rtlCol="0"', b"")


@pytest.mark.parametrize("lang", ["he", "en"])
def test_charts_begin_where_texts_do(lang: str) -> None:
    charts = "".join(f"- chart: {{kind: {kind}, data: {{a: 1}}}}\n" for kind in ("bar", "line"))
    opened = slides(select(f"title: T\nlang: {lang}\nslides:\n{charts}"))
    bars, line = (shapes(slide, "Chart")[0].chart for slide in opened)
    assert bars.value_axis.reverse_order == line.category_axis.reverse_order == (lang == "he")


def test_the_room_beside_a_bar_is_at_its_side() -> None:
    (quote,) = shapes(slides(select(RIGHT_TO_LEFT))[1], "Quote")
    frame = quote.text_frame
    assert frame.margin_right > frame.margin_left
