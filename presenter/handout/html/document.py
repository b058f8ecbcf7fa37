"""The document: one file that fetches nothing, shows the slides, and reads well without scripts.

Its policy allows its own styles and scripts by their hashes and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import blake2b, sha256
from html import escape
from importlib.resources import files
from typing import NamedTuple

from presenter import __version__
from presenter.content import is_right_to_left
from presenter.deck.clean import clean
from presenter.handout.export_job import ExportJob
from presenter.handout.html.frame import frame
from presenter.handout.html.inline import text
from presenter.handout.html.look import css_of
from presenter.handout.html.slide import Writing
from presenter.typeset.layouts.running import one_line


class Document(NamedTuple):
    """A document, the policy that stands in it, and what tells it from other versions."""

    html: str
    policy: str
    version: str


def make(job: ExportJob, *, live: str = "") -> Document:
    """The slides of `job`. `live` is a script that has the document follow a talk.

    A document that follows a talk has the steps, and tells nothing that is not for an audience.
    """
    deck, setting = job.deck, job.setting
    steps = job.steps or bool(live)
    writing = Writing(deck, setting, steps=steps, private=bool(live))
    with_notes = job.notes and not live
    slides = "".join(writing.slide(index, with_notes=with_notes) for index in job.indexes)
    scripts = [resource("script.js"), *([live] if live else [])]
    style = css_of(job.theme) + resource("style.css") + writing.rules.css
    # Not the deck's digest, which knows the notes.
    version = blake2b(f"{style}\0{slides}".encode(), digest_size=8).hexdigest()
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
        f"{frame(setting.words, live=bool(live), notes=with_notes)}"
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
