"""Data to pages, by Typst, which reads nothing but a folder of ours."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import typst

from presenter.deck.digest import digest
from presenter.deck.safe_files import DeckFile
from presenter.fonts.choice import han_script
from presenter.render.emoji import with_whole_emoji
from presenter.render.fonts import (
    Flaw,
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

_AGEING = 5
"""How many empty documents follow each picture. Typst's compiler (typst-py) remembers all that any
of the last ten documents needed: of ten slides that is some 50 MB, which no other slide needs.
"""

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
        self._rested: set[tuple[str, int]] = set()
        """For which fonts less memory is used, as far as that can be."""
        self._compilers: dict[typst.Fonts, tuple[typst.Compiler, typst.Compiler]] = {}
        """Those of pictures in the fonts that were used last, and of nothing: they remember what
        was read."""

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
        data, cut = _data(deck, language)
        fonts, flaws = document_fonts(frozenset(data), language)
        if cut:
            flaws.append(Flaw("emoji-cut", {"characters": cut}))
        compiler = self._compiler_of(_TEMPLATE, fonts)
        (pdf,) = _compiled(compiler, format="pdf", sys_inputs={"deck": data})
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
            for index, key in json.loads(compiler.query("<small>", field="value")):
                small.add(SmallPart(index, key))

        return len(self._drawn(deck, language, ppi=1, ask=ask)), small

    def rest(self, language: str) -> None:
        """Nothing is to be drawn for a while: see that less memory is used, and give it back.

        Nobody gets any until that is done, a key's frame neither.
        """
        if not self._is_used:
            return
        self._is_used = False
        if (language, self._much) not in self._rested:
            self._rested.add((language, self._much))
            if lacks_lean(language, self._much):
                self._compilers = {}  # whole fonts; the others are made of the same files
                make_lean(language, self._much)
        _give_back_memory()

    def _compilers_for(self, fonts: typst.Fonts) -> tuple[typst.Compiler, typst.Compiler]:
        found = self._compilers.pop(fonts, None)
        found = found or (self._compiler_of(_TEMPLATE, fonts), self._compiler_of(_EMPTY, fonts))
        while len(self._compilers) >= _COMPILERS:
            del self._compilers[next(iter(self._compilers))]
        self._compilers[fonts] = found
        return found

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
        data = _written(deck)
        characters = frozenset(data)
        # Never less than before: each set of fonts has a compiler, which begins with nothing.
        self._much = max(self._much, need(characters, han_script(language)))
        fonts = drawing_fonts(characters, language, self._folder / "fonts", self._much)
        data, _ = with_whole_emoji(data, language, fonts)
        compiler, ageing = self._compilers_for(fonts)
        # Typst looks up each family for each stretch of text: there is no need to for those that
        # the fonts have not.
        elsewhere = json.dumps(families_elsewhere(fonts))
        inputs = {"deck": data, "elsewhere": elsewhere}
        pages = _compiled(compiler, format="png", ppi=ppi, sys_inputs=inputs)
        ask(compiler)
        for _ in range(_AGEING):
            ageing.compile(format="svg")
        return pages


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


def _data(deck: dict[str, Any], language: str) -> tuple[str, str]:
    """`deck` as the template takes it, and the emoji sequences in it that had to be cut."""
    return with_whole_emoji(_written(deck), language)


def _written(deck: dict[str, Any]) -> str:
    return json.dumps(_composed(deck), ensure_ascii=False)


def _composed(data: Any) -> Any:
    """`data` with letters and marks as one character where there is one (UAX #15, form C)."""
    if isinstance(data, str):
        return _PARTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), data)
    if isinstance(data, dict):
        return {name: _composed(value) for name, value in data.items()}
    return [_composed(each) for each in data] if isinstance(data, list | tuple) else data
