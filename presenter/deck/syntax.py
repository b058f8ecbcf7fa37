"""Why a text is no YAML, as a problem that a person can act upon.

libyaml's sentences speak of its scanner's states, and it tells where it lost the thread. Each
common sentence gets a code of our own; then the lines about that place are looked at for what
people do: a dash without its space, a key one column off, a text that begins with a bracket or a
quote, a `|` whose text is not indented. Each rule gives a place, a code and its values, or nothing.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import yaml

from presenter.deck.diagnostics import Place

Problem = tuple[Place, str, dict[str, object]]

_BY_PROBLEM = {
    "but found another document": "yaml-documents",
    "did not find expected <document start>": "yaml-after-end",
    "mapping values are not allowed in this context": "yaml-colon",
    "mapping keys are not allowed in this context": "yaml-question-mark",
    "block sequence entries are not allowed in this context": "yaml-dash",
    "could not find expected ':'": "yaml-no-colon",
    "did not find expected key": "yaml-expected-key",
    "did not find expected '-' indicator": "yaml-expected-dash",
    "did not find expected ',' or ']'": "yaml-open-list",
    "did not find expected ',' or '}'": "yaml-open-mapping",
    "did not find expected node content": "yaml-no-value",
    "found unexpected end of stream": "yaml-open-quote",
    "found unexpected document indicator": "yaml-open-quote",
    "found unknown escape character": "yaml-escape",
    "did not find expected hexdecimal number": "yaml-escape",
    "found invalid Unicode character escape code": "yaml-escape",
    "found a tab character that violates indentation": "yaml-tab",
    "found a tab character where an indentation space is expected": "yaml-tab",
    "found undefined alias": "yaml-unknown-alias",
    "second occurrence": "yaml-anchor-twice",
    "exceeded maximum nesting depth": "too-deep",
    "found unknown directive name": "yaml-indicator",
    "found undefined tag handle": "yaml-tag",
    "found incompatible YAML document": "yaml-version",
}

_BY_CONTEXT = {
    "while scanning an alias": "yaml-indicator",
    "while scanning an anchor": "yaml-indicator",
    "while scanning a directive": "yaml-indicator",
    "while parsing a tag": "yaml-tag",
    "while scanning a tag": "yaml-tag",
    "while scanning a block scalar": "yaml-block-text",
}

_AT_ITS_START = frozenset(
    f"yaml-{end}"
    for end in ("open-list", "open-mapping", "open-quote", "no-colon", "indicator", "tag")
)
"""Where such a thing began tells more than where libyaml lost the thread."""

_MOST_BEFORE = 20_000
"""Characters before a place, and behind it, in which its cause is looked for."""

_MOST_SCANNED = 1_000_000
"""Characters of a text whose quotes are looked for: it is read once more for that."""

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


def is_syntax(code: str) -> bool:
    """Whether `code` is one of text that is no YAML, which is so in one place of it."""
    return code.startswith("yaml") or code in ("dash-space", "list-mark")


def syntax_problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """The place, code and values for an `error` that libyaml found in `text`."""
    mark = error.problem_mark or error.context_mark
    place = _place(mark) if mark else Place()
    problem = error.problem or error.context or ""
    code = _BY_PROBLEM.get(problem) or _BY_CONTEXT.get(error.context or "", "yaml")
    if code in _AT_ITS_START and error.context_mark:
        place = _place(error.context_mark)
    count = text.count("\n") + 1
    end = Place(count, len(text) - text.rfind("\n"))
    place = min(place, end)  # libyaml ends a text with a line feed of its own
    marks = [each for each in (error.context_mark, error.problem_mark) if each]
    lines = {number: line for each in marks for number, line in _lines_about(text, each)}
    lines.setdefault(count, text[text.rfind("\n") + 1 :])
    stop = _stop(code, lines, place, end, error.problem_mark, text)
    for codes, rule in _RULES:
        if code in codes and (cause := rule(stop)):
            return cause
    return _by_character(place, code, problem, error, lines.get(place.line, ""))


def _place(mark: yaml.Mark) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _lines_about(text: str, mark: yaml.Mark) -> Iterator[tuple[int, str]]:
    """The lines about `mark` with their numbers: a text may have millions."""
    index = text.rfind("\n", 0, mark.index) + 1
    before = text[max(0, index - _MOST_BEFORE) : index].split("\n")[:-1]
    if index > _MOST_BEFORE:
        del before[0]
    after = text[index : mark.index + _MOST_BEFORE].split("\n")
    first = text.count("\n", 0, index) + 1 - len(before)
    yield from enumerate([*before, *after], first)


def _stop(
    code: str,
    lines: Mapping[int, str],
    place: Place,
    end: Place,
    mark: yaml.Mark | None,
    text: str,
) -> Stop:
    at = min(_place(mark), end) if mark else place
    quote = None
    if mark and code.startswith("yaml-expected") and len(text) <= _MOST_SCANNED:
        quote = _last_quote(text, mark.index)
    if code == "yaml-no-colon":
        at = place  # the key that lacks it; libyaml goes on to the next line
    since = place if code in _AT_ITS_START else at
    return Stop(code, lines, at, since, quote)


def _last_quote(text: str, before: int) -> tuple[Place, Place] | None:
    """Where the last text in quotes begins and ends that ends before the character `before`."""
    last = None
    with contextlib.suppress(yaml.MarkedYAMLError):
        for token in yaml.scan(text, Loader=yaml.CLoader):
            if token.start_mark.index >= before:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = _place(token.start_mark), _place(token.end_mark)
    return last


def _by_character(
    place: Place, code: str, problem: str, error: yaml.MarkedYAMLError, line: str
) -> Problem:
    character = line[place.column - 1 : place.column]
    if problem == "found character that cannot start any token":
        code = "yaml-tab" if character == "\t" else "yaml-indicator"
    if code == "yaml-indicator" and line[place.column - 1 :].startswith("* "):
        return place, "list-mark", {"mark": "*"}
    values: dict[str, object] = {}
    if code == "yaml":
        values["problem"] = problem
    elif code == "yaml-indicator":
        values["character"] = character
    elif code == "yaml-unknown-alias":
        name = re.match(r"\*[\w-]*", line[place.column - 1 :])
        values["alias"] = name[0] if name else "*"
    elif code == "yaml-anchor-twice" and error.context_mark:
        values["line"] = error.context_mark.line + 1
    elif code == "too-deep":
        values["most"] = 100
    return place, code, values


class Stop(NamedTuple):
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


def _suspects(stop: Stop) -> list[int]:
    """The lines in which the cause may stand: the place's own, the one where it began, the one
    above."""
    numbers = {stop.at.line, stop.since.line, stop.above(stop.at.line)}
    return sorted(number for number in numbers if number > 0)


def _full_width_colon(stop: Stop) -> Problem | None:
    for number in _suspects(stop):
        if match := _FULL_WIDTH_KEY.match(stop.line_at(number)):
            return Place(number, match.start(1) + 1), "yaml-full-width-colon", {}
    return None


def _dash_without_space(stop: Stop) -> Problem | None:
    for number in _suspects(stop):
        if match := _DASH.match(stop.line_at(number)):
            return Place(number, match.start(1) + 1), "dash-space", {}
    return None


def _colon_without_space(stop: Stop) -> Problem | None:
    for number in _suspects(stop):
        if match := _CLOSE_KEY.match(stop.line_at(number)):
            return Place(number, match.start(2) + 1), "yaml-colon-space", {"key": match[1]}
    return None


def _block_not_indented(stop: Stop) -> Problem | None:
    """Text below a ``|`` that stands no deeper than its key, or less deep than its first line."""
    for number in (stop.since.line, stop.at.line):
        line = stop.line_at(number)
        if not line.strip() or _KEY.match(line) or _ITEM.match(line):
            continue
        margin = _margin(line)
        above = stop.above(number)
        while above and _margin(stop.line_at(above)) > margin and not _opens_block(stop, above):
            above = stop.above(above)
        if _opens_block(stop, above):
            return Place(number, margin + 1), "yaml-block-indent", {"line": above}
    return None


def _opens_block(stop: Stop, number: int) -> bool:
    return _BLOCK.match(stop.line_at(number)) is not None


def _quote(stop: Stop) -> Problem | None:
    """Text behind a closing quote; or the quote that closed was to open, as one above is open."""
    if stop.quote is None:
        return None
    begin, end = stop.quote
    between = stop.line[end.column - 1 : stop.at.column - 1]
    if end.line != stop.at.line or between.strip():
        return None
    if begin.line < end.line:
        return begin, "yaml-quote-closed-later", {"line": end.line}
    return begin, "yaml-after-quote", {}


def _bracket(stop: Stop) -> Problem | None:
    """A text that begins with a bracket: ``[link](…) first``."""
    before = stop.line[: stop.at.column - 1].rstrip()
    match = _BRACKET.match(stop.line)
    if match is None or before[-1:] not in ("]", "}"):
        return None
    place = Place(stop.at.line, match.start(1) + 1)
    return place, "yaml-after-bracket", {"character": match[1]}


def _comment_in_text(stop: Stop) -> Problem | None:
    above = stop.above(stop.at.line)
    match = _COMMENT.search(stop.line_at(above))
    if match is None or _KEY.match(stop.line) or _ITEM.match(stop.line):
        return None
    return Place(above, match.start(1) + 1), "yaml-comment-in-text", {}


def _column(stop: Stop) -> Problem | None:
    """A key or an item that does not stand under those before it."""
    key, item = _KEY.match(stop.line), _ITEM.match(stop.line)
    if item is not None and stop.at.column <= item.end():
        for number in _lines_above(stop):
            if other := _ITEM.match(stop.line_at(number)):
                return _off(stop, item.start(1), other.start(1), "yaml-item-column")
    elif key is not None and stop.at.column <= key.end():
        column = key.start(2)
        for number in _lines_above(stop):
            other = _KEY.match(stop.line_at(number))
            if other and 0 < abs(other.start(2) - column) <= 3:
                return _off(stop, column, other.start(2), "yaml-key-column", key=key[2])
            dash = _ITEM.match(stop.line_at(number))
            if dash and dash.start(1) == column and not other:
                return Place(stop.at.line, column + 1), "yaml-no-dash", {"key": key[2]}
            if other and other.start(2) == column:
                break
    return None


def _key_at_margin(stop: Stop) -> Problem | None:
    """A key of the last slide at the deck's own margin; libyaml stops at the next slide's dash."""
    dash = _ITEM.match(stop.line)
    if dash is None or dash.start(1):
        return None
    for number in _lines_above(stop):
        line = stop.line_at(number)
        if not line.startswith(" "):
            key = _KEY.match(line)
            above = stop.line_at(stop.above(number))
            if key is None or key[1] or not above.startswith((" ", "- ")):
                return None
            values = {"column": 3, "is": 1, "key": key[2]}
            return Place(number, 1), "yaml-key-column", values
    return None


def _no_colon_above(stop: Stop) -> Problem | None:
    """A first key without its colon: libyaml takes it for a text that goes on in the next line."""
    key = _KEY.match(stop.line)
    number = stop.above(stop.at.line)
    text = _TEXT_ITEM.match(stop.line_at(number))
    if key is None or text is None or key[1] or stop.at.column > key.end():
        return None
    if key.start(2) != text.start(1):
        return None
    return Place(number, text.start(1) + 1), "yaml-no-colon", {}


def _lines_above(stop: Stop) -> Iterator[int]:
    """The numbers of the lines above that are not empty, the nearest first; some of them."""
    number = stop.above(stop.at.line)
    for _ in range(50):
        if not number:
            return
        yield number
        number = stop.above(number)


def _off(stop: Stop, is_at: int, should: int, code: str, **values: object) -> Problem | None:
    if is_at == should:
        return None
    return Place(stop.at.line, is_at + 1), code, {"column": should + 1, "is": is_at + 1, **values}


def _curly_quotes(stop: Stop) -> Problem | None:
    if match := _CURLY.search(stop.line[: stop.at.column]):
        return Place(stop.at.line, match.start(1) + 1), "yaml-curly-quote", {"mark": match[1]}
    return None


def _within_brackets(stop: Stop) -> Problem | None:
    """What keeps a list or a mapping in brackets from being closed, or its entries from parting."""
    first, last = stop.since, stop.at
    for number in range(first.line, min(last.line, first.line + 50) + 1):
        line = stop.line_at(number)
        begin = first.column if number == first.line else 0
        end = last.column - 1 if number == last.line else len(line)
        if match := _COMMENT.search(line[:end], max(0, begin - 1)):
            return Place(number, match.start(1) + 1), "yaml-comment-in-brackets", {}
        for index in range(begin, min(end, len(line))):
            if line[index] in _WIDE_BRACKETS and number < last.line:
                place = Place(number, index + 1)
                return place, "yaml-full-width-mark", {"mark": line[index]}
    index = last.column - 1
    if stop.line[index : index + 1] and stop.line[index] in _WIDE_COMMAS:
        return last, "yaml-full-width-mark", {"mark": stop.line[index]}
    begin = first.column if first.line == last.line else 0
    for index in range(last.column - 2, begin - 1, -1):
        if stop.line[index : index + 1] and stop.line[index] in _WIDE_COMMAS:
            place = Place(last.line, index + 1)
            return place, "yaml-full-width-mark", {"mark": stop.line[index]}
        if stop.line[index : index + 1] == ",":
            break
    return None


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_IN_BLOCK = ("yaml-colon", "yaml-no-colon", "yaml-expected-key", "yaml-expected-dash")
_IN_BRACKETS = ("yaml-open-list", "yaml-open-mapping")

_RULES: tuple[tuple[tuple[str, ...], Callable[[Stop], Problem | None]], ...] = (
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
