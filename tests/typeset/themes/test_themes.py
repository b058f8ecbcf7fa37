from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color, ColorSystem

from presenter.typeset import themes
from presenter.typeset.themes import OURS, STYLES, Style, Theme, textual_palettes
from presenter.typeset.themes.styles import COLORS, FALLBACKS
from presenter.typeset.themes.theme import READABLE, contrast
from tests.typeset.themes.textual_table import table

every_theme = pytest.mark.parametrize(
    "theme", [themes.find(name) for name in themes.names()], ids=themes.names()
)


@every_theme
def test_all_text_can_be_read(theme: Theme) -> None:
    for name, named in STYLES.items():
        style = theme.style(name)
        assert style.color is not None
        assert style.background is not None
        if named.is_read:
            assert contrast(style.color, style.background) >= READABLE, name


@every_theme
def test_themes_name_every_colour(theme: Theme) -> None:
    assert theme.palette.keys() == COLORS.keys()
    assert theme.dark == (contrast(theme.palette["background"], "#000000") < 4.5)


@every_theme
def test_text_differs_from_its_background_in_sixteen_colours(theme: Theme) -> None:
    for name in ("text", "title", "foot.number", "error.message"):
        style = theme.style(name)
        colors = {
            Color.parse(color or "").downgrade(ColorSystem.STANDARD).number
            for color in (style.color, style.background)
        }
        assert len(colors) == 2, name


def test_what_matters_shows_without_colours() -> None:
    theme = OURS["ink"]
    plain = theme.style("text")

    def look(name: str) -> tuple[bool | None, ...]:
        style = theme.style(name)
        return style.bold, style.italic, style.underline, style.strike

    for name in (
        "title",
        "text strong",
        "text emphasis",
        "text link",
        "text strike",
        "error.message",
        "match",
        "callout.label",
        "table.header",
    ):
        assert look(name) != (plain.bold, plain.italic, plain.underline, plain.strike), name


def test_known_contrasts() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_later_names_refine_earlier_ones() -> None:
    style = OURS["ink"].style("bullet.text strong link")
    assert style == Style(
        OURS["ink"].palette["text"], OURS["ink"].palette["background"], True, False, True, False
    )


def test_a_theme_may_say_otherwise() -> None:
    theme = Theme(
        name="own",
        dark=True,
        palette={"background": "#000000", "text": "#ffffff"},
        styles={"title": Style(color="#ff0000", italic=True)},
    )
    assert theme.style("title") == Style("#ff0000", "#000000", True, True, False, False)
    assert theme.style("no-such-style") == theme.style("")


def test_a_palette_of_two_colours_is_enough() -> None:
    theme = Theme(name="own", dark=True, palette={"background": "#000000", "text": "#ffffff"})
    used = {theme.style(name).color for name in STYLES} | {theme.color(name) for name in FALLBACKS}
    assert used <= {"#000000", "#ffffff"}


def test_themes_are_found_by_name() -> None:
    assert themes.find("") is OURS["ink"]
    assert themes.find("paper") is OURS["paper"]
    assert themes.find("nord") is themes.find("nord")
    assert themes.find("no-such-theme") is None
    assert themes.names()[:4] == ["ink", "paper", "vermilion", "board"]


def test_textuals_themes_are_as_textual_has_them() -> None:
    assert Path(textual_palettes.__file__).read_text(encoding="utf-8") == table()
