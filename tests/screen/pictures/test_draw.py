"""What is written for a picture: half blocks, kitty's placeholders, sixels."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from presenter.screen.pictures.draw import MOST_CELLS, draw, encoded
from presenter.screen.pictures.protocol import Drawn, Protocol
from presenter.screen.surfaces.placeholders import MARKS
from presenter.typeset import Picture
from tests.drawings import BLUE, RED, in_its_folder, noise, write

INK = "#14171c"


def drawn(
    path: Path, protocol: Protocol, width: int = 8, height: int = 3, *, truecolor: bool = True
) -> Drawn:
    picture = Picture(0, 0, width, height, in_its_folder(path))
    return draw(picture, INK, protocol, (10, 20), 77, truecolor=truecolor)


def painted(image: Drawn) -> list[list[tuple[str, str]]]:
    """Foreground and background of each cell that half blocks fill."""
    rows = []
    for row in image.rows:
        cells: list[tuple[str, str]] = []
        for fore, back, blocks in re.findall(r"\x1b\[38;([\d;]+?);48;([\d;]+)m(▀+)", row):
            cells += [(fore, back)] * len(blocks)
        rows.append(cells)
    return rows


def test_half_blocks_show_two_pixels_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    image = Image.new("RGB", (8, 6), RED)
    image.paste(BLUE, (0, 3, 8, 6))
    image.save(path)
    red, blue = ("2;" + ";".join(map(str, color)) for color in (RED, BLUE))
    assert painted(drawn(path, "blocks")) == [
        [(red, red)] * 8,
        [(red, blue)] * 8,
        [(blue, blue)] * 8,
    ]


def test_half_blocks_in_256_colours(tmp_path: Path) -> None:
    rows = painted(drawn(write(tmp_path / "a.png", 80, 60), "blocks", truecolor=False))
    assert [len(row) for row in rows] == [8, 8, 8]
    numbers = {int(color.removeprefix("5;")) for row in rows for cell in row for color in cell}
    assert numbers
    assert all(16 <= number <= 255 for number in numbers)
    assert ("5;160", "5;160") in rows[0] or ("5;124", "5;124") in rows[0]  # reds of the cube


@pytest.mark.parametrize("protocol", ["blocks", "kitty", "sixel", "iterm"])
def test_every_row_leaves_the_colours_as_they_were(tmp_path: Path, protocol: Protocol) -> None:
    image = drawn(write(tmp_path / "a.png"), protocol)
    assert image.width == 8
    assert len(image.rows) == 3
    assert all(row.endswith("\x1b[0m") for row in image.rows)


def test_what_is_transparent_shows_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (80, 60), (255, 0, 0, 0)).save(path)
    ink = "2;20;23;28"
    assert {cell for row in painted(drawn(path, "blocks")) for cell in row} == {(ink, ink)}


def test_another_shape_stands_in_the_middle(tmp_path: Path) -> None:
    rows = painted(drawn(write(tmp_path / "a.png", 60, 60), "blocks", 12, 3))
    ink = "2;20;23;28"
    assert [cell[0] == ink for cell in rows[0]] == [True] * 3 + [False] * 6 + [True] * 3


def test_half_blocks_that_are_two_cells_wide(tmp_path: Path) -> None:
    picture = Picture(0, 0, 9, 3, in_its_folder(write(tmp_path / "a.png", 90, 60)))
    image = draw(picture, INK, "blocks", (10, 20), 0, truecolor=True, wide=True)
    assert image.width == 9
    assert all(row.count("▀") == 4 and row.count(" ") == 1 for row in image.rows)
    assert image.rows[0].endswith("\x1b[48;2;20;23;28m \x1b[0m")


def test_kitty_gets_the_pixels_and_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    noise(400, 300).save(path)
    image = drawn(path, "kitty", 40, 15)
    commands = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", image.before)
    assert "".join(f"\x1b_G{keys};{data}\x1b\\" for keys, data in commands) == image.before
    assert len(commands) > 2
    assert all(len(data) <= 4096 and len(data) % 4 == 0 for _, data in commands)
    assert [keys[-1] for keys, _ in commands] == ["1"] * (len(commands) - 1) + ["0"]
    sent = b64decode("".join(data for _, data in commands))
    assert Image.open(BytesIO(sent)).size == (400, 300)
    assert image.number == 77
    cell = "\U0010eeee" + MARKS[14] + MARKS[39]
    assert image.rows[14].endswith(cell + "\x1b[0m")
    assert image.rows[14].startswith("\x1b[38;5;77m")


def test_kittys_marks_are_in_kittys_order() -> None:
    assert [f"{ord(MARKS[number]):X}" for number in (0, 1, 5, 17, 30, 80, 100)] == [
        *("305", "30D", "33D", "363", "483", "6E4", "7EB")
    ]
    assert len(set(MARKS)) == MOST_CELLS >= 160


def test_more_cells_than_kitty_can_count_are_half_blocks(tmp_path: Path) -> None:
    image = drawn(write(tmp_path / "a.png"), "kitty", MOST_CELLS + 1, 3)
    assert "▀" in image.rows[0]
    assert not image.number


def test_a_screen_of_giants_is_sent_few_pixels(tmp_path: Path) -> None:
    picture = Picture(0, 0, 100, 40, in_its_folder(write(tmp_path / "a.png", 800, 600)))
    image = draw(picture, INK, "kitty", (40, 80), 77, truecolor=True)
    sent = re.sub(r"\x1b_G[^;]*;|\x1b\\", "", image.before)
    width, height = Image.open(BytesIO(b64decode(sent))).size
    assert width <= 1920
    assert height <= 1080


def test_iterm_gets_the_file_for_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    noise(400, 300).save(path)
    image = drawn(path, "iterm", 40, 15)
    found = re.fullmatch(r"\x1b\]1337;File=([^:]*):([^\x07]*)\x07", image.after)
    assert found
    sent = b64decode(found[2], validate=True)
    assert Image.open(BytesIO(sent)).tobytes() == noise(400, 300).tobytes()
    said = dict(key.split("=") for key in found[1].split(";"))
    assert (said["width"], said["height"], said["size"]) == ("40", "15", str(len(sent)))
    assert not image.number


def decoded(data: str) -> dict[tuple[int, int], tuple[int, ...]]:
    """The pixels that sixels paint, in per cent of each colour."""
    match = re.fullmatch(r'\x1bP0;1;0q"1;1;(\d+);(\d+)(.*)\x1b\\', data, re.DOTALL)
    assert match
    palette: dict[int, tuple[int, ...]] = {}
    pixels: dict[tuple[int, int], tuple[int, ...]] = {}
    color = x = top = 0
    token = re.compile(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$])|(-)")
    at = 0
    while at < len(match[3]):
        found = token.match(match[3], at)
        assert found, match[3][at : at + 20]
        at = found.end()
        if found[1]:
            palette[int(found[1])] = (int(found[2]), int(found[3]), int(found[4]))
        elif found[5]:
            color = int(found[5])
        elif found[9]:
            x = 0
        elif found[10]:
            x, top = 0, top + 6
        else:
            bits = ord(found[7] or found[8]) - 63
            end = x + int(found[6] or 1)
            for bit in (bit for bit in range(6) if bits >> bit & 1):
                for column in range(x, end):
                    assert (column, top + bit) not in pixels
                    pixels[column, top + bit] = palette[color]
            x = end
    width, height = int(match[1]), int(match[2])
    assert set(pixels) == {(x, y) for x in range(width) for y in range(height)}
    return pixels


def test_sixels_paint_every_pixel_once_in_its_colour() -> None:
    image = Image.new("RGB", (7, 13), RED)
    image.paste(BLUE, (0, 4, 3, 13))
    pixels = decoded(encoded(image))
    for place, color in pixels.items():
        wanted = image.getpixel(place)
        assert isinstance(wanted, tuple)
        assert all(abs(a - b * 100 / 255) <= 2 for a, b in zip(color, wanted, strict=True))


def test_sixels_of_many_colours() -> None:
    pixels = decoded(encoded(noise(50, 23)))
    assert len(set(pixels.values())) > 100


def test_sixels_stay_within_their_cells(tmp_path: Path) -> None:
    image = drawn(write(tmp_path / "a.png"), "sixel", 8, 2)
    assert '"1;1;80;36#' in image.after  # 40 rows of pixels are six bands and a part of one
    assert image.rows[0] == "\x1b[48;2;20;23;28m" + " " * 8 + "\x1b[0m"
