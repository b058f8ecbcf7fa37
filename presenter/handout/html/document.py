"""The document: one file that fetches nothing, shows the slides, and reads well without scripts.

Its policy allows its own styles and scripts by their hashes and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import NamedTuple

from presenter import __version__
from presenter.content import ResolvedSlide, is_right_to_left
from presenter.content.inline import one_line, plain
from presenter.deck.characters import clean
from presenter.deck.digest import digest
from presenter.handout.export_job import ExportJob
from presenter.handout.html.blocks import write
from presenter.handout.html.styles import css_of
from presenter.handout.html.writing import HtmlContext, notes, spans, text, unit
from presenter.words import Words

_LONG = 8.0
"""Ems of a word that may be wider than the slide in large type: it is set smaller, not broken."""

_KEYS: tuple[tuple[str, str], ...] = (
    ("next", "→ ↓ PgDn space enter l j"),
    ("previous", "← ↑ PgUp backspace h k"),
    ("next_slide", "shift+→ n"),
    ("previous_slide", "shift+← p"),
    ("first", "Home g"),
    ("last", "End G"),
    ("go", "7 enter"),
    ("back", "ctrl+o"),
    ("overview", "o"),
    ("search", "/ ctrl+f"),
    ("blank_black", "b . F6"),
    ("blank_white", "w F7"),
    ("help", "? F1"),
    ("close", "esc"),
)
"""The commands that help lists, by the keys of their texts, and what types them."""


class Document(NamedTuple):
    """A document, the policy that stands in it, and what tells it from other versions."""

    html: str
    policy: str
    version: str


def export(job: ExportJob) -> Iterator[bytes]:
    """The one file."""
    yield make_document(job).html.encode()


def make_document(job: ExportJob, *, live: str = "") -> Document:
    """The slides of `job`. `live` is a script that has the document follow a talk.

    A document that follows a talk has the steps, and tells nothing that is not for an audience.
    """
    deck, setting = job.deck, job.setting
    steps = job.steps or bool(live)
    context = HtmlContext(setting, steps, private=bool(live), turned=is_right_to_left(deck))
    with_notes = job.notes and not live
    slides = "".join(_section(slide, context, with_notes=with_notes) for slide in job.slides())
    scripts = [resource("script.js"), *([live] if live else [])]
    style = css_of(job.theme) + resource("style.css") + context.rules.css
    # Not the deck's digest, which knows the notes.
    version = digest(style, slides, size=8)
    policy = policy_for([style], scripts, connects=bool(live))
    title = one_line(deck.title)
    names = " ".join(("live",) * bool(live) + ("with-notes",) * with_notes)
    look = f' class="{names}"' if names else ""
    look += ' dir="rtl"' if is_right_to_left(deck) else ""
    html = (
        f'<!doctype html>\n<html lang="{escape(setting.language or setting.words.language)}"{look} '
        f'data-version="{version}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="presenter {__version__}">\n'
        f"{_meta('author', deck.author)}{_meta('description', deck.subtitle)}"
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{_surroundings(setting.words, live=bool(live), notes=with_notes)}"
        f'<main id="slides" tabindex="-1">\n{slides}</main>\n'
        + "".join(f"<script>{script}</script>\n" for script in scripts)
        + "</body>\n</html>\n"
    )
    return Document(html, policy, version)


def policy_for(styles: Iterable[str], scripts: Iterable[str], *, connects: bool) -> str:
    """A Content-Security-Policy (W3C, CSP level 3) for these inline styles and scripts.

    `connects`: whether the scripts may speak with where they came from.
    """
    reach = " connect-src 'self';" if connects else ""
    return (
        f"default-src 'none'; img-src data:; style-src {_hashes(styles)}; "
        f"script-src {_hashes(scripts)};{reach} base-uri 'none'; form-action 'none'"
    )


def resource(name: str) -> str:
    """A file of this folder."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hashes(texts: Iterable[str]) -> str:
    digests = (b64encode(sha256(each.encode()).digest()).decode("ascii") for each in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _meta(name: str, content: str) -> str:
    said = escape(clean(one_line(content)))
    return f'<meta name="{name}" content="{said}">\n' if said else ""


def _section(slide: ResolvedSlide, context: HtmlContext, *, with_notes: bool) -> str:
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
        html = f"<{tag}{fit}>{spans(slide.title, context.locale)}</{tag}>"
    if slide.subtitle:
        html += f'<p class="subtitle">{spans(slide.subtitle, context.locale)}</p>'
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
        f"{notes(written, context.locale)}</aside>"
    )


def _surroundings(words: Words, *, live: bool, notes: bool) -> str:
    """What stands about the slides: skip link, controls, status line, overview bar, help."""

    def said(name: str, **values: object) -> str:
        return escape(words(name, **values))

    keys = [*_KEYS[:-2], ("notes", "s F2"), *_KEYS[-2:]] if notes else _KEYS
    rows = "".join(
        f'<tr><th scope="row">{said(f"keys.command.{name}")}</th>'
        f"<td>{' '.join(f'<kbd>{escape(key)}</kbd>' for key in typed.split())}</td></tr>"
        for name, typed in keys
    )
    follow = ""
    if live:
        states = " ".join(
            f'data-{state}="{said(f"html.{state}")}"' for state in ("waiting", "lost", "offline")
        )
        follow = (
            f'<p id="state" role="status" {states}></p>'
            f'<button id="live" type="button" hidden>{said("html.live")}</button>'
        )
    return (
        f'<a class="skip" href="#slides">{said("html.skip")}</a>\n'
        f'<nav id="controls" aria-label="{said("html.controls")}" hidden>{follow}'
        f"{_button('previous', '‹', said('keys.command.previous'))}"
        f"{_button('next', '›', said('keys.command.next'))}"
        f"{_button('overview', '☷', said('keys.command.overview'))}"
        f"{_button('help', '?', said('keys.command.help'))}</nav>\n"
        '<div id="progress" aria-hidden="true"></div>\n'
        f'<p id="said" role="status" aria-live="polite" data-beyond="{said("html.beyond")}"></p>\n'
        '<form id="finder" role="search" hidden>'
        f'<input id="find" type="search" autocomplete="off" spellcheck="false" '
        f'aria-controls="slides" aria-label="{said("html.find")}" '
        f'placeholder="{said("html.find")}"></form>\n'
        f'<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">'
        f"{said('keys.help')}</h2><table>{rows}</table>"
        f'<form method="dialog"><button>{said("html.close")}</button></form></dialog>\n'
        '<div id="blank" hidden></div>\n'
    )


def _button(name: str, sign: str, label: str) -> str:
    return (
        f'<button type="button" data-do="{name}" aria-label="{label}" title="{label}">'
        f"{sign}</button>"
    )
