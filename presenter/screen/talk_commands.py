"""What stage and console do alike beside moving: what opens over the slide, themes, the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from presenter.deck import Deck
from presenter.screen.actions import Action
from presenter.screen.page_view import Palette
from presenter.screen.textual_internals import OpenApp
from presenter.talk.session import Asker, Request, Session
from presenter.typeset import PageOptions, themes
from presenter.typeset.themes import OURS

if TYPE_CHECKING:
    from presenter.screen.filter_screens import SlidePickerScreen
    from presenter.screen.overview import Thumbnails
    from presenter.screen.overview_pictures import OverviewPictures
    from presenter.screen.search import Index


class SearchContext(NamedTuple):
    """What overview and search look through, and how it is shown.

    here: the index of the slide that is shown. size: of the pages that the audience sees; None for
    this screen's own. secret: whether an audience sees this screen, so that notes are not shown.
    """

    deck: Deck
    here: int
    setting: PageOptions
    palette: Palette
    size: tuple[int, int] | None
    secret: bool


class TalkCommands:
    """Opens screens of `app` over the talk of `session`, and does what is chosen there.

    actions: what the app can do. asker: as whom to ask the session. context: what there is to look
    through now. choose_theme: shows everything in the theme of a name. more_themes: the names of
    themes beyond those that are found by their name alone. file: the deck's, if it has one.
    edited: called when the file may have changed just now. pictures: what shows slides as pictures
    in an overview that opens now, where they are any.
    """

    def __init__(
        self,
        app: OpenApp,
        session: Session,
        actions: Sequence[Action],
        asker: Asker,
        *,
        context: Callable[[], SearchContext],
        choose_theme: Callable[[str], None],
        more_themes: Callable[[], Sequence[str]],
        file: Path | None,
        edited: Callable[[], None],
        pictures: Callable[[], OverviewPictures | None] = lambda: None,
    ) -> None:
        self._app = app
        self._session = session
        self._actions = actions
        self._asker: Asker = asker
        self._context = context
        self._choose_theme = choose_theme
        self._more_themes = more_themes
        self._file = file
        self._edited = edited
        self._pictures = pictures
        self._index: Index | None = None
        self._thumbnails: Thumbnails | None = None
        self._picker: SlidePickerScreen | None = None
        """The overview or search that is open."""

    # Finding a slide

    def load(self) -> None:
        """Import now what the first use would wait for."""
        import presenter.screen.overview
        import presenter.screen.search_screen  # noqa: F401

    async def overview(self) -> None:
        """All slides in little."""
        from presenter.screen.overview import OverviewScreen, Thumbnails

        self._thumbnails = self._thumbnails or Thumbnails()
        context = self._context()
        index, pictures = self._index_of(context), self._pictures()
        await self._pick(OverviewScreen(index, context, self._thumbnails, pictures))

    def pictures_changed(self) -> None:
        """Pictures may have begun or ended: an open overview takes them, or goes on in cells."""
        if self._picker is None:
            return
        from presenter.screen.overview import OverviewScreen

        picker = self._picker
        if not isinstance(picker, OverviewScreen) or not picker.is_in_cells:
            return
        if (pictures := self._pictures()) is not None:
            picker.take(pictures)
        else:
            picker.view.update()

    async def search(self) -> None:
        """Slides that say what is typed."""
        from presenter.screen.search_screen import SearchScreen

        context = self._context()
        await self._pick(SearchScreen(self._index_of(context), context))

    async def _pick(self, picker: SlidePickerScreen) -> None:
        self._picker = picker
        # Mounted before the next key comes: what is typed ahead is typed into it.
        await self._app.push_screen(picker, self._go)

    def _go(self, index: int | None) -> None:
        self._picker = None
        if index is None:
            return
        if index != self._session.talk.slide:
            self._session.go_to(index + 1, self._asker)
        elif self._session.blank is not None:  # at the step where it is
            self._session.do(Request("blank", color=None, by=self._asker))

    def renew(self) -> None:
        """There is another version of the deck: an open overview or search looks through that."""
        if self._picker is not None:
            context = self._context()
            self._picker.renew(self._index_of(context), context)

    def _index_of(self, context: SearchContext) -> Index:
        """What finds in the deck, kept for the next time."""
        from presenter.screen.search import Index

        if self._index is None or self._index.slides is not context.deck.slides:
            self._index = Index(context.deck.slides)
        return self._index

    # Help, palette, themes

    async def help(self) -> None:
        """Every action with its keys."""
        from presenter.screen.help import HelpScreen

        context, words = self._context(), self._session.words
        screen = HelpScreen(self._actions, words, context.setting, context.palette)
        await self._app.push_screen(screen)

    async def palette(self) -> None:
        """An action, slide or theme, found by typing."""
        from presenter.screen.palette import PaletteScreen, choices

        context, words = self._context(), self._session.words
        names = dict.fromkeys([*themes.names(), *self._more_themes()])
        found = choices(self._actions, context.deck.slides, names, words, context.setting)
        screen = PaletteScreen(list(found), words, context.setting, context.palette)
        await self._app.push_screen(screen, lambda choice: self._take(choice and choice.value))

    async def _take(self, value: object) -> None:
        """Do what was chosen in the palette."""
        match value:
            case Action(name="quit"):
                await self._app.run_action("end")  # nobody comes here by mistake
            case Action(name=name):
                await self._app.run_action(name)
            case int(index):
                self._session.go_to(index + 1, self._asker)
            case str(theme):
                self._show_theme(theme)

    def next_theme(self) -> None:
        """The next of our themes."""
        names = list(dict.fromkeys([*OURS, *self._more_themes()]))
        now = self._context().palette.theme.name
        at = names.index(now) + 1 if now in names else 0
        self._show_theme(names[at % len(names)])

    def _show_theme(self, name: str) -> None:
        self._choose_theme(name)
        self._session.say(self._session.words("stage.theme", name=name), 2)

    # The file

    async def edit(self) -> None:
        """The deck in the user's editor, at the line of the slide that is shown."""
        from presenter.screen.editor import edit

        session = self._session
        if self._file is None:
            session.say(session.words("edit.no-file"))
            return
        place = session.deck.slides[session.talk.slide].place
        fault = await edit(self._app, self._file, place.line, session.words)
        self._edited()
        if fault:
            session.say(fault)
