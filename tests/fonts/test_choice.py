"""One font for each script and style: the system's, a package's, at last the one always there."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.fonts import choice
from presenter.fonts.choice import Font, Script, font_for, han_script, packaged_font
from tests.fonts.font_files import face, write_font


@pytest.fixture
def without_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but what is always there."""
    monkeypatch.setattr(choice, "_EXTRA_HAN", "no_such_package/a.ttc")
    monkeypatch.setattr(choice, "_EXTRA_LATIN", "no_such_package/a.ttf")


@pytest.mark.parametrize(
    ("language", "script"),
    [
        *(("zh", "SC"), ("zh-Hans-SG", "SC"), ("en", "SC"), ("zh-Hant", "TC"), ("zh-TW", "TC")),
        *(("zh-Hans-HK", "SC"), ("cmn-Hans-TW", "SC"), ("cmn-Hant", "TC"), ("wuu", "SC")),
        *(("zh-Hant-HK", "HK"), ("zh_HK", "HK"), ("yue", "HK"), ("ja-JP", "JP"), ("ko", "KR")),
    ],
)
def test_each_language_has_the_shapes_of_its_country(language: str, script: Script) -> None:
    assert han_script(language) == script


@pytest.mark.parametrize(
    ("language", "there", "taken"),
    [
        ("zh-Hans", {}, ("Noto Sans SC", 400)),
        ("zh-Hans", {"PingFang SC": {300, 400, 600}}, ("PingFang SC", 600)),
        # Without a bold of its own it is no better than the packaged one.
        ("zh", {"Noto Sans CJK SC": {400}}, ("Noto Sans SC", 400)),
        ("ja-JP", {"Noto Sans CJK JP": {400, 700}}, ("Noto Sans CJK JP", 700)),
        ("zh-Hant-HK", {"Noto Sans CJK TC": {400, 700}}, ("Noto Sans CJK TC", 700)),
        ("zh-TW", {"Noto Sans CJK SC": {400, 700}}, ("Noto Sans SC", 400)),
        (
            "ko",
            {"Malgun Gothic": {400, 700}, "Noto Sans CJK SC": {400, 700}},
            ("Malgun Gothic", 700),
        ),
    ],
)
@pytest.mark.usefixtures("without_packages")
def test_the_system_s_font_with_a_bold_face_is_taken_first(
    system: Path, language: str, there: dict[str, set[int]], taken: tuple[str, int]
) -> None:
    for family, weights in there.items():
        for weight in weights:
            write_font(system / f"{family}-{weight}.otf", face(family, weight))
    bold = font_for(han_script(language), "bold")
    assert (bold.family, bold.weight) == taken
    assert font_for(han_script(language)).family == bold.family


def test_a_collection_of_all_countries_gives_the_face_of_one(system: Path) -> None:
    countries = ("JP", "KR", "SC", "TC")
    for weight in (900, 700, 500, 400, 100):
        made = [face(f"Noto Sans CJK {each}", weight) for each in countries]
        write_font(system / "deeper" / f"{weight}.ttc", *made)
    folder = system / "deeper"
    assert font_for("TC") == Font("Noto Sans CJK TC", str(folder / "400.ttc"), 3, 400)
    assert font_for("JP", "bold") == Font("Noto Sans CJK JP", str(folder / "700.ttc"), 0, 700)


def test_a_variable_font_is_set_to_the_weight(system: Path) -> None:
    axes = [("wght", 100.0, 100.0, 900.0)]
    file = write_font(system / "a.ttc", face("Source Han Sans K", 100, axes=axes), face("Other"))
    assert font_for("KR") == Font("Source Han Sans K", str(file), 0, 400, (400,))
    assert font_for("KR", "bold") == Font("Source Han Sans K", str(file), 0, 700, (700,))


def test_broken_fonts_of_the_system_are_passed_over(system: Path) -> None:
    (system / "a.ttf").write_bytes(b"no font")
    (system / "b.TTC").write_bytes(b"ttcf\0\2\0\0\xff\xff\xff\xff")
    (system / "c.otf").symlink_to(system / "nowhere")
    for weight in (400, 700):
        write_font(system / f"d{weight}.OTF", face("Yu Gothic", weight))
    assert font_for("JP", "bold").family == "Yu Gothic"


@pytest.mark.parametrize("script", ["SC", "TC", "HK", "JP", "KR", "Latin"])
def test_packages_have_a_bold_of_their_own_for_every_script(script: Script, system: Path) -> None:
    regular, bold = font_for(script), font_for(script, "bold")
    assert (regular.weight, bold.weight) == (400, 700)
    assert regular.family == bold.family
    assert script == "Latin" or regular.family == f"Noto Sans CJK {script}"


@pytest.mark.usefixtures("without_packages", "system")
def test_without_packages_the_font_that_is_always_there_is_taken_for_all() -> None:
    every: tuple[Script, ...] = ("SC", "TC", "HK", "JP", "KR", "Latin")
    assert {font_for(script, "bold") for script in every} == {packaged_font()}


def test_the_packaged_fonts_do_not_ask_what_the_system_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> tuple[str, ...]:
        raise AssertionError

    monkeypatch.setattr(choice, "system_files", never)
    assert packaged_font().family == "Noto Sans SC"
    assert font_for("Latin").family == "Noto Sans"
    assert font_for("JP", "mono").family == "DejaVu Sans Mono"


def test_of_very_many_files_some_are_looked_at(
    system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "_LISTED", 10)
    for number in range(5):
        for name in "abcd":
            write_font(system / str(number) / f"{name}.ttf", face("Any"))
    assert len(choice.system_files()) == 12
