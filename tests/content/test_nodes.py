"""What is decided of a slide before any output sees it."""

from __future__ import annotations

from typing import TypeVar

import pytest

from presenter.content import Node, name_of, nodes, resolve
from presenter.content.inline import Paragraph, plain
from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import (
    Block,
    Bullets,
    Callout,
    Code,
    Column,
    Columns,
    Figure,
    Figures,
    Image,
    Item,
    Numbers,
    Qr,
    Quote,
    Table,
    Text,
)

N = TypeVar("N", bound=Node)


def nodes_of(*blocks: Block, lang: str = "zh-Hans") -> tuple[Node, ...]:
    return resolve(Deck(title="题", lang=lang, slides=(Slide(content=blocks),)), 0).nodes


def only(kind: type[N], *blocks: Block, lang: str = "zh-Hans") -> N:
    (node,) = nodes_of(*blocks, lang=lang)
    assert isinstance(node, kind)
    return node


def texts(row: tuple[Paragraph, ...]) -> list[str]:
    return list(map(plain, row))


@pytest.mark.parametrize(
    ("lang", "said", "by"),
    [
        ("zh-Hans", "Less is more.", "—— Mies"),
        ("zh-TW", "少即是多。", "—— Mies"),
        ("ja", "少ないほど豊か", "—— Mies"),
        ("en-GB", "少即是多。", "— Mies"),
        ("ko", "적을수록 많다", "— Mies"),
        ("", "Less is more.", "— Mies"),
        ("", "少即是多。", "—— Mies"),
    ],
)
def test_a_source_has_the_dash_of_the_talks_language(lang: str, said: str, by: str) -> None:
    quote = only(nodes.Quote, Quote(text=said, by="**Mies**"), lang=lang)
    assert plain(quote.by) == by
    assert [part.style for part in quote.by[0]] == ["", "strong"]


def test_nobodys_words_have_no_source() -> None:
    assert only(nodes.Quote, Quote(text="甲")).by == ()


@pytest.mark.parametrize(("lang", "label"), [("zh", "警告"), ("en", "Warning")])
def test_a_callout_is_called_in_the_talks_language(lang: str, label: str) -> None:
    assert only(nodes.Callout, Callout(text="甲", kind="warning"), lang=lang).label == label


def test_short_rows_are_filled_and_a_header_without_names_is_none() -> None:
    table = only(nodes.Table, Table(header=("", ""), rows=(("甲", "**1**"), (), ("丙",))))
    assert table.header == ()
    assert [texts(row) for row in table.rows] == [["甲", "1"], ["", ""], ["丙", ""]]
    assert table.rows[1] == ((), ())


def test_columns_of_numbers_stand_at_the_right_unless_it_is_said_otherwise() -> None:
    rows = (("甲", "40%", "1"), ("乙", "", "2"), ("丙", "-1,200 元", "3"))
    table = only(nodes.Table, Table(rows=rows, align=("center",)))
    assert table.aligns == ("center", "right", "right")
    table = only(nodes.Table, Table(rows=rows, align=("left", "left")))
    assert table.aligns == ("left", "left", "right")
    rows = (("甲", "3", "4"), ("乙", "—", "-"), ("**共**", "**3**", "*4*"))
    assert only(nodes.Table, Table(rows=rows)).aligns == ("left", "right", "right")


@pytest.mark.parametrize("lang", ["he", "ar"])
def test_numbers_stand_where_units_are_in_line_in_mirrored_tables_too(lang: str) -> None:
    rows = (("אלף", "7", "7"), ("בית", "1,400", "1,400"))
    table = only(nodes.Table, Table(rows=rows, align=("left", "right")), lang=lang)
    assert table.aligns == ("left", "right", "left")


def test_a_cell_of_several_paragraphs_is_one() -> None:
    assert texts(only(nodes.Table, Table(rows=(("a\n\nb",),))).rows[0]) == ["a b"]


def test_only_the_outermost_items_of_numbers_are_numbered() -> None:
    items = (Item("甲", (Item("子"),)), Item("乙"))
    numbers = only(nodes.List, Numbers(items=items))
    assert [item.number for item in numbers.items] == [1, 2]
    assert [item.number for item in numbers.items[0].items] == [0]
    assert numbers.highest == 2
    assert only(nodes.List, Bullets(items=items)).highest == 0


def test_without_words_a_picture_has_its_path_in_its_place() -> None:
    picture = only(nodes.Picture, Image(path="no.png"))
    assert (picture.file, picture.alt, picture.instead) == (None, "", "no.png")
    assert only(nodes.Picture, Image(path="no.png", alt="甲")).instead == "甲"


def test_a_code_leads_where_its_text_is_an_address() -> None:
    assert only(nodes.Qr, Qr(text="https://example.org/x")).link == "https://example.org/x"
    assert only(nodes.Qr, Qr(text="see https://example.org")).link == ""


def test_what_says_nothing_is_no_node_but_counts_where_blocks_are_written() -> None:
    inner = Columns(columns=(Column(content=(Text(text=" "), Text(text="甲"))), Column()))
    empty = Figures(items=(Figure(""),))
    columns, last = nodes_of(empty, inner, Text(text="乙"))
    assert [node.number for node in columns.columns[0].nodes] == [3]
    assert (columns.number, last.number) == (1, 4)
    assert [node.key for node in (columns, last)] == ["columns", "text"]
    assert nodes_of(empty, Table(rows=()), Columns(columns=(Column(),))) == ()


def test_a_slide_without_a_title_is_called_by_the_first_that_it_says() -> None:
    assert name_of(Slide(title="**大**\n题", content=(Text(text="甲"),))) == "大题"
    assert name_of(Slide(content=(Text(text=" "), Code(source="a*b*c  # x")))) == "a*b*c # x"
    assert name_of(Slide()) == ""


def cover(title: str = "") -> Deck:
    slide = Slide(part=Part("introduction"), title=title)
    return Deck(title="大\n题", subtitle="副", author="**甲**", date="2026", slides=(slide,))


def test_a_cover_without_a_title_has_the_talks_and_with_that_its_subtitle() -> None:
    slide = resolve(cover(), 0)
    assert (plain(slide.title), plain(slide.subtitle), slide.name) == ("大\n题", "副", "大题")
    assert (slide.head, slide.foot, slide.byline) == ("", "", "甲 · 2026")
    slide = resolve(cover(title="别的"), 0)
    assert (plain(slide.title), slide.subtitle) == ("别的", ())


def test_other_slides_run_the_talks_title_and_who_speaks() -> None:
    deck = Deck(
        title="大\n题", lang="zh", author="甲", slides=(Slide(title="乙", layout="default"),) * 2
    )
    slide = resolve(deck, 1)
    assert (slide.head, slide.foot, slide.byline, slide.part) == ("大题", "甲", "", "")
    slide = resolve(Deck(title="乙", slides=deck.slides), 1)
    assert slide.head == ""


@pytest.mark.parametrize(("language", "part"), [("", "第二点 · 共五点"), ("en", "Point 2 of 5")])
def test_the_part_is_said_in_the_language_asked_for(language: str, part: str) -> None:
    deck = Deck(title="题", lang="zh", slides=(Slide(part=Part("point", 2, 5)),))
    assert resolve(deck, 0, language=language).part == part
