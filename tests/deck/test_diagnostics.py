"""Every problem that a deck's text can have: its code, its exact place, its sentences."""

from __future__ import annotations

import pytest

from presenter.deck import Diagnostic, Place
from presenter.words import Words
from tests.deck.codes import reported_codes
from tests.deck.decks import load, pointed
from tests.deck.test_causes import CAUSES
from tests.deck.test_misread import NO_LISTS, WARNED

SLIDE = "title: 试讲\nslides:\n- "

FAULTS = [
    # The outline.
    ("empty-deck", "☞"),
    ("empty-deck", "☞# 只有注释\n"),
    ("empty-deck", "☞---\n"),
    ("deck-not-mapping", "☞- 甲\n"),
    ("deck-not-mapping", "# 注释\n☞甲\n"),
    ("missing-key", "☞slides: [甲]\n"),
    ("missing-key", "slides: [甲]\n☞title:\n"),
    ("both-shapes", "title: 题\npoints: [甲]\n☞slides: [乙]\n"),
    ("no-slides", "☞title: 题\n"),
    ("no-slides", "title: 题\n☞points: []\n"),
    ("no-slides", "title: 题\n☞points: [{hidden: true}]\n"),
    ("not-a-list", "title: 题\nconclusion: 完\npoints: ☞甲\n"),
    ("not-a-list", "title: 题\nslides: ☞{title: 甲}\n"),
    ("unknown-key", "title: 题\n☞point: [甲]\n"),
    ("not-a-list", "title: 题\npoints:\n- title: 甲\n  slides: ☞乙\n"),
    ("unknown-key", "title: 题\n☞bullets: [甲]\nslides: [甲]\n"),
    ("unknown-key", SLIDE + "{☞slides: [甲], title: 题}"),
    ("unknown-key", "title: 题\npoints:\n- title: 甲\n  slides: [{title: 乙, ☞slides: [丙]}]\n"),
    ("empty-slide", SLIDE + "甲\n-☞"),
    ("slide-not-mapping", SLIDE + "☞[甲]"),
    ("blank-slide", SLIDE + "☞notes: 讲稿"),
    # Keys.
    ("unknown-key", SLIDE + "{title: 甲, ☞bulets: [乙]}"),
    ("unknown-key", SLIDE + "{quote: {text: 甲, ☞from: 某人}}"),
    ("unknown-key", SLIDE + "{content: [{☞title: 甲}]}"),
    ("unknown-key", SLIDE + "content:\n  - ☞Why: because"),
    ("unknown-key", SLIDE + "{title: 甲, ☞'': 乙}"),
    ("later-key", SLIDE + "{title: 甲, ☞math: 乙}"),
    ("later-key", SLIDE + "{content: [{☞diagram: 乙}]}"),
    ("later-key", SLIDE + "{title: 甲, chart: {☞series: {乙: [1]}}}"),
    ("later-form", "title: 题\nauthor: ☞[甲, 乙]\nslides: [甲]"),
    ("text-colon", SLIDE + "☞Why: because"),
    ("text-colon", SLIDE + "bullets:\n  - ☞Note: the colon"),
    ("not-a-list", SLIDE + "{bullets: [{甲: ☞乙}]}"),
    ("not-a-warning", SLIDE + "{title: 甲, ignore: [☞no-note]}"),
    ("not-a-warning", "title: 题\nignore: [☞unknown-key]\nslides: [甲]"),
    ("key-twice", SLIDE + "{title: 甲, ☞title: 乙}"),
    ("key-twice", SLIDE + "{title: 甲, <<: {}, ☞<<: {}}"),
    ("key-not-text", SLIDE + "{title: 甲, ☞[乙]: 丙}"),
    ("missing-key", SLIDE + "{quote: ☞{by: 某人}}"),
    ("missing-key", SLIDE + "{quote: {by: 某人, ☞text: }}"),
    ("merge-not-mapping", SLIDE + "{title: 甲, <<: ☞乙}"),
    ("merge-not-mapping", SLIDE + "{title: 甲, <<: [☞乙]}"),
    ("id-all-digits", SLIDE + "{title: 甲, id: ☞2026}"),
    ("id-all-digits", SLIDE + "{title: 甲, id: ☞'１２'}"),
    ("id-twice", SLIDE + "{title: 甲, id: 同}\n- {title: 乙, id: ☞同}"),
    ("content-item", SLIDE + "{content: [☞甲]}"),
    ("content-item", SLIDE + "{content: [☞{text: 甲, quote: 乙}]}"),
    ("not-a-list", SLIDE + "{content: ☞甲}"),
    # Values.
    ("mapping-for-text", SLIDE + "{title: ☞{甲: 乙}}"),
    ("list-for-text", SLIDE + "{title: ☞[甲]}"),
    ("list-for-prose", SLIDE + "{quote: ☞[甲]}"),
    ("not-a-list", SLIDE + "{bullets: ☞甲}"),
    ("empty-item", SLIDE + "bullets:\n  - 甲\n  -☞\n  - 乙"),
    ("item-keys", SLIDE + "{bullets: [☞{甲: [], 乙: []}]}"),
    ("item-keys", SLIDE + "{bullets: [☞{}]}"),
    ("not-a-boolean", SLIDE + "{title: 甲, reveal: ☞maybe}"),
    ("not-a-boolean", SLIDE + "{title: 甲, reveal: ☞'true'}"),
    ("not-a-choice", SLIDE + "{title: 甲, layout: ☞centre}"),
    ("bare-number-time", SLIDE + "{title: 甲, time: ☞15}"),
    ("not-a-time", SLIDE + "{title: 甲, time: ☞十五分钟}"),
    ("not-a-time", SLIDE + "{title: 甲, time: ☞0s}"),
    ("not-a-language", "title: 题\nlang: ☞中文\nslides: [甲]"),
    ("not-a-language", "title: 题\nlang: ☞zh_CN\nslides: [甲]"),
    ("tag", SLIDE + "{title: ☞!!binary aGk=}"),
    ("tag", SLIDE + "{title: 甲, bullets: ☞!!set [甲]}"),
    ("tag", SLIDE + "☞!deck {title: 甲}"),
    ("hostile-character", SLIDE + '{title: "甲☞\\e[31m"}'),
    ("hostile-character", SLIDE + '{title: "甲\n  乙☞\\u202e"}'),
    ("hostile-character", SLIDE + "{title: 甲☞\x1b乙}"),
    # Text that is no YAML.
    ("yaml", "%YAML 1.1\n☞%YAML 1.1\n---\ntitle: 题\n"),
    ("yaml-documents", "title: 题\nslides: [甲]\n☞---\n# 题\n乙"),
    ("yaml-after-end", "{title: 题, slides: [甲]}☞}\n"),
    ("yaml-colon", "title: 甲☞: 乙\n"),
    ("yaml-key-column", "title: 甲\n  ☞slides: [乙]\n"),
    ("yaml-full-width-colon", "title☞：甲\nslides: [乙]\n"),
    ("yaml-full-width-colon", "title: 题\nslides☞：\n  - 甲\n"),
    ("yaml-question-mark", "title: ☞? 甲\n"),
    ("yaml-dash", "title: ☞- 甲\n"),
    ("yaml-no-colon", "title: 题\n☞slides\nslides: [甲]\n"),
    ("yaml-after-quote", "title: ☞'题' 字\n"),
    ("yaml-expected-key", "title: 题\n☞- 甲\n"),
    ("yaml-no-dash", "- 甲\n☞title: 乙\n"),
    ("yaml-expected-dash", "- 甲\n☞'乙': 丙\n"),
    ("yaml-open-list", "title: 题\nslides: ☞[甲, 乙\n"),
    ("yaml-open-mapping", "title: 题\nslides: ☞{甲, 乙\n"),
    ("yaml-no-value", "title: ☞]\n"),
    ("yaml-open-quote", "title: ☞'题\nslides: [甲]\n"),
    ("yaml-open-quote", 'title: ☞"题\n---\n'),
    ("yaml-escape", 'title: "☞\\q"\n'),
    ("yaml-tab", "title: 题\nslides:\n☞\t- 甲\n"),
    ("yaml-unknown-alias", "title: ☞*none\n"),
    ("yaml-anchor-twice", "title: &a 题\nauthor: ☞&a 人\nslides: [甲]\n"),
    ("yaml-indicator", "title: ☞**题**\n"),
    ("yaml-indicator", "title: ☞@题\n"),
    ("yaml-indicator", "title: ☞`题`\n"),
    ("yaml-indicator", "title: ☞%题\n"),
    ("yaml-indicator", "☞%题\n"),
    ("yaml-tag", "title: ☞!e!题 甲\n"),
    ("yaml-version", "☞%YAML 3.0\n---\ntitle: 题\n"),
    ("yaml-block-text", "title: |☞题\n"),
    ("too-deep", "title: " + "[" * 98 + "☞" + "[" * 200),
    ("alias-cycle", "title: 题\nslides: ☞&a [*a]\n"),
    ("alias-cycle", "title: 题\nslides: [☞&a {<<: *a}]\n"),
]


@pytest.mark.parametrize(("code", "text"), FAULTS, ids=[code for code, _ in FAULTS])
def test_a_fault_is_told_once_at_its_place(code: str, text: str) -> None:
    plain, places = pointed(text)
    problems = load(plain).problems
    assert [(each.code, tuple(each.place)) for each in problems] == [(code, *places)]
    for language in ("en", "zh"):
        words = Words(language)
        assert "{" not in problems[0].message(words)
        assert problems[0].help(words)


LATER = """\
deck: footer logo background
slide: include align footer logo background math diagram
text quote image big: align
chart: labels series
code: run"""


@pytest.mark.parametrize("line", LATER.split("\n"))
def test_what_the_format_will_have_is_said_to_be_missing_yet(line: str) -> None:
    places, _, keys = line.partition(": ")
    for place in places.split():
        for key in keys.split():
            deck, slide = f"title: 题\n{key}: x\n", "甲"
            if place != "deck":
                deck = "title: 题\n"
                slide = f"{{{key}: x}}" if place == "slide" else f"{{{place}: {{{key}: x}}}}"
            (problem,) = load(f"{deck}slides: [{slide}]").problems
            assert (problem.code, problem.values["key"]) == ("later-key", key)
            assert f"x-{key}" in problem.help(Words("en"))


def test_an_unknown_key_is_told_with_the_three_that_are_most_like_it() -> None:
    (problem,) = load(SLIDE + "{title: 甲, figrs: 乙, bullets: [丙]}").problems
    assert "figures" in problem.help(Words("en"))
    (problem,) = load(SLIDE + "{title: 甲, 图: 乙, bullets: [丙]}").problems
    assert "here: title, text, bullets;" in problem.help(Words("en"))
    (problem,) = load("title: 题\n图: 乙\nslides: [丙]").problems
    assert len(str(problem.values["known"]).split(", ")) == 3


def test_every_problem_is_told_in_one_run_and_in_order() -> None:
    plain, places = pointed("""\
        title: ☞[题]
        ☞autor: 某人
        time: ☞15
        points:
          - title: 甲
            bullets: [☞[乙], 丙, ☞{丁: [], 戊: []}]
            quote: {text: ☞{甲: 乙}, ☞bye: 某人}
          -☞
          - id: ☞12
            title: 己
        """)
    loaded = load(plain)
    assert [tuple(each.place) for each in loaded.problems] == places
    assert [each.slide for each in loaded.problems] == [None, None, None, 1, 1, 1, 1, 2, 3]


def test_a_message_quotes_a_deck_without_its_control_characters_and_not_at_length() -> None:
    loaded = load('title: 题\n"\\e[31m' + "键" * 5_000 + '": 甲\nslides: [甲]')
    message = loaded.problems[0].message(Words("zh"))
    assert "\x1b" not in message
    assert len(message) < 100


def test_a_position_is_written_as_compilers_write_it() -> None:
    problem = Diagnostic(path="a/\x1b[31mb.yaml", place=Place(3, 7), code="tag")
    assert problem.position() == "a/␛[31mb.yaml:3:7"


def test_a_suggestion_is_the_help() -> None:
    (problem,) = load("titel: 题\nslides: [甲]").problems
    assert problem.help(Words("zh")) == "是不是想写“title”？"
    assert problem.help(Words("en")) == "did you mean “title”?"


def test_these_are_all_codes_that_a_text_can_cause() -> None:
    elsewhere = {
        "gb18030",
        "big5",
        "encoding",
        "too-large",
        "too-many",
        "alias-bomb",
    }  # test_hostile
    elsewhere |= {"hostile-more", "more-problems", "not-text"}
    elsewhere |= {"too-long", "slide-texts", "slide-characters", "alias-text"}  # test_limits
    of_types = {"not-an-integer", "not-a-number", "not-a-percentage", "too-few", "empty-value"}
    of_types |= {
        "too-small",
        "too-great",
        "not-above",
        "not-below",
        "not-a-mapping",
    }  # test_convert
    elsewhere |= {"invisible-character"}  # test_invisible
    causes = {code for code, _ in CAUSES}  # test_causes
    misread = {code for code, _ in WARNED} | {code for code, _ in NO_LISTS}  # test_misread
    covered = {code for code, _ in FAULTS} | elsewhere | of_types | misread | causes
    files = {code for code in reported_codes("deck") if code.startswith("file-")}  # test_files
    assert reported_codes("deck", blocks=False) - files == covered
