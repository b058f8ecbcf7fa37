"""One face with some outlines only."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import typst

from presenter.fonts import choice
from presenter.fonts.choice import packaged_font
from presenter.fonts.subset import subset

WITHOUT = frozenset(range(0x4E00, 0xA000)) - frozenset(map(ord, "后勤工作"))
WRITTEN = "后勤工作abc，“”——é→▪fi"


def drawn(folder: Path, text: str, family: str = "", weight: str = "regular") -> bytes:
    compiler = typst.Compiler(
        b"#set page(width: 400pt, height: 40pt)\n"
        b"#set text(font: sys.inputs.font, fallback: false, size: 20pt)\n"
        b"#set text(weight: sys.inputs.weight)\n#sys.inputs.text",
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[folder]),
        sys_inputs={"text": text, "font": family or packaged_font().family, "weight": weight},
    )
    png = compiler.compile(format="png", ppi=72)
    assert isinstance(png, bytes)
    return png


@pytest.fixture(scope="module")
def lean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lean")
    made = subset(Path(packaged_font().file).read_bytes(), packaged_font().number, WITHOUT)
    (folder / "face.otf").write_bytes(made)
    return folder


def test_what_is_kept_is_drawn_as_before(lean: Path) -> None:
    whole = Path(packaged_font().file).parent
    assert drawn(lean, WRITTEN) == drawn(whole, WRITTEN) != drawn(whole, "")


def test_what_is_left_out_has_no_outline_and_its_width(lean: Path) -> None:
    assert drawn(lean, "后勤") == drawn(lean, "后勤好") != drawn(lean, "后勤工")
    assert drawn(lean, "好后") == drawn(lean, "坏后") != drawn(lean, "后")


def test_a_variable_font_stays_variable(tmp_path: Path) -> None:
    """That of the extra ``handout``, a collection with outlines in CFF2."""
    font = choice.font_for("SC", "bold")
    assert font.file.endswith(".ttc")
    (tmp_path / "face.otf").write_bytes(subset(Path(font.file).read_bytes(), font.number, WITHOUT))
    whole = Path(font.file).parent
    for weight in ("regular", "bold"):
        kept = drawn(tmp_path, WRITTEN, font.family, weight)
        assert kept == drawn(whole, WRITTEN, font.family, weight)
    assert kept != drawn(whole, WRITTEN, font.family, "regular")
    assert drawn(tmp_path, "好", font.family) == drawn(tmp_path, "", font.family)
    assert (tmp_path / "face.otf").stat().st_size < Path(font.file).stat().st_size // 2


def test_it_takes_less_than_half(lean: Path) -> None:
    file = lean / "face.otf"
    assert file.stat().st_size < Path(packaged_font().file).stat().st_size // 2


def test_what_is_damaged_is_refused() -> None:
    data = Path(packaged_font().file).read_bytes()
    faults = (ValueError, IndexError, KeyError, struct.error)
    for broken in (b"", b"OTTO", data[:2000], data[: len(data) // 2], b"ttcf" + data[4:100]):
        with pytest.raises(faults):
            subset(broken, 0, WITHOUT)
