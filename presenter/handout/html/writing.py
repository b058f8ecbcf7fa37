"""What slides are written with: their context, and texts as HTML, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING

from presenter.content.inline import Paragraph, Styled, StyledLine, inline, is_address
from presenter.deck.characters import clean, has_cjk
from presenter.handout.ems import ems_of
from presenter.handout.html.styles import StyleRules
from presenter.typeset import PageOptions
from presenter.typeset.notes import note_sections, note_text, note_tree
from presenter.typeset.opportunities import PAUSES, Quality, opportunities

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


_TAGS = {"strong": "strong", "emphasis": "em", "strike": "s", "code": "code"}
_BREAKING = PAUSES | {" "}
_WIDER = 1.25
"""How much wider than Arial Bold the widest of the usual fonts is: DejaVu Sans Bold."""


@dataclass
class HtmlContext:
    """What a node is written with besides itself.

    steps: whether what appears step by step is marked with its step, as `data-step`. private:
    whether nothing but what the audience is to see may be told, not even where an error is.
    around: the step at which what it stands in appears.
    """

    setting: PageOptions
    steps: bool
    private: bool
    rules: StyleRules = field(default_factory=StyleRules)
    around: int = 0

    @property
    def language(self) -> str:
        """By whose rules lines break."""
        return self.setting.language

    def step(self, step: int) -> str:
        """The attribute of what appears at `step`, later than what is around it; else nothing."""
        return f' data-step="{step}"' if self.steps and step > self.around else ""

    def within(self, step: int) -> HtmlContext:
        """The context of what stands in something that appears at `step`."""
        return replace(self, around=step)


def text(plain: str) -> str:
    """`plain`, as it is."""
    return escape(clean(plain))


def spans(paragraph: Paragraph, language: str) -> str:
    """A paragraph. Chinese and Japanese may only be broken between words: the style sheet forbids
    other breaks, ``<wbr>`` allows these.
    """
    return "<br>".join(_line(line, language) for line in paragraph)


def paragraphs(several: Iterable[Paragraph], language: str) -> str:
    """Paragraphs, each a ``<p>``."""
    return "".join(f"<p>{spans(each, language)}</p>" for each in several)


def linked(address: str, html: str) -> str:
    """`html`, leading to `address`."""
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{html}</a>'


def breakable(words: str, language: str) -> str:
    """`words`, which are no Markdown, with the same places to break."""
    html, start = "", 0
    for at in [*_breaks(words, language), len(words)]:
        html += ("<wbr>" if start else "") + text(words[start:at])
        start = at
    return html


def unit(words: str, language: str) -> float:
    """The width of the widest part of `words` that the style sheet lets no line break, in ems."""
    ends = {at for at, each in enumerate(words, 1) if each in _BREAKING or each == "-"}
    ends |= {*_breaks(words, language), len(words)}
    widest, start = 0.0, 0
    for end in sorted(ends):
        widest = max(widest, width(words[start:end].rstrip()))
        start = end
    return widest


def width(words: str) -> float:
    """The width of `words` on one line, in ems, whichever font the browser takes."""
    return sum(ems_of(each) * (_WIDER if each.isascii() else 1.0) for each in words)


def _breaks(words: str, language: str) -> list[int]:
    """Where ``<wbr>`` allows what the style sheet forbids."""
    if not has_cjk(words):
        return []
    # Behind spaces and punctuation browsers break by themselves.
    return [
        at
        for at, quality in opportunities(words, language, words=True)
        if quality is Quality.WORD and words[at - 1] not in _BREAKING and at < len(words)
    ]


def _line(line: StyledLine, language: str) -> str:
    breaks = _breaks("".join(part.text for part in line), language)
    html, start = "", 0
    for part in line:
        html += _styled(part, [at - start for at in breaks if start < at <= start + len(part.text)])
        start += len(part.text)
    return html


def _styled(part: Styled, breaks: list[int]) -> str:
    edges = [0, *breaks]
    pieces = [
        text(part.text[start:end])
        for start, end in zip(edges, [*breaks, len(part.text)], strict=True)
    ]
    html = "<wbr>".join(pieces)
    for name in reversed(part.style.split()):
        if tag := _TAGS.get(name):
            # Chinese has no italics; it has dots below.
            look = ' class="dotted"' if tag == "em" and has_cjk(part.text) else ""
            html = f"<{tag}{look}>{html}</{tag}>"
    # The address was checked where it was read; once more costs nothing.
    return linked(part.link, html) if is_address(part.link) else html


_LISTS = {"bullet_list": "ul", "ordered_list": "ol"}


def notes(source: str, language: str) -> str:
    """All the notes of a slide; those of its steps are parted by rules."""
    sections = [
        "".join(_block(node, language) for node in note_tree(section).children)
        for section in note_sections(source)
    ]
    return "<hr>".join(filter(None, sections))


def _block(node: SyntaxTreeNode, language: str) -> str:
    inner = "".join(_block(child, language) for child in node.children if child.type != "inline")
    match node.type:
        case "paragraph" if node.hidden:
            return spans(inline(note_text(node)), language)
        case "paragraph":
            return f"<p>{spans(inline(note_text(node)), language)}</p>"
        case "heading":
            return f'<p class="heading">{spans(inline(note_text(node)), language)}</p>'
        case "bullet_list" | "ordered_list" as kind:
            start = int(node.attrs.get("start", 1))
            first = f' start="{start}"' if start != 1 else ""
            return f"<{_LISTS[kind]}{first}>{inner}</{_LISTS[kind]}>"
        case "list_item":
            return f"<li>{inner}</li>"
        case "blockquote":
            return f"<blockquote>{inner}</blockquote>"
        case "fence" | "code_block":
            return f"<pre><code>{text(node.content)}</code></pre>"
        case "hr":
            return "<hr>"
        case _:
            return inner
