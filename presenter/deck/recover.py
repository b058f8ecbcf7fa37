"""What of a deck can be read though its YAML cannot: the slides before and after a fault.

Where libyaml loses the thread, the slide (or the part of the deck's head) in which the cause lies
is taken out, its lines left empty so that all others keep their places, and the rest is read again,
a few times. In the slide's place stands one that nobody wrote, so that the others keep their
numbers. This is for ``check``; a talk is not given from a text that was guessed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml.nodes import Node

from presenter.deck.compose import compose
from presenter.deck.diagnostics import Diagnostic
from presenter.deck.source import UnreadableError

UNREADABLE = "x-unreadable"
"""The key of a slide that stands for one that could not be read."""

_MOST_FAULTS = 20
_MOST_READ = 2_000_000
"""Characters that are read anew in all: a second's work."""

_SECTION = r"(?:introduction|points|conclusion|slides)[ ]*:[ ]*(?:#.*)?$"
_TOP = re.compile(r"[^\s#\-\]}].*")
_DASH = re.compile(r"( *)-")


class Recovered(NamedTuple):
    """The root of what could be read, the text that it was read from, and all faults."""

    root: Node | None
    text: str
    faults: tuple[Diagnostic, ...]


def recover(text: str, path: str, first: UnreadableError) -> Recovered:
    """What can be read of `text`, in which `first` was found to be wrong."""
    faults = [first.diagnostic]
    error = first
    most = min(_MOST_FAULTS, _MOST_READ // max(1, len(text)))
    lines = text.split("\n") if most else []
    gone = ""
    for _ in range(most):
        span = _span(lines, error.diagnostic.place.line - 1)
        if span is None:
            break
        taken = lines[span.begin : span.end]
        gone += "\n".join(taken)
        lines[span.begin : span.end] = _in_place_of(taken, span.margin)
        rest = "\n".join(lines)
        try:
            return Recovered(compose(rest, path), rest, tuple(faults))
        except UnreadableError as next_error:
            error = next_error
        at = error.diagnostic.place.line - 1
        is_ours = any(UNREADABLE in line for line in lines[at : at + 1])
        if not is_ours and not _is_of_what_is_gone(error.diagnostic, gone):
            faults.append(error.diagnostic)
    return Recovered(None, text, tuple(faults))


class _Span(NamedTuple):
    """Lines by their indexes, the last left out; before the dash of a slide stands `margin`."""

    begin: int
    end: int
    margin: str | None = None


def _span(lines: list[str], index: int) -> _Span | None:
    """The lines of the slide, or of the key of the deck, that the line at `index` is in.

    A dash in a wrong column begins a slide too: what is wrong is that, not the slide before it.
    None if they were taken out before, so that nothing more can be done.
    """
    top = index
    while top > 0 and not _TOP.match(lines[top]):
        top -= 1
    end = index + 1
    # What has its value beside it has no list below: a slide's key at the deck's own margin.
    lone = top == index and not lines[top].rstrip().endswith(":")
    while end < len(lines) and not _TOP.match(lines[end]):
        if lone and lines[end].startswith("-"):
            break
        end += 1
    begin, margin = top, None
    if re.match(_SECTION, lines[top]):
        begin = min(top + 1, end)
        dashes = {at: m[1] for at in range(begin, end) if (m := _DASH.match(lines[at]))}
        if dashes and index >= begin:
            margin = next(iter(dashes.values()))
            starts = [at for at, own in dashes.items() if own == margin or _is_astray(own, margin)]
            begin = max((at for at in starts if at <= index), default=begin)
            end = min((at for at in starts if at > begin), default=end)
    taken = [line for line in lines[begin:end] if line.strip()]
    if not taken or UNREADABLE in taken[0] or taken == ["title: ''"]:
        return None
    return _Span(begin, end, margin)


def _is_astray(own: str, margin: str) -> bool:
    """Whether a dash after the spaces `own` means a slide: it is too shallow for a list in one."""
    return len(own) < len(margin) + 2


def _in_place_of(taken: list[str], margin: str | None) -> list[str]:
    """As many lines as were `taken`, with a slide that stands for the one in them."""
    empty = [""] * (len(taken) - 1)
    first = next(line for line in taken if line.strip())
    if _TOP.match(first):
        return ["title: ''" if first.startswith("title") else "", *empty]
    before = " " * (len(first) - len(first.lstrip()))
    if match := _DASH.match(first):
        before = f"{match[1] if margin is None else margin}- "
    at = taken.index(first)
    return [*empty[:at], f"{before}{UNREADABLE}: true", *empty[at:]]


def _is_of_what_is_gone(problem: Diagnostic, gone: str) -> bool:
    """Whether a fault comes of another one: an alias of an anchor in what was taken out."""
    name = str(problem.values.get("alias", "")).lstrip("*")
    return bool(name) and re.search(rf"&{re.escape(name)}(?![\w-])", gone) is not None


__all__ = ["UNREADABLE", "Recovered", "recover"]
