"""One slide to pages: its layout, its blocks to pieces, its pieces to pages, its pages to lines."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from msgspec.structs import replace

from presenter.content import Node, ResolvedSlide, is_right_to_left, resolve
from presenter.deck import Deck
from presenter.typeset.bidi import indent_of, mirrored, moved, visual
from presenter.typeset.blocks import set_node
from presenter.typeset.flow import (
    EVEN,
    TIGHTEST,
    Fit,
    PageRows,
    Placed,
    densities,
    fit,
    height,
    needed,
    tallest,
)
from presenter.typeset.frame import Frame, foot_line, head_line, progress_line
from presenter.typeset.layouts import LAYOUTS, Arrangement, HeadingVariant, centred, set_heading
from presenter.typeset.page import Line, Page, PageOptions, Picture, Stop, line_width
from presenter.typeset.piece import Area, Piece


def set_slide(deck: Deck, index: int, setting: PageOptions) -> SetSlide:
    """The slide at `index`, from 0, of `deck`, set under `setting`.

    Work is done when its outcome is asked for: `pages` costs no more than is needed to count them.
    """
    if deck.lang and not setting.language:
        setting = dataclasses.replace(setting, language=deck.lang)
    if setting.right_to_left is None:
        setting = dataclasses.replace(
            setting, right_to_left=setting.bidi and is_right_to_left(deck)
        )
    return SetSlide(deck, index, setting)


class SetSlide:
    """A slide that is set: its stops, and the page that is seen at each."""

    def __init__(self, deck: Deck, index: int, setting: PageOptions) -> None:
        self.deck = deck
        self.index = index
        self.setting = setting

    @cached_property
    def resolved(self) -> ResolvedSlide:
        """The slide as all outputs show it."""
        return resolve(self.deck, self.index, self.setting.reveal, self.setting.language)

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Where the talk rests in this slide, in order; at least one."""
        return stops_of(self.pages, self.pieces, headed=bool(self.heading))

    @property
    def pages(self) -> list[PageRows]:
        """What stands on which page, in rows from the body's first; at least one page."""
        return self._fit.pages

    def page(self, stop: Stop) -> Page:
        """What the screen shows at `stop`."""
        setting = self.setting
        lines: list[Line] = [()] * setting.height
        top = self._top
        lines[top : top + len(self.heading)] = map(self._turned, self.heading)
        pictures: list[Picture] = []
        body = top + len(self.heading) + self._gap
        for row, line in self._body(stop, body, pictures):
            lines[row] = line
        self._run(lines, stop.page)
        if setting.bidi and not setting.right_to_left:
            lines = [visual(line, setting.ruler) for line in lines]
        return Page(setting.width, setting.height, tuple(lines), tuple(pictures))

    @cached_property
    def arrangement(self) -> Arrangement:
        """What its layout decides."""
        return LAYOUTS[self.resolved.layout](self.resolved, self.setting)

    @property
    def frame(self) -> Frame:
        """Where things stand on its pages."""
        return self.arrangement.frame

    @cached_property
    def _variant(self) -> HeadingVariant:
        """The form of the heading that stands on each page; if none has room, it flows as text.

        It has room where all of the slide fits on one page with it, else in a third of a page if
        it leaves room for what is not to be parted.
        """
        arrangement, rows = self.arrangement, self.frame.rows
        variants = arrangement.variants
        if not variants:
            return HeadingVariant((), arrangement.foot)
        airy = least = rows
        most = (rows + 1) // 3
        if self._blocks:
            pieces = [piece for block in self._blocks for piece in block.pieces]
            least -= needed(pieces, TIGHTEST)
            airy = rows - 1 - needed(pieces, EVEN) if arrangement.centred else least
            most = min(most, rows - tallest(pieces, rows - len(variants[-1].lines), TIGHTEST))
        if large := arrangement.large(airy):
            return large
        fitting = [each for each in variants[:-1] if len(each.lines) <= airy]
        fitting += [each for each in variants[-1:] if len(each.lines) <= least]
        fitting += [each for each in variants if len(each.lines) <= most]
        return fitting[0] if fitting else HeadingVariant((), arrangement.foot)

    @property
    def heading(self) -> tuple[Line, ...]:
        """The heading that stands on each page, from the page's left edge."""
        return self._variant.lines

    @cached_property
    def _blocks(self) -> list[SetNode]:
        nodes = self.resolved.nodes
        if not nodes:
            return []
        variants = self.arrangement.variants
        heading = len(variants[-1].lines) if variants else 0
        rows = max(1, self.frame.rows - heading)
        area = Area(self.setting, self.frame.width, rows, 0, alone=len(nodes) == 1)
        return [SetNode(node, area) for node in nodes]

    @cached_property
    def _title(self) -> list[Piece]:
        """The heading as text, where it does not stand on its own."""
        texts = self.arrangement.texts
        if self.heading or not texts:
            return []
        width = self.frame.width
        pieces: list[Piece] = []
        for text in texts:
            lines = set_heading([text], width, self.setting)
            if self.arrangement.centred:
                lines = centred(lines, width)
            if self.setting.right_to_left:
                lines = [mirrored(line, width, self.setting.ruler) for line in lines]
            pieces.append(
                Piece(tuple(lines), space_before="none" if pieces else "block", keep=True)
            )
        return pieces

    @cached_property
    def pieces(self) -> list[Piece]:
        """All of its content, with all steps past."""
        return [*self._title, *(piece for block in self._blocks for piece in block.pieces)]

    @cached_property
    def _fit(self) -> Fit:
        frame = self.frame
        rows = frame.rows - len(self.heading)
        settled = rows if self.arrangement.centred else min(rows, rows - frame.heading + frame.top)
        spacings = densities(self.setting.height, headed=bool(self.heading))
        return fit(self.pieces, settled, max(1, rows), spacings)

    @property
    def _gap(self) -> int:
        return self._fit.spacing.gap if self.pieces else 0

    @cached_property
    def _top(self) -> int:
        """The heading's first row: where the layout wants it, or higher where the rest needs it."""
        frame = self.frame
        used = len(self.heading) + self._gap + max(height(page) for page in self.pages)
        free = max(0, frame.rows - used)
        wanted = free * 2 // 5 if self.arrangement.centred else frame.heading - frame.top
        return frame.top + min(wanted, free)

    @cached_property
    def _shifts(self) -> list[int]:
        """For each piece, how far its left edge is from the page's."""
        left = self.frame.left
        shifts = [left] * len(self._title)
        for block in self._blocks:
            shift = left
            if self.arrangement.centred and self.setting.right_to_left:
                shift = left - (self.frame.width - block.width) // 2
            elif self.arrangement.centred:
                shift = max(left, (self.setting.width - block.width) // 2)
            shifts += [shift] * len(block.pieces)
        return shifts

    def _at(self, step: int) -> list[Piece]:
        """The pieces as they are at `step`."""
        return [*self._title, *(piece for block in self._blocks for piece in block.at(step))]

    def _body(self, stop: Stop, top: int, pictures: list[Picture]) -> Iterator[tuple[int, Line]]:
        """The body's lines with their rows, where it begins in row `top`; adds to `pictures`."""
        pieces = self._at(stop.step)
        end = 0
        for placed in self.pages[stop.page]:
            piece = pieces[placed.piece]
            shift = self._shifts[placed.piece]
            if piece.step <= stop.step:
                for row, line in _lines(piece, placed, end):
                    yield top + row, moved(line, shift)
                if placed.end - placed.start == len(piece.lines):
                    pictures += (
                        picture._replace(x=picture.x + shift, y=picture.y + top + placed.row)
                        for picture in piece.pictures
                    )
            end = placed.row + placed.end - placed.start

    def _turned(self, line: Line) -> Line:
        """A line over the width of the page, in the talk's direction."""
        setting = self.setting
        return mirrored(line, setting.width, setting.ruler) if setting.right_to_left else line

    def _run(self, lines: list[Line], page: int) -> None:
        """Put the running lines onto the page."""
        frame, setting = self.frame, self.setting
        number, total = self.index + 1, self.resolved.total
        if frame.head >= 0:
            line = head_line(self.resolved.head, self.resolved.part, frame, setting)
            lines[frame.head] = self._turned(line)
        if frame.progress >= 0:
            lines[frame.progress] = self._turned(progress_line(number / total, frame, setting))
        if frame.foot >= 0:
            of = f"{page + 1}/{len(self.pages)}" if len(self.pages) > 1 else ""
            line = foot_line(self._variant.foot, of, number, total, frame, setting)
            lines[frame.foot] = self._turned(line)


def _lines(piece: Piece, placed: Placed, end: int) -> Iterator[tuple[int, Line]]:
    """A placed piece's lines with their rows; the piece before it on the page ends at `end`."""
    if placed.header:
        yield from enumerate(piece.header, placed.row - len(piece.header))
    elif piece.filler and end:
        yield from ((row, piece.filler) for row in range(end, placed.row))
    yield from enumerate(piece.lines[placed.start : placed.end], placed.row)


class SetNode:
    """A node that is set: its pieces with all steps past, and how it looks at earlier ones."""

    def __init__(self, node: Node, area: Area) -> None:
        self._node = node
        self._area = area
        self._last = max(node.steps)
        self.pieces = self._set(self._last)
        self._stepwise = any(piece.change_steps for piece in self.pieces)
        self._set_at = lru_cache(maxsize=8)(self._set)

    def at(self, step: int) -> list[Piece]:
        """The pieces as they are at `step` of the slide; which of them show is not decided here."""
        if not self._stepwise:
            return self.pieces
        return self._set_at(min(max(step, self._node.step), self._last))

    @property
    def width(self) -> int:
        """The width of its widest line, without the empty cells that all begin with."""
        lines = [line for piece in self.pieces for line in piece.lines if line]
        left = min(map(indent_of, lines), default=0) if self._area.setting.right_to_left else 0
        return max(map(line_width, lines), default=0) - left

    def _set(self, shown: int) -> list[Piece]:
        pieces = set_node(self._node, replace(self._area, shown=shown))
        if pieces and pieces[0].space_before != "block":
            pieces[0] = replace(pieces[0], space_before="block")
        return pieces


def stops_of(
    pages: Sequence[PageRows], pieces: Sequence[Piece], *, headed: bool
) -> tuple[Stop, ...]:
    """The stops of a slide, page by page, steps never going back; at least one.

    Each page rests at every step at which something on it appears or changes, and before these,
    if something of it is there to be seen (`headed`: on the first page the heading is). So no two
    stops that follow each other look alike, and a page is complete before it is left.
    """
    if len(pages) == 1 and not any(piece.last_step for piece in pieces):
        return (Stop(0, 0, 0),)
    before = _characters_before(pieces)
    stops: list[Stop] = []
    past = 0
    for number, page in enumerate(pages):
        first_seen: dict[int, int] = {}
        """For each step of this page, where in the content it first changes something."""
        for placed in page:
            piece = pieces[placed.piece]
            anchor = before[placed.piece][placed.start]
            for step in {piece.step, *piece.change_steps}:
                first_seen.setdefault(step, anchor)
        if (headed and not number) or any(step <= past for step in first_seen):
            anchor = min((at for step, at in first_seen.items() if step <= past), default=0)
            stops.append(Stop(past, number, anchor))
        for step in sorted(first_seen):
            if step > past:
                stops.append(Stop(step, number, first_seen[step]))
                past = step
    return tuple(stops) or (Stop(0, 0, 0),)


def _characters_before(pieces: Sequence[Piece]) -> list[list[int]]:
    """For each piece, the characters before each of its lines, those of earlier pieces included.

    Spaces are no characters, so that these are the same whatever the width.
    """
    before = []
    total = 0
    for piece in pieces:
        own = [total]
        for line in piece.lines:
            total += sum(len(run.text) - run.text.count(" ") for run in line)
            own.append(total)
        before.append(own)
    return before
