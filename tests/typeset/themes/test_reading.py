"""Themes from files: what they say, and every mistake at its place."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck.source import Source
from presenter.typeset.themes import OURS, STYLES, Style, Theme, choose
from presenter.typeset.themes.reading import Read, read_theme
from presenter.words import Words
from tests.deck.decks import pointed, told


def read(text: str) -> Read:
    return read_theme(Source("themes/mine.yaml", dedent(text)))


def theme_of(text: str) -> Theme:
    """The theme in `text`, which must be free of problems."""
    theme, problems = read(text)
    assert problems == ()
    assert theme is not None
    return theme


def test_it_changes_the_theme_that_it_extends() -> None:
    theme = theme_of(
        """
        name: 松烟
        extends: paper
        palette: {accent: "#A11"}
        styles:
          subtitle: {color: accent, italic: true}
          bullet.marker: "#0a5c2f"
        """
    )
    paper = OURS["paper"]
    assert (theme.name, theme.dark) == ("松烟", False)
    assert theme.palette == paper.palette | {"accent": "#aa1111"}
    assert theme.style("title").color == "#aa1111"
    background = paper.palette["background"]
    assert theme.style("subtitle") == Style("#aa1111", background, False, True, False, False)
    assert theme.style("bullet.marker").color == "#0a5c2f"
    assert theme.style("text") == paper.style("text")


def test_without_more_it_is_the_default_by_its_files_name() -> None:
    theme = theme_of("dark: true")
    assert theme.name == "mine"
    assert theme.palette == OURS["ink"].palette


def test_styles_of_the_extended_theme_stay_where_nothing_else_is_said() -> None:
    theme = theme_of("extends: vermilion\nstyles: {part.label: {bold: true}}")
    assert theme.style("part.label").color == OURS["vermilion"].palette["accent"]
    assert theme.style("part.label").bold


def test_whether_it_is_dark_shows_in_its_background() -> None:
    assert theme_of("extends: ink").dark
    light = 'palette: {background: "#fff", text: "#000"}'
    theme, problems = read(light)
    assert theme is not None
    assert not theme.dark
    assert {problem.code for problem in problems} == {"low-contrast"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("☞dork: true", "unknown-key"),
        ("extends: ☞paperr", "unknown-theme"),
        ("dark: ☞perhaps", "not-a-boolean"),
        ("palette: ☞[a]", "not-a-mapping"),
        ('palette: {☞acent: "#fff"}', "unknown-color"),
        ("palette: {accent: ☞red}", "not-a-color"),
        ('palette: {accent: ☞"#12"}', "not-a-color"),
        ("palette:\n  ☞accent: #c0392b", "empty-color"),
        ("palette: {accent: ☞[1]}", "list-for-text"),
        ("styles: ☞bold", "not-a-mapping"),
        ("styles: {☞titel: {bold: true}}", "unknown-style"),
        ("styles: {title: {☞colour: accent}}", "unknown-key"),
        ("styles: {title: {color: ☞acent}}", "not-a-style-color"),
        ("styles: {title: ☞acent}", "not-a-style-color"),
        ("styles: {title: {bold: ☞2}}", "not-a-boolean"),
        ("styles:\n  ☞title: #888", "empty-color"),
        ("☞- a", "theme-not-mapping"),
        ("☞", "theme-not-mapping"),
        ("name: [☞", "yaml-no-value"),
    ],
)
def test_mistakes_are_told_where_they_stand(text: str, code: str) -> None:
    plain, places = pointed(text)
    theme, problems = read(plain)
    assert theme is None
    errors = [told(each) for each in problems if each.severity == "error"]
    assert [each[2] for each in errors] == [code]
    assert errors == [(*places[0], code)]
    assert {each.path for each in problems} == {"themes/mine.yaml"}
    assert all(each.help(Words("en")) and each.help(Words("zh")) for each in problems)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('palette: {acent: "#fff"}', "accent"),
        ("styles: {titel: {bold: true}}", "title"),
        ("styles: {title: {color: sekond}}", "second"),
        ("extends: vermillion", "vermilion"),
    ],
)
def test_near_misses_get_a_suggestion(text: str, meant: str) -> None:
    _, (problem, *_) = read(text)
    assert meant in problem.help(Words("en"))


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ('palette: {☞quiet: "#444"}', "subtitle"),
        ('palette: {☞background: "#888"}', "text"),
        ('styles: {☞quote.by: "#333"}', "quote.by"),
        ('styles:\n  ☞text: {background: "#ddd"}', "text"),
    ],
)
def test_what_cannot_be_read_is_a_warning_once_at_what_makes_it_so(text: str, style: str) -> None:
    plain, places = pointed(text)
    theme, problems = read(plain)
    assert theme is not None
    assert told(problems[0]) == (*places[0], "low-contrast")
    assert problems[0].values["style"] == style
    assert len({problem.place for problem in problems}) == len(problems)


def test_lines_that_nobody_reads_may_be_faint() -> None:
    assert theme_of('palette: {faint: "#15181d"}')
    unread = {name for name, named in STYLES.items() if not named.is_read}
    assert unread >= {"progress.rest", "table.rule", "chart.rest", "image.frame", "blank.black"}
    assert not unread & {"", "text", "title", "quote.by", "foot.text", "code.comment", "qr"}


def test_hostile_characters_do_not_reach_the_name() -> None:
    theme, problems = read('name: "a\\e[2Jb"')
    assert theme is not None
    assert "\x1b" not in theme.name
    assert [each.code for each in problems] == ["hostile-character"]


def test_a_bad_file_leaves_the_default() -> None:
    bad = Source("mine.yaml", "dork: 1")
    chosen = choose("mine.yaml", bad)
    assert (chosen.theme, chosen.found) == (OURS["ink"], False)
    assert [each.code for each in chosen.problems] == ["unknown-key"]


def test_a_file_goes_before_a_built_in_theme_of_its_name() -> None:
    own = Source("paper.yaml", 'palette: {accent: "#fff"}')
    assert choose("paper", own).theme.palette["accent"] == "#ffffff"
    assert choose("paper", None).theme is OURS["paper"]
    assert choose("", None).found
    assert not choose("no-such", None).found


@settings(max_examples=100, deadline=None)
@given(st.text("namestylp: {}[]\"#c0-\n&*'|>,!%", max_size=60))
def test_any_text_gives_a_theme_or_says_why_not(text: str) -> None:
    theme, problems = read_theme(Source("t.yaml", text))
    assert (theme is None) == any(each.severity == "error" for each in problems)
