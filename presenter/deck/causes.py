"""Why a text is no YAML: the cause as a writer of slides sees it, often a line above the fault.

libyaml tells where it lost the thread. Here the lines about that place are looked at for what
people do: a dash without its space, a key one column off, a text that begins with a bracket or a
quote, a `|` whose text is not indented. Each rule gives a place, a code and its values, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from presenter.deck.diagnostics import Place

Cause = tuple[Place, str, Mapping[str, object]]

_DASH = re.compile(r"[ ]*(-)(?:(?![-\s\d.])|(?=[\u3000\u00a0]))")
_KEY = re.compile(r"[ ]*((?:- +)*)([^\W\d][\w-]*) *:(?=\s|$)")
_ITEM = re.compile(r"[ ]*(-)(?=\s|$)")
_TEXT_ITEM = re.compile(r"[ ]*(?:- +)+([^\W\d][^:]*)$")
_FULL_WIDTH_KEY = re.compile(r"\s*(?:- )*\w+(：)")
_CLOSE_KEY = re.compile(r"[ ]*(?:- +)*([^\W\d][\w-]*)(:)(?=[^\s/:\\])")
_BLOCK = re.compile(r"(?:[ ]*-|.*:) +[|>][-+\d]*\s*(?:#.*)?$")
_COMMENT = re.compile(r"\S[ \t]+(#)")
_BRACKET = re.compile(r"[ ]*(?:- +)*(?:[^\W\d][\w-]* *: +)?([\[{])")
_CURLY = re.compile(r"(?:: +|- +)([“‘「])")
_WIDE_COMMAS = "，、；"
_WIDE_BRACKETS = "】］｝〕」"


class Fault(NamedTuple):
    """Where libyaml lost the thread: our code for it, and two places with the lines about them."""

    code: str
    lines: Mapping[int, str]
    """By their numbers, those about the two places."""
    at: Place
    """Where it stopped."""
    since: Place
    """Where the thing began that it was reading; else the same."""
    quote: tuple[Place, Place] | None
    """The beginning and the end of the last text in quotes before `at`."""

    @property
    def line(self) -> str:
        """The line in which it stopped."""
        return self.line_at(self.at.line)

    def line_at(self, number: int) -> str:
        """The line of this number, empty if it is not one of those about the places."""
        return self.lines.get(number, "")

    def above(self, number: int) -> int:
        """The number of the last line above `number` that is not empty; 0 if there is none."""
        number -= 1
        while number in self.lines and not self.lines[number].strip():
            number -= 1
        return number if number in self.lines else 0


def cause_of(fault: Fault) -> Cause | None:
    """The first cause that a rule sees, if any."""
    for codes, rule in _RULES:
        if fault.code in codes and (cause := rule(fault)):
            return cause
    return None


def _suspects(fault: Fault) -> list[int]:
    """The lines in which the cause may stand: the place's own, the one where it began, the one
    above."""
    numbers = {fault.at.line, fault.since.line, fault.above(fault.at.line)}
    return sorted(number for number in numbers if number > 0)


def _full_width_colon(fault: Fault) -> Cause | None:
    for number in _suspects(fault):
        if match := _FULL_WIDTH_KEY.match(fault.line_at(number)):
            return Place(number, match.start(1) + 1), "yaml-full-width-colon", {}
    return None


def _dash_without_space(fault: Fault) -> Cause | None:
    for number in _suspects(fault):
        if match := _DASH.match(fault.line_at(number)):
            return Place(number, match.start(1) + 1), "dash-space", {}
    return None


def _colon_without_space(fault: Fault) -> Cause | None:
    for number in _suspects(fault):
        if match := _CLOSE_KEY.match(fault.line_at(number)):
            return Place(number, match.start(2) + 1), "yaml-colon-space", {"key": match[1]}
    return None


def _block_not_indented(fault: Fault) -> Cause | None:
    """Text below a ``|`` that stands no deeper than its key, or less deep than its first line."""
    for number in (fault.since.line, fault.at.line):
        line = fault.line_at(number)
        if not line.strip() or _KEY.match(line) or _ITEM.match(line):
            continue
        margin = _margin(line)
        above = fault.above(number)
        while above and _margin(fault.line_at(above)) > margin and not _opens_block(fault, above):
            above = fault.above(above)
        if _opens_block(fault, above):
            return Place(number, margin + 1), "yaml-block-indent", {"line": above}
    return None


def _opens_block(fault: Fault, number: int) -> bool:
    return _BLOCK.match(fault.line_at(number)) is not None


def _quote(fault: Fault) -> Cause | None:
    """Text behind a closing quote; or the quote that closed was to open, as one above is open."""
    if fault.quote is None:
        return None
    begin, end = fault.quote
    between = fault.line[end.column - 1 : fault.at.column - 1]
    if end.line != fault.at.line or between.strip():
        return None
    if begin.line < end.line:
        return begin, "yaml-quote-closed-later", {"line": end.line}
    return begin, "yaml-after-quote", {}


def _bracket(fault: Fault) -> Cause | None:
    """A text that begins with a bracket: ``[link](…) first``."""
    before = fault.line[: fault.at.column - 1].rstrip()
    match = _BRACKET.match(fault.line)
    if match is None or before[-1:] not in ("]", "}"):
        return None
    place = Place(fault.at.line, match.start(1) + 1)
    return place, "yaml-after-bracket", {"character": match[1]}


def _comment_in_text(fault: Fault) -> Cause | None:
    above = fault.above(fault.at.line)
    match = _COMMENT.search(fault.line_at(above))
    if match is None or _KEY.match(fault.line) or _ITEM.match(fault.line):
        return None
    return Place(above, match.start(1) + 1), "yaml-comment-in-text", {}


def _column(fault: Fault) -> Cause | None:
    """A key or an item that does not stand under those before it."""
    key, item = _KEY.match(fault.line), _ITEM.match(fault.line)
    if item is not None and fault.at.column <= item.end():
        for number in _lines_above(fault):
            if other := _ITEM.match(fault.line_at(number)):
                return _off(fault, item.start(1), other.start(1), "yaml-item-column")
    elif key is not None and fault.at.column <= key.end():
        column = key.start(2)
        for number in _lines_above(fault):
            other = _KEY.match(fault.line_at(number))
            if other and 0 < abs(other.start(2) - column) <= 3:
                return _off(fault, column, other.start(2), "yaml-key-column", key=key[2])
            dash = _ITEM.match(fault.line_at(number))
            if dash and dash.start(1) == column and not other:
                return Place(fault.at.line, column + 1), "yaml-no-dash", {"key": key[2]}
            if other and other.start(2) == column:
                break
    return None


def _key_at_margin(fault: Fault) -> Cause | None:
    """A key of the last slide at the deck's own margin; libyaml stops at the next slide's dash."""
    dash = _ITEM.match(fault.line)
    if dash is None or dash.start(1):
        return None
    for number in _lines_above(fault):
        line = fault.line_at(number)
        if not line.startswith(" "):
            key = _KEY.match(line)
            above = fault.line_at(fault.above(number))
            if key is None or key[1] or not above.startswith((" ", "- ")):
                return None
            values = {"column": 3, "is": 1, "key": key[2]}
            return Place(number, 1), "yaml-key-column", values
    return None


def _no_colon_above(fault: Fault) -> Cause | None:
    """A first key without its colon: libyaml takes it for a text that goes on in the next line."""
    key = _KEY.match(fault.line)
    number = fault.above(fault.at.line)
    text = _TEXT_ITEM.match(fault.line_at(number))
    if key is None or text is None or key[1] or fault.at.column > key.end():
        return None
    if key.start(2) != text.start(1):
        return None
    return Place(number, text.start(1) + 1), "yaml-no-colon", {}


def _lines_above(fault: Fault) -> Iterator[int]:
    """The numbers of the lines above that are not empty, the nearest first; some of them."""
    number = fault.above(fault.at.line)
    for _ in range(50):
        if not number:
            return
        yield number
        number = fault.above(number)


def _off(fault: Fault, is_at: int, should: int, code: str, **values: object) -> Cause | None:
    if is_at == should:
        return None
    return Place(fault.at.line, is_at + 1), code, {"column": should + 1, "is": is_at + 1, **values}


def _curly_quotes(fault: Fault) -> Cause | None:
    if match := _CURLY.search(fault.line[: fault.at.column]):
        return Place(fault.at.line, match.start(1) + 1), "yaml-curly-quote", {"mark": match[1]}
    return None


def _within_brackets(fault: Fault) -> Cause | None:
    """What keeps a list or a mapping in brackets from being closed, or its entries from parting."""
    first, last = fault.since, fault.at
    for number in range(first.line, min(last.line, first.line + 50) + 1):
        line = fault.line_at(number)
        begin = first.column if number == first.line else 0
        end = last.column - 1 if number == last.line else len(line)
        if match := _COMMENT.search(line[:end], max(0, begin - 1)):
            return Place(number, match.start(1) + 1), "yaml-comment-in-brackets", {}
        for index in range(begin, min(end, len(line))):
            if line[index] in _WIDE_BRACKETS and number < last.line:
                place = Place(number, index + 1)
                return place, "yaml-full-width-mark", {"mark": line[index]}
    index = last.column - 1
    if fault.line[index : index + 1] and fault.line[index] in _WIDE_COMMAS:
        return last, "yaml-full-width-mark", {"mark": fault.line[index]}
    begin = first.column if first.line == last.line else 0
    for index in range(last.column - 2, begin - 1, -1):
        if fault.line[index : index + 1] and fault.line[index] in _WIDE_COMMAS:
            place = Place(last.line, index + 1)
            return place, "yaml-full-width-mark", {"mark": fault.line[index]}
        if fault.line[index : index + 1] == ",":
            break
    return None


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_IN_BLOCK = ("yaml-colon", "yaml-no-colon", "yaml-expected-key", "yaml-expected-dash")
_IN_BRACKETS = ("yaml-open-list", "yaml-open-mapping")

_RULES: tuple[tuple[tuple[str, ...], Callable[[Fault], Cause | None]], ...] = (
    (_IN_BRACKETS, _within_brackets),
    (_IN_BLOCK, _full_width_colon),
    (_IN_BLOCK, _dash_without_space),
    (_IN_BLOCK, _block_not_indented),
    (_IN_BLOCK, _quote),
    (_IN_BLOCK, _bracket),
    (_IN_BLOCK, _comment_in_text),
    (("yaml-expected-key", "yaml-dash"), _key_at_margin),
    (("yaml-colon",), _no_colon_above),
    (("yaml-colon", "yaml-no-colon"), _colon_without_space),
    (_IN_BLOCK, _column),
    (("yaml-colon",), _curly_quotes),
)
"""The rules, the surest first, each with the codes for which it is asked."""
