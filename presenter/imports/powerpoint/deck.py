"""A PowerPoint file to a draft of an outline, through python-pptx.

Titles, bullets with their levels, tables, charts, pictures, notes; what has no equivalent is told
with the number of its slide.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from pptx import Presentation

from presenter.deck.clean import clean
from presenter.deck.model import DeckHead
from presenter.imports.draft import Draft
from presenter.imports.language import language_of
from presenter.imports.plain import joined, literal_text
from presenter.imports.powerpoint.saved import Saved
from presenter.imports.powerpoint.slide import SlideReader
from presenter.imports.structure import give_parts

MOST_BYTES = 512 * 1024 * 1024
"""What a file may hold when it is unpacked."""


class NotPowerPointError(Exception):
    """The file is no PowerPoint file, or one too large to be read."""


def read_powerpoint(path: Path, saved: Saved) -> Draft:
    """The deck at `path`. Raises OSError, or NotPowerPointError if it cannot be understood."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_BYTES:
                raise NotPowerPointError
        deck = Presentation(str(path))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise NotPowerPointError from error
    except OSError:
        raise
    except Exception as error:  # python-pptx and lxml raise classes of their own
        raise NotPowerPointError from error
    furniture: set[str] = set()
    slides = [
        SlideReader(slide, number, saved, furniture).read()
        for number, slide in enumerate(deck.slides, 1)
    ]
    properties = deck.core_properties
    first = next((each.slide.title for each in slides if each.slide.title), "")
    named = _said(properties.title) if _is_title(properties.title) else ""
    head = DeckHead(
        title=named or first or path.stem, author=_said(properties.author), lang=language_of(slides)
    )
    give_parts(slides)
    return Draft(head, slides, place="slide")


def _said(text: str | None) -> str:
    return literal_text(clean(joined(text or "")))


def _is_title(text: str | None) -> bool:
    """Whether a file's title is one that a person gave it."""
    return bool(text) and text not in ("PowerPoint Presentation", "PowerPoint 演示文稿")
