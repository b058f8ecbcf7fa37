"""Searching titles, text and notes: what is asked, and the slides that say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual.geometry import Offset

from presenter.content import part_label
from presenter.deck import Slide
from presenter.screen.filter_screens import LIST_KEYS, SlidePickerScreen
from presenter.screen.lines import ListPage, cut_run
from presenter.screen.overview import slide_name
from presenter.screen.search import Hit, Index, spans
from presenter.screen.talk_commands import SearchContext
from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.bidi import as_seen
from presenter.typeset.page import line_width, space
from presenter.typeset.width import graphemes

_WIDEST = 100
"""The widest that hits are set, in cells."""

_LEAST_DETAIL = 6
"""With less room than this, in cells, a hit goes without its part."""


class Search(NamedTuple):
    """A search as it is shown.

    hits: in their order. chosen: which of them enter takes. query: what is typed. secret: whether
    the words of notes must not be seen.
    """

    hits: Sequence[Hit]
    chosen: int
    query: str
    secret: bool


def search_page(
    search: Search,
    slides: Sequence[Slide],
    passage: Callable[[Hit], Hit],
    setting: PageOptions,
) -> tuple[Page, int, int]:
    """The search on a page, and where on it the query ends: column and row, from 0.

    `passage` gives a hit with its passage; asked for those that are seen. What is found in a body
    or in notes has a second row for it.
    """
    words, page = setting.words, ListPage(_WIDEST, setting)
    rows: list[Line] = []
    for position in _seen(search, page.rows):
        hit = passage(search.hits[position])
        chosen = position == search.chosen
        rows.append(_title(hit, slides, page.room, setting, chosen=chosen))
        if _rows(hit) == 2:
            indent = len(str(len(slides))) + 4
            rows.append(_passage(hit, indent, page.room, setting, search.secret))
    hint = words("search.hint")
    if search.query.strip():
        count = len(search.hits)
        hint = f"{words('search.one' if count == 1 else 'search.count', count=count)} · {hint}"
        if not count:
            rows = [(cut_run(f"  {words('search.none')}", "menu.detail", page.room, setting),)]
    return page.fill(search.query, words("search.prompt"), rows, hint)


def _rows(hit: Hit) -> int:
    return 2 if hit.where in ("body", "notes") else 1


def _seen(search: Search, rows: int) -> range:
    """The hits that are seen: the chosen one about in the middle, with as many as have room."""
    hits = search.hits
    first, end = search.chosen, min(search.chosen + 1, len(hits))
    used = sum(map(_rows, hits[first:end]))
    while first > 0 and used + _rows(hits[first - 1]) <= rows // 2:
        first -= 1
        used += _rows(hits[first])
    while end < len(hits) and used < rows:
        used += _rows(hits[end])
        end += 1
    while first > 0 and used + _rows(hits[first - 1]) <= rows:
        first -= 1
        used += _rows(hits[first])
    return range(first, end)


def _title(
    hit: Hit, slides: Sequence[Slide], room: int, setting: PageOptions, *, chosen: bool
) -> Line:
    """Number, title and part, from edge to edge; the title goes before the part."""
    ruler = setting.ruler
    slide = slides[hit.slide]
    number = f"  {hit.slide + 1:>{len(str(len(slides)))}}  "
    lead = cut_run(number, "menu.detail", room, setting)
    name = ruler.cut(slide_name(slide, setting.words), max(0, room - lead.width - 2))
    rest = room - lead.width - ruler.width(name) - 2
    part = part_label(slide.part, setting.words)
    label = ruler.cut(part, rest - 2) if rest >= _LEAST_DETAIL + 2 else ""
    gap = max(0, rest - ruler.width(label))
    line: Line = (
        lead,
        *_stressed(name, "menu.label", "match", hit.marks, setting),
        space(gap),
        Run(label, "menu.detail", ruler.width(label)),
        space(max(0, min(2, room - lead.width - ruler.width(name) - gap - ruler.width(label)))),
    )
    if chosen:
        line = tuple(
            run._replace(
                style="menu.chosen match.chosen" if run.style == "match" else "menu.chosen"
            )
            for run in line
        )
    return line


def _passage(hit: Hit, indent: int, room: int, setting: PageOptions, secret: bool) -> Line:
    """What the slide says, from a little before the first word that was asked for."""
    ruler = setting.ruler
    lead: Line = (space(min(indent, room // 4)),)
    if hit.where == "notes":
        label = cut_run(setting.words("notes.label"), "part.label", room - indent, setting)
        lead = (*lead, label, space(2))
    free = room - line_width(lead) - 2
    if free < 2 or (secret and hit.where == "notes"):
        return lead if line_width(lead) <= room else ()
    found = spans(hit.passage, hit.marks)
    text = _window(hit.passage, found[0] if found else (0, 0), free, setting)
    return (*lead, *_stressed(ruler.cut(text, free), "menu.detail", "match", hit.marks, setting))


def _window(text: str, span: tuple[int, int], room: int, setting: PageOptions) -> str:
    """`text` without as much of its beginning as keeps `span` from being seen in `room` cells."""
    ruler = setting.ruler
    if ruler.width(text[: span[1]]) <= room * 2 // 3:
        return text
    before = ruler.cut("".join(reversed(graphemes(text[: span[0]]))), room // 3, mark="")
    return "…" + text[span[0] - len(before) :]


def _stressed(
    text: str, style: str, stress: str, marks: Sequence[str], setting: PageOptions
) -> Line:
    """`text` with the words that were asked for in the style `stress`."""
    ruler = setting.ruler
    runs: list[Run] = []
    at = 0
    for start, end in [*spans(text, marks), (len(text), len(text))]:
        for piece, own in ((text[at:start], style), (text[start:end], stress)):
            if piece:
                runs.append(Run(piece, own, ruler.width(piece)))
        at = end
    return as_seen(tuple(runs), setting)


_SLICE, _PAUSE = 0.006, 0.002
"""Seconds for which slides are folded before keys and frames get their turn, and of that turn."""


class SearchScreen(SlidePickerScreen):
    """Slides that say what is typed; gives the index of the one to go to."""

    KEYS: ClassVar[Mapping[str, str]] = {**SlidePickerScreen.KEYS, **LIST_KEYS}

    def __init__(self, index: Index, context: SearchContext) -> None:
        """`index` finds in the deck of `context`.

        Where that is secret, notes are searched all the same; such a hit only says that it is one.
        """
        super().__init__(index, context, self._page)
        self._hits: Sequence[Hit] = ()

    def on_mount(self) -> None:
        """Make the index ready while the first letter is typed."""
        self.set_timer(_PAUSE, self._prepare)

    def _prepare(self) -> None:
        if not self._index.prepare(_SLICE):
            self.set_timer(_PAUSE, self._prepare)

    def _page(self, width: int, height: int) -> Page:
        setting = replace(self._scope.setting, width=width, height=height)
        search = Search(self._hits, self.chosen, self.asked, self._scope.secret)
        page, column, row = search_page(search, self._index.slides, self._index.passage, setting)
        self.app.cursor_position = Offset(column, row)
        return page

    @property
    def found(self) -> Sequence[int]:
        """The slides that say it, the best first."""
        return [hit.slide for hit in self._hits]

    @property
    def count(self) -> int:
        """How many these are."""
        return len(self._hits)

    def narrow(self) -> None:
        """The slides that say it; the first is chosen."""
        self._hits = self._index.find(self.asked)
        self.chosen = 0
