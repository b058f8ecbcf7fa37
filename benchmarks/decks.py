"""Decks to measure with, written to a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

_BULLETS = (
    "各级各部门办事，都靠后勤打底",
    "一头连着政务效率，一头连着干部职工的切身利益，哪一头都放松不得",
    "A line of Latin text, 12 ms long，与中文混排",
    "市场经济越完善，后勤越要紧、越特殊",
)


def title(number: int, edition: str = "") -> str:
    """A title that shares no run of letters with its neighbours', so that all of it is redrawn."""
    digest = hashlib.sha256(f"{number}{edition}".encode()).hexdigest()
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest[:12])


def plain(folder: Path, slides: int) -> Path:
    """A deck of `slides` slides, a title and four bullets each."""
    bullets = "".join(f"      - {bullet}\n" for bullet in _BULLETS)
    body = "".join(f"  - title: {title(n)}\n    bullets:\n{bullets}" for n in range(slides))
    return write(folder / f"plain-{slides}.yaml", body)


def mixed(folder: Path, slides: int) -> Path:
    """A deck whose slides take turns with the kinds of blocks."""
    kinds = (
        f"text: |\n      {_BULLETS[1] * 3}\n",
        f"bullets: [{_BULLETS[0]}, {{{_BULLETS[3]}: [{_BULLETS[0]}, {_BULLETS[3]}]}}]\n",
        f"numbers: [{_BULLETS[0]}, {_BULLETS[3]}, '**粗体**与 `代码`']\n",
        f"quote: {{text: {_BULLETS[1]}, by: 某人}}\n",
    )
    body = "".join(f"  - title: {title(n)}\n    {kinds[n % len(kinds)]}" for n in range(slides))
    return write(folder / f"mixed-{slides}.yaml", body)


def minimal(folder: Path, slides: int) -> Path:
    """What the minimal app shows: a title a line."""
    path = folder / f"minimal-{slides}.txt"
    path.write_text("\n".join(map(title, range(slides))), encoding="utf-8")
    return path


def write(path: Path, body: str) -> Path:
    """A deck of those slides at `path`."""
    path.write_text(f"title: Benchmark\nlang: zh-Hans\nslides:\n{body}", encoding="utf-8")
    return path
