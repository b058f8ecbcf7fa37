"""What stands about the slides: skip link, controls, status line, overview bar, help."""

from __future__ import annotations

from html import escape

from presenter.words import Words

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


def frame(words: Words, *, live: bool, notes: bool) -> str:
    """The HTML of it, in the language of `words`."""

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
