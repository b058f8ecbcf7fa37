"""The times that a rehearsal has written into its deck, and what stood there before."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.commands.rehearsing.canvas import Canvas
from presenter.commands.rehearsing.table import Row, table
from presenter.deck.duration import format_duration
from presenter.talk.rehearsal import Rehearsal, SlideTime
from presenter.words import Words


def written_times(slides: Sequence[SlideTime], words: Words, canvas: Canvas) -> list[str]:
    """A row for each of `slides` that was written: its time before and now."""
    rows = [
        Row(_cells(each, canvas), _name(each, words, canvas), str(each.number))
        for each in slides
        if each.saved is not None
    ]
    return table([_head(words), *rows], canvas) if rows else []


def replaced_times(rehearsals: Sequence[Rehearsal], words: Words, canvas: Canvas) -> list[str]:
    """A row for each time that was replaced, the newest rehearsal first; none if none was."""
    rows = [
        Row(
            _cells(slide, canvas),
            f"{each.date[:16].replace('T', ' ')}  {slide.number}  {_name(slide, words, canvas)}",
        )
        for each in reversed(rehearsals)
        for slide in each.slides
        if slide.saved is not None and slide.before is not None
    ]
    if not rows:
        return []
    return ["", *table([_head(words, "replaced"), *rows], canvas)]


def _head(words: Words, name: str = "slide") -> Row:
    return Row((words("rehearsal.was"), words("rehearsal.now")), words(f"rehearsal.{name}"))


def _cells(slide: SlideTime, canvas: Canvas) -> tuple[str, ...]:
    times = (slide.before, slide.saved)
    return tuple(canvas.marks.none if each is None else format_duration(each) for each in times)


def _name(slide: SlideTime, words: Words, canvas: Canvas) -> str:
    return canvas.writable(slide.title or slide.id or words("rehearsal.untitled"))


__all__ = ["replaced_times", "written_times"]
