"""Pictures' headers: what Pillow writes is read as it was meant, what nobody wrote does no harm."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from presenter.deck.picture_headers import Size, header_of, kind_of
from tests.drawings import halves, noise

_ORIENTATION = 0x0112
STARTS = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"GIF89a", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1"]
STARTS += [b"RIFF\0\0\0\0WEBPVP8X", b"RIFF\0\0\0\0WEBPVP8L", b"RIFF\0\0\0\0WEBPVP8 "]


def size_of(data: bytes) -> Size | None:
    header = header_of(io.BytesIO(data))
    return header.size if header else None


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("form", "mode", "options"),
    [
        ("PNG", "RGBA", {}),
        ("GIF", "P", {}),
        ("JPEG", "L", {}),
        ("JPEG", "CMYK", {"progressive": True}),
        ("WEBP", "RGB", {}),
        ("WEBP", "RGBA", {}),
        ("WEBP", "RGB", {"lossless": True}),
        ("WEBP", "RGB", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}),
    ],
)
@pytest.mark.parametrize("size", [(1, 1), (300, 7), (517, 1025)])
def test_the_size_is_the_one_that_was_written(
    form: str, mode: str, options: dict[str, Any], size: tuple[int, int]
) -> None:
    data = encoded(halves(*size, mode), form, **options)
    assert kind_of(data) == form.lower()
    assert size_of(data) == size


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_that_was_held_upright_is_upright(orientation: int, order: str) -> None:
    exif = Image.Exif()
    exif.endian = order
    exif[0x010F] = "maker"
    exif[_ORIENTATION] = orientation
    data = encoded(halves(40, 30), "JPEG", exif=exif)
    assert size_of(data) == ((30, 40) if orientation >= 5 else (40, 30))


def test_what_stands_before_the_size_may_be_long() -> None:
    data = encoded(halves(40, 30), "JPEG", icc_profile=b"x" * 200_000)
    assert size_of(data[: 64 * 1024]) is None
    assert size_of(data) == Size(40, 30)


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"<svg/>", b"BM" + bytes(60), b"RIFF1234WAVE"])
def test_what_is_no_picture_of_ours_has_no_size(data: bytes) -> None:
    assert size_of(data) is None


def test_no_size_is_zero() -> None:
    data = bytearray(encoded(halves(40, 30), "PNG"))
    data[16:20] = bytes(4)
    assert size_of(bytes(data)) is None


@given(st.sampled_from([b"", *STARTS]), st.binary(max_size=200))
def test_no_bytes_do_harm(start: bytes, rest: bytes) -> None:
    size = size_of(start + rest)
    assert size is None or (size.width > 0 and size.height > 0)


@given(st.sampled_from(["PNG", "GIF", "JPEG", "WEBP"]), st.data())
def test_a_header_cut_short_says_nothing_wrong(form: str, data: st.DataObject) -> None:
    whole = encoded(noise(31, 17), form)
    cut = data.draw(st.integers(0, len(whole)))
    assert size_of(whole[:cut]) in (None, (31, 17))
