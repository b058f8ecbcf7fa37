"""``presenter export``: a deck as files to hand out, or on standard output."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from presenter.commands.errors import CommandError, missing_extra
from presenter.commands.options import PATH, Choice, argument, command, option, theme_option
from presenter.commands.sizes import PROJECTOR, Size, size

if TYPE_CHECKING:
    from presenter.deck import Deck, Diagnostic
    from presenter.handout.export_job import ExportJob, RefusedSlidesError
    from presenter.typeset.page import Ambiguous

STANDARD_OUTPUT = "-"

DEFAULT_SIZE = Size(80, 24)

_MOST_PIXELS = 7680
"""Of a picture's longer side: that of 8K."""

_LONGEST = 64
"""How many times its shorter side a picture is long at most."""

_READABLE = frozenset({"html", "svg", "md", "txt"})
"""The formats that a terminal can show."""


@command("export")
@argument("deck", metavar="DECK", type=PATH)
@option("-o", "--output", required=True, metavar="FILE")
@option("--to", "form", default="", metavar="FORMAT")
@option("--notes", is_flag=True)
@option("--steps", is_flag=True)
@option("--slides", default="", metavar="2-4")
@option("--size", "cells", type=size, metavar="COLUMNSxROWS")
@option("--render", type=Choice(["cells", "pictures"]), default="pictures")
@theme_option
@option("--ambiguous", type=Choice(["narrow", "wide"]), default="narrow")
@option("--force", is_flag=True)
def export(
    deck: Path,
    output: str,
    form: str,
    notes: bool,
    steps: bool,
    slides: str,
    cells: Size | None,
    render: str,
    theme: str,
    ambiguous: Ambiguous,
    force: bool,
) -> int:
    """Write `deck` to `output`: 1 if it has errors (unless `force`), 2 if it cannot be written.

    1 also if the typesetter refuses one of its slides.
    """
    from presenter.commands.decks import STANDARD_INPUT, deck_named, print_problems
    from presenter.commands.progress import Progress
    from presenter.commands.themes import chosen_theme
    from presenter.handout.export_job import ExportJob, RefusedSlidesError
    from presenter.handout.formats import FORMATS
    from presenter.typeset import PageOptions

    name = _format_of(output, form)
    loaded = deck_named(deck)
    chosen = chosen_theme(theme, loaded)
    problems = (*loaded.problems, *chosen.problems)
    errors = any(problem.severity == "error" for problem in problems)
    if loaded.deck is None or not loaded.deck.slides or (errors and not force):
        print_problems(loaded, chosen.problems)
        return 1
    setting = PageOptions(*(cells or DEFAULT_SIZE), loaded.deck.lang, ambiguous)
    with Progress(sys.stderr, output) as progress:
        job = ExportJob(
            deck=loaded.deck,
            indexes=slides_named(slides, len(loaded.deck.slides)),
            setting=setting,
            theme=chosen.theme,
            notes=notes,
            steps=steps,
            warn=progress.warn,
            passed=progress.passed,
            pixels=pixels_for(cells) if render == "pictures" else None,
        )
        if notes and FORMATS[name].paged:
            progress.warn("handout.no-notes", name=name)
        try:
            if output == STANDARD_OUTPUT:
                write_stream(job, name)
            else:
                own = () if deck == STANDARD_INPUT else (deck,)
                write_files(job, name, Path(output), keep=(*own, *loaded.files))
        except RefusedSlidesError as error:
            print_problems(loaded, _refused(error, str(deck), loaded.deck, name))
            return 1
    return 0


_INSTEAD = {"pdf": "--to html", "png": "--render cells"}
"""What writes all slides where the typesetter refuses one, by format."""


def _refused(error: RefusedSlidesError, path: str, deck: Deck, name: str) -> Iterator[Diagnostic]:
    """Each slide that cannot be written in the format `name`, where it is.

    Raises CommandError if that holds of none by itself.
    """
    from presenter.deck import Diagnostic

    said = {
        "format": name,
        "why": next(iter(str(error).splitlines()), ""),
        "instead": _INSTEAD[name],
    }
    if not error.indexes:
        raise CommandError("refused-together", **said) from error
    for index in error.indexes:
        values = {**said, "number": index + 1}
        yield Diagnostic(
            path=path,
            place=deck.slides[index].place,
            code="slide-refused",
            values=values,
            slide=index + 1,
        )


def pixels_for(size: Size | None) -> tuple[int, int]:
    """Width and height of slides as pictures: of a projector, else of the screen of `size`.

    That is drawn in twice its pixels, as far as they are not more, and no longer strip, than
    anybody can look at.
    """
    if size is None:
        return PROJECTOR
    longer = max(size.pixels)
    scale = min(2, _MOST_PIXELS / longer)
    width, height = (round(scale * max(side, longer / _LONGEST)) for side in size.pixels)
    return width, height


def slides_named(text: str, count: int) -> tuple[int, ...]:
    """The indexes, from 0, that ``2-4,7`` names of `count` slides; all for an empty text.

    Raises CommandError for anything else, or a number beyond the last slide.
    """
    if not text.strip():
        return tuple(range(count))
    indexes: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,6})\s*(?:(-)\s*(\d{1,6})?)?\s*", part)
        if match is None:
            raise CommandError("not-slides", value=text)
        first = int(match[1])
        last = int(match[3]) if match[3] else count if match[2] else first
        if not 1 <= first <= last <= count:
            raise CommandError("no-slide-number", number=part.strip(), slides=count)
        indexes.update(range(first - 1, last))
    return tuple(sorted(indexes))


def _format_of(output: str, form: str) -> str:
    """The name of the format: as asked for, else by the file's ending."""
    from presenter.deck.diagnostics import nearest
    from presenter.handout.formats import FORMATS

    known = ", ".join(FORMATS)
    if output == STANDARD_OUTPUT and not form:
        raise CommandError("no-format", formats=known)
    name = (form or Path(output).suffix).lstrip(".").lower()
    if name not in FORMATS:
        raise CommandError(
            "unknown-format", file=form or output, formats=known, near=nearest(name, FORMATS)
        )
    return name


def write_files(job: ExportJob, name: str, path: Path, *, keep: Iterable[Path]) -> None:
    """Write the handout in format `name` to `path`, or to files numbered like it.

    `keep`: the deck and the files that it names, which are never written. Raises CommandError;
    then no file is changed.
    """
    from presenter.deck.safe_files import atomic_write_all
    from presenter.handout.formats import FORMATS, OtherKindError, numbered

    try:
        if not FORMATS[name].paged:
            _refuse([path], name, keep)
        contents = _made(job, name)
        paths = numbered(path, len(contents))
        _refuse(paths, name, keep)
        # A link stays one: what it leads to is written.
        atomic_write_all(
            [(each.resolve(), data) for each, data in zip(paths, contents, strict=True)]
        )
    except OtherKindError as error:
        raise CommandError("other-kind", path=error.path, format=name) from None
    except OSError as error:
        raise CommandError("not-written", path=path, why=error.strerror or error) from None


def write_stream(job: ExportJob, name: str) -> None:
    """Write the handout in format `name` to standard output.

    Raises CommandError, or LostOutputError if it cannot be written.
    """
    from presenter.commands.streams import write_bytes

    if name not in _READABLE and sys.stdout.isatty():
        raise CommandError("not-to-terminal", format=name)
    contents = _made(job, name)
    if len(contents) > 1:
        raise CommandError("one-page-only", pages=len(contents))
    write_bytes(contents[0])


def _made(job: ExportJob, name: str) -> list[bytes]:
    from presenter.handout.formats import MissingExtraError, exporter

    try:
        return list(exporter(name)(job))
    except MissingExtraError as error:
        raise missing_extra(f".{name}", error.extra) from None


def _refuse(paths: list[Path], name: str, keep: Iterable[Path]) -> None:
    from presenter.handout.formats import FORMATS, refuse_other_kinds

    kept = {path.resolve() for path in keep}
    for path in paths:
        if path.resolve() in kept:
            raise CommandError("of-the-deck", path=path)
    form = FORMATS[name]
    refuse_other_kinds(paths, form.begins, form.holds)
