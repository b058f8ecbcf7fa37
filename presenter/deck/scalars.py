"""Values from single scalars: truth, numbers, choices, times, percentages, language tags."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite
from typing import Any, NamedTuple

from yaml.nodes import Node

from presenter.deck.duration import parse_duration
from presenter.deck.fields import DIGITS, LANGUAGE_TAG, PERCENT
from presenter.deck.nodes import Convert, is_plain, text_of
from presenter.deck.reporter import Fault, Reporter
from presenter.deck.suggest import nearest
from presenter.deck.texts import text as read_text
from presenter.deck.warnings import WARNINGS

_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_INTEGER = re.compile("[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
_PERCENT = re.compile(PERCENT)
_LANGUAGE_TAG = re.compile(LANGUAGE_TAG)
_DIGITS = re.compile(DIGITS)

Read = Callable[[Node, str, Reporter], Any]


def _scalar(read: Read) -> Convert:
    """A converter that hands `read` the text of a scalar, too."""

    def convert(node: Node, reporter: Reporter) -> Any:
        text = text_of(node, reporter)
        return text if isinstance(text, Fault) else read(node, text, reporter)

    return convert


def _boolean(node: Node, text: str, reporter: Reporter) -> Any:
    value = _TRUTH.get(text.lower()) if is_plain(node) else None
    return reporter.report(node, "not-a-boolean", value=text) if value is None else value


def _duration(node: Node, text: str, reporter: Reporter) -> Any:
    if _INTEGER.fullmatch(text):
        return reporter.report(node, "bare-number-time", value=text)
    seconds = parse_duration(text)
    return reporter.report(node, "not-a-time", value=text) if seconds is None else seconds


def _percent(node: Node, text: str, reporter: Reporter) -> Any:
    if match := _PERCENT.fullmatch(text):
        return int(match[1])
    return reporter.report(node, "not-a-percentage", value=text)


def _language(node: Node, text: str, reporter: Reporter) -> Any:
    if _LANGUAGE_TAG.fullmatch(text):
        return text
    return reporter.report(node, "not-a-language", lang=text)


def _name(node: Node, text: str, reporter: Reporter) -> Any:
    if _DIGITS.fullmatch(text):
        return reporter.report(node, "id-all-digits", id=text)
    return text


def _code(node: Node, text: str, reporter: Reporter) -> Any:
    if text in WARNINGS:
        return text
    near = nearest(text, WARNINGS) if reporter.suggests() else ""
    return reporter.report(node, "not-a-warning", keeps_slide=True, name=text, near=near)


WRITTEN_AS: dict[str, Convert] = {
    "duration": _scalar(_duration),
    "percent": _scalar(_percent),
    "language": _scalar(_language),
    "name": _scalar(_name),
    "code": _scalar(_code),
    "cell": read_text,
}
"""Converters of the kinds of values that `presenter.deck.fields` declares."""

boolean = _scalar(_boolean)


class Range(NamedTuple):
    """The numbers that a field takes, by the names of `msgspec.Meta`."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None


def integer(within: Range) -> Convert:
    """A converter of whole numbers `within` a range."""

    def read(node: Node, text: str, reporter: Reporter) -> Any:
        if not (is_plain(node) and _INTEGER.fullmatch(text)):
            return reporter.report(node, "not-an-integer", value=text)
        return _within(int(text), within, node, reporter)

    return _scalar(read)


def number(within: Range) -> Convert:
    """A converter of numbers `within` a range."""

    def read(node: Node, text: str, reporter: Reporter) -> Any:
        if not (is_plain(node) and _NUMBER.fullmatch(text) and isfinite(float(text))):
            return reporter.report(node, "not-a-number", value=text)
        return _within(float(text), within, node, reporter)

    return _scalar(read)


def _within(value: float, within: Range, node: Node, reporter: Reporter) -> Any:
    least, above, most, below = within
    if least is not None and value < least:
        return reporter.report(node, "too-small", value=f"{value:g}", least=f"{least:g}")
    if above is not None and value <= above:
        return reporter.report(node, "not-above", value=f"{value:g}", least=f"{above:g}")
    if most is not None and value > most:
        return reporter.report(node, "too-great", value=f"{value:g}", most=f"{most:g}")
    if below is not None and value >= below:
        return reporter.report(node, "not-below", value=f"{value:g}", most=f"{below:g}")
    return value


def choice(choices: tuple[str, ...]) -> Convert:
    """A converter of one of these words."""

    def read(node: Node, text: str, reporter: Reporter) -> Any:
        if text in choices:
            return text
        near = nearest(text, choices) if reporter.suggests() else ""
        return reporter.report(node, "not-a-choice", value=text, choices=choices, near=near)

    return _scalar(read)
