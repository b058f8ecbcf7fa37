"""Inline Markdown to styled text.

Parsing is markdown-it's (CommonMark and strikethrough, no HTML, no images); one rule is changed:
whether asterisks open or close emphasis beside Chinese, where words are not parted by spaces and
``**《书名》**的`` is meant to be bold.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from presenter.typeset.kinsoku import CJK

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKUP = re.compile(r"[*_`~\[\]<>&\\\n]|\t|  ")
_SOFT_BREAK = re.compile(f"(?<={CJK.pattern})[ \t]*\n[ \t]*(?={CJK.pattern})")
_SPACES = re.compile(r"[ \t\n]+")
_SAFE_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


class Styled(NamedTuple):
    """A stretch of text in one style; no line feeds in it."""

    text: str
    style: str
    """``strong``, ``emphasis``, ``code``, ``strike``, ``link``, several parted by spaces, or none."""
    link: str = ""


Paragraph = tuple[Styled, ...]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what empty lines part."""
    return [part for part in re.split(r"\n[ \t]*\n", text.strip("\n")) if part.strip()]


@lru_cache(maxsize=4096)
def inline(text: str) -> tuple[Paragraph, ...]:
    """The lines of one paragraph of inline Markdown, hard breaks apart, each as styled text.

    A soft break between two Chinese or Japanese characters is no space; elsewhere it is one.
    """
    text = text.strip()
    if _MARKUP.search(text) is None:
        return ((Styled(text, ""),),)
    text = _SOFT_BREAK.sub(_keep_hard_break, text)
    lines: list[Paragraph] = []
    line: list[Styled] = []
    styles: list[str] = []
    link = ""
    (token,) = _parser().parseInline(text)
    for child in token.children or ():
        match child.type:
            case "text":
                _add(line, child.content, styles, link)
            case "code_inline":
                _add(line, child.content, [*styles, "code"], link)
            case "softbreak":
                _add(line, " ", styles, link)
            case "hardbreak":
                lines.append(_trimmed(line))
                line = []
            case "link_open":
                address = str(child.attrs.get("href", ""))
                link = address if _SAFE_LINK.match(address) else ""
                styles.append("link" if link else "")
            case "link_close":
                link = ""
                styles.pop()
            case "strong_open" | "em_open" | "s_open":
                styles.append(_STYLES[child.type])
            case "strong_close" | "em_close" | "s_close":
                styles.pop()
            case _:
                _add(line, child.content, styles, link)
    lines.append(_trimmed(line))
    return tuple(lines)


def plain_text(text: str) -> str:
    """What `text`, inline Markdown, says without its markup; hard breaks are line feeds."""
    return "\n".join("".join(part.text for part in line) for line in inline(text))


_STYLES = {"strong_open": "strong", "em_open": "emphasis", "s_open": "strike"}


def _keep_hard_break(match: re.Match[str]) -> str:
    """Nothing for a soft break; two spaces before the line feed make it a hard one."""
    return "  \n" if match[0].split("\n")[0].endswith("  ") else ""


def _add(line: list[Styled], text: str, styles: list[str], link: str) -> None:
    text = _SPACES.sub(" ", text)
    if not line or line[-1].text.endswith(" "):
        text = text.lstrip(" ")
    if not text:
        return
    style = " ".join(name for name in styles if name)
    if line and line[-1].style == style and line[-1].link == link:
        line[-1] = Styled(line[-1].text + text, style, link)
    else:
        line.append(Styled(text, style, link))


def _trimmed(line: list[Styled]) -> Paragraph:
    if line:
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip(" "))
    return tuple(part for part in line if part.text)


@cache
def _parser() -> MarkdownIt:
    """The parser, imported when the first markup is met: plain decks start without it."""
    from markdown_it import MarkdownIt

    from presenter.typeset.emphasis import chinese_emphasis

    parser = MarkdownIt("commonmark", {"html": False})
    parser.enable("strikethrough")
    parser.disable(["image", "html_inline"])
    return parser.use(chinese_emphasis)
