"""Data to pages, by Typst, which reads nothing but a folder of ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import msgspec
import typst

from presenter.deck.digest import digest
from presenter.deck.safe_files import DeckFile
from presenter.fonts.choice import han_script
from presenter.render.emoji import forget_fonts, with_whole_emoji
from presenter.render.fonts import (
    Flaw,
    as_json,
    document_fonts,
    drawing_fonts,
    families_elsewhere,
    lacks_lean,
    make_lean,
    picture_fonts,
)
from presenter.render.lean_fonts import need

_FOLDER = Path(__file__).with_name("template")
_TEMPLATE = "main.typ"
_EMPTY = "empty.typ"
_SAID = "deck.json"
"""What a deck says, which `base.typ` reads; its look is among Typst's inputs."""

NOTHING_SAID = {"title": "", "author": "", "handout": False, "slides": []}
"""What a deck without slides says."""

_AGEING = 5
"""How many empty documents follow each picture. Typst's compiler (typst-py) remembers all that any
of the last ten documents needed: of ten slides that is some 50 MB, which no other slide needs.
"""

_OLD = 11
"""After so many it remembers nothing."""

_COMPILERS = 2
"""Of pictures that are kept: slides with emoji and such have other fonts than those without."""

_MOST = 2400
"""The longest side of a picture, in pixels: 180 to the inch on a page as wide as a slide."""

_INCH = 72
"""Points of an inch."""

_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.page), format: "svg")"""

_PARTED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+")
"""Letters and their marks, one by one; Hangul in its parts."""


class RefusedError(Exception):
    """Typst cannot set what it was given; what it says of it is for developers."""


class Rendered(NamedTuple):
    """A file's bytes, and what fonts could not do for it."""

    data: bytes
    flaws: list[Flaw]


class SmallPart(NamedTuple):
    """What of a slide is set in type too small to read: its key; the slide by its index."""

    slide: int
    key: str


class Workspace:
    """A folder with the template and, each once, copies of pictures: all that Typst may read."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _template().items():
            (folder / name).write_bytes(text)
        self._folder = folder
        self._names: dict[DeckFile, str] = {}
        (folder / _EMPTY).write_text("#set page(width: 1pt, height: 1pt)")
        self._much = 0
        """Of the fonts for Han characters, that pictures have needed."""
        self._is_used = False
        """Whether anything was drawn since the last rest."""
        self._lightened: set[tuple[str, int]] = set()
        """For which fonts less memory is used, as far as that can be."""
        self._compilers: dict[typst.Fonts, tuple[typst.Compiler, typst.Compiler]] = {}
        """Those of pictures in the fonts that were used last, and of nothing: they remember what
        was read."""
        self._reading: Thread | None = None

    def copy_of(self, file: DeckFile) -> str:
        """The name of the picture's copy, at the size that a page can show.

        Empty if the picture cannot be had any more.
        """
        if file not in self._names:
            self._names[file] = self._copy(file)
        return self._names[file]

    def _copy(self, file: DeckFile) -> str:
        from presenter.deck.pixels import PictureError, encoded

        try:
            picture = encoded(file, _MOST)
        except PictureError:
            return ""
        return self.keep(picture.data, picture.kind)

    def keep(self, data: bytes, kind: str) -> str:
        """The name under which Typst may read it; kind: the ending of that."""
        # By what it shows: what is kept of a slide is known by the names in it.
        name = f"{digest(data, size=12)}.{kind}"
        (self._folder / name).write_bytes(data)
        return name

    def pdf(self, deck: dict[str, Any], language: str) -> Rendered:
        """The pages of `deck`, in `language`: what `deck_data` gives, with its ``slides``.

        Raises RefusedError, as all do that have Typst set pages.
        """
        look, said = _written(deck)
        said, cut = with_whole_emoji(said, language)
        fonts, flaws = document_fonts(frozenset(said), language)
        if cut:
            flaws.append(Flaw("emoji-cut", {"characters": cut}))
        (self._folder / _SAID).write_text(said, encoding="utf-8")
        compiler = self._compiler_of(_TEMPLATE, fonts)
        (pdf,) = _compiled(compiler, format="pdf", sys_inputs={"look": look})
        return Rendered(pdf, flaws)

    def _compiler_of(self, name: str, fonts: typst.Fonts) -> typst.Compiler:
        return typst.Compiler(
            self._folder / name,
            root=self._folder,
            font_paths=fonts,
            package_path=self._folder,
            package_cache_path=self._folder,
        )

    def pictures(self, deck: dict[str, Any], language: str) -> tuple[bytes, ...]:
        """The pages of `deck` as PNG, a pixel for each point."""
        return self._drawn(deck, language, ppi=_INCH)

    def count_pages(self, deck: dict[str, Any], language: str) -> tuple[int, set[SmallPart]]:
        """How many pages `deck` has, and what on slides with an ``index`` is too small to read."""
        small: set[SmallPart] = set()

        def ask(compiler: typst.Compiler) -> None:
            for index, key in msgspec.json.decode(compiler.query("<small>", field="value")):
                small.add(SmallPart(index, key))

        return len(self._drawn(deck, language, ppi=1, ask=ask)), small

    def rest(self, language: str) -> None:
        """Nothing is to be drawn for a while: see that less memory is used, and give it back.

        Nobody gets any until that is done, a key's frame neither.
        """
        if self._is_used:
            self._is_used = False
            self.lighten(language)
            _give_back_memory()

    def lighten(self, language: str) -> None:
        """Have what is drawn from now on take fonts that are a part of those there are.

        Once they are there, at the latest after some tenths of a second, this takes no time.
        """
        if (language, self._much) not in self._lightened:
            self._lightened.add((language, self._much))
            if lacks_lean(language, self._much):
                self._forget_fonts()  # whole ones; the others are made of the same files
                make_lean(language, self._much)

    def _forget_fonts(self) -> None:
        for _, ageing in self._compilers.values():
            _age(ageing, _OLD)
        self._compilers = {}
        forget_fonts()
        _give_back_memory()

    def _compilers_for(self, fonts: typst.Fonts) -> tuple[typst.Compiler, typst.Compiler]:
        found = self._compilers.pop(fonts, None)
        found = found or (self._compiler_of(_TEMPLATE, fonts), self._compiler_of(_EMPTY, fonts))
        while len(self._compilers) >= _COMPILERS:
            del self._compilers[next(iter(self._compilers))]
        self._compilers[fonts] = found
        return found

    def read_ahead(self, look: dict[str, Any], language: str) -> None:
        """Have Typst read, in a thread, the template and the fonts that most slides need.

        look: as `look_data` gives it. To be called before anything is drawn, which waits for it.
        """
        self._await_reading()  # that of another deck
        fonts = drawing_fonts(frozenset(), language, self._folder / "fonts", self._much)
        compiler, _ = self._compilers_for(fonts)
        (self._folder / _SAID).write_text(as_json(NOTHING_SAID), encoding="utf-8")

        def read() -> None:
            with suppress(RefusedError):  # the first picture will tell
                _compiled(compiler, format="svg", sys_inputs=_inputs(as_json(look), fonts))

        self._reading = Thread(target=read, name="typst", daemon=True)
        self._reading.start()

    def _await_reading(self) -> None:
        if self._reading is not None:
            self._reading.join()
            self._reading = None

    def _drawn(
        self,
        deck: dict[str, Any],
        language: str,
        *,
        ppi: int,
        ask: Callable[[typst.Compiler], object] = lambda _: None,
    ) -> tuple[bytes, ...]:
        """The pages; `ask` may ask more of the compiler that has set them."""
        self._is_used = True
        look, said = _written(deck)
        characters = frozenset(said)
        # Never less than before: each set of fonts has a compiler, which begins with nothing.
        self._much = max(self._much, need(characters, han_script(language)))
        fonts = drawing_fonts(characters, language, self._folder / "fonts", self._much)
        said, _ = with_whole_emoji(said, language, fonts)
        self._await_reading()
        (self._folder / _SAID).write_text(said, encoding="utf-8")
        compiler, ageing = self._compilers_for(fonts)
        pages = _compiled(compiler, format="png", ppi=ppi, sys_inputs=_inputs(look, fonts))
        ask(compiler)
        _age(ageing, _AGEING)
        return pages


def _age(compiler: typst.Compiler, documents: int) -> None:
    for _ in range(documents):
        compiler.compile(format="svg")


def _compiled(compiler: typst.Compiler, **how: Any) -> tuple[bytes, ...]:
    """The files that Typst makes. Raises RefusedError for whatever keeps it from that."""
    try:
        made = compiler.compile(**how)
    except Exception as error:
        raise RefusedError(str(error)) from error
    except BaseException as error:
        # A panic in Rust is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise RefusedError(str(error)) from error
    files = made if isinstance(made, list) else [made]
    return tuple(file for file in files if isinstance(file, bytes))


@cache
def _template() -> dict[str, bytes]:
    """The template's files by their names."""
    return {file.name: file.read_bytes() for file in sorted(_FOLDER.glob("*.typ"))}


@cache
def template_digest() -> str:
    """Tells versions of the template apart."""
    return digest(*_template().values(), size=8)


def _give_back_memory() -> None:
    """Have the system get back what drawing has left free (malloc_trim(3), of glibc alone)."""
    import ctypes  # not needed before the first picture

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def svg_as_png(svg: str, characters: frozenset[str], ppi: int) -> Rendered:
    """The picture that `svg` describes. characters: of its text; ppi: pixels for 72 units."""
    fonts, flaws = picture_fonts(characters)
    compiler = typst.Compiler(_PICTURE, font_paths=fonts, sys_inputs={"page": svg})
    png = compiler.compile(format="png", ppi=ppi)
    assert isinstance(png, bytes)
    return Rendered(png, flaws)


def _inputs(look: str, fonts: typst.Fonts) -> dict[str, str]:
    """What Typst is told beside what the deck says."""
    # Typst looks up each family for each stretch of text: there is no need to for those that the
    # fonts have not.
    return {"look": look, "elsewhere": as_json(families_elsewhere(fonts))}


def _written(deck: dict[str, Any]) -> tuple[str, str]:
    """The look of `deck`, and what it says, as the template takes them."""
    look, said = deck["look"], {name: deck[name] for name in deck if name != "look"}
    return as_json(look), as_json(_composed(said))


def _composed(data: Any) -> Any:
    """`data` with letters and marks as one character where there is one (UAX #15, form C)."""
    if isinstance(data, str):
        return _PARTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), data)
    if isinstance(data, dict):
        return {name: _composed(value) for name, value in data.items()}
    return [_composed(each) for each in data] if isinstance(data, list | tuple) else data
