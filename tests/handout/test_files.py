"""The names of a handout's files, and which files are never overwritten."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from presenter.handout.formats import FORMATS, OtherKindError, numbered, refuse_other_kinds


def packed(name: str) -> bytes:
    """A zip with one member, as the office's files are."""
    made = BytesIO()
    with ZipFile(made, "w") as file:
        # Of a fixed day: the bytes are in the names of the tests.
        file.writestr(ZipInfo("[Content_Types].xml"), "<Types/>")
        file.writestr(ZipInfo(name), "<p/>")
    return made.getvalue()


def test_pages_are_numbered_with_as_many_digits_as_they_need() -> None:
    assert numbered(Path("a/talk.svg"), 1) == [Path("a/talk.svg")]
    assert numbered(Path("a/talk.svg"), 2) == [Path("a/talk-01.svg"), Path("a/talk-02.svg")]
    assert numbered(Path("talk.svg"), 100)[99] == Path("talk-100.svg")
    assert numbered(Path("talk.svg"), 100)[0] == Path("talk-001.svg")


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


def test_a_folder_is_of_another_kind(tmp_path: Path) -> None:
    with pytest.raises(OtherKindError):
        refuse_other_kinds([tmp_path], ())
