"""Reading pixels: every format, the right way up, and never more than a file may cost."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from presenter.deck.pixels import PictureError, read_pixels
from tests.drawings import BLUE, RED, halves, noise, write


def near(pixel: object, color: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 12 for a, b in zip(pixel[:3], color, strict=True))


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.png", "RGB"),
        ("a.png", "RGBA"),
        ("a.png", "P"),
        ("a.gif", "RGB"),
        ("a.jpg", "RGB"),
        ("a.jpg", "CMYK"),
        ("a.webp", "RGB"),
    ],
)
def test_every_format_shows_the_same(tmp_path: Path, name: str, mode: str) -> None:
    image = read_pixels(write(tmp_path / name, 64, 48, mode), 32, 32)
    assert image.size == (32, 24)
    assert near(image.getpixel((16, 2)), RED)
    assert near(image.getpixel((16, 21)), BLUE)


def test_sixteen_bits_keep_the_upper_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("I;16", (8, 8), 0x8000).save(path)
    assert read_pixels(path, 4, 4).convert("L").getpixel((1, 1)) == 0x80


def test_what_is_transparent_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    image = Image.new("P", (8, 8), 0)
    image.save(path, transparency=0)
    read = read_pixels(path, 8, 8)
    assert read.mode == "RGBA"
    assert read.getpixel((1, 1))[3] == 0  # type: ignore[index]


def test_a_photograph_that_was_held_upright_is_upright(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right
    halves(64, 32).save(path, exif=exif)
    image = read_pixels(path, 64, 64)
    assert image.size == (32, 64)
    assert near(image.getpixel((4, 30)), BLUE)
    assert near(image.getpixel((28, 30)), RED)


def test_little_slack_is_filled_by_stretching(tmp_path: Path) -> None:
    path = write(tmp_path / "a.png", 100, 100)
    assert read_pixels(path, 50, 48).size == (48, 48)
    assert read_pixels(path, 50, 48, slack=0.1).size == (50, 48)
    assert read_pixels(path, 50, 40, slack=0.1).size == (40, 40)


def test_extreme_shapes_keep_a_pixel(tmp_path: Path) -> None:
    assert read_pixels(write(tmp_path / "a.png", 2000, 1), 10, 10).size == (10, 1)


def test_the_first_frame_of_an_animation(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    frames = [Image.new("RGB", (8, 8), color) for color in (RED, BLUE)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert near(read_pixels(path, 8, 8).convert("RGB").getpixel((4, 4)), RED)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_file_cut_short_is_an_error(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    noise(200, 200).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(PictureError):
        read_pixels(path, 50, 50)


@pytest.mark.parametrize("side", [7_500, 10_000, 60_000])
@pytest.mark.filterwarnings("error")
def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path, side: int) -> None:
    path = tmp_path / "bomb.png"
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    parts = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    with pytest.raises(PictureError, match="pixels"):
        read_pixels(path, 50, 50)


def test_only_regular_files_of_the_four_formats_are_read(tmp_path: Path) -> None:
    sound = write(tmp_path / "a.png")
    (tmp_path / "link.png").symlink_to(sound)
    os.mkfifo(tmp_path / "fifo.png")
    write(tmp_path / "a.bmp")
    for name in ("link.png", "fifo.png", "a.bmp", "none.png", "."):
        with pytest.raises(PictureError):
            read_pixels(tmp_path / name, 8, 8)


@given(st.sampled_from(["png", "gif", "jpg", "webp"]), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_broken_files_raise_nothing_else(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    path = tmp_path / f"a.{kind}"
    noise(20, 20).save(path)
    whole = bytearray(path.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    path.write_bytes(whole)
    try:
        image = read_pixels(path, 8, 8)
    except PictureError:
        return
    assert image.width <= 8
    assert image.height <= 8
