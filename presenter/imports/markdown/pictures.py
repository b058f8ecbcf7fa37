"""Pictures that a deck names, as blocks; nothing is fetched, nothing outside its folder is read."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

from presenter.deck import load_source
from presenter.deck.blocks import Block, Code, Image
from presenter.deck.source import Source
from presenter.deck.writing import block_yaml

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


class Named:
    """The files that a foreign deck in `folder` names, seen from where the outline will lie.

    Without a `home` the outline goes to standard output, and is taken to lie beside the deck.
    """

    def __init__(self, folder: Path | None, home: Path | None = None) -> None:
        self._folder = folder
        self.home = home or folder

    def picture(
        self, path: str, alt: str, caption: str = "", width: int | None = None
    ) -> Image | None:
        """The picture as a block, if the outline may show it; else None."""
        name = self._seen_from_home(path)
        if not name:
            return None
        block = Image(path=name, alt=alt, caption=caption, width=width)
        return block if self.holds(block) else None

    def holds(self, block: Image | Code) -> bool:
        """Whether `block`, with its file, is without a fault where the outline will lie."""
        return is_faultless(block, self.home)

    def _seen_from_home(self, path: str) -> str:
        """`path` relative to the outline's folder; empty for an address or a file elsewhere."""
        if _REMOTE.match(path) or self._folder is None or self.home is None:
            return ""
        for name in dict.fromkeys([path, unquote(path)]):
            try:
                found = (self._folder / name).resolve()
                if found.is_file():
                    inside = Path(os.path.relpath(found, self.home.resolve()))
                    return "" if ".." in inside.parts else inside.as_posix()
            except (OSError, RuntimeError, ValueError):
                continue
        return ""


def is_faultless(block: Block, folder: Path | None) -> bool:
    """Whether `block`, in a deck in `folder`, loads without an error."""
    text = "title: x\nslides:\n- " + block_yaml(block).replace("\n", "\n  ")
    problems = load_source(Source("", text, folder)).problems
    return not any(problem.severity == "error" for problem in problems)
