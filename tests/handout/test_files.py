"""Writing whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from presenter.handout.files import OtherKindError, numbered, refuse_other_kinds, write_whole


def test_pages_are_numbered_with_as_many_digits_as_they_need() -> None:
    assert numbered(Path("a/talk.svg"), 1) == [Path("a/talk.svg")]
    assert numbered(Path("a/talk.svg"), 2) == [Path("a/talk-01.svg"), Path("a/talk-02.svg")]
    assert numbered(Path("talk.svg"), 100)[99] == Path("talk-100.svg")
    assert numbered(Path("talk.svg"), 100)[0] == Path("talk-001.svg")


def test_files_are_written_with_the_usual_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    finally:
        os.umask(mask)
    assert (tmp_path / "a").read_bytes() == b"1"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_if_one_file_cannot_be_written_none_is_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError):
        write_whole([(tmp_path / "a", b"new"), (tmp_path / "missing" / "b", b"new")])
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    ("content", "begins", "refused"),
    [
        (b"<svg xmlns", (b"<svg",), False),
        (b"\n <svg", (b"<svg",), False),
        (b"", (b"<svg",), False),
        (b"my diary", (b"<svg",), True),
        (b"my diary", (), False),
        (b"\x89PNG\0", (), True),
    ],
)
def test_only_a_file_of_the_same_kind_is_overwritten(
    tmp_path: Path, content: bytes, begins: tuple[bytes, ...], refused: bool
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    if refused:
        with pytest.raises(OtherKindError):
            refuse_other_kinds([tmp_path / "none", path], begins)
    else:
        refuse_other_kinds([tmp_path / "none", path], begins)


def test_a_folder_is_of_another_kind(tmp_path: Path) -> None:
    with pytest.raises(OtherKindError):
        refuse_other_kinds([tmp_path], ())
