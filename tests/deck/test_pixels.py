"""Reading pixels: every format, the right way up, and never more than a file may cost."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms

from presenter.deck import pixels
from presenter.deck.picture_headers import Header, header_of
from presenter.deck.pixels import PictureError, Strips, encoded, read_pixels
from tests.drawings import BLUE, RED, halves, in_its_folder, noise, write


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
    image = read_pixels(in_its_folder(write(tmp_path / name, 64, 48, mode)), 32, 32)
    assert image.size == (32, 24)
    assert near(image.getpixel((16, 2)), RED)
    assert near(image.getpixel((16, 21)), BLUE)


def test_sixteen_bits_keep_the_upper_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("I;16", (8, 8), 0x8000).save(path)
    assert read_pixels(in_its_folder(path), 4, 4).convert("L").getpixel((1, 1)) == 0x80


def test_what_is_transparent_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    image = Image.new("P", (8, 8), 0)
    image.save(path, transparency=0)
    read = read_pixels(in_its_folder(path), 8, 8)
    assert read.mode == "RGBA"
    assert read.getpixel((1, 1))[3] == 0  # type: ignore[index]


def test_a_photograph_that_was_held_upright_is_upright(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right
    halves(64, 32).save(path, exif=exif)
    image = read_pixels(in_its_folder(path), 64, 64)
    assert image.size == (32, 64)
    assert near(image.getpixel((4, 30)), BLUE)
    assert near(image.getpixel((28, 30)), RED)


def test_little_slack_is_filled_by_stretching(tmp_path: Path) -> None:
    path = write(tmp_path / "a.png", 100, 100)
    assert read_pixels(in_its_folder(path), 50, 48).size == (48, 48)
    assert read_pixels(in_its_folder(path), 50, 48, slack=0.1).size == (50, 48)
    assert read_pixels(in_its_folder(path), 50, 40, slack=0.1).size == (40, 40)


def test_extreme_shapes_keep_a_pixel(tmp_path: Path) -> None:
    assert read_pixels(in_its_folder(write(tmp_path / "a.png", 2000, 1)), 10, 10).size == (10, 1)


def test_the_first_frame_of_an_animation(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    frames = [Image.new("RGB", (8, 8), color) for color in (RED, BLUE)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert near(read_pixels(in_its_folder(path), 8, 8).convert("RGB").getpixel((4, 4)), RED)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_a_file_cut_short_is_an_error(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    noise(200, 200).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(PictureError):
        read_pixels(in_its_folder(path), 50, 50)


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
        read_pixels(in_its_folder(path), 50, 50)


def test_only_regular_files_of_the_four_formats_are_read(tmp_path: Path) -> None:
    sound = write(tmp_path / "a.png")
    (tmp_path / "link.png").symlink_to(sound)
    os.mkfifo(tmp_path / "fifo.png")
    write(tmp_path / "a.bmp")
    for name in ("link.png", "fifo.png", "a.bmp", "none.png", "."):
        with pytest.raises(PictureError):
            read_pixels(in_its_folder(tmp_path / name), 8, 8)


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
        image = read_pixels(in_its_folder(path), 8, 8)
    except PictureError:
        return
    assert image.width <= 8
    assert image.height <= 8


MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("colors", [2, 16, 200])
def test_a_png_in_strips_is_the_same_png(tmp_path: Path, mode: str, colors: int) -> None:
    path = tmp_path / "a.png"
    drawn = noise(61, 97)
    if mode == "I;16":
        image = Image.frombytes(mode, (61, 97), drawn.tobytes()[: 2 * 61 * 97])
    else:
        image = drawn.quantize(colors).convert("RGB").convert(mode)
        image = drawn.quantize(colors) if mode == "P" else image
    if mode == "P":
        image.info["transparency"] = 1
    image.save(path)
    with Image.open(path) as opened:
        whole = opened.copy()
    with path.open("rb") as file, Image.open(file) as opened:
        strips = Strips(file, opened)
        assert strips.are_there
        top = 0
        for strip in strips.strips(10):
            part = whole.crop((0, top, 61, top + strip.height))
            assert strip.tobytes() == part.tobytes()
            assert strip.getpalette() == part.getpalette()
            assert strip.has_transparency_data == whole.has_transparency_data
            top += strip.height
    assert top == 97


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.jpg", "RGB"), *product(("a.png", "a.gif", "a.webp"), ("RGB", "RGBA"))],
)
def test_a_large_picture_shows_the_same_as_a_small_one(
    tmp_path: Path, name: str, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = halves(600, 400, mode)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    image.save(tmp_path / name)
    file = in_its_folder(tmp_path / name)
    usual = read_pixels(file, 60, 40)
    monkeypatch.setattr(pixels, "_ENOUGH", 1000)
    monkeypatch.setattr(pixels, "_STRIP", 5_000)
    striped = read_pixels(file, 60, 40)
    assert (striped.mode, striped.size) == (usual.mode, usual.size)
    between = ImageChops.difference(usual, striped)
    assert max(high for _, high in between.getextrema()) < 24  # type: ignore[misc]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_however_it_lies_it_is_put_upright(tmp_path: Path, name: str, orientation: int) -> None:
    upright = halves(40, 20)
    upright.paste((240, 220, 40), (0, 0, 10, 10))  # the upper left
    lying = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = upright.transpose(lying[orientation]) if orientation > 1 else upright
    path = tmp_path / name
    stored.save(path, exif=exif, quality=95)
    with path.open("rb") as file:
        header = header_of(file)
    assert header is not None
    assert header.size == (40, 20)
    picture = encoded(in_its_folder(path), 100, as_it_is=("png", "jpeg", "webp"))
    assert (picture.width, picture.height) == (40, 20)
    with Image.open(BytesIO(picture.data)) as image:
        assert image.size == (40, 20)
        assert image.getexif().get(0x0112, 1) == 1
        shown = image.convert("RGB")
    corner = shown.getpixel((4, 4))
    assert isinstance(corner, tuple)
    assert all(abs(a - b) < 40 for a, b in zip(corner, (240, 220, 40), strict=True))
    assert near(shown.getpixel((30, 4)), RED)
    assert near(shown.getpixel((30, 16)), BLUE)


def test_what_is_fine_as_it_is_stays_so_and_an_animation_moves(tmp_path: Path) -> None:
    still = write(tmp_path / "a.png", 80, 60)
    same = encoded(in_its_folder(still), 80, as_it_is=("png",))
    assert same == ("png", still.read_bytes(), 80, 60)
    assert encoded(in_its_folder(still), 40, as_it_is=("png",))[2:] == (40, 30)
    moving = tmp_path / "a.gif"
    frames = [Image.new("RGB", (80, 8), color) for color in (RED, BLUE)]
    frames[0].save(moving, save_all=True, append_images=frames[1:])
    assert encoded(in_its_folder(moving), 40, as_it_is=("gif",)).data == moving.read_bytes()
    assert encoded(in_its_folder(moving), 40).kind == "png"


def test_what_is_made_for_print_comes_in_the_colours_of_a_screen(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jpg", 64, 48, "CMYK")
    picture = encoded(in_its_folder(path), 64, as_it_is=("jpeg",))
    with Image.open(BytesIO(picture.data)) as image:
        assert image.mode == "RGB"
        assert near(image.getpixel((30, 4)), RED)
        assert near(image.getpixel((30, 44)), BLUE)


def test_a_colour_profile_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    Image.new("RGB", (4, 4), RED).save(path, icc_profile=other.tobytes())
    assert near(read_pixels(in_its_folder(path), 4, 4).getpixel((1, 1)), RED)  # not for this mode
    path = tmp_path / "b.png"
    Image.new("RGB", (4, 4), RED).save(path, icc_profile=b"no profile")
    assert near(read_pixels(in_its_folder(path), 4, 4).getpixel((1, 1)), RED)
    path = tmp_path / "c.jpg"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (4, 4), RED).save(path, icc_profile=profile, quality=100)
    assert near(read_pixels(in_its_folder(path), 4, 4).getpixel((1, 1)), RED)


@pytest.mark.filterwarnings("error::UserWarning")
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_broken_exif_is_not_spoken_of(tmp_path: Path, name: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "maker"
    exif[0x011A] = 300.0
    path = tmp_path / name
    halves(40, 30).save(path, exif=exif)
    data = path.read_bytes()
    at = data.index(b"II*\0" if b"II*\0" in data else b"MM\0*")
    path.write_bytes(data[: at + 8] + b"\xff\x7f" + b"\xff" * 8 + data[at + 18 :])
    code = (
        "import sys; from pathlib import Path; from presenter.deck.pixels import read_pixels;"
        "from tests.drawings import in_its_folder;"
        "read_pixels(in_its_folder(Path(sys.argv[1])), 8, 8)"
    )
    ran = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=False)
    assert b"Warning" not in ran.stderr


LARGEST = """
import resource, struct, sys, zlib
from pathlib import Path
from PIL import Image

def write(path, side):
    if path.suffix == ".png":
        form = {"rgb": 2, "rgba": 6}[path.stem]
        packer = zlib.compressobj(1)
        row = b"\\0" + b"\\x80" * (side * (3 if form == 2 else 4))
        data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
        parts = [(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, form, 0, 0, 0))]
        with path.open("wb") as file:
            file.write(b"\\x89PNG\\r\\n\\x1a\\n")
            for kind, body in [*parts, (b"IDAT", data), (b"IEND", b"")]:
                crc = zlib.crc32(kind + body)
                file.write(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc))
    elif path.suffix == ".jpg":
        Image.new("RGB", (side, side)).save(path, progressive=path.stem == "passes")
    else:
        Image.new("P", (side, side), 3).save(path)

path, side = Path(sys.argv[1]), int(sys.argv[2])
write(path, side)

from presenter.deck.safe_files import DeckFile
from presenter.deck.pixels import encoded, read_pixels

resource.setrlimit(resource.RLIMIT_DATA, (280 * 1024 * 1024,) * 2)
file = DeckFile(str(path.parent), str(path))
assert read_pixels(file, 64, 64).size == (64, 64)
assert encoded(file, 2560).width == 2560
"""


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("rgb.png", 7000),
        ("rgba.png", 7000),
        ("once.jpg", 7000),
        ("passes.jpg", 7000),
        ("a.gif", 7000),
        ("a.webp", 3500),
    ],
)
def test_the_largest_pictures_are_shown_with_little_memory(
    tmp_path: Path, name: str, side: int
) -> None:
    subprocess.run([sys.executable, "-c", LARGEST, tmp_path / name, str(side)], check=True)


@pytest.mark.parametrize(("width", "height"), [(1, 50_000_000), (50_000_000, 1), (70_000, 2)])
def test_a_side_beyond_all_screens_is_refused_by_the_header(
    tmp_path: Path, width: int, height: int
) -> None:
    path = tmp_path / "a.png"
    start = write(path, 1, 1).read_bytes()
    path.write_bytes(start[:16] + struct.pack(">II", width, height) + start[24:])
    with path.open("rb") as file:
        header = header_of(file)
    assert header is not None
    assert header.is_too_large
    with pytest.raises(PictureError, match="pixels"):
        read_pixels(in_its_folder(path), 50, 50)


def test_passes_of_a_jpeg_are_counted_before_it_is_decoded() -> None:
    def header(**options: bool | int) -> Header:
        made = BytesIO()
        Image.new("RGB", (640, 480)).save(made, "JPEG", **options)
        found = header_of(made)
        assert found is not None
        return found

    assert header().coefficients == 0
    assert header(progressive=True).coefficients == 2 * 640 * 480 * 3 // 2
    assert header(progressive=True, subsampling=0).coefficients == 2 * 640 * 480 * 3
    assert not header().four_colors
