"""The stage's screen as a place for pictures: whether it shows any, where, and in which look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec.structs import replace

from presenter.deck import Deck
from presenter.render import is_installed
from presenter.render.stops import PictureLook, ToldStops
from presenter.screen.app_links import IdleSender, Links
from presenter.screen.colors import ColorSystem
from presenter.screen.lines import PICTURE
from presenter.screen.surfaces.surface import Over, ScreenArea
from presenter.screen.tile_grid import CARD
from presenter.stage.drawing import Drawing
from presenter.stage.picture_terminal import Ask, PictureTerminal
from presenter.stage.terminal_pictures import TerminalPictures
from presenter.typeset import Line, Page, Run, Stop
from presenter.typeset.themes import Theme

if TYPE_CHECKING:
    from presenter.screen.overview_pictures import OverviewPictures
    from presenter.stage.slide_pictures import SlidePictures

Mode = Literal["auto", "cells", "pictures"]

_BETWEEN = 0.03
"""Seconds between two pictures that are sent ahead."""


class Slides(NamedTuple):
    """What is shown: a deck, the theme, the command line's word on reveal, our language."""

    deck: Deck
    theme: Theme
    reveal: bool | None
    language: str


class ScreenPictures:
    """Shows slides as pictures where the terminal can and the speaker wants it.

    Until `begin` there are cells. All is to be called in the interface's thread.
    """

    def __init__(
        self, links: Links, mode: Mode, color_system: ColorSystem | None = "truecolor"
    ) -> None:
        """`color_system`: of the cells."""
        self._links = links
        self._color_system = color_system
        self.wanted = mode != "cells"
        """Whether the speaker wants pictures."""
        self._terminal = PictureTerminal(self._learned, self._lost, links.anywhere)
        self._slides: Slides | None = None
        self.drawing = Drawing(links, self._look_again)
        """Of pictures, whether they are shown or not."""
        self._on_terminal = TerminalPictures(
            links, self._terminal, self.drawing.at_work, self._look_again
        )
        self._overview: OverviewPictures | None = None
        """Of an overview that lies over the slide."""
        self._sender = IdleSender(replace(links, write=self._send), _BETWEEN, self._more)
        self._away = False
        """Whether the terminal is another's."""
        self._hides = self._holds = False
        self._on_slide = False
        """Whether the window's edges are those of a slide's picture."""
        self._slide = 0
        """The one that is shown."""
        self._told_of_failure = False
        self._told = ToldStops(self._stops_now)
        """It learns of others by `changed`."""

    # Beginning and end

    def draw_first(self) -> None:
        """The first page is shown: draw its picture, if one is to come, before the app begins."""
        if self._pictures is None:
            self.drawing.draw_first()

    def begin(self, ask: Ask) -> None:
        """The first frame is shown: begin, and `ask` the terminal what else it can."""
        self._terminal.begin(ask)
        self.drawing.begin()
        if self.wanted:
            self._ask_once()

    @property
    def _pictures(self) -> SlidePictures | None:
        return self._on_terminal.now

    @property
    def _area(self) -> ScreenArea | None:
        return self._on_terminal.area

    def _ask_once(self) -> None:
        self._terminal.ask_once()
        self._engage()

    def _learned(self) -> None:
        """More is known of the terminal."""
        self._engage()
        self._paint_edges()

    def _lost(self) -> None:
        """Somebody looks who may lack what was sent: send it again."""
        if self._pictures is not None and self._area is not None:
            if self._overview is not None:
                self._links.write(self._overview.forget())
                self._overview.look_again()
            self._links.write(self._pictures.resized(self._area))
            self._links.repaint()

    @property
    def can(self) -> bool:
        """Whether the terminal is known to show pictures."""
        return self._terminal.can

    @property
    def pixels(self) -> tuple[int, int] | None:
        """Width and height of the pictures that are shown; None where slides are in cells."""
        area = self._area
        return (area.width, area.height) if area is not None else None

    @property
    def lacks_typst(self) -> bool:
        """Whether it could, but what draws them is not installed."""
        return self.can and not is_installed()

    @property
    def lacks_room(self) -> bool:
        """Whether what is left for slides is too small for pictures of them."""
        return self._terminal.lacks_room

    def toggle(self) -> bool:
        """Cells where pictures are shown, else pictures; whether these are shown now."""
        self.wanted = self._pictures is None
        self._ask_once()
        self._links.changed()
        return self._pictures is not None

    def farewell(self) -> str:
        """What to write before the terminal is left. Until it is `taken_again` there are cells."""
        self._away = True
        if self._pictures is None:
            return self._on_terminal.take_gone()
        small = self._overview.farewell() if self._overview is not None else ""
        return f"{small}{self._pictures.farewell()}{self._on_terminal.edges.plain()}"

    def close(self) -> None:
        """Show no more."""
        self._terminal.close()
        if self._overview is not None:
            self._overview.close()
        self._on_terminal.close()
        self.drawing.close()

    # What is shown

    def use(self, slides: Slides) -> None:
        """Another deck or look."""
        if slides != self._slides:
            if self._slides is not None and slides.deck is not self._slides.deck:
                self._told.forget()
            self._slides = slides
            self._renew()

    def fit(self, columns: int, rows: int, slide_rows: int) -> None:
        """The screen has this size; slides take the upper `slide_rows` of it."""
        self._terminal.fit(columns, rows, slide_rows)
        if self._terminal.is_begun:
            self._engage()

    def resized(self) -> None:
        """The terminal has another size, perhaps in pixels alone, as its type is larger."""
        if not self._terminal.resized():
            return
        if self._pictures is not None and self._terminal.area() != self._area:
            self._engage()
            self._links.changed()

    def taken_again(self) -> None:
        """The terminal is ours again; it has forgotten all that it had.

        What was written meanwhile went nowhere.
        """
        self._away = False
        if self._pictures is not None:
            self._pictures.farewell()
        if self._overview is not None:
            self._overview.farewell()
            self._overview.look_again()
        self._paint_edges()
        self._links.repaint()

    def stops_of(self, slide: int) -> Sequence[Stop]:
        """Where the talk rests in the slide at this index; none where cells decide."""
        return self._told.of(slide) if self._pictures is not None else ()

    def _stops_now(self, slide: int) -> Sequence[Stop]:
        assert self._pictures is not None
        return self._pictures.stops_of(slide)

    def page(self, slide: int, stop: Stop, width: int, height: int) -> Page | None:
        """Room for the picture of this place; None if cells are to be shown."""
        if self.drawing.renderer is None and not self._terminal.is_begun:
            self._prepare(slide, stop)
        if self._pictures is None or self._away:
            self.cells()
            return None
        # What draws is not loaded for a talk in cells.
        from presenter.screen.picture_place import Shown

        pictures = self._pictures
        self._slide = slide
        shown = pictures.want(slide, stop)
        if shown is not Shown.PICTURE and (data := pictures.send()):
            self._send(data)
            shown = pictures.want(slide, stop)
        self._hides, self._holds = shown is Shown.CELLS, shown is Shown.HELD
        if self._holds:
            self._links.later(max(0.001, pictures.patience), self._links.repaint)
        self._sender.soon()
        if self._hides:
            return None
        # Where each step is seen what was there stays until the picture is painted over it.
        stays = self._terminal.capabilities.shows_steps and pictures.stays_below
        return Page(width, height, (_through(width, "" if stays else " "),) * height)

    def cells(self) -> None:
        """Something other than a slide is shown."""
        self._hides, self._holds = True, False

    def cover(self, torn: Collection[int], over: Over) -> str:
        """What goes into the frame behind its cells; see `Surface.show`."""
        if self._pictures is None:
            return self._on_terminal.take_gone()
        data = self._pictures.hide() if self._hides else self._pictures.show(torn, over)
        data += self._end_overview()
        self._on_slide = not self._hides
        return data if self._holds else self._edge_color() + data

    def uncover(self) -> None:
        """Another screen is opened over the slide."""
        if self._pictures is not None and self._overview is None:
            self._on_slide = False
            self._links.write(self._pictures.hide() + self._edge_color())

    def overview(self) -> OverviewPictures | None:
        """What shows slides in an overview that opens now; None where they are cells."""
        renderer = self.drawing.renderer
        if self._pictures is None or renderer is None or self._slides is None:
            return None
        from presenter.screen.overview_pictures import Around, OverviewPictures

        theme = self._slides.theme
        self._links.write(self._end_overview())
        around = Around(
            self._terminal.screen,
            self._terminal.shape_on,
            lambda: len(self._slides.deck.slides) if self._slides is not None else 0,
            lambda: self._pictures.hide() if self._pictures is not None else "",
            lambda: (slides.theme if (slides := self._slides) else theme, None),
            self._on_terminal.memory,
        )
        # The terminal may be another's while it is open.
        links = replace(
            self._links, write=self._send, idle=lambda: self._links.idle() and not self._away
        )
        self._overview = OverviewPictures(
            links, around, renderer, self._terminal.capabilities, self._color_system
        )
        self._paint_edges()
        return self._overview

    def _end_overview(self) -> str:
        if self._overview is None:
            return ""
        data, self._overview = self._overview.close(), None
        self._sender.soon()
        self._paint_edges()
        return data

    # How it comes about

    def _engage(self) -> None:
        """Have pictures if they can be had and are wanted; else none."""
        area = self._wanted_area()
        if area is None or self._slides is None:
            self._drop()
            return
        if not self._on_terminal.suits:
            self._drop()
            self._create(area)
            self._links.changed()
        elif area != self._area:
            if self._overview is not None:
                self._links.write(self._overview.forget())
            self._links.write(self._on_terminal.resized(area))
            self._renew()

    def _prepare(self, slide: int, stop: Stop) -> None:
        """Get ready to draw, where the terminal is known to show pictures; begin with the picture
        of the last start, if it is there and can be shown at once.
        """
        area = self._wanted_area()
        if area is None or self._slides is None:
            return
        recalls = self._terminal.capabilities.takes_files
        deck, look, at = self._slides.deck, self._look_in(area), (slide, stop.step)
        if self.drawing.prepare(deck, look, at, recalls=recalls):
            self._create(area)
            # Not now, as the talk asks for a page just now.
            self._links.anywhere(self._links.changed)

    def _wanted_area(self) -> ScreenArea | None:
        """Where pictures are to be shown; None if there are to be none."""
        return self._terminal.area() if self.wanted and self.can and is_installed() else None

    def _create(self, area: ScreenArea) -> None:
        if self._on_terminal.make(area):
            self._told.forget()
            self._renew()

    def _drop(self) -> None:
        if self._pictures is not None:
            self._links.write(self._end_overview())
            self._on_terminal.give_up()
            self._links.changed()

    def _renew(self) -> None:
        if self._pictures is None or self._slides is None or self._area is None:
            return
        self._pictures.use(self._slides.deck, self._look_in(self._area))
        if self._overview is not None:
            self._paint_edges()

    def _look_in(self, area: ScreenArea) -> PictureLook:
        assert self._slides is not None
        _, theme, reveal, language = self._slides
        small = self._terminal.capabilities.wants_small
        return PictureLook(theme, area.width, area.height, reveal, language, small)

    def _paint_edges(self) -> None:
        """Give what is outside the cells the slide's colour."""
        if data := self._edge_color():
            self._links.write(data)

    def _edge_color(self) -> str:
        """What does that, if it has another one."""
        if self._pictures is None or self._slides is None or self._away:
            return ""
        terminal, (deck, theme, *_) = self._terminal.capabilities.name, self._slides
        field = ""
        if self._overview is not None:
            field = self._overview.colors()[1]
        # Not loaded for a talk in cells.
        elif theme.has_field and self._on_slide and self._slide < len(deck.slides):
            from presenter.render.field import field_color

            field = field_color(deck, self._slide, theme)
        return self._on_terminal.edges.colored(
            theme.style(CARD).background or "#000000", field, terminal
        )

    def _look_again(self) -> None:
        """Something was drawn: the wanted picture, what shows that a slide goes on, or another."""
        if not self._terminal.is_begun and self._pictures is None:
            self._engage()
        if self._pictures is None:
            return
        if self.drawing.has_failed and not self._told_of_failure:
            self._told_of_failure = True
            self._links.failed()
        if self._overview is not None:
            self._overview.look_again()
        if self._slide in self._told.forget_outdated(self._pictures.is_known):
            self._links.changed()
        elif self._pictures.is_news:
            self._links.repaint()
        self.drawing.shown()
        self._sender.soon()

    def _more(self) -> str:
        if self._pictures is None or self._away:
            return ""
        return self._pictures.send_ahead()

    def _send(self, data: str) -> None:
        """Write what shows nothing yet."""
        self._terminal.sent()
        self._links.write(data)


def _through(width: int, cell: str) -> Line:
    """A row through which the picture is seen; `cell`: what is written in each of its cells."""
    return (Run(cell * width, PICTURE, width),)
