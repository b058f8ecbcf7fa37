"""What belongs to a slide beside its shapes: notes, comments, animations, its turn to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from presenter.deck.characters import clean
from presenter.imports.powerpoint.package import Reading, chosen, words_in
from presenter.imports.powerpoint.runs import markdown_of
from presenter.imports.powerpoint.shapes import FURNITURE, place_of
from presenter.imports.powerpoint.text import MOST_NOTES, level_of, mark_of
from presenter.imports.powerpoint.xml import at, attribute, children, content, number

_BLOCK = re.compile(
    r"\s*(?:\d{1,9}(?=[.)](?:\s|\Z))|(?=[-+*](?:\s|\Z)|#{1,6}(?:\s|\Z)|>|`{3}|~{3}"
    r"|([-*_=])(?:[ \t]*\1)*[ \t]*\Z|\[step\]\s*\Z))",
    re.IGNORECASE,
)
"""Where a line of Markdown may begin a block, or end a step (CommonMark 0.31.2, 4 and 5)."""

_UNSAID = (*FURNITURE, "sldImg")
_EFFECTS = ("entr", "exit", "emph", "path", "verb")


def notes_of(slide: Reading) -> str:
    """The speaker's notes of a slide, Markdown; what else stands on their page belongs to them."""
    parts: list[str] = []
    for page, root in slide.of_kind("notesSlide"):
        if root is None:
            slide.warn("notes-unreadable", page.part)
        tree = children(at(root, "p:cSld", "p:spTree"))
        for shape in (each for outer in tree for each in chosen(outer)):
            body = at(shape, "p:txBody")
            if attribute(place_of(shape), "type") in _UNSAID:
                continue
            if body is not None:
                parts += _paragraphs(body, page)
            elif words := words_in(shape):
                slide.warn("not-carried", words)
    text = "\n\n".join(parts)
    if len(text) > MOST_NOTES:
        slide.warn("notes-cut", text[MOST_NOTES:])
        text = text[:MOST_NOTES]
    return text + "\n" if "\n" in text else text


def _paragraphs(body: Element, reading: Reading) -> Iterator[str]:
    """The paragraphs of notes; those with marks of their own are lists, an item each."""
    items: list[str] = []
    for each in children(body, "a:p"):
        text = markdown_of(reading, each)
        mark = mark_of(each, ()).kind
        if text and mark:
            items.append("  " * level_of(each) + ("1. " if mark == "numbers" else "- ") + text)
            continue
        if items:
            yield "\n".join(items)
            items = []
        if text:
            yield "\n".join(map(_as_text, text.split("\n")))
    if items:
        yield "\n".join(items)


def _as_text(line: str) -> str:
    """A line that is text also where it looks like a heading, a list or the end of a step."""
    match = _BLOCK.match(line)
    return f"{line[: match.end()]}\\{line[match.end() :]}" if match else line


def comments_of(slide: Reading) -> Iterator[str]:
    """What reviewers wrote about a slide, in the comments of old and of new."""
    for page, root in slide.of_kind("comments"):
        if root is None:
            slide.warn("not-carried", page.part)
        for comment in children(root):
            plain = " ".join(map(content, comment.iter("p:text")))
            text = " ".join(filter(None, (clean(plain.strip()), words_in(comment))))
            if text:
                yield text


def is_built(slide: Element) -> bool:
    """Whether a text on a slide appears paragraph by paragraph."""
    return bool(_built(slide))


def _built(slide: Element) -> set[str]:
    """The ids of the texts that appear paragraph by paragraph."""
    builds = children(at(slide, "p:timing", "p:bldLst"), "p:bldP")
    return {each.get("spid", "") for each in builds if each.get("build") in ("p", "cust")}


def is_moving(slide: Element) -> bool:
    """Whether things on a slide appear, move or vanish that `is_built` does not speak of."""
    built = _built(slide)
    for timing in children(slide, "p:timing"):
        for effect in timing.iter("p:cTn"):
            targets = {each.get("spid", "") for each in effect.iter("p:spTgt")}
            kind = effect.get("presetClass")
            if kind in _EFFECTS and (kind != "entr" or not targets <= built):
                return True
    return False


def advance_of(slide: Element) -> float:
    """After how many seconds a slide goes on by itself; 0 if it does not."""
    for outer in slide:
        for each in chosen(outer):
            if each.tag == "p:transition":
                return number(each, "advTm") / 1000
    return 0
