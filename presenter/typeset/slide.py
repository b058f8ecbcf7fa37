"""One slide to pages: its layout, its blocks to pieces, its pieces to pages, its pages to lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from presenter.content import ResolvedSlide, is_right_to_left, resolve
from presenter.content.lazy import lazy
from presenter.deck import Deck
from presenter.typeset.bidi import mirrored, moved, visual
from presenter.typeset.blocks import is_displayed
from presenter.typeset.fitting import SetNode, Widths, fitted
from presenter.typeset.flow import (
    EVEN,
    TALL,
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
from presenter.typeset.frame import (
    HANG,
    Frame,
    foot_line,
    foot_room,
    head_line,
    progress_line,
    resting_row,
)
from presenter.typeset.headings import HeadingVariant, centred, set_heading
from presenter.typeset.layouts import LAYOUTS, Arrangement
from presenter.typeset.page import Line, Page, PageOptions, Picture, Stop
from presenter.typeset.piece import Area, Piece


def set_slide(deck: Deck, index: int, setting: PageOptions) -> SetSlide:
    """The slide at `index`, from 0, of `deck`, set under `setting`.

    Work is done when its outcome is asked for: `pages` costs no more than is needed to count them.
    """
    if deck.lang and not setting.language:
        setting = replace(setting, language=deck.lang)
    if setting.right_to_left is None:
        setting = replace(setting, right_to_left=setting.bidi and is_right_to_left(deck))
    return SetSlide(deck, index, setting)


class SetSlide:
    """A slide that is set: its stops, and the page that is seen at each."""

    def __init__(self, deck: Deck, index: int, setting: PageOptions) -> None:
        self.deck = deck
        self.index = index
        self.setting = setting

    @lazy
    def resolved(self) -> ResolvedSlide:
        """The slide as all outputs show it."""
        return resolve(self.deck, self.index, self.setting.reveal, self.setting.language)

    @lazy
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
        left = 0 if self.arrangement.centred else self._left
        heading = (self._turned(moved(line, left)) for line in self.heading)
        lines[top : top + len(self.heading)] = heading
        pictures: list[Picture] = []
        body = top + len(self.heading) + self._gap
        for row, line in self._body(stop, body, pictures):
            lines[row] = line
        self._run(lines, stop)
        if setting.bidi and not setting.right_to_left:
            lines = [visual(line, setting.ruler) for line in lines]
        return Page(setting.width, setting.height, tuple(lines), tuple(pictures))

    @lazy
    def arrangement(self) -> Arrangement:
        """What its layout decides."""
        return LAYOUTS[self.resolved.layout](self.resolved, self.setting)

    @property
    def frame(self) -> Frame:
        """Where things stand on its pages."""
        return self.arrangement.frame

    @property
    def heading(self) -> tuple[Line, ...]:
        """The heading that stands on each page; see `HeadingVariant.lines`."""
        return self._variant.lines

    @property
    def _variant(self) -> HeadingVariant:
        return self._composition[0]

    @property
    def _blocks(self) -> list[SetNode]:
        return self._composition[1]

    @lazy
    def _composition(self) -> tuple[HeadingVariant, list[SetNode]]:
        """The form of the heading that stands on each page, and the nodes below it.

        In large type where all of the slide fits on one page below it without losing its air. Else
        the heading has room where all fits on one page with it, or in a third of a page if it
        leaves room for what is not to be parted; if no form has, it flows as text.
        """
        arrangement, rows = self.arrangement, self.frame.rows
        *airy, tight = arrangement.variants or [HeadingVariant((), arrangement.foot)]
        centred = arrangement.centred
        if not centred and (large := arrangement.large(rows)):
            blocks = self._set(rows - len(large.lines) - EVEN.gap)
            if len(large.lines) + EVEN.gap + needed(_all_pieces(blocks), EVEN) <= rows:
                return large, blocks
        blocks = self._set(rows - len(tight.lines))
        pieces = _all_pieces(blocks)
        least = rows - needed(pieces, TIGHTEST)
        room = rows - EVEN.gap - needed(pieces, EVEN) if centred and pieces else least
        if centred and (large := arrangement.large(room)):
            return large, blocks
        most = min((rows + 1) // 3, rows - tallest(pieces, rows - len(tight.lines), TIGHTEST))
        fitting = [each for each in airy if len(each.lines) <= room]
        fitting += [tight] if len(tight.lines) <= least else []
        fitting += [each for each in (*airy, tight) if len(each.lines) <= most]
        return (fitting or [HeadingVariant((), arrangement.foot)])[0], blocks

    @property
    def _is_bare(self) -> bool:
        """Whether there is nothing but one node that is to be as large as can be."""
        nodes = self.resolved.nodes
        return len(nodes) == 1 and not self.arrangement.texts and is_displayed(nodes[0])

    def _set(self, rows: int) -> list[SetNode]:
        """The slide's nodes for pages of so many rows below the heading."""
        frame, setting, nodes = self.frame, self.setting, self.resolved.nodes
        alone = len(nodes) == 1
        display = alone and is_displayed(nodes[0]) and self.resolved.layout != "cover"
        resting = 0
        if not self.arrangement.centred:
            gap = densities(setting.height, headed=bool(self.arrangement.texts))[0].gap
            resting = rows - (frame.heading - frame.top) - 1 - gap
        hangs = not (setting.right_to_left or self.arrangement.centred)
        area = Area(
            setting,
            frame.width,
            max(1, rows),
            0,
            alone,
            display,
            max(0, resting),
            hang=min(HANG, frame.margin) if hangs else 0,
            foot=foot_room(frame, setting) if self._is_bare else 0,
            spare=frame.spare,
            centred=self.arrangement.centred,
        )
        return [fitted(node, area, self._widths) for node in nodes]

    @property
    def _widths(self) -> Widths:
        frame, page = self.frame, self.setting.width
        full, beside = page - 2 * frame.margin, page - frame.margin - frame.left
        if self.arrangement.centred:
            beside = full
        # The left edge stays in line with a heading.
        left = frame.outer if self._is_bare or self.arrangement.centred else frame.margin
        return Widths(beside, full, page - left - frame.outer)

    @lazy
    def _left(self) -> int:
        """The text's left edge: nearer to the page's where something needs the room.

        Where there is no heading to stand in line with, what stands alone is in the middle.
        """
        frame, width = self.frame, self.setting.width
        widest = max((block.width for block in self._blocks), default=0)
        if self._is_bare:
            return max(frame.outer, (width - widest) // 2)
        return max(frame.margin, min(frame.left, width - frame.margin - widest))

    @lazy
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

    @lazy
    def pieces(self) -> list[Piece]:
        """All of its content, with all steps past."""
        return [*self._title, *_all_pieces(self._blocks)]

    @lazy
    def _fit(self) -> Fit:
        frame = self.frame
        rows = self._rows - len(self.heading)
        settled = rows if self.arrangement.centred else min(rows, rows - frame.heading + frame.top)
        large = self.heading and self._variant not in self.arrangement.variants
        page = max(self.setting.height, TALL) if large else self.setting.height
        spacings = densities(page, headed=bool(self.heading))
        return fit(self.pieces, settled, max(1, rows), spacings)

    @property
    def _rows(self) -> int:
        """The rows of a page's heading and body; more where a copy at the foot says there are."""
        more = self.frame.spare if any(piece.copy for piece in self.pieces) else 0
        return self.frame.rows + more

    @property
    def _gap(self) -> int:
        return self._fit.spacing.gap if self.pieces else 0

    @lazy
    def _top(self) -> int:
        """The heading's first row: where the layout wants it, or higher where the rest needs it."""
        frame = self.frame
        used = len(self.heading) + self._gap + max(height(page) for page in self.pages)
        free = max(0, self._rows - used)
        page = self.setting.height
        if self.arrangement.centred:
            row = resting_row(frame.top + free * 2 // 5, used, page, step=1)
        else:
            row = resting_row(frame.heading, used, page, step=max(1, page * 11 // 100))
        return min(frame.top + free, row)

    @lazy
    def _shifts(self) -> list[int]:
        """For each piece, how far its left edge is from the page's."""
        page, centred = self.setting.width, self.arrangement.centred
        shifts = [self._edge(self._left, page - self._left, self.frame.width)] * len(self._title)
        for block in self._blocks:
            left = (page - block.width) // 2 if centred else self._left
            right = left + block.width if centred else page - left
            shifts += [self._edge(left, right, block.room)] * len(block.pieces)
        return shifts

    def _edge(self, left: int, right: int, room: int) -> int:
        """Where lines begin that are set in `room` cells, from the right if the talk runs so."""
        return right - room if self.setting.right_to_left else left

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

    def _run(self, lines: list[Line], stop: Stop) -> None:
        """Put the running lines onto the page."""
        frame, setting = self.frame, self.setting
        number, total = self.index + 1, self.resolved.total
        if frame.head >= 0:
            line = head_line(self.resolved.head, self.resolved.part, frame, setting)
            lines[frame.head] = self._turned(line)
        if frame.progress >= 0:
            lines[frame.progress] = self._turned(progress_line(number / total, frame, setting))
        if frame.foot >= 0:
            of = f"{stop.page + 1}/{len(self.pages)}" if len(self.pages) > 1 else ""
            text, style = self._variant.foot
            copies = [each.copy for each in self.pieces if each.copy and each.step <= stop.step]
            left = (" · ".join(filter(None, (*copies, text))), style)
            line = foot_line(left, of, number, total, frame, setting)
            lines[frame.foot] = self._turned(line)


def _lines(piece: Piece, placed: Placed, end: int) -> Iterator[tuple[int, Line]]:
    """A placed piece's lines with their rows; the piece before it on the page ends at `end`."""
    if placed.header:
        yield from enumerate(piece.header, placed.row - len(piece.header))
    elif piece.filler and end:
        yield from ((row, piece.filler) for row in range(end, placed.row))
    yield from enumerate(piece.lines[placed.start : placed.end], placed.row)


def _all_pieces(blocks: Sequence[SetNode]) -> list[Piece]:
    return [piece for block in blocks for piece in block.pieces]


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
