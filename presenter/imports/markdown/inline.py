"""Inline Markdown as an outline takes it: no HTML, no references, pictures set apart.

Most texts are Markdown that the outline reads as it is, and go over untouched. One that holds HTML,
a picture or a link by reference is parsed, and written again from its tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from markdown_it.token import Token

from presenter.imports.markdown.html import Event, events
from presenter.imports.parser import Environment, inline_tokens
from presenter.imports.plain import link_target

LONGEST = 10_000
"""Longer paragraphs go over as they are: no speaker wrote them, and parsing takes its time."""

_LINK_LABEL = re.compile(r"\]\s*\[|\[[^\]]*\](?!\()")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~"}
_LAST_BREAKS = re.compile(r"(?:[ \t]*\\\n)+[ \t]*$")
_WORDS = {"sup", "sub", "u", "mark", "small", "big", "kbd", "font", "center", "span", "code", "br"}


class Picture(NamedTuple):
    """A picture in running text."""

    path: str
    alt: str
    title: str = ""
    width: str = ""


class Listener(Protocol):
    """What is told of things that are no text: comments, and tags that are let go."""

    def comment(self, text: str, line: int) -> None:
        """A comment stands in the text."""

    def tag(self, event: Event, line: int) -> None:
        """A tag has no equivalent; what it encloses stays."""


def read_inline(text: str, line: int, env: Environment, listener: Listener) -> list[str | Picture]:
    """`text`, from `line` on, as Markdown without HTML, and the pictures between."""
    references = env.get("references")
    refers = bool(references) and _LINK_LABEL.search(text) is not None
    if not (refers or "<" in text or "![" in text) or len(text) > LONGEST:
        return [text]
    tokens = inline_tokens(text, env)
    if not refers and not any(token.type in ("html_inline", "image") for token in tokens):
        return [text]
    return _Writer(line, env, listener).write(tokens)


class _Writer:
    """Writes tokens as Markdown; text tokens hold what was no markup, and so is none now."""

    def __init__(self, line: int, env: Environment, listener: Listener) -> None:
        self._line = line
        self._env = env
        self._listener = listener
        self._pieces: list[str | Picture] = []
        self._links: list[str] = []

    def write(self, tokens: Sequence[Token]) -> list[str | Picture]:
        """The Markdown of `tokens`, parted by the pictures in it."""
        for token in tokens:
            self._token(token)
        if self._pieces and isinstance(last := self._pieces[-1], str):
            self._pieces[-1] = _LAST_BREAKS.sub("", last)
        return [piece for piece in self._pieces if not isinstance(piece, str) or piece.strip()]

    def _add(self, text: str) -> None:
        if self._pieces and isinstance(self._pieces[-1], str):
            text = self._pieces.pop() + text  # type: ignore[operator]
        self._pieces.append(text)

    def _token(self, token: Token) -> None:
        match token.type:
            case "text_special":
                self._add(token.markup)
            case "code_inline":
                inner = token.content
                padded = f" {inner} " if inner[:1] in "` " or inner[-1:] in "` " else inner
                self._add(f"{token.markup}{padded}{token.markup}")
            case "softbreak":
                self._line += 1
                self._add("\n")
            case "hardbreak":
                self._line += 1
                self._add("\\\n")
            case "link_open":
                self._open_link(token)
            case "link_close":
                self._add(self._links.pop())
            case "image":
                self._pieces.append(
                    Picture(
                        str(token.attrs.get("src", "")),
                        token.content,
                        str(token.attrs.get("title", "")),
                    )
                )
            case "html_inline":
                self._html(token.content)
            case _ if token.nesting:
                self._add(token.markup)
            case _:
                self._add(token.content)

    def _open_link(self, token: Token) -> None:
        address = str(token.attrs.get("href", ""))
        if token.markup == "autolink":
            self._add("<")
            self._links.append(">")
            return
        title = str(token.attrs.get("title", "")).replace('"', '\\"')
        self._add("[")
        self._links.append(f"]({link_target(address)}" + (f' "{title}")' if title else ")"))

    def _html(self, content: str) -> None:
        for event in events(content):
            line = self._line + event.line
            match event.kind:
                case "comment":
                    self._listener.comment(event.text, line)
                case "break":
                    self._add("\\\n")
                case "image":
                    self._pieces.append(picture_of(event))
                case "text" | "silent":
                    self._add(event.text)
                case _ if mark := inline_mark(event, self._links):
                    self._add(mark)
                case "tag":
                    self._listener.tag(event, line)
        self._line += content.count("\n")


def picture_of(event: Event) -> Picture:
    """The picture that an ``<img>`` names."""
    attributes = event.attributes
    return Picture(
        attributes.get("src", attributes.get(":src", "")),
        attributes.get("alt", ""),
        width=attributes.get("width", ""),
    )


def inline_mark(event: Event, links: list[str]) -> str:
    """The Markdown for a tag; empty if there is none. `links` holds the ends of open links."""
    if event.name == "a":
        address = event.attributes.get("href", "")
        if event.kind == "tag" and address:
            links.append(f"]({link_target(address)})")
            return "["
        return links.pop() if event.kind == "end" and links else ""
    return _MARKS.get(event.name, "")


def says_nothing(event: Event) -> bool:
    """Whether a tag only says how words look; what it encloses stays, so nothing is lost."""
    return event.name in _WORDS and set(event.attributes) <= {"class", "style"}
