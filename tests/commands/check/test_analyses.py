"""The warnings of ``presenter check``, one by one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from presenter.commands.check.analyses import Deadline, check_deck
from presenter.commands.sizes import Size
from presenter.deck import Diagnostic, load_deck, load_source
from presenter.deck.source import Source
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.highlight import Fault, Lexed
from presenter.words import Words
from tests.deck.decks import told


def found(text: str, *sizes: Size) -> list[Diagnostic]:
    """What check finds in `text`."""
    loaded = load_source(Source("d.yaml", text))
    return list(check_deck("d.yaml", loaded, sizes or (Size(80, 24),)).problems)


def codes(text: str, *sizes: Size) -> list[str]:
    return [problem.code for problem in found(text, *sizes)]


LONG = "title: 长\nslides:\n  - 短\n  - title: 长\n    bullets: [{}]\n".format(
    ", ".join("任务繁重，政策性强，位置十分要紧" for _ in range(14))
)


def test_a_slide_that_continues_is_named_with_size_and_pages() -> None:
    sizes = (Size(40, 12), Size(80, 24), Size(200, 60))
    problems = found(LONG, *sizes)
    assert {problem.code for problem in problems} == {"does-not-fit"}
    assert {problem.severity for problem in problems} == {"warning"}
    assert {problem.slide for problem in problems} == {2}
    assert {problem.place for problem in problems} == {(4, 5)}
    deck = load_source(Source("d.yaml", LONG)).deck
    assert deck is not None
    for problem in problems:
        size = Size(*map(int, str(problem.values["size"]).split("x")))
        stops = set_slide(deck, 1, PageOptions(*size, language="")).stops
        assert problem.values["pages"] == stops[-1].page + 1
    sizes_named = [problem.values["size"] for problem in problems]
    assert sizes_named[0] == "40x12"
    assert "200x60" not in sizes_named


@pytest.mark.parametrize(
    "slide",
    ["bullets: []", "table: {rows: [[]]}", 'text: ""', "columns: [{}, {text: ''}]", "big: ' '"],
)
def test_a_slide_of_empty_blocks_is_named(slide: str) -> None:
    text = f"title: x\nslides:\n  - {slide}\n"
    assert codes(text) == ["blank-slide"]
    assert codes(text + "    title: 题\n") == []


@pytest.mark.parametrize(
    "slide", ["bullets: [0]", "chart: {data: {甲: 0}}", "code: x", "columns: [{}, {text: 甲}]"]
)
def test_a_slide_that_shows_something_is_not(slide: str) -> None:
    assert codes(f"title: x\nslides:\n  - {slide}\n") == []


@pytest.mark.parametrize(
    "slide", ["qr: a", "columns: [{qr: https://example.org/a}, {qr: https://example.org/b}]"]
)
def test_a_code_without_room_is_named(slide: str) -> None:
    text = f"title: x\nslides:\n  - {slide}\n"
    assert codes(text) == []
    problems = found(text, Size(40, 12))
    assert [problem.place.column for problem in problems] == [
        match.start() + 5 for match in re.finditer("qr:", slide)
    ]
    for problem in problems:
        assert (problem.code, problem.severity, problem.slide) == ("no-room", "warning", 1)
        assert problem.values == {"size": "40x12", "block": "qr"}


def test_of_two_codes_the_one_without_room_is_named() -> None:
    text = (
        "title: x\nslides:\n  - columns:\n    - qr: a\n    - qr: https://example.org/{}\n".format(
            "a" * 80
        )
    )
    assert [told(problem) for problem in found(text, Size(80, 24))] == [(5, 7, "no-room")]


def test_a_table_that_is_set_as_a_list_is_named() -> None:
    cells = ", ".join(["一个单元格"] * 14)
    text = f"title: x\nslides:\n  - title: a\n    table: [[{cells}], [{cells}]]\n"
    problems = found(text, Size(80, 24), Size(200, 60), Size(40, 12))
    assert [told(problem) for problem in problems if problem.code != "does-not-fit"] == [
        (4, 5, "table-as-list"),
        (4, 5, "table-as-list"),
    ]
    assert problems[0].values["size"] == "80x24"


def test_a_picture_without_room_is_named(tmp_path: Path) -> None:
    Image.new("RGB", (64, 32)).save(tmp_path / "a.png")
    text = "title: x\nslides:\n  - {text: 甲, image: {path: a.png, alt: 山}}\n"
    loaded = load_source(Source("d.yaml", text, tmp_path))
    sizes = (Size(80, 24), Size(20, 5))
    problems = check_deck("d.yaml", loaded, sizes).problems
    assert [each.values["size"] for each in problems if each.code == "no-room"] == ["20x5"]


def test_code_that_cannot_be_coloured_is_named_at_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    faults: dict[str, Fault] = {"slow\n": "slow", "changed\n": "altered", "failing\n": "failed"}
    monkeypatch.setattr(
        "presenter.typeset.highlight.lex", lambda source, _: Lexed((), faults.get(source, ""))
    )
    text = (
        "title: x\nslides:\n  - title: a\n    code: {language: go, source: slow}\n  - content:\n"
        "    - text: b\n    - code: {language: c, source: changed}\n"
        "    - code: {language: r, source: failing}\n    - code: slow\n"
    )
    problems = found(text, Size(80, 24), Size(40, 12))
    assert [told(problem) for problem in problems] == [
        (4, 5, "code-plain-slow"),
        (7, 7, "code-plain-altered"),
        (8, 7, "code-plain-failed"),
    ]
    assert {problem.severity for problem in problems} == {"warning"}
    assert "“go”" in problems[0].message(Words("en"))


def test_code_that_is_too_long_to_be_coloured_is_named() -> None:
    source = "x = 1\\n" * 6_000
    text = f'title: x\nslides:\n  - code: {{language: python, source: "{source}"}}\n'
    (problem,) = (each for each in found(text) if each.code.startswith("code"))
    assert told(problem) == (3, 5, "code-plain-long")
    assert "30,000" in problem.message(Words("en"))


def test_a_slide_with_errors_is_not_said_to_be_too_long_or_without_notes() -> None:
    text = LONG.replace("bullets", "notse: x\n    bullets") + "  - {title: n, notes: n}\n  - m\n"
    problems = found(text, Size(20, 5))
    assert [problem.code for problem in problems] == ["no-notes", "unknown-key"]
    assert problems[0].values["slides"] == "1, 4"


def test_notes_are_missed_only_where_others_have_some() -> None:
    assert codes("title: x\nslides: [a, b]") == []
    (problem,) = found("title: x\nslides:\n  - {title: b, notes: n}\n  - a\n  - c\n  - d\n  - e\n")
    assert (problem.code, problem.slide, problem.place) == ("no-notes", None, (4, 5))
    assert problem.message(Words("en")) == ("4 of 5 slides have no notes, where others have: 2–5")


@pytest.mark.parametrize(
    ("ignoring", "left"),
    [
        ("", ["no-notes", "does-not-fit", "blank-slide"]),
        ("ignore: [no-notes, blank-slide]", ["does-not-fit"]),
        ("ignore: [does-not-fit]", ["no-notes", "blank-slide"]),
    ],
)
def test_a_deck_may_ignore_warnings(ignoring: str, left: list[str]) -> None:
    text = LONG.replace("title: 长\n", f"{ignoring}\ntitle: 长\n", 1)
    assert codes(text + "  - {notes: 讲}\n", Size(40, 12)) == left


def test_a_slide_may_ignore_warnings_of_its_own() -> None:
    text = LONG + "    ignore: [does-not-fit, no-notes]\n  - {notes: 讲}\n"
    assert codes(text) == ["no-notes", "blank-slide"]
    assert found(text)[0].values["slides"] == "1"
    assert codes(text.replace("notes: 讲}", "notes: 讲, ignore: [blank-slide]}")) == ["no-notes"]
    hidden = "  - {hidden: true, ignore: [image-no-alt], image: none.png}\n"
    assert codes(LONG + hidden) == ["file-no-folder"]


def test_an_error_cannot_be_ignored() -> None:
    assert codes("title: x\nignore: [unknown-key]\nslides: [{a: b, title: c}]") == [
        "not-a-warning",
        "unknown-key",
    ]


def test_a_wrong_code_to_ignore_does_not_hide_the_slide() -> None:
    deck = load_source(Source("d.yaml", "title: x\nslides: [{title: c, ignore: [a]}]")).deck
    assert deck is not None
    assert deck.slides[0].problems == ()


def test_what_was_not_tried_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (64, 32)).save(tmp_path / "a.png")
    text = LONG + "  - image: {path: a.png, alt: 山}\n"
    loaded = load_source(Source("d.yaml", text, tmp_path))
    over = check_deck("d.yaml", loaded, (Size(40, 12),), deadline=Deadline(0.0)).problems
    assert [(each.code, each.slide) for each in over] == [
        ("not-tried", 1),
        ("pictures-not-tried", 3),
    ]
    assert "to 3" in over[0].message(Words("en"))
    within = check_deck("d.yaml", loaded, (Size(40, 12),), deadline=Deadline(1e6, 1e6)).problems
    assert "not-tried" not in [each.code for each in within]


def test_hidden_slides_need_no_notes() -> None:
    text = "title: x\nslides:\n  - {title: a, hidden: true}\n  - {title: b, notes: n}\n"
    assert codes(text) == []


def test_times_beyond_the_talk_are_added_up() -> None:
    text = "title: x\ntime: 5m\nslides:\n  - {title: a, time: 4m}\n  - {title: b, time: 90s}\n"
    (problem,) = found(text)
    assert (problem.code, problem.place) == ("times-beyond", (2, 7))
    assert problem.message(Words("en")) == (
        "the slides take 5m30s, 30s more than the 5m of the talk"
    )
    assert codes(text.replace("90s", "60s")) == []
    assert codes(text.replace("time: 5m\n", "")) == []


def test_an_unknown_theme_is_an_error_with_a_suggestion() -> None:
    (problem,) = found("title: x\ntheme: vermillion\nslides: [a]")
    assert (problem.code, problem.severity) == ("unknown-theme", "error")
    assert problem.place == (2, 8)
    assert "vermilion" in problem.help(Words("en"))
    assert codes("title: x\ntheme: vermilion\nslides: [a]") == []


def test_what_is_wrong_in_the_themes_file_is_told_there(tmp_path: Path) -> None:
    theme = 'palette:\n  quiet: "#333"\n  acent: "#fff"\n'
    (tmp_path / "mine.yaml").write_text(theme, encoding="utf-8")
    deck = tmp_path / "d.yaml"
    deck.write_text("title: x\ntheme: mine.yaml\nslides: [a, {titel: b}]", encoding="utf-8")
    problems = check_deck(str(deck), load_deck(deck), (Size(80, 24),)).problems
    assert [(Path(each.path).name, *told(each)) for each in problems] == [
        ("d.yaml", 3, 14, "unknown-key"),
        ("mine.yaml", 2, 3, "low-contrast"),
        ("mine.yaml", 3, 3, "unknown-color"),
    ]


def test_the_theme_that_follows_the_terminal_is_for_later() -> None:
    assert codes("title: x\ntheme: auto\nslides: [a]") == ["theme-auto"]


def test_a_themes_file_that_is_missing_is_told_once(tmp_path: Path) -> None:
    deck = tmp_path / "d.yaml"
    deck.write_text("title: x\ntheme: mine.yaml\nslides: [a]", encoding="utf-8")
    problems = check_deck(str(deck), load_deck(deck), (Size(80, 24),)).problems
    assert [each.code for each in problems] == ["file-missing"]
