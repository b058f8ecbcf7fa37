"""Which tool a deck was written for, by what only its decks have."""

from __future__ import annotations

import re
from collections.abc import Callable

from presenter.imports.markdown.front_matter import FrontMatter

_SLIDEV_KEYS = re.compile(
    r"layout|transition|class|background|highlighter|drawings|mdc|comark|monaco|fonts"
    r"|info|routerMode|colorSchema|canvasWidth|aspectRatio|addons|download"
    r"|exportFilename|lineNumbers"
)
_PRESENTERM = re.compile(
    r"<!--\s*(?:end_slide|column_layout:|reset_layout|speaker_note:|jump_to_middle|pause)\b"
)
_SLIDEV = re.compile(
    r"^::(?:left|right|default)::\s*$|<v-clicks?\b|\bv-click\b"
    r"|^---\n(?:layout|transition|class): ?\S",
    re.MULTILINE,
)
_MARP = re.compile(
    r"<!--\s*_?(?:class|paginate|backgroundColor|header|footer|theme):|!\[bg\b", re.MULTILINE
)
_PATAT = re.compile(r"^\. \. \.$|<!--config:", re.MULTILINE)
_LOOKATME = re.compile(r"<!--\s*stop\s*-->")


def _has(*keys: str) -> Callable[[FrontMatter, str], bool]:
    return lambda front, _: any(key in front.values for key in keys)


def _finds(pattern: re.Pattern[str]) -> Callable[[FrontMatter, str], bool]:
    return lambda _, text: pattern.search(text) is not None


_SIGNS: tuple[tuple[str, Callable[[FrontMatter, str], bool]], ...] = (
    ("presenter", lambda front, _: front.text("presenter") == "true"),
    ("marp", _has("marp")),
    ("patat", _has("patat")),
    ("slides", _has("paging")),
    ("presenterm", _finds(_PRESENTERM)),
    ("lookatme", _finds(_LOOKATME)),
    ("slidev", lambda front, _: any(map(_SLIDEV_KEYS.fullmatch, front.values))),
    ("slidev", _finds(_SLIDEV)),
    ("marp", _finds(_MARP)),
    ("marp", _has("headingDivider", "paginate")),
    ("patat", _finds(_PATAT)),
    ("lookatme", _has("styles", "extensions")),
)
"""In this order: the first sign that is there decides."""


def recognise(front: FrontMatter, text: str) -> str:
    """The name of the dialect of `text`, whose front matter is `front`; ``plain`` by default."""
    return next((name for name, sign in _SIGNS if sign(front, text)), "plain")
