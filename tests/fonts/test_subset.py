"""One face with some characters only."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import typst

from presenter.fonts import choice
from presenter.fonts.choice import packaged_font
from presenter.fonts.faces import characters_in
from presenter.fonts.subset import subset

WITHOUT = frozenset(range(0x4E00, 0xA000)) - frozenset(map(ord, "后勤工作"))
WRITTEN = "后勤工作abc，“”——é→▪fi"


def drawn(
    folder: Path, text: str, family: str = "", weight: str = "regular", language: str = "zh"
) -> bytes:
    compiler = typst.Compiler(
        b"#set page(width: 400pt, height: 40pt)\n"
        b"#set text(font: sys.inputs.font, fallback: false, size: 20pt)\n"
        b"#set text(weight: sys.inputs.weight, lang: sys.inputs.language)\n#sys.inputs.text",
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[folder]),
        sys_inputs={
            "text": text,
            "font": family or packaged_font().family,
            "weight": weight,
            "language": language,
        },
    )
    png = compiler.compile(format="png", ppi=72)
    assert isinstance(png, bytes)
    return png


@pytest.fixture(scope="module")
def lean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lean")
    made = subset(Path(packaged_font().file).read_bytes(), packaged_font().number, WITHOUT, b"ZHS")
    (folder / "face.otf").write_bytes(made)
    return folder


def test_what_is_kept_is_drawn_as_before(lean: Path) -> None:
    whole = Path(packaged_font().file).parent
    assert drawn(lean, WRITTEN) == drawn(whole, WRITTEN) != drawn(whole, "")


def test_what_is_left_out_is_not_said_to_be_there(lean: Path) -> None:
    asked = {"后", "好", "a", "→"}
    assert characters_in(str(lean / "face.otf"), asked) == asked - {"好"}


def test_a_variable_font_stays_variable(tmp_path: Path) -> None:
    """That of the extra ``handout``, a collection with outlines in CFF2."""
    font = choice.font_for("SC", "bold")
    assert font.file.endswith(".ttc")
    made = subset(Path(font.file).read_bytes(), font.number, WITHOUT, b"ZHS")
    (tmp_path / "face.otf").write_bytes(made)
    whole = Path(font.file).parent
    for weight in ("regular", "bold"):
        kept = drawn(tmp_path, WRITTEN, font.family, weight)
        assert kept == drawn(whole, WRITTEN, font.family, weight)
    assert kept != drawn(whole, WRITTEN, font.family, "regular")
    assert len(made) < Path(font.file).stat().st_size // 2


@pytest.mark.parametrize(("tag", "own", "other"), [(b"ZHS", "zh", "ja"), (b"JAN", "ja", "zh")])
def test_another_language_has_the_shapes_that_are_there(
    tmp_path: Path, tag: bytes, own: str, other: str
) -> None:
    """Those of its own may have lost their outlines."""
    font = choice.font_for("SC")
    made = subset(Path(font.file).read_bytes(), font.number, frozenset(), tag)
    (tmp_path / "face.otf").write_bytes(made)
    whole = {
        each: drawn(Path(font.file).parent, "直角", font.family, language=each)
        for each in (own, other, "en")
    }
    assert whole["ja"] != whole["zh"]
    assert drawn(tmp_path, "直角", font.family, language=own) == whole[own]
    assert drawn(tmp_path, "直角", font.family, language=other) == whole["en"]


def test_it_takes_less_than_half(lean: Path) -> None:
    file = lean / "face.otf"
    assert file.stat().st_size < Path(packaged_font().file).stat().st_size // 2


def test_what_is_damaged_is_refused() -> None:
    data = Path(packaged_font().file).read_bytes()
    faults = (ValueError, IndexError, KeyError, struct.error)
    for broken in (b"", b"OTTO", data[:2000], data[: len(data) // 2], b"ttcf" + data[4:100]):
        with pytest.raises(faults):
            subset(broken, 0, WITHOUT, b"ZHS")
