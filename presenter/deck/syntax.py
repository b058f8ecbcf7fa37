"""What libyaml says about text that is no YAML, as problems that a person can act upon.

libyaml's sentences speak of its scanner's states. Each common one gets a code of our own, and where
the cause is seen in the line itself, the code and the place of the cause.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import yaml

from presenter.deck.diagnostics import Place

if TYPE_CHECKING:
    from presenter.deck.causes import Fault

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


def is_syntax(code: str) -> bool:
    """Whether `code` is one of text that is no YAML, which is so in one place of it."""
    return code.startswith("yaml") or code in ("dash-space", "list-mark")


def syntax_problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """The place, code and values for an `error` that libyaml found in `text`."""
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    problem = error.problem or error.context or ""
    code = _BY_PROBLEM.get(problem) or _BY_CONTEXT.get(error.context or "", "yaml")
    if code in _AT_ITS_START and error.context_mark:
        place = Place(error.context_mark.line + 1, error.context_mark.column + 1)
    from presenter.deck.causes import cause_of

    count = text.count("\n") + 1
    end = Place(count, len(text) - text.rfind("\n"))
    place = min(place, end)  # libyaml ends a text with a line feed of its own
    lines = {number: line for each in _marks(error) for number, line in _lines_about(text, each)}
    lines.setdefault(count, text[text.rfind("\n") + 1 :])
    if cause := cause_of(_fault(code, lines, place, end, error, text)):
        return cause[0], cause[1], dict(cause[2])
    return _by_character(place, code, problem, error, lines.get(place.line, ""))


def _marks(error: yaml.MarkedYAMLError) -> list[yaml.Mark]:
    return [mark for mark in (error.context_mark, error.problem_mark) if mark]


def _lines_about(text: str, mark: yaml.Mark) -> Iterator[tuple[int, str]]:
    """The lines about `mark` with their numbers: a text may have millions."""
    index = text.rfind("\n", 0, mark.index) + 1
    before = text[max(0, index - _MOST_BEFORE) : index].split("\n")[:-1]
    if index > _MOST_BEFORE:
        del before[0]
    after = text[index : mark.index + _MOST_BEFORE].split("\n")
    first = text.count("\n", 0, index) + 1 - len(before)
    yield from enumerate([*before, *after], first)


def _fault(
    code: str,
    lines: Mapping[int, str],
    place: Place,
    end: Place,
    error: yaml.MarkedYAMLError,
    text: str,
) -> Fault:
    from presenter.deck.causes import Fault

    mark = error.problem_mark
    at = min(Place(mark.line + 1, mark.column + 1), end) if mark else place
    quote = None
    if mark and code.startswith("yaml-expected") and len(text) <= _MOST_SCANNED:
        quote = _last_quote(text, mark.index)
    if code == "yaml-no-colon":
        at = place  # the key that lacks it; libyaml goes on to the next line
    since = place if code in _AT_ITS_START else at
    return Fault(code, lines, at, since, quote)


def _last_quote(text: str, before: int) -> tuple[Place, Place] | None:
    """Where the last text in quotes begins and ends that ends before the character `before`."""
    last = None
    with contextlib.suppress(yaml.MarkedYAMLError):
        for token in yaml.scan(text, Loader=yaml.CLoader):
            if token.start_mark.index >= before:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                begin, end = token.start_mark, token.end_mark
                last = Place(begin.line + 1, begin.column + 1), Place(end.line + 1, end.column + 1)
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
