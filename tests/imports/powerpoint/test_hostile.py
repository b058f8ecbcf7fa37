"""Files made to take memory or time without end."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presenter.deck.blocks import Bullets, Table, Text
from presenter.deck.outline import MOST_TEXTS
from presenter.imports.powerpoint import package, xml
from presenter.imports.powerpoint.deck import NotPowerPointError, read_powerpoint
from presenter.imports.powerpoint.pictures import Saved
from tests.imports.powerpoint.decks import (
    BOX,
    RELATIONS,
    SLIDE,
    blank,
    change,
    only,
    read,
    related,
    told,
    within,
)

LAUGHS = b"".join(
    [
        b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "ha">',
        *(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)),
        b"]>",
    ]
)


def laughing(data: bytes) -> bytes:
    return LAUGHS + data.partition(b"?>")[2].replace(b"</p:cSld>", b"</p:cSld><p:x>&m;</p:x>")


def text_box(text: str, place: int = 0) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="7" name="T"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="9" y="{place}"/><a:ext cx="99" cy="9"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>'
        f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def in_groups(depth: int) -> str:
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        "<p:grpSpPr/>"
    )
    return group * depth + text_box("within") + "</p:grpSp>" * depth


def in_choices(depth: int) -> str:
    start = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="a14">'
    )
    return start * depth + text_box("within") + "</mc:Choice></mc:AlternateContent>" * depth


@pytest.mark.parametrize("nested", [in_groups, in_choices])
def test_what_lies_deep_is_reached(deck: Any, tmp_path: Path, nested: Callable[[int], str]) -> None:
    blank(deck)
    draft = read(deck, tmp_path, changes={SLIDE: within(nested(5000))})
    assert only(draft).content == (Text(text="within"),)


def test_entities_are_refused(deck: Any, tmp_path: Path) -> None:
    blank(deck).shapes.add_textbox(*BOX).text_frame.text = "first"
    blank(deck).shapes.add_textbox(*BOX).text_frame.text = "kept"
    draft = read(deck, tmp_path, changes={SLIDE: laughing})
    assert [code for code, _ in told(draft)] == ["slide-unreadable"]
    assert draft.slides[1].slide.content == (Text(text="kept"),)
    with pytest.raises(NotPowerPointError):
        read(deck, tmp_path, changes={"ppt/presentation.xml": laughing})


@pytest.mark.parametrize("name", [SLIDE, "ppt/media/p.png"])
def test_parts_that_unpack_to_too_much_are_not_unpacked(
    deck: Any, tmp_path: Path, name: str
) -> None:
    blank(deck)
    path = tmp_path / "talk.pptx"
    deck.save(str(path))
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="7" name="P"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rId99"/></p:blipFill><p:spPr/></p:pic>'
    )
    change(path, {SLIDE: within(picture), RELATIONS: related("../media/p.png")})
    change(path, {name: lambda data: data + b" " * (100 * 1024 * 1024)})
    tracemalloc.start()
    draft = read_powerpoint(path, Saved(tmp_path, "talk"))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 90 * 1024 * 1024
    assert told(draft)[0][0] in ("slide-unreadable", "picture")


def test_a_slide_of_too_many_elements_gives_its_words(
    deck: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml, "MOST_ELEMENTS", 3000)
    blank(deck)
    shapes = "".join(text_box(f"word{index}", index) for index in range(400))
    draft = read(deck, tmp_path, changes={SLIDE: within(shapes)})
    (block,) = only(draft).content
    assert isinstance(block, Text)
    assert block.text.split() == [f"word{index}" for index in range(400)]


def test_all_parts_together_have_a_limit(
    deck: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(9):
        blank(deck).shapes.add_textbox(*BOX).text_frame.text = "a"
    monkeypatch.setattr(package, "MOST_ELEMENTS", 2500)
    draft = read(deck, tmp_path)
    assert len(draft.slides) == 9
    assert ("slide-unreadable", "ppt/slides/slide9.xml") in told(draft)


def test_a_list_of_files_without_end_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "talk.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        for index in range(200):
            archive.writestr(f"{index}.xml", b"")
    monkeypatch.setattr(package, "_MOST_DIRECTORY", 1000)
    with pytest.raises(NotPowerPointError):
        read_powerpoint(path, Saved(None))


WIDE = MOST_TEXTS // 5 * 2
"""Columns of a table of which a slide holds two rows, but not three."""


def table(columns: int, rows: int) -> str:
    cell = "<a:tc><a:txBody><a:p><a:r><a:t>{}.{}</a:t></a:r></a:p></a:txBody></a:tc>"
    lines = (
        "<a:tr>" + "".join(cell.format(row, index) for index in range(columns)) + "</a:tr>"
        for row in range(rows)
    )
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="T"/></p:nvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="x/table"><a:tbl><a:tblPr firstRow="1"/>'
        + "".join(lines)
        + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def test_a_table_may_be_very_wide(deck: Any, tmp_path: Path) -> None:
    blank(deck)
    draft = read(deck, tmp_path, changes={SLIDE: within(table(WIDE, 3))})
    assert [code for code, _ in told(draft)] == ["in-several"]
    found = [each for slide in draft.slides for each in slide.slide.content]
    assert all(isinstance(each, Table) and len(each.header) == WIDE for each in found)
    assert [each.rows[0][-1] for each in found if isinstance(each, Table)] == [
        f"1.{WIDE - 1}",
        f"2.{WIDE - 1}",
    ]


def test_a_table_that_no_slide_can_hold_is_told_with_its_words(deck: Any, tmp_path: Path) -> None:
    blank(deck)
    draft = read(deck, tmp_path, changes={SLIDE: within(table(MOST_TEXTS // 2, 2))})
    ((code, what),) = told(draft)
    assert code == "block-too-large"
    assert set(what.split()) == {
        f"{row}.{index}" for row in range(2) for index in range(MOST_TEXTS // 2)
    }


def test_what_is_too_much_for_a_slide_goes_on_in_others(deck: Any, tmp_path: Path) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Words"
    words = [f"word{index}" for index in range(MOST_TEXTS + MOST_TEXTS // 5)]
    slide.placeholders[1].text = "\n".join(words)
    slide.notes_slide.notes_text_frame.text = "said once"
    draft = read(deck, tmp_path)
    assert told(draft) == [("in-several", "2")]
    first, second = (each.slide for each in draft.slides)
    assert (first.title, second.title) == ("Words", "Words")
    assert (first.notes, second.notes) == ("said once", "")
    lists = [each for each in (*first.content, *second.content) if isinstance(each, Bullets)]
    assert [item.text for each in lists for item in each.items] == words
