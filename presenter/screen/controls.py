"""Keeping a terminal's answers apart from its keys.

A terminal speaks on the same line on which keys arrive: answers to queries (of this program or of
the one before it), reports of modes and colours, pictures' acknowledgements. They may come late
and in pieces. A parser that gives up on a piece after a delay and takes its characters for keys
would jump about in the talk; here a control sequence is passed on whole, and only if it is known
to be a key, a mouse event, focus or a paste. All else is handed to a listener and is never a key,
however it is cut.

The shapes are those of ECMA-48 (5.4 CSI, 5.6 control strings), xterm's ctlseqs and kitty's
keyboard protocol.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

ESC = "\x1b"
KEY_DELAY = 0.1
"""Seconds after which an escape character that stands alone is the escape key."""
LATE = 1.0
"""Seconds within which the next piece of a sequence must come; it is dropped after them."""
DUE = 20.0
"""Seconds within which the rest of an answer must come that was asked for. A line that holds up a
piece so long is rare; the end of an answer taken for keys would jump about."""

_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_MOST_OF_SEQUENCE = 128
_MOST_OF_PASTE = 4096
_MOST_OF_STRING = 1024

_WANTED = re.compile(
    r"""\x1b(?:
      \[ (?:\d{1,7} (?:;\d{0,3} (?:;[\d:]{0,40})?)?)? [ABCDEFHPQSu~]  # keys, xterm's and kitty's
    | \[ [RZabcdIO]                                           # f3, shift+tab, rxvt's; focus
    | \[ \d{1,2} [\^@]                                        # rxvt's ctrl+keys
    | \[\[ [A-E]                                              # f1 to f5 on the Linux console
    | \[ <\d{1,5};-?\d{1,6};-?\d{1,6} [Mm]                    # mouse
    | \[ \?2026;\d\$y                                         # the answer about synchronised output
    | O [ABCDFHPQRSMabcdj-y]                                  # keys in application mode
    | [bf]                                                    # words back and on, in a search
    )""",
    re.VERBOSE,
)
_DUE = re.compile(r"\x1b(?:\[[?>]?[\d;]*|P(?:>.*)?|_(?:G.*)?)?", re.DOTALL)
"""How the answers begin that this program asks for."""
_LAST = re.compile(r"\x1b\[(?:\?[\d;]+c|[03]n)")
"""What the terminal is (DA1), or whether it is well (DSR 5): the last answer to a question."""
# F3 with a modifier and a cursor position report look the same (CSI 1;2R); neither is passed on.


class Controls:
    """Splits a terminal's input into single characters and whole control sequences.

    The caller feeds what it reads, and calls `expire` when nothing has come for `patience`
    seconds (None: wait on). `listen` is called with each whole sequence that is no key.
    """

    def __init__(self, listen: Callable[[str], object] = str, due: int = 0) -> None:
        """`due`: how many questions were sent before whose last answer may come."""
        self._listen = listen
        self._due = due
        self._held = ""
        self._after_escape = False

    @property
    def patience(self) -> float | None:
        """Seconds of silence after which to call `expire`; None if nothing is held."""
        if self._held == ESC:
            return KEY_DELAY
        if not self._held and not self._after_escape:
            return None
        return DUE if self._due and _DUE.fullmatch(self._held or ESC) else LATE

    @property
    def due(self) -> int:
        """Of how many questions the last answer has not come."""
        return self._due

    def asked(self) -> None:
        """A question was sent that ends with one of those: answers are due."""
        self._due += 1

    def _heard(self, answer: str) -> None:
        if _LAST.fullmatch(answer):
            self._due = max(0, self._due - 1)
        self._listen(answer)

    def feed(self, text: str) -> Iterator[str]:
        """The keys and wanted sequences that `text` completes, in order; escape is ``"\\x1b"``."""
        for character in text:
            if self._after_escape:
                # An escape key may turn out to have been the first piece of an answer.
                self._after_escape = False
                if character in "[]P_^XO":
                    self._held = ESC
            if self._held:
                yield from self._hold(character)
            elif character == ESC:
                self._held = ESC
            elif not "\x80" <= character <= "\x9f" and character != "\ufffd":
                yield character

    def expire(self) -> Iterator[str]:
        """What the held characters mean if nothing follows: escape, the end of a paste, nothing."""
        held, self._held = self._held, ""
        self._after_escape = held == ESC
        if held == ESC:
            yield ESC
        elif held.startswith(_PASTE):
            yield _paste(held)

    def _hold(self, character: str) -> Iterator[str]:
        held = self._held
        if held.startswith(_PASTE):
            kept = held if len(held) < _MOST_OF_PASTE else held[:-6] + held[-5:]
            self._held = kept + character
            if self._held.endswith(_PASTE_END):
                self._held = ""
                yield _paste(kept[: -len(_PASTE_END) + 1])
        elif held == ESC and character == ESC:
            yield ESC
        elif held[1:2] in ("]", "P", "_", "^", "X") and len(held) > 1:
            yield from self._hold_string(character)
        elif not (" " <= character <= "~" or held.startswith("\x1b[M")):
            # No sequence goes on like this: what was held is void, or an escape key by itself, and
            # this is something new.
            self._held = ESC if character == ESC else ""
            if held == ESC:
                yield ESC
            if character != ESC:
                yield from self.feed(character)
        else:
            self._held = held + character
            if _is_whole(self._held):
                whole, self._held = self._held, ""
                if whole == _PASTE:
                    self._held = whole
                elif _WANTED.fullmatch(whole):
                    yield whole
                else:
                    self._heard(whole)
            elif len(self._held) > _MOST_OF_SEQUENCE:
                self._held = ""

    def _hold_string(self, character: str) -> Iterator[str]:
        """A control string ends with ST or BEL."""
        held = self._held
        if held.endswith(ESC):
            self._held = ""
            if character == "\\":
                self._heard(held + character)
            else:
                self._held = ESC
                yield from self._hold(character)
        elif character == ESC:
            self._held += ESC
        elif character < " " or character in "\x7f\x9c":
            # A key that sends a control character gets through a string that never ends.
            self._held = ""
            if character in "\x07\x9c":
                self._heard(f"{held}{ESC}\\")
            elif character not in "\x18\x1a":
                yield character
        elif len(held) < _MOST_OF_STRING:
            self._held += character


def _is_whole(sequence: str) -> bool:
    """Whether `sequence`, which starts with ESC, is complete (a control string never is)."""
    kind, last = sequence[1], sequence[-1]
    if kind == "[":
        if sequence.startswith("\x1b[["):
            return len(sequence) == 4
        if sequence.startswith("\x1b[M"):
            return len(sequence) == 6
        return len(sequence) > 2 and "@" <= last <= "~"
    if kind == "O":
        return len(sequence) == 3
    return kind not in "]P_^X"


def _paste(held: str) -> str:
    """A paste as one whole, free of escapes that could end it early."""
    return _PASTE + held[len(_PASTE) :].replace(ESC, "") + _PASTE_END
