"""The page on the speaker's phone: two large buttons, notes, clock, next slide."""

from __future__ import annotations

from html import escape

from presenter.handout.html.document import Document, policy_for
from presenter.share.following import script
from presenter.words import Words


def remote_page(words: Words) -> Document:
    """The page in the language of `words`; what it shows comes by its stream."""
    style, code = script("remote.css"), script("remote.js")
    policy = policy_for([style], [code], connects=True)

    def said(key: str) -> str:
        return escape(words(f"share.{key}"))

    language = "zh-Hans" if words.language == "zh" else "en"
    html = f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>{said("remote")}</title>
<style>{style}</style>
</head>
<body>
<header>
<button id="clock" type="button" aria-label="{said("clock")}">0:00</button>
<span id="place"></span>
<button id="blank" type="button" aria-pressed="false">{said("black")}</button>
</header>
<p id="state" role="status" data-waiting="{said("no-stage")}" data-offline="{said("offline")}"></p>
<main>
<h1 id="title"></h1>
<section id="notes" aria-label="{said("notes")}" data-none="{said("no-notes")}" tabindex="0">
</section>
<section id="next" aria-label="{said("next-slide")}" data-end="{said("end-of-talk")}">
<h2>{said("next-slide")}</h2><p></p><ul></ul></section>
</main>
<footer>
<button id="previous" type="button" aria-label="{said("previous")}">‹</button>
<button id="go" type="button" aria-label="{said("next")}">›</button>
</footer>
<script>{code}</script>
</body>
</html>
"""
    return Document(html, policy, "")
