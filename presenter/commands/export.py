"""``presenter export``: a deck as files to hand out."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from presenter.commands.choices import Choice, Size, SizeType
from presenter.commands.command import Argument, Command, Option
from presenter.commands.errors import CommandError

STANDARD_OUTPUT = "-"


@click.command("export", cls=Command)
@click.argument("deck", cls=Argument, metavar="DECK")
@click.option("-o", "--output", cls=Option, required=True, metavar="FILE")
@click.option("--to", "form", cls=Option, default="", metavar="FORMAT")
@click.option("--notes", cls=Option, is_flag=True)
@click.option("--steps", cls=Option, is_flag=True)
@click.option("--slides", cls=Option, default="", metavar="2-4")
@click.option("--size", cls=Option, type=SizeType(), default="80x24", metavar="COLUMNSxROWS")
@click.option("--theme", cls=Option, default="", metavar="NAME|FILE")
@click.option("--ambiguous", cls=Option, type=Choice(["narrow", "wide"]), default="narrow")
@click.option("--force", cls=Option, is_flag=True)
def command(
    deck: str,
    output: str,
    form: str,
    notes: bool,
    steps: bool,
    slides: str,
    size: Size,
    theme: str,
    ambiguous: str,
    force: bool,
) -> int:
    """Write `deck` to `output`: 1 if it has errors (unless `force`), 2 if it cannot be written."""
    from presenter.commands.decks import STANDARD_INPUT, read_deck, read_standard_input
    from presenter.commands.exporting.output import write_files, write_stream
    from presenter.commands.exporting.progress import Progress
    from presenter.commands.present import print_problems
    from presenter.commands.theme_option import chosen_theme
    from presenter.handout.export_job import ExportJob
    from presenter.typeset import Setting

    name = _format_of(output, form)
    loaded = read_standard_input() if deck == STANDARD_INPUT else read_deck(Path(deck))
    chosen = chosen_theme(theme, loaded)
    problems = (*loaded.problems, *chosen.problems)
    errors = any(problem.severity == "error" for problem in problems)
    if loaded.deck is None or not loaded.deck.slides or (errors and not force):
        print_problems(loaded, chosen.problems)
        return 1
    setting = Setting(*size, loaded.deck.lang, "wide" if ambiguous == "wide" else "narrow")
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
        )
        if output == STANDARD_OUTPUT:
            write_stream(job, name)
        else:
            own = () if deck == STANDARD_INPUT else (Path(deck),)
            write_files(job, name, Path(output), keep=(*own, *loaded.files))
    return 0


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
    from presenter.deck.suggest import nearest
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
