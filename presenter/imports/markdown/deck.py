"""A Markdown deck to a draft of an outline."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import structs

from presenter.deck import Slide
from presenter.deck.blocks import Code
from presenter.deck.characters import clean, find_control_characters
from presenter.deck.fields import LANGUAGE_TAG, parse_duration
from presenter.deck.load import resting_collector
from presenter.deck.model import DeckHead
from presenter.imports.draft import (
    Draft,
    DraftSlide,
    ImportWarning,
    count_points,
    give_parts,
    language_of,
)
from presenter.imports.markdown.blocks import READERS, covered, read_nodes
from presenter.imports.markdown.comments import take_last_comment
from presenter.imports.markdown.cutting import Document, Passage, Segment
from presenter.imports.markdown.dialects import DIALECTS, Dialect, recognise
from presenter.imports.markdown.front_matter import FrontMatter, read_front_matter, shown
from presenter.imports.markdown.grammar import block_tokens, block_tree
from presenter.imports.markdown.named import Named, read_head
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.markdown.tools import FIRST_SLIDE_KEYS
from presenter.imports.plain import Environment, joined

MOST_BYTES = 4 * 1024 * 1024
MOST_PIECES = 51_000
"""Lines and cells that a deck may have: a talk of a thousand slides has some 20,000."""

_MARKS_ONLY = re.compile(r"[\s>*+\-\d.)]*")


class TalkTooLargeError(Exception):
    """No talk is that large: parsing would take minutes and gigabytes."""


def read_markdown(text: str, named: Named, dialect: str = "", fallback: str = "") -> Draft:
    """The deck in `text`. `dialect`: its name, if known. `fallback`: a title for want of one.

    Raises TalkTooLargeError.
    """
    if len(text.encode()) > MOST_BYTES or text.count("\n") + text.count("|") > MOST_PIECES:
        raise TalkTooLargeError
    noted = [
        ImportWarning(text.count("\n", 0, index) + 1, "character", name)
        for index, name in list(find_control_characters(text))[:20]
    ]
    with resting_collector():
        return _read(clean(text), noted, named, dialect, fallback)


def _read(
    text: str, warnings: list[ImportWarning], named: Named, dialect: str, fallback: str
) -> Draft:
    lines = text.split("\n")
    front = read_front_matter(lines)
    kind = DIALECTS[dialect or recognise(front, lines)]
    reader = _Reader(kind, named, lines, front)
    slides, late = reader.slides()
    head, own = _read_head(front, kind, lines)
    warnings = [*own, *warnings, *late, *reader.unused()]
    if not kind.exact:
        first = next((each.slide.title for each in slides if each.slide.title), fallback)
        title = (head.title or first).replace("\\\n", " ")
        head = structs.replace(head, title=title)
        if kind.title_slide and front.text("title"):
            cover = Slide(title=head.title, subtitle=head.subtitle, layout="cover")
            slides.insert(0, DraftSlide(cover))
        head = structs.replace(head, lang=head.lang or language_of(slides))
        give_parts(slides)
    elif any(each.slide.part.kind != "slide" for each in slides):
        count_points(slides)
    _make_ids_unique(slides)
    return Draft(head, slides, warnings)


def _make_ids_unique(slides: list[DraftSlide]) -> None:
    seen: set[str] = set()
    for each in slides:
        if each.slide.id in seen:
            each.slide = structs.replace(each.slide, id="")
        seen |= {each.slide.id} - {""}


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
        self._notes_twice = self._env.pop("footnotes_twice", [])
        self._twice = self._env.pop("duplicate_refs", [])
        self._definitions = {
            front.height + line
            for each in [*self._env.get("references", {}).values(), *self._twice]
            for line in range(*each["map"])
        }

    def slides(self) -> tuple[list[DraftSlide], list[ImportWarning]]:
        """The slides, and warnings behind the last of them.

        A slide of which nothing is shown is none; what was to be said of it is said of the next.
        """
        slides: list[DraftSlide] = []
        waiting: list[ImportWarning] = []
        for segment in self._document.segments(self._dialect.cut(self._document)):
            blank, slide = self._slide(segment)
            slide.warnings[:0] = waiting
            waiting = slide.warnings if blank else []
            if not blank:
                slides.append(slide)
        return slides, waiting

    def _slide(self, segment: Segment) -> tuple[bool, DraftSlide]:
        """A slide, and whether it is blank."""
        dialect = self._dialect
        slide = SlideBuilder(dialect, self._env, self._named, segment.first, READERS)
        first = segment.first == segment.front.height
        dialect.front(slide, segment.front, first)
        head, *rest = dialect.split(self._document, segment)
        height = dialect.own_lines(slide, head.lines)
        passages = [Passage(head.first + height, head.lines[height:], head.role), *rest]
        for passage in passages:
            slide.first = passage.first
            if passage.role == "notes":
                slide.note("\n".join(passage.lines))
                continue
            if passage.role == "step":
                slide.pause()
            self._read(slide, passage)
        if not first and (title := segment.front.text("title")):
            if not slide.slide.title:
                slide.set(title=title)
            elif joined(title) != slide.slide.title:
                slide.warn(segment.front.lines["title"] - 1, "setting", f"title: {title}")
        take_last_comment(slide)
        blank = slide.is_blank and not slide.slide.hidden
        made = slide.finish()
        if not dialect.exact:
            body = [each for each in passages if each.role != "notes"]
            for line, words in _missing_words(body, made):
                made.warnings.append(ImportWarning(line + 1, "lost", words))
        blank = blank and not (made.slide.content or dialect.exact)
        if blank and made.slide.id:
            made.warnings.append(ImportWarning(segment.first + 1, "not-carried", made.slide.id))
        return blank, made

    def _read(self, slide: SlideBuilder, passage: Passage) -> None:
        nodes = block_tree("\n".join(passage.lines), self._env, exact=self._dialect.exact)
        read_nodes(slide, nodes)
        read = self._definitions | {passage.first + line for line in covered(nodes)}
        left = [
            (number, line)
            for number, line in enumerate(passage.lines, passage.first)
            if number not in read and not _MARKS_ONLY.fullmatch(line)
        ]
        if left:
            slide.warn(left[0][0], "too-deep")
            slide.add(Code(source="\n".join(line for _, line in left)))

    def unused(self) -> list[ImportWarning]:
        """Link definitions and footnotes that nothing refers to: nothing of them would be left."""
        if self._dialect.exact:
            return []
        lines, first, env = self._document.lines, self._document.first, self._env
        spans = [
            each["map"]
            for label, each in env.get("references", {}).items()
            if label not in env["referred"]
        ]
        found = [
            (first + start, "\n".join(lines[first + start : first + end]))
            for start, end in [*spans, *(each["map"] for each in self._twice)]
        ]
        found += [
            (line, f"[^{label}]: {text}")
            for label, (line, text) in env["footnotes"].items()
            if label not in env["numbers"]
        ]
        found += [(first + line, f"[^{label}]: {text}") for label, line, text in self._notes_twice]
        return [ImportWarning(line + 1, "not-carried", what) for line, what in found]


# What the front matter says of the deck.

_HEAD = {
    "title": ("title",),
    "subtitle": ("subtitle", "sub_title"),
    "author": ("author", "authors"),
    "date": ("date", "event"),
    "lang": ("lang", "language"),
    "time": ("time", "duration"),
}
"""The keys of front matters that say what an outline's head says."""

_DATE_FORM = re.compile(r"\b(?:YYYY|YY|MMMM|MMM|MM|dddd|ddd|dd|DD)\b")
"""How slides writes that it shall put in today's date."""


def _read_head(
    front: FrontMatter, dialect: Dialect, lines: Sequence[str]
) -> tuple[DeckHead, list[ImportWarning]]:
    if dialect.exact and (own := read_head(lines[1 : front.height - 1])):
        return own, []
    warnings = list(front.warnings)
    values: dict[str, str] = {}
    for name, keys in _HEAD.items():
        values[name] = joined(next(filter(None, map(front.text, keys)), ""))
    time = parse_duration(values.pop("time"))
    ignored = set(_HEAD["time"] if time is None else ())
    if not re.fullmatch(LANGUAGE_TAG, values["lang"]):
        values["lang"] = ""
        ignored |= set(_HEAD["lang"])
    if dialect.name == "slides" and _DATE_FORM.search(values["date"]):
        values["date"] = ""
        ignored.add("date")
    used = {"presenter", *(FIRST_SLIDE_KEYS if dialect.name == "slidev" else ())}
    for keys in _HEAD.values():
        key = next(filter(front.text, keys), "")
        used |= {key} if not front.says_more(key) else set()
    warnings += _untold_settings(front, dialect, used - ignored)
    head = DeckHead(
        title=values["title"],
        subtitle=values["subtitle"],
        author=values["author"],
        date=values["date"],
        lang=values["lang"],
        time=time,
        reveal=_is_incremental(front),
    )
    return head, warnings


def _is_incremental(front: FrontMatter) -> bool:
    """Whether the settings make all lists appear item by item."""
    return (
        front.switched_on("patat", "incrementalLists")
        or front.switched_on("options", "incremental_lists")
        or front.switched_on("build-lists")
        or any(path[-1] == "incremental" and said == "true" for path, said in front.settings())
    )


def _untold_settings(
    front: FrontMatter, dialect: Dialect, used: set[str]
) -> Iterator[ImportWarning]:
    """The settings that nothing follows: a mapping as a whole, if nothing of it is followed."""
    for key, value in front.values.items():
        inner = [(path, said) for path, said in front.settings() if path[0] == key]
        left = [(path, said) for path, said in inner if not dialect.obeys(path)]
        if len(left) == len(inner):
            left = [((key,), shown(value))]
        for path, said in left if key not in used else ():
            what = f"{'.'.join(path)}: {said}".rstrip()
            yield ImportWarning(front.lines.get(key, 1), "setting", what)


# The last account of a slide: whether each word of its source is shown, or was told.
#
# Readers tell what they leave out. Should one of them lose a word all the same, this tells it: an
# import never loses a word in silence.

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(
    r"^[ \t]*(?:Table)?:[ \t](?=[^\n]*$)|"  # what begins a caption
    r"</?[A-Za-z][^<>]*>"  # tags, which are told
    r"|^[ \t>]*`{3,}[ \t]*file\b[^\n]*\n(?:[ \t]*\w+:[^\n]*\n)*"  # settings of a file's code
    r"|^[ \t>]*(?:`{3,}|~{3,}|:{3,}|<<<)[^\n]*"  # what stands behind a fence
    r"|^[ \t>]*\[[^\]\n]+\]:[^\n]*"  # the definition of a link or a footnote
    r"|^[ \t>]*(?:[-*+][ \t]+)*\d+[.)](?=\s)"  # the number of an item
    r"|\[![\w-]+\]|\[\^[^\[\]\s]*\]|\{[^{}\n]*\}"  # alerts, footnotes, attributes
    r"|:[\w+-]+:|::[\w-]+::"
    r"|\]\s?\[[^\[\]\n]*\]|\.[A-Za-z][\w.-]*(?=\[)"  # a link's label, remark's classes
    r"|&#?\w+;|!\[[^\[\]\n]*\]|\[fit\]|\[\.[^\[\]\n]*\]",
    re.MULTILINE,
)
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_SYNTAX = re.compile(r"\\.|\"\w+\":")
"""What JSON adds to texts: escapes and the names of fields."""

_MOST = 100_000_000
"""Characters that are looked through for the words of a slide: one with more is no slide."""


def _missing_words(passages: Sequence[Passage], draft: DraftSlide) -> Iterator[tuple[int, str]]:
    """The words of `passages` that neither stand in the slide nor were told: for each line its
    index and the words."""
    slide = _SYNTAX.sub(" ", msgspec.json.encode(draft.slide).decode())
    said = [slide, *(each.what for each in draft.warnings)]
    plain = unicodedata.normalize("NFKC", html.unescape("\n".join(said))).casefold()
    known = set(_WORD.findall(plain))
    squeezed = "".join(_WORD.findall(plain))
    looked = 0
    for passage in passages:
        text = _MARKS.sub(_blank, _without_comments("\n".join(passage.lines)))
        for number, line in enumerate(text.split("\n"), passage.first):
            words = _WORD.findall(unicodedata.normalize("NFKC", html.unescape(line)).casefold())
            lost = [word for word in words if word not in known]
            looked += len(lost)
            if looked * len(squeezed) > _MOST:
                return
            if lost := [word for word in lost if word not in squeezed]:
                yield number, " ".join(lost)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") or " "


def _without_comments(text: str) -> str:
    """`text` without comments, which are told or obeyed; its lines stay."""
    end = text.rfind("-->") + 3 if "-->" in text else 0  # one that never ends is none
    return _COMMENT.sub(_blank, text[:end]) + text[end:]
