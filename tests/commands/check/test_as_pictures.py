"""``presenter check --render``: whether slides fit as pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from presenter.commands.check import analyses
from presenter.commands.check.analyses import check_deck
from presenter.commands.sizes import PictureSize, Size
from presenter.deck import Diagnostic, load_source
from presenter.deck.source import Source
from presenter.render.compiling import Workspace
from presenter.render.fitting import Misfit
from presenter.render.pictures import DeckPictures
from presenter.render.stops import PictureLook
from presenter.typeset.themes import find
from tests.commands.conftest import Command, Write
from tests.drawings import write as write_picture

PROJECTOR = PictureSize.usual()

LONG = "title: 长\nlang: zh-Hans\nslides:\n" + "".join(
    "  - title: {}\n    reveal: true\n    bullets: [{}]\n".format(
        title, ", ".join(["任务繁重，政策性强，位置十分要紧"] * items)
    )
    for title, items in (("短", 3), ("长", 24), ("也短", 2), ("很长", 60))
)


def found(text: str, *sizes: PictureSize) -> list[Diagnostic]:
    """What check finds in `text` as pictures alone."""
    return list(check_deck("d.yaml", load_source(Source("d.yaml", text)), (), (), None, sizes)[0])


def test_a_slide_that_continues_as_picture_is_named_with_size_and_pages(tmp_path: Path) -> None:
    tall = PictureSize.of(Size(80, 200))
    problems = found(LONG, PROJECTOR, tall)
    assert {(each.code, each.severity) for each in problems} == {
        ("does-not-fit-as-picture", "warning")
    }
    said = [(each.slide, each.values["size"]) for each in problems]
    assert said[:1] == [(2, "1920x1080")]
    assert (2, "80x200") not in said
    assert (4, "1920x1080") in said
    assert [each.place.line for each in problems if each.slide == 2] == [7]
    deck = load_source(Source("d.yaml", LONG)).deck
    theme = find("")
    assert deck is not None
    assert theme is not None
    look = PictureLook(theme, PROJECTOR.width, PROJECTOR.height)
    shown = DeckPictures(deck, look, Workspace(tmp_path)).draw(1, 24)
    assert problems[0].values["pages"] == len(shown) > 1


def test_a_terminals_pixels_are_those_of_usual_cells() -> None:
    assert PictureSize.of(Size(80, 24)) == ("80x24", 720, 432)


def test_a_slide_that_cannot_be_drawn_is_named_and_the_others_are_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count = Workspace.count_pages

    def fail(self: Workspace, deck: dict[str, Any], language: str) -> Any:
        if any(slide["number"] == 3 for slide in deck["slides"]):
            raise RuntimeError("unknown variable")
        return count(self, deck, language)

    monkeypatch.setattr(Workspace, "count_pages", fail)
    problems = [(each.slide, each.code) for each in found(LONG, PROJECTOR)]
    assert problems == [
        (2, "does-not-fit-as-picture"),
        (3, "no-picture"),
        (4, "does-not-fit-as-picture"),
    ]


def test_what_was_not_tried_in_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyses, "_FOR_PICTURES", (0.0, 0.0))
    assert [(each.slide, each.code) for each in found(LONG, PROJECTOR)] == [(1, "not-tried")]


def test_a_slide_with_far_too_much_on_it_is_not_tried_and_the_others_are() -> None:
    lines = "\n".join(f"      x{number} = {number}" for number in range(1500))
    deck = f"title: x\nslides:\n- code:\n    source: |\n{lines}\n- {{text: {'字' * 3000}}}\n"
    assert [(each.slide, each.code) for each in found(deck, PROJECTOR)] == [
        (1, "too-much-for-picture"),
        (2, "does-not-fit-as-picture"),
    ]


def test_a_long_slide_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[list[int]] = []
    count = DeckPictures.pages

    def pages(self: DeckPictures, slides: list[int]) -> int:
        tried.append(list(slides))
        return count(self, slides)

    monkeypatch.setattr(DeckPictures, "pages", pages)
    short = "- {title: 短, text: 一句话}\n" * 5
    deck = f"title: x\nslides:\n{short}- {{text: {'字' * 9000}}}\n{short}"
    assert [each.slide for each in found(deck, PROJECTOR)] == [6]
    assert [slides for slides in tried if 5 in slides] == [[5]]


def test_what_no_font_has_is_named_where_slides_are_pictures() -> None:
    deck = (
        "title: x\nslides:\n- {title: 好, text: 写 é 与 →}\n- {columns: [{text: 甲\U0010fffd}]}\n"
    )
    (problem,) = found(deck, PROJECTOR)
    assert (problem.slide, problem.code) == (2, "no-glyph")
    assert problem.values["characters"] == "\U0010fffd"
    assert not found(deck)


def test_trying_them_takes_no_time_from_what_else_is_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawing: list[bool] = []

    class Over(analyses.Deadline):
        def is_over(self) -> bool:
            return bool(drawing)

    def draw(*_: object) -> Iterator[Misfit]:
        drawing.append(True)
        return iter(())

    monkeypatch.setattr("presenter.render.fitting.misfits", draw)
    write_picture(tmp_path / "a.png")
    text = "title: x\nslides:\n- image: {path: a.png, alt: a}\n"
    loaded = load_source(Source("slides.yaml", text, tmp_path))
    checked = check_deck("slides.yaml", loaded, (), (), Over(), (PROJECTOR,))
    assert drawing
    assert not checked.problems


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], {"does-not-fit": "80x24"}),
        (["--render", "pictures"], {"does-not-fit-as-picture": "1920x1080"}),
        (
            ["--render", "both", "--size", "60x20"],
            {"does-not-fit": "60x20", "does-not-fit-as-picture": "60x20"},
        ),
        (
            ["--render", "both", "--ignore", "does-not-fit"],
            {"does-not-fit-as-picture": "1920x1080"},
        ),
    ],
)
def test_the_option_says_which_are_tried(
    command: Command, write: Write, arguments: list[str], expected: dict[str, str]
) -> None:
    ended = command("check", write(LONG), "--format", "json", *arguments)
    problems = json.loads(ended.out)
    assert {each["code"] for each in problems} == expected.keys()
    assert all(expected[each["code"]] in each["message"] for each in problems)
    assert ended.status == 0


def test_without_what_draws_them_it_says_what_to_install(
    command: Command, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr("presenter.commands.check.command.is_installed", lambda: False)
    deck = write(LONG)
    ended = command("check", deck, "--render", "both")
    assert ended.status == 2
    assert "presenter check --render needs a part that is not installed" in ended.err
    assert "handout" in ended.err
    assert command("check", deck).status == 0


def test_what_is_too_small_to_read_is_named() -> None:
    many = ", ".join(f"作者{number}" for number in range(400))
    cells = ", ".join(f"123{number}" for number in range(9))
    deck = f"""title: {"后勤" * 600}
author: [{many}]
slides:
- {{title: {"很长的标题" * 200}, text: 甲}}
- {{title: {"很长的标题" * 200}, layout: section}}
- {{title: 甲, table: {{header: [{cells}], rows: [[{cells}]]}}}}
- {{title: 乙, text: 乙}}
"""
    half = PictureSize("half", 616, 759)
    said = {(each.slide, each.values.get("key")) for each in found(deck, half)}
    assert said >= {(1, "title"), (2, "title"), (3, "table")}
    assert (4, "title") not in said
    assert {key for slide, key in said if slide == 4} <= {"footer"}
    assert not {each.code for each in found("title: t\nslides: [{title: 甲, text: 乙}]", half)}
