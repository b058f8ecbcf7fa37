"""A deck from its YAML, with every problem found on the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct
from yaml.nodes import MappingNode, Node

from presenter.deck.characters import clean, find_control_characters, is_clean
from presenter.deck.compose import compose
from presenter.deck.convert import read_mapping, reader_of
from presenter.deck.diagnostics import Diagnostic, Place
from presenter.deck.digest import digest
from presenter.deck.files import FileRefusedError, Files, theme_file
from presenter.deck.model import Deck, DeckHead
from presenter.deck.outline import SECTIONS, SlideNode, read_sections
from presenter.deck.reporter import Places, Reporter, place_of
from presenter.deck.safe_files import DeckFile
from presenter.deck.source import Source, UnreadableError, read_source
from presenter.deck.values import is_empty

MOST_RAW = 1_000
"""Control characters in a file that is still taken for text."""


class Rest(Struct, frozen=True):
    """What could be read of a deck, those of its slides empty that could not, and from what."""

    deck: Deck
    text: str


class Loaded(Struct, frozen=True):
    """What came of loading.

    `deck` is None if there is nothing to show; else it has at least one slide. `problems` are all
    that were found, by their places. `text` is the deck as it was read. `files` are those that the
    deck names, missing ones included: a change of one is a change of the deck. `theme` is the file
    of its theme, where that has one. `kept` is what the text files hold that it names: with it
    `load_source` gives the same again, as far as `pictures`, the versions of the pictures that it
    shows, are still the same. `rest` is what a thorough reading could read of a deck whose YAML is
    at fault. `places` are those of what `deck`, or else `rest`, holds.
    """

    deck: Deck | None
    problems: tuple[Diagnostic, ...]
    text: str = ""
    files: tuple[Path, ...] = ()
    theme: Source | None = None
    kept: Mapping[str, bytes] = {}
    pictures: tuple[DeckFile, ...] = ()
    rest: Rest | None = None
    places: Places = Places()

    @property
    def digest(self) -> str:
        """A digest of `text` and `kept`, in hexadecimal: equal for equal ones."""
        kept = (part for each in sorted(self.kept.items()) for part in each)
        return digest(self.text, *kept)

    @property
    def pictures_digest(self) -> str:
        """A digest of which pictures are shown, and of which versions of them."""
        return digest(*(f"{each.path}\0{each.stamp}" for each in self.pictures), size=8)


@contextmanager
def resting_collector() -> Iterator[None]:
    """No garbage collection within: loading makes many objects and no cycles of them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load_deck(path: Path, *, thorough: bool = False) -> Loaded:
    """The deck at `path`. Raises OSError if there is no such regular file.

    `thorough`: with warnings of what is right and may be meant otherwise.
    """
    try:
        source = read_source(path)
    except UnreadableError as error:
        return Loaded(None, (error.diagnostic,))
    return load_source(source, thorough=thorough)


def load_source(
    source: Source,
    kept: Mapping[str, bytes] | None = None,
    *,
    thorough: bool = False,
    written: list[SlideNode] | None = None,
) -> Loaded:
    """The deck that `source` holds; never raises for what is written in it.

    `kept`: what text files that it names are to hold, whatever has become of them. `thorough` is
    as for `load_deck`. `written` is a list that gets the nodes of the deck's slides.
    """
    text = source.text
    files = Files(source.folder, kept)
    reporter = Reporter(source.path, text, files, thorough=thorough)
    deck: Deck | None = None
    rest: Rest | None = None
    theme: Source | None = None
    if not is_clean(text):
        if not _report_hostile(text, reporter):
            return Loaded(None, reporter.finish(), text)
        reporter.text = clean(text)
    with resting_collector():
        try:
            root = compose(reporter.text, source.path)
        except UnreadableError as error:
            rest = _read_rest(error, reporter)
        else:
            deck = _read_deck(root, reporter, written)
            del root
        theme = _theme_of(deck, reporter)
    return Loaded(
        deck,
        reporter.finish(),
        text,
        tuple(files.named),
        theme,
        files.whole,
        tuple(files.pictures),
        rest,
        reporter.places,
    )


def _read_rest(error: UnreadableError, reporter: Reporter) -> Rest | None:
    """Report an error of the text's YAML; for a thorough reading, what the rest of it says."""
    from presenter.deck.syntax import is_syntax

    if not reporter.thorough or not is_syntax(error.diagnostic.code):
        reporter.problems.append(error.diagnostic)
        return None
    from presenter.deck.recover import recover

    found = recover(reporter.text, reporter.path, error)
    reporter.problems += found.faults
    if found.root is None:
        return None
    reporter.text = found.text
    deck = _read_deck(found.root, reporter)
    # That nothing is left is no fault of what is written.
    reporter.problems = [each for each in reporter.problems if each.code != "no-slides"]
    return Rest(deck, found.text) if deck else None


def _theme_of(deck: Deck | None, reporter: Reporter) -> Source | None:
    """The file of the deck's theme, if it has one and it can be had."""
    if deck is None or not deck.theme:
        return None
    try:
        return theme_file(deck.theme, reporter.files)
    except FileRefusedError as error:
        reporter.report(reporter.places.keys["theme"], error.code, **error.values)
        return None


def _report_hostile(text: str, reporter: Reporter) -> bool:
    """Warn of hostile characters; False if there are so many that this is no text."""
    found = list(islice(find_control_characters(text), MOST_RAW + 1))
    for index, character in found:
        place = Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
        if len(found) > MOST_RAW:
            reporter.report(place, "not-text", most=MOST_RAW)
            return False
        if not reporter.report_hostile(place, character, "hostile-character"):
            break
    return True


def _read_deck(
    root: Node | None, reporter: Reporter, written: list[SlideNode] | None = None
) -> Deck | None:
    if root is None or is_empty(root):
        reporter.report(Place(), "empty-deck")
        return None
    if not isinstance(root, MappingNode):
        reporter.report(root, "deck-not-mapping")
        return None
    found = read_mapping(reader_of(DeckHead), root, reporter, SECTIONS)
    reporter.places.keys = {key: place_of(node) for key, node in found.nodes.items()}
    sections = {
        key: (key_node, node) for key, key_node, node in found.extra.values() if not is_empty(node)
    }
    if "slides" in sections and len(sections) > 1:
        reporter.report(sections["slides"][0], "both-shapes")
    meant = any(
        each.values.get("near") in SECTIONS or each.code in ("dash-space", "full-width-space")
        for each in reporter.problems
    )
    before = len(reporter.problems)
    nodes = {key: node for key, (_, node) in sections.items()}
    slides = read_sections(nodes, reporter, written)
    if not slides:
        if not meant and len(reporter.problems) == before:
            where = next((key_node for key_node, _ in sections.values()), root)
            reporter.report(where, "no-slides")
        return None
    values: dict[str, Any] = {"title": "", **found.values}
    return Deck(**values, slides=tuple(slides))
