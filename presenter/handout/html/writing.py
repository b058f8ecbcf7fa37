"""What slides are written with: their context, and texts as HTML, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from presenter.content.inline import Paragraph, Styled, StyledLine, inline, is_address
from presenter.deck.characters import clean, has_cjk
from presenter.handout.ems import ems_of
from presenter.handout.html.styles import StyleRules
from presenter.typeset import PageOptions
from presenter.typeset.bidi import always_from_left, runs_from_left, runs_from_right
from presenter.typeset.hyphens import SHORTEST, hyphenated
from presenter.typeset.notes import note_sections, note_text, note_tree
from presenter.typeset.opportunities import PAUSES, Quality, opportunities, quantities_held

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


_TAGS = {"strong": "strong", "emphasis": "em", "strike": "s", "code": "code"}
_BREAKING = PAUSES | {" "}
_LINE = 66
"""Letters of a line that is as wide as the page, about."""
_WIDER = 1.25
"""How much wider than Arial Bold the widest of the usual fonts is: DejaVu Sans Bold."""


class Locale(NamedTuple):
    """How texts are written: in which language, and whether from right to left.

    long: of how many letters a word gets hyphens, as without them it would leave a third of a line
    empty, or be torn.
    """

    language: str
    turned: bool = False
    long: int = 999


@dataclass
class HtmlContext:
    """What a node is written with besides itself.

    steps: whether what appears step by step is marked with its step, as `data-step`. private:
    whether nothing but what the audience is to see may be told, not even where an error is.
    around: the step at which what it stands in appears. turned: whether the document runs from the
    right. share: the part of the page's width that it has.
    """

    setting: PageOptions
    steps: bool
    private: bool
    rules: StyleRules = field(default_factory=StyleRules)
    around: int = 0
    turned: bool = False
    share: float = 1.0

    @property
    def language(self) -> str:
        """By whose rules lines break."""
        return self.setting.language

    @property
    def locale(self) -> Locale:
        """How its texts are written."""
        long = max(SHORTEST, round(_LINE * self.share / 3))
        return Locale(self.setting.language, self.turned, long)

    def step(self, step: int) -> str:
        """The attribute of what appears at `step`, later than what is around it; else nothing."""
        return f' data-step="{step}"' if self.steps and step > self.around else ""

    def number(self, written: str) -> str:
        """A number with its unit, as it is, in its own direction."""
        return f"<bdi>{text(written)}</bdi>" if self.turned else text(written)

    def within(self, step: int, share: float) -> HtmlContext:
        """The context of a column that appears at `step` and has this part of the width."""
        return replace(self, around=step, share=self.share * share)


def text(plain: str) -> str:
    """`plain`, as it is."""
    return escape(clean(plain))


def spans(paragraph: Paragraph, locale: Locale) -> str:
    """A paragraph. Chinese and Japanese may only be broken between words: the style sheet forbids
    other breaks, ``<wbr>`` allows these.
    """
    return "<br>".join(_line(line, locale) for line in paragraph)


def paragraphs(several: Iterable[Paragraph], locale: Locale) -> str:
    """Paragraphs, each a ``<p>``."""
    return "".join(f"<p>{spans(each, locale)}</p>" for each in several)


def linked(address: str, html: str) -> str:
    """`html`, leading to `address`."""
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{html}</a>'


def breakable(words: str, language: str) -> str:
    """`words`, which are no Markdown, with the same places to break."""
    (held,) = quantities_held((Styled(words, ""),))
    words, html, start = held.text, "", 0
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


def _line(line: StyledLine, locale: Locale) -> str:
    line = quantities_held(line)
    if not locale.turned:
        line = hyphenated(line, locale.language, locale.long)
    whole = "".join(part.text for part in line)
    breaks = _breaks(whole, locale.language)
    from_right = runs_from_right(whole, in_such=locale.turned)
    html, start = "", 0
    for part in line:
        own = [at - start for at in breaks if start < at <= start + len(part.text)]
        html += _styled(part, own, from_right=from_right)
        start += len(part.text)
    if from_right != locale.turned and (from_right or runs_from_left(whole)):
        return f'<bdi dir="{"rtl" if from_right else "ltr"}">{html}</bdi>'
    return html


def _styled(part: Styled, breaks: list[int], *, from_right: bool) -> str:
    """A stretch of text with these places to break; from_right: of a line that runs so."""
    edges = [0, *breaks]
    pieces = [
        text(part.text[start:end])
        for start, end in zip(edges, [*breaks, len(part.text)], strict=True)
    ]
    names = part.style.split()
    html = "<wbr>".join(pieces)
    if from_right and "code" not in names:
        html = _with_stretches(part.text) or html
    for name in reversed(names):
        if tag := _TAGS.get(name):
            # Chinese has no italics; it has dots below.
            look = ' class="dotted"' if tag == "em" and has_cjk(part.text) else ""
            look += ' dir="ltr"' if tag == "code" and from_right else ""
            html = f"<{tag}{look}>{html}</{tag}>"
    # The address was checked where it was read; once more costs nothing.
    return linked(part.link, html) if is_address(part.link) else html


def _with_stretches(words: str) -> str:
    """`words`, addresses and signed numbers in them from the left; empty if there is none."""
    html, at = "", 0
    for start, end in always_from_left(words):
        html += f'{text(words[at:start])}<bdi dir="ltr">{text(words[start:end])}</bdi>'
        at = end
    return html + text(words[at:]) if html else ""


_LISTS = {"bullet_list": "ul", "ordered_list": "ol"}


def notes(source: str, locale: Locale) -> str:
    """All the notes of a slide; those of its steps are parted by rules."""
    sections = [
        "".join(_block(node, locale) for node in note_tree(section).children)
        for section in note_sections(source)
    ]
    return "<hr>".join(filter(None, sections))


def _block(node: SyntaxTreeNode, locale: Locale) -> str:
    inner = "".join(_block(child, locale) for child in node.children if child.type != "inline")
    match node.type:
        case "paragraph" if node.hidden:
            return spans(inline(note_text(node)), locale)
        case "paragraph":
            return f"<p>{spans(inline(note_text(node)), locale)}</p>"
        case "heading":
            return f'<p class="heading">{spans(inline(note_text(node)), locale)}</p>'
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
