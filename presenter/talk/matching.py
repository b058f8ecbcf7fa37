"""Where the slides of one version of a deck are in another, so that place and times go on.

A slide is known by its id, else by what it shows, else by where it stands among others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from msgspec import Struct, msgpack, structs

from presenter.deck import Part, Place, Slide
from presenter.deck.digest import digest


class Trace(Struct, frozen=True):
    """A slide of which only this was kept: its id, what it showed, and its index."""

    id: str
    shown: str
    number: int


class Matching:
    """Finds slides of `old` in `new`; `old` may also be a single trace."""

    def __init__(self, old: Sequence[Slide] | Sequence[Trace], new: Sequence[Slide]) -> None:
        self._old = old
        self._new = new
        self._regions = cache(self._compare)

    def find(self, index: int) -> int | None:
        """The index in `new` of the slide `old[index]`, or of what is in its place; else None."""
        if (known := self._known(index)) is not None:
            return known
        slide = self._old[index]
        if isinstance(slide, Trace):
            here = self._after[slide.number : slide.number + 1] == [slide.shown]
            return slide.number if here else self._first.get(slide.shown)
        _, start, first, end = self._region(index, autojunk=False)
        moved = first + index - start
        return moved if moved < end else None

    def nearest(self, index: int) -> int:
        """The same, but one that is gone leaves its place to the slide that has moved up to it.

        Neither version may be empty. A slide that was edited is known by its title, too.
        """
        if (known := self._known(index)) is not None:
            return known
        slide, new = self._old[index], self._new
        is_same, start, first, end = self._region(index, autojunk=True)
        if isinstance(slide, Slide) and slide.title and not is_same:
            for titled in range(first, end):
                if new[titled].title == slide.title:
                    return titled
        return max(0, min(first + index - start, max(first, end - 1), len(new) - 1))

    def _known(self, index: int) -> int | None:
        """The slide of the same id, else the only one that shows what only this one did."""
        slide = self._old[index]
        if slide.id and slide.id in self._ids:
            return self._ids[slide.id]
        shown = self._before[index]
        if self._times_before[shown] == self._times_after[shown] == 1:
            return self._first[shown]
        return None

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {slide.id: index for index, slide in enumerate(self._new) if slide.id}

    @cached_property
    def _before(self) -> list[str]:
        return [each.shown if isinstance(each, Trace) else shown_of(each) for each in self._old]

    @cached_property
    def _after(self) -> list[str]:
        return [shown_of(slide) for slide in self._new]

    @cached_property
    def _times_before(self) -> Counter[str]:
        return Counter(self._before)

    @cached_property
    def _times_after(self) -> Counter[str]:
        return Counter(self._after)

    @cached_property
    def _first(self) -> dict[str, int]:
        return {shown: index for index, shown in reversed([*enumerate(self._after)])}

    def _region(self, index: int, *, autojunk: bool) -> tuple[bool, int, int, int]:
        """Whether the stretch around `index` is as it was, its start, and its ends in `new`."""
        for tag, i1, i2, j1, j2 in self._regions(autojunk):
            if i1 <= index < i2:
                return tag == "equal", i1, j1, j2
        raise IndexError(index)

    def _compare(self, autojunk: bool) -> Sequence[tuple[str, int, int, int, int]]:
        # Imported here, as nothing of it is needed for the first slide.
        from difflib import SequenceMatcher

        return SequenceMatcher(None, self._before, self._after, autojunk).get_opcodes()


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


def shown_of(slide: Slide) -> str:
    """A digest of what the audience sees of `slide`, wherever it stands."""
    seen = structs.replace(slide, id="", notes="", time=None)
    return digest(_written(seen))


def _written(slide: Slide) -> bytes:
    """All that is written in `slide`, wherever it stands."""
    kinds = [type(block).__name__ for block in slide.content]
    bare = structs.replace(slide, part=Part(), place=Place(), problems=())
    return msgpack.encode((kinds, bare))
