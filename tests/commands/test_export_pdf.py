"""``presenter export`` to PDF and PNG: what is needed, and what is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from PIL import Image

from presenter.commands.installation import install_command
from tests.commands.conftest import Command

DECK = "title: 后勤\nlang: zh-Hans\nslides: [{title: 题, bullets: [甲, 乙]}, {text: 丙}]\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def test_a_pdf_is_one_file_and_pictures_are_several(command: Command, deck: Path) -> None:
    for ending in ("pdf", "png"):
        assert command("export", deck, "-o", deck.with_name(f"talk.{ending}")) == (0, "", "")
    made = {path.name: path.read_bytes()[:4] for path in deck.parent.glob("talk*.p*")}
    assert made == {"talk.pdf": b"%PDF", "talk-01.png": b"\x89PNG", "talk-02.png": b"\x89PNG"}


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        ([], (1920, 1080)),
        (["--size", "80x24"], (1440, 864)),
        (["--size", "1000x1000"], (3840, 7680)),
        (["--size", "1000x1"], (7680, 120)),
        (["--size", "1x1"], (18, 36)),
        (["--render", "cells"], (1644, 1100)),
        (["--render", "cells", "--size", "40x12"], (844, 572)),
    ],
)
def test_a_png_is_of_a_projectors_size_or_of_a_terminals_shape(
    command: Command, deck: Path, arguments: list[str], size: tuple[int, int]
) -> None:
    out = deck.with_name("talk.png")
    assert command("export", deck, "-o", out, "--slides", "1", *arguments) == (0, "", "")
    with Image.open(out) as image:
        assert image.size == size


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_what_is_not_installed_is_named(
    command: Command, deck: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr("presenter.handout.formats.find_spec", lambda name: None)
    status, out, err = command("export", deck, "-o", deck.with_name(f"talk.{ending}"))
    assert (status, out) == (2, "")
    assert install_command("handout") in err
    assert [path.name for path in deck.parent.iterdir()] == ["talk.yaml"]


def test_a_half_installed_extra_is_named_too(
    command: Command, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("presenter.handout.pptx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    status, out, err = command("export", deck, "-o", deck.with_name("talk.pptx"))
    assert (status, out) == (2, "")
    assert install_command("handout") in err


def test_a_character_that_no_font_has_is_told(command: Command, deck: Path) -> None:
    deck.write_text(DECK.replace("甲", '"\\U0010fffd"'), encoding="utf-8")
    status, _, err = command("export", deck, "-o", deck.with_name("talk.pdf"))
    assert status == 0
    assert "warning:" in err
    assert "\U0010fffd" in err


def test_a_file_that_is_no_pdf_is_left_alone(command: Command, deck: Path) -> None:
    out = deck.with_name("talk.pdf")
    out.write_text("my diary", encoding="utf-8")
    assert command("export", deck, "-o", out).status == 2
    assert out.read_text(encoding="utf-8") == "my diary"


class _PanicException(BaseException):
    """What a fault in Rust comes as."""


_PanicException.__name__ = "PanicException"


Refuse = Callable[..., None]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """``refuse(error, 2)``: Typst raises it for pages of `least` slides, one of them the second."""
    real = typst.Compiler

    def begin(error: BaseException, number: int, least: int = 1) -> None:
        class Compiler:
            def __init__(self, *arguments: Any, **named: Any) -> None:
                self._real = real(*arguments, **named)
                self._deck = named["root"] / "deck.json"

            def compile(self, **how: Any) -> Any:
                said = json.loads(self._deck.read_text(encoding="utf-8"))
                numbers = [slide["number"] for slide in said["slides"]]
                if number in numbers and len(numbers) >= least:
                    raise error
                return self._real.compile(**how)

        monkeypatch.setattr(typst, "Compiler", Compiler)

    return begin


@pytest.mark.parametrize("ending", ["pdf", "png"])
@pytest.mark.parametrize("error", [RuntimeError("too large\nhere"), _PanicException("too large")])
def test_slides_that_typst_refuses_are_named_with_what_to_do(
    command: Command, deck: Path, refuse: Refuse, ending: str, error: BaseException
) -> None:
    refuse(error, 2)
    status, out, err = command("export", deck, "-o", deck.with_name(f"talk.{ending}"))
    assert (status, out) == (1, "")
    assert err.startswith(f"{deck}:3:39: error: 第 2 张做不成 {ending}，")
    assert "too large\n  提示：" in err
    assert {"pdf": "--to html", "png": "--render cells"}[ending] in err
    assert [path.name for path in deck.parent.iterdir()] == ["talk.yaml"]
    assert command("export", deck, "-o", deck.with_name(f"a.{ending}"), "--slides", "1")[0] == 0


def test_slides_that_typst_refuses_only_together_are_no_crash(
    command: Command, deck: Path, refuse: Refuse
) -> None:
    refuse(RuntimeError("too much"), 1, least=2)
    status, out, err = command("export", deck, "-o", deck.with_name("talk.pdf"))
    assert (status, out) == (2, "")
    assert "--slides" in err
    assert "too much" in err
