"""Slides: what stands where, and what is told because no slide of a deck has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Emu, Inches

from presenter.deck.blocks import Columns, Table, Text
from presenter.words import Words
from tests.imports.powerpoint.decks import (
    BOX,
    RELATIONS,
    SLIDE,
    blank,
    body,
    only,
    read,
    related,
    told,
    within,
    xml,
)


def box(slide: Any, text: str, *place: float) -> Any:
    made = slide.add_textbox(*(Inches(each) for each in place or (1, 2, 4, 1)))
    made.text_frame.text = text
    return made


def texts(draft: Any) -> list[Any]:
    """The texts of the only slide, those of columns as lists."""
    found: list[Any] = []
    for block in only(draft).content:
        if isinstance(block, Columns):
            found.append(
                [
                    [each.text.strip() for each in one.content if isinstance(each, Text)]
                    for one in block.columns
                ]
            )
        elif isinstance(block, Text):
            found.append(block.text.strip())
    return found


@pytest.mark.parametrize("place", [(-5, 1, 4, 1), (1, -3, 4, 2), (10.5, 1, 2, 1), (1, 8, 2, 1)])
def test_a_box_beyond_the_edge_is_told_and_left_out(
    deck: Any, tmp_path: Path, place: tuple[float, ...]
) -> None:
    shapes = blank(deck).shapes
    box(shapes, "shown")
    box(shapes, "todo: ask Ada " * 20, *place)
    draft = read(deck, tmp_path)
    assert texts(draft) == ["shown"]
    assert told(draft) == [("off-slide", ("todo: ask Ada " * 20).strip())]
    # All of it: nothing in the outline says it otherwise.
    assert draft.yaml(Words("en")).count("todo: ask Ada") == 20


def test_a_box_over_the_edge_is_shown(deck: Any, tmp_path: Path) -> None:
    box(blank(deck).shapes, "half", -1, 1, 4, 1)
    assert texts(read(deck, tmp_path)) == ["half"]


def test_hidden_shapes_are_told(deck: Any, tmp_path: Path) -> None:
    shapes = blank(deck).shapes
    group = shapes.add_group_shape()
    box(group.shapes, "answer")
    group._element.nvGrpSpPr.cNvPr.set("hidden", "1")
    draft = read(deck, tmp_path)
    assert texts(draft) == []
    assert told(draft) == [("hidden-shape", "answer")]


def test_groups_stand_where_they_are_drawn(deck: Any, tmp_path: Path) -> None:
    shapes = blank(deck).shapes
    box(shapes, "below", 1, 5, 4, 1)
    group = shapes.add_group_shape()
    inner = group.shapes.add_group_shape()
    box(inner.shapes, "above", 1, 6, 4, 1)
    group.top, inner.top = Inches(1), Inches(6)
    assert texts(read(deck, tmp_path)) == ["above", "below"]


def test_drawings_that_say_something_are_told_once(deck: Any, tmp_path: Path) -> None:
    shapes = blank(deck).shapes
    plain = shapes.add_shape(MSO_SHAPE.RECTANGLE, *BOX)
    arrow = shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, *BOX)
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Emu(0), Emu(0), Emu(9), Emu(9))
    joined = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Emu(0), Emu(0), Emu(9), Emu(9))
    joined.begin_connect(plain, 0)
    assert line.name != joined.name
    draft = read(deck, tmp_path)
    assert told(draft) == [("drawings", f"{arrow.name}, {joined.name}")]


def test_merged_cells_are_told_and_what_they_hide(deck: Any, tmp_path: Path) -> None:
    frame = blank(deck).shapes.add_table(2, 2, *BOX)
    table = frame.table
    for row, column, text in [(0, 0, "head"), (1, 0, "a"), (1, 1, "b")]:
        table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 1).text = "behind"
    table.cell(1, 1).text = "b\nc"
    draft = read(deck, tmp_path)
    assert only(draft).content == (Table(header=("head", ""), rows=(("a", "b c"),)),)
    assert told(draft) == [
        ("hidden-words", "behind"),
        ("merged", frame.name),
        ("cell-lines", frame.name),
    ]


def test_a_table_with_rows_of_all_lengths_has_no_error(deck: Any, tmp_path: Path) -> None:
    frame = blank(deck).shapes.add_table(2, 3, *BOX)
    first = frame.table._tbl.tr_lst[0]
    first.remove(first.tc_lst[0])
    (table,) = only(read(deck, tmp_path)).content
    assert isinstance(table, Table)
    assert (len(table.header), len(table.rows[0])) == (3, 3)


def test_columns_go_on_below_each_other(deck: Any, tmp_path: Path) -> None:
    shapes = blank(deck).shapes
    box(shapes, "all", 1, 1, 8, 1)
    box(shapes, "r1", 5, 2, 3, 1)
    box(shapes, "l1", 1, 2.2, 3, 1)
    box(shapes, "l2", 1, 3.5, 3, 1)
    box(shapes, "r2", 5, 3.5, 3, 2)
    box(shapes, "end", 1, 6, 8, 1)
    assert texts(read(deck, tmp_path)) == ["all", [["l1", "l2"], ["r1", "r2"]], "end"]


def test_more_than_four_side_by_side_are_read_one_after_another(deck: Any, tmp_path: Path) -> None:
    shapes = blank(deck).shapes
    for index in (4, 1, 0, 3, 2):
        box(shapes, str(index), index * 2, 2, 1.5, 1)
    assert texts(read(deck, tmp_path)) == ["0", "1", "2", "3", "4"]


def test_words_on_the_master_are_told_once(deck: Any, tmp_path: Path) -> None:
    box(_master(deck), "Confidential")
    for _ in range(2):
        blank(deck)
    assert told(read(deck, tmp_path)) == [("on-every-slide", "Confidential")]


def _master(deck: Any) -> Any:
    """The shapes of the master, which python-pptx lets nobody add to."""
    from pptx.shapes.shapetree import SlideShapes

    return SlideShapes(deck.slide_master.shapes._spTree, deck.slide_master)


def test_the_foot_of_slides_is_told_once(deck: Any, tmp_path: Path) -> None:
    foot = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Foot"/><p:cNvSpPr/><p:nvPr><p:ph type="ftr"/>'
        "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Office</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )
    blank(deck)
    blank(deck)
    changes = {SLIDE: within(foot), SLIDE.replace("1.xml", "2.xml"): within(foot)}
    assert told(read(deck, tmp_path, changes=changes)) == [("not-carried", "Office")]


COMMENTS = (
    b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm><p:text>Shorter?'
    b"</p:text></p:cm></p:cmLst>"
)
NEW_COMMENTS = (
    b'<x:cmLst xmlns:x="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
    b' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><x:cm><x:txBody><a:p><a:r><a:t>Shorter?'
    b"</a:t></a:r></a:p></x:txBody></x:cm></x:cmLst>"
)


@pytest.mark.parametrize("data", [COMMENTS, NEW_COMMENTS])
def test_comments_are_told(deck: Any, tmp_path: Path, data: bytes) -> None:
    blank(deck)
    changes = {
        RELATIONS: related("../comments/c.xml", "comments"),
        "ppt/comments/c.xml": lambda _: data,
    }
    assert told(read(deck, tmp_path, changes=changes)) == [("comment", "Shorter?")]


def test_sections_are_told_at_their_first_slide(deck: Any, tmp_path: Path) -> None:
    for _ in range(2):
        blank(deck)
    ids = [each.get("id") for each in deck.slides._sldIdLst]
    section = (
        '<p:extLst><p:ext uri="{x}"><p14:sectionLst'
        ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f'<p14:section name="Why"><p14:sldIdLst><p14:sldId id="{ids[1]}"/></p14:sldIdLst>'
        "</p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>"
    )
    changes = {
        "ppt/presentation.xml": lambda data: data.replace(b"</p:presentation>", section.encode())
    }
    draft = read(deck, tmp_path, changes=changes)
    assert [(each.line, each.code, each.what) for each in draft.warnings] == [(2, "section", "Why")]
    assert "# slide 2: a section begins here: Why\n  - " in draft.yaml(Words("en"))


def animated(preset: str, build: str) -> Any:
    return xml(
        '<p:timing><p:tnLst><p:par><p:cTn><p:childTnLst><p:par><p:cTn presetClass="'
        + preset
        + '"><p:childTnLst><p:set><p:cBhvr><p:tgtEl><p:spTgt spid="3"/></p:tgtEl></p:cBhvr></p:set>'
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst>"
        f'<p:bldP spid="3" grpId="0" {build}/></p:bldLst></p:timing>'
    )


@pytest.mark.parametrize(
    ("preset", "build", "reveal", "codes"),
    [
        ("entr", 'build="p"', True, []),
        ("exit", 'build="p"', True, ["animation"]),
        ("entr", "", None, ["animation"]),
    ],
)
def test_a_text_that_appears_line_by_line_is_revealed(
    deck: Any, tmp_path: Path, preset: str, build: str, reveal: bool | None, codes: list[str]
) -> None:
    body(deck).text = "a\nb"
    deck.slides[0]._element.append(animated(preset, build))
    draft = read(deck, tmp_path)
    assert only(draft).reveal is reveal
    assert [code for code, _ in told(draft)] == codes


def test_a_slide_that_goes_on_by_itself_is_told(deck: Any, tmp_path: Path) -> None:
    blank(deck)
    changes = {
        SLIDE: lambda data: data.replace(b"</p:sld>", b'<p:transition advTm="5000"/></p:sld>')
    }
    assert told(read(deck, tmp_path, changes=changes)) == [("advance", "5 s")]


def test_a_picture_behind_the_slide_is_told(deck: Any, tmp_path: Path) -> None:
    blank(deck)
    behind = b'<p:cSld><p:bg><p:bgPr><a:blipFill><a:blip r:embed="x"/></a:blipFill></p:bgPr></p:bg>'
    changes = {SLIDE: lambda data: data.replace(b"<p:cSld>", behind)}
    assert told(read(deck, tmp_path, changes=changes)) == [("background", "")]


def test_an_object_of_another_program_is_told(deck: Any, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(b"PK")
    shape = blank(deck).shapes.add_ole_object(str(book), "Excel.Sheet.12", *BOX[:2])
    draft = read(deck, tmp_path)
    assert told(draft)[0] == ("object", f"{shape.name} Excel.Sheet.12")


@pytest.mark.parametrize("damage", [b"", b"<p:sld", None])
def test_a_broken_slide_is_told_and_the_others_read(
    deck: Any, tmp_path: Path, damage: bytes | None
) -> None:
    box(blank(deck).shapes, "lost")
    box(blank(deck).shapes, "kept")
    changes = {SLIDE: lambda data: data.split(b"</p:spTree>")[0] if damage is None else damage}
    draft = read(deck, tmp_path, changes=changes)
    first, second = (each.slide.content for each in draft.slides)
    assert first == (() if damage is not None else (Text(text="lost"),))
    assert second == (Text(text="kept"),)
    assert [code for code, _ in told(draft)] == ["slide-unreadable"]


@pytest.mark.parametrize(
    "part",
    [
        "ppt/slideLayouts/slideLayout7.xml",
        "ppt/slideMasters/slideMaster1.xml",
        RELATIONS,
        "docProps/core.xml",
    ],
)
def test_what_belongs_to_a_slide_may_be_broken(deck: Any, tmp_path: Path, part: str) -> None:
    box(blank(deck).shapes, "kept")
    draft = read(deck, tmp_path, changes={part: lambda _: b"<"})
    assert texts(draft) == ["kept"]


def test_strict_files_are_read_too(deck: Any, tmp_path: Path) -> None:
    box(blank(deck).shapes, "kept")
    spaces = {
        b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/presentationml/2006/main": b"http://purl.oclc.org/ooxml/presentationml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }

    def strict(data: bytes) -> bytes:
        for old, new in spaces.items():
            data = data.replace(old, new)
        return data

    parts = [
        SLIDE,
        RELATIONS,
        "ppt/presentation.xml",
        "ppt/_rels/presentation.xml.rels",
        "_rels/.rels",
    ]
    assert texts(read(deck, tmp_path, changes=dict.fromkeys(parts, strict))) == ["kept"]


def test_macros_are_told_of_the_whole_deck(deck: Any, tmp_path: Path) -> None:
    box(blank(deck).shapes, "kept")
    draft = read(
        deck,
        tmp_path,
        changes={"ppt/_rels/presentation.xml.rels": related("vbaProject.bin", "vbaProject")},
    )
    assert told(draft) == [("macros", "")]
    assert draft.yaml(Words("en")).startswith("# macros left out\n")


def test_paragraphs_of_a_subtitle_are_lines_of_their_own(deck: Any, tmp_path: Path) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Stock-taking"
    slide.placeholders[1].text = "Warehouse team\nSpring, for the *third* time"
    made = only(read(deck, tmp_path))
    assert (made.title, made.subtitle) == (
        "Stock-taking",
        "Warehouse team\nSpring, for the \\*third\\* time",
    )
