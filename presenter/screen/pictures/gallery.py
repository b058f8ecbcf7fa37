"""The pictures that are shown, and those that may be next: drawn in a thread, the latest kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Condition, Thread

from msgspec import Struct

from presenter.deck.safe_files import DeckFile
from presenter.screen.pictures.protocol import USUAL, Drawn, Protocol, cell_pixels
from presenter.screen.surfaces.kitty import deleted
from presenter.talk.log import log
from presenter.typeset import Picture

_MOST_BYTES = 64 * 1024 * 1024
_MOST_PICTURES = 100
"""What is kept at most. Fewer than there are numbers to keep them under."""

_MOST_WAITING = 16


class _Key(Struct, frozen=True):
    file: DeckFile
    width: int
    height: int
    background: str
    cell: tuple[int, int]
    wide: bool


class Gallery:
    """Draws pictures, and has the terminal keep those that it can keep.

    on_ready: called in the drawing thread whenever a picture is ready. write: sends to the
    terminal. wide: whether the terminal draws ambiguous characters two cells wide. All methods are
    called in the interface's thread.
    """

    def __init__(
        self,
        protocol: Protocol,
        *,
        on_ready: Callable[[], object],
        write: Callable[[str], object],
        truecolor: bool = True,
        wide: bool = False,
    ) -> None:
        self._protocol = protocol
        self._truecolor = truecolor
        self._wide = wide
        self._on_ready = on_ready
        self._write = write
        self._cell = cell_pixels() or USUAL
        self._drawn: OrderedDict[_Key, Drawn | None] = OrderedDict()
        self._waiting: list[tuple[_Key, Picture]] = []
        self._changed = Condition()
        self._thread: Thread | None = None
        self._stopped = False
        self._numbers = 0
        self._drawing: _Key | None = None
        """Of what is being drawn just now."""
        self._sent: set[int] = set()
        self._fresh: list[Drawn] = []
        self._dropped: set[int] = set()

    def use_width(self, *, wide: bool) -> None:
        """The terminal turned out to draw ambiguous characters so."""
        self._wide = wide

    def resized(self) -> None:
        """The terminal has another size: its cells may, too."""
        self._cell = cell_pixels() or USUAL

    def get(self, picture: Picture, background: str) -> Drawn | None:
        """`picture` on `background`, if it can be painted now: drawn, and sent if need be."""
        drawn = self._find(picture, background)
        return drawn if drawn and self._is_there(drawn) else None

    def has_unsent(self, pictures: Iterable[Picture], background: str) -> bool:
        """Whether any of `pictures` is drawn and must be sent before it can be painted."""
        found = (self._find(picture, background) for picture in pictures)
        return any(drawn and not self._is_there(drawn) for drawn in found)

    def send(self, pictures: Iterable[Picture], background: str) -> None:
        """Send what the terminal is to keep: `pictures`, and what was drawn of late.

        It may be much: so when the terminal has nothing better to do, not before a frame.
        """
        found = [self._find(picture, background) for picture in pictures]
        with self._changed:
            fresh, self._fresh = self._fresh, []
            dropped, self._dropped = self._dropped, set()
        self._forget(dropped)
        for drawn in (*found, *fresh):
            if drawn and not self._is_there(drawn):
                self._sent.add(drawn.number)
                self._write(drawn.before)

    def want(self, pictures: Iterable[Picture], background: str, *, ahead: bool = False) -> None:
        """Have `pictures` drawn: now, or `ahead`, when nothing else is to be drawn."""
        with self._changed:
            for picture in pictures:
                key = self._key(picture, background)
                if key not in self._drawn and key != self._drawing and not self._stopped:
                    job = (key, picture)
                    if job in self._waiting:
                        if ahead:
                            continue
                        self._waiting.remove(job)
                    self._waiting.insert(len(self._waiting) if ahead else 0, job)
            del self._waiting[_MOST_WAITING:]
            if self._waiting and self._thread is None:
                self._thread = Thread(target=self._run, name="pictures", daemon=True)
                self._thread.start()
            self._changed.notify()

    def farewell(self) -> str:
        """What makes the terminal forget all that it keeps, to be sent when it is left."""
        sent, self._sent = self._sent, set()
        return _forgotten(sent)

    def stop(self) -> None:
        """Draw no more."""
        with self._changed:
            self._stopped = True
            self._waiting.clear()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(0.2)

    def _find(self, picture: Picture, background: str) -> Drawn | None:
        key = self._key(picture, background)
        with self._changed:
            drawn = self._drawn.get(key)
            if drawn is not None:
                self._drawn.move_to_end(key)
        return drawn

    def _is_there(self, drawn: Drawn) -> bool:
        return not drawn.number or drawn.number in self._sent

    def _key(self, picture: Picture, background: str) -> _Key:
        return _Key(picture.file, picture.width, picture.height, background, self._cell, self._wide)

    def _forget(self, numbers: set[int]) -> None:
        if known := numbers & self._sent:
            self._sent -= known
            self._write(_forgotten(known))

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._stopped:
                    self._changed.wait()
                if self._stopped:
                    return
                key, picture = self._waiting.pop(0)
                self._drawing = key
                number = self._free_number()
            drawn = self._draw(key, picture, number)
            with self._changed:
                if self._stopped:
                    return
                self._keep(key, drawn)
                self._drawing = None
            self._on_ready()

    def _draw(self, key: _Key, picture: Picture, number: int) -> Drawn | None:
        # Imported here: Pillow takes a tenth of a start, and this is not the interface's thread.
        from presenter.screen.pictures.draw import draw

        try:
            return draw(
                picture,
                key.background,
                self._protocol,
                key.cell,
                number,
                truecolor=self._truecolor,
                wide=key.wide,
            )
        except Exception:  # noqa: BLE001 - broken, or gone meanwhile: its alt text stays
            log.warning("picture %s is not drawn", picture.file.path, exc_info=True)
            return None

    def _free_number(self) -> int:
        from presenter.screen.surfaces.placeholders import FIRST_COLOR, LAST_COLOR

        self._numbers += 1
        return FIRST_COLOR + self._numbers % (LAST_COLOR - FIRST_COLOR + 1)

    def _keep(self, key: _Key, drawn: Drawn | None) -> None:
        self._drawn[key] = drawn
        if drawn and drawn.number:
            self._dropped.discard(drawn.number)
            self._sent.discard(drawn.number)
            self._fresh.append(drawn)
        size = sum(each.size for each in self._drawn.values() if each)
        while len(self._drawn) > _MOST_PICTURES or (size > _MOST_BYTES and len(self._drawn) > 1):
            _, old = self._drawn.popitem(last=False)
            if old is not None:
                size -= old.size
                if old.number:
                    self._dropped.add(old.number)
                    self._fresh = [each for each in self._fresh if each is not old]


def _forgotten(numbers: set[int]) -> str:
    return "".join(map(deleted, sorted(numbers)))
