"""Text: what is raised, struck, numbered, linked or written in the marks of Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from presenter.content.inline import inline, plain_text
from presenter.deck.blocks import Bullets, Columns, Item, Numbers, Text
from presenter.imports.plain import in_script, literal_text
from presenter.typeset.notes import note_text, note_tree
from tests.imports.powerpoint.decks import (
    BOX,
    blank,
    body,
    only,
    read,
    told,
    xml,
)


def add_run(paragraph: Any, text: str, **looks: str) -> None:
    run = paragraph.add_run()
    run.text = text
    for name, value in looks.items():
        run._r.get_or_add_rPr().set(name, value)


def text_box(deck: Any) -> Any:
    return blank(deck).shapes.add_textbox(*BOX).text_frame


def test_raised_and_lowered_characters_stay_so_or_are_told(deck: Any, tmp_path: Path) -> None:
    paragraph = text_box(deck).paragraphs[0]
    for text, shift in [
        ("CO", ""),
        ("2", "-25000"),
        (" 3·10", ""),
        ("−14", "30000"),
        (" x", ""),
        ("q,r", "30000"),
    ]:
        add_run(paragraph, text, **({"baseline": shift} if shift else {}))
    draft = read(deck, tmp_path)
    assert only(draft).content == (Text(text="CO₂ 3·10⁻¹⁴ xq,r"),)
    assert told(draft) == [("raised", " xq,r")]


def test_a_raised_word_in_a_title_too(deck: Any, tmp_path: Path) -> None:
    paragraph = deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text_frame.paragraphs[0]
    add_run(paragraph, "E = mc", b="1")
    add_run(paragraph, "2", baseline="30000", b="1")
    assert only(read(deck, tmp_path)).title == "E = mc²"


def test_what_unicode_cannot_raise_is_nothing() -> None:
    assert in_script("10", 1) == "¹⁰"
    assert in_script("注", 1) == ""
    assert in_script("β", -1) == ""


@pytest.mark.parametrize("strike", ["sngStrike", "dblStrike"])
def test_struck_text_stays_struck(deck: Any, tmp_path: Path, strike: str) -> None:
    paragraph = text_box(deck).paragraphs[0]
    add_run(paragraph, "five ", strike=strike)
    add_run(paragraph, "four")
    (block,) = only(read(deck, tmp_path)).content
    assert block == Text(text="~~five~~ four")


@pytest.mark.parametrize("inner", ["note:", "«so»", "注意：", "a*b.", "`x`"])
@pytest.mark.parametrize("after", ["next", "接着", " end", ""])
def test_bold_beside_letters_shows_no_asterisks(
    deck: Any, tmp_path: Path, inner: str, after: str
) -> None:
    paragraph = text_box(deck).paragraphs[0]
    add_run(paragraph, "see")
    add_run(paragraph, inner, b="1")
    add_run(paragraph, after)
    (block,) = only(read(deck, tmp_path)).content
    assert isinstance(block, Text)
    assert plain_text(block.text) == f"see{inner}{after}".strip()
    assert any(part.style == "strong" for part in inline(block.text)[0])


def test_a_list_that_starts_at_five_is_a_list_of_its_own_and_told(
    deck: Any, tmp_path: Path
) -> None:
    frame = body(deck)
    frame.text = "one\ntwo\nfive\nsix"
    for paragraph, start in zip(frame.paragraphs, ("", "", "5", "5"), strict=True):
        number = etree.SubElement(paragraph._p.get_or_add_pPr(), xml("<a:buAutoNum/>").tag)
        number.set("type", "arabicPeriod")
        if start:
            number.set("startAt", start)
    draft = read(deck, tmp_path)
    assert only(draft).content == (
        Numbers(items=(Item("one"), Item("two"))),
        Numbers(items=(Item("five"), Item("six"))),
    )
    assert told(draft) == [("numbering-from", "5")]


def test_numerals_of_another_kind_are_told(deck: Any, tmp_path: Path) -> None:
    frame = body(deck)
    frame.text = "one\ntwo"
    for paragraph in frame.paragraphs:
        number = etree.SubElement(paragraph._p.get_or_add_pPr(), xml("<a:buAutoNum/>").tag)
        number.set("type", "alphaLcParenR")
    assert told(read(deck, tmp_path)) == [("numerals", "alphaLcParenR")]


def test_bullets_are_those_of_the_layout_not_of_every_placeholder(
    deck: Any, tmp_path: Path
) -> None:
    # The headings of a comparison have no bullets, the texts under them have.
    slide = deck.slides.add_slide(deck.slide_layouts[4])
    for index, text in [(1, "Before\nlong"), (2, "a\nb"), (3, "After\nshort"), (4, "c\nd")]:
        slide.placeholders[index].text = text
    (block,) = only(read(deck, tmp_path)).content
    assert isinstance(block, Columns)
    assert [each.content for each in block.columns] == [
        (Text(text="Before\n\nlong\n"), Bullets(items=(Item("a"), Item("b")))),
        (Text(text="After\n\nshort\n"), Bullets(items=(Item("c"), Item("d")))),
    ]


def test_links_that_a_deck_cannot_follow_are_told(deck: Any, tmp_path: Path) -> None:
    frame = text_box(deck)
    other = blank(deck)
    for text, address in [("site", "https://example.org/a (b)"), ("file", "file:///C:/x.docx")]:
        run = frame.paragraphs[0].add_run()
        run.text = text
        run.hyperlink.address = address
    shape = deck.slides[0].shapes.add_textbox(*BOX)
    shape.text_frame.text = "onwards"
    shape.click_action.target_slide = other
    draft = read(deck, tmp_path)
    assert draft.slides[0].slide.content[0] == Text(text="[site](<https://example.org/a (b)>)file")
    assert told(draft) == [
        ("link", "file → file:///C:/x.docx"),
        ("slide-link", f"{shape.name} → 2"),
    ]


def test_a_broken_link_is_plain_text(deck: Any, tmp_path: Path) -> None:
    run = text_box(deck).paragraphs[0].add_run()
    run.text = "here"
    run._r.get_or_add_rPr().append(xml('<a:hlinkClick r:id="rId42"/>'))
    assert only(read(deck, tmp_path)).content == (Text(text="here"),)


MATH = (
    '<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath>'
    "<m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>−b±</m:t></m:r><m:rad><m:deg/><m:e><m:sSup><m:e>"
    "<m:r><m:t>b</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:e></m:rad></m:num>"
    "<m:den><m:r><m:t>2a</m:t></m:r></m:den></m:f></m:oMath></a14:m>"
)


def test_an_equation_is_a_line_of_text_and_told(deck: Any, tmp_path: Path) -> None:
    frame = text_box(deck)
    frame.text = "so "
    frame.paragraphs[0]._p.append(etree.fromstring(MATH))
    draft = read(deck, tmp_path)
    assert only(draft).content == (Text(text="so x=(−b±√b²)/2a"),)
    assert told(draft) == [("equation", "x=(−b±√b²)/2a")]


@pytest.mark.parametrize(
    "line",
    [
        "---",
        "# h",
        "1. one",
        "12) x",
        "- a",
        "* * *",
        "> said",
        "```",
        "~~~",
        "[step]",
        "[Step] ",
        "===",
        "+ b",
    ],
)
def test_notes_that_look_like_blocks_are_text(deck: Any, tmp_path: Path, line: str) -> None:
    slide = blank(deck)
    slide.notes_slide.notes_text_frame.text = f"before\n{line}\nafter"
    notes = only(read(deck, tmp_path)).notes
    nodes = note_tree(notes).children
    assert [each.type for each in nodes] == ["paragraph"] * 3
    assert [plain_text(note_text(each)) for each in nodes] == ["before", line.strip(), "after"]


def test_notes_keep_bold_and_lists(deck: Any, tmp_path: Path) -> None:
    frame = blank(deck).notes_slide.notes_text_frame
    add_run(frame.paragraphs[0], "slowly", b="1")
    for text in ("one", "two"):
        paragraph = frame.add_paragraph()
        paragraph.text = text
        etree.SubElement(paragraph._p.get_or_add_pPr(), xml("<a:buChar/>").tag).set("char", "•")
    assert only(read(deck, tmp_path)).notes == "**slowly**\n\n- one\n- two\n"


@pytest.mark.parametrize(
    "text",
    [
        "a_b_c",
        "2 * 3 * 4",
        "a < b & c",
        "*x*",
        "_x_ y",
        "[a](b)",
        "`c`",
        "~~d~~",
        "<b>",
        "&amp;",
        "\\*",
        "![x](y)",
        "a~b",
        "x[1]",
        "[a][b]",
        "&c;",
    ],
)
def test_marks_are_escaped_where_they_count(text: str) -> None:
    assert plain_text(literal_text(text)) == text


def test_many_marks_are_escaped_without_a_parser() -> None:
    assert literal_text("*a" * 50) == r"\*a" * 50
    assert literal_text("[" * 50) == "[" * 50


@pytest.mark.parametrize("text", ["word " * 9000, "字" * 45_000, "x*y*z " * 9000])
def test_what_is_too_long_for_a_field_is_in_pieces(deck: Any, tmp_path: Path, text: str) -> None:
    text_box(deck).text = text
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = text
    slide.notes_slide.notes_text_frame.text = text * 5
    box, titled = (each.slide for each in read(deck, tmp_path).slides)
    for content in (box.content, titled.content):
        pieces = [each.text for each in content if isinstance(each, Text)]
        assert len(pieces) > 2
        said = "".join(plain_text(each) for piece in pieces for each in piece.split("\n\n"))
        assert said.replace(" ", "") == text.replace(" ", "")
    assert titled.title == ""
