"""What a Markdown deck takes from elsewhere: files, and pieces of our own outline in YAML.

Nothing is fetched, and no file outside the deck's folder is read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from msgspec import structs

from presenter.deck import Slide, load_source
from presenter.deck.blocks import BLOCKS, Block, Code, Image
from presenter.deck.model import DeckHead
from presenter.deck.source import Source
from presenter.deck.writing import block_yaml, struct_entries
from presenter.deck.yaml_text import Node, write

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


class Named:
    """The files that a foreign deck in `folder` names, seen from where the outline will lie.

    Without a `home` the outline goes to standard output, and is taken to lie beside the deck.
    """

    def __init__(self, folder: Path | None, home: Path | None = None) -> None:
        self._folder = folder
        self._seen: dict[str, str] = {}
        self.home = home or folder

    def picture(
        self, path: str, alt: str, caption: str = "", width: int | None = None
    ) -> Image | None:
        """The picture as a block, if the outline may show it; else None."""
        name = self._seen_from_home(path)
        if not name:
            return None
        block = Image(path=name, alt=alt, caption=caption, width=width)
        return block if is_faultless(block, self.home) else None

    def code(self, path: str, **fields: object) -> Code | None:
        """The code in the file at `path` as a block, if the outline may show it; else None."""
        name = self._seen_from_home(path)
        if not name:
            return None
        block = structs.replace(Code(file=name), **fields)
        return block if is_faultless(block, self.home) else None

    def _seen_from_home(self, path: str) -> str:
        """`path` relative to the outline's folder; empty for an address or a file elsewhere."""
        if _REMOTE.match(path) or self._folder is None or self.home is None:
            return ""
        if path not in self._seen:
            self._seen[path] = self._looked_up(path, self._folder, self.home)
        return self._seen[path]

    def _looked_up(self, path: str, folder: Path, home: Path) -> str:
        for name in dict.fromkeys([path, unquote(path)]):
            try:
                found = (folder / name).resolve()
                if found.is_file():
                    inside = Path(os.path.relpath(found, home.resolve()))
                    return "" if ".." in inside.parts else inside.as_posix()
            except (OSError, RuntimeError, ValueError):
                continue
        return ""


def is_faultless(block: Block, folder: Path | None) -> bool:
    """Whether `block`, in a deck in `folder`, loads without an error."""
    text = "title: x\nslides:\n- " + block_yaml(block).replace("\n", "\n  ")
    problems = load_source(Source("", text, folder)).problems
    return not any(problem.severity == "error" for problem in problems)


def read_head(lines: Sequence[str]) -> DeckHead | None:
    """What a deck says about itself in these `lines` of YAML; None if they have an error."""
    own = [line for line in lines if not line.startswith("presenter:")]
    loaded = load_source(Source("", "\n".join([*own, "slides: [x]"])))
    if loaded.deck is None or any(problem.severity == "error" for problem in loaded.problems):
        return None
    return DeckHead(**{name: getattr(loaded.deck, name) for name in DeckHead.__struct_fields__})


def read_slide(yaml: str, folder: Path | None) -> Slide | None:
    """The slide whose mapping is `yaml`, lines without indentation; None if it has an error."""
    text = "title: x\nslides:\n- " + yaml.replace("\n", "\n  ")
    loaded = load_source(Source("", text, folder))
    if loaded.deck is None or len(loaded.deck.slides) != 1:
        return None
    (slide,) = loaded.deck.slides
    return None if slide.problems else slide


def read_block(yaml: str, folder: Path | None) -> Block | None:
    """The only block that `yaml` gives with its key; None if it has an error."""
    slide = read_slide(yaml, folder)
    return slide.content[0] if slide and len(slide.content) == 1 else None


def with_fields(block: Block, fields: str, folder: Path | None) -> Block | None:
    """`block` with more `fields`, a YAML mapping between braces; None if they do not fit."""
    entries = struct_entries(block, BLOCKS[block.key])
    changed = _merged(block.key, fields, entries, folder)
    if changed is None and "source" in entries:  # code from a file has no source of its own
        entries.pop("source")
        changed = _merged(block.key, fields, entries, folder)
    return changed


def _merged(key: str, fields: str, entries: dict[str, Node], folder: Path | None) -> Block | None:
    lines = write(entries, 2)
    return read_block("\n".join([f"{key}:", f"  <<: {fields}", *lines]), folder)
