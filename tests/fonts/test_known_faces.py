"""The faces of the system's fonts, remembered from start to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.fonts import known_faces
from presenter.fonts.faces import Axis, Face
from presenter.fonts.known_faces import faces_in


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "presenter"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, each in its turn."""
    files: list[str] = []

    def faces(file: str) -> tuple[Face, ...]:
        files.append(file)
        axes = (Axis("wght", 100.0, 400.0, 900.0),)
        return (Face(Path(file).read_text(encoding="utf-8"), file, 0, 400, axes),)

    monkeypatch.setattr(known_faces, "faces", faces)
    return files


@pytest.fixture
def fonts(tmp_path: Path) -> tuple[str, ...]:
    for name in "ab":
        (tmp_path / name).write_text(name, encoding="utf-8")
    return str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "none")


def _started(files: tuple[str, ...]) -> list[str]:
    """The families that another start finds."""
    faces_in.cache_clear()
    return [face.family for face in faces_in(files)]


def test_what_has_not_changed_is_not_read_again(fonts: tuple[str, ...], read: list[str]) -> None:
    first = faces_in(fonts)
    assert [face.family for face in first] == ["a", "b"]
    assert _started(fonts) == ["a", "b"]
    assert faces_in(fonts) == first
    assert read == list(fonts[:2])


def test_what_is_new_or_another_is_read(fonts: tuple[str, ...], read: list[str]) -> None:
    assert _started(fonts) == ["a", "b"]
    Path(fonts[0]).write_text("another", encoding="utf-8")
    Path(fonts[2]).write_text("new", encoding="utf-8")
    del read[:]
    assert _started(fonts) == ["another", "b", "new"]
    assert read == [fonts[0], fonts[2]]
    Path(fonts[1]).unlink()
    assert _started(fonts) == ["another", "new"]


@pytest.mark.parametrize("data", [b"", b"no faces", b"\x92\x00\x80"])
def test_what_cannot_be_used_is_made_anew(
    data: bytes, cache: Path, fonts: tuple[str, ...], read: list[str]
) -> None:
    cache.mkdir(parents=True)
    (cache / "system-faces").write_bytes(data)
    assert _started(fonts) == ["a", "b"]
    assert _started(fonts) == ["a", "b"]
    assert read == list(fonts[:2])


def test_where_nothing_can_be_kept_all_is_read(
    cache: Path, fonts: tuple[str, ...], read: list[str]
) -> None:
    cache.parent.write_bytes(b"")
    assert _started(fonts) == _started(fonts) == ["a", "b"]
    assert read == list(fonts[:2]) * 2
