"""Inline Markdown to styled text.

Parsing is markdown-it's (CommonMark and strikethrough, no HTML); what differs beside Chinese and
for images is in `emphasis`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from presenter.deck.characters import SOFT_HYPHEN, clean, joins, on_one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKUP = re.compile(r"[*_`~\[\]<&\\\n\t]|  ")
_SPACES = r"[ \t\n\r\f]+"
_EMPTY_LINE = r"\n(?:[ \t]*\n)+"
_SAFE_LINK = r"(?:https?|mailto):"
_STYLES = {"strong": "strong", "em": "emphasis", "s": "strike"}


class Styled(NamedTuple):
    """A stretch of text in one style; no line feeds in it."""

    text: str
    style: str
    """``strong emphasis code strike link``: some of these, parted by spaces, or none."""
    link: str = ""


StyledLine = tuple[Styled, ...]

Paragraph = tuple[StyledLine, ...]
"""The lines of a paragraph, which hard breaks part; empty where nothing is written."""

_ADDRESS = r"(?:https?|mailto):\S+"

_MAKING = Lock()
"""Held while the parser is made."""


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what empty lines part."""
    return [part for part in re.split(_EMPTY_LINE, text.strip("\n")) if part.strip()]


@lru_cache(maxsize=8192)
def inline(text: str) -> Paragraph:
    """The lines of one paragraph of inline Markdown, hard breaks apart, each as styled text.

    A soft break between two Chinese or Japanese characters is no space; elsewhere it is one, as
    is any run of spaces outside code.
    """
    text = text.strip(" \t\n")
    if _MARKUP.search(text) is None:
        return ((Styled(text, ""),),)
    return _Reader().read(text)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, parsed."""
    return tuple(map(inline, split_paragraphs(text)))


def one_paragraph(text: str) -> Paragraph:
    """A text that is to stand in one paragraph, as in a table's cell; empty if it is empty."""
    return inline(" ".join(split_paragraphs(text))) if text.strip() else ()


def plain(paragraph: Paragraph) -> str:
    """What a paragraph says without its styles; hard breaks are line feeds.

    Without soft hyphens, so that each word is found as it is said.
    """
    text = "\n".join("".join(part.text for part in line) for line in paragraph)
    return text.replace(SOFT_HYPHEN, "")


def plain_text(text: str) -> str:
    """What `text`, inline Markdown, says without its markup; hard breaks are line feeds."""
    return plain(inline(text))


def one_line(text: str) -> str:
    """What `text`, inline Markdown, says, on one line without markup.

    Where its lines were parted stands a space, but none between two Han characters.
    """
    return on_one_line(plain_text(text))


def is_address(text: str) -> bool:
    """Whether `text` as a whole is an address that one may lead to."""
    return re.fullmatch(_ADDRESS, text, re.IGNORECASE) is not None


class _Reader:
    """Collects the tokens of a paragraph into lines of styled text."""

    def __init__(self) -> None:
        self._lines: list[StyledLine] = []
        self._line: list[Styled] = []
        self._styles: list[str] = []
        self._link = ""
        self._soft: Styled | None = None
        """The space for a soft break that waits for what comes behind it."""

    def read(self, text: str) -> Paragraph:
        """The lines of `text`."""
        parser = _parser()
        autolink = False
        for token in parser.inline.parse(text, parser, {}, []):
            match token.type:
                case "code_inline":
                    self._add(token.content.replace("\t", " ").replace(SOFT_HYPHEN, ""), "code")
                case "softbreak":
                    self._soft = Styled(" ", self._style(), self._link)
                case "hardbreak":
                    self._end_line()
                case "link_open":
                    address = str(token.attrs.get("href", ""))
                    self._link = address if re.match(_SAFE_LINK, address, re.IGNORECASE) else ""
                    self._styles.append("link" if self._link else "")
                    # What looks like `<ns:tag>` but leads nowhere keeps its brackets.
                    autolink = token.markup == "autolink" and not self._link
                    self._add("<" if autolink else "")
                case "link_close":
                    self._add(">" if autolink else "")
                    self._styles.pop()
                    self._link, autolink = "", False
                case "strong_open" | "em_open" | "s_open":
                    self._styles.append(_STYLES[token.tag])
                case "strong_close" | "em_close" | "s_close":
                    self._styles.pop()
                case _:
                    self._add(re.sub(_SPACES, " ", token.content))
        self._end_line()
        return tuple(self._lines)

    def _add(self, text: str, *own: str) -> None:
        """Add `text` in the present style and `own`."""
        if not text:
            return
        # An entity may stand for what no terminal should see.
        text = clean(text)
        if soft := self._soft:
            self._soft = None
            if not joins(self._line[-1].text if self._line else "", text):
                self._append(soft)
        if not own and (not self._line or self._line[-1].text.endswith(" ")):
            text = text.lstrip(" ")
        self._append(Styled(text, self._style(*own), self._link))

    def _style(self, *own: str) -> str:
        return " ".join(filter(None, (*self._styles, *own)))

    def _append(self, part: Styled) -> None:
        if not part.text:
            return
        line = self._line
        if line and line[-1][1:] == part[1:]:
            part = part._replace(text=line.pop().text + part.text)
        line.append(part)

    def _end_line(self) -> None:
        self._soft = None
        if self._line:
            self._line[-1] = self._line[-1]._replace(text=self._line[-1].text.rstrip(" "))
        self._lines.append(tuple(part for part in self._line if part.text))
        self._line = []


def _parser() -> MarkdownIt:
    """The parser; threads that ask at the same time wait for what it needs to be whole."""
    with _MAKING:
        return _made_parser()


@cache
def _made_parser() -> MarkdownIt:
    """It is imported when the first markup is met: plain decks start without it."""
    from markdown_it import MarkdownIt

    from presenter.content.emphasis import ChineseInline

    parser = MarkdownIt("commonmark", {"html": False})
    parser.inline = ChineseInline()
    parser.configure("commonmark", {"html": False})
    parser.enable("strikethrough").disable("html_inline")
    parser.validateLink = _is_read  # type: ignore[method-assign]
    # What mdurl encodes addresses with, it fills when others find it already.
    parser.normalizeLink("")
    parser.normalizeLinkText("")
    return parser


def _is_read(url: str) -> bool:  # noqa: ARG001
    """Read every link, so that one that leads nowhere safe still gives its text."""
    return True
