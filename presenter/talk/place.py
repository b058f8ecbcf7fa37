"""Where the talk goes on when its deck has been edited under it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import msgpack, structs

from presenter.deck import Part, Place, Slide


def find_place(old: Sequence[Slide], index: int, new: Sequence[Slide]) -> int:
    """The index in `new` of the slide that was `old[index]`. Neither may be empty.

    The slide is known by its id, else by what it shows, else by where it stands among slides that
    are still there. One that is gone leaves its place to the slide that has moved up to it.
    """
    slide = old[index]
    if slide.id:
        for position, each in enumerate(new):
            if each.id == slide.id:
                return position
    before, after = [shown_of(each) for each in old], [shown_of(each) for each in new]
    if before.count(before[index]) == after.count(before[index]) == 1:
        return after.index(before[index])
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        if i1 <= index < i2:
            if tag == "equal":
                return j1 + index - i1
            titled = [j for j in range(j1, j2) if slide.title and new[j].title == slide.title]
            if titled:
                return titled[0]
            return max(0, min(j1 + index - i1, j2 - 1 if j2 > j1 else j1, len(new) - 1))
    raise IndexError(index)


def changed(old: Sequence[Slide], new: Sequence[Slide]) -> list[int]:
    """The indexes in `new` of slides that are not word for word in `old`, notes and times included.

    If slides were only moved or taken out, the one that now stands where this begins.
    """
    known = {_written(each) for each in old}
    fresh = [index for index, each in enumerate(new) if _written(each) not in known]
    if fresh:
        return fresh
    pairs = zip(old, new, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if _written(a) != _written(b)), None)
    if same is None and len(old) > len(new) > 0:
        same = len(new) - 1
    return [] if same is None else [same]


def shown_of(slide: Slide) -> bytes:
    """What the audience sees of `slide`, wherever it stands."""
    return _written(structs.replace(slide, id="", notes="", time=None))


def _written(slide: Slide) -> bytes:
    """All that is written in `slide`, wherever it stands."""
    kinds = [type(block).__name__ for block in slide.content]
    bare = structs.replace(slide, part=Part(), place=Place(), problems=())
    return msgpack.encode((kinds, bare))
