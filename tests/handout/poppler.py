"""PDF files read by another program: Poppler's tools."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PIL import Image

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"),
    reason="Poppler's tools are not installed",
)

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What Poppler writes into its XML although no XML may hold it (XML 1.0, 2.2)."""


def _run(data: bytes, *command: str) -> bytes:
    """What `command` writes to its standard output; ``FILE`` stands for the PDF."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        words = [file.name if word == "FILE" else word for word in command]
        return subprocess.run(words, check=True, capture_output=True).stdout


def texts(data: bytes) -> list[str]:
    """The text of each page, in the order in which it is written into the file."""
    return _run(data, "pdftotext", "-raw", "FILE", "-").decode().split("\f")[:-1]


def squeezed(text: str) -> str:
    """`text` without spaces and line ends."""
    return re.sub(r"\s+", "", text)


def info(data: bytes) -> dict[str, str]:
    """What the document says of itself."""
    lines = _run(data, "pdfinfo", "FILE").decode().splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def fonts(data: bytes) -> list[list[str]]:
    """A row for each font: name, …, whether embedded, a subset, with Unicode."""
    return [line.split() for line in _run(data, "pdffonts", "FILE").decode().splitlines()[2:]]


class Word(NamedTuple):
    """A word, and its box on its page, from 1, in points from the top left."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Word) -> bool:
        """Whether their boxes meet by more than a hair; lines of text may touch."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        lower = min(self.bottom - self.top, other.bottom - other.top)
        return self.page == other.page and across > 1 and down > lower / 3


def words(data: bytes) -> list[Word]:
    """Every word of the document, where it stands."""
    made = _NOT_IN_XML.sub(
        "", _run(data, "pdftotext", "-bbox", "FILE", "-").decode(errors="ignore")
    )
    root = ElementTree.fromstring(made)
    found = []
    pages = (each for each in root.iter() if each.tag.endswith("page"))
    for number, page in enumerate(pages, 1):
        for word in page:
            box = (float(word.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
            found.append(Word(number, word.text or "", *box))
    return found


def pictures(data: bytes) -> list[tuple[int, Image.Image]]:
    """The pictures in the document, each with the page that it stands on."""
    rows = [row.split() for row in _run(data, "pdfimages", "-list", "FILE").decode().splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        subprocess.run(["pdfimages", "-png", path, f"{folder}/a"], check=True, capture_output=True)
        return [
            (
                int(row[0]),
                Image.open(BytesIO(Path(f"{folder}/a-{int(row[1]):03}.png").read_bytes())),
            )
            for row in rows[2:]
            if row[2] == "image"
        ]


def page_image(data: bytes, page: int, resolution: int = 48) -> Image.Image:
    """A page, from 1, as a picture."""
    number = str(page)
    png = _run(data, "pdftoppm", "-r", str(resolution), "-f", number, "-l", number, "-png", "FILE")
    return Image.open(BytesIO(png)).convert("RGB")


def bookmarks(data: bytes) -> list[tuple[int, str, int]]:
    """The outline: level from 1, text, page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        command = ["pdftohtml", "-xml", "-i", "-q", str(path)]
        subprocess.run(command, check=True, capture_output=True)
        root = ElementTree.fromstring(path.with_suffix(".xml").read_bytes())
    found: list[tuple[int, str, int]] = []

    def walk(outline: ElementTree.Element | None, level: int) -> None:
        for element in outline if outline is not None else ():
            if element.tag == "outline":
                walk(element, level + 1)
            else:
                found.append((level, element.text or "", int(element.attrib["page"])))

    walk(root.find("outline"), 1)
    return found


def headings(data: bytes) -> list[str]:
    """The headings in the structure that programs for the blind read: H1, H2, …, in order."""
    return re.findall(
        r"^ *(H\d)\b",
        _run(data, "pdfinfo", "-struct", "FILE").decode(errors="replace"),
        re.MULTILINE,
    )


def contents(data: bytes) -> bytes:
    """The file with its compressed streams unpacked."""
    unpacked = [data]
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            unpacked.append(zlib.decompressobj().decompress(data[match.end() :]))
        except zlib.error:
            continue
    return b"\n".join(unpacked)
