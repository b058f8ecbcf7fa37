"""A Markdown deck to a draft of an outline."""

from __future__ import annotations

import re

from msgspec import structs

from presenter.deck import Slide
from presenter.deck.blocks import Code
from presenter.deck.clean import clean, hostile
from presenter.deck.duration import parse_duration
from presenter.deck.fields import LANGUAGE_TAG
from presenter.deck.model import DeckHead
from presenter.imports.draft import Draft, DraftSlide, Remark
from presenter.imports.language import language_of
from presenter.imports.markdown import slidev
from presenter.imports.markdown.cutting import Document, Segment
from presenter.imports.markdown.dialect import Dialect
from presenter.imports.markdown.dialects import DIALECTS
from presenter.imports.markdown.front_matter import FrontMatter, read_front_matter, shown
from presenter.imports.markdown.nodes import covered, read_nodes
from presenter.imports.markdown.outline_yaml import read_head
from presenter.imports.markdown.pictures import Named
from presenter.imports.markdown.recognise import recognise
from presenter.imports.markdown.slide_builder import SlideBuilder
from presenter.imports.parser import Environment, block_tokens, block_tree
from presenter.imports.plain import joined
from presenter.imports.structure import count_points, give_parts

_MARKS_ONLY = re.compile(r"[\s>*+\-\d.)]*")

_HEAD = {
    "title": ("title",),
    "subtitle": ("subtitle", "sub_title"),
    "author": ("author", "authors"),
    "date": ("date", "event"),
    "lang": ("lang", "language"),
    "time": ("time", "duration"),
}
"""The keys of front matters that say what an outline's head says."""


MOST_BYTES = 10 * 1024 * 1024
MOST_PIECES = 100_000
"""Lines and cells that a deck may have: a talk of a thousand slides has some 20,000."""


class TalkTooLargeError(Exception):
    """No talk is that large: parsing would take minutes and gigabytes."""


def read_markdown(text: str, named: Named, dialect: str = "", fallback: str = "") -> Draft:
    """The deck in `text`. `dialect`: its name, if known. `fallback`: a title for want of one.

    Raises TalkTooLargeError.
    """
    if len(text.encode()) > MOST_BYTES or text.count("\n") + text.count("|") > MOST_PIECES:
        raise TalkTooLargeError
    noted = [
        Remark(text.count("\n", 0, index) + 1, "character", name)
        for index, name in list(hostile(text))[:20]
    ]
    text = clean(text)
    lines = text.split("\n")
    front = read_front_matter(lines)
    kind = DIALECTS[dialect or recognise(front, text)]
    env: Environment = {}
    tokens = block_tokens("\n".join(lines[front.height :]), env)
    document = Document(lines, front.height, tokens, front)
    slides = [
        slide
        for segment in kind.cut(document)
        if (slide := _read_segment(segment, kind, env, named)) is not None
    ]
    head, remarks = _read_head(front, kind, lines)
    remarks += noted + _unused_links(env, text, front.height)
    if not kind.exact:
        head = structs.replace(head, title=head.title or _first_title(slides) or fallback)
        if kind.title_slide and front.text("title"):
            cover = Slide(title=head.title, subtitle=head.subtitle, layout="cover")
            slides.insert(0, DraftSlide(cover))
        head = structs.replace(head, lang=head.lang or language_of(slides))
        give_parts(slides)
    elif any(each.slide.part.kind != "slide" for each in slides):
        count_points(slides)
    _make_ids_unique(slides)
    return Draft(head, slides, remarks)


def _read_segment(
    segment: Segment, dialect: Dialect, env: Environment, named: Named
) -> DraftSlide | None:
    own: Environment = {"references": dict(env.get("references", {}))}
    nodes = block_tree("\n".join(segment.lines), own)
    slide = SlideBuilder(dialect, own, named, segment.first)
    first = segment.first == segment.front.height
    dialect.front(slide, segment.front, first=first)
    read_nodes(slide, nodes)
    if not first and not slide.slide.title and (title := segment.front.text("title")):
        slide.set(title=title)
    read = {line for start, end in covered(nodes) for line in range(start, end)}
    for known in own.get("duplicate_refs", []):
        read |= set(range(*known["map"]))
    left = [
        number
        for number, line in enumerate(segment.lines)
        if number not in read and not _MARKS_ONLY.fullmatch(line)
    ]
    if left:
        source = "\n".join(segment.lines[number] for number in left)
        slide.remark(segment.first + left[0], "too-deep")
        slide.add(Code(source=source))
    slidev.take_last_comment(slide)
    if slide.is_blank and not slide.remarks and not dialect.exact:
        return None
    return slide.finish()


def _read_head(
    front: FrontMatter, dialect: Dialect, lines: list[str]
) -> tuple[DeckHead, list[Remark]]:
    if dialect.exact and (own := read_head(lines[1 : front.height - 1])):
        return own, []
    remarks = [
        Remark(number, "", line.lstrip("# "))
        for number, line in enumerate(lines[: front.height], 1)
        if line.startswith("#") and line.strip("# ")
    ]
    values: dict[str, str] = {}
    used = {"presenter", "marp"}
    for name, keys in _HEAD.items():
        for key in keys:
            if text := front.text(key):
                values.setdefault(name, joined(text))
                used.add(key)
    if "lang" in values and not re.fullmatch(LANGUAGE_TAG, values["lang"]):
        remarks.append(Remark(front.lines.get("lang", 1), "setting", f"lang: {values.pop('lang')}"))
    time = parse_duration(values.pop("time", "")) if "time" in values else None
    if time is None:
        used -= {"time", "duration"}
    reveal = front.switched_on("patat", "incrementalLists") or (
        front.switched_on("reveal") or front.switched_on("options", "incremental_lists")
    )
    for key, value in front.values.items():
        known = key in used or (dialect.name == "slidev" and key in slidev.FIRST_SLIDE_KEYS)
        if not known and shown(value) not in ("", "{incrementalLists: true}"):
            remarks.append(Remark(front.lines.get(key, 1), "setting", f"{key}: {shown(value)}"))
    head = DeckHead(
        title=values.get("title", ""),
        subtitle=values.get("subtitle", ""),
        author=values.get("author", ""),
        date=values.get("date", ""),
        lang=values.get("lang", ""),
        time=time,
        reveal=reveal,
    )
    return head, remarks


def _unused_links(env: Environment, text: str, first: int) -> list[Remark]:
    """Link definitions that no link refers to: nothing of them would be left."""
    lowered, lines = text.lower(), text.split("\n")
    return [
        Remark(first + each["map"][0] + 1, "not-carried", lines[first + each["map"][0]])
        for label, each in env.get("references", {}).items()
        if lowered.count(f"[{label.lower()}]") < 2
    ]


def _first_title(slides: list[DraftSlide]) -> str:
    return next((each.slide.title for each in slides if each.slide.title), "")


def _make_ids_unique(slides: list[DraftSlide]) -> None:
    seen: set[str] = set()
    for each in slides:
        if each.slide.id in seen:
            each.slide = structs.replace(each.slide, id="")
        seen |= {each.slide.id} - {""}
