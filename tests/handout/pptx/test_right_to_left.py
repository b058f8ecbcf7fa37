"""A presentation that is read from right to left."""

from __future__ import annotations

from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn

from tests.handout.jobs import select
from tests.handout.pptx.opened import shapes, slides

DECK = """
title: שלום
{lang}
slides:
- title: כותרת
  bullets: [אחד, שתיים]
  table: {{header: [א, ב], rows: [[ג, ד]]}}
- quote: מילים
  code: {{language: python, source: "x = 1"}}
"""
TURNED, PLAIN = DECK.format(lang="lang: he"), DECK.format(lang="lang: en")


def test_paragraphs_and_tables_begin_at_the_right() -> None:
    first, second = slides(select(TURNED))
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


def test_code_runs_from_the_left() -> None:
    (code,) = shapes(slides(select(TURNED))[1], "Code")
    paragraph = code.text_frame.paragraphs[0]
    assert (paragraph.alignment, paragraph._p.pPr.get("rtl")) == (PP_ALIGN.LEFT, "0")


def test_what_stood_at_the_left_stands_at_the_right() -> None:
    for turned, plain in zip(slides(select(TURNED)), slides(select(PLAIN)), strict=True):
        width = turned.part.package.presentation_part.presentation.slide_width
        for mine, theirs in zip(turned.shapes, plain.shapes, strict=True):
            assert abs(mine.left + theirs.left + mine.width - width) <= 1


def test_any_other_talk_says_nothing_of_it() -> None:
    (first, _) = slides(select(PLAIN))
    assert b"rtl" not in first.part.blob.replace(b'rtlCol="0"', b"")
