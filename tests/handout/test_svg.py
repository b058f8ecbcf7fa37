"""Pages as SVG: every character in its cell, nothing fetched."""

from __future__ import annotations

from xml.etree import ElementTree

from presenter.handout.svg import CELL_WIDTH, page_as_svg
from presenter.typeset import Page, Run
from presenter.typeset.themes import OURS
from presenter.typeset.width import ruler

NS = "{http://www.w3.org/2000/svg}"
RULER = ruler("narrow")


def _page(*texts: str, style: str = "text", link: str = "") -> Page:
    lines = tuple((Run(text, style, RULER.width(text), link),) for text in texts)
    return Page(40, len(lines), lines)


def _drawn(page: Page, title: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(page_as_svg(page, OURS["ink"], RULER, title=title))


def test_each_chinese_character_stands_in_the_middle_of_its_two_cells() -> None:
    texts = _drawn(_page("后勤abc工")).findall(f".//{NS}text")
    assert [text.text for text in texts] == ["后", "勤", "abc", "工"]
    middles = [float(text.attrib["x"]) for text in texts]
    assert middles == [1 * CELL_WIDTH, 3 * CELL_WIDTH, 4 * CELL_WIDTH, 8 * CELL_WIDTH]
    assert texts[2].attrib["textLength"] == str(3 * CELL_WIDTH)


def test_spaces_keep_their_cells() -> None:
    texts = _drawn(_page("  a  b ")).findall(f".//{NS}text")
    assert [(text.text, text.attrib["x"]) for text in texts] == [("a  b", str(2 * CELL_WIDTH))]


def test_block_elements_are_rectangles_and_no_text() -> None:
    root = _drawn(_page("█▀a"))
    assert [text.text for text in root.findall(f".//{NS}text")] == ["a"]
    ground, full, upper = root.findall(f".//{NS}rect")
    assert float(full.attrib["height"]) == 2 * float(upper.attrib["height"])
    assert ground.attrib["fill"] == OURS["ink"].style("").background


def test_dots_of_braille_patterns_touch_each_other_whatever_the_font() -> None:
    root = _drawn(_page("⠉⣀a"))
    assert [text.text for text in root.findall(f".//{NS}text")] == ["a"]
    _, *dots = root.findall(f".//{NS}rect")
    places = [(float(dot.attrib["x"]), float(dot.attrib["y"])) for dot in dots]
    wide, high = CELL_WIDTH / 2, float(dots[0].attrib["height"])
    assert places == [(0, 0), (wide, 0), (2 * wide, 3 * high), (3 * wide, 3 * high)]
    assert {dot.attrib["width"] for dot in dots} == {f"{wide:g}"}


def test_markup_in_a_text_is_text() -> None:
    root = _drawn(_page('a<b>&"c"'), title="<&>")
    assert root.findtext(f".//{NS}text") == 'a<b>&"c"'
    assert root.findtext(f".//{NS}title") == "<&>"


def test_a_link_can_be_followed_and_is_underlined() -> None:
    root = _drawn(_page("here", style="text link", link="https://example.org/?a=1&b=2"))
    link = root.find(f".//{NS}a")
    assert link is not None
    assert link.attrib["href"] == "https://example.org/?a=1&b=2"
    text = link.find(f"{NS}text")
    assert text is not None
    assert text.attrib["text-decoration"] == "underline"


def test_nothing_outside_is_asked_for() -> None:
    drawn = page_as_svg(_page("后勤", "█"), OURS["paper"], RULER)
    assert drawn.count("http") == 1, "the name space alone"
    assert "@import" not in drawn
    assert "url(" not in drawn


def test_a_style_of_its_own_ground_has_a_rectangle_below_it() -> None:
    root = _drawn(_page("notice", style="notice"))
    assert len(root.findall(f".//{NS}rect")) == 2


def test_narrow_marks_come_from_a_font_that_has_them_narrow() -> None:
    texts = _drawn(_page("“后勤”—")).findall(f".//{NS}text")
    assert [(text.text, text.get("class")) for text in texts] == [
        ("“", "n"),
        ("后", None),
        ("勤", None),
        ("”", "n"),
        ("—", "n"),
    ]


def test_where_ambiguous_characters_are_wide_they_have_two_cells() -> None:
    wide = ruler("wide")
    page = Page(40, 1, ((Run("“━后", "text", 6),),))
    root = ElementTree.fromstring(page_as_svg(page, OURS["ink"], wide))
    quote, han = root.findall(f".//{NS}text")
    assert (quote.text, float(quote.attrib["x"]), quote.get("class")) == ("“", CELL_WIDTH, None)
    assert (han.text, float(han.attrib["x"])) == ("后", 5 * CELL_WIDTH)
    *_, rule = root.findall(f".//{NS}rect")
    assert (float(rule.attrib["x"]), float(rule.attrib["width"])) == (
        2 * CELL_WIDTH,
        2 * CELL_WIDTH,
    )
