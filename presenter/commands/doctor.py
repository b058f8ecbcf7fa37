"""``presenter doctor``: what this terminal and this installation can, on one screen.

The report is made to be pasted: no colours, the home written ``~``, no names of people or hosts.
Whatever may be missing is imported within.
"""

from __future__ import annotations

import os
import platform
import sys
import termios
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from presenter import __version__
from presenter.commands.installation import (
    EXTRAS,
    install_command,
    installed_origin,
    lacking,
    tool_of,
)
from presenter.commands.options import command
from presenter.commands.streams import is_terminal
from presenter.commands.terminal_query import Answers, ask
from presenter.words import Language, Words, locale_language

if TYPE_CHECKING:
    from presenter.commands.tables import Printer

ESSENTIAL = ("msgspec", "yaml", "wcwidth", "icu4py", "markdown_it", "pygments", "segno", "textual")
"""Modules without which there is no talk, and not even a report."""

TOLD = ("textual", "icu4py", "pillow", "typst", "python-pptx", "aiohttp")
"""Distributions whose versions matter in a report."""

AMBIGUOUS = ("“", "”", "…", "—", "·", "▪", "━")
"""Characters that take one cell or two, as the terminal is set (UAX #11, East Asian Width A)."""

SURE = ("汉", "🇨🇳", "e\u0301")
"""Characters whose width most terminals agree on."""

_NAMES: dict[Language, str] = {"en": "English", "zh": "中文"}

Row = tuple[str, str]
"""The key of its label, and what is said; an empty key goes on with the one before."""


@command("doctor")
def doctor() -> int:
    """Print what this terminal and installation can: 1 if something is broken, else 0."""
    for name in ESSENTIAL:
        try:
            import_module(name)
        except ImportError as error:
            words = Words(locale_language())
            click.echo(words("doctor.no-module", name=name, why=error))
            click.echo(words("doctor.not-fine"))
            return 1

    from presenter.commands.tables import Printer, spoken

    lines, broken = report(spoken(sys.stdout, locale_language()), Printer.of(sys.stdout))
    for line in lines:
        click.echo(line)
    return 1 if broken else 0


def report(words: Words, printer: Printer) -> tuple[list[str], bool]:
    """The lines of the report, and whether something essential is broken."""
    rows = [*_installation(words), *_terminal(words), *_folders(words)]
    fault = _fault(words)
    if fault:
        rows.append(("broken", fault))
    labels = [words(f"doctor.{key}") if key else "" for key, _ in rows]
    longest = max(map(printer.ruler.width, labels)) + 2
    narrower = replace(printer, width=max(20, printer.width - longest))
    lines = [f"presenter {__version__}"]
    for label, (_, text) in zip(labels, rows, strict=True):
        first, *more = narrower.folded(printer.writable(text))
        lines.append(printer.padded(label, longest) + first)
        lines += [" " * longest + line for line in more]
    lines.append(words("doctor.not-fine" if fault else "doctor.fine"))
    return lines, bool(fault)


def _fault(words: Words) -> str:
    """What is broken so that no talk can be given; empty for nothing."""
    from presenter.deck import load_deck
    from presenter.deck.source import bundled_deck
    from presenter.typeset import PageOptions, set_slide

    try:
        deck = load_deck(bundled_deck(words.language)).deck
        if deck is None:
            raise ValueError(bundled_deck(words.language))
        done = set_slide(deck, 0, PageOptions(80, 24, deck.lang))
        done.page(done.stops[0])
    except Exception as error:  # noqa: BLE001 - whatever is broken is what it is to tell
        return words("doctor.no-slide", why=f"{type(error).__name__}: {error}")
    return ""


def _installation(words: Words) -> Iterator[Row]:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield "system", f"Python {platform.python_version()}, {system}"
    yield "versions", ", ".join(_versions())
    source = installed_origin()
    place = _short(source.place) if source.place else words("doctor.index")
    form = words("doctor.editable", place=place) if source.editable else place
    tool = tool_of(Path(sys.prefix))
    yield "installed", words("doctor.by", source=form, tool=tool, prefix=_short(sys.prefix))
    gone = [extra for extra in EXTRAS if lacking(extra)]
    here = [extra for extra in EXTRAS if extra not in gone]
    if here:
        yield "extras", ", ".join(here)
    for extra in gone:
        yield "lacking", f"{extra}: {install_command(extra)}"  # to be typed: no ~ in quotes


def _versions() -> Iterator[str]:
    for name in TOLD:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
        if name == "icu4py":
            from icu4py import icu_version

            yield f"ICU {icu_version}"


def _terminal(words: Words) -> Iterator[Row]:
    from presenter.typeset.width import SAMPLES

    spoken = _NAMES[words.language]
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    given = next((f"{name}={os.environ[name]}" for name in names if os.environ.get(name)), "LANG=")
    yield "locale", f"{given}, {spoken}, {sys.stdout.encoding}"
    program = map(os.environ.get, ("TERM_PROGRAM", "TERM_PROGRAM_VERSION"))
    named = [os.environ.get("TERM", ""), " ".join(filter(None, program))]
    named += [name for name, sign in _AROUND.items() if os.environ.get(sign)]
    if not is_terminal():
        yield "terminal", ", ".join([*_different(named), words("doctor.no-terminal")])
        yield "fonts", _fonts(words)
        return
    try:
        answers = ask(sys.stdin.fileno(), [*AMBIGUOUS, *SAMPLES, *SURE], os.environ)
    except (OSError, termios.error):
        answers = Answers()
    named.append(answers.known.name)
    if not answers.complete:
        named.append(words("doctor.silent"))
    yield "terminal", ", ".join(_different(named))
    yield "size", _size(words, answers)
    yield "colours", _colours(words)
    yield "pictures", _pictures(words, answers)
    yield "slides", _slides(words, answers)
    yield from _widths(words, answers)
    yield "fonts", _fonts(words)


def _different(names: Iterable[str]) -> list[str]:
    """`names` without those that another one holds: tmux says three times what it is."""
    kept: list[str] = []
    for name in filter(None, names):
        if not any(name in each.split() or name == each for each in kept):
            kept.append(name)
    return kept


_AROUND = {"tmux": "TMUX", "screen": "STY", "Zellij": "ZELLIJ", "ssh": "SSH_CONNECTION"}
"""What a terminal may stand behind, by the variable that it sets."""


def _size(words: Words, answers: Answers) -> str:
    from presenter.screen.pictures.protocol import cell_pixels

    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    size = words("doctor.cells", columns=columns, rows=rows)
    if cell := cell_pixels():
        across, down = cell
        return size + words("doctor.cell", width=across, height=down)
    if answers.known.pixels:
        across, down = answers.known.pixels
        return size + words("doctor.pixels", width=across, height=down)
    return size + words("doctor.no-pixels")


def _colours(words: Words) -> str:
    from rich.console import Console

    told = ", ".join(
        f"{name}={value}"
        for name in ("COLORTERM", "NO_COLOR")
        if (value := os.environ.get(name)) is not None
    )
    system = Console().color_system or words("doctor.none")
    return f"{system} ({told})" if told else system


def _pictures(words: Words, answers: Answers) -> str:
    from rich.console import Console

    from presenter.screen.pictures.protocol import cell_pixels, protocol_for

    chosen = protocol_for(os.environ, Console().color_system, cell_pixels())
    says = ", ".join(answers.says) or words("doctor.none")
    return words("doctor.pictures-as", chosen=chosen, says=says)


def _slides(words: Words, answers: Answers) -> str:
    """How slides are shown as pictures, or why they are not."""
    from presenter.screen.surfaces import terminal_pixels
    from presenter.screen.surfaces.tmux import is_shown_past_tmux

    known = answers.known
    if find_spec("typst") is None:
        return words("doctor.slides-typst")
    if is_shown_past_tmux():
        known = known._replace(protocol="placeholders")
    elif around := [
        name for name, sign in _AROUND.items() if name != "ssh" and os.environ.get(sign)
    ]:
        return words("doctor.slides-within", name=around[0])
    if known.protocol == "cells":
        return words("doctor.slides-cells")
    area = known.area(os.get_terminal_size(sys.stdout.fileno()), terminal_pixels())
    if area is None:
        return words("doctor.slides-pixels")
    protocol = {"iterm": "iTerm2", "placeholders": "kitty, tmux"}.get(
        known.protocol, known.protocol
    )
    return words("doctor.slides-as", protocol=protocol, width=area.width, height=area.height)


def _widths(words: Words, answers: Answers) -> Iterator[Row]:
    """How many cells the terminal gives to characters, as a talk asks it, and what is made of it.

    What a talk reckons with follows from the samples; whatever it takes for otherwise is told.
    """
    from presenter.typeset.width import SAMPLES, measured, ruler

    probes = [*AMBIGUOUS, *SAMPLES, *SURE]
    if len(answers.widths) != len(probes):
        yield "ambiguous", words("doctor.not-measured")
        return
    found = dict(zip(probes, answers.widths, strict=True))
    ambiguous, drawing = measured([found[each] for each in SAMPLES])
    own = ruler(ambiguous or "narrow", drawing)
    if {found[each] for each in AMBIGUOUS} == {own.ambiguous_width}:
        yield "ambiguous", words("doctor.narrow" if ambiguous == "narrow" else "doctor.wide")
    else:
        told = ", ".join(f"{each} {found[each]}" for each in AMBIGUOUS)
        yield "ambiguous", words("doctor.mixed", told=told, cells=own.ambiguous_width)
    others = (*SURE, *SAMPLES[:-1])
    told = ", ".join(f"{each} {found[each]}" for each in others)
    odd = [each for each in others if found[each] != own.width(each)]
    if odd:
        reckoned = ", ".join(f"{each} {own.width(each)}" for each in odd)
        told += words("doctor.otherwise", reckoned=reckoned)
    yield "emoji", told


def _fonts(words: Words) -> str:
    """The font of large type, what of the system steps in for it, and the fonts of PDF."""
    from presenter.fonts.choice import packaged_font
    from presenter.typeset.large.glyphs import font_with

    others = []
    for sample, language in (("한", "ko"), ("𪚥", "zh"), ("😀", "en")):
        font = font_with(sample, language)
        others.append(f"{sample} {Path(font.file).name if font else words('doctor.none')}")
    large, documents = packaged_font().family, ", ".join(_document_fonts(words))
    return words("doctor.fonts-are", large=large, others=", ".join(others), documents=documents)


def _document_fonts(words: Words) -> Iterator[str]:
    """The families for Simplified and Traditional Chinese, Japanese and Korean, a stem once."""
    from presenter.fonts.choice import Script, font_for

    scripts: tuple[Script, ...] = ("SC", "TC", "JP", "KR")
    before = ""
    for script in scripts:
        regular, bold = font_for(script), font_for(script, "bold")
        stem, _, last = regular.family.rpartition(" ")
        told = last if stem == before else regular.family
        before = stem
        yield told if bold.weight > regular.weight else told + words("doctor.no-bold")


def _folders(words: Words) -> Iterator[Row]:
    from presenter.deck.files import own_folder, own_themes
    from presenter.deck.safe_files import user_folder
    from presenter.talk.link.endpoint import endpoint_for

    themes = own_folder()
    yield "folders", f"{words('doctor.themes')} {_short(themes or '–')} ({len(own_themes())})"
    for key, variable, default in (
        ("state", "XDG_STATE_HOME", ".local/state"),
        ("cache", "XDG_CACHE_HOME", ".cache"),
    ):
        try:
            folder = user_folder(variable, default)
        except RuntimeError as error:
            yield "", f"{words(f'doctor.{key}')} {error}"
            continue
        wrong = "" if _writable(folder) else words("doctor.not-writable")
        yield "", f"{words(f'doctor.{key}')} {_short(folder)}{wrong}"
    try:
        link = _short(endpoint_for(Path("slides.yaml"), make=True).socket.parent)
    except OSError as error:
        link = f"{error.strerror}: {_short(error.filename or '')}"
    yield "", f"{words('doctor.link')} {link}"


def _writable(folder: Path) -> bool:
    """Whether `folder` can be written, or made."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _short(text: Path | str) -> str:
    """`text` with the home as ``~``, as a shell takes it back."""
    home = os.path.expanduser("~")  # noqa: PTH111  # which, unlike Path.home, never fails
    given = str(text)
    return (
        "~" + given[len(home) :] if len(home) > 1 and f"{given}/".startswith(f"{home}/") else given
    )
