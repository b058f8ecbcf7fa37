"""The deck to the file."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import typst

from presenter.handout.export_job import ExportJob
from presenter.handout.fonts import document_fonts
from presenter.handout.pdf.document import document
from presenter.handout.pdf.pictures import Pictures

_TEMPLATE = "main.typ"

_PARTED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+")
"""Letters and their marks, one by one; Hangul in its parts."""


def export(job: ExportJob) -> Iterator[bytes]:
    """One PDF. Characters that no font has are told to `job.warn`."""
    with tempfile.TemporaryDirectory(prefix="presenter-") as name:
        folder = Path(name)
        with as_file(files(__package__) / "template") as template:
            shutil.copytree(template, folder, dirs_exist_ok=True)
        made = _composed(document(job, Pictures(folder)))
        data = json.dumps(made, ensure_ascii=False)
        fonts, lacking = document_fonts(frozenset(data), job.deck.lang)
        if lacking:
            job.warn("handout.no-glyph", characters=" ".join(lacking))
        compiler = typst.Compiler(
            folder / _TEMPLATE,
            root=folder,
            font_paths=fonts,
            package_path=folder,
            package_cache_path=folder,
            sys_inputs={"deck": data},
        )
        pdf = compiler.compile(format="pdf")
        assert isinstance(pdf, bytes)
        yield pdf


def _composed(data: Any) -> Any:
    """`data` with letters and marks as one character where there is one (UAX #15, form C)."""
    if isinstance(data, str):
        return _PARTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), data)
    if isinstance(data, dict):
        return {name: _composed(value) for name, value in data.items()}
    return [_composed(each) for each in data] if isinstance(data, list | tuple) else data
