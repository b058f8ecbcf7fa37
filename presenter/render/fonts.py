"""The fonts that Typst is given, and which characters none of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import typst

from presenter.deck.digest import digest
from presenter.fonts.choice import (
    Font,
    font_for,
    han_script,
    packaged_font,
    serif_font,
    system_files,
)
from presenter.fonts.faces import characters_in, script_tags
from presenter.fonts.scripts import SYSTEMS, by_system
from presenter.render import lean_fonts
from presenter.render.lean_fonts import is_among
from presenter.typeset.large.glyphs import covers
from presenter.words import Name

_INVISIBLE = frozenset(
    "\n\t \u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2069\ufe0e\ufe0f"
)
_USUAL = (
    *((0, 0x0530), (0x1E00, 0x2070), (0x20A0, 0x20D0), (0x3000, 0x3100)),
    *((0x3400, 0xA000), (0xAC00, 0xD7B0), (0xFF00, 0xFFF0)),
)
"""What the fonts for Latin, Greek, Cyrillic, Chinese, Japanese and Korean do not lack."""

_WOVEN = ((0x0590, 0x0900), (0xFB1D, 0xFE00), (0xFE70, 0xFEFD))
"""Hebrew, Arabic and their kin: the monospaced font has them, but no reader would have it so."""

_ONE = b"#set document(title: [.])\n#sys.inputs.text"

AS_ON_SLIDES = b"""#let fonts = json(bytes(sys.inputs.fonts))
#set text(font: (
  (name: fonts.latin, covers: "latin-in-cjk"), ..fonts.han, fonts.latin, ..fonts.elsewhere,
))
#set page(width: auto, height: auto, margin: 0pt)
"""
"""The beginning of a document in the fonts of the template's ``sans``: in its inputs is what
`font_names` gives, as JSON."""

_EMBEDDED = re.compile(rb"/BaseFont */[A-Z]{6}\+([!-.0-~]+)")
"""The names of the fonts in a PDF file."""

_ELSEWHERE = (
    *(system.family for system in SYSTEMS),
    *("Nirmala UI", "Leelawadee UI", "Geeza Pro", "Arial", "DejaVu Sans"),
)
"""For other writing systems, whichever is there: else Typst takes one that it brings along."""

_NAMED = 10
"""Characters of a writing system that are named where it is missing."""


class Flaw(NamedTuple):
    """What fonts cannot do for a text: a code of warnings, and its values."""

    code: str
    values: dict[str, object]


def font_names(language: str) -> dict[str, Any]:
    """The families of a document in `language`; `bold` says whether the Han one has a bold face."""
    regular, bold = _han_fonts(language)
    return {
        "latin": font_for("Latin").family,
        "han": [regular.family, packaged_font().family],
        "serif": [serif.family] if (serif := serif_font(han_script(language))) else [],
        "mono": font_for("Latin", "mono").family,
        "elsewhere": _ELSEWHERE,
        "bold": bold.weight > regular.weight,
    }


def as_json(data: object) -> str:
    """`data` as an input of Typst's. Python's own module for that takes 2 ms to import."""
    return msgspec.json.encode(data).decode()


def document_fonts(characters: frozenset[str], language: str) -> tuple[typst.Fonts, list[Flaw]]:
    """Fonts for a document in `language`, and what they cannot do for its characters."""
    folders = _folders(language)
    missing = _missing(_lacking(characters), folders)
    flaws = [*_gaps(missing)]
    told = {flaw.values.get("script") for flaw in flaws}
    joined = _not_joined(characters - set(missing), language)
    flaws += (flaw for flaw in joined if flaw.values["script"] not in told)
    return _fonts(folders, system=True), flaws


def all_fonts(language: str) -> typst.Fonts:
    """Every font that a document in `language` may take one from."""
    return _fonts(_folders(language), system=True)


def _gaps(missing: str) -> Iterator[Flaw]:
    """What to say of characters that no font has: of a writing system as a whole, if it is one."""
    for system, characters in by_system(missing):
        if system is None:
            yield Flaw("no-glyph", {"characters": " ".join(characters)})
            continue
        some = " ".join(characters[:_NAMED]) + (" …" if len(characters) > _NAMED else "")
        values = {"script": Name(f"scripts.{system.key}"), "family": system.family}
        yield Flaw("no-script", {"characters": some, **values})


def _not_joined(characters: frozenset[str], language: str) -> Iterator[Flaw]:
    """What to say of writing systems whose letters the fonts only put side by side."""
    for system, letters in by_system(characters):
        if system is None or not system.tags:
            continue
        font, file = _font_taken(letters, language)
        if font and not (file and script_tags(file) & set(system.tags)):
            values = {"script": Name(f"scripts.{system.key}"), "family": system.family}
            yield Flaw("not-joined", {"font": font, **values})


@lru_cache(maxsize=64)
def _font_taken(text: str, language: str) -> tuple[str, str]:
    """The family that Typst takes for `text` on a slide, and its file; empty if it brings it along.

    It does not tell but in what it makes, where fonts go by their PostScript names.
    """
    fonts = all_fonts(language)
    inputs = {"text": text, "fonts": as_json(font_names(language))}
    source = AS_ON_SLIDES + b"#sys.inputs.text"
    compiler = typst.Compiler(source, font_paths=fonts, sys_inputs=inputs)
    try:
        pdf = compiler.compile(format="pdf")
    except typst.TypstError:
        return "", ""
    assert isinstance(pdf, bytes)
    names = [_plain(name.decode("latin-1")) for name in _EMBEDDED.findall(pdf)]
    known = {_plain(font.family): font for font in fonts.fonts()}
    taken = [each for each in known if any(name.startswith(each) for name in names)]
    if not taken:
        return "", ""
    font = known[max(taken, key=len)]
    return font.family, str(font.path or "")


def _plain(name: str) -> str:
    """A font's name, as families and PostScript both write it."""
    return re.sub("[^a-z0-9]", "", name.lower())


def drawing_fonts(
    characters: frozenset[str], language: str, links: Path, much: int = lean_fonts.COMMON
) -> typst.Fonts:
    """Fonts for pictures of slides in `language`, for as little time as they can be had in.

    Of the system's come in only those that have a character which may need them: to read all takes
    Typst a tenth of a second, or some, and no key is answered meanwhile (typst-py 0.15 keeps
    Python's lock). links: a folder that is there as long as what is returned is in use; it takes
    links to them. much: of the font for Han characters, see `need`.
    """
    unusual = {each for each in characters if not is_among(each, _USUAL)} - _INVISIBLE
    lacking = {each for each in unusual if is_among(each, _WOVEN) or not _is_packaged(each)}
    files = _files_with(lacking) if lacking else frozenset[str]()
    return _drawing_fonts(language, much, files, links if files else None)


@lru_cache(maxsize=8)
def _drawing_fonts(
    language: str, much: int, files: frozenset[str], links: Path | None
) -> typst.Fonts:
    script = han_script(language)
    folders = {lean_fonts.folder_of(font, script, much) for font in _leanable(language)}
    folders.add(str(Path(font_for("Latin").file).parent))
    if links is not None:
        own = links / digest(*sorted(files), size=8)
        own.mkdir(parents=True, exist_ok=True)
        for number, file in enumerate(sorted(files)):
            with suppress(FileExistsError):
                (own / f"{number}{Path(file).suffix}").symlink_to(file)
        folders.add(str(own))
    return typst.Fonts(include_system_fonts=False, font_paths=sorted(folders))


_files_by_character: dict[str, frozenset[str]] = {}


def _files_with(characters: Iterable[str]) -> frozenset[str]:
    """The system's font files that have any of `characters`."""
    if new := {each for each in characters if each not in _files_by_character}:
        found = {file: characters_in(file, new) for file in system_files()}
        for each in new:
            _files_by_character[each] = frozenset(file for file in found if each in found[file])
    return frozenset[str]().union(*(_files_by_character[each] for each in characters))


def families_elsewhere(fonts: typst.Fonts) -> list[str]:
    """Of the families for other writing systems those that `fonts` have."""
    known = set(fonts.families())
    return [family for family in _ELSEWHERE if family in known]


def lacks_lean(language: str, much: int) -> bool:
    """Whether `make_lean` may have something to do."""
    script = han_script(language)
    return any(not lean_fonts.is_made(font, script, much) for font in _leanable(language))


def make_lean(language: str, much: int) -> None:
    """Have `drawing_fonts` give fonts that take less memory, from now on and at later starts."""
    script = han_script(language)
    _drawing_fonts.cache_clear()
    for font in _leanable(language):
        lean_fonts.make(font, script, much)


def _leanable(language: str) -> Iterable[Font]:
    return dict.fromkeys((*_fonts_for_han(language), packaged_font()))


def picture_fonts(characters: frozenset[str]) -> tuple[typst.Fonts, list[Flaw]]:
    """Fonts for a picture with these characters, and which of them no font has.

    The system's are among them only where the packaged ones lack something.
    """
    lacking = _lacking(characters)
    return _fonts(system=bool(lacking)), list(_gaps(_missing(lacking)))


def _folders(language: str) -> frozenset[str]:
    fonts = _fonts_for_han(language)
    return frozenset(str(Path(font.file).parent) for font in fonts if font.file)


def _fonts_for_han(language: str) -> list[Font]:
    script = han_script(language)
    serifs = (serif_font(script), serif_font(script, "bold"))
    return [*_han_fonts(language), *(serif for serif in serifs if serif)]


def _han_fonts(language: str) -> tuple[Font, Font]:
    script = han_script(language)
    return font_for(script), font_for(script, "bold")


def _lacking(characters: frozenset[str]) -> list[str]:
    return sorted(each for each in characters - _INVISIBLE if not _is_packaged(each))


def _missing(characters: list[str], folders: frozenset[str] = frozenset()) -> str:
    return "".join(each for each in characters if not _is_shown(each, folders, system=True))


def _is_packaged(character: str) -> bool:
    return " " <= character <= "~" or covers(character) or _is_shown(character, system=False)


@cache
def _fonts(folders: frozenset[str] = frozenset(), *, system: bool) -> typst.Fonts:
    packaged = {str(Path(font.file).parent) for font in (font_for("Latin"), packaged_font())}
    return typst.Fonts(include_system_fonts=system, font_paths=sorted(folders | packaged))


@lru_cache(maxsize=4096)
def _is_shown(character: str, folders: frozenset[str] = frozenset(), *, system: bool) -> bool:
    """Whether a font has `character`: Typst refuses accessible PDF where none has."""
    compiler = typst.Compiler(
        _ONE, font_paths=_fonts(folders, system=system), sys_inputs={"text": character}
    )
    try:
        compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return "could not be displayed" not in str(error)
    return True
