"""Lines written from right to left: mirrored, their texts in the order in which cells show them.

A terminal's cells run from the left, and most terminals put into them what comes, in its order. So
what a reader of Hebrew or Arabic is to see is decided here: by the bidirectional algorithm
(UAX #9), whose paragraph is the text between two gaps of a line; Arabic letters are joined (by
their presentation forms, one for one).

A text without a letter that runs from the right runs from the left, in any talk. In a talk written
from the right all others run from there; elsewhere those do that begin so (rule P2). What a line
does not tell of the paragraph that it is of, marks in it say, which `directed` puts in and which
are gone when it is in the order of its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from presenter.typeset.page import Line, PageOptions, Run, line_width, space
from presenter.typeset.width import Ruler, graphemes

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_STRONG = frozenset(("R", "AL", "RLE", "RLO", "RLI"))
_OWN_BLOCKS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where all that runs from the right stands (UAX #9, 3.2): other texts need no closer look."""

_FROM_LEFT = r"(?:big|qr|code\..*|.*\.large)(?: |$)"
"""Styles whose runs are letters or codes that are drawn, or text that always runs from the left."""

_DRAWN = r"(?:chart\.(?:bar|negative|axis)|image\.frame)(?: |$)"
"""Styles whose runs are drawings, of which the left is the right on a mirrored page."""

_FROM_RIGHT, _EMBED_LEFT, _POP = "\u202b", "\u202a", "\u202c"
"""RLE, LRE and PDF of UAX #9. In a deck they are no texts' own: see `deck.characters`."""

_SIGNED = r"[+\-−±][0-9](?:[0-9.,]*[0-9])?[%‰°]?"
"""A number whose sign stands at its left: UAX #9 alone takes it to the other side."""

_ADDRESS = r"(?:(?:https?|mailto):|www\.)[!-~]*[0-9A-Za-z/=]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
"""What runs from the left as a whole, its slashes and dots as well."""

_WHOLE = rf"{_ADDRESS}|(?<![^\s(\[]){_SIGNED}"

_APART = "\u200c"
"""ZWNJ: the letters on its sides are not joined."""

_BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
    "「": "」",
    "〈": "〉",
    "《": "》",
    "【": "】",
}

_MIRRORED = str.maketrans("▌▐▎▕", "▐▌▕▎")
"""Bars that lie at one side of their cell."""

_FLIPPED = str.maketrans("▌▐▖▗▘▝┌┐└┘", "▐▌▗▖▝▘┐┌┘└") | {
    0x2800 + dots: 0x2800
    + (dots >> 3 & 0x07 | dots << 3 & 0x38 | dots >> 1 & 0x40 | dots << 1 & 0x80)
    for dots in range(256)
}
"""What drawings are made of, braille's dots among it, with its left at the right."""


def has_right_to_left(text: str) -> bool:
    """Whether any of `text` is written from right to left."""
    return _OWN_BLOCKS.search(text) is not None and any(
        bidirectional(each) in _STRONG for each in text
    )


def joins(text: str) -> bool:
    """Whether any of `text` is a letter of Arabic and its kin, whose letters join."""
    return _OWN_BLOCKS.search(text) is not None and any(
        bidirectional(each) == "AL" for each in text
    )


def in_cell_order(text: str) -> str:
    """`text`, one line, with its characters as they stand from the left; by rule P2."""
    if not has_right_to_left(text):
        return text
    level = 1 if runs_from_right(text, in_such=False) else 0
    return "".join(character for _, character in _order(list(text), level))


def runs_from_right(text: str, *, in_such: bool) -> bool:
    """Whether a paragraph does; `in_such`: in a talk that does."""
    if not has_right_to_left(text):
        return False
    strong = (bidirectional(each) for each in text)
    return in_such or next(each for each in strong if each == "L" or each in _STRONG) != "L"


def runs_from_left(text: str) -> bool:
    """Whether `text` has letters, or begins with a signed number, and nothing from the right."""
    if has_right_to_left(text):
        return False
    return bool(re.match(_SIGNED, text)) or any(bidirectional(each) == "L" for each in text)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where addresses in `text` begin and end."""
    return [match.span() for match in re.finditer(_ADDRESS, text, re.IGNORECASE)]


def always_from_left(text: str) -> list[tuple[int, int]]:
    """Where addresses, and numbers with their signs, begin and end in `text`."""
    return [match.span() for match in re.finditer(_WHOLE, text, re.IGNORECASE)]


def directed(line: Line, start: int, stretches: Sequence[tuple[int, int]]) -> Line:
    """`line` of a paragraph that runs from the right, marked so that `visual` and `mirrored` know.

    start: where in the paragraph it begins. stretches: what in the paragraph runs from the left as
    a whole, such as code and addresses: where each begins and ends; they do not overlap.
    """
    end = start + sum(len(run.text) for run in line)
    within = [each for each in stretches if each[0] < end and each[1] > start]
    begin = {max(first, start) for first, _ in within}
    over = {last for _, last in within}
    runs: list[Run] = []
    for run in line:
        text = "" if runs else _FROM_RIGHT
        for at, character in enumerate(run.text, start):
            text += _POP * (at in over) + _EMBED_LEFT * (at in begin) + character
        start += len(run.text)
        runs.append(run._replace(text=text))
    return tuple(runs)


def mirrored(line: Line, width: int, ruler: Ruler) -> Line:
    """`line` as it stands in `width` cells whose beginning is at the right."""
    if not line:
        return line
    turned = tuple(run for part in reversed([*_parts(line)]) for run in _turned(part, ruler))
    rest = width - line_width(line)
    return (space(rest), *turned) if rest > 0 else turned


def visual(line: Line, ruler: Ruler) -> Line:
    """`line`, whose beginning is at the left, with its texts in the order of their cells."""
    if not any(has_right_to_left(run.text) for run in line):
        return line
    return tuple(run for part in _parts(line) for run in _visual(part, ruler, 0))


def as_seen(line: Line, setting: PageOptions) -> Line:
    """`line`, one text, in the order of its cells by what it says itself.

    For lists of titles and the like, which begin at the left in any talk.
    """
    text = "".join(run.text for run in line)
    if not setting.bidi or not has_right_to_left(text):
        return line
    from_right = runs_from_right(text, in_such=bool(setting.right_to_left))
    return _visual(line, setting.ruler, 1 if from_right else 0)


def moved(line: Line, cells: int) -> Line:
    """`line` further right by `cells`; further left by the empty cells that it begins with."""
    if not line or not cells:
        return line
    if cells < 0:
        return (space(max(0, indent_of(line) + cells)), *line[1:]) if indent_of(line) else line
    return (space(cells), *line)


def words_as_written(text: str) -> str:
    """`text`, in the order of its cells, with each word of it in the order in which it is written.

    For terminals that turn such words by themselves, but not what they stand in.
    """
    if not has_right_to_left(text):
        return text
    parts = groupby(graphemes(text), lambda each: bidirectional(each[0]) in _STRONG)
    return "".join(
        each for turned, word in parts for each in (reversed(list(word)) if turned else word)
    )


def indent_of(line: Line) -> int:
    """The empty cells that `line` begins with."""
    return line[0].width if line and not line[0].style and not line[0].text.strip() else 0


def _parts(line: Line) -> Iterator[Line]:
    """What stands between the gaps of `line`, and the gaps themselves."""
    for _, runs in groupby(line, lambda run: not run.style and not run.text.strip()):
        yield tuple(runs)


def _turned(part: Line, ruler: Ruler) -> Line:
    """What stands between two gaps of a mirrored line."""
    if re.match(_DRAWN, part[0].style):
        return tuple(
            run._replace(text=run.text[::-1].translate(_FLIPPED)) for run in reversed(part)
        )
    return tuple(
        run._replace(text=run.text.translate(_MIRRORED)) for run in _visual(part, ruler, 1)
    )


def _visual(part: Line, ruler: Ruler, level: int) -> Line:
    """A text's runs, from the left, each in one style; `level` as for `_order`."""
    text = "".join(run.text for run in part)
    if text.startswith(_FROM_RIGHT):
        level, part = 1, (part[0]._replace(text=part[0].text[1:]), *part[1:])
    elif re.match(_FROM_LEFT, part[0].style) or (level and runs_from_left(text)):
        level = 0
    if not text.strip() or (not level and not has_right_to_left(text)):
        return part
    cells = [(each, run) for run in part for each in graphemes(run.text)]
    joined = _joined([each for each, _ in cells])
    runs: list[Run] = []
    for index, character in _order([each for each, _ in cells], level):
        grapheme, run = joined[index], cells[index][1]
        if character != cells[index][0][0]:
            grapheme = character + grapheme[1:]  # a bracket, mirrored
        wide = ruler.width(grapheme)
        if runs and (runs[-1].style, runs[-1].link) == (run.style, run.link):
            before = runs.pop()
            run = before._replace(text=before.text + grapheme, width=before.width + wide)
        else:
            run = run._replace(text=grapheme, width=wide)
        runs.append(run)
    return tuple(runs)


_TYPES = {"": "L", **dict.fromkeys(("BN", "LRI", "RLI", "FSI", "PDI"), "ON")}
"""What types of characters are taken for that the library has no rule for, or leaves out, with the
marks that stand on them."""


def _order(texts: list[str], level: int) -> list[tuple[int, str]]:
    """The indexes of graphemes from the left, each with its first character, mirrored if it is.

    level: 0 if the text as a whole runs from the left, 1 if from the right. Marks stay with what
    they stand on.
    """
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = level, "LR"[level]
    algorithm.get_embedding_levels("".join(each[0] for each in texts), storage)
    for index, entry in enumerate(storage["chars"]):
        entry["index"] = index
        # What this Python's Unicode does not know yet has no type; most of it runs from the left.
        # Isolates, which are not seen, the library does not know.
        entry["type"] = _TYPES.get(entry["type"], entry["type"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], level)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return [(entry["index"], entry["ch"]) for entry in storage["chars"]]


def _pair_brackets(chars: list[dict[str, Any]], level: int) -> None:
    """Give both brackets of a pair one direction: rule N0 of UAX #9, which the library leaves out.

    That of the text as a whole if anything in the pair has it, else that of what stands in the pair
    and before it, if these agree.
    """
    whole = "LR"[level]
    opened: list[int] = []
    for end, entry in enumerate(chars):
        if entry["level"] != level:
            continue  # within code or an address, which has one direction
        if entry["ch"] in _BRACKETS:
            opened.append(end)
        if entry["ch"] not in _BRACKETS.values():
            continue
        matching = [start for start in opened if _BRACKETS[chars[start]["ch"]] == entry["ch"]]
        if not matching:
            continue
        start = matching[-1]
        opened = [each for each in opened if each < start]
        within = {_strong(each["type"]) for each in chars[start + 1 : end]} - {""}
        before = [_strong(each["type"]) for each in chars[:start]]
        context = next((each for each in reversed(before) if each), whole)
        if within:
            direction = whole if whole in within or context == whole else context
            chars[start]["type"] = entry["type"] = direction


def _strong(kind: str) -> str:
    """The direction of a character's type; numbers count as running from the right. None: empty."""
    return "L" if kind == "L" else "R" if kind in ("R", "AL", "EN", "AN") else ""


def _joined(texts: list[str]) -> list[str]:
    """Graphemes with their Arabic letters in the forms that they have beside one another."""
    if not any("\u0600" <= each[0] <= "\u06ff" for each in texts):
        return texts
    # A non-joiner, which stands behind many a Persian prefix, belongs to the letter before it.
    letters = (each[0] + _APART * (_APART in each[1:]) for each in texts)
    shaped = _reshaper().reshape("".join(letters)).replace(_APART, "")
    if len(shaped) != len(texts):
        return texts  # a joiner that begins the text, which the library leaves out
    return [first + each[1:] for first, each in zip(shaped, texts, strict=True)]


@cache
def _reshaper() -> ArabicReshaper:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"support_ligatures": False, "delete_harakat": False})
