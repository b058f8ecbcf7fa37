from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from presenter.content import Node
from presenter.content.inline import plain_text
from presenter.handout.html.blocks import write
from tests.handout.html.documents import GALLERY, Read, bundled, html, loaded

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_every_node_has_a_writer() -> None:
    ours = {each for each in Node.__subclasses__() if each.__module__ == Node.__module__}
    assert ours <= set(write.registry)


def test_the_bundled_deck_is_small() -> None:
    assert len(html(bundled()).encode()) < 60_000
    assert len(html(bundled(), live="x").encode()) < 60_000


@pytest.mark.parametrize("deck", [bundled(), GALLERY], ids=lambda path: path.stem)
def test_nothing_is_fetched(deck: Path) -> None:
    document = html(deck, steps=True)
    read = Read(document)
    addresses = [a[name] for _, a in read.elements for name in ("src", "href") if name in a]
    links = [a["href"] for a in read.of("a")]
    assert all(each.startswith("data:image/") or each in links for each in addresses)
    assert all(re.match(r"https?://|mailto:|#", each) for each in links)
    assert "url(" not in document
    assert "@import" not in document
    assert not any(name.startswith("on") for _, a in read.elements for name in a)
    assert not any("style" in a for _, a in read.elements)


def test_the_policy_allows_what_is_there_and_nothing_else() -> None:
    document = html(bundled())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', document)
    assert policy is not None
    for tag in ("style", "script"):
        texts = re.findall(rf"<{tag}>(.*?)</{tag}>", document, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]
        assert f"{tag}-src " + " ".join(f"'sha256-{each}'" for each in digests) in policy[1]
    assert policy[1].startswith("default-src 'none';")
    assert "connect-src" not in policy[1]
    assert "unsafe" not in policy[1]


def test_its_language_and_its_names() -> None:
    read = Read(html(bundled()))
    assert read.of("html")[0]["lang"] == "zh-Hans"
    assert ("title", "后勤工作的重要性") in read.texts
    sections = read.of("section")
    assert [each["id"] for each in sections] == [f"slide-{n}" for n in range(1, 8)]
    assert sections[2]["aria-label"] == "3/7 后勤连着大局，政策性强"
    assert len(read.of("h1")) == 1
    assert len(read.of("h2")) == 6 + 1  # and that of the help


def test_all_that_a_slide_says_is_there() -> None:
    deck = loaded(GALLERY).deck
    assert deck is not None
    said = Read(html(GALLERY)).said
    for slide in deck.slides:
        assert plain_text(slide.title) in said
        assert plain_text(slide.subtitle) in said


def test_parts_are_named_as_on_stage() -> None:
    said = Read(html(bundled())).said
    assert "引言" in said
    assert "第二点 · 共五点" in said


@pytest.mark.parametrize("live", ["", "x"])
def test_without_notes_no_byte_of_any_is_there(live: str) -> None:
    deck = loaded(bundled()).deck
    assert deck is not None
    document = html(bundled(), live=live, notes=bool(live)).replace("<wbr>", "")
    sentences = [
        sentence
        for slide in deck.slides
        for sentence in re.split(r"[，。；：？\n]", slide.notes)
        if len(sentence) > 8
    ]
    shown = {sentence for sentence in sentences if sentence in document}
    assert len(sentences) > 50
    assert not shown


def test_notes_that_are_wanted_stand_beside_their_slides() -> None:
    document = html(
        "title: 甲\nlang: zh\nslides:\n"
        "- title: 乙\n  notes: |\n    先说 **这个**\n\n    - 一\n- 丙\n",
        notes=True,
    )
    assert document.count("<aside") == 1
    assert "<strong>这个</strong>" in document
    assert "<li>" in document
    assert document.index("乙</h") < document.index("<aside") < document.index("丙</h")


def test_only_the_slides_that_are_wanted() -> None:
    sections = Read(html(bundled(), indexes=(1, 3))).of("section")
    assert [each["id"] for each in sections] == ["slide-2", "slide-4"]


def test_pictures_are_data_with_words(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PIXEL)
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: 甲\nslides:\n"
        '- {image: {path: a.png, alt: "一个<点>", caption: 图一, width: 60%}}\n'
        "- {image: {path: none.png, alt: 没有的}}\n",
        encoding="utf-8",
    )
    read = Read(html(deck))
    (image,) = read.of("img")
    assert image["alt"] == "一个<点>"
    assert base64.b64decode(image["src"].removeprefix("data:image/png;base64,")) == PIXEL
    assert "图一" in read.said
    assert "没有的" in read.said


def test_an_audience_is_not_told_where_an_error_is() -> None:
    deck = "title: 甲\nlang: zh\nslides: [{title: 乙, bulets: [甲], notes: 机密}, 丙]"
    assert "deck.yaml:3" in html(deck) or "bulets" in html(deck)
    shown = html(deck, live="x")
    assert "bulets" not in shown
    assert "这一张无法显示" in shown


@pytest.mark.parametrize("kind", ["bar", "column", "line", "sparkline"])
def test_a_charts_labels_say_what_they_say_on_a_slide(kind: str) -> None:
    slide = f"{{chart: {{kind: {kind}, data: {{'a &lt; *b*': 1, c: 2}}}}}}"
    read = Read(html(f"title: x\nslides:\n- {slide}\n"))
    assert "a < b" in " ".join(read.said.split())


def test_charts_have_their_numbers_as_a_table() -> None:
    read = Read(
        html(
            "title: 甲\nslides:\n"
            "- chart: {data: {政务: 40, 事务: -60}, unit: '%'}\n"
            "- chart: {kind: column, data: {政务: 40, 事务: -60}}\n"
            "- chart: {kind: line, data: {政务: 40, 事务: 60}}\n"
        )
    )
    assert len(read.of("table")) == 3 + 1  # and that of the help
    assert "40%" in read.said
    assert "-60%" in read.said
    assert all(each["aria-hidden"] == "true" for each in read.of("svg"))


def test_long_numbers_keep_within_the_drawing() -> None:
    deck = "title: 甲\nslides:\n- chart: {data: {a: 1.0e+308, b: -1.0e+308, c: 0}}\n"
    for rectangle in Read(html(deck)).of("rect"):
        left, wide = float(rectangle["x"]), float(rectangle["width"])
        assert left >= 0
        assert left + wide <= 100.01


def test_long_words_in_narrow_columns_have_soft_hyphens() -> None:
    word = "Straßenbahnhalt"
    document = html(
        "title: A\nlang: de\nslides:\n"
        f"- {{text: {word}, columns: [text: {word}, text: '`{word}`', text: Plan]}}"
    ).replace("\u00ad", "|")
    assert f"<p>{word}</p>" in document
    assert "<p>Stra|ßen|bahn|halt</p>" in document
    assert f"<code>{word}</code>" in document
    assert "<p>Plan</p>" in document


def test_chinese_is_broken_between_words_only() -> None:
    document = html("title: 甲\nlang: zh\nslides: [{text: 机关后勤工作质量，直接关系到政务效率。}]")
    assert "后勤<wbr>工作" in document
    assert "后<wbr>勤" not in document
    assert "，<wbr>" not in document


@pytest.mark.parametrize("theme", ["ink", "paper", "vermilion", "board", "nord"])
def test_its_colours_are_the_themes(theme: str) -> None:
    from presenter.typeset.themes import find

    look = find(theme)
    assert look is not None
    document = html(bundled(), theme=theme)
    assert f"color-scheme:{'dark' if look.dark else 'light'}" in document
    assert f"h1,h2{{color:{look.style('title').color};font-weight:700}}" in document


def test_one_version_for_one_text() -> None:
    def version(deck: str) -> str:
        return Read(html(deck, live="x")).of("html")[0]["data-version"]

    deck = "title: 甲\nslides: [{title: 乙, notes: 丙}]"
    assert version(deck) == version(deck.replace("丙", "丁"))
    assert version(deck) != version(deck.replace("乙", "丁"))


def test_the_lines_of_a_title_are_its_lines_and_one_line_elsewhere() -> None:
    deck = (
        "title: |\n  后勤工作的\n  重要性\nlang: zh\nslides:\n"
        '- {layout: cover, subtitle: "One\\ntwo"}\n- title: "First **line**\\nand second"\n'
    )
    document = html(deck)
    shown = document.replace("<wbr>", "")
    assert "后勤工作的<br>重要性</h1>" in shown
    assert "One<br>two</p>" in shown
    assert "First <strong>line</strong><br>and second</h2>" in shown
    assert "<title>后勤工作的重要性</title>" in document
    labels = [each["aria-label"] for each in Read(document).of("section")]
    assert labels == ["1/2 后勤工作的重要性", "2/2 First line and second"]
    assert ("span", "后勤工作的重要性") in Read(document).texts  # the head line of the second


@pytest.mark.parametrize(("lang", "turned"), [("he", True), ("en", False)])
def test_a_talk_from_the_right_says_so(lang: str, turned: bool) -> None:
    head = html(f"title: שלום\nlang: {lang}\nslides: [אחד]").split("<head>")[0]
    assert (' dir="rtl"' in head) is turned


def test_a_text_runs_as_its_letters_do() -> None:
    source = """
title: שלום
lang: he
slides:
- text: "Queues do not lie."
- text: "ראו https://a.org/?b=1, `--x` **טוב**."
- text: "12 (3)"
"""
    made = html(source)
    assert '<p><bdi dir="ltr">Queues do not lie.</bdi></p>' in made
    assert (
        '<p>ראו <bdi dir="ltr">https://a.org/?b=1</bdi>, '
        '<code dir="ltr">--x</code> <strong>טוב</strong>.</p>'
    ) in made
    assert "<p>12 (3)</p>" in made
    from_left = html(source.replace("lang: he", "lang: en"))
    assert "<p>Queues do not lie.</p>" in from_left
    assert '<p><bdi dir="rtl">ראו <bdi dir="ltr">https' in from_left


def test_a_number_of_a_talk_from_the_right_keeps_its_sign_and_unit_on_their_sides() -> None:
    source = "title: T\nlang: {}\nslides: [{{chart: {{unit: ms, data: {{a: -4}}}}}}]"
    assert "<td><bdi>-4 ms</bdi></td>" in html(source.format("he"))
    assert "<td>-4 ms</td>" in html(source.format("en"))
