"""The overview: every slide in little, to choose one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from msgspec.structs import replace
from textual import events
from textual.geometry import Offset, Size
from textual.timer import Timer

from presenter.content import name_of, part_label
from presenter.deck import Deck, Slide
from presenter.screen.filter_screens import SlidePickerScreen
from presenter.screen.lines import cut_run, query_line
from presenter.screen.search import Index
from presenter.screen.talk_commands import SearchContext
from presenter.screen.tile_grid import CARD, GAP, GROUND, TileGrid, grid_for
from presenter.typeset import Line, Page, PageOptions, Run, set_slide
from presenter.typeset.page import line_width, space
from presenter.typeset.thumbnail import EDGE, thumbnail
from presenter.words import Words

if TYPE_CHECKING:
    from presenter.screen.overview_pictures import OverviewPictures

Thumbnail = tuple[Line, ...]

_OWN_GROUND = ("menu.chosen", CARD)


class Overview(NamedTuple):
    """An overview as it is shown.

    found: the indexes of the slides that match. chosen: which of them enter takes. top: the first
    row of the grid that is seen. here: the slide where the talk is. query: what is typed.
    """

    found: Sequence[int]
    chosen: int
    top: int
    here: int
    query: str


def overview_page(
    overview: Overview,
    slides: Sequence[Slide],
    picture: Callable[[int], Thumbnail | None],
    setting: PageOptions,
    grid: TileGrid,
) -> tuple[Page, int, int]:
    """The overview on a page, and where on it the query ends: column and row, from 0.

    `picture` gives the thumbnail of a slide for the grid, or None until there is one.
    """
    width, height, words = setting.width, setting.height, setting.words
    lines: list[Line] = [()] * height
    room = max(1, width - 2 * grid.left)
    first = overview.top * grid.columns
    column = 0
    if grid.top:
        prompt = words("overview.prompt")
        lines[0], column = query_line(overview.query, prompt, grid.left, room, setting)
    if not overview.found and height > grid.top:
        none = cut_run(words("overview.none"), "menu.detail", room, setting)
        lines[grid.top] = (space(grid.left), none)
    digits = len(str(len(slides)))
    for row in range(grid.rows):
        tiles = []
        for position in range(first + row * grid.columns, first + (row + 1) * grid.columns):
            if position < len(overview.found):
                index = overview.found[position]
                chosen = position == overview.chosen
                number = f"{'›' if index == overview.here else ' '}{index + 1:>{digits}} "
                title = _title(number, slides[index], grid.width, setting, chosen=chosen)
                small = picture(index) or ((space(grid.width),),) * grid.height
                tile = (title, *(map(_stressed, small) if chosen else small))
                tiles.append((*tile, *_below(grid, chosen=chosen)))
        if tiles:
            start = grid.top + row * grid.pitch
            for down in range(grid.pitch):
                lines[start + down] = _beside([tile[down] for tile in tiles], grid)
    if height >= 8 and overview.found:
        lines[-1] = _foot(overview, slides, grid, setting)
    return Page(width, height, tuple(lines)), min(column, width - 1), 0


def slide_name(slide: Slide, words: Words) -> str:
    """What the slide is called; never empty."""
    return name_of(slide) or words("overview.untitled")


def _title(number: str, slide: Slide, width: int, setting: PageOptions, *, chosen: bool) -> Line:
    """Number and title, as wide as the slide."""
    mark = cut_run(number, "overview.number", width, setting)
    name = slide_name(slide, setting.words)
    title = cut_run(name, "overview.title", width - mark.width, setting)
    line = (mark, title, space(width - mark.width - title.width))
    return tuple(run._replace(style="menu.chosen") for run in line) if chosen else line


def _below(grid: TileGrid, *, chosen: bool) -> Sequence[Line]:
    """What closes the tile from below where there is room: the foot of the chosen one's frame."""
    bar: Line = (Run("▀" * grid.width, "overview.chosen", grid.width),)
    air: Line = (space(grid.width),)
    return [bar if chosen and not row else air for row in range(grid.below)]


def grounded(page: Page) -> Page:
    """`page` on a ground of its own, from which slides in the page's colours stand out."""
    return page._replace(
        lines=tuple(
            (
                *(run if run.style in _OWN_GROUND else _on_ground(run) for run in line),
                *(_on_ground(space(rest)) for rest in (page.width - line_width(line),) if rest),
            )
            for line in page.lines
        )
    )


def _on_ground(run: Run) -> Run:
    return run._replace(style=f"{GROUND} {run.style}".rstrip())


def _stressed(line: Line) -> Line:
    """A line of a thumbnail whose edge stands out."""
    return tuple(r._replace(style="overview.chosen") if r.style == EDGE else r for r in line)


def _beside(lines: Sequence[Line], grid: TileGrid) -> Line:
    """A line of each of the slides in a row of the grid."""
    whole: Line = (space(grid.left),)
    for number, line in enumerate(lines):
        whole = (*whole, *((space(GAP),) if number else ()), *line)
    return whole


def _foot(
    overview: Overview, slides: Sequence[Slide], grid: TileGrid, setting: PageOptions
) -> Line:
    """The whole title of the chosen slide at the left; its part and its place at the right."""
    slide = slides[overview.found[overview.chosen]]
    room = setting.width - 2 * grid.left
    at = f"{overview.chosen + 1}/{len(overview.found)}"
    part = part_label(slide.part, setting.words)
    whole = f"{part} · {at}" if part else at
    fits = setting.ruler.width(whole) <= room // 2
    right = cut_run(whole if fits else at, "foot.number", room, setting)
    left = cut_run(slide_name(slide, setting.words), "foot.text", room - right.width - 2, setting)
    gap = room - left.width - right.width
    return (space(grid.left), left, space(gap), right) if gap >= 0 else ()


_AT_ONCE = 0.002
"""Seconds for which slides are set before a key's frame is shown."""

_SLICE = 0.006
"""Seconds for which slides are set before keys and frames get their turn."""

_PAUSE = 0.002
"""Seconds of that turn."""


class Thumbnails:
    """Slides in little, each set once; another deck, rule or size begins anew."""

    def __init__(self) -> None:
        self._made: dict[int, Thumbnail] = {}
        self._deck: Deck | None = None
        self._what: tuple[PageOptions, int, int] | None = None

    def use(self, deck: Deck, setting: PageOptions, grid: TileGrid) -> None:
        """Slides of `deck`, set under `setting`, as large as in `grid` from now on."""
        what = (setting, grid.width, grid.height)
        if deck is not self._deck or what != self._what:
            self._deck, self._what = deck, what
            self._made.clear()

    def get(self, index: int) -> Thumbnail | None:
        """The slide at this index, if it is made."""
        return self._made.get(index)

    def make(self, indexes: Sequence[int], seconds: float) -> bool:
        """Make those that are missing, for at most about so long; whether none is missing then."""
        end = monotonic() + seconds
        for index in indexes:
            if index not in self._made:
                if monotonic() >= end:
                    return False
                self._made[index] = self._make(index)
        return True

    def _make(self, index: int) -> Thumbnail:
        assert self._deck is not None
        assert self._what is not None
        setting, width, height = self._what
        if height < 1 or width < 2:
            return ()
        made = set_slide(self._deck, index, setting)
        return thumbnail(made.page(made.stops[0]), width, height, setting.ruler)


class OverviewScreen(SlidePickerScreen):
    """A grid of slides; gives the index of the one to go to."""

    KEYS: ClassVar[Mapping[str, str]] = {
        **SlidePickerScreen.KEYS,
        "right": "choose(1)",
        "left": "choose(-1)",
        "down": "rows(1)",
        "up": "rows(-1)",
        "pagedown": "screens(1)",
        "pageup": "screens(-1)",
        "tab": "leave",
    }

    def __init__(
        self,
        index: Index,
        context: SearchContext,
        thumbnails: Thumbnails,
        pictures: OverviewPictures | None = None,
    ) -> None:
        """`index` finds in the deck of `context`; `thumbnails` are kept by whoever asks.

        pictures: shows slides as pictures, where they are any.
        """
        super().__init__(index, context, self._page)
        self._thumbnails = thumbnails
        self._pictures: OverviewPictures | None = None
        if pictures is not None:
            self.take(pictures)
        self._found: Sequence[int] = range(len(context.deck.slides))
        self._top = 0
        self._timer: Timer | None = None
        self.chosen = context.here

    @property
    def is_in_cells(self) -> bool:
        """Whether nothing shows slides as pictures, or not any more."""
        return self._pictures is None or self._pictures.is_closed

    def take(self, pictures: OverviewPictures) -> None:
        """Show slides as these pictures from now on."""
        self._pictures = pictures
        pictures.repaint = self.view.update
        self.view.cover = self._behind
        self.view.palette = pictures.palette(self._scope.palette)
        self.view.update()

    def _page(self, width: int, height: int) -> Page:
        """The grid, with what is made of it by now; the rest follows."""
        in_pictures, grid = self._grid_for(width, height)
        pages = self._scope.size or (width, height)
        setting = replace(self._scope.setting, reveal=False, width=pages[0], height=pages[1])
        self._thumbnails.use(self._scope.deck, setting, grid)
        self._show_chosen(grid)
        seen, near = self._wanted(grid)
        if in_pictures is not None:
            in_pictures.want(seen, near)
            seen = near = [slide for slide in seen if in_pictures.is_lost(slide)]
        self._thumbnails.make(seen, _AT_ONCE)
        self._go_on((*seen, *near))
        setting = replace(setting, width=width, height=height)
        shown = Overview(self._found, self.chosen, self._top, self._scope.here, self.asked)
        card = self._card_of(in_pictures, grid)
        page, column, row = overview_page(shown, self._scope.deck.slides, card, setting, grid)
        self.app.cursor_position = Offset(column, row)
        return grounded(page) if in_pictures is not None else page

    def _grid_for(self, width: int, height: int) -> tuple[OverviewPictures | None, TileGrid]:
        """What shows slides as pictures on a screen of this size, if anything does; the grid."""
        if self._pictures is not None and (grid := self._pictures.grid(width, height)):
            return self._pictures, grid
        return None, grid_for(width, height)

    @property
    def _tile_grid(self) -> TileGrid:
        return self._grid_for(*self._room)[1]

    @property
    def _room(self) -> Size:
        """Of the whole screen, which is its own before it has been laid out."""
        return self.view.size or self.app.size

    def _card_of(
        self, pictures: OverviewPictures | None, grid: TileGrid
    ) -> Callable[[int], Thumbnail | None]:
        """What stands in a slide's place: where pictures are to come, nothing but its ground."""
        if pictures is None:
            return self._thumbnails.get
        card = ((Run(" " * grid.width, CARD, grid.width),),) * grid.height
        return lambda slide: self._thumbnails.get(slide) if pictures.is_lost(slide) else card

    def _behind(self, torn: Collection[int], _over: Collection[int]) -> str:
        """The pictures behind the cells of a frame in which the rows `torn` were written."""
        assert self._pictures is not None
        return self._pictures.cover(torn)

    def _show_chosen(self, grid: TileGrid) -> None:
        """Scroll as little as needed to see the chosen slide, and leave no room unused."""
        row = self.chosen // grid.columns
        last = -(-len(self._found) // grid.columns) - grid.rows
        self._top = max(0, min(max(self._top, row - grid.rows + 1), row, last))

    def _wanted(self, grid: TileGrid) -> tuple[Sequence[int], Sequence[int]]:
        """The slides that are seen, and those that a key can show next."""
        found, first, screen = self._found, self._top * grid.columns, grid.screenful
        end = first + screen
        return found[first:end], (
            *found[end : end + screen],
            *found[max(0, first - screen) : first],
        )

    def _go_on(self, wanted: Sequence[int]) -> None:
        """Make what is missing, and the index, a little later: keys and frames get their turn."""
        ready = self._thumbnails.make(wanted, 0) and self._index.prepare(0)
        if self._timer is None and not ready:
            self._timer = self.set_timer(_PAUSE, self._make_more)

    def _make_more(self) -> None:
        self._timer = None
        in_pictures, grid = self._grid_for(*self._room)
        seen, near = self._wanted(grid)
        if in_pictures is not None:
            seen = near = [slide for slide in seen if in_pictures.is_lost(slide)]
        if not self._thumbnails.make(seen, 0):
            self.view.update()
        else:
            if self._thumbnails.make(near, _SLICE):
                self._index.prepare(_SLICE)
            self._go_on(near)

    def renew(self, index: Index, context: SearchContext) -> None:
        """Show another version of the deck, and its theme."""
        if self._pictures is not None:
            context = context._replace(palette=self._pictures.palette(context.palette))
        super().renew(index, context)

    @property
    def found(self) -> Sequence[int]:
        """All slides, or those that match."""
        return self._found

    def narrow(self) -> None:
        """The slides that match; all while nothing is typed, and the one shown is chosen."""
        slides = range(len(self._scope.deck.slides))
        asked = self.asked.strip()
        hits = self._index.find(asked, notes=False) if asked else ()
        self._found = [hit.slide for hit in hits] if asked else slides
        self.chosen = 0 if asked else self._scope.here

    def scroll(self, by: int) -> None:
        """A row of slides."""
        self.action_rows(by)

    def action_rows(self, by: int) -> None:
        """The slide below or above; at the last row the last slide."""
        columns = self._tile_grid.columns
        if by > 0 and self.chosen // columns == (self.count - 1) // columns:
            return
        if by < 0 and self.chosen < columns:
            return
        self.action_choose(by * columns)

    def action_screens(self, by: int) -> None:
        """As many rows on or back as are seen at once."""
        self.action_choose(by * self._tile_grid.screenful)

    def on_click(self, event: events.Click) -> None:
        """Go to the slide under the pointer."""
        event.stop()
        grid = self._tile_grid
        at = grid.at(event.screen_x, event.screen_y)
        position = self._top * grid.columns + (-1 if at is None else at)
        if at is not None and position < self.count:
            self.chosen = position
            self.action_take()
