"""Source code to styled lines; Pygments is imported when the first code is met."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from presenter.typeset.inline import Styled

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

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


_MOST = 30_000
"""Characters that are coloured: 30 ms. More stay plain, as no slide shows them at once."""


@lru_cache(maxsize=256)
def highlight(source: str, language: str) -> tuple[tuple[Styled, ...], ...]:
    """The lines of `source`, each as styled text; plain if its language is not known."""
    lexer = _lexer(source, language) if language and len(source) <= _MOST else None
    if lexer is None:
        return tuple((Styled(line, "code.text"),) if line else () for line in source.split("\n"))
    lines: list[list[Styled]] = [[]]
    for kind, value in lexer.get_tokens(source):
        style = _style(kind)
        for number, part in enumerate(value.split("\n")):
            if number:
                lines.append([])
            line = lines[-1]
            if line and line[-1].style == style:
                # Errors come a character at a time, half a flag for one.
                part = line.pop().text + part
            if part:
                line.append(Styled(part, style))
    return tuple(tuple(line) for line in lines[: source.count("\n") + 1])


def _lexer(source: str, language: str) -> Lexer | None:
    from pygments.lexers import find_lexer_class_by_name
    from pygments.util import ClassNotFound

    try:
        found = find_lexer_class_by_name(language)
    except ClassNotFound:
        return None
    # Pygments must neither drop empty lines at the edges nor add one, so that numbers hold; and a
    # piece of PHP is PHP also without its opening tag.
    return found(stripnl=False, ensurenl=False, startinline="<?" not in source)


def _style(kind: _TokenType) -> str:
    name = str(kind).removeprefix("Token.")
    while name:
        if name in _STYLES:
            return _STYLES[name]
        name = name.rpartition(".")[0]
    return "code.text"
