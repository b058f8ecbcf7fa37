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


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of `names` most like `name` or of its meaning; empty if none is close."""
    from difflib import get_close_matches  # 1 ms, and only a deck with faults needs it

    known = list(names)
    short = name[:40].strip().lower()
    meant = _MEANT.get(short.replace("-", "_").replace(" ", "_"), "")
    if meant in known:
        return meant
    matches = get_close_matches(short, known, n=1, cutoff=0.6)
    return matches[0] if matches else ""
