"""One slide as a ``<section>``: running lines, heading, blocks, and notes if they are wanted."""

from __future__ import annotations

from presenter.content import ResolvedSlide
from presenter.content.inline import plain
from presenter.handout.html.blocks import write
from presenter.handout.html.context import HtmlContext
from presenter.handout.html.prose import notes, spans, text, unit

_LONG = 8.0
"""Ems of a word that may be wider than the slide in large type: it is set smaller, not broken."""


def section(slide: ResolvedSlide, context: HtmlContext, *, with_notes: bool) -> str:
    """The slide; the rules of `context` grow with it."""
    number = slide.index + 1
    place = f"{number}/{slide.total}"
    begins = f' data-first="{slide.first}"' if context.steps and slide.first else ""
    heading = _heading(slide, context)
    content = "".join(write(node, context) for node in slide.nodes)
    alone = " alone" if len(slide.nodes) == 1 else ""
    content = f'<div class="content{alone}">{content}</div>' if content else ""
    return (
        f'<section class="slide {slide.layout}" id="slide-{number}" aria-roledescription="slide" '
        f'aria-label="{text(f"{place} {slide.name}".strip())}"{begins}><div class="page">'
        f'<p class="head"><span>{text(slide.head)}</span>'
        f'<span class="part">{text(slide.part)}</span></p>'
        f'<div class="body">{heading}{content}</div>'
        f'<p class="foot"><span>{text(slide.foot)}</span><span>{place}</span></p>'
        f"</div>{_aside(slide, context) if with_notes else ''}</section>\n"
    )


def _heading(slide: ResolvedSlide, context: HtmlContext) -> str:
    tag = "h2" if slide.index else "h1"
    html = ""
    if slide.title:
        longest = max(unit(line, context.language) for line in plain(slide.title).split("\n"))
        fit = f' class="{context.rules.of(f"--unit:{longest:.1f}")}"' if longest > _LONG else ""
        html = f"<{tag}{fit}>{spans(slide.title, context.language)}</{tag}>"
    if slide.subtitle:
        html += f'<p class="subtitle">{spans(slide.subtitle, context.language)}</p>'
    if slide.byline:
        html += f'<p class="byline">{text(slide.byline)}</p>'
    return f"<header>{html}</header>" if html else ""


def _aside(slide: ResolvedSlide, context: HtmlContext) -> str:
    """The speaker's notes."""
    written = slide.written.notes
    if not written.strip():
        return ""
    label = text(context.setting.words("handout.notes"))
    return (
        f'<aside class="notes" aria-label="{label}"><p class="heading">{label}</p>'
        f"{notes(written, context.language)}</aside>"
    )
