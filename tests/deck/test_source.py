"""Bytes to text, and what is no deck file at all."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from presenter.deck import load_deck, load_source
from presenter.deck.source import STANDARD_INPUT, UnreadableError, decode
from tests.deck.decks import told

TEXT = "title: 后勤工作的重要性\nslides: [甲]\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_encodings_with_a_mark_and_all_line_ends_read_the_same(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(data)
    loaded = load_deck(path)
    assert loaded.problems == ()
    assert loaded.deck is not None
    assert loaded.deck.title == "后勤工作的重要性"
    assert loaded.deck.slides[0].place == (2, 10)
    assert loaded.text == TEXT


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("title: deck\nauthor: café\n".encode("latin-1"), (2, 12, "encoding")),
        (b"title: a\n# na\xefve\n", (2, 5, "encoding")),
        ("标题\n".encode() + "題\n".encode("big5") + b"\xff", (2, 1, "encoding")),
        (TEXT.encode("gb18030"), (1, 8, "gb18030")),
        ("title: deck\n# 机关后勤 and much English around it\n".encode("gbk"), (2, 3, "gb18030")),
        ("title: 會議紀錄\npoints:\n- title: 本月的工作\n".encode("big5"), (1, 8, "big5")),
        ("title: 後勤\npoints: [要點]\n".encode("big5"), (1, 8, "big5")),
        ("title: 推动经济高质量发展\npoints: [甲]\n".encode("gb18030"), (1, 8, "gb18030")),
        ("title: 推動經濟高質量發展\npoints: [甲]\n".encode("gb18030"), (1, 8, "gb18030")),
        ("title: 甲\npoints: [乙]\n".encode("big5"), (1, 8, "encoding")),
        ("title: 오늘의 회의 내용과 다음 계획\n".encode("euc-kr"), (1, 8, "encoding")),
        ("title: 今日の会議について\n".encode("euc-jp"), (1, 8, "encoding")),
        ("title: 今日の会議について\n".encode("shift-jis"), (1, 8, "encoding")),
        ("title: Привет, как дела\n".encode("cp1251"), (1, 8, "encoding")),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"\x00", (3, 1, "encoding")),
    ],
)
def test_another_encoding_is_told_at_its_first_byte(
    data: bytes, problem: tuple[int, int, str], tmp_path: Path
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(data)
    loaded = load_deck(path)
    assert loaded.deck is None
    assert [told(each) for each in loaded.problems] == [problem]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a terabyte of holes: reading it would not end
    assert [told(each) for each in load_deck(path).problems] == [(1, 1, "too-large")]


def test_too_many_bytes_from_elsewhere_are_refused() -> None:
    with pytest.raises(UnreadableError) as error:
        decode(b" " * (32 * 1024 * 1024 + 1), STANDARD_INPUT)
    assert error.value.diagnostic.code == "too-large"


def test_a_missing_file_a_folder_a_device_and_a_fifo_are_errors_at_once(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with pytest.raises(FileNotFoundError):
        load_deck(tmp_path / "none.yaml")
    with pytest.raises(IsADirectoryError):
        load_deck(tmp_path)
    for path in (fifo, Path("/dev/zero")):
        with pytest.raises(OSError, match="Not a regular file"):
            load_deck(path)


def test_standard_input_has_no_folder() -> None:
    loaded = load_source(decode(b"title: a\nslides: [[]]", STANDARD_INPUT))
    assert [each.position() for each in loaded.problems] == ["<stdin>:2:10"]
