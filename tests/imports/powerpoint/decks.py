"""Decks made for a test, changed where python-pptx has no words for it, and read back."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from presenter.deck import Slide, load_source
from presenter.deck.source import Source
from presenter.imports.draft import Draft
from presenter.imports.powerpoint.deck import read_powerpoint
from presenter.imports.powerpoint.pictures import Saved
from presenter.words import Words

BOX = (Inches(1), Inches(2), Inches(4), Inches(2))
SLIDE = "ppt/slides/slide1.xml"
RELATIONS = "ppt/slides/_rels/slide1.xml.rels"

Changes = dict[str, Callable[[bytes], bytes]]


def read(
    deck: Any, folder: Path, saved: Saved | None = None, changes: Changes | None = None
) -> Draft:
    """What is read of `deck`; the outline that it makes has no errors."""
    path = folder / "talk.pptx"
    deck.save(str(path))
    if changes:
        change(path, changes)
    draft = read_powerpoint(path, saved or Saved(folder, "talk"))
    loaded = load_source(Source("talk.yaml", draft.yaml(Words("en")), folder))
    assert [each for each in loaded.problems if each.severity == "error"] == []
    return draft


def change(path: Path, changes: Changes) -> None:
    """Change, or add (then of nothing), the parts of the archive at `path`."""
    with zipfile.ZipFile(path) as archive:
        parts = {each.filename: archive.read(each) for each in archive.infolist()}
    for name, changed in changes.items():
        parts[name] = changed(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def related(
    target: str, kind: str = "image", number: int = 99, mode: str = ""
) -> Callable[[bytes], bytes]:
    """A change that adds the relation ``rId99`` to `target`."""
    mode = f' TargetMode="{mode}"' if mode else ""
    added = f'<Relationship Id="rId{number}" Type="http://x/{kind}" Target="{target}"{mode}/>'
    return lambda data: data.replace(b"</Relationships>", f"{added}</Relationships>".encode())


def within(element: str) -> Callable[[bytes], bytes]:
    """A change that adds shapes to a slide."""
    return lambda data: data.replace(b"</p:spTree>", f"{element}</p:spTree>".encode())


def only(draft: Draft) -> Slide:
    """The only slide of a draft."""
    (each,) = draft.slides
    return each.slide


def told(draft: Draft) -> list[tuple[str, str]]:
    """What was told: its code, and what it is of."""
    return [(each.code, each.what) for each in draft.warnings]


def blank(deck: Any) -> Any:
    """A new slide without placeholders."""
    return deck.slides.add_slide(deck.slide_layouts[6])


def body(deck: Any) -> Any:
    """The text frame for the bullets of a new slide."""
    return deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text_frame


def xml(text: str) -> Any:
    """An element of PowerPoint's, its namespaces declared at its name."""
    name, _, rest = text[1:].partition(">")
    closed = name.endswith("/")
    return etree.fromstring(
        f"<{name.rstrip('/')} {nsdecls('a', 'p', 'r')}{'/' if closed else ''}>{rest}"
    )
