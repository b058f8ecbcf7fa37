"""The deck to the file."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import typst

from presenter.handout.fonts import fonts_for
from presenter.handout.pdf.document import document
from presenter.handout.pdf.pictures import Pictures
from presenter.handout.selection import Selection

_TEMPLATE = "main.typ"


def export(selection: Selection) -> Iterator[bytes]:
    """One PDF. Characters that no font has are told to `selection.warn`."""
    with tempfile.TemporaryDirectory(prefix="presenter-") as name:
        folder = Path(name)
        with as_file(files(__package__) / "template") as template:
            shutil.copytree(template, folder, dirs_exist_ok=True)
        data = json.dumps(document(selection, Pictures(folder)), ensure_ascii=False)
        fonts, lacking = fonts_for(frozenset(data))
        if lacking:
            selection.warn("handout.no-glyph", characters=" ".join(lacking))
        compiler = typst.Compiler(
            folder / _TEMPLATE,
            root=folder,
            font_paths=fonts,
            package_path=folder,
            package_cache_path=folder,
            sys_inputs={"deck": data},
        )
        made = compiler.compile(format="pdf")
        assert isinstance(made, bytes)
        yield made
