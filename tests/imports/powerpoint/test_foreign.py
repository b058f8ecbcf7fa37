"""Files of other kinds are told as what they are, with the way to one that can be read."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from presenter.imports.powerpoint.package import foreign_kind, is_presentation
from tests.commands.conftest import Command, command
from tests.imports.powerpoint.decks import change

__all__ = ["command"]

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def compound(stream: str) -> bytes:
    return COMPOUND + stream.encode("utf-16-le") + b"\0" * 100


def archive(path: Path, **parts: str) -> None:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)


def test_old_and_locked_files_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    for stream, kind in [
        ("PowerPoint Document", "powerpoint-97"),
        ("EncryptedPackage", "locked"),
        ("WordDocument", "word"),
        ("Something", ""),
    ]:
        path.write_bytes(compound(stream))
        assert foreign_kind(path) == kind


def test_archives_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for parts, kind in [
        ({"mimetype": "application/vnd.oasis.opendocument.presentation"}, "opendocument"),
        ({"Index__Document_iwa": ""}, "keynote"),
        ({"word__document_xml": ""}, "word"),
        ({"xl__workbook_xml": ""}, "excel"),
        ({"readme_txt": ""}, ""),
    ]:
        archive(path, **parts)
        assert is_presentation(path)
        assert foreign_kind(path) == kind


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ppt", compound("PowerPoint Document"), "PowerPoint 97"),
        ("a.pptx", compound("EncryptedPackage"), "password"),
        ("a.pptx", b"# a\n", "cannot be read as a PowerPoint file"),
        ("a.pptx", b"", "cannot be read as a PowerPoint file"),
        ("a.pptx", b"PK\x03\x04", "cannot be read as a PowerPoint file"),
        ("a.key", None, "Keynote"),
    ],
)
def test_the_command_says_what_it_is_and_what_to_do(
    command: Command, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    status, out, err = command("import", str(path))
    assert (status, out) == (2, "")
    assert said in err
    assert "\n  help: " in err


@pytest.mark.parametrize("kind", ["slideshow", "template"])
@pytest.mark.parametrize("name", ["a.ppsx", "a.potm", "a.pptx", "a"])
def test_shows_and_templates_are_read_whatever_they_are_called(
    command: Command, deck: Any, tmp_path: Path, name: str, kind: str
) -> None:
    path = tmp_path / name
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Aims"
    deck.save(str(path))
    change(
        path,
        {
            "[Content_Types].xml": lambda data: data.replace(
                b"presentation.main", f"{kind}.main".encode()
            )
        },
    )
    status, out, err = command("import", str(path))
    assert (status, err) == (0, "")
    assert "- title: Aims" in out
