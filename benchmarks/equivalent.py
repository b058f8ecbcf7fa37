"""One talk in the format of every tool: the same titles and lists, however it is written down."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_HAN = (
    "春夏秋冬东南西北天地山水风云日月金木火土江河湖海花草树林上下左右前后里外大小多少长短高低远近"
)

_BULLETS = (
    "各级各部门办事，都靠后勤打底",
    "市场经济越完善，后勤越要紧、越特殊",
    "A line of Latin text, 12 ms long，与中文混排",
)


class Slide(NamedTuple):
    """A title and the items of a list.

    marks: what stands on a screen that shows this slide, and on no other's: in the first line and
    in the last. Four Han characters each, at the beginning of their lines, so that none is wrapped.
    """

    title: str
    bullets: tuple[str, ...]
    marks: tuple[str, str]


def slides(count: int) -> list[Slide]:
    """A talk of `count` slides; the first ones are the same, however many follow."""
    return [_slide(number) for number in range(count)]


def _slide(number: int) -> Slide:
    title, last = (_mark(f"{place} {number}") for place in ("title", "last"))
    return Slide(f"{title}与后勤", (*_BULLETS, f"{last}，先懂全局，再办后勤"), (title, last))


def _mark(seed: str) -> str:
    digest = hashlib.sha256(seed.encode()).digest()
    return "".join(_HAN[byte % len(_HAN)] for byte in digest[:4])


def outline(talk: Iterable[Slide], path: Path) -> None:
    """presenter's."""
    body = "".join(
        f"- title: {slide.title}\n  bullets:\n" + "".join(f"  - {item}\n" for item in slide.bullets)
        for slide in talk
    )
    _write(path, f"title: 后勤工作\nlang: zh-Hans\nslides:\n{body}")


def plain(talk: Iterable[Slide], path: Path) -> None:
    """The minimal app's: the text of each slide, parted by form feeds."""
    _write(path, "\f".join("\n".join((slide.title, "", *slide.bullets)) for slide in talk))


def markdown(talk: Iterable[Slide], path: Path) -> None:
    """What most tools read: a heading and a list, rules between the slides."""
    _write(path, "\n---\n\n".join(map(_markdown, talk)))


def ended_by_comments(talk: Iterable[Slide], path: Path) -> None:
    """presenterm's: Markdown whose slides are ended by comments."""
    _write(path, "\n<!-- end_slide -->\n\n".join(map(_markdown, talk)))


def folder(talk: Iterable[Slide], path: Path) -> None:
    """termdeck's: a file of Markdown for each slide, in their names' order."""
    path.mkdir()
    for number, slide in enumerate(talk):
        _write(path / f"{number:06}.md", _markdown(slide))


def script(talk: Iterable[Slide], path: Path) -> None:
    """spiel's: a program that makes the slides, each shown as Markdown."""
    texts = ",\n".join(f"    {(slide.title, _markdown(slide))!r}" for slide in talk)
    _write(
        path,
        "from rich.markdown import Markdown\nfrom spiel import Deck, Slide\n\n"
        f"TEXTS = [\n{texts}\n]\n\n"
        'deck = Deck("后勤工作", default_transition=None)\n'
        "deck.add_slides(*[Slide(title, lambda text=text: Markdown(text)) "
        "for title, text in TEXTS])\n",
    )


def _markdown(slide: Slide) -> str:
    return f"# {slide.title}\n\n" + "".join(f"- {bullet}\n" for bullet in slide.bullets)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
