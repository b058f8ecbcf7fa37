"""Files are written whole or not at all; what is no file is never waited for."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from presenter.deck.safe_files import (
    NotRegularError,
    atomic_write,
    atomic_write_all,
    open_regular,
    read_regular_file,
    write_new,
)
from presenter.deck.source import read_source
from tests.full_disk import full_disk


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_files_are_written_with_the_usual_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        atomic_write_all([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    finally:
        os.umask(mask)
    assert (tmp_path / "a").read_bytes() == b"1"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_if_one_file_cannot_be_written_none_is_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError):
        atomic_write_all([(tmp_path / "a", b"new"), (tmp_path / "missing" / "b", b"new")])
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_on_a_full_disk_nothing_changes_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    writes: list[Callable[[], None]] = [
        lambda: atomic_write(path, b"x" * 100),
        lambda: atomic_write(path, b"x" * 100, "kept"),
        lambda: atomic_write_all([(tmp_path / "b", b"y"), (path, b"x" * 100)]),
        lambda: atomic_write(path, b"x" * 100, "private"),
        lambda: write_new(tmp_path / "c", b"x" * 100),
    ]
    for write in writes:
        before = descriptors()
        with full_disk(), pytest.raises(OSError, match="too large"):
            write()
        assert names(tmp_path) == ["a"]
        assert path.read_bytes() == b"old"
        assert descriptors() == before


def test_a_check_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refuse() -> None:
        assert len(names(tmp_path)) == 2
        raise LookupError

    with pytest.raises(LookupError):
        atomic_write(path, b"new", check=refuse)
    assert (names(tmp_path), path.read_bytes()) == (["a"], b"old")


def test_who_might_use_a_file_may_still(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    atomic_write(path, b"new", "kept")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)
    atomic_write(path, b"own", "private")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_killed_process_had_begun_is_tidied_up(tmp_path: Path) -> None:
    (tmp_path / ".a.new").write_bytes(b"half")
    atomic_write(tmp_path / "a", b"whole", "private")
    assert names(tmp_path) == ["a"]


def test_a_long_name_has_room_for_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250)
    atomic_write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"yours")
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_what_is_no_file_is_refused_at_once_and_leaves_no_descriptor(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    before = descriptors()
    for name in ("folder", "fifo"):
        for read in (open_regular, read_regular_file, read_source):
            with pytest.raises(NotRegularError):
                read(tmp_path / name)
    with pytest.raises(IsADirectoryError):
        read_source(tmp_path / "folder")
    assert descriptors() == before


def test_private_files_are_not_read_through_links(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="link"):
        read_regular_file(tmp_path / "link")
    with open_regular(tmp_path / "link") as file:
        assert file.read() == b"x"


def test_a_file_whose_name_is_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'后' * 83}.svg"
    atomic_write(path, b"1")
    atomic_write(path, b"2", "kept")
    assert path.read_bytes() == b"2"
    assert list(tmp_path.iterdir()) == [path]
