"""A Markdown deck to a draft of an outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from presenter.deck import Slide
from presenter.deck.blocks import Code
from presenter.deck.clean import clean, hostile
from presenter.deck.duration import parse_duration
from presenter.deck.fields import LANGUAGE_TAG
from presenter.deck.load import resting_collector
from presenter.deck.model import DeckHead
from presenter.imports.draft import Draft, DraftSlide, Remark
from presenter.imports.language import language_of
from presenter.imports.markdown import slidev
from presenter.imports.markdown.account import missing_words
from presenter.imports.markdown.blocks import covered, read_nodes
from presenter.imports.markdown.cutting import Document, Piece, Segment
from presenter.imports.markdown.dialects import DIALECTS, Dialect, recognise
from presenter.imports.markdown.front_matter import (
    FrontMatter,
    read_front_matter,
    shown,
)
from presenter.imports.markdown.grammar import block_tokens, block_tree, tree_of
from presenter.imports.markdown.named import Named, read_head
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.parser import Environment
from presenter.imports.plain import joined
from presenter.imports.structure import count_points, give_parts

_MARKS_ONLY = re.compile(r"[\s>*+\-\d.)]*")

_DATE_FORM = re.compile(r"\b(?:YYYY|YY|MMMM|MMM|MM|dddd|ddd|dd|DD)\b")
"""How slides writes that it shall put in today's date."""

_HEAD = {
    "title": ("title",),
    "subtitle": ("subtitle", "sub_title"),
    "author": ("author", "authors"),
    "date": ("date", "event"),
    "lang": ("lang", "language"),
    "time": ("time", "duration"),
}
"""The keys of front matters that say what an outline's head says."""


MOST_BYTES = 4 * 1024 * 1024
MOST_PIECES = 51_000
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
    with resting_collector():
        return _read(clean(text), noted, named, dialect, fallback)


def _read(text: str, remarks: list[Remark], named: Named, dialect: str, fallback: str) -> Draft:
    lines = text.split("\n")
    front = read_front_matter(lines)
    kind = DIALECTS[dialect or recognise(front, lines)]
    reader = _Reader(kind, named, lines, front)
    slides, early = reader.slides()
    head, own = _read_head(front, kind, lines)
    remarks = [*own, *remarks, *early, *reader.unused()]
    if not kind.exact:
        title = (head.title or _first_title(slides) or fallback).replace("\\\n", " ")
        head = structs.replace(head, title=title)
        if kind.title_slide and front.text("title"):
            cover = Slide(title=head.title, subtitle=head.subtitle, layout="cover")
            slides.insert(0, DraftSlide(cover))
        head = structs.replace(head, lang=head.lang or language_of(slides))
        give_parts(slides)
    elif any(each.slide.part.kind != "slide" for each in slides):
        count_points(slides)
    _make_ids_unique(slides)
    return Draft(head, slides, remarks)


class _Reader:
    """Reads the slides of a document, and keeps what they share: links and footnotes."""

    def __init__(
        self, dialect: Dialect, named: Named, lines: list[str], front: FrontMatter
    ) -> None:
        self._dialect = dialect
        self._named = named
        self._env: Environment = {
            "dialect": dialect.name,
            "footnotes": {},
            "numbers": {},
            "referred": set(),
            "incremental": _is_incremental(front),
        }
        tokens = block_tokens("\n".join(lines[front.height :]), self._env, exact=dialect.exact)
        self._document = Document(lines, front, tokens)
        notes = self._env["footnotes"]
        for label, (line, text) in notes.items():
            notes[label] = (line + front.height, text)
        self._twice = self._env.pop("duplicate_refs", [])
        self._definitions = {
            front.height + line
            for each in [*self._env.get("references", {}).values(), *self._twice]
            for line in range(*each["map"])
        }
        self._notes_twice = self._env.pop("footnotes_twice", [])

    def slides(self) -> tuple[list[DraftSlide], list[Remark]]:
        """The slides, and remarks behind the last of them.

        A slide of which nothing is shown is none; what was to be said of it is said of the next.
        """
        slides: list[DraftSlide] = []
        early: list[Remark] = []
        for segment in self._dialect.cut(self._document):
            blank, slide = self._slide(segment)
            if blank:
                early += slide.remarks
                continue
            slide.remarks[:0] = early
            early = []
            slides.append(slide)
        return slides, early

    def _slide(self, segment: Segment) -> tuple[bool, DraftSlide]:
        """A slide, and whether it is blank."""
        dialect = self._dialect
        slide = SlideBuilder(dialect, self._env, self._named, segment.first)
        first = segment.first == segment.front.height
        dialect.front(slide, segment.front, first=first)
        pieces = dialect.split(self._document, segment)
        if dialect.own_lines:
            height = dialect.own_lines(slide, pieces[0].lines)
            head = pieces[0]
            pieces[0] = Piece(head.first + height, head.lines[height:], head.role)
        for piece in pieces:
            slide.first = piece.first
            if piece.role == "notes":
                slide.note("\n".join(piece.lines))
                continue
            if piece.role == "step":
                slide.pause()
            self._read(slide, piece)
        if not first and (title := segment.front.text("title")):
            if not slide.slide.title:
                slide.set(title=title)
            elif joined(title) != slide.slide.title:
                slide.remark(segment.front.lines["title"] - 1, "setting", f"title: {title}")
        slidev.take_last_comment(slide)
        blank = slide.is_blank and not slide.slide.hidden
        made = slide.finish()
        if not dialect.exact:
            body = [(piece.first, piece.lines) for piece in pieces if piece.role != "notes"]
            for line, words in missing_words(body, made):
                made.remarks.append(Remark(line + 1, "lost", words))
        blank = blank and not (made.slide.content or dialect.exact)
        if blank and made.slide.id:
            made.remarks.append(Remark(segment.first + 1, "not-carried", made.slide.id))
        return blank, made

    def _read(self, slide: SlideBuilder, piece: Piece) -> None:
        tokens = self._document.tokens_of(piece)
        if tokens is not None:
            slide.first = self._document.first
            nodes = tree_of(tokens)
        else:
            nodes = block_tree("\n".join(piece.lines), self._env, exact=self._dialect.exact)
            self._env.pop("duplicate_refs", None)
        read_nodes(slide, nodes)
        read = {slide.first + line for start, end in covered(nodes) for line in range(start, end)}
        left = [
            line
            for number, line in enumerate(piece.lines)
            if piece.first + number not in read and piece.first + number not in self._definitions
            if not _MARKS_ONLY.fullmatch(line)
        ]
        if left:
            slide.remark(piece.first + piece.lines.index(left[0]), "too-deep")
            slide.add(Code(source="\n".join(left)))

    def unused(self) -> list[Remark]:
        """Link definitions and footnotes that nothing refers to: nothing of them would be left."""
        if self._dialect.exact:
            return []
        lines, first = self._document.lines, self._document.first
        referred: set[str] = self._env["referred"]
        found = [
            each["map"]
            for label, each in self._env.get("references", {}).items()
            if label not in referred
        ]
        found += [each["map"] for each in self._twice]
        remarks = [
            Remark(first + start + 1, "not-carried", "\n".join(lines[first + start : first + end]))
            for start, end in found
        ]
        notes = [
            (label, line, text)
            for label, (line, text) in self._env["footnotes"].items()
            if label not in self._env["numbers"]
        ]
        notes += [(label, first + line, text) for label, line, text in self._notes_twice]
        for label, line, text in notes:
            remarks.append(Remark(line + 1, "not-carried", f"[^{label}]: {text}"))
        return remarks


def _read_head(
    front: FrontMatter, dialect: Dialect, lines: Sequence[str]
) -> tuple[DeckHead, list[Remark]]:
    if dialect.exact and (own := read_head(lines[1 : front.height - 1])):
        return own, []
    remarks = [Remark(number, "", said) for number, said in front.comments]
    remarks += [
        Remark(number, "front-broken", said) for number, said in front.broken if said.strip()
    ]
    values: dict[str, str] = {}
    used = {"presenter"}
    for name, keys in _HEAD.items():
        for key in keys:
            if (text := front.text(key)) and name not in values:
                values[name] = joined(text)
                if not front.says_more(key):
                    used.add(key)
    if "lang" in values and not re.fullmatch(LANGUAGE_TAG, values["lang"]):
        del values["lang"]
        used -= {"lang", "language"}
    time = parse_duration(values.pop("time", "")) if "time" in values else None
    if time is None:
        used -= {"time", "duration"}
    if dialect.name == "slides" and _DATE_FORM.search(values.get("date", "")):
        del values["date"]
        used.discard("date")
    if dialect.name == "slidev":
        used |= slidev.FIRST_SLIDE_KEYS
    remarks += _untold_settings(front, dialect, used)
    head = DeckHead(
        title=values.get("title", ""),
        subtitle=values.get("subtitle", ""),
        author=values.get("author", ""),
        date=values.get("date", ""),
        lang=values.get("lang", ""),
        time=time,
        reveal=_is_incremental(front),
    )
    return head, remarks


def _is_incremental(front: FrontMatter) -> bool:
    """Whether the settings make all lists appear item by item."""
    return (
        front.switched_on("patat", "incrementalLists")
        or front.switched_on("reveal")
        or front.switched_on("options", "incremental_lists")
        or front.switched_on("build-lists")
        or any(path[-1] == "incremental" and said == "true" for path, said, _ in front.settings())
    )


def _untold_settings(front: FrontMatter, dialect: Dialect, used: set[str]) -> Iterator[Remark]:
    """The settings that nothing follows: a mapping as a whole, if nothing of it is followed."""
    for key, value in front.values.items():
        inner = [(path, said) for path, said, _ in front.settings() if path[0] == key]
        left = [(path, said) for path, said in inner if not dialect.obeys(path)]
        if len(left) == len(inner):
            left = [((key,), shown(value))]
        for path, said in left if key not in used else ():
            yield Remark(front.lines.get(key, 1), "setting", f"{'.'.join(path)}: {said}".rstrip())


def _first_title(slides: list[DraftSlide]) -> str:
    return next((each.slide.title for each in slides if each.slide.title), "")


def _make_ids_unique(slides: list[DraftSlide]) -> None:
    seen: set[str] = set()
    for each in slides:
        if each.slide.id in seen:
            each.slide = structs.replace(each.slide, id="")
        seen |= {each.slide.id} - {""}
