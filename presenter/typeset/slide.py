"""One slide to pages: its blocks to pieces, its pieces to pages, its pages to lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Block
from presenter.typeset.blocks import SETTERS, Problems
from presenter.typeset.flow import PageRows, flow, height
from presenter.typeset.frame import Frame, foot_line, frame_for, head_line, progress_line
from presenter.typeset.heading import set_heading
from presenter.typeset.page import Line, Page, Stop
from presenter.typeset.piece import Context, Piece, space
from presenter.typeset.setting import Setting

_ALL = 1_000_000
"""More steps than any slide has."""


def set_slide(deck: Deck, index: int, setting: Setting) -> SetSlide:
    """The slide at `index`, from 0, of `deck`, set under `setting`."""
    return SetSlide(deck, index, setting)


@dataclass(frozen=True)
class SetSlide:
    """A slide that is set: its stops, and the page that is seen at each."""

    deck: Deck
    index: int
    setting: Setting

    @cached_property
    def slide(self) -> Slide:
        """The slide as written."""
        return self.deck.slides[self.index]

    @cached_property
    def frame(self) -> Frame:
        """Where things stand on its pages."""
        return frame_for(self.setting.width, self.setting.height)

    @cached_property
    def heading(self) -> tuple[Line, ...]:
        """The heading that is repeated on each page; empty where it has no room."""
        rule = self.frame.rows >= 8
        lines = set_heading(self.slide, self.frame.width, self.setting, rule=rule)
        return lines if len(lines) + 2 <= self.frame.rows else ()

    @cached_property
    def _body_top(self) -> int:
        """The first row of the body, counted from the frame's top, with the heading at its top."""
        return len(self.heading) + (1 if self.heading and self.frame.rows >= 8 else 0)

    @cached_property
    def pieces(self) -> list[Piece]:
        """All of its content, with all steps past."""
        return self._set(_ALL)

    @cached_property
    def pages(self) -> list[PageRows]:
        """What stands on which page."""
        rows = self.frame.rows - self._body_top
        return flow(self.pieces, rows, airy=self.setting.height >= 36)

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Where the talk rests in this slide, in order; at least one."""
        stops = []
        last = max((max(piece.step, *piece.also, 0) for piece in self.pieces), default=0)
        on_page = [self._steps_on(page) for page in self.pages]
        if self.heading or last == 0:
            on_page[0].add(0)
        for step in range(last + 1):
            for number, steps in enumerate(on_page):
                if step in steps:
                    anchor = self.pages[number][0].piece if self.pages[number] else 0
                    stops.append(Stop(step, number, anchor))
        return tuple(stops)

    def page(self, stop: Stop) -> Page:
        """What the screen shows at `stop`."""
        frame, setting = self.frame, self.setting
        lines: list[Line] = [()] * setting.height
        placed = self.pages[stop.page]
        top = self._top()
        for offset, line in enumerate(self.heading):
            lines[top + offset] = (space(frame.left), *line)
        body = top + self._body_top
        for offset, line in self._body(placed, stop.step):
            lines[body + offset] = (space(frame.left), *line) if line else ()
        total = len(self.deck.slides)
        if frame.head:
            same = self.slide.title == self.deck.title
            lines[0] = head_line(self.deck, self.slide.part, frame, setting, title=not same)
        if frame.progress >= 0:
            lines[frame.progress] = progress_line((self.index + 1) / total, frame, setting)
        if frame.foot >= 0:
            mark = f"({stop.page + 1}/{len(self.pages)})  " if len(self.pages) > 1 else ""
            number = f"{mark}{self.index + 1}/{total}"
            lines[frame.foot] = foot_line(self.deck, number, frame, setting)
        return Page(setting.width, setting.height, tuple(lines))

    def _top(self) -> int:
        """The heading's first row: a fifth down where there is room below."""
        frame = self.frame
        used = self._body_top + max(height(page) for page in self.pages)
        wanted = max(frame.top, self.setting.height // 5)
        return max(frame.top, min(wanted, frame.bottom - used))

    def _body(self, placed: PageRows, step: int) -> list[tuple[int, Line]]:
        pieces = self._set(step)
        lines = []
        for index, start, end, row, header in placed:
            piece = pieces[index]
            if piece.step > step:
                continue
            if header:
                first = row - len(piece.header)
                lines += [(first + offset, line) for offset, line in enumerate(piece.header)]
            lines += [(row + offset, line) for offset, line in enumerate(piece.lines[start:end])]
        return lines

    def _steps_on(self, page: PageRows) -> set[int]:
        return {step for placed in page for step in self._steps_of(self.pieces[placed.piece])}

    @staticmethod
    def _steps_of(piece: Piece) -> Sequence[int]:
        return (piece.step, *piece.also)

    def _set(self, step: int) -> list[Piece]:
        """The slide's pieces as they are at `step`."""
        pieces: list[Piece] = []
        if not self.heading and self.slide.title:
            title = set_heading(self.slide, self.frame.width, self.setting, rule=False)
            pieces.append(Piece(title, whole=False))
        before = 0
        for block in self._blocks():
            block_pieces = self._set_block(block, step - before)
            steps = max((max(piece.step, *piece.also, 0) for piece in block_pieces), default=0)
            for number, piece in enumerate(block_pieces):
                moved = piece.moved(before)
                pieces.append(moved if number else replace(moved, air="block"))
            before += steps
        return pieces

    def _blocks(self) -> tuple[Block, ...]:
        if self.slide.problems:
            return (Problems(problems=self.slide.problems),)
        return self.slide.content

    def _set_block(self, block: Block, shown: int) -> list[Piece]:
        reveal = self._reveals(block)
        context = Context(self.setting, self.frame.width, self.frame.rows, reveal, max(0, shown))
        pieces = SETTERS[type(block)](block, context)
        if reveal and all(not piece.step for piece in pieces):
            pieces = [replace(piece, step=1) for piece in pieces]
        return pieces

    def _reveals(self, block: Block) -> bool:
        for choice in (self.setting.reveal, block.reveal, self.slide.reveal):
            if choice is not None:
                return choice
        return self.deck.reveal
