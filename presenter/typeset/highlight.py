"""Source code to styled lines: the one way to coloured code, for the stage and for every export."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from presenter.content.inline import Styled
from presenter.deck.languages import is_language
from presenter.typeset.lexing import Fault, lex

_STYLES = {
    "Keyword": "code.keyword",
    "Keyword.Constant": "code.constant",
    "Keyword.Type": "code.type",
    "Operator": "code.operator",
    "Operator.Word": "code.keyword",
    "Punctuation": "code.punctuation",
    "Name": "code.name",
    "Name.Attribute": "code.function",
    "Name.Builtin": "code.function",
    "Name.Builtin.Pseudo": "code.constant",
    "Name.Class": "code.type",
    "Name.Constant": "code.constant",
    "Name.Decorator": "code.decorator",
    "Name.Exception": "code.type",
    "Name.Function": "code.function",
    "Name.Namespace": "code.type",
    "Name.Tag": "code.keyword",
    "Literal": "code.string",
    "Literal.Number": "code.number",
    "Comment": "code.comment",
    "Comment.Preproc": "code.decorator",
    "Generic.Deleted": "code.deleted",
    "Generic.Heading": "code.keyword",
    "Generic.Inserted": "code.inserted",
    "Error": "code.error",
}
"""Style names by Pygments' token types; the nearest ancestor that stands here decides."""


MOST = 30_000
"""Characters that are coloured: 30 ms. More stay plain, as no slide shows them at once."""

Plain = Literal["", "long", Fault]
"""Why code whose language is known has no colours: nothing, or it is too long, or a fault."""

Lines = tuple[tuple[Styled, ...], ...]


def highlight(source: str, language: str) -> Lines:
    """The lines of `source`, each as styled text, which together are `source` to the last space.

    Plain if its language is not known, or for one of the reasons that `why_plain` gives.
    """
    return _highlighted(source, language)[0]


def why_plain(source: str, language: str) -> Plain:
    """Why `source` has no colours although `language` is known."""
    return _highlighted(source, language)[1]


@lru_cache(maxsize=256)
def _highlighted(source: str, language: str) -> tuple[Lines, Plain]:
    if not language or not is_language(language):
        return _plain(source), ""
    if len(source) > MOST:
        return _plain(source), "long"
    # With a line feed at its end, which is no part of it: highlighters of console sessions look
    # for one, and without it leave out the last line.
    tokens, fault = lex(source + "\n", language)
    if fault:
        return _plain(source), fault
    lines: list[list[Styled]] = [[]]
    for kind, text in tokens:
        style = _style(kind)
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
            line = lines[-1]
            if line and line[-1].style == style:
                part = line.pop().text + part
            if part:
                line.append(Styled(part, style))
    return tuple(map(tuple, lines[:-1])), ""


def _plain(source: str) -> Lines:
    return tuple((Styled(line, "code.text"),) if line else () for line in source.split("\n"))


@cache
def _style(kind: str) -> str:
    while kind:
        if kind in _STYLES:
            return _STYLES[kind]
        kind = kind.rpartition(".")[0]
    return "code.text"
