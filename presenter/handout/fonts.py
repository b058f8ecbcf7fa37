"""The fonts of documents: the packaged ones; the system's only where those lack a character."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import typst
from pylopdf_fonts_zh_cn import sans_path

from presenter.typeset.large.glyphs import covers

_INVISIBLE = frozenset("\n\t \u00a0\u200b\u200d\u2060\ufe0e\ufe0f")
_ONE = b"#set document(title: [.])\n#sys.inputs.text"


def fonts_for(characters: frozenset[str]) -> tuple[typst.Fonts, str]:
    """Fonts for a text of these characters, and which of them no font has, in order.

    The packaged ones are Noto Sans SC and, from Typst itself, DejaVu Sans Mono for code.
    """
    lacking = sorted(each for each in characters - _INVISIBLE if not _is_packaged(each))
    missing = "".join(each for each in lacking if not _is_shown(each, system=True))
    return _fonts(system=bool(lacking)), missing


def _is_packaged(character: str) -> bool:
    return " " <= character <= "~" or covers(character) or _is_shown(character, system=False)


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    folder = str(Path(sans_path()).parent)
    return typst.Fonts(include_system_fonts=system, font_paths=[folder])


@lru_cache(maxsize=4096)
def _is_shown(character: str, *, system: bool) -> bool:
    """Whether a font has `character`: Typst refuses accessible PDF where none has."""
    compiler = typst.Compiler(
        _ONE, font_paths=_fonts(system=system), sys_inputs={"text": character}
    )
    try:
        compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return "could not be displayed" not in str(error)
    return True
