"""What ``presenter check`` finds: the loader's problems, and what each analysis adds to them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from time import monotonic, process_time
from typing import NamedTuple

from presenter.commands.sizes import PictureSize, Size
from presenter.content import nodes
from presenter.deck import Deck, Diagnostic, Loaded, Place, Severity, Slide
from presenter.deck.blocks import Block, Code, Image, SizedImage, every_block, extract_text
from presenter.deck.characters import on_one_line
from presenter.deck.diagnostics import nearest
from presenter.deck.fields import format_duration
from presenter.deck.files import is_path, own_themes
from presenter.deck.reporter import Places
from presenter.deck.safe_files import DeckFile
from presenter.deck.source import Source
from presenter.render.stops import PictureLook
from presenter.typeset import PageOptions, set_slide, themes
from presenter.typeset.highlight import MOST, why_plain
from presenter.words import Language, language_of

_MOST_STRETCHES = 12
"""Slides without notes, or stretches of them, that are named."""

_FOR_PICTURES = (60.0, 60.0)
"""Seconds of a `Deadline` for trying slides as pictures."""

_ENOUGH = 64
"""Pixels: a JPEG is read through to its end at an eighth of its size, several times faster."""


class Deadline:
    """When a check ends what it tries: it is asked for before a talk, and has to answer.

    work: seconds of this process's work, reading included, after which no more is set or
    decoded. most: seconds by the clock, for what other processes do.
    """

    def __init__(self, work: float = 2.0, most: float = 6.0) -> None:
        self._until = process_time() + work
        self._latest = monotonic() + most

    def is_over(self) -> bool:
        """Whether the time has run out."""
        return process_time() >= self._until or monotonic() >= self._latest


class Checked(NamedTuple):
    """A deck's problems in the order of its text, then its theme's; its slides' titles."""

    problems: tuple[Diagnostic, ...]
    titles: tuple[str, ...]
    language: Language
    """Of its readers: the deck's own, else the locale's."""

    def title(self, problem: Diagnostic) -> str:
        """The title of the slide that `problem` is about; empty if it is none or has none."""
        number = problem.slide or 0
        return self.titles[number - 1] if 0 < number <= len(self.titles) else ""


def check_deck(
    path: str,
    loaded: Loaded,
    sizes: tuple[Size, ...],
    ignored: Collection[str] = (),
    deadline: Deadline | None = None,
    picture_sizes: tuple[PictureSize, ...] = (),
) -> Checked:
    """What is wrong with the deck that was loaded as `path`, also at `sizes` and `picture_sizes`.

    When `deadline` is over, no more is tried. Warnings with a code among `ignored`, or that the
    deck or the slide ignores, are left out.
    """
    deck, text = loaded.deck, loaded.text
    if deck is None and loaded.rest is not None:
        deck, text = loaded.rest.deck, loaded.rest.text
    problems = list(loaded.problems)
    if deck is not None:
        subject = Subject(
            path, deck, text, loaded.places, sizes, loaded.theme, deadline, picture_sizes
        )
        problems += (problem for analysis in ANALYSES for problem in analysis(subject))
    problems = [
        each
        for each in problems
        if each.severity == "error" or each.code not in {*ignored, *_ignored(each, deck)}
    ]
    problems.sort(key=lambda problem: (problem.path != path, problem.place))
    return Checked(
        tuple(problems),
        tuple(on_one_line(slide.title) for slide in deck.slides) if deck else (),
        language_of(deck.lang if deck else None),
    )


def _ignored(problem: Diagnostic, deck: Deck | None) -> Iterable[str]:
    """The codes that are ignored where `problem` is."""
    if deck is None:
        return ()
    of_slide = deck.slides[problem.slide - 1].ignore if problem.slide is not None else ()
    return (*deck.ignore, *of_slide)


class Subject(NamedTuple):
    """A deck that could be read, its name, text, places and theme, and the sizes to set it at."""

    path: str
    deck: Deck
    text: str
    places: Places
    sizes: tuple[Size, ...]
    theme: Source | None = None
    deadline: Deadline | None = None
    """After which no more is tried; without it, all is."""
    picture_sizes: tuple[PictureSize, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether the deadline is over."""
        return self.deadline is not None and self.deadline.is_over()

    def sound_slides(self) -> Iterator[tuple[int, Slide]]:
        """The slides without errors, numbered from 1; the others have other worries."""
        return (
            (number, slide)
            for number, slide in enumerate(self.deck.slides, 1)
            if not slide.problems
        )

    def sound_blocks(self) -> Iterator[tuple[int, int, Block]]:
        """Their blocks, those in columns included: number of the slide, index there, block."""
        for number, slide in self.sound_slides():
            for index, block in enumerate(every_block(slide.content)):
                yield number, index, block

    def about_slide(
        self, number: int, code: str, place: Place | None = None, **values: object
    ) -> Diagnostic:
        """A warning about the slide `number`, at `place`, else where the slide begins."""
        return Diagnostic(
            path=self.path,
            place=place or self.deck.slides[number - 1].place,
            code=code,
            values=values,
            severity="warning",
            slide=number,
        )

    def about_block(self, number: int, index: int, code: str, **values: object) -> Diagnostic:
        """A warning about a block of the slide `number`, where its key stands.

        `index` is its place among all that `every_block` gives of that slide.
        """
        place = self.places.block(number - 1, index)
        return self.about_slide(number, code, place, **values)

    def about_key(
        self, key: str, code: str, severity: Severity = "warning", **values: object
    ) -> Diagnostic:
        """A problem of the value that the deck itself has for `key`."""
        place = self.places.keys.get(key, Place())
        return Diagnostic(path=self.path, place=place, code=code, values=values, severity=severity)


def does_not_fit(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide and size at which it continues on further pages.

    And one, at its line, for each QR code or picture that has no room, so that its text stands in
    its place, and for each table that is set as a list.
    """
    settings = [(size, PageOptions(*size, language=subject.deck.lang)) for size in subject.sizes]
    for number, _ in subject.sound_slides():
        if subject.is_over:
            yield subject.about_slide(number, "not-tried", total=len(subject.deck.slides))
            return
        for size, setting in settings:
            done = set_slide(subject.deck, number - 1, setting)
            pages = len(done.pages)
            if pages > 1:
                yield subject.about_slide(number, "does-not-fit", size=str(size), pages=pages)
            for node in (each for piece in done.pieces for each in piece.otherwise):
                code = "table-as-list" if isinstance(node, nodes.Table) else "no-room"
                yield subject.about_block(number, node.number, code, size=str(size), block=node.key)


def does_not_fit_as_picture(subject: Subject) -> Iterator[Diagnostic]:
    """The same for slides as pictures, for what is very small there, and what cannot be drawn.

    It takes some 20 ms a slide, so it has a deadline of its own: whoever asks for it can wait.
    """
    if not subject.picture_sizes:
        return
    # Imported where it is asked for, as are Typst and its fonts.
    from presenter.render.fitting import is_too_much, misfits

    deck, about = subject.deck, subject.about_slide
    theme = themes.choose(deck.theme, subject.theme).theme
    looks = [
        PictureLook(theme, width, height, language=deck.lang)
        for _, width, height in subject.picture_sizes
    ]
    names = {(width, height): name for name, width, height in subject.picture_sizes}
    indexes: list[int] = []
    for number, slide in subject.sound_slides():
        if is_too_much(slide):
            yield about(number, "too-much-for-picture")
        else:
            indexes.append(number - 1)
    deadline = Deadline(*_FOR_PICTURES)
    for index, look, pages, small in misfits(deck, indexes, looks, lambda: not deadline.is_over()):
        name = names[look.width, look.height]
        if small:
            yield about(index + 1, "small-as-picture", size=name, key=small)
        elif pages > 1:
            yield about(index + 1, "does-not-fit-as-picture", size=name, pages=pages)
        elif pages:
            yield about(index + 1, "not-tried", total=len(deck.slides))
        else:
            yield about(index + 1, "no-picture")


def no_glyph_in_picture(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide with characters that no font has, where slides are pictures.

    In cells they are the terminal's affair, which may have other fonts.
    """
    if not subject.picture_sizes:
        return
    from presenter.render.emoji import flaws_of

    for number, slide in subject.sound_slides():
        blocks = (part.text for block in slide.content for part in extract_text(block))
        said = "\n".join((slide.title, slide.subtitle, *blocks))
        for flaw in flaws_of(said, subject.deck.lang):
            yield subject.about_slide(number, flaw.code, None, **flaw.values)


def shows_nothing(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each slide that has blocks and yet nothing to show, such as an empty list.

    One without title and blocks the loader has told of.
    """
    for number, slide in subject.sound_slides():
        headed = slide.title or slide.subtitle
        if slide.content and not headed and not any(map(_shows, every_block(slide.content))):
            yield subject.about_slide(number, "blank-slide")


def _shows(block: Block) -> bool:
    return isinstance(block, Image) or any(said.text.strip() for said in extract_text(block))


def broken_pictures(subject: Subject) -> Iterator[Diagnostic]:
    """An error for each picture whose header is right and whose pixels cannot be read."""
    known: dict[DeckFile, bool] = {}
    for number, _, image in subject.sound_blocks():
        if not isinstance(image, SizedImage):
            continue
        if image.file not in known:
            if subject.is_over:
                yield subject.about_slide(number, "pictures-not-tried")
                return
            known[image.file] = _is_sound(image.file)
        if not known[image.file]:
            slide = subject.deck.slides[number - 1].place
            yield Diagnostic(
                path=subject.path,
                place=_place_of_name(subject.text, slide, image.path),
                code="image-broken",
                values={"file": image.path},
                slide=number,
            )


def _is_sound(file: DeckFile) -> bool:
    # Imported where there are pictures: Pillow takes a tenth of a start.
    from presenter.deck.pixels import PictureError, read_pixels

    try:
        read_pixels(file, _ENOUGH, _ENOUGH)
    except PictureError:
        return False
    return True


def _place_of_name(text: str, slide: Place, name: str) -> Place:
    """Where `name` is written in the slide that begins at `slide`; else that beginning."""
    for line, written in enumerate(text.splitlines()[slide.line - 1 :], slide.line):
        if (column := written.find(name)) >= 0:
            return Place(line, column + 1)
    return slide


def code_without_colours(subject: Subject) -> Iterator[Diagnostic]:
    """A warning, with the reason, for each code without colours although its language is known."""
    for number, index, block in subject.sound_blocks():
        if isinstance(block, Code) and (why := why_plain(block.source, block.language)):
            values = {"most": f"{MOST:,}"} if why == "long" else {"language": block.language}
            yield subject.about_block(number, index, f"code-plain-{why}", **values)


def no_notes(subject: Subject) -> Iterator[Diagnostic]:
    """One warning for all slides without notes, at the first of them, if any slide has some."""
    slides = subject.deck.slides
    if not any(slide.notes for slide in slides):
        return
    bare = [
        number
        for number, slide in subject.sound_slides()
        if not slide.notes and "no-notes" not in slide.ignore
    ]
    if bare:
        values = {"count": len(bare), "total": len(slides), "slides": _stretches(bare)}
        yield Diagnostic(
            path=subject.path,
            place=slides[bare[0] - 1].place,
            code="no-notes",
            values=values,
            severity="warning",
        )


def _stretches(numbers: Sequence[int]) -> str:
    """``1, 3–5``."""
    names = []
    for _, group in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        stretch = [number for _, number in group]
        names.append(f"{stretch[0]}–{stretch[-1]}" if stretch[1:] else str(stretch[0]))
    return ", ".join(names if len(names) <= _MOST_STRETCHES else [*names[:_MOST_STRETCHES], "…"])


def times_beyond(subject: Subject) -> Iterator[Diagnostic]:
    """A warning if the slides' times exceed the deck's."""
    planned = subject.deck.time
    total = sum(slide.time or 0 for slide in subject.deck.slides)
    if planned is not None and total > planned:
        yield subject.about_key(
            "time",
            "times-beyond",
            total=format_duration(total),
            planned=format_duration(planned),
            over=format_duration(total - planned),
        )


def theme_problems(subject: Subject) -> Iterator[Diagnostic]:
    """The problems of the theme's file, in it; an error if the deck's theme is unknown.

    The talk would be shown in another one. A file that cannot be had the loader has told of.
    """
    name = subject.deck.theme
    chosen = themes.choose(name, subject.theme)
    yield from chosen.problems
    if name == "auto" and not chosen.found:
        yield subject.about_key("theme", "theme-auto", "error")
    elif subject.theme is None and not chosen.found and not is_path(name):
        near = nearest(name, [*themes.names(), *own_themes()])
        yield subject.about_key("theme", "unknown-theme", "error", theme=name, near=near)


ANALYSES: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
    does_not_fit,
    shows_nothing,
    broken_pictures,
    code_without_colours,
    no_notes,
    times_beyond,
    theme_problems,
    no_glyph_in_picture,
    does_not_fit_as_picture,  # last: it takes long, and the time of the others is none of its own
)
"""A new one is a function and a row here."""
