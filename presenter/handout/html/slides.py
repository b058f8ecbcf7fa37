"""One slide as a ``<section>``: running lines, heading, blocks, and notes if they are wanted."""

from __future__ import annotations

from presenter.content import Heading, ResolvedSlide, resolve
from presenter.content.inline import plain_text
from presenter.deck import Deck
from presenter.handout.html.blocks import write
from presenter.handout.html.context import HtmlContext, StyleRules
from presenter.handout.html.prose import markdown, notes, text, unit
from presenter.typeset import Setting
from presenter.typeset.layouts.running import byline, head_text, one_line
from presenter.typeset.running import part_label

_LONG = 8.0
"""Ems of a word that may be wider than the slide in large type: it is set smaller, not broken."""


class SlideWriter:
    """Writes the slides of `deck` one after the other; `rules` grows with them.

    See `HtmlContext` for `steps` and `private`.
    """

    def __init__(self, deck: Deck, setting: Setting, *, steps: bool, private: bool) -> None:
        self.rules = StyleRules()
        self._deck = deck
        self._setting = setting
        self._steps = steps
        self._private = private

    def slide(self, index: int, *, with_notes: bool) -> str:
        """The slide at `index`, from 0."""
        deck, setting = self._deck, self._setting
        slide = deck.slides[index]
        resolved = resolve(deck, index, setting.reveal)
        number, layout = index + 1, resolved.layout
        under = byline(deck) if layout == "cover" else ""
        said = one_line(resolved.heading.title)
        head = head_text(deck, slide.title) if layout != "cover" else ""
        foot = byline(deck) if layout != "cover" else ""
        heading = self._heading(resolved.heading, under, first=index == 0)
        place = f"{number}/{len(deck.slides)}"
        begins = f' data-first="{resolved.first}"' if self._steps and resolved.first else ""
        aside = ""
        if with_notes and slide.notes.strip():
            label = text(setting.words("handout.notes"))
            language = setting.language
            aside = (
                f'<aside class="notes" aria-label="{label}"><p class="heading">{label}</p>'
                f"{notes(slide.notes, language)}</aside>"
            )
        return (
            f'<section class="slide {layout}" id="slide-{number}" aria-roledescription="slide" '
            f'aria-label="{text(f"{place} {said}".strip())}"{begins}><div class="page">'
            f'<p class="head"><span>{text(head)}</span>'
            f'<span class="part">{text(part_label(slide.part, setting))}</span></p>'
            f'<div class="body">{heading}{self._content(resolved)}</div>'
            f'<p class="foot"><span>{text(foot)}</span><span>{place}</span></p>'
            f"</div>{aside}</section>\n"
        )

    def _heading(self, heading: Heading, under: str, *, first: bool) -> str:
        (title, subtitle), language = heading, self._setting.language
        tag = "h1" if first else "h2"
        html = ""
        if title:
            longest = max(unit(line, language) for line in plain_text(title).split("\n"))
            fit = f' class="{self.rules.of(f"--unit:{longest:.1f}")}"' if longest > _LONG else ""
            html = f"<{tag}{fit}>{markdown(title, language)}</{tag}>"
        if subtitle:
            html += f'<p class="subtitle">{markdown(subtitle, language)}</p>'
        if under:
            html += f'<p class="byline">{text(under)}</p>'
        return f"<header>{html}</header>" if html else ""

    def _content(self, resolved: ResolvedSlide) -> str:
        setting, nodes = self._setting, resolved.nodes
        html = "".join(
            write(HtmlContext(setting, self._steps, self._private, node, self.rules))
            for node in nodes
        )
        alone = " alone" if len(nodes) == 1 else ""
        return f'<div class="content{alone}">{html}</div>' if html else ""
