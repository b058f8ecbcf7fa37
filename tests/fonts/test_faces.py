"""What font files say of themselves, the broken ones too."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from presenter.fonts.choice import packaged_font
from presenter.fonts.faces import Axis, Face, characters_in, faces
from tests.fonts.font_files import face, write_font

READ = faces.__wrapped__
"""Without what it remembers of a file."""


def test_a_face_is_known_by_family_number_and_weight(tmp_path: Path) -> None:
    file = str(write_font(tmp_path / "a.ttc", face("Some Sans", 700), face("Some Serif")))
    assert READ(file) == (
        Face("Some Sans", file, 0, 700),
        Face("Some Serif", file, 1, 400),
    )


def test_the_family_is_the_one_that_all_weights_share_in_english(tmp_path: Path) -> None:
    names = [(3, 0x804, 16, "某黑体"), (1, 0, 16, "Some Sans Mac"), (3, 0x409, 16, "Some Sans")]
    file = write_font(tmp_path / "a.otf", face("Some Sans W6", 600, named=names))
    assert [each.family for each in READ(str(file))] == ["Some Sans"]


def test_a_variable_face_has_every_weight_of_its_axis(tmp_path: Path) -> None:
    axes = [("wght", 100.0, 100.0, 600.0), ("wdth", 62.5, 87.5, 100.0)]
    (found,) = READ(str(write_font(tmp_path / "a.ttf", face("Some Sans", 100, axes=axes))))
    assert found.axes == (Axis("wght", 100, 100, 600), Axis("wdth", 62.5, 87.5, 100))
    assert (found.nearest(400), found.nearest(700)) == (400, 600)
    assert found.variation(700) == (600, 87.5)


def test_italics_and_bitmaps_are_passed_over(tmp_path: Path) -> None:
    slanted, drawn = face("Some Sans", italic=True), face("Some Emoji", outlines="CBDT")
    file = write_font(tmp_path / "a.ttc", slanted, drawn, face("Some Sans"))
    assert [each.number for each in READ(str(file))] == [2]


def test_what_is_no_font_or_cannot_be_read_has_no_faces(tmp_path: Path) -> None:
    folder = tmp_path / "folder.ttf"
    folder.mkdir()
    pipe = tmp_path / "pipe.ttf"
    os.mkfifo(pipe)
    assert [READ(str(each)) for each in (folder, pipe, tmp_path / "gone.ttf")] == [()] * 3
    assert READ("") == ()


@pytest.mark.parametrize("whole", ["made", "packaged"])
def test_no_broken_file_is_a_fault(tmp_path: Path, whole: str) -> None:
    made = write_font(tmp_path / "a.ttc", face("A", axes=[("wght", 1, 2, 3)]), face("B"))
    data = made.read_bytes() if whole == "made" else Path(packaged_font().file).read_bytes()[:300]
    for length in range(len(data)):
        made.write_bytes(data[:length])
        READ(str(made))
    for place in range(len(data)):
        made.write_bytes(data[:place] + b"\xff" + data[place + 1 :])
        READ(str(made))


def test_the_characters_of_all_faces_of_a_collection_are_found(tmp_path: Path) -> None:
    to_ffff = struct.pack(">7H2HH2H", 4, 32, 0, 4, 0, 0, 0, 0x62, 0xFFFF, 0, 0x61, 0xFFFF)
    all_of_it = struct.pack(">2H3I3I", 12, 0, 28, 0, 1, 0x1F600, 0x1F64F, 1)
    maps = [struct.pack(">2H2HI", 0, 1, 3, 1, 12) + each for each in (to_ffff, all_of_it)]
    faces_ = [{**face(name), "cmap": each} for name, each in zip("AB", maps, strict=True)]
    file = str(write_font(tmp_path / "a.ttc", *faces_))
    assert characters_in(file, "abc\U0001f600\U0001f650") == frozenset("ab\U0001f600")
    assert characters_in(packaged_font().file, "后a→\U0010fffd") == frozenset("后a→")


def test_what_cannot_be_read_has_no_characters(tmp_path: Path) -> None:
    file = tmp_path / "damaged.ttc"
    file.write_bytes(b"ttcf" + bytes(40))
    assert characters_in(str(file), "a") == frozenset()
    assert characters_in(str(tmp_path / "none.ttf"), "a") == frozenset()
