"""Writing whole or not at all."""

from __future__ import annotations

import os
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from presenter.handout.files import OtherKindError, numbered, refuse_other_kinds, write_whole
from presenter.handout.formats import FORMATS


def packed(name: str) -> bytes:
    """A zip with one member, as the office's files are."""
    made = BytesIO()
    with ZipFile(made, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(name, "<p/>")
    return made.getvalue()


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
    ("name", "content", "kind", "refused"),
    [
        ("a.svg", b"<svg xmlns", "svg", False),
        ("a.svg", b"\n <svg", "svg", False),
        ("a.svg", b"", "svg", False),
        ("a.svg", b"my diary", "svg", True),
        ("a.svg", b'<?xml version="1.0"?><svg/>', "svg", False),
        ("a.svg", b'<?xml version="1.0"?><plist/>', "svg", True),
        ("a.txt", b"my diary", "txt", False),
        ("a", b"my diary", "txt", False),
        ("a.py", b"print()", "txt", True),
        ("a.txt", b"\x89PNG\0", "txt", True),
        ("a.pptx", packed("ppt/presentation.xml"), "pptx", False),
        ("a.pptx", packed("word/document.xml"), "pptx", True),
        ("a.pdf", b"%PDF-1.4", "pdf", False),
        ("a.pdf", packed("ppt/presentation.xml"), "pdf", True),
    ],
)
def test_only_a_file_of_the_same_kind_is_overwritten(
    tmp_path: Path, name: str, content: bytes, kind: str, refused: bool
) -> None:
    path, form = tmp_path / name, FORMATS[kind]
    path.write_bytes(content)
    if refused:
        with pytest.raises(OtherKindError):
            refuse_other_kinds([tmp_path / "none", path], form.begins, form.holds)
    else:
        refuse_other_kinds([tmp_path / "none", path], form.begins, form.holds)


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_whole([(tmp_path / "link", b"new")])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_folder_is_of_another_kind(tmp_path: Path) -> None:
    with pytest.raises(OtherKindError):
        refuse_other_kinds([tmp_path], ())
