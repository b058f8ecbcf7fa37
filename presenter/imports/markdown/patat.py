"""What only patat's decks say: settings in comments, and the pause of three dots.

Source: patat's manual, "Configuration" and "Fragmented slides".
"""

from __future__ import annotations

from presenter.imports.markdown.front_matter import parse_mapping, shown
from presenter.imports.markdown.slide_builder import SlideBuilder


def comment(slide: SlideBuilder, text: str, line: int) -> bool:
    """Whether a comment holds settings; each is told."""
    if not text.startswith("config:") or (found := parse_mapping(text[7:])) is None:
        return False
    for key, value in found.values.items():
        slide.remark(line, "setting", f"{key}: {shown(value)}")
    return True


def dots(slide: SlideBuilder, text: str, line: int) -> bool:  # noqa: ARG001
    """Whether a paragraph is a pause: ``. . .``, as in Pandoc's Markdown."""
    if text.strip() != ". . .":
        return False
    slide.pause()
    return True
