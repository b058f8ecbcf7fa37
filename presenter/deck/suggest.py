"""The name that a misspelt one probably meant."""

from __future__ import annotations

from collections.abc import Iterable

_MEANT = {
    "标题": "title",
    "副标题": "subtitle",
    "作者": "author",
    "日期": "date",
    "语言": "lang",
    "时间": "time",
    "备注": "notes",
    "引言": "introduction",
    "要点": "points",
    "结语": "conclusion",
    "heading": "title",
    "name": "title",
    "language": "lang",
    "locale": "lang",
    "duration": "time",
    "length": "time",
    "speaker": "author",
    "speaker_notes": "notes",
    "comment": "notes",
    "intro": "introduction",
    "outro": "conclusion",
    "list": "bullets",
    "ul": "bullets",
    "ol": "numbers",
    "paragraph": "text",
    "body": "text",
    "picture": "image",
    "img": "image",
}
"""Names that other tools and languages use, to ours."""


_USUAL = ("title", "text", "bullets", "points", "source", "items")
"""Keys that are wanted most, where none is like the one written."""


def nearest_three(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The three of `names` most like `name`, those wanted most where none is; all if so few."""
    from difflib import get_close_matches

    known = list(names)
    if len(known) <= 4:
        return tuple(known)
    like = get_close_matches(name[:40].lower(), known, n=3, cutoff=0.4)
    usual = [each for each in (*_USUAL, *known) if each in known]
    return tuple(dict.fromkeys((*like, *usual)))[:3]


def meant(name: str) -> str:
    """Our name for what other tools or languages call `name`; empty if there is none."""
    return _MEANT.get(name[:40].strip().lower().replace("-", "_").replace(" ", "_"), "")


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of `names` most like `name` or of its meaning; empty if none is close."""
    from difflib import get_close_matches  # 1 ms, and only a deck with faults needs it

    known = list(names)
    short = name[:40].strip().lower()
    if (ours := meant(name)) in known:
        return ours
    matches = get_close_matches(short, known, n=1, cutoff=0.6)
    return matches[0] if matches else ""
