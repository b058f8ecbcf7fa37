"""The beginning of a long deck, read before the rest, so that its first slide need not wait.

It is shown for the moment that reading the rest takes. What cannot be told from the text alone is
left to that: then there is no beginning.
"""

from __future__ import annotations

import re
from heapq import nlargest
from pathlib import Path

from msgspec import structs

from presenter.deck.characters import is_clean
from presenter.deck.load import Loaded, load_source
from presenter.deck.model import Slide
from presenter.deck.source import Source, UnreadableError, read_source

_LEAST = 100_000
"""Characters of a deck of which the rest takes long enough."""

_LIST = re.compile(r"^slides:[ \t]*\n(?P<item>[ ]*- )", re.MULTILINE)
_LATER_KEY = re.compile(r"\n(?:[^\s#-]|---|\.\.\.)")
_UNCOUNTED = ("hidden:", "include:")
"""Keys by which there may be more or fewer slides than items."""

_TITLES = 8
"""How many of the longest titles are kept: by them headings may be of another size."""


def load_beginning(path: Path) -> Loaded | None:
    """The deck at `path` with its first slide; of the others their number and longest titles.

    None if it is short, is no list of slides, or something is wrong with it.
    """
    try:
        source = read_source(path)
    except (OSError, UnreadableError):
        return None
    text = source.text
    found = _LIST.search(text) if len(text) >= _LEAST else None
    if found is None or _LATER_KEY.search(text, found.end()) or not is_clean(text):
        return None
    if any(key in text for key in _UNCOUNTED):
        return None
    item = f"\n{found['item']}"
    end = text.find(item, found.end())
    if end < 0:
        return None
    loaded = load_source(Source(source.path, text[: end + 1], source.folder))
    if loaded.deck is None or loaded.problems or len(loaded.deck.slides) != 1:
        return None
    (first,) = loaded.deck.slides
    rest = text.count(item, end)
    titles = re.findall(rf"^{found['item']}title: *(.*)$", text[end:], re.MULTILINE)
    named = [Slide(title=title, content=first.content) for title in nlargest(_TITLES, titles, len)]
    others = [*named, *[Slide(content=first.content)] * (rest - len(named))]
    return structs.replace(loaded, deck=structs.replace(loaded.deck, slides=(first, *others)))
